"""Days in a table as spreadsheets write them: in their country's order, which a column tells where a cell does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from backend.jobs.tables import Record
from quotes.errors import OnRecordError
from quotes.verify.claimed_date import month_first, numeric_day

_COLUMNS: Final[tuple[str, ...]] = ("date", "published")


def with_plain_days(records: Iterable[Record]) -> Iterator[Record]:
    """The rows, with days in numbers as YYYY-MM-DD wherever it can be told which is the day and which the month, by the
    cell itself or by another of its column. What cannot be told stays as it is, and is refused later."""
    rows = list(records)
    orders = {column: _month_first(row.cells[column] for row in rows if column in row.cells) for column in _COLUMNS}
    for row in rows:
        days = {column: _day(row.cells[column], orders[column]) for column in _COLUMNS if column in row.cells}
        yield replace(row, cells={**row.cells, **days}) if days else row


def _month_first(cells: Iterable[str]) -> bool | None:
    told = {month_first(cell) for cell in cells} - {None}
    return told.pop() if len(told) == 1 else None


def _day(cell: str, month_comes_first: bool | None) -> str:
    try:
        day = numeric_day(cell, month_comes_first=month_comes_first)
    except (OnRecordError, ValueError):
        return cell
    return cell if day is None else day.isoformat()
