"""The quotation as it could be printed: the record's words, with ellipses where a longer run may stay out.

What the writer may do stays as it is printed: presentation, marked gaps, brackets. What was changed is the record's
again. A run that was left out without a mark gets its ellipsis if nothing in it turns the rest, else its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from quotes.align import Alignment, align, parse_quotation
from quotes.errors import BadQuotation
from quotes.model import Edit, EditClass, Verdict
from quotes.verdict.correction_ends import Piece, with_whole_ends
from quotes.verdict.decide import Wording, judge
from quotes.verdict.edits import OMISSION_WORDS
from quotes.verdict.policy import MARKED, PRESENTATION, PROTECTED, Policy

ELLIPSIS: Final = "…"
# Words of the record printed whole where they cannot be told apart into what stays and what goes.
_LONGEST_PASSAGE: Final = 80
_EXACT: Final = frozenset({Verdict.VERBATIM, Verdict.VERBATIM_MARKED})
_STAYS: Final = PRESENTATION | MARKED
_PRONOUNS: Final = frozenset("he she it they him her them él ella ellos ellas".split())
_PERSONS: Final = _PRONOUNS | frozenset("i you we yo tú usted nosotros".split())
_OPENING: Final = frozenset("[［(（")
_CLOSING: Final = frozenset("]］)）")
_MARKS: Final = " \t\n\"'“”‘’«»‹›„‚「」『』"
_PAIRS: Final = {"‘": "’", "“": "”", "«": "»", "‹": "›", "「": "」", "『": "』"}
# Within a cell of a table, or where a mail was wrapped; paragraphs stay.
_LINE_BREAK: Final = re.compile(r"(?<!\n)\n(?!\n)")
_DASHES: Final = re.compile(r"—\s*—")
_STAGE: Final = re.compile(r"\s*\([^()]{1,40}\)\s*")
_STRUCK: Final = re.compile(r"~~[^~]*~~\s*")
_SPACES: Final = re.compile(r"\s+")
_TAIL: Final = re.compile(r"[^\w\s]*\Z")
_STOP: Final = re.compile(r"\s*[.?!。？！]")


def correct(alignment: Alignment, wording: Wording, policy: Policy) -> str | None:
    """What could stand between the quotation's marks, judged to be at least `verbatim_marked` under `policy`; None
    where it is so already, or nothing of the kind could be made."""
    if wording.verdict in _EXACT:
        return None
    return next((text for text in _proposals(alignment, wording) if text and _holds(text, alignment, policy)), None)


def _proposals(alignment: Alignment, wording: Wording) -> Iterator[str]:
    if not alignment.displaced:
        yield _mended(alignment, wording, named=True)
        yield _mended(alignment, wording, named=False)
    yield _passage(alignment)


def _holds(text: str, alignment: Alignment, policy: Policy) -> bool:
    try:
        laid = align(parse_quotation(text), alignment.source)
    except BadQuotation:
        return False
    return laid is not None and bool(laid.steps) and judge(laid, policy).verdict in _EXACT


def _passage(alignment: Alignment) -> str:
    steps = chain(alignment.steps, *(segment.steps for segment in alignment.displaced))
    equal = [step for step in steps if step.equal]
    first = min((step.source_first for step in equal), default=0)
    last = max((step.source_last for step in equal), default=0)
    if not 0 < last - first <= _LONGEST_PASSAGE:
        return ""
    tokens = alignment.source.tokens
    return _clean(tokens.text[tokens.starts[first] : tokens.ends[last - 1]])


def _mended(alignment: Alignment, wording: Wording, *, named: bool) -> str:
    """`named`: a name printed for a pronoun stays, in the brackets that were due."""
    printed = alignment.quotation.text
    record = alignment.source.tokens.text
    pieces = list(_pieces(alignment, wording, named=named))
    if not pieces:
        return ""
    pieces = [
        piece if piece.printed else replace(piece, text=_clean(piece.text))
        for piece in with_whole_ends(pieces, alignment, wording.edits)
    ]
    text = _begun(pieces[0], printed)
    for before, piece in pairwise(pieces):
        text += _between(before, piece, printed, record) + _cased(piece, before, record)
    # Of what is printed behind, the punctuation: words there are the writer's.
    tail = _TAIL.search(printed[pieces[-1].quote[1] :].rstrip(_MARKS))
    text = _LINE_BREAK.sub(
        " ", _DASHES.sub("—", _paired(_STRUCK.sub("", text + (tail[0] if tail else "")).strip(_MARKS), printed, pieces))
    )
    # Half of a correction in the record: its other half was printed otherwise.
    return "" if "~~" in text else text


def _begun(first: Piece, printed: str) -> str:
    """A quotation may open with a capital that the record has not, and the reverse."""
    start = first.quote[0]
    if first.printed and printed[max(start - 1, 0) : start] in {"¿", "¡"}:
        return printed[start - 1] + first.text
    letter = printed[start : start + 1]
    return letter + first.text[1:] if letter.lower() == first.text[:1].lower() else first.text


def _pieces(alignment: Alignment, wording: Wording, *, named: bool) -> Iterator[Piece]:
    record = alignment.source.tokens.text
    printed = alignment.quotation.text
    restored = [one.span for one in wording.hidden if one.turns]
    for edit in wording.edits:
        if edit.cls in {EditClass.SENTENCE_BOUNDARY_MOVED, EditClass.NEGATION} and not _has_word(edit):
            continue
        source = record[slice(*edit.source_span)]
        if edit.cls is EditClass.ELLIPSIS:
            hides = any(_within(span, edit.source_span) for span in restored)
            text = _clean(source) if hides else ELLIPSIS
            yield Piece(text, edit.quote_span, edit.source_span, printed=False)
        elif edit.cls in _STAYS:
            if _restopped(edit, wording.edits):
                yield Piece(_clean(source), edit.quote_span, edit.source_span, printed=False)
            else:
                quote = _with_brackets(printed, edit.quote_span)
                yield Piece(printed[slice(*quote)], quote, edit.source_span, printed=True)
        elif named and _is_name_for_pronoun(edit):
            yield Piece(f"[{edit.quote}]", edit.quote_span, edit.source_span, printed=False)
        elif _may_stay_out(edit):
            yield Piece(ELLIPSIS, edit.quote_span, edit.source_span, printed=False)
        elif text := _clean(source):
            yield Piece(text, edit.quote_span, edit.source_span, printed=False)


def _has_word(edit: Edit) -> bool:
    return any(character.isalnum() for character in edit.quote + edit.source)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _restopped(edit: Edit, edits: Sequence[Edit]) -> bool:
    """Whether a pause inside these words was moved: then they stand as the record punctuates them."""
    return any(
        other is not edit
        and other.cls not in _STAYS
        and not _has_word(other)
        and _within(other.quote_span, edit.quote_span)
        for other in edits
    )


def _may_stay_out(edit: Edit) -> bool:
    return edit.op == "delete" and edit.cls not in PROTECTED and len(edit.source.split()) >= OMISSION_WORDS


def _is_name_for_pronoun(edit: Edit) -> bool:
    return (
        edit.op == "replace"
        and edit.source.lower() in _PRONOUNS
        and edit.quote[:1].isupper()
        and edit.quote.lower() not in _PERSONS
    )


def _with_brackets(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with the brackets right beside it, where they are its own."""
    start, end = span
    inside = text[start:end]
    if start and text[start - 1] in _OPENING and not any(mark in inside for mark in _CLOSING):
        start -= 1
    if end < len(text) and text[end] in _CLOSING and any(mark in text[start:end] for mark in _OPENING):
        end += 1
    return start, end


