"""A page is had whole and as it was sent, or the error says why not and what to do; never too much of it."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable

import pytest

from quotes.errors import BadStatus, InputError, OffSite, TooLarge, TooManyRedirects, Unreachable
from quotes.fetch import Fetcher, Limits, user_agent
from tests.fetch.site import (
    Answering,
    Site,
    bomb,
    broken_off,
    held,
    hung_up,
    page,
    redirect,
    silent,
    versioned,
)
from tests.fetch.timing import Timing

Make = Callable[..., Awaitable[Fetcher]]
TEXT = "<p>The minister of Calder Sound took questions — “三”.</p>"


async def test_a_page_comes_with_its_address_headers_and_time(site: Site, fetcher: Make) -> None:
    site.on("/a?b=c", page(TEXT, headers={"X-Two": "first", "x-TWO": "sécond"}))
    asked = site.address("/a?b=c#part")
    response = await (await fetcher()).get(asked)
    assert (response.url, response.final_url) == (asked, site.address("/a?b=c"))
    assert (response.status, response.body.decode()) == (200, TEXT)
    assert [value for name, value in response.headers if name.lower() == "x-two"] == ["first", "sécond"]
    assert ("x-TWO", "sécond") in response.headers
    assert response.retrieved_at == "2025-06-02T08:00:02Z", "two seconds after robots.txt"


async def test_requests_say_who_asks_and_nothing_of_before(site: Site, fetcher: Make) -> None:
    site.on("/a", page("", headers={"Set-Cookie": "visitor=1"}))
    site.on("/b", redirect("/a"))
    patient = await fetcher(user_agent=user_agent("desk@calder.example"))
    await patient.get(site.address("/a"))
    await patient.get(site.address("/b"))
    for seen in site.seen:
        assert seen.headers["user-agent"].startswith("OnRecord/")
        assert "desk@calder.example" in seen.headers["user-agent"]
        assert seen.headers["accept-encoding"] == "gzip, deflate"
        assert not seen.headers.keys() & {"cookie", "referer"}
    assert "disallow OnRecord" in user_agent()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda text: zlib.compress(text, wbits=-15)),
    ],
    ids=["gzip", "deflate", "bare deflate"],
)
async def test_packed_bodies_are_unpacked(
    site: Site, fetcher: Make, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    site.on("/a", page(pack(TEXT.encode()), headers={"Content-Encoding": coding}))
    assert (await (await fetcher()).get(site.address("/a"))).body.decode() == TEXT


@pytest.mark.parametrize(
    "held_version", [{"etag": '"v1"'}, {"last_modified": "Mon, 02 Jun 2025 08:00:00 GMT"}], ids=str
)
async def test_a_version_that_is_held_is_not_sent_again(
    site: Site, fetcher: Make, held_version: dict[str, str]
) -> None:
    site.on("/a", versioned("new", etag='"v1"'))
    patient = await fetcher()
    same = await patient.get(site.address("/a"), **held_version)
    assert (same.not_modified, same.body) == (True, b"")
    other = await patient.get(site.address("/a"), etag='"v0"', last_modified=held_version.get("last_modified"))
    assert (other.status, other.body) == (200, b"new")


async def test_a_date_is_not_held_against_the_page_a_redirect_leads_to(site: Site, fetcher: Make) -> None:
    site.on("/old", redirect("/front"))
    site.on("/front", versioned("all new", etag='"front"'))
    response = await (await fetcher()).get(site.address("/old"), last_modified="Mon, 02 Jun 2025 08:00:00 GMT")
    assert response.body == b"all new"


async def test_not_modified_unasked_is_an_error(site: Site, fetcher: Make) -> None:
    site.on("/a", page("", status=304))
    with pytest.raises(BadStatus, match="304 Not Modified"):
        await (await fetcher()).get(site.address("/a"))


@pytest.mark.parametrize("status", [404, 410])
async def test_a_page_that_is_gone_is_an_answer(site: Site, fetcher: Make, status: int) -> None:
    site.on("/a", page("removed", status=status))
    response = await (await fetcher()).get(site.address("/a"))
    assert (response.gone, response.status, response.body) == (True, status, b"removed")


@pytest.mark.parametrize(
    ("status", "remedy"),
    [(400, "correct the address"), (401, "ask its operator"), (403, "ask its operator"), (418, "correct the address")],
)
async def test_other_refusals_are_errors_at_once(
    site: Site, fetcher: Make, timing: Timing, status: int, remedy: str
) -> None:
    site.on("/a", page("no", status=status))
    with pytest.raises(BadStatus, match=remedy) as error:
        await (await fetcher()).get(site.address("/a"))
    assert (error.value.status, error.value.url) == (status, site.address("/a"))
    assert site.targets == ["/a"]


# Redirects.


async def test_redirects_are_followed_to_the_page(site: Site, fetcher: Make) -> None:
    site.on("/a/b", redirect("../c d?é=1", 301))
    site.on("/c%20d?%C3%A9=1", redirect(site.address("/d#part"), 308))
    site.on("/d", page(TEXT))
    response = await (await fetcher()).get(site.address("/a/b"))
    assert (response.url, response.final_url) == (site.address("/a/b"), site.address("/d"))
    assert site.targets == ["/a/b", "/c%20d?%C3%A9=1", "/d"]


async def test_redirects_that_lead_on_and_on_are_left(site: Site, fetcher: Make) -> None:
    for number in range(20):
        site.on(f"/{number}", redirect(f"/{number + 1}"))
    with pytest.raises(TooManyRedirects, match=r"more than 10 redirects, the last from .*/10 to /11"):
        await (await fetcher()).get(site.address("/0"))
    assert len(site.targets) == 11


async def test_redirects_in_a_circle_are_noticed(site: Site, fetcher: Make) -> None:
    site.on("/a", redirect("/b"))
    site.on("/b", redirect("/a"))
    with pytest.raises(TooManyRedirects, match=r"in a circle, back to .*/a; see"):
        await (await fetcher()).get(site.address("/a"))
    assert site.targets == ["/a", "/b"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://elsewhere.example/x", "elsewhere.example, which is not a host of this source"),
        ("//elsewhere.example/x", "not a host of this source"),
        ("http://127.0.0.1/x", "not a host of this source"),
        ("ftp://127.0.0.1/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://127.0.0.1@elsewhere.example/", "user name"),
        ("http://[nonsense/", "no address"),
        ("http://127.0.0.1:99999/", "no address"),
    ],
    ids=str,
)
async def test_redirects_off_the_site_are_not_followed(site: Site, fetcher: Make, location: str, reason: str) -> None:
    site.on("/a", redirect(location))
    careful = await fetcher(hosts=lambda host: host == f"127.0.0.1:{site.port}")
    with pytest.raises(OffSite, match=reason) as error:
        await careful.get(site.address("/a"))
    assert error.value.url == site.address("/a")


async def test_an_address_off_the_site_is_never_asked(site: Site, fetcher: Make) -> None:
    with pytest.raises(OffSite, match="add the host to the source"):
        await (await fetcher(hosts=lambda host: host == "calder.example")).get(site.address("/a"))
    assert site.seen == []


async def test_a_redirect_without_an_address_is_an_error(site: Site, fetcher: Make) -> None:
    site.on("/a", page("", status=302))
    with pytest.raises(BadStatus, match="302 Found; an answer that leads nowhere"):
        await (await fetcher()).get(site.address("/a"))


# Size and time.


@pytest.mark.parametrize("length", [True, False], ids=["announced", "streamed"])
async def test_a_huge_body_is_cut_off_and_never_held(site: Site, fetcher: Make, length: bool) -> None:
    size, limit = 200 * 1024 * 1024, 1024 * 1024
    site.on("/a", site.endless(size, length=length))
    small = await fetcher(limits=Limits(body=limit))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="1,048,576 a page may have; see whether") as error:
            await small.get(site.address("/a"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert ("209,715,200" in error.value.message) is length
    assert peak < 16 * limit
    assert site.sent < size // 4


async def test_a_decompression_bomb_is_cut_off_and_never_held(site: Site, fetcher: Make) -> None:
    size, limit = 64 * 1024 * 1024, 1024 * 1024
    site.on("/a", bomb(size))
    small = await fetcher(limits=Limits(body=limit))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge, match="more than 1,"):
            await small.get(site.address("/a"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16 * limit


async def test_a_body_of_just_the_limit_is_had(site: Site, fetcher: Make) -> None:
    site.on("/a", page("x" * 1000))
    site.on("/b", page("x" * 1001))
    exact = await fetcher(limits=Limits(body=1000))
    assert len((await exact.get(site.address("/a"))).body) == 1000
    with pytest.raises(TooLarge, match="1,001 bytes"):
        await exact.get(site.address("/b"))


async def test_a_server_that_never_answers_is_unreachable(site: Site, fetcher: Make, timing: Timing) -> None:
    site.on("/a", silent())
    hasty = await fetcher(limits=Limits(seconds=0.05, attempts=2))
    with pytest.raises(Unreachable, match=r"no whole answer within 0\.05 seconds, asked 2 times; see whether"):
        await hasty.get(site.address("/a"))
    assert site.targets == ["/a", "/a"]


@pytest.mark.parametrize(
    "trouble",
    [broken_off("half", 100), hung_up(), page(b"no gzip at all", headers={"Content-Encoding": "gzip"})],
    ids=["too few bytes", "no word", "cannot be unpacked"],
)
async def test_an_answer_that_is_not_whole_is_asked_for_again(
    site: Site, fetcher: Make, timing: Timing, trouble: Answering
) -> None:
    site.on("/a", trouble, page("whole"))
    assert (await (await fetcher()).get(site.address("/a"))).body == b"whole"
    assert timing.waits == [2.0, 2.0], "after robots.txt, and before asking again"
    assert site.targets == ["/a", "/a"]


async def test_bytes_beyond_the_announced_length_are_not_the_page(site: Site, fetcher: Make) -> None:
    async def liar(request: object) -> object:
        transport = request.transport  # type: ignore[attr-defined]
        transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npageHTTP/1.1 200 OK\r\n\r\nforged")
        transport.close()
        return await page("")(request)  # type: ignore[arg-type]

    site.on("/a", liar)  # type: ignore[arg-type]
    site.on("/b", page("next"))
    patient = await fetcher()
    assert (await patient.get(site.address("/a"))).body == b"page"
    assert (await patient.get(site.address("/b"))).body == b"next"


async def test_nobody_there_is_unreachable(fetcher: Make, unused_tcp_port: int) -> None:
    with pytest.raises(Unreachable, match="rules of its site cannot be read now"):
        await (await fetcher()).get(f"http://127.0.0.1:{unused_tcp_port}/a")


async def test_hosts_are_asked_side_by_side_and_one_host_one_thing_at_a_time(site: Site, fetcher: Make) -> None:
    arrived, release = asyncio.Event(), asyncio.Event()
    site.on("/slow", held(arrived, release))
    site.on("/quick", page("quick"))
    patient = await fetcher()
    async with asyncio.TaskGroup() as tasks:
        slow = tasks.create_task(patient.get(site.address("/slow")))
        await arrived.wait()
        behind = tasks.create_task(patient.get(site.address("/quick")))
        elsewhere = await patient.get(site.address("/quick", host="localhost"))
        assert elsewhere.body == b"quick"
        assert not behind.done()
        assert site.targets == ["/slow", "/quick"]
        release.set()
    assert (slow.result().body, behind.result().body) == (b"at last", b"quick")


# Through a gateway.


async def test_a_gateway_is_asked_in_place_of_the_site(site: Site, fetcher: Make) -> None:
    site.on("/gate/https://a.example/x?y=1", redirect("/z"))
    site.on("/gate/https://a.example/z", redirect(site.address("/gate/https://b.example/z")))
    site.on("/gate/https://b.example/z", redirect("/gate/https://b.example/end"))
    site.on("/gate/https://b.example/end", page(TEXT))
    through = await fetcher(through=site.address("/gate/"), hosts=lambda host: host in {"a.example", "b.example"})
    response = await through.get("https://a.example/x?y=1")
    assert (response.url, response.final_url) == ("https://a.example/x?y=1", "https://b.example/end")
    assert [seen.target for seen in site.seen][:2] == [
        "/gate/https://a.example/robots.txt",
        "/gate/https://a.example/x?y=1",
    ]


async def test_an_archive_may_send_on_to_the_capture_next_in_time(site: Site, fetcher: Make) -> None:
    site.on("/web/2025/https://a.example/x", redirect("/web/20250602/https://a.example/x"))
    site.on("/web/20250602/https://a.example/x", page(TEXT))
    through = await fetcher(through=site.address("/web/2025"), hosts=lambda host: host == "a.example")
    response = await through.get("https://a.example/x")
    assert (response.final_url, response.body.decode()) == ("https://a.example/x", TEXT)


async def test_a_gateway_cannot_lead_off_the_site(site: Site, fetcher: Make) -> None:
    through = await fetcher(through=site.address("/gate"), hosts=lambda host: host == "a.example")
    for location in (site.address("/gate/https://b.example/"), "https://b.example/", "//b.example/"):
        site.on("/gate/https://a.example/x", redirect(location))
        with pytest.raises(OffSite, match=r"on b\.example"):
            await through.get("https://a.example/x")


def test_a_gateway_without_an_address_is_refused() -> None:
    with pytest.raises(InputError, match="write it like https://"):
        Fetcher(hosts=lambda _: True, through="gateway.example")
