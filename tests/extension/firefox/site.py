"""Pages of the kinds that extensions meet, and a server that fails as it is told to.

Served on loopback under two names, so that one page can hold a frame of another origin.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import orjson
from aiohttp import web

from tests.html.pdfs import At, pdf

# As the sample archive has it, but for the words that a newspaper dropped.
ALTERED = "The reported stories are either misinformed or invented, or designed to drive a wedge"
VERBATIM = "will never harm China’s interests or its cooperation with China"
SHORT = "a legitimate action"
# Without a character that a PDF's standard encoding has not.
PRINTED = "The reported stories are either misinformed or invented"

_HEAD = """<!doctype html><html lang="en"{attributes}><head><meta charset="utf-8">
<title>Talk of a deal waved away</title>
<meta property="article:published_time" content="2025-10-14T09:00:00Z">{head}</head><body>"""
_STORY = f"""
<main><h1>Talk of a deal waved away</h1>
<p id="first">On Monday spokesperson Lin Jian was asked about stones. <span id="quote">“{ALTERED},”</span> he said.</p>
<p id="second">Dealings elsewhere “{VERBATIM}”, the spokesperson added.</p>
<p id="third">The new rules for exports, Lin said in the end, are “{SHORT}”.</p>
<p><button id="button" type="button">A button of the page</button>
<label>Notes <textarea id="notes"></textarea></label></p></main>"""
_MODAL = "<script>addEventListener('DOMContentLoaded', () => document.querySelector('dialog').showModal())</script>"
# Everything drawn elsewhere and otherwise, and every key and click kept from whoever comes later.
_HOSTILE = """<style>:not(html, head, head *, body, main, main *) { opacity: .1 !important; position: static !important;
transform: rotate(3deg) !important; width: 3000px !important; left: 3000px !important; display: none !important }
* { color: red !important; z-index: 2147483647 !important; font: 40px serif !important }</style>
<script>for (const kind of ['keydown', 'click', 'mousedown']) document.addEventListener(kind, (event) => {
  event.stopImmediatePropagation(); event.preventDefault(); }, true);</script>"""


def story(attributes: str = "", head: str = "", before: str = "", after: str = "") -> str:
    return _HEAD.format(attributes=attributes, head=head) + before + _STORY + after + "</body></html>"


def long_story(paragraphs: int) -> str:
    filler = "".join(
        f"<p>Paragraph {number} of a long page says that the ferry was late again, and that nobody on the quay "
        f"seemed to mind the wait of {number} minutes.</p>"
        for number in range(paragraphs)
    )
    return story(after=filler)


_PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "/plain": (story(), {}),
    "/strict": (
        story(),
        {
            "Content-Security-Policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; "
            "base-uri 'none'; form-action 'none'"
        },
    ),
    "/sandboxed": (story(), {"Content-Security-Policy": "sandbox"}),
    "/modal": (
        story(head=_MODAL, after=f"<dialog><p id='inner'>In a box: “{VERBATIM}”.</p><button>OK</button></dialog>"),
        {},
    ),
    "/rtl": (story(' dir="rtl"', before="<p lang='ar'>قال المتحدث إن العلاقات قوية.</p>"), {}),
    "/hostile": (story(head=_HOSTILE), {}),
    "/long": (long_story(3_000), {}),
    "/quiet": (_HEAD.format(attributes="", head="") + "<p id='none'>Nobody is quoted here at all.", {}),
}


@dataclass
class Site:
    """`address` and `other` are the same pages under two origins. `asked` is every path asked for."""

    address: str
    other: str
    asked: list[str] = field(default_factory=list)


@asynccontextmanager
async def site() -> AsyncIterator[Site]:
    pages = Site("", "")

    async def page(request: web.Request) -> web.Response:
        pages.asked.append(request.path)
        if request.path == "/framed":
            frame = f"<iframe src='{pages.other}/plain' width='700' height='320'></iframe>"
            return web.Response(text=story(after=frame), content_type="text/html")
        if request.path == "/paper.pdf":
            return web.Response(
                body=pdf([[At(72, 700, "He told them:"), At(72, 680, PRINTED)]]), content_type="application/pdf"
            )
        if request.path not in _PAGES:
            return web.Response(status=404)
        text, headers = _PAGES[request.path]
        return web.Response(text=text, content_type="text/html", headers=headers)

    app = web.Application()
    app.router.add_get("/{path:.*}", page)
    async with _listening(app) as port:
        pages.address, pages.other = f"http://127.0.0.1:{port}", f"http://localhost:{port}"
        yield pages


@dataclass
class StandIn:
    """A server that answers every request as it is told to: status, headers, body, and after how many seconds. One to
    the path `breaks` is cut off. `asked` and `bodies` are what came, `left` how many did not wait for the answer. It
    has no verdicts: those come from the real server."""

    address: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: object = None
    delay: float = 0
    breaks: str = ""
    asked: list[str] = field(default_factory=list)
    bodies: list[object] = field(default_factory=list)
    left: int = 0


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    server, over = StandIn(), asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        allowed = {
            "Access-Control-Allow-Origin": request.headers.get("Origin", "null"),
            "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
            "Access-Control-Expose-Headers": "Retry-After",
        }
        if request.method == "OPTIONS":
            return web.Response(status=204, headers=allowed)
        server.asked.append(f"{request.method} {request.path}")
        if request.can_read_body:
            server.bodies.append(orjson.loads(await request.read()))
        if request.path == server.breaks and request.transport is not None:
            request.transport.abort()
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), server.delay)
        except asyncio.CancelledError:
            server.left += 1
            raise
        return web.Response(
            status=server.status,
            headers=allowed | server.headers,
            body=orjson.dumps(server.body),
            content_type="application/json",
        )

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with _listening(app, handler_cancellation=True) as port:
        server.address = f"http://127.0.0.1:{port}"
        try:
            yield server
        finally:
            over.set()


@asynccontextmanager
async def _listening(app: web.Application, *, handler_cancellation: bool = False) -> AsyncIterator[int]:
    runner = web.AppRunner(app, shutdown_timeout=0, handler_cancellation=handler_cancellation)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
