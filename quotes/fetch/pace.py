"""One polite rate for each host: one request at a time, and a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from quotes.fetch.clock import Clock


@dataclass(frozen=True, slots=True)
class Pace:
    """At least `seconds` from the end of a request to the start of the next one to the same host, and by chance up to
    `jitter` times as much again, so that a server sees no drumbeat. A longer Crawl-delay stands in for `seconds`."""

    seconds: float = 2.0
    jitter: float = 0.5

    def pause(self, crawl_delay: float, chance: float) -> float:
        """Seconds; `chance` in [0, 1) says how much of the jitter."""
        return max(self.seconds, crawl_delay) * (1 + self.jitter * chance)


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ended: float | None = None


class Turns:
    """Whose turn it is, host by host, first come, first served."""

    def __init__(self, pace: Pace, clock: Clock) -> None:
        self._pace = pace
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, crawl_delay: float) -> AsyncIterator[None]:
        """Waits until `host` may be asked again; until the block ends nobody else asks it."""
        place = self._hosts.setdefault(host, _Host())
        async with place.lock:
            if place.ended is not None:
                pause = self._pace.pause(crawl_delay, self._clock.chance())
                if (left := place.ended + pause - self._clock.monotonic()) > 0:
                    await self._clock.sleep(left)
            try:
                yield
            finally:
                place.ended = self._clock.monotonic()
