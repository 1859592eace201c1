"""Words said twice of which one alone carries the denial.

"No, no vamos a cerrar" printed "No, vamos a cerrar" leaves out a word that is said again, and with it what it says:
the "no" that answers stays, the one that denies is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.align import Step
from quotes.model import EditClass
from quotes.text import Tokens
from quotes.verdict.kinds import pause_before
from quotes.verdict.sides import Sides, gap

_DASHES: Final = ("—", "–", "--", "...", "…", " - ")


def denial_lost(sides: Sides, step: Step) -> bool:
    """Whether a repeat left out, or put in, takes a denial from the words that it denied."""
    if _denied_twice(sides, step):
        return True
    return _left_out(sides, step) if step.recorded else _put_in(sides, step)


def _denied_twice(sides: Sides, step: Step) -> bool:
    """Whether one of two denials right beside each other is left out or put in: who "can't not" does a thing does it. A
    stutter has a pause between them."""
    if step.recorded == 1 and not step.printed:
        tokens, first, kinds = sides.alignment.source.tokens, step.source_first, sides.source_kinds
    elif step.printed == 1 and not step.recorded:
        tokens, first, kinds = sides.alignment.quotation.tokens, step.quote_first, sides.quote_kinds
    else:
        return False
    if kinds[first] is not EditClass.NEGATION:
        return False
    beside = [place for place in (first, first + 1) if _at(tokens.norms, place - 1) == _at(tokens.norms, place)]
    return any(not pause_before(tokens, place) for place in beside)


def _left_out(sides: Sides, step: Step) -> bool:
    """A denial hangs on the words after it where no pause parts them: none may come between that the record has not."""
    if sides.source_kinds[step.source_last - 1] is not EditClass.NEGATION:
        return False
    word = sides.source[step.source_last - 1]
    printed = next((place for place in (step.quote_first, step.quote_first - 1) if _at(sides.quote, place) == word), -1)
    if printed < 0:
        return False
    quote, source = sides.alignment.quotation.tokens, sides.alignment.source.tokens
    return _pause_after(quote, printed) and not _pause_after(source, step.source_last - 1)


def _put_in(sides: Sides, step: Step) -> bool:
    """ "No hay que, hay que" printed for what the record has once sets the second against the first; after a dash it is
    a stutter that the record left out."""
    length = step.printed
    run = sides.quote[step.quote_first : step.quote_last]
    first = step.quote_first - length
    if first < 0 or sides.quote[first : step.quote_first] != run:
        first = step.quote_first
    broken_off = any(dash in gap(sides.alignment.quotation.tokens, first + length) for dash in _DASHES)
    return first > 0 and length > 1 and not broken_off and sides.quote_kinds[first - 1] is EditClass.NEGATION


def _pause_after(tokens: Tokens, place: int) -> bool:
    """Whether a pause follows token `place`, or the last of those that say it again right after it."""
    while _at(tokens.norms, place + 1) == tokens.norms[place]:
        place += 1
    return pause_before(tokens, place + 1)


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""
