"""What the archive holds of each source, day by day, beside what the source's listing says there is."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from quotes.archive.pages import PageState
from quotes.archive.rows import DayCoverage, DayStatus, PageProblem, ReadResult, SourceCoverage

# A month without a briefing is worth telling; a summer recess of a daily briefing is shorter.
_SHORTEST_GAP: Final = timedelta(days=31)
# A source that publishes eight times a year has no gap after two months: measured against its own median interval.
_TIMES_THE_RHYTHM: Final = 4
# Problems shown of a source; the pages themselves keep theirs.
_PROBLEMS_SHOWN: Final = 100


@dataclass(slots=True)
class _Held:
    """What is known of one source, gathered from the tables."""

    institutions: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    events: Counter[date] = field(default_factory=Counter)
    words: Counter[date] = field(default_factory=Counter)
    turns: int = 0
    pages: dict[date, Counter[PageState]] = field(default_factory=lambda: defaultdict(Counter))
    nothing: set[date] = field(default_factory=set)
    problems: list[PageProblem] = field(default_factory=list)
    undated: int = 0


def read_coverage(connection: sqlite3.Connection) -> list[SourceCoverage]:
    sources: dict[str, _Held] = defaultdict(_Held)
    _read_transcripts(connection, sources)
    _read_pages(connection, sources)
    looked = connection.execute(
        "SELECT DISTINCT source, day FROM ledger WHERE result = ?", (ReadResult.NOTHING_PUBLISHED,)
    )
    for source, day in looked:
        sources[source].nothing.add(date.fromisoformat(day))
    return [_coverage(source, sources[source]) for source in sorted(sources)]


def _read_transcripts(connection: sqlite3.Connection, sources: dict[str, _Held]) -> None:
    rows = connection.execute(
        "SELECT r.source, r.institution, r.language, r.date, count(*), sum(r.turn_count), sum(r.words) "
        "FROM transcripts t JOIN revisions r ON r.key = t.current "
        # A copy within the source is the same event; one of another source is that source's own holding.
        "WHERE t.event IS NULL OR NOT EXISTS (SELECT 1 FROM transcripts o JOIN revisions p ON p.key = o.current "
        "WHERE o.key = t.event AND p.source = r.source) "
        "GROUP BY r.source, r.institution, r.language, r.date"
    )
    for source, institution, language, day, events, turns, words in rows:
        held = sources[source]
        held.institutions.add(institution)
        held.languages.add(language)
        held.events[date.fromisoformat(day)] += events
        held.words[date.fromisoformat(day)] += words
        held.turns += turns


def _read_pages(connection: sqlite3.Connection, sources: dict[str, _Held]) -> None:
    counted = connection.execute("SELECT source, day, state, count(*) FROM pages GROUP BY source, day, state")
    for source, day, state, pages in counted:
        if day is not None:
            sources[source].pages[date.fromisoformat(day)][PageState(state)] += pages
        elif state == PageState.LISTED:
            sources[source].undated += pages
    troubled = connection.execute(
        "SELECT source, url, title, day, coalesce(problem, ''), coalesce(gone_since, tried_at, '') FROM pages "
        "WHERE problem IS NOT NULL AND state != ? ORDER BY 6 DESC",
        (PageState.SKIPPED,),
    )
    for source, url, title, day, problem, since in troubled:
        problems = sources[source].problems
        if len(problems) < _PROBLEMS_SHOWN:
            problems.append(PageProblem(url, title, date.fromisoformat(day) if day else None, problem, since))


def _coverage(source: str, held: _Held) -> SourceCoverage:
    days = sorted(held.events)
    known = sorted({*held.events, *held.pages, *held.nothing})
    return SourceCoverage(
        source=source,
        institutions=tuple(sorted(held.institutions)),
        languages=tuple(sorted(held.languages)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        transcripts=held.events.total(),
        turns=held.turns,
        words=held.words.total(),
        gaps=_gaps(days),
        days=tuple([_day(day, held) for day in known]),
        problems=tuple(held.problems),
        undated=held.undated,
    )


def _day(day: date, held: _Held) -> DayCoverage:
    pages = held.pages.get(day, Counter())
    events = held.events[day]
    waiting, failed = pages[PageState.LISTED], pages[PageState.FAILED]
    if events:
        status = DayStatus.PARTIAL if waiting or failed else DayStatus.HELD
    elif failed:
        status = DayStatus.FAILED
    elif waiting or pages[PageState.GONE]:
        status = DayStatus.MISSING
    else:
        status = DayStatus.NOTHING
    return DayCoverage(
        day=day,
        status=status,
        held=events,
        words=held.words[day],
        listed=pages.total(),
        read=pages[PageState.READ],
        skipped=pages[PageState.SKIPPED],
        failed=failed,
        gone=pages[PageState.GONE],
        waiting=waiting,
    )


def _gaps(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    intervals = [later - earlier for earlier, later in pairwise(days)]
    if not intervals:
        return ()
    usual = timedelta(days=median(interval.days for interval in intervals))
    longest = max(_SHORTEST_GAP, usual * _TIMES_THE_RHYTHM)
    one = timedelta(days=1)
    return tuple((earlier + one, later - one) for earlier, later in pairwise(days) if later - earlier > longest)