def _between(before: Piece, piece: Piece, printed: str, record: str) -> str:
    if before.printed and piece.printed:
        return printed[before.quote[1] : piece.quote[0]]
    if before.source[1] > piece.source[0]:
        return " "
    gap = record[before.source[1] : piece.source[0]]
    if ELLIPSIS in {before.text, piece.text}:
        stop = _STOP.match(gap) if piece.text == ELLIPSIS else None
        return f"{stop[0].strip() if stop else ''} "
    return " " if any(map(str.isalnum, gap)) else _SPACES.sub(" ", gap)


def _cased(piece: Piece, before: Piece, record: str) -> str:
    """A word that the record has in the middle of a sentence is not capitalised once words stand before it."""
    recorded = record[piece.source[0] : piece.source[0] + 1]
    capitals = piece.text.split(" ", 1)[0]
    if len(capitals) > 1 and capitals.isupper():
        return piece.text
    if piece.printed and not before.printed and recorded.islower() and piece.text[:1].lower() == recorded:
        return recorded + piece.text[1:]
    return piece.text


def _paired(text: str, printed: str, pieces: Sequence[Piece]) -> str:
    """Quotation marks within it keep their other half, which stood at its end and was stripped with the outer ones."""
    for opening, closing in _PAIRS.items():
        # An apostrophe is the same character.
        closed = len(re.findall(r"’(?!\w)", text)) if closing == "’" else text.count(closing)
        opened = text.count(opening)
        if opened > closed:
            text += closing
        elif closed > opened and opening in printed[: pieces[0].quote[0]] and pieces[0].printed:
            text = opening + text
    return text


def _clean(record: str) -> str:
    """Without stage directions and what was struck out."""
    return _SPACES.sub(" ", _STAGE.sub(" ", _STRUCK.sub("", record))).strip()
