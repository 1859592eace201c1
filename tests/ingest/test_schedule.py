"""A page is read again after half the time it has stood unchanged, within bounds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from quotes.archive import Page, PageState
from quotes.ingest import moments
from quotes.ingest.schedule import is_due, next_reading, within

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


def page(state: PageState = PageState.READ, *, unchanged: timedelta = timedelta(), failures: int = 0) -> Page:
    at = moments.stamp(NOW - unchanged)
    gone = at if state is PageState.GONE else None
    return Page("https://harbour.example/1", "harbour", state=state, changed_at=at, failures=failures, gone_since=gone)


@pytest.mark.parametrize(
    ("read", "wait"),
    [
        (page(), timedelta(minutes=30)),
        (page(unchanged=timedelta(hours=3)), timedelta(hours=1.5)),
        (page(unchanged=timedelta(days=10)), timedelta(days=5)),
        (page(unchanged=timedelta(days=3000)), timedelta(days=60)),
        (page(PageState.GONE), timedelta(days=1)),
        (page(PageState.GONE, unchanged=timedelta(days=20)), timedelta(days=10)),
        (page(PageState.FAILED, failures=1), timedelta(minutes=5)),
        (page(PageState.FAILED, failures=3), timedelta(minutes=20)),
        (page(PageState.FAILED, failures=500), timedelta(days=7)),
        (page(unchanged=timedelta(days=10), failures=2), timedelta(minutes=10)),
    ],
    ids=[
        "new",
        "hours old",
        "days old",
        "years old",
        "gone",
        "long gone",
        "failed",
        "again",
        "ever",
        "read, then failed",
    ],
)
def test_the_wait(read: Page, wait: timedelta) -> None:
    assert next_reading(read, NOW) == NOW + wait


def test_a_page_that_was_never_read_is_due() -> None:
    assert is_due(Page("https://harbour.example/1", "harbour"), NOW)


def test_a_page_is_due_from_its_moment_on() -> None:
    due = Page("https://harbour.example/1", "harbour", due_at=moments.stamp(NOW))
    assert is_due(due, NOW)
    assert not is_due(due, NOW - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 6, 1), True),
        (date(2025, 6, 3), True),
        (date(2025, 5, 31), False),
        (date(2025, 6, 4), False),
        (None, True),
    ],
)
def test_a_page_whose_day_is_not_known_may_be_of_any(day: date | None, inside: bool) -> None:
    read = Page("https://harbour.example/1", "harbour", day=day)
    assert within(read, date(2025, 6, 1), date(2025, 6, 3)) is inside


def test_moments_survive_being_kept() -> None:
    assert moments.read(moments.stamp(NOW)) == NOW
    assert moments.stamp(NOW) == "2025-06-02T12:00:00Z"
