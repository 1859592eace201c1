"""Watching a source: how long it waits, what it remembers of that, and what it says."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry

from backend.metrics import CrawlMetrics
from backend.watching import Watch
from quotes.archive import Archive, Poll
from quotes.fetch import Fetcher, Pace
from quotes.sources import Source, source_named
from tests.fetch.site import Site, page
from tests.ingest.ministry import ROOT, Briefing, Ministry, challenge, target

EVERY = timedelta(minutes=10)
ID = "mfa_china_zh"
NOW = datetime(2025, 11, 5, 12, tzinfo=UTC)
BRIEFING = Briefing(NOW.date() - timedelta(days=1), (("请介绍灯塔的情况。", "北岸第七号灯塔将在本月重新点亮。"),))


class Time:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def ministry() -> AsyncIterator[Ministry]:
    async with Site() as site:
        ministry = Ministry(site)
        ministry.publish(BRIEFING)
        yield ministry


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


MakeWatch = Callable[..., Watch]


@pytest.fixture
async def watch(
    ministry: Ministry, tmp_path: Path, time: Time, registry: CollectorRegistry
) -> AsyncIterator[MakeWatch]:
    """Makes watches of the ministry, each as a crawler that was just started has it."""
    fetcher = Fetcher(hosts=lambda _: True, pace=Pace(0), through=ministry.site.address())
    metrics = CrawlMetrics(registry)

    def make(source: Source | None = None, chance: float = 0.5) -> Watch:
        return Watch(tmp_path, source or source_named(ID), fetcher, EVERY, metrics, clock=time, chance=lambda: chance)

    async with fetcher:
        yield make


def poll(data: Path) -> Poll:
    with Archive.open(data, readonly=True) as archive:
        return archive.polls()[ID]


def looks(registry: CollectorRegistry, result: str) -> float:
    return registry.get_sample_value("onrecord_crawl_looks_total", {"source": ID, "result": result}) or 0.0


@pytest.mark.parametrize(("chance", "share"), [(0.0, 0.9), (0.5, 1.0), (0.999999, 1.1)])
async def test_the_next_look_is_an_interval_away_more_or_less(watch: MakeWatch, chance: float, share: float) -> None:
    wait = await watch(chance=chance).look() - NOW
    assert wait.total_seconds() == pytest.approx(EVERY.total_seconds() * share, rel=1e-3)


async def test_what_a_look_came_to_is_kept_and_counted(
    watch: MakeWatch, tmp_path: Path, registry: CollectorRegistry
) -> None:
    await watch().look()
    assert poll(tmp_path) == Poll(ID, "2025-11-05T12:00:00Z", 1, None, "2025-11-05T12:10:00Z")
    assert looks(registry, "good") == 1
    added = registry.get_sample_value("onrecord_crawl_pages_total", {"source": ID, "result": "added"})
    assert added == 1
    at = registry.get_sample_value("onrecord_crawl_last_good_look_timestamp_seconds", {"source": ID})
    assert at == NOW.timestamp()


async def test_a_site_that_turns_us_away_is_left_alone_twice_as_long_each_time_up_to_a_day(
    watch: MakeWatch, ministry: Ministry, time: Time, tmp_path: Path, registry: CollectorRegistry
) -> None:
    """Whoever looks: the crawler may have been started anew in between."""
    ministry.site.on(target(ROOT), challenge())
    waits = []
    for _ in range(9):
        due = await watch().look()
        waits.append((due - time.now) / EVERY)
        time.now = due
    assert waits == [2, 4, 8, 16, 32, 64, 128, 144, 144]
    assert "challenge" in (poll(tmp_path).problem or "")
    assert looks(registry, "turned_away") == 9
    ministry.list_all()
    assert await watch().look() - time.now == EVERY
    assert poll(tmp_path).problem is None


async def test_one_page_that_turns_us_away_is_the_source_turning_us_away(
    watch: MakeWatch, ministry: Ministry, tmp_path: Path
) -> None:
    ministry.serve(BRIEFING, challenge())
    assert await watch().look() - NOW == 2 * EVERY
    assert BRIEFING.url in (poll(tmp_path).problem or "")


async def test_a_page_that_is_missing_is_no_reason_to_stay_away(watch: MakeWatch, ministry: Ministry) -> None:
    ministry.serve(BRIEFING, page("nobody here", status=410))
    assert await watch().look() - NOW == EVERY


async def test_a_trouble_that_goes_on_is_told_once_a_day(
    watch: MakeWatch, ministry: Ministry, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    ministry.site.on(target(ROOT), page("<html><body>nothing listed</body></html>"))
    watching = watch()
    with caplog.at_level(logging.WARNING, "onrecord.crawler"):
        for _ in range(5):
            await watching.look()
        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert ROOT in caplog.text
        time.now += timedelta(days=1, minutes=1)
        await watching.look()
    assert len(caplog.records) == 2


async def test_a_fault_of_ours_is_kept_told_with_its_trace_and_tried_again(
    watch: MakeWatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, registry: CollectorRegistry
) -> None:
    def broken(html: str, url: str) -> Any:
        raise ZeroDivisionError("of nought")

    assert await watch(replace(source_named(ID), read_listing=broken)).look() - NOW == EVERY
    assert poll(tmp_path) == Poll(
        ID,
        "2025-11-05T12:00:00Z",
        0,
        "reading it broke off (ZeroDivisionError: of nought); the fault is ours, please report it",
        "2025-11-05T12:10:00Z",
    )
    assert "Traceback" in caplog.text
    assert looks(registry, "failed") == 1
    await watch().look()
    assert poll(tmp_path).problem is None


@pytest.mark.parametrize(
    ("last", "due"),
    [
        (None, NOW),
        (Poll(ID, "2025-11-05T11:55:00Z", 3, None, "2025-11-05T12:05:00Z"), NOW + timedelta(minutes=5)),
        (Poll(ID, "2025-11-05T10:00:00Z", 3, None, "2025-11-05T10:10:00Z"), NOW - timedelta(minutes=110)),
        (Poll(ID, "2025-11-05T11:55:00Z", 3, None, "2025-11-06T12:00:00Z"), NOW + EVERY),
        (Poll(ID, "2025-11-05T11:55:00Z", 0, "turned away", "2025-11-06T12:00:00Z"), NOW + timedelta(days=1)),
        (Poll(ID, "2025-11-05T11:55:00Z", 3, None, None), NOW),
    ],
    ids=["none", "planned", "missed", "planned when looks were rarer", "after trouble", "by hand"],
)
async def test_a_crawler_that_is_started_again_goes_on_with_the_plan(
    watch: MakeWatch, tmp_path: Path, last: Poll | None, due: datetime
) -> None:
    if last is not None:
        with Archive.open(tmp_path, create=True) as archive:
            archive.note_poll(last)
    assert watch().first_look() == due
