"""robots.txt: asked for once a day and site, and obeyed (RFC 9309).

A 4xx answer means there are no rules, and so does a redirect that leads away from the site or nowhere. A server that
fails or does not answer may have rules, so nothing is fetched until it can say.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

from quotes.errors import BadStatus, FetchError, Forbidden, OffSite, TooManyRedirects, Unreachable
from quotes.fetch.addresses import origin
from quotes.fetch.clock import Clock
from quotes.model import Response

_KEPT_SECONDS: Final = 24 * 3600.0
# How long a server that could not say is left alone: a crawl's next pages do not each try again, a scheduler's do.
_FAILED_SECONDS: Final = 300.0
# What RFC 9309 asks a crawler to read at least; rules beyond it are left unread by other crawlers as well.
_READ_BYTES: Final = 500 * 1024
_TOO_MANY_REQUESTS: Final = 429


@dataclass(slots=True)
class _Site:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Protego | None = None
    error: FetchError | None = None
    until: float = 0.0


class Robots:
    """`fetch` asks for an address without asking robots.txt first; `name` is what the rules are looked up by."""

    def __init__(self, fetch: Callable[[str], Awaitable[Response]], name: str, clock: Clock) -> None:
        self._fetch = fetch
        self._name = name
        self._clock = clock
        self._sites: dict[str, _Site] = {}

    async def permit(self, place: str, *, url: str) -> float:
        """The site's Crawl-delay in seconds, 0 without one. Raises, in the name of `url`, Forbidden when the rules
        forbid `place`, Unreachable or BadStatus when the rules cannot be had."""
        file = f"{origin(place)}/robots.txt"
        site = self._sites.setdefault(file, _Site())
        async with site.lock:
            if self._clock.monotonic() >= site.until:
                await self._read(site, file)
        if site.error is not None:
            raise _not_now(site.error, file, url)
        assert site.rules is not None
        if not site.rules.can_fetch(place, self._name):
            raise Forbidden(
                f"{file} asks {self._name} to stay away{'' if place == url else f' from {place}'}; "
                "leave this address out, or ask the site's operator for leave",
                url=url,
            )
        return float(site.rules.crawl_delay(self._name) or 0)

    async def _read(self, site: _Site, file: str) -> None:
        site.rules, site.error, kept = None, None, _KEPT_SECONDS
        try:
            answer = await self._fetch(file)
            text = "" if answer.gone else answer.body[:_READ_BYTES].decode("utf-8-sig", errors="replace")
            site.rules = Protego.parse(text)
        except (OffSite, TooManyRedirects):
            site.rules = Protego()
        except BadStatus as error:
            if error.status < 500 and error.status != _TOO_MANY_REQUESTS:
                site.rules = Protego()
            else:
                site.error, kept = error, _FAILED_SECONDS
        except FetchError as error:
            site.error, kept = error, _FAILED_SECONDS
        site.until = self._clock.monotonic() + kept


def _not_now(error: FetchError, file: str, url: str) -> FetchError:
    message = f"not fetched, because the rules of its site cannot be read now ({error.message}); try again later"
    if isinstance(error, BadStatus):
        return BadStatus(message, url=url, status=error.status)
    return Unreachable(message, url=url)
