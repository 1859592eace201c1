"""What an ellipsis stands for. Leaving words out with a mark is fair as long as what is left still says what was said:
the reader is told of every weighty word that is hidden, and where its absence turns the rest, the quotation is altered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from quotes.align import Alignment, Step
from quotes.model import EditClass
from quotes.text import Tokens
from quotes.verdict.kinds import kinds
from quotes.verdict.sides import gap, stops
from quotes.verdict.spanish import is_spanish
from quotes.verdict.words import CONDITIONS, REVERSALS

_CLAUSE_MARKS: Final = ",;:—–，、；：()"
# Words between a negation and the printed word it still turns: "not … yet fully open".
_REACH: Final = 2
_JOINS_CLAUSES: Final = frozenset({"and", "but", "or", "so", "y", "pero", "o"})
_TAKES_CLAUSE: Final = frozenset({"that", "whether", "if", "que"})


class Hides(StrEnum):
    """Reasons told of an ellipsis."""

    NEGATION = "ellipsis_hides_negation"
    CONDITION = "ellipsis_hides_condition"
    HEDGE = "ellipsis_hides_hedge"
    REVERSAL = "ellipsis_hides_reversal"
    INTERJECTION = "ellipsis_hides_interjection"


@dataclass(frozen=True, slots=True)
class Hidden:
    """One thing that an ellipsis hides. `turns`: without it the printed words say something else. `span`: code points
    of the turn's text, half-open, of the word; `words` is that slice."""

    reason: Hides
    turns: bool
    words: str
    span: tuple[int, int]


def hidden(alignment: Alignment) -> tuple[Hidden, ...]:
    """What the ellipses between printed words hide, in the record's order; one of a kind for each ellipsis."""
    found: list[Hidden] = []
    steps = alignment.steps
    for place, step in enumerate(steps):
        if step.marked and 0 < place < len(steps) - 1 and step.recorded:
            of_step: dict[Hides, Hidden] = {}
            for one in _in_gap(alignment, step):
                known = of_step.get(one.reason)
                if known is None or (one.turns and not known.turns):
                    of_step[one.reason] = one
            found += of_step.values()
    return tuple(found)


def _in_gap(alignment: Alignment, step: Step) -> Iterator[Hidden]:
    tokens = alignment.source.tokens
    first, last = step.source_first, step.source_last
    for border in alignment.source.borders:
        if tokens.ends[first - 1] <= border <= tokens.starts[min(last, len(tokens) - 1)]:
            yield _hidden(tokens, Hides.INTERJECTION, first, last - 1, turns=False)
    found = kinds(tokens, in_spanish=is_spanish(tokens.norms))
    for place in range(first, last):
        word, kind = tokens.norms[place], found[place]
        if kind is EditClass.NEGATION:
            turns = _governs_across(tokens, step, place)
            yield _hidden(tokens, Hides.NEGATION, place, place, turns=turns)
        elif word in CONDITIONS and not _asks(tokens, place):
            yield _hidden(tokens, Hides.CONDITION, place, place, turns=_binds(tokens, step, place))
        elif kind is EditClass.HEDGE:
            yield _hidden(tokens, Hides.HEDGE, place, place, turns=False)
        elif word in REVERSALS and stops(tokens, place):
            yield _hidden(tokens, Hides.REVERSAL, place, place, turns=False)


def _hidden(tokens: Tokens, reason: Hides, first: int, last: int, *, turns: bool) -> Hidden:
    span = tokens.starts[first], tokens.ends[last]
    return Hidden(reason, turns, tokens.text[slice(*span)], span)


def _governs_across(tokens: Tokens, step: Step, place: int) -> bool:
    """Whether the hidden negation at `place` belongs to words that are printed: nothing parts it from the words before
    and after the ellipsis; or its own verb is printed after an aside ("not, as some say, … closed"); or it opens what
    is printed ("It is not true that …")."""
    first, last = step.source_first, step.source_last
    from_left = not any(_parts(tokens, token) for token in range(first, place + 1))
    to_right = not any(_parts(tokens, token) for token in range(place + 1, last + 1))
    if from_left and to_right:
        return True
    if from_left and place + 1 < last and _parts(tokens, place + 1):
        return _parts(tokens, last) and not any(stops(tokens, token) for token in range(place + 1, last + 1))
    if to_right:
        return last - 1 - place <= _REACH or tokens.norms[last - 1] in _TAKES_CLAUSE
    return False


def _binds(tokens: Tokens, step: Step, place: int) -> bool:
    """Whether the hidden condition at `place` is one for what is printed: it follows the words before the ellipsis in
    their own sentence and nothing but it follows there, or it opens the sentence that is printed after it."""
    first, last = step.source_first, step.source_last
    to_left = not any(stops(tokens, token) for token in range(first, place + 1))
    end = next((token for token in range(place + 1, last + 1) if stops(tokens, token)), None)
    if to_left and end is not None and not _goes_on(tokens, place, end):
        between = [tokens.norms[token] for token in range(first, place)]
        return not _JOINS_CLAUSES & {*between[1:]} and len(between) <= 6
    if to_left and end is None and _parts(tokens, last) and _parts(tokens, place):
        return True  # an aside within the printed sentence
    same_sentence = not any(stops(tokens, token) for token in range(place + 1, last + 1))
    return same_sentence and _opens(tokens, place) and _parts(tokens, last)


def _goes_on(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a main clause follows the condition before its sentence ends: it is one for that clause."""
    return any(_parts(tokens, token) for token in range(place + 1, end))


def _opens(tokens: Tokens, place: int) -> bool:
    before = place - 1 if place and tokens.norms[place - 1] in _JOINS_CLAUSES else place
    return stops(tokens, before)


def _asks(tokens: Tokens, place: int) -> bool:
    """ "whether or not", "as if", "even if" before nothing: no condition."""
    return place > 0 and tokens.norms[place] == "if" and tokens.norms[place - 1] in {"as", "what", "see", "ask", "know"}


def _parts(tokens: Tokens, place: int) -> bool:
    """Whether a clause or an aside may end right before token `place`."""
    return stops(tokens, place) or any(mark in gap(tokens, place) for mark in _CLAUSE_MARKS)
