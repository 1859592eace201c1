"""Tables for spreadsheets, which take a cell that begins with =, +, - or @ for a formula.

Quotations are anybody's words, so such a cell is written with an apostrophe before it, as are those that begin with a
tab or a carriage return, or hide one of these behind spaces. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

# What tells spreadsheets that a file is in UTF-8.
BYTE_ORDER_MARK: Final = "\ufeff"
# Full-width forms count too: spreadsheets fold them.
_FORMULA: Final = frozenset("=+-@＝＋－＠\t\r")


def harmless(cell: Any) -> Any:
    """The cell as no spreadsheet takes it for a formula; None as an empty one."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    risky = cell[:1] in _FORMULA or cell.lstrip(" \u00a0\u3000\n")[:1] in _FORMULA
    return f"'{cell}" if cell and risky else cell


def csv_lines(rows: Iterable[Sequence[Any]]) -> str:
    """Rows with commas between their cells and CRLF after them, each cell harmless."""
    out = io.StringIO()
    csv.writer(out).writerows([[harmless(cell) for cell in row] for row in rows])
    return out.getvalue()
