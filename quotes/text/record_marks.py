"""What a record prints beside the words spoken: stage directions, struck-out words, corrections in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class MarkKind(StrEnum):
    STAGE = "stage"
    STRUCK = "struck"
    BRACKETED = "bracketed"


@dataclass(frozen=True, slots=True)
class RecordMark:
    """`start`, `end`: code points of the turn's text, half-open, delimiters included."""

    kind: MarkKind
    start: int
    end: int


_STAGE_WORDS: Final = (
    "laughter|laughs|laughing|chuckles|applause|cheers|inaudible|unintelligible|indiscernible|cross-?\\s?talk|off-?mi[kc]e?|"
    "off-?microphone|as interpreted|through (?:an )?interpreter|via (?:an )?interpreter|in (?:spanish|french|german|"
    "chinese|arabic|russian|japanese|korean|portuguese|hebrew)|speaks (?:in )?\\w+|no (?:audible )?response|pause|"
    "gestures?|break|ph|phonetic|sic|audio (?:gap|break|drops?)|technical difficult\\w+|sneezes|coughs|"
    "risas?|aplausos?|inaudible|inicia video|finaliza video|interrupci[oó]n|"
    "笑|笑声|掌声|鼓掌"
)
_MARK: Final = re.compile(
    r"(?P<stage>[(\[（](?:[^()\[\]（）]{0,24}[^\w()\[\]])?(?:"
    + _STAGE_WORDS
    + r")(?:[^\w()\[\]][^()\[\]（）]{0,40})?[)\]）])"
    r"|(?P<struck>~~[^~]{1,200}~~)"
    r"|(?P<bracketed>\[[^\[\]]{1,80}\])",
    re.IGNORECASE,
)


def record_marks(text: str) -> list[RecordMark]:
    """The marks of one turn's text, ascending and disjoint."""
    if "(" not in text and "[" not in text and "~~" not in text and "（" not in text:
        return []
    return [RecordMark(MarkKind(str(found.lastgroup)), *found.span()) for found in _MARK.finditer(text)]


def stage_spans(text: str) -> list[tuple[int, int]]:
    """Where stage directions stand: nobody spoke them, so they are no part of the words."""
    return [(mark.start, mark.end) for mark in record_marks(text) if mark.kind is MarkKind.STAGE]
