"""A web site on loopback that answers as a test says: slow, failing, endless, lying about its length."""

from __future__ import annotations

import asyncio
import gzip
import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]
_BLOCK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived: `target` is path and query, unchanged; header names in lower case."""

    target: str
    headers: dict[str, str]


@dataclass
class Site:
    """An async context manager. `on` says what a path answers, `seen` holds what was asked in order, `sent` how many
    bytes of endless bodies went out. A path nothing was said of is 404, robots.txt included."""

    seen: list[Seen] = field(default_factory=list)
    sent: int = 0
    port: int = 0

    def __post_init__(self) -> None:
        self._answers: dict[str, list[Answering]] = {}
        self._runner: web.ServerRunner | None = None

    def on(self, target: str, *answers: Answering) -> None:
        """`target`, path and query, answers with these in turn, and from then on with the last."""
        self._answers[target] = list(answers)

    def address(self, target: str = "", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{target}"

    @property
    def targets(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [one.target for one in self.seen if not one.target.endswith("/robots.txt")]

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        target = request.raw_path
        self.seen.append(Seen(target, {name.lower(): value for name, value in request.headers.items()}))
        answers = self._answers.get(target, [page("nothing here", status=404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return await answer(request)  # type: ignore[arg-type]

    async def __aenter__(self) -> Self:
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await self._runner.setup()
        place = web.TCPSite(self._runner, "127.0.0.1", 0)
        await place.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    def endless(self, size: int, *, length: bool = False, headers: dict[str, str] | None = None) -> Answering:
        """`size` bytes of spaces, counted in `sent` as they go; announced if `length`, else in chunks."""

        async def answer(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers=headers)
            if length:
                response.content_length = size
            await response.prepare(request)
            try:
                for _ in range(size // _BLOCK):
                    await response.write(b" " * _BLOCK)
                    self.sent += _BLOCK
            except ConnectionError:
                pass
            return response

        return answer


def page(text: str | bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Answering:
    body = text.encode() if isinstance(text, str) else text

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers={"Content-Type": "text/html", **(headers or {})})

    return answer


def redirect(to: str, status: int = 302) -> Answering:
    return page("", status=status, headers={"Location": to})


def versioned(text: str, *, etag: str, last_modified: str = "Mon, 02 Jun 2025 08:00:00 GMT") -> Answering:
    """304 to whoever holds this version."""

    async def answer(request: web.Request) -> web.StreamResponse:
        headers = {"ETag": etag, "Last-Modified": last_modified}
        if request.headers.get("If-None-Match", request.headers.get("If-Modified-Since")) in {etag, last_modified}:
            return web.Response(status=304, headers=headers)
        return web.Response(text=text, headers=headers)

    return answer


def held(arrived: asyncio.Event, release: asyncio.Event, text: str = "at last") -> Answering:
    """Sets `arrived` when asked and answers when `release` is set."""

    async def answer(_: web.Request) -> web.StreamResponse:
        arrived.set()
        await release.wait()
        return web.Response(text=text)

    return answer


def silent() -> Answering:
    """Never answers."""
    return held(asyncio.Event(), asyncio.Event())


def broken_off(text: str, promised: int) -> Answering:
    """Promises so many bytes and hangs up after those of `text`."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = promised
        await response.prepare(request)
        await response.write(text.encode())
        assert request.transport is not None
        request.transport.close()
        return response

    return answer


def hung_up() -> Answering:
    """Closes the connection without a word."""

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    return answer


def bomb(size: int) -> Answering:
    """A small body that unpacks to `size` bytes."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1, mtime=0) as file:
        for _ in range(size // _BLOCK):
            file.write(b"\0" * _BLOCK)
    return page(packed.getvalue(), headers={"Content-Encoding": "gzip"})
