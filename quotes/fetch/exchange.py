"""One request and its answer: the only module that knows the HTTP library."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import aiohttp

from quotes.errors import TooLarge, Unreachable
from quotes.fetch.limits import Limits
from quotes.model.web import GONE

_CHUNK: Final = 64 * 1024
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
    """Keeps no cookies, sends no Referer, follows nothing. An async context manager."""

    def __init__(self, limits: Limits, user_agent: str) -> None:
        self._limits = limits
        self._user_agent = user_agent
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
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

    async def ask(self, address: str, headers: dict[str, str], *, url: str) -> Answer:
        """Raises NoAnswer where asking again may help; in the name of `url`, TooLarge when the body is beyond the
        limit, Unreachable when asking again is no use."""
        assert self._session is not None, "a Fetcher is used inside `async with`"
        try:
            async with self._session.get(address, headers=headers, allow_redirects=False) as response:
                sent = tuple((_text(name), _text(value)) for name, value in response.raw_headers)
                body = await self._body(response, url) if response.status in _READ else b""
                return Answer(response.status, sent, body)
        except TimeoutError as error:
            raise NoAnswer(f"no whole answer within {self._limits.seconds:g} seconds") from error
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError) as error:
            raise Unreachable(
                f"no trusted connection to the server ({error}); see whether its certificate has run out", url=url
            ) from error
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
    try:
        return await handler(request)
    except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError):
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise NoAnswer(f"no answer ({error})") from error


def _text(header: bytes) -> str:
    try:
        return header.decode()
    except UnicodeDecodeError:
        return header.decode("latin-1")
