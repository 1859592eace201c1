"""Rows as they are taken in: each checked before any is, and told with its number where it will not do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from backend.jobs.job import Chunk, Row
from backend.jobs.tables import Record
from backend.problems import FieldError
from backend.requests import published_day
from quotes.align import parse_quotation
from quotes.errors import OnRecordError
from quotes.verdict import policy_named
from quotes.verify.claimed_date import read_claimed_date

# Of the quotations of a row's page, the nearest in the file that are heard: as many as the engine hears of a page.
NEIGHBOURS: Final = 12
# Bad rows that are listed; the others are counted.
LISTED: Final = 100
_FIELDS: Final = ("quote", "speaker", "date", "url", "id", "institution", "published", "language", "before", "after")
_LONGEST: Final = 10_000
# What needs no closer look to be told a quotation: words that begin with a letter, and no marks that take words away.
_PLAINLY_WORDS: Final = re.compile(r"[“\"‘'«「]?[^\W\d_]{2}[^\[\](){}~<>*\x00\ud800-\udfff…]*\Z")
# A file has few days in many rows.
_read_claimed_date: Final = lru_cache(4096)(read_claimed_date)


class Rows:
    """Rows that were read, good and bad."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.bad: list[FieldError] = []
        self.more_bad = 0

    def add_record(self, record: Record) -> None:
        """A row of a table."""
        self._add(record.number, record.line, dict(record.cells), ("", record.fault) if record.fault else None)

    def add_object(self, number: int, line: int, value: object) -> None:
        """A row that came as a JSON object, or as the quotation by itself."""
        if isinstance(value, str):
            value = {"quote": value}
        if not isinstance(value, dict):
            self._add(number, line, {}, ("", "is no JSON object and no quotation by itself"))
            return
        unknown = sorted(set(value) - {*_FIELDS, "policy"})
        fault = None
        if unknown:
            fault = ("/" + unknown[0], f"no such field; a row has {', '.join((*_FIELDS, 'policy'))}")
        cells: dict[str, str] = {}
        for name in value:
            cell = str(value[name]) if name == "id" and isinstance(value[name], int) else value[name]
            if cell is not None and not isinstance(cell, str):
                fault = fault or ("/" + name, "should be a string")
            elif cell:
                cells[name] = cell
        self._add(number, line, cells, fault)

    def add_broken(self, number: int, line: int, fault: str) -> None:
        self._add(number, line, {}, ("", fault))

    def _add(self, number: int, line: int, cells: dict[str, str], fault: tuple[str, str] | None) -> None:
        row: Row = {"row": number, "line": line, **cells}
        fault = fault or _fault(row)
        if fault is not None:
            pointer, detail = fault
            if len(self.bad) < LISTED:
                self.bad.append(FieldError(f"/rows/{number}{pointer}", f"Row {number} (line {line}): {detail}"))
            else:
                self.more_bad += 1
            row["refused"] = detail
        self.rows.append(row)


def _fault(row: Row) -> tuple[str, str] | None:
    """The field that will not do, and why; brings `published` into the form in which it is kept."""
    for name in _FIELDS:
        if len(row.get(name, "")) > _LONGEST:
            return f"/{name}", f"{name} has {len(row[name]):,} characters; {_LONGEST:,} are the most"
    if "quote" not in row:
        return "/quote", "there is no quotation"
    if not _PLAINLY_WORDS.match(row["quote"]):
        try:
            parse_quotation(row["quote"])
        except OnRecordError as error:
            return "/quote", error.message
    published: date | None = None
    if "published" in row:
        try:
            published = published_day(row["published"])
        except ValueError as error:
            return "/published", str(error)
        row["published"] = published and published.isoformat()
    try:
        if "date" in row:
            _read_claimed_date(row["date"], published)
        if "policy" in row:
            policy_named(row["policy"])
    except OnRecordError as error:
        return "/date" if "date" in (error.pointer or "") else "/policy", error.message
    return None


def chunked(rows: list[Row], size: int) -> Iterable[Chunk]:
    """The rows in chunks, each with the quotations of its rows' pages."""
    near = _near(rows)
    for start in range(0, len(rows), size):
        places: dict[int, int] = {}
        units = []
        for index in range(start, min(start + size, len(rows))):
            others = [places.setdefault(other, len(places)) for other in near.get(index, ())]
            units.append({**rows[index], "near": others} if others else rows[index])
        yield Chunk(units, [rows[other]["quote"] for other in places])


def _near(rows: list[Row]) -> Mapping[int, list[int]]:
    """By index, the nearest rows of the same page, in the order of the file."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.get("url") and "refused" not in row:
            pages[row["url"]].append(index)
    found: dict[int, list[int]] = {}
    for page in pages.values():
        for place, index in enumerate(page):
            first = max(0, min(place - NEIGHBOURS // 2, len(page) - NEIGHBOURS - 1))
            window: list[Any] = page[first : first + NEIGHBOURS + 1]
            found[index] = [other for other in window if other != index]
    return found
