"""A page named by anybody: had from the public web and from nowhere else, whatever names, redirects and bodies try.

The site is on loopback, so the tests open its one address and port, and call it by names that a resolver of their own
leads there. Whatever else they lead to is then as private as it would be anywhere.
"""

from __future__ import annotations

import asyncio
import io
import socket
import threading
import tracemalloc
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest
from aiohttp import web

from quotes.errors import BadStatus, RefusedTarget, TooLarge, TooManyRedirects, Unreachable, WrongType
from quotes.fetch import VISIT_LIMITS, Limits, Targets, Visitor, media_type
from tests.fetch.site import Site, bomb, broken_off, hung_up, page, redirect, silent

Make = Callable[..., Awaitable[Visitor]]
TEXT = "<p>The harbour master said: “No.”</p>"


class Names:
    """Stands in for DNS: the answers of a name in turn, the last one for good; `asked` are the names in order."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {name.replace("_", "."): list(lists) for name, lists in answers.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str) -> list[str]:
        self.asked.append(host)
        if host not in self.answers:
            raise OSError(-2, "no such name")
        answers = self.answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@pytest.fixture
async def visitor(site: Site) -> AsyncIterator[Make]:
    """Makes visitors to which the site's address and port are open."""
    async with AsyncExitStack() as stack:

        async def make(**options: Any) -> Visitor:
            options.setdefault("targets", Targets(f"127.0.0.1:{site.port}"))
            return await stack.enter_async_context(Visitor(**options))

        yield make


