"""What stands before the first sentence of a report and names nobody: `PORT ORMARK (ONA) -`, `Orvane (dpo) –`, the
hour of a live report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.layout import Block

_PLACE: Final = r"[^\W\d_][\w’' /.-]{1,40}"
_AGENCY: Final = r"\([^()]{2,40}\)"
# Without an agency the town has to stand in capitals: “Berg, the minister – a painter – said” is no dateline.
_DATELINE: Final = re.compile(
    rf"(?:{_PLACE}(?:,[^()“”\"«»]{{1,40}}?)?\s*{_AGENCY}\s*[.:]?\s*[-–—]+\s*"
    r"|(?-i:[A-ZÀ-Ý][A-ZÀ-Ý’' .-]{2,40})(?:,[^()“”\"«»]{1,40}?)?\s*[-–—]+\s+"
    r"|\d{1,2}[.:]\d{2}(?:\s?[ap]m)?(?:\s*[-–—:])?\s+)"
)


def without_datelines(hidden: str, blocks: Sequence[Block]) -> str:
    """The masked text with spaces in place of datelines; of the same length."""
    pieces: list[str] = []
    at = 0
    for block in blocks:
        found = _DATELINE.match(hidden, block.start, block.end)
        if found is not None:
            pieces += [hidden[at : found.start()], " " * (found.end() - found.start())]
            at = found.end()
    return "".join([*pieces, hidden[at:]])
