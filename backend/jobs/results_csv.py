"""Results as CSV for a spreadsheet: UTF-8 with a byte order mark, commas, CRLF.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula, and quotations are anybody's words. Such a cell
is sent with an apostrophe before it, as are those that begin with a tab or a carriage return or hide one of these
behind spaces; numbers stay numbers. JSON Lines hold the words untouched.
"""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator
from typing import Any, Final

from backend.jobs.results import COLUMNS, Results, cells, key_of

CONTENT_TYPE: Final = "text/csv; charset=utf-8"
_BOM: Final = "\ufeff"
# Full-width forms count too: spreadsheets fold them.
_FORMULA: Final = frozenset("=+-@＝＋－＠\t\r")


async def csv_parts(results: Results) -> AsyncIterator[bytes]:
    yield (_BOM + _lines([list(COLUMNS)])).encode()
    async for _, outcome in results.outcomes:
        rows = [cells(row, results.decisions.get(key_of(row)), results.base) for row in results.rows(outcome)]
        yield _lines([[harmless(row[name]) for name in COLUMNS] for row in rows]).encode()


def harmless(cell: Any) -> Any:
    """The cell as no spreadsheet takes it for a formula."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    if cell[:1] in _FORMULA or cell.lstrip(" \u00a0\u3000\n")[:1] in _FORMULA:
        return "'" + cell if cell else cell
    return cell


def _lines(rows: list[list[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
