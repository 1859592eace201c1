"""The paragraphs of an article's text, and what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"\n\s*")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？:：][”’“‘\"'»«›‹」』)\]]*\s*$")
# What a dialogue's line begins with, or a list's.
_DASHED: Final = re.compile(r"\n(?=\s*(?:[–—―]\s*\S|[•▪*-]\s+\S))")
# A short paragraph that is one quotation and ends as no sentence does: ‘You lost us’.
_SUBHEADING: Final = re.compile(r"[“‘\"'«»„][^“”‘\"«»„\n]{1,60}(?<![.,!?…])[”’\"'»«“]")
# A headline or sub-headline in code points, at most; the longest real ones have some 200.
_LONGEST_HEADING: Final = 300


class Role(StrEnum):
    HEADLINE = "headline"
    BODY = "body"
    SET_APART = "set_apart"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: code points `start` to `end` of the text, without the white space around it."""

    start: int
    end: int
    role: Role = Role.BODY


def blocks_of_text(text: str, title: str | None) -> list[Block]:
    """Paragraphs are parted by blank lines, by line breaks where there are no blank lines. What stands before the first
    paragraph that ends as a sentence does is headline and sub-headlines, where a text has more than one paragraph."""
    pieces = list(_pieces(text))
    wanted = _bare(title) if title else None
    heading = 0
    for start, end in pieces[:-1]:
        piece = text[start:end]
        titled = wanted is not None and _bare(piece) == wanted
        if not titled and (_SENTENCE_END.search(piece) or len(piece) > _LONGEST_HEADING or heading >= 4):
            break
        heading += 1
    if heading and heading == len(pieces) - 1 and not _SENTENCE_END.search(text[slice(*pieces[-1])]):
        # Nothing in it ends a sentence: only what is the title is a heading.
        heading = 1 if wanted is not None and _bare(text[slice(*pieces[0])]) == wanted else 0
    return [
        Block(start, end, Role.HEADLINE if place < heading or _SUBHEADING.fullmatch(text, start, end) else Role.BODY)
        for place, (start, end) in enumerate(pieces)
    ]


def _bare(text: str) -> str:
    return "".join([letter for letter in text.casefold() if letter.isalnum()])


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    breaks = _BLANK if _BLANK.search(text.strip()) else _LINE
    for start, end in _between(text, 0, len(text), breaks):
        yield from _between(text, start, end, _DASHED)


def _between(text: str, start: int, end: int, breaks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for found in [*breaks.finditer(text, start, end), None]:
        until = found.start() if found else end
        first, last = at, until
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last
        if found:
            at = found.end()
