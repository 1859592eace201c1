"""Time that passes when somebody sleeps, and remembers for how long."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from quotes.fetch import Clock

START = datetime(2025, 6, 2, 8, 0, tzinfo=UTC)


class Timing:
    """`waits`: the seconds each sleep asked for, in order. `chance` is the number drawn each time."""

    def __init__(self, chance: float = 0.0) -> None:
        self.now = 1000.0
        self.chance = chance
        self.waits: list[float] = []

    @property
    def clock(self) -> Clock:
        return Clock(monotonic=lambda: self.now, utc=self.utc, sleep=self.sleep, chance=lambda: self.chance)

    def utc(self) -> datetime:
        return START + timedelta(seconds=self.now - 1000.0)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 6))
        self.now += seconds
        await asyncio.sleep(0)
