"""An article's text cut up where its quotations begin and end, so that each can be marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

_PARAGRAPHS: Final = re.compile(r"\n[^\S\n]*\n\s*")
# What ends a quotation in print: its verdict stands after that, and not between the last word and the mark.
_CLOSING: Final = re.compile(r"[”’“»«\"'」』）]{1,2}(?:[。，、；]|[.,;:!?]?(?=[\s.,;:!?)—–]|$))|[」』”]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that the same marks enclose. `quotes`: indices of the quotations it belongs to, the
    shortest first; `opens`, `closes`: those whose first piece, whose last piece this is; `aside`: what marks that are
    nobody's speech are for, a kind of `SetAside`; `tail`: the closing mark after a quotation's last piece, with its
    comma."""

    text: str
    quotes: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    aside: str | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class _Marked:
    start: int
    end: int
    quote: int | None
    kind: str | None


def marked_paragraphs(answer: Mapping[str, Any]) -> list[list[Piece]]:
    """The paragraphs of an article's answer, as plain data; none where there is no text. Spans that reach beyond the
    text, overlap or lie in one another do no harm: each character of the text comes out once."""
    text: str = answer["article"]["text"] or ""
    marks = [
        _Marked(start, end, index, None)
        for index, quote in enumerate(answer["quotes"])
        for start, end in _within(quote["spans"], text)
    ]
    marks += [
        _Marked(start, end, None, aside["kind"])
        for aside in answer["set_aside"]
        for start, end in _within(aside["spans"], text)
    ]
    paragraphs = [_pieces(text, start, end, marks) for start, end in _paragraphs(text)]
    return [_with_tails(pieces) for pieces in _with_ends(paragraphs)]


def _within(spans: Iterable[Sequence[int]], text: str) -> Iterable[tuple[int, int]]:
    for first, last in spans:
        start, end = max(first, 0), min(last, len(text))
        if start < end:
            yield start, end


def _paragraphs(text: str) -> Iterable[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for gap in [*_PARAGRAPHS.finditer(text), None]:
        end = gap.start() if gap else len(text.rstrip())
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _pieces(text: str, start: int, end: int, marks: Sequence[_Marked]) -> list[Piece]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(min(max(edge, start), end) for mark in near for edge in (mark.start, mark.end))})
    pieces = []
    for first, last in pairwise(cuts):
        around = sorted(
            (mark for mark in near if mark.start <= first and mark.end >= last), key=lambda mark: mark.end - mark.start
        )
        quotes = tuple(dict.fromkeys(mark.quote for mark in around if mark.quote is not None))
        aside = next((mark.kind for mark in around if mark.kind), None)
        pieces.append(Piece(text[first:last], quotes, aside=aside))
    return pieces


def _with_ends(paragraphs: list[list[Piece]]) -> list[list[Piece]]:
    """Where each quotation is opened first and closed last: its number and verdict stand there once."""
    first: dict[int, tuple[int, int]] = {}
    last: dict[int, tuple[int, int]] = {}
    for row, pieces in enumerate(paragraphs):
        for column, piece in enumerate(pieces):
            for quote in piece.quotes:
                first.setdefault(quote, (row, column))
                last[quote] = (row, column)
    return [
        [
            Piece(
                piece.text,
                piece.quotes,
                tuple(quote for quote in piece.quotes if first[quote] == (row, column)),
                tuple(quote for quote in piece.quotes if last[quote] == (row, column)),
                piece.aside,
            )
            for column, piece in enumerate(pieces)
        ]
        for row, pieces in enumerate(paragraphs)
    ]


def _with_tails(pieces: list[Piece]) -> list[Piece]:
    made: list[Piece] = []
    for piece in pieces:
        before = made[-1] if made else None
        found = _CLOSING.match(piece.text) if before is not None and before.closes and not piece.quotes else None
        if before is not None and found is not None and piece.aside is None:
            made[-1] = replace(before, tail=found[0])
            piece = replace(piece, text=piece.text[found.end() :])  # noqa: PLW2901 - what is left of it
        if piece.text:
            made.append(piece)
    return made
