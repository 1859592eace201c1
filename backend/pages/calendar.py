"""A source's year as a picture: one column a week, one row a weekday, a cell a day.

Pure geometry, in the units of the picture's own coordinates; the template draws it, the style sheet colours it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from quotes.archive import DayCoverage, DayStatus
from quotes.report import day_sentence

# From one day to the next, and the room for weekdays on the left and months above.
PITCH: Final = 14
LEFT: Final = 30
TOP: Final = 18
# A year that begins on a Sunday and has 366 days touches 54 weeks.
WIDTH: Final = LEFT + 54 * PITCH
HEIGHT: Final = TOP + 7 * PITCH + 1
WEEKDAYS: Final = tuple((name, TOP + row * PITCH + 10) for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri")))
_DAY: Final = timedelta(days=1)
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Cell:
    """A day something is known of. `title` says all that the cell shows."""

    status: DayStatus
    x: int
    y: int
    title: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days: the outline around them as an SVG path."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month in numbers: days by how they stand; `unknown` are those nothing is known of."""

    name: str
    days: Mapping[DayStatus, int]
    unknown: int
    transcripts: int
    words: int


@dataclass(frozen=True, slots=True)
class Year:
    """`ground`: the days of the year that have come, `borders`: the lines between its months, both SVG paths; `months`:
    label and x of each that has begun. `counts`: days by how they stand, `table` the same by month."""

    year: int
    ground: str
    borders: str
    months: Sequence[tuple[str, int]]
    gaps: Sequence[Band]
    cells: Sequence[Cell]
    today: Cell | None
    counts: Mapping[DayStatus, int]
    table: Sequence[Month]


def draw_year(year: int, days: Sequence[DayCoverage], gaps: Sequence[tuple[date, date]], today: date) -> Year:
    """The picture of `year`. `days` of other years are left out; `gaps` are cut to the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    own = [day for day in days if day.day.year == year]
    come = max(min(last, today), max((day.day for day in own), default=first))
    starts = [start for month in range(1, 13) if (start := date(year, month, 1)) <= come]
    return Year(
        year=year,
        ground=_outline(first, come),
        borders="".join(_border(start) for start in starts[1:]),
        months=[(name, _place(start + _DAY * 6)[0]) for name, start in zip(_MONTHS, starts, strict=False)],
        gaps=[
            Band(_outline(max(start, first), min(end, last)), gap_sentence(start, end))
            for start, end in gaps
            if start <= last and end >= first
        ],
        cells=[_cell(day) for day in own],
        today=Cell(DayStatus.NOTHING, *_place(today), f"{_long(today)}: today") if today.year == year else None,
        counts=_counts(own),
        table=[
            _month(name, [day for day in own if day.day.month == start.month], start, end)
            for name, (start, end) in zip(_MONTHS, pairwise([*starts, come + _DAY]), strict=False)
        ],
    )


def gap_sentence(start: date, end: date) -> str:
    """`15 Aug 2021 to 11 Jan 2022, 150 days`."""
    days = (end - start).days + 1
    return f"{short_date(start)} to {short_date(end)}, {days:,} day{'' if days == 1 else 's'}"


def _cell(day: DayCoverage) -> Cell:
    return Cell(day.status, *_place(day.day), f"{_long(day.day)}: {day_sentence(day)}")


def _counts(days: Sequence[DayCoverage]) -> Mapping[DayStatus, int]:
    return {status: sum(day.status is status for day in days) for status in DayStatus}


def _month(name: str, days: Sequence[DayCoverage], start: date, end: date) -> Month:
    """The days `start` to `end`, half-open, of one month."""
    return Month(
        name=name,
        days=_counts(days),
        unknown=(end - start).days - len(days),
        transcripts=sum(day.held for day in days),
        words=sum(day.words for day in days),
    )


def _column_and_row(day: date) -> tuple[int, int]:
    before = date(day.year, 1, 1).weekday()
    return (day.timetuple().tm_yday - 1 + before) // 7, day.weekday()


def _place(day: date) -> tuple[int, int]:
    column, row = _column_and_row(day)
    return LEFT + column * PITCH, TOP + row * PITCH


def _outline(first: date, last: date) -> str:
    """The path around the days `first` to `last` of one year: down the first week's column, over to the last one's."""
    (left, top), (right, bottom) = _place(first), _place(last)
    floor, foot = TOP + 7 * PITCH, bottom + PITCH
    if left == right:
        return f"M{left} {top}h{PITCH}V{foot}h-{PITCH}z"
    return f"M{left} {top}h{PITCH}V{TOP}H{right + PITCH}V{foot}h-{PITCH}V{floor}H{left}z"


def _border(start: date) -> str:
    """The line before the first day of a month."""
    x, y = _place(start)
    floor = TOP + 7 * PITCH
    return f"M{x} {TOP}V{floor}" if y == TOP else f"M{x + PITCH} {TOP}V{y}H{x}V{floor}"


def _long(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """`15 Aug 2021`."""
    return f"{day.day} {day:%b %Y}"
