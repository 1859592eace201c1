"""How often somebody may ask: the generic cell rate algorithm, in this process or in Redis for all of them.

One number is kept for each who asks: the moment at which all that they were served would have come, had it come evenly.
It may lie ahead by as much as the burst takes. So there is no window at whose edge twice as much slips through, and
nothing to sweep but numbers that lie behind.

Of the libraries, `limits` has windows only, and throttled-py takes no Redis client of ours, none of redis-py 8, and in
memory forgets whom it counted as soon as a thousand others have asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Final, Protocol

from backend.redis_link import RedisGone, RedisLink

PREFIX: Final = "onrecord:rate:"
# Numbers kept before those that lie behind are swept: a few megabytes.
_KEPT: Final = 50_000
_MICROSECONDS: Final = 1_000_000

# One round trip, atomic, by the clock of Redis, so that the processes' clocks need not agree. All whole microseconds:
# Lua's numbers are exact to 2^53. A number is kept some seconds longer than it says anything, for Redis ends it by its
# own clock. Answers {served, microseconds until it would be served, how far ahead the moment is}.
_SCRIPT: Final = """
local interval, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local now = tonumber(ARGV[4])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local moment = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local after = moment + cost * interval
local early = after - burst * interval - now
if early > 0 then
  return {0, early, moment - now}
end
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000) + 10000)
return {1, 0, after - now}
"""


@dataclass(frozen=True, slots=True)
class Rate:
    """`a_minute` requests, of which `burst` may come at once."""

    a_minute: int
    burst: int

    @property
    def interval(self) -> int:
        """Microseconds that one request takes to be had again."""
        return max(1, round(60 * _MICROSECONDS / self.a_minute))

    @property
    def window(self) -> int:
        """Seconds in which a burst is had again."""
        return ceil(self.burst * self.interval / _MICROSECONDS)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether this was `served`; how many requests more would be at once; seconds, rounded up, until this one would be
    (0 where it was) and until all of the burst is there again."""

    served: bool
    remaining: int
    retry_after: int
    full_after: int


class Limiter(Protocol):
    async def take(self, who: str, cost: int = 1) -> Standing:
        """Count `cost` requests of `who`, or none where that is more than they may have now. What costs more than the
        burst costs the burst, or it could never be served."""
        ...


def _clock() -> int:
    return time.monotonic_ns() // 1000


class MemoryLimiter:
    """A `Limiter` of this process; `clock` gives microseconds."""

    def __init__(self, rate: Rate, *, clock: Callable[[], int] = _clock, kept: int = _KEPT) -> None:
        self._rate = rate
        self._clock = clock
        self._kept = kept
        self._moments: dict[str, int] = {}

    async def take(self, who: str, cost: int = 1) -> Standing:
        now, interval, burst = self._clock(), self._rate.interval, self._rate.burst
        moment = max(self._moments.get(who, now), now)
        after = moment + min(cost, burst) * interval
        early = after - burst * interval - now
        if early > 0:
            return _standing(self._rate, 0, early, moment - now)
        self._moments[who] = after
        if len(self._moments) > self._kept:
            self._sweep(now)
        return _standing(self._rate, 1, 0, after - now)

    def _sweep(self, now: int) -> None:
        """Those who have their whole burst again, and if they are too few, those who come nearest."""
        nearest = sorted(self._moments.items(), key=lambda item: item[1], reverse=True)
        self._moments = dict(item for item in nearest[: self._kept * 9 // 10] if item[1] > now)


class RedisLimiter:
    """A `Limiter` for all processes that share a Redis. Raises RedisGone while it is gone. `clock` stands in for the
    clock of Redis."""

    def __init__(self, rate: Rate, link: RedisLink, *, clock: Callable[[], int] | None = None) -> None:
        self._rate = rate
        self._link = link
        self._clock = clock
        self._script = link.client.register_script(_SCRIPT)

    async def take(self, who: str, cost: int = 1) -> Standing:
        values = [
            self._rate.interval,
            self._rate.burst,
            min(cost, self._rate.burst),
            self._clock() if self._clock else "",
        ]
        served, early, ahead = await self._link.ask(lambda: self._script(keys=[PREFIX + who], args=values))
        return _standing(self._rate, served, early, ahead)


class TeamLimiter:
    """A `Limiter` that counts in Redis, and while that is gone in this process, which has counted along what it served
    itself."""

    def __init__(self, far: Limiter, near: Limiter) -> None:
        self._far = far
        self._near = near

    async def take(self, who: str, cost: int = 1) -> Standing:
        try:
            standing = await self._far.take(who, cost)
        except RedisGone:
            return await self._near.take(who, cost)
        if standing.served:
            await self._near.take(who, cost)
        return standing


def _standing(rate: Rate, served: int, early: int, ahead: int) -> Standing:
    return Standing(
        served=bool(served),
        remaining=max(0, rate.burst - ceil(ahead / rate.interval)),
        retry_after=ceil(early / _MICROSECONDS),
        full_after=ceil(ahead / _MICROSECONDS),
    )
