"""A table of quotations, read row by row: what a spreadsheet saves, or one quotation a line.

The delimiter is told by the header row: whichever makes the most known columns of it, or by a line `sep=;` above.
A file without a header must have one column. Quoted cells may hold delimiters and line breaks.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from backend.jobs.columns import COLUMNS, columns_of
from backend.problems import FieldError, Problem

DELIMITERS: Final = (",", ";", "\t", "|")
# A cell longer than any quotation is the rest of a file after a quotation mark nobody closed.
_LONGEST_CELL: Final = 131_072
_LOOKED_AT: Final = 200
# What Excel writes and reads above a table, to say what parts its cells; it is no row.
_SEPARATOR: Final = re.compile(r'"?sep=([,;|\t])"?[ ,;|\t]*(?:\r\n|\r|\n)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One row that is not empty. `line`: where it begins in the file; `cells` by column; `fault`: why it cannot be
    read, else None."""

    number: int
    line: int
    cells: dict[str, str]
    fault: str | None = None


def read_table(text: str) -> Iterator[Record]:
    """The rows, numbered from 1 below the header. Raises Problem where no column can be the quotations."""
    above = 0
    told: Sequence[str] = DELIMITERS
    if found := _SEPARATOR.match(text):
        text, told, above = text[found.end() :], (found[1],), 1
    delimiter, columns, header = _layout(text, told)
    number = 0
    for line, cells, broken in _rows(text, delimiter):
        if header:
            header = False
            continue
        if broken is None and not any(cell.strip() for cell in cells):
            continue
        number += 1
        fault = broken
        if fault is None and (more := [cell for cell in cells[len(columns) :] if cell.strip()]):
            fault = (
                f"has {len(columns) + len(more)} cells where the header has {len(columns)}; put a cell that holds "
                f"{_named(delimiter)} in double quotes"
            )
        named = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name is not None}
        yield Record(number, line + above, {name: cell for name, cell in named.items() if cell}, fault)


def _layout(text: str, delimiters: Sequence[str]) -> tuple[str, list[str | None], bool]:
    """The delimiter, the columns, and whether the first row names them."""
    best: tuple[int, str, list[str | None]] = (0, ",", [])
    for delimiter in delimiters:
        _, cells, _ = next(_rows(text, delimiter), (1, [], None))
        columns = columns_of(cells)
        known = sum(column is not None for column in columns)
        if known > best[0] and ("quote" in columns or "quote" not in best[2]):
            best = (known, delimiter, columns)
    _, delimiter, columns = best
    if "quote" in columns:
        return delimiter, columns, True
    if any(columns) or any(_is_table(text, delimiter) for delimiter in delimiters):
        detail = (
            "No column is called quote. The first row must name the columns: quote, and if you have them speaker, "
            f"date, url, id ({', '.join(name for name in COLUMNS[5:])} are read too). A file without a header may "
            "have one column, the quotations."
        )
        raise Problem("bad_table", detail, errors=[FieldError("/columns", "No column is called quote")])
    return _one_column(text), ["quote"], False


def _is_table(text: str, delimiter: str) -> bool:
    """Whether the delimiter parts every row into the same number of cells, more than one."""
    rows = [cells for _, (_, cells, _) in zip(range(_LOOKED_AT), _rows(text, delimiter), strict=False) if any(cells)]
    return len(rows) > 1 and len(rows[0]) > 1 and len({len(cells) for cells in rows}) == 1


def _one_column(text: str) -> str:
    """A delimiter that does not occur: every line is a quotation, commas and all, unless double quotes say more."""
    return next((mark for mark in ("\x1f", "\x1e", "\x1d") if mark not in text), "\x1f")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str], str | None]]:
    """Line, cells and fault of each row, empty ones too."""
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=delimiter in DELIMITERS)
    while True:
        line = rows.line_num + 1
        try:
            yield line, next(rows), None
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], _fault(str(error))


def _fault(error: str) -> str:
    if "unexpected end" in error or "field larger" in error:
        return "a double quote is opened and not closed; close it, or write two for one that is meant"
    if "expected after" in error:
        return "has text after a closing double quote; write two double quotes for one that is meant"
    return f"cannot be read as a row of a table: {error}"


def _named(delimiter: str) -> str:
    return {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}[delimiter]
