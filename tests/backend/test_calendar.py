"""The calendar picture: a day's place, the outline of a stretch of days, and the numbers beside it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.pages.calendar import HEIGHT, LEFT, PITCH, TOP, WIDTH, draw_year, gap_sentence
from quotes.archive import DayCoverage, DayStatus

TODAY = date(2025, 11, 5)


def day(when: date, status: DayStatus = DayStatus.HELD, held: int = 1) -> DayCoverage:
    return DayCoverage(when, status, held, 100 * held, 0, 0, 0, 0, 0, 0)


def every_day(year: int) -> list[DayCoverage]:
    first = date(year, 1, 1)
    return [day(first + timedelta(days=ahead)) for ahead in range((date(year + 1, 1, 1) - first).days)]


def contains(path: str, x: float, y: float) -> bool:
    """Whether the point is inside the path, which goes only along the axes: by counting edges to its left."""
    corners: list[tuple[float, float]] = []
    left = top = 0.0
    for command, numbers in re.findall(r"([MhHV])\s*(-?\d+(?: -?\d+)?)", path):
        first, *second = (float(number) for number in numbers.split())
        left = {"h": left + first, "V": left}.get(command, first)
        top = {"M": second[0] if second else 0.0, "V": first}.get(command, top)
        corners.append((left, top))
    crossed = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        crossed += x0 == x1 and x0 < x and min(y0, y1) < y < max(y0, y1)
    return crossed % 2 == 1


@pytest.mark.parametrize("year", [2023, 2024, 2012, 2017])
def test_every_day_has_a_place_of_its_own_in_the_row_of_its_weekday(year: int) -> None:
    """2012 begins on a Sunday and has 366 days: 54 weeks."""
    cells = draw_year(year, every_day(year), (), TODAY).cells
    assert len({(cell.x, cell.y) for cell in cells}) == len(cells) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    for cell, one in zip(cells, every_day(year), strict=True):
        assert cell.y == TOP + one.day.weekday() * PITCH
        assert LEFT <= cell.x <= WIDTH - PITCH
        assert cell.y + PITCH <= HEIGHT
    assert [cell.x for cell in cells] == sorted(cell.x for cell in cells)


@given(st.dates(date(2009, 1, 1), date(2025, 6, 1)), st.integers(0, 400))
def test_an_outline_goes_around_its_own_days_and_no_others(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    for year in {first.year, last.year}:
        drawn = draw_year(year, every_day(year), [(first, last)], TODAY)
        (band,) = drawn.gaps
        inside = {
            one.day
            for one, cell in zip(every_day(year), drawn.cells, strict=True)
            if contains(band.path, cell.x + PITCH / 2, cell.y + PITCH / 2)
        }
        assert inside == {one.day for one in every_day(year) if first <= one.day <= last}


def test_days_to_come_are_not_drawn() -> None:
    drawn = draw_year(2025, [day(date(2025, 3, 3))], (), TODAY)
    places = draw_year(2024, every_day(2024), (), TODAY).cells
    assert drawn.today is not None
    assert contains(drawn.ground, drawn.today.x + 7, drawn.today.y + 7)
    assert not contains(drawn.ground, drawn.today.x + 7, drawn.today.y + 7 + PITCH)
    assert not contains(drawn.ground, places[-1].x + 7, places[-1].y + 7)
    assert [month.name for month in drawn.table][-1] == "Nov"
    assert len(drawn.months) == 11


def test_the_numbers_say_what_the_picture_shows() -> None:
    days = [
        day(date(2024, 12, 31)),
        day(date(2025, 1, 2), held=3),
        day(date(2025, 1, 3), DayStatus.FAILED, held=0),
        day(date(2025, 11, 4), DayStatus.NOTHING, held=0),
    ]
    drawn = draw_year(2025, days, (), TODAY)
    assert drawn.counts == {
        DayStatus.HELD: 1,
        DayStatus.PARTIAL: 0,
        DayStatus.MISSING: 0,
        DayStatus.FAILED: 1,
        DayStatus.NOTHING: 1,
    }
    january, november = drawn.table[0], drawn.table[-1]
    assert (january.days[DayStatus.HELD], january.unknown, january.transcripts, january.words) == (1, 29, 3, 300)
    assert (november.days[DayStatus.NOTHING], november.unknown) == (1, 4)
    assert drawn.cells[0].title == "Thursday 2 January 2025: held; 3 transcripts, 300 words"


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (date(2021, 8, 15), "15 Aug 2021 to 15 Aug 2021, 1 day"),
        (date(2022, 1, 11), "15 Aug 2021 to 11 Jan 2022, 150 days"),
    ],
)
def test_a_gap_is_told_with_its_length(last: date, told: str) -> None:
    assert gap_sentence(date(2021, 8, 15), last) == told
