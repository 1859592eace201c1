"""Percentiles are times that were measured, and a bound in time is kept."""

from __future__ import annotations

from itertools import count

from tests.benchmark.measure import Timings, timed


def test_percentiles_by_nearest_rank() -> None:
    timings = Timings([millisecond / 1000 for millisecond in range(100, 0, -1)])
    assert (timings.p50, timings.p99) == (51.0, 100.0)


def test_stops_when_the_time_is_over() -> None:
    timings, answers = timed(lambda number: sum(range(number)), count(1000), within=0.05)
    assert len(timings.seconds) == len(answers) > 1
    assert sum(timings.seconds) < 1.0
