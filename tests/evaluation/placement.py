"""Where a lookup landed, against where the words were taken from. Folds on its own, so that a fault in the engine's
folding cannot hide itself."""

from __future__ import annotations

import re
from enum import StrEnum

from quotes.model import Answer, Match, Verdict
from tests.evaluation.corpus import Place, Spoken

BETTER_THAN_ALTERED = frozenset({Verdict.VERBATIM, Verdict.VERBATIM_MARKED, Verdict.MINOR_VARIANCE})
CLAIMS_NOTHING = frozenset({Verdict.NOT_FOUND, Verdict.AMBIGUOUS, Verdict.OUT_OF_COVERAGE, Verdict.CANNOT_CHECK})

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CONTRACTIONS = [
    (re.compile(pattern), written_out)
    for pattern, written_out in (
        (r"\bcan't\b|\bcannot\b", "can not"),
        (r"\bwon't\b", "will not"),
        (r"n't\b", " not"),
        (r"'re\b", " are"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"\bi'm\b", "i am"),
        (r"\b(it|that|there|he|she|what|who)'s\b", r"\1 is"),
    )
]
_REPEAT = re.compile(r"\b(\w[\w’' ]*?)\s*(?:—|--)\s*(?=\1\b)")


class Placed(StrEnum):
    RIGHT = "right"
    EQUAL_ELSEWHERE = "equal elsewhere"
    WRONG = "wrong"


def words(text: str) -> list[str]:
    """Lower-case words and numbers, apostrophes made straight: nothing cleverer."""
    return _WORD.findall(text.replace("’", "'").replace("‘", "'").casefold())


def _spoken(text: str) -> str:
    """The words of `text`, the commonest contractions written out, a space around each."""
    said = f" {' '.join(words(text))} "
    for contraction, written_out in _CONTRACTIONS:
        said = contraction.sub(written_out, said)
    return said


def stands_in(quote: str, text: str) -> bool:
    """Whether the words of `quote` stand in `text`, in their order, with nothing between; "on the — on the field"
    reads as it stands and as "on the field"."""
    wanted = _spoken(quote)
    return any(wanted in _spoken(reading) for reading in (text, _REPEAT.sub("", text)))


def at(match: Match, place: Place) -> bool:
    """The strict measure: right transcript, right turn, overlapping span."""
    return (
        (match.transcript_id, match.turn) == (place.transcript, place.turn)
        and match.passage.start < place.end
        and place.start < match.passage.end
    )


def placed(answer: Answer | None, place: Place, spoken: Spoken) -> Placed:
    """Where the first match is; a lookup that crashed (None) is wrong."""
    if answer is None or not answer.matches:
        return Placed.WRONG
    first = answer.matches[0]
    if at(first, place):
        return Placed.RIGHT
    taken = spoken.text[place.start : place.end]
    return Placed.EQUAL_ELSEWHERE if stands_in(taken, first.passage.text) else Placed.WRONG
