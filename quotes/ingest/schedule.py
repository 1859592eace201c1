"""When a page is read again.

Officials edit a transcript mostly within hours of putting it up, seldom after weeks, hardly ever after a year; so the
wait grows with the time that nothing has changed.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from quotes.archive import Page, PageState
from quotes.ingest import moments

# A page is read again after half the time that it has stood unchanged: within the hour at first, ten times in its first
# month, then ever more seldom.
_SHARE: Final = 0.5
_SHORTEST: Final = timedelta(minutes=30)
_LONGEST: Final = timedelta(days=60)
# What is gone comes back seldom, what failed mostly within the hour; from failure to failure the wait doubles.
_GONE_SHORTEST: Final = timedelta(days=1)
_FAILED_SHORTEST: Final = timedelta(minutes=5)
_FAILED_LONGEST: Final = timedelta(days=7)


def next_reading(page: Page, now: datetime) -> datetime:
    """When to read the page again, as it stands at `now`."""
    if page.failures:
        return now + min(_FAILED_SHORTEST * 2.0 ** min(page.failures - 1, 12), _FAILED_LONGEST)
    shortest = _GONE_SHORTEST if page.state is PageState.GONE else _SHORTEST
    since = page.gone_since or page.changed_at or page.read_at
    unchanged = now - moments.read(since) if since else timedelta()
    return now + min(max(unchanged * _SHARE, shortest), _LONGEST)


def is_due(page: Page, now: datetime) -> bool:
    """Whether the page waits to be read: never read, or read so long ago that it may say something else."""
    return page.due_at is None or moments.read(page.due_at) <= now


def within(page: Page, since: date | None, until: date | None) -> bool:
    """Whether the page is of one of these days, both included. One whose day is not known may be."""
    if page.day is None:
        return True
    return (since is None or page.day >= since) and (until is None or page.day <= until)
