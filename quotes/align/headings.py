"""Page headings that a transcript taken from a PDF has in the midst of what was said.

The Federal Reserve's press conferences print a date at the head of each page and "Chair Powell’s Press Conference
FINAL", "Page 5 of 26" at its foot; each lands where its page breaks. Nobody said them. A date alone is a heading only
in a turn that has such a line too, and only where it is the one full date there: then it is the page's.
"""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_LINE: Final = re.compile(
    r"(?:Chair|Chairman|Vice Chair|Governor|President|Secretary|Minister|Commissioner)\s+[A-Z]\w+[’']s?\s+"
    r"(?:Press|News)\s+Conference(?:\s+Call)?\s+(?:FINAL|PRELIMINARY|DRAFT)\b"
    r"|\bPage\s+\d{1,3}\s+of\s+\d{1,3}\b"
)
_LINE_WITHIN: Final = re.compile(r"Conference(?:\s+Call)?\s+(?:FINAL|PRELIMINARY|DRAFT)\b", re.IGNORECASE)
_DATE: Final = re.compile(rf"\b(?:{_MONTHS})\s+\d{{1,2}},\s+\d{{4}}(?![\w,])")


def prints_heading(text: str) -> bool:
    """Whether a quotation was copied with a heading in it, or has a full date of its own, which may be one."""
    return bool(_DATE.search(text) or _LINE.search(text) or _LINE_WITHIN.search(text))


def heading_spans(text: str) -> list[tuple[int, int]]:
    """Where headings stand: code points of `text`, half-open, ascending."""
    if "Conference" not in text and "Page" not in text:
        return []
    lines = [found.span() for found in _LINE.finditer(text)]
    if not lines:
        return []
    dates = list(_DATE.finditer(text))
    if len({" ".join(found[0].split()) for found in dates}) == 1:
        lines += [found.span() for found in dates]
    return sorted(lines)
