"""What the archive holds of each source, where it stops, and what it tried to read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from quotes.archive.rows import LedgerEntry, ReadResult, SourceCoverage

# A month without a briefing is worth telling; a summer recess of a daily briefing is shorter.
_SHORTEST_GAP: Final = timedelta(days=31)
# A source that publishes eight times a year has no gap after two months: measured against its own median interval.
_TIMES_THE_RHYTHM: Final = 4


def read_coverage(connection: sqlite3.Connection) -> list[SourceCoverage]:
    ledgers: dict[str, list[LedgerEntry]] = defaultdict(list)
    for source, day, result, transcripts, note, at in connection.execute(
        "SELECT source, day, result, transcripts, note, at FROM ledger ORDER BY source, day, at"
    ):
        entry = LedgerEntry(source, date.fromisoformat(day), ReadResult(result), transcripts, note, at)
        ledgers[source].append(entry)
    held: dict[str, list[tuple[str, str, date, int, int, int]]] = defaultdict(list)
    for source, institution, language, day, transcripts, turns, words in connection.execute(
        "SELECT r.source, r.institution, r.language, r.date, count(*), sum(r.turn_count), sum(r.words) "
        "FROM transcripts t JOIN revisions r ON r.key = t.current "
        "GROUP BY r.source, r.institution, r.language, r.date ORDER BY r.source, r.date"
    ):
        held[source].append((institution, language, date.fromisoformat(day), transcripts, turns, words))
    coverage = []
    for source, groups in held.items():
        institutions, languages, days, transcripts, turns, words = zip(*groups, strict=True)
        coverage.append(
            SourceCoverage(
                source=source,
                institutions=tuple(sorted(set(institutions))),
                languages=tuple(sorted(set(languages))),
                first=days[0],
                last=days[-1],
                transcripts=sum(transcripts),
                turns=sum(turns),
                words=sum(words),
                gaps=_gaps(days),
                ledger=tuple(ledgers.get(source, ())),
            )
        )
    return coverage


def _gaps(days: Sequence[date]) -> tuple[tuple[date, date], ...]:
    intervals = [later - earlier for earlier, later in pairwise(days)]
    if not intervals:
        return ()
    usual = timedelta(days=median(interval.days for interval in intervals))
    longest = max(_SHORTEST_GAP, usual * _TIMES_THE_RHYTHM)
    one = timedelta(days=1)
    return tuple((earlier + one, later - one) for earlier, later in pairwise(days) if later - earlier > longest)
