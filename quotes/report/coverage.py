"""What is told of a source's coverage, wherever it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from quotes.archive import DayCoverage, DayStatus, SourceCoverage

# Days that somebody should look at: what was published on them is not, or not all, in the archive.
TO_LOOK_AT: Final = frozenset({DayStatus.PARTIAL, DayStatus.MISSING, DayStatus.FAILED})

STATUS_WORDS: Final = {
    DayStatus.HELD: "held",
    DayStatus.PARTIAL: "held in part",
    DayStatus.MISSING: "missing",
    DayStatus.FAILED: "could not be read",
    DayStatus.NOTHING: "nothing published",
}


def narrowed(held: SourceCoverage, since: date | None, until: date | None) -> SourceCoverage:
    """The source with the days, gaps and problems that touch the days `since` to `until`, both included; None leaves
    that end open. Problems of no known day stay. Totals, `first` and `last` remain those of the whole source."""
    first, last = since or date.min, until or date.max
    return replace(
        held,
        days=tuple([day for day in held.days if first <= day.day <= last]),
        gaps=tuple([gap for gap in held.gaps if gap[0] <= last and gap[1] >= first]),
        problems=tuple([one for one in held.problems if one.day is None or first <= one.day <= last]),
    )


def day_sentence(day: DayCoverage) -> str:
    """How the day stands and what that rests on: `held in part; 1 transcript, 812 words; 1 of 3 pages read, 1 failed,
    1 waiting`."""
    parts = [STATUS_WORDS[day.status]]
    if day.held:
        parts.append(f"{_count(day.held, 'transcript')}, {_count(day.words, 'word')}")
    if day.listed and (day.read != day.listed or not day.held):
        rest = {
            "failed": day.failed,
            "waiting": day.waiting,
            "gone": day.gone,
            "without words": day.skipped,
        }
        pages = [f"{day.read:,} of {_count(day.listed, 'page')} read"]
        parts.append(", ".join([*pages, *(f"{number:,} {what}" for what, number in rest.items() if number)]))
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