@pytest.fixture
async def secret(site: Site) -> AsyncIterator[list[str]]:
    """The requests that reach a server which nobody may reach: loopback's second address, at the site's port."""
    seen: list[str] = []

    async def answer(request: web.BaseRequest) -> web.Response:
        seen.append(request.path)
        return web.Response(text="<p>secret</p>", content_type="text/html")

    runner = web.ServerRunner(web.Server(answer, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.2", site.port).start()
    yield seen
    await runner.cleanup()


async def test_a_page_comes_as_the_crawler_has_it(site: Site, visitor: Make) -> None:
    site.on("/a", redirect("/b", 301))
    site.on("/b", page(TEXT, headers={"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "seen=1"}))
    reader = await visitor(contact="desk@calder.example")
    for _ in range(2):
        response = await reader.get(site.address("/a#part"))
        assert (response.final_url, response.status, response.body.decode()) == (site.address("/b"), 200, TEXT)
        assert media_type(response) == "text/html"
    assert [one.target for one in site.seen] == ["/a", "/b", "/a", "/b"], "robots.txt speaks to crawlers"
    for one in site.seen:
        assert not one.headers.keys() & {"cookie", "referer", "authorization"}
        assert "a reader has given" in one.headers["user-agent"]
        assert "desk@calder.example" in one.headers["user-agent"]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.2",
        "localhost",
        "0.0.0.0",
        "[::1]",
        "[::ffff:127.0.0.2]",
        "[::ffff:7f00:2]",
        "127.2",
        "2130706434",
        "0x7f000002",
        "0177.0.0.2",
        "127.0.0.2.",
        "１２７.0.0.2",
    ],
)
async def test_no_spelling_of_a_private_address_is_reached(
    site: Site, visitor: Make, secret: list[str], host: str
) -> None:
    """Against a guard that opens the port, so that the address alone is what forbids."""
    reader = await visitor(targets=Targets(f"wiki.example:{site.port}"))
    with pytest.raises((RefusedTarget, Unreachable)):
        await reader.get(f"http://{host}:{site.port}/a")
    assert (secret, site.seen) == ([], [])


async def test_what_a_redirect_leads_to_is_checked_too(site: Site, visitor: Make, secret: list[str]) -> None:
    reader = await visitor()
    for place, to in enumerate(
        [
            f"http://127.0.0.2:{site.port}/",
            f"//127.0.0.2:{site.port}/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[fd00:ec2::254]/",
            "http://127.0.0.1:6379/",
            "file:///etc/passwd",
            "gopher://127.0.0.1/",
            f"http://reader:secret@127.0.0.1:{site.port}/",
            "http://[::1/",
        ]
    ):
        site.on(f"/{place}", redirect(to, 307))
        with pytest.raises(RefusedTarget) as refused:
            await reader.get(site.address(f"/{place}"))
        assert refused.value.url == site.address(f"/{place}")
        assert "redirects, and" in refused.value.message or "leads to" in refused.value.message
    assert secret == []
    assert site.targets == [f"/{place}" for place in range(9)]


async def test_of_several_addresses_of_a_name_only_the_public_ones_are_tried(
    site: Site, visitor: Make, secret: list[str]
) -> None:
    site.on("/a", page(TEXT))
    names = Names(
        mixed_example=[["127.0.0.2", "10.0.0.1", "127.0.0.1", "fe80::1"]], private_example=[["127.0.0.2", "::1"]]
    )
    reader = await visitor(resolve=names)
    assert (await reader.get(site.address("/a", host="mixed.example"))).body.decode() == TEXT
    with pytest.raises(RefusedTarget, match=r"private\.example, port \d+, is not on the public web"):
        await reader.get(site.address("/a", host="private.example"))
    assert (site.targets, secret) == (["/a"], [])


async def test_a_name_that_leads_elsewhere_a_moment_later_gains_nothing(
    site: Site, visitor: Make, secret: list[str]
) -> None:
    """DNS rebinding: checked and connected to is one answer, asked for once a connection."""
    site.on("/a", page(TEXT, headers={"Connection": "close"}))
    names = Names(turning_example=[["127.0.0.1"], ["127.0.0.2"]])
    reader = await visitor(resolve=names)
    url = site.address("/a", host="turning.example")
    assert (await reader.get(url)).body.decode() == TEXT
    assert names.asked == ["turning.example"]
    with pytest.raises(RefusedTarget):
        await reader.get(url)
    assert (site.targets, secret) == (["/a"], [])


async def test_a_redirect_within_one_name_is_resolved_and_checked_anew(
    site: Site, visitor: Make, secret: list[str]
) -> None:
    site.on("/a", page("", status=302, headers={"Location": "/secret", "Connection": "close"}))
    reader = await visitor(resolve=Names(turning_example=[["127.0.0.1"], ["127.0.0.2"]]))
    with pytest.raises(RefusedTarget):
        await reader.get(site.address("/a", host="turning.example"))
    assert secret == []


async def test_names_that_take_long_keep_nobody_else_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns a name may have it looked up for minutes; the threads that everything else shares are not used."""
    hanging, release = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> list[Any]:
        hanging.set()
        release.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    try:
        async with Visitor(limits=Limits(seconds=0.5)) as reader:
            visits = [asyncio.create_task(reader.get(f"http://slow{number}.example/")) for number in range(40)]
            await asyncio.to_thread(hanging.wait, 5)
            async with asyncio.timeout(0.4):
                assert await asyncio.to_thread(int, "7") == 7
            outcomes = await asyncio.gather(*visits, return_exceptions=True)
            assert {type(outcome) for outcome in outcomes} == {Unreachable}
    finally:
        release.set()


async def test_an_intranet_host_is_reached_once_it_is_named(site: Site, visitor: Make) -> None:
    site.on("/a", page(TEXT))
    names = Names(wiki_intranet=[["127.0.0.1"]], other_intranet=[["127.0.0.1"]])
    reader = await visitor(targets=Targets(f"wiki.intranet:{site.port}"), resolve=names)
    assert (await reader.get(site.address("/a", host="wiki.intranet"))).body.decode() == TEXT
    with pytest.raises(RefusedTarget):
        await reader.get(site.address("/a", host="other.intranet"))


async def test_redirects_are_counted_and_circles_seen(site: Site, visitor: Make) -> None:
    for place in range(8):
        site.on(f"/{place}", redirect(f"/{place + 1}"))
    site.on("/6", page(TEXT))
    reader = await visitor()
    assert (await reader.get(site.address("/1"))).final_url == site.address("/6")
    with pytest.raises(TooManyRedirects, match="more than 5 times"):
        await reader.get(site.address("/0"))
    site.on("/circle", redirect("/round"))
    site.on("/round", redirect("/circle"))
    with pytest.raises(TooManyRedirects, match="circle"):
        await reader.get(site.address("/circle"))


@pytest.mark.parametrize(
    ("content_type", "read_as"),
    [
        ("text/html", "text/html"),
        ("TEXT/HTML; charset=big5", "text/html"),
        ("application/xhtml+xml", "application/xhtml+xml"),
        ("text/plain; charset=utf-8", "text/plain"),
        ("text/markdown", "text/markdown"),
        ("text/x-markdown", "text/markdown"),
        ("application/pdf", "application/pdf"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
async def test_articles_come_as_these(site: Site, visitor: Make, content_type: str, read_as: str) -> None:
    site.on("/a", page(TEXT, headers={"Content-Type": content_type}))
    assert media_type(await (await visitor()).get(site.address("/a"))) == read_as


@pytest.mark.parametrize(
    "content_type", ["image/png", "video/mp4", "application/json", "text/css", "application/zip", "nonsense"]
)
async def test_nothing_else_is_loaded(site: Site, visitor: Make, content_type: str) -> None:
    site.on("/film", site.endless(4 * 1024 * 1024, headers={"Content-Type": content_type}))
    with pytest.raises(WrongType, match=content_type):
        await (await visitor()).get(site.address("/film"))
    assert site.sent < 4 * 1024 * 1024, "told by its head, and not loaded"


async def test_what_does_not_say_what_it_is_is_told_by_its_bytes(site: Site, visitor: Make) -> None:
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("secret.exe", "MZ")
    reader = await visitor()
    octets = {"Content-Type": "application/octet-stream"}
    for number, (body, ends_in) in enumerate([(b"%PDF-1.7\n%", "pdf"), (word.getvalue(), "document")]):
        site.on(f"/{number}", page(body, headers=octets))
        assert media_type(await reader.get(site.address(f"/{number}"))).endswith(ends_in)
    for number, body in enumerate([other.getvalue(), b"\x7fELF\0\0", TEXT.encode()]):
        site.on(f"/no{number}", page(body, headers=octets))
        with pytest.raises(WrongType):
            await reader.get(site.address(f"/no{number}"))


async def test_an_endless_page_is_given_up_at_the_limit(site: Site, visitor: Make) -> None:
    site.on("/long", site.endless(64 * 1024 * 1024, headers={"Content-Type": "text/html"}))
    site.on("/announced", site.endless(64 * 1024 * 1024, length=True, headers={"Content-Type": "text/html"}))
    reader = await visitor()
    with pytest.raises(TooLarge, match="more than 5,"):
        await reader.get(site.address("/long"))
    assert site.sent < 16 * 1024 * 1024
    sent = site.sent
    with pytest.raises(TooLarge, match="67,108,864 bytes"):
        await reader.get(site.address("/announced"))
    assert site.sent - sent < 8 * 1024 * 1024


async def test_a_small_body_that_unpacks_to_a_huge_one_fills_no_memory(site: Site, visitor: Make) -> None:
    site.on("/bomb", bomb(256 * 1024 * 1024))
    reader = await visitor()
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            await reader.get(site.address("/bomb"))
        assert tracemalloc.get_traced_memory()[1] < 32 * 1024 * 1024
    finally:
        tracemalloc.stop()


async def test_time_counts_for_the_whole_visit(site: Site, visitor: Make) -> None:
    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.25)
        return web.Response(status=302, headers={"Location": f"/{len(site.seen)}"})

    for place in range(5):
        site.on(f"/{place}", slow)
    site.on("/silent", silent())
    reader = await visitor(limits=Limits(body=VISIT_LIMITS.body, seconds=0.6, redirects=5, attempts=1))
    started = asyncio.get_running_loop().time()
    for path in ("/0", "/silent"):
        with pytest.raises(Unreachable, match=r"0\.6 seconds"):
            await reader.get(site.address(path))
    assert asyncio.get_running_loop().time() - started < 2
    assert len(site.seen) < 6


async def test_nothing_is_tried_twice_and_every_refusal_says_what_to_do(site: Site, visitor: Make) -> None:
    site.on("/gone", page("gone", status=410))
    site.on("/busy", page("wait", status=503, headers={"Retry-After": "120"}))
    site.on("/hung", hung_up())
    site.on("/broken", broken_off("half", 100))
    reader = await visitor(resolve=Names())
    for path, status in (("/gone", 410), ("/busy", 503), ("/nowhere", 404)):
        with pytest.raises(BadStatus, match="paste") as refused:
            await reader.get(site.address(path))
        assert refused.value.status == status
    for path in ("/hung", "/broken"):
        with pytest.raises(Unreachable, match="paste"):
            await reader.get(site.address(path))
    with pytest.raises(Unreachable, match="no such name"):
        await reader.get(site.address("/a", host="nowhere.example"))
    assert len(site.seen) == 5


async def test_the_visitors_without_a_setting_go_nowhere_but_the_public_web(site: Site) -> None:
    async with Visitor() as reader:
        for url in (site.address("/a"), "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"):
            with pytest.raises(RefusedTarget):
                await reader.get(url)
            with pytest.raises(RefusedTarget):
                await reader.post(url, b"{}", {})
    assert site.seen == []


async def test_a_message_is_posted_once_and_goes_nowhere_else(site: Site, visitor: Make, secret: list[str]) -> None:
    bodies: list[tuple[str, bytes, str | None]] = []

    async def take(request: web.Request) -> web.StreamResponse:
        bodies.append((request.method, await request.read(), request.headers.get("X-Signature")))
        return web.Response(status=202, body=b"x" * 100_000)

    site.on("/hook", take)
    site.on("/moved", redirect(f"http://127.0.0.2:{site.port}/", 307))
    site.on("/broken", page("no", status=500))
    site.on("/busy", page("no", status=429, headers={"Retry-After": "7"}))
    site.on("/hung", hung_up())
    poster = await visitor()
    headers = {"Content-Type": "application/json", "X-Signature": "abc"}
    assert await poster.post(site.address("/hook"), b'{"done":true}', headers) == 202
    assert bodies == [("POST", b'{"done":true}', "abc")]
    for path, status in (("/moved", 307), ("/broken", 500), ("/busy", 429)):
        with pytest.raises(BadStatus) as refused:
            await poster.post(site.address(path), b"{}", headers)
        assert refused.value.status == status
    assert dict(refused.value.headers)["Retry-After"] == "7"
    with pytest.raises(Unreachable):
        await poster.post(site.address("/hung"), b"{}", headers)
    with pytest.raises(RefusedTarget):
        await poster.post(f"http://127.0.0.2:{site.port}/hook", b"{}", headers)
    assert site.targets.count("/hung") == 1
    assert secret == []
