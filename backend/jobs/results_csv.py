"""Results as CSV for a spreadsheet: UTF-8 with a byte order mark, commas, CRLF.

Cells are written as no spreadsheet takes them for formulas (`quotes.report.csv_cells`). JSON Lines hold the words
untouched.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

from backend.jobs.results import COLUMNS, Results, cells, key_of
from quotes.report import BYTE_ORDER_MARK, csv_lines

CONTENT_TYPE: Final = "text/csv; charset=utf-8"


async def csv_parts(results: Results) -> AsyncIterator[bytes]:
    yield (BYTE_ORDER_MARK + csv_lines([COLUMNS])).encode()
    async for _, outcome in results.outcomes:
        rows = [cells(row, results.decisions.get(key_of(row)), results.base) for row in results.rows(outcome)]
        yield csv_lines([row[name] for name in COLUMNS] for row in rows).encode()
