"""What is known of each address: listed, read, failed or gone, and when it is to be read again.

`url` is the address as it was listed. The rows say how things stand; what was tried and what came of it goes into the
ledger, and what befell a page into `page_events`, both of which only grow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class PageState(StrEnum):
    """LISTED: known from a listing, not read yet. READ: its transcript is in the archive. SKIPPED: it holds nobody's
    words. FAILED: it could not be had or read. GONE: the server says it is no more; what was read of it stays."""

    LISTED = "listed"
    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Page:
    """How one address stands. `day` is the day its listing gives, or its transcript is of; moments are ISO 8601 in UTC.
    `read_at`: when its bytes were last had; `changed_at`: when they last said something new; `failures`: tries in a row
    that failed; `raw`: where the last response is kept; `due_at`: when it is to be read again, None for never."""

    url: str
    source: str
    title: str = ""
    day: date | None = None
    state: PageState = PageState.LISTED
    transcript: int | None = None
    listed_at: str | None = None
    read_at: str | None = None
    changed_at: str | None = None
    tried_at: str | None = None
    failures: int = 0
    problem: str | None = None
    gone_since: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    raw: str | None = None
    due_at: str | None = None


_COLUMNS: Final = (
    "url, source, title, day, state, transcript, listed_at, read_at, changed_at, tried_at, failures, problem, "
    "gone_since, etag, last_modified, raw, due_at"
)


def add_listed(connection: sqlite3.Connection, source: str, entries: Iterable[Page]) -> int:
    """Enter pages not known yet; one that is known keeps its state. Returns how many are new."""
    new = 0
    for entry in entries:
        known = connection.execute("SELECT 1 FROM pages WHERE url = ?", (entry.url,)).fetchone()
        if known is None:
            write_page(connection, entry)
            new += 1
        else:
            connection.execute(
                "UPDATE pages SET title = ?, day = coalesce(?, day), listed_at = coalesce(listed_at, ?) WHERE url = ?",
                (entry.title, entry.day.isoformat() if entry.day else None, entry.listed_at, entry.url),
            )
    return new


def write_page(connection: sqlite3.Connection, page: Page) -> None:
    values = (
        page.url,
        page.source,
        page.title,
        page.day.isoformat() if page.day else None,
        page.state.value,
        page.transcript,
        page.listed_at,
        page.read_at,
        page.changed_at,
        page.tried_at,
        page.failures,
        page.problem,
        page.gone_since,
        page.etag,
        page.last_modified,
        page.raw,
        page.due_at,
    )
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO pages VALUES ({marks})", values)  # noqa: S608 - only question marks go in


def note_event(connection: sqlite3.Connection, url: str, event: str, status: int, at: str) -> None:
    connection.execute("INSERT INTO page_events (url, event, status, at) VALUES (?, ?, ?, ?)", (url, event, status, at))


def read_page_row(connection: sqlite3.Connection, url: str) -> Page | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM pages WHERE url = ?", (url,)).fetchone()  # noqa: S608 - a constant
    return _page(row) if row else None


def read_pages(connection: sqlite3.Connection, source: str) -> list[Page]:
    """Every page of the source, the latest day first, those without a day before them all."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM pages WHERE source = ? ORDER BY day IS NOT NULL, day DESC, url",  # noqa: S608 - a constant
        (source,),
    )
    return [_page(row) for row in rows]


@dataclass(frozen=True, slots=True)
class PageCounts:
    """Pages of a source by how they stand, how many of them are `due` to be read, for the first time or again, and when
    the next of the others is."""

    states: Mapping[PageState, int]
    due: int
    next_due: str | None


def read_page_counts(connection: sqlite3.Connection, now: str) -> dict[str, PageCounts]:
    """By source, as it stands at the moment `now`."""
    rows = connection.execute(
        "SELECT source, state, count(*), sum(due_at IS NULL OR due_at <= ?1), min(iif(due_at > ?1, due_at, NULL)) "
        "FROM pages GROUP BY source, state",
        (now,),
    )
    counts: dict[str, PageCounts] = {}
    for source, state, pages, due, later in rows:
        held = counts.get(source, PageCounts({}, 0, None))
        next_due = min(filter(None, (held.next_due, later)), default=None)
        counts[source] = PageCounts({**held.states, PageState(state): pages}, held.due + due, next_due)
    return counts


def _page(row: tuple[object, ...]) -> Page:
    url, source, title, day, state, *rest = row
    return Page(
        str(url),
        str(source),
        str(title),
        date.fromisoformat(str(day)) if day else None,
        PageState(str(state)),
        *rest,  # type: ignore[arg-type]
    )


@dataclass(frozen=True, slots=True)
class Poll:
    """The last look at a source's listing: how many entries it had, what went wrong, when the next look is due."""

    source: str
    at: str
    listed: int
    problem: str | None = None
    next_at: str | None = None


def write_poll(connection: sqlite3.Connection, poll: Poll) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO polls VALUES (?, ?, ?, ?, ?)",
        (poll.source, poll.at, poll.listed, poll.problem, poll.next_at),
    )


def read_polls(connection: sqlite3.Connection) -> dict[str, Poll]:
    rows = connection.execute("SELECT source, at, listed, problem, next_at FROM polls")
    return {source: Poll(source, *rest) for source, *rest in rows}
