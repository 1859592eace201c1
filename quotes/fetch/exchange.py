"""One request and its answer: the only module that knows the HTTP library."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address
from types import TracebackType
from typing import Final, Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from quotes.errors import RefusedTarget, TooLarge, Unreachable
from quotes.fetch.limits import Limits
from quotes.fetch.targets import Targets
from quotes.model.web import GONE

Resolve = Callable[[str], Awaitable[list[str]]]

_CHUNK: Final = 64 * 1024
_LOOKED_UP_AT_ONCE: Final = 8
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# What refuses may say why on a page; the others say what they have to say in their headers.
_READ: Final = frozenset(range(200, 300)) | GONE | {401, 403, 429, 451, 503}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def redirect(self) -> str | None:
        """Where the answer sends on to, as it says it."""
        return self.header("location") if self.status in _REDIRECTS else None


class NoAnswer(Exception):
    """The server could not be asked or did not answer to the end; it may another time. The text says what happened."""


class Exchange:
    """Keeps no cookies, sends no Referer, follows nothing, goes through no proxy. An async context manager. With
    `targets` only what they permit is connected to; `resolve` then stands in for the system's names: it gives the IP
    addresses of a host."""

    def __init__(
        self, limits: Limits, user_agent: str, *, targets: Targets | None = None, resolve: Resolve | None = None
    ) -> None:
        self._limits = limits
        self._user_agent = user_agent
        self._targets = targets
        self._resolve = resolve
        self._names: _Names | None = None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = None
        if self._targets is not None:
            self._names = _Names(self._targets, self._resolve)
            connector = _guarded(self._targets, self._names)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate"},
            timeout=aiohttp.ClientTimeout(total=self._limits.seconds),
            middlewares=(_once,),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._session is not None
        await self._session.close()
        if self._names is not None:
            await self._names.close()

    async def ask(
        self,
        address: str,
        headers: dict[str, str],
        *,
        url: str,
        post: bytes | None = None,
        admit: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Raises NoAnswer where asking again may help; in the name of `url`, TooLarge when the body is beyond the
        limit, Unreachable when asking again is no use, RefusedTarget where `targets` do not permit it. `post` is a
        body to send; what comes back then has none. `admit` sees the answer before its body is read, and may raise."""
        assert self._session is not None, "a Fetcher is used inside `async with`"
        method = "GET" if post is None else "POST"
        try:
            async with self._session.request(
                method, address, data=post, headers=headers, allow_redirects=False
            ) as response:
                sent = tuple((_text(name), _text(value)) for name, value in response.raw_headers)
                if admit is not None:
                    admit(Answer(response.status, sent, b""))
                if post is not None:
                    response.close()
                read = post is None and response.status in _READ
                return Answer(response.status, sent, await self._body(response, url) if read else b"")
        except TimeoutError as error:
            raise NoAnswer(f"no whole answer within {self._limits.seconds:g} seconds") from error
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError) as error:
            raise Unreachable(
                f"no trusted connection to the server ({error}); see whether its certificate has run out", url=url
            ) from error
        except _Refused as error:
            raise RefusedTarget(str(error), url=url) from error
        except aiohttp.InvalidURL as error:
            raise Unreachable(f"{address} cannot be asked for ({error}); correct the address", url=url) from error
        except aiohttp.ClientPayloadError as error:
            raise NoAnswer(f"the answer broke off or cannot be unpacked ({error})") from error
        except (aiohttp.ClientError, OSError) as error:
            raise NoAnswer(f"no answer ({str(error) or type(error).__name__})") from error

    async def _body(self, response: aiohttp.ClientResponse, url: str) -> bytes:
        """Read piece by piece, unpacked: no more than the limit and a piece is ever in memory."""
        if (response.content_length or 0) > self._limits.body:
            response.close()
            raise self._too_large(f"{response.content_length:,} bytes", url)
        body = bytearray()
        async for piece in response.content.iter_chunked(_CHUNK):
            body += piece
            if len(body) > self._limits.body:
                response.close()
                raise self._too_large(f"more than {len(body):,} bytes", url)
        return bytes(body)

    def _too_large(self, size: str, url: str) -> TooLarge:
        return TooLarge(
            f"the answer has {size}, more than the {self._limits.body:,} a page may have; "
            "see whether it is a page at all, and raise the limit if it is",
            url=url,
        )


async def _once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """The library would ask again by itself and at once when a connection is closed on it; the pace forbids that."""
    _asked.set(request.url.raw_host or "")
    try:
        return await handler(request)
    except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError):
        raise
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, _NotPermitted):
            raise _Refused(str(error.os_error)) from error
        raise NoAnswer(f"no answer ({error})") from error
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise NoAnswer(f"no answer ({error})") from error


def _text(header: bytes) -> str:
    try:
        return header.decode()
    except UnicodeDecodeError:
        return header.decode("latin-1")


# The host that the running request is for, as the library itself reads the address: what connects is told only where.
_asked: ContextVar[str] = ContextVar("asked", default="")


class _NotPermitted(OSError):
    """A connection that is not made, as the connector passes it on. The text says what it would have led to."""


class _Refused(Exception):
    """The same, once the library has let go of it."""


class _Names(AbstractResolver):
    """Names led to addresses, of which those remain that may be connected to: what is checked here is what the
    connection is made to, so a name that leads elsewhere a moment later gains nothing."""

    def __init__(self, targets: Targets, resolve: Resolve | None) -> None:
        self._targets = targets
        self._resolve = resolve
        # Threads of their own: names that take long to look up must not keep everybody else from the loop's.
        self._threads = ThreadPoolExecutor(_LOOKED_UP_AT_ONCE, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        addresses = await (self._resolve or self._ask_system)(host)
        found = [_resolved(host, address, port) for address in addresses]
        permitted = [one for one in found if self._targets.permits(host, one["host"], port)]
        if found and not permitted:
            raise _not_permitted(host, port)
        return permitted

    async def _ask_system(self, host: str) -> list[str]:
        def look_up() -> list[str]:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
            return list(dict.fromkeys(str(address[0]) for *_, address in found))

        return await asyncio.get_running_loop().run_in_executor(self._threads, look_up)

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _guarded(targets: Targets, names: _Names) -> aiohttp.TCPConnector:
    def open_socket(address: aiohttp.AddrInfoType) -> socket.socket:
        """The last word on every connection: an address that is written out is never asked of the names above."""
        family, kind, protocol, _, (place, port, *_) = address
        if not targets.permits(_asked.get(), str(place), int(port)):
            raise _not_permitted(_asked.get(), int(port))
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(resolver=names, use_dns_cache=False, socket_factory=open_socket)


def _not_permitted(host: str, port: int) -> _NotPermitted:
    return _NotPermitted(
        f"{host}, port {port}, is not on the public web; only public addresses are fetched, others the operator has to "
        "open"
    )


def _resolved(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET if ip_address(address).version == 4 else socket.AF_INET6
    return {
        "hostname": host,
        "host": address,
        "port": port,
        "family": family,
        "proto": 0,
        "flags": socket.AI_NUMERICHOST,
    }
