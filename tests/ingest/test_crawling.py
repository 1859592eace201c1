"""What one crawl reads, and in what order; a parser that crashes keeps the page and stops nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quotes.archive import Archive, DayStatus, Page, PageState, WarcStore
from quotes.fetch import Fetcher, Pace
from quotes.ingest import Crawl, CrawlReport, Span, moments
from quotes.sources import Source, source_named
from quotes.sources.source import Reading
from tests.fetch.site import Site
from tests.ingest.ministry import Ministry
from tests.ingest.test_crawl_end_to_end import briefing

SOURCE = source_named("mfa_china_zh")
MARCH = Span(date(2025, 3, 1), date(2025, 3, 31))
NOW = datetime(2025, 4, 1, 12, tzinfo=UTC)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with Site() as running:
        yield running


async def crawl(data: Path, site: Site, span: Span = MARCH, source: Source = SOURCE) -> CrawlReport:
    async with Fetcher(hosts=source.may_fetch, pace=Pace(0), through=site.address()) as fetcher:
        return await Crawl(data, source, fetcher, clock=lambda: NOW).run(span)


def page(state: PageState, day: int, *, due: timedelta = timedelta()) -> Page:
    return Page(
        f"https://x.example/{state}/{day}", "x", day=date(2025, 3, day), state=state, due_at=moments.stamp(NOW + due)
    )


@pytest.mark.parametrize(
    ("read", "by_person", "by_scheduler"),
    [
        (page(PageState.LISTED, 5), True, True),
        (page(PageState.FAILED, 5, due=timedelta(hours=1)), True, False),
        (page(PageState.FAILED, 5, due=timedelta(hours=-1)), True, True),
        (page(PageState.READ, 5, due=timedelta(hours=1)), False, False),
        (page(PageState.READ, 5, due=timedelta(hours=-1)), True, True),
        (page(PageState.GONE, 5, due=timedelta(hours=-1)), True, True),
        (dataclasses.replace(page(PageState.READ, 5), day=date(2024, 1, 1)), False, True),
        (dataclasses.replace(page(PageState.LISTED, 5), day=date(2024, 1, 1)), False, False),
    ],
    ids=["new", "failed", "failed and due", "read", "read and due", "gone and due", "old and due", "old and new"],
)
def test_what_is_read(read: Page, by_person: bool, by_scheduler: bool) -> None:
    assert MARCH.wants(read, NOW) is by_person
    assert dataclasses.replace(MARCH, patient=True).wants(read, NOW) is by_scheduler


def test_what_is_new_comes_before_what_is_read_again() -> None:
    known = [page(PageState.READ, 9), page(PageState.FAILED, 8), page(PageState.LISTED, 7), page(PageState.LISTED, 6)]
    assert [one.day.day for one in MARCH.in_turn(known) if one.day] == [7, 6, 9, 8]


def test_a_scheduler_does_not_let_a_backlog_stand_before_the_next_look() -> None:
    backlog = [page(PageState.READ, 1 + number % 28) for number in range(1000)]
    known = [*backlog, page(PageState.LISTED, 6)]
    assert len(MARCH.in_turn(known)) == 1001
    limited = dataclasses.replace(MARCH, patient=True).in_turn(known)
    assert limited[0].state is PageState.LISTED
    assert len(limited) == 201


async def test_a_parser_that_crashes_keeps_the_page_and_the_rest_is_read(site: Site, tmp_path: Path) -> None:
    ministry = Ministry(site)
    for day in (3, 4, 5):
        ministry.publish(briefing(day))

    def parse(html: str, url: str) -> Reading:
        if briefing(4).url in url:
            raise ZeroDivisionError("a slip")
        return SOURCE.parse(html, url)

    report = await crawl(tmp_path, site, source=dataclasses.replace(SOURCE, parse=parse))
    assert report.added == 2
    (trouble,) = report.troubles
    assert (trouble.url, trouble.code) == (briefing(4).url, "template_changed")
    assert "ZeroDivisionError: a slip" in trouble.message
    assert trouble.kept is not None
    assert WarcStore(tmp_path).read(trouble.kept).body == briefing(4).html().encode()
    with Archive.open(tmp_path, readonly=True) as archive:
        (coverage,) = archive.coverage()
    assert {day.day.day: day.status for day in coverage.days if day.listed} == {
        3: DayStatus.HELD,
        4: DayStatus.FAILED,
        5: DayStatus.HELD,
    }
    again = await crawl(tmp_path, site)
    assert (again.added, again.troubles) == (1, [])


async def test_a_page_whose_text_did_not_change_is_not_kept_twice(site: Site, tmp_path: Path) -> None:
    ministry = Ministry(site)
    ministry.publish(briefing(3))
    await crawl(tmp_path, site)
    size = WarcStore(tmp_path).size()
    again = await crawl(tmp_path, site, dataclasses.replace(MARCH, reread=True))
    assert (again.unchanged, WarcStore(tmp_path).size()) == (1, size)
