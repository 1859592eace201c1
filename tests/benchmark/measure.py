"""Times of many calls, and the numbers drawn from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True)
class Timings:
    """Seconds each call took."""

    seconds: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """In milliseconds; the nearest rank, so always a time that was measured."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @property
    def p50(self) -> float:
        return self.percentile(0.50)

    @property
    def p99(self) -> float:
        return self.percentile(0.99)


def timed(call: Callable[[T], R], inputs: Iterable[T], *, within: float) -> tuple[Timings, list[R]]:
    """Every answer of `call` and its time, stopping early once `within` seconds are over."""
    timings, answers = Timings(), []
    end = time.perf_counter() + within
    for item in inputs:
        start = time.perf_counter()
        answers.append(call(item))
        now = time.perf_counter()
        timings.seconds.append(now - start)
        if now > end:
            break
    return timings, answers
