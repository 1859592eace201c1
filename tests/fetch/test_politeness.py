"""What a server asks of those who fetch from it is done: robots.txt, pauses, and to come back later."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from quotes.errors import BadStatus, Forbidden, Unreachable
from quotes.fetch import Fetcher, Limits, Pace
from quotes.fetch.retrying import seconds_asked_for
from tests.fetch.site import Answering, Site, hung_up, page, redirect
from tests.fetch.timing import START, Timing

Make = Callable[..., Awaitable[Fetcher]]
RULES = "User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: Otherbot\nDisallow: /\n"


def busy(status: int, retry_after: str | None = None) -> Answering:
    return page("busy", status=status, headers={"Retry-After": retry_after} if retry_after else {})


# robots.txt.


async def test_rules_are_read_once_a_day_and_obeyed(site: Site, fetcher: Make, timing: Timing) -> None:
    site.on("/robots.txt", page(RULES))
    site.on("/private/open", page("open"))
    site.on("/a", page("a"))
    obedient = await fetcher()
    await obedient.get(site.address("/a"))
    await obedient.get(site.address("/private/open"))
    with pytest.raises(Forbidden, match=r"/robots.txt asks OnRecord to stay away; leave this address out") as error:
        await obedient.get(site.address("/private/x"))
    assert site.address("/robots.txt") in error.value.message
    assert [seen.target for seen in site.seen] == ["/robots.txt", "/a", "/private/open"]
    timing.now += 24 * 3600
    await obedient.get(site.address("/a"))
    assert [seen.target for seen in site.seen][3:] == ["/robots.txt", "/a"]


async def test_rules_are_those_of_the_name_in_the_user_agent(site: Site, fetcher: Make) -> None:
    site.on("/robots.txt", page(RULES))
    with pytest.raises(Forbidden, match="asks Otherbot to stay away"):
        await (await fetcher(user_agent="Otherbot/2 (otherbot@calder.example)")).get(site.address("/a"))


async def test_a_redirect_is_asked_of_the_rules_as_well(site: Site, fetcher: Make) -> None:
    site.on("/robots.txt", page(RULES))
    site.on("/a", redirect("/private/x"))
    with pytest.raises(Forbidden, match=r"stay away from http.*/private/x") as error:
        await (await fetcher()).get(site.address("/a"))
    assert error.value.url == site.address("/a")
    assert site.targets == ["/a"]


async def test_rules_that_moved_are_followed(site: Site, fetcher: Make) -> None:
    site.on("/robots.txt", redirect("/rules.txt"))
    site.on("/rules.txt", page(RULES))
    with pytest.raises(Forbidden):
        await (await fetcher()).get(site.address("/private/x"))


@pytest.mark.parametrize(
    "answer",
    [
        page("", status=401),
        page("", status=403),
        page("", status=404),
        page("", status=410),
        redirect("http://elsewhere.example/login"),
        redirect("/robots.txt"),
        page(b"\xef\xbb\xbf\xff\xfe<html>not rules at all</html>\0"),
        page(""),
    ],
    ids=["401", "403", "404", "410", "off site", "circle", "a web page", "empty"],
)
async def test_a_site_without_rules_forbids_nothing(site: Site, fetcher: Make, answer: Answering) -> None:
    site.on("/robots.txt", answer)
    site.on("/private/x", page("had"))
    careful = await fetcher(hosts=lambda host: host.startswith("127."))
    assert (await careful.get(site.address("/private/x"))).body == b"had"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [(busy(503), BadStatus), (busy(429), BadStatus), (hung_up(), Unreachable)],
    ids=["503", "429", "no answer"],
)
async def test_a_site_that_cannot_say_is_left_alone_for_now(
    site: Site, fetcher: Make, timing: Timing, answer: Answering, kind: type[Exception]
) -> None:
    site.on("/robots.txt", answer)
    site.on("/a", page("a"))
    careful = await fetcher(limits=Limits(attempts=2))
    for _ in range(3):
        with pytest.raises(kind, match=r"rules of its site cannot be read now .*robots.txt.*try again later"):
            await careful.get(site.address("/a"))
    assert [seen.target for seen in site.seen] == ["/robots.txt", "/robots.txt"]
    site.on("/robots.txt", page(RULES))
    timing.now += 300
    assert (await careful.get(site.address("/a"))).body == b"a"


# Pauses.


async def test_a_pause_is_kept_between_two_requests(site: Site, fetcher: Make, timing: Timing) -> None:
    timing.chance = 0.5
    paced = await fetcher(pace=Pace(seconds=2.0, jitter=0.5))
    await paced.get(site.address("/a"))
    assert timing.waits == [2.5], "robots.txt counts"
    timing.now += 1.0
    await paced.get(site.address("/b"))
    timing.now += 60.0
    await paced.get(site.address("/c"))
    assert timing.waits == [2.5, 1.5]


async def test_each_redirect_waits_for_its_turn(site: Site, fetcher: Make, timing: Timing) -> None:
    site.on("/a", redirect("/b"))
    await (await fetcher()).get(site.address("/a"))
    assert timing.waits == [2.0, 2.0]


async def test_other_hosts_are_not_waited_for(site: Site, fetcher: Make, timing: Timing) -> None:
    patient = await fetcher()
    await patient.get(site.address("/a"))
    waited = list(timing.waits)
    await patient.get(site.address("/robots.txt", host="localhost"))
    assert [seen.headers["host"].split(":")[0] for seen in site.seen] == ["127.0.0.1"] * 2 + ["localhost"] * 2
    assert timing.waits == [*waited, 2.0], "only between the two to localhost"


@pytest.mark.parametrize(("delay", "waited"), [("10", 12.5), ("0.5", 2.5), ("soon", 2.5)])
async def test_a_crawl_delay_is_a_longer_pause_never_a_shorter_one(
    site: Site, fetcher: Make, timing: Timing, delay: str, waited: float
) -> None:
    timing.chance = 0.5
    site.on("/robots.txt", page(f"User-agent: *\nCrawl-delay: {delay}\n"))
    await (await fetcher()).get(site.address("/a"))
    assert timing.waits == [waited]


# Asking again.


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_trouble_that_passes_is_waited_out(site: Site, fetcher: Make, timing: Timing, status: int) -> None:
    site.on("/a", busy(status), busy(status), page("fine"))
    assert (await (await fetcher()).get(site.address("/a"))).body == b"fine"
    assert timing.waits == [2.0, 2.0, 4.0], "the pause after robots.txt, then twice as long each time"


async def test_trouble_that_stays_is_given_up(site: Site, fetcher: Make, timing: Timing) -> None:
    timing.chance = 1.0
    site.on("/a", busy(500))
    with pytest.raises(
        BadStatus, match="500 Internal Server Error, asked 5 times; see whether the site is up"
    ) as error:
        await (await fetcher(pace=Pace(0.0))).get(site.address("/a"))
    assert error.value.status == 500
    assert timing.waits == [3.0, 6.0, 12.0, 24.0]
    assert site.targets == ["/a"] * 5


async def test_asking_again_keeps_the_pause(site: Site, fetcher: Make, timing: Timing) -> None:
    site.on("/a", busy(503), page("fine"))
    await (await fetcher(pace=Pace(20.0))).get(site.address("/a"))
    assert timing.waits == [20.0, 20.0]


@pytest.mark.parametrize("asked", ["120", "Mon, 02 Jun 2025 08:02:02 GMT"], ids=["seconds", "date"])
async def test_retry_after_is_honoured(site: Site, fetcher: Make, timing: Timing, asked: str) -> None:
    site.on("/a", busy(429, asked), page("fine"))
    assert (await (await fetcher()).get(site.address("/a"))).body == b"fine"
    assert timing.waits == [2.0, 120.0]


async def test_a_server_that_wants_to_be_left_alone_is(site: Site, fetcher: Make, timing: Timing) -> None:
    site.on("/a", busy(503, "3600"), page("fine"))
    site.on("/b", page("b"))
    patient = await fetcher()
    message = "503 Service Unavailable and asks not to be asked again before 2025-06-02 09:00:02 UTC; try again then"
    for target in ("/a", "/b", "/b"):
        with pytest.raises(BadStatus, match=message) as error:
            await patient.get(site.address(target))
        assert error.value.url == site.address(target)
    assert site.targets == ["/a"]
    timing.now += 3600
    assert (await patient.get(site.address("/a"))).body == b"fine"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 0),
        ("", 0),
        ("0", 0),
        (" 17 ", 17),
        ("-5", 0),
        ("²", 0),
        ("later", 0),
        ("9" * 400, 366 * 24 * 3600),
        ("Mon, 02 Jun 2025 08:01:00 GMT", 60),
        ("Mon, 02 Jun 2025 10:01:00 +0200", 60),
        ("Mon, 02 Jun 2025 08:01:00 -0000", 60),
        ("Sun, 01 Jun 2025 08:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 24 * 3600),
        ("Fri, 99 Foo 2025 99:99:99 GMT", 0),
    ],
)
def test_retry_after_is_read_in_every_form(header: str | None, seconds: float) -> None:
    assert seconds_asked_for(header, START) == seconds
