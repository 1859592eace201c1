"""Speech as it comes: what a speaker said twice, broke off or took back, which a printed quotation may leave out.

A repair has three parts: what is taken back ("we will —"), an editing term that may stand between ("I mean"), and what
is said instead ("we would"). Leaving out the first is no edit; leaving out the last changes what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.model import EditClass
from quotes.text import Tokens
from quotes.verdict.forms import AUXILIARIES, PRONOUNS
from quotes.verdict.sides import Sides, gap, stops
from quotes.verdict.words import ARTICLES, DISCOURSE_MARKERS, MODALS

# Words of one thing taken back; a longer retreat is another sentence.
_LONGEST_REPAIR: Final = 6
# Words before a dash at a sentence's head that were given up for another beginning.
_LONGEST_FALSE_START: Final = 5
_EDITING_TERMS: Final = (
    ("i", "mean"),
    ("excuse", "me"),
    ("pardon", "me"),
    ("i", "'m", "sorry"),
    ("i", "am", "sorry"),
    ("sorry",),
    ("or", "rather"),
)
_DASHES: Final = ("—", "–", "--", "―", "...", "…", " - ")
# Of a broken-off beginning these may still have been said with the rest.
_WEIGHTY: Final = frozenset(
    {EditClass.NEGATION, EditClass.NUMBER, EditClass.NAME, EditClass.CONDITIONAL, EditClass.QUANTIFIER, EditClass.DATE}
)
_CLOSED: Final = (PRONOUNS, ARTICLES, AUXILIARIES | MODALS)


def left_of_speech(sides: Sides, first: int, last: int, *, repeats_only: bool = False) -> tuple[set[int], EditClass]:
    """Of the record's words `first` up to `last`, left out of the quotation: which of them are left when repeats,
    repairs and fillers are taken away, and the class of those taken away (EQUAL when none are)."""
    if repeats_only:
        return _without_repeats(sides.source, first, last), EditClass.RECORD_NOISE
    # The same words can be left out in several places when some are said again: "we will — we" is "will — we we".
    for shift in _shifts(sides.source, first, last):
        if says_twice(sides.source, first + shift, last + shift):
            return set(), EditClass.RECORD_NOISE
        if (kind := _taken_back(sides, first + shift, last + shift)) is not EditClass.EQUAL:
            return set(), kind
    left: set[int] = set()
    kinds: set[EditClass] = set()
    place = first
    while place < last:
        length, kind = _noise(sides, place, last)
        if length:
            kinds.add(kind)
        else:
            left.add(place)
        place += max(length, 1)
    return left, next((kind for kind in (EditClass.FILLER, EditClass.RECORD_NOISE) if kind in kinds), EditClass.EQUAL)


def _without_repeats(words: Sequence[str], first: int, last: int) -> set[int]:
    """The words at whose place others were printed, but for a run at their head or end that is said again beside it."""
    for length in range(last - first - 1, 0, -1):
        if words[first : first + length] == words[first - length : first] and first >= length:
            return set(range(first + length, last))
        if words[last - length : last] == words[last : last + length]:
            return set(range(first, last - length))
    return set(range(first, last))


def says_twice(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` say again what stands right before or after them."""
    length = last - first
    said = words[first:last]
    return words[max(first - length, 0) : first] == said or words[last : last + length] == said


def _shifts(words: Sequence[str], first: int, last: int) -> list[int]:
    shifts = [0]
    back = 0
    while first - back > 0 and words[first - back - 1] == words[last - back - 1] and back < last - first:
        back += 1
        shifts.append(-back)
    ahead = 0
    while last + ahead < len(words) and words[first + ahead] == words[last + ahead] and ahead < last - first:
        ahead += 1
        shifts.append(ahead)
    return shifts


def _noise(sides: Sides, place: int, last: int) -> tuple[int, EditClass]:
    """How many words from `place` on, within the run up to `last`, are said again, taken back or only fill, and which
    of these; 0 when the word there is none."""
    words = sides.source
    for length in range(last - place, 0, -1):
        end = place + length
        if words[place:end] == words[end : end + length] or words[max(place - length, 0) : place] == words[place:end]:
            return length, EditClass.RECORD_NOISE
        if (kind := _taken_back(sides, place, end)) is not EditClass.EQUAL:
            return length, kind
    return _filler(sides, place, last), EditClass.FILLER


def _taken_back(sides: Sides, first: int, last: int) -> EditClass:
    """RECORD_NOISE when the words from `first` up to `last` are broken off at a dash and said otherwise, FILLER when
    words with a meaning of their own are given up for others; else EQUAL."""
    words, tokens = sides.source, sides.alignment.source.tokens
    end = _before_editing_term(words, first, last)
    if not first < end or last >= len(words) or not (_breaks_off(tokens, end) or _breaks_off(tokens, last)):
        return EditClass.EQUAL
    if any(stops(tokens, place) for place in range(first + 1, last + 1)):
        return EditClass.EQUAL
    given_up, instead = words[first:end], words[last : last + _LONGEST_REPAIR]
    if len(given_up) == 1 and instead[0].startswith(given_up[0]) and instead[0] != given_up[0]:
        return EditClass.RECORD_NOISE  # th— the
    if len(given_up) > _LONGEST_REPAIR or _weighs(sides, first, end, instead):
        return EditClass.EQUAL
    alike = given_up[0] == instead[0] or any(given_up[0] in group and instead[0] in group for group in _CLOSED)
    if alike and all(word in instead or any(word in group for group in _CLOSED) for word in given_up):
        return EditClass.RECORD_NOISE
    # A second dash makes an aside of what stands between the two, and what stands before the first is meant.
    if _breaks_off_again(tokens, last):
        return EditClass.EQUAL
    begins = first == 0 or stops(tokens, first)
    return EditClass.FILLER if alike or (begins and len(given_up) <= _LONGEST_FALSE_START) else EditClass.EQUAL


def _breaks_off_again(tokens: Tokens, place: int) -> bool:
    place += 1
    while place < len(tokens) and not stops(tokens, place):
        if _breaks_off(tokens, place):
            return True
        place += 1
    return False


def _before_editing_term(words: Sequence[str], first: int, last: int) -> int:
    for term in _EDITING_TERMS:
        if last - len(term) > first and tuple(words[last - len(term) : last]) == term:
            return last - len(term)
    return last


def _breaks_off(tokens: Tokens, place: int) -> bool:
    between = gap(tokens, place)
    return any(dash in between for dash in _DASHES) or between in {"-", "- "}


def _weighs(sides: Sides, first: int, last: int, instead: Sequence[str]) -> bool:
    """Whether what was given up holds a word that turns a sentence and is not said again."""
    return any(
        (sides.source_kinds[place] in _WEIGHTY or sides.source_names[place]) and sides.source[place] not in instead
        for place in range(first, last)
    )


def _filler(sides: Sides, place: int, last: int) -> int:
    """How many words from `place` on only fill."""
    words, tokens = sides.source, sides.alignment.source.tokens
    for marker in DISCOURSE_MARKERS:
        end = place + len(marker)
        if end <= last and tuple(words[place:end]) == marker and _set_off(tokens, place, end):
            return len(marker)
    return 1 if sides.source_kinds[place] is EditClass.FILLER else 0


def _set_off(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words stand between commas or dashes, a connective before them not counted."""
    before = (
        first - 1
        if first and tokens.norms[first - 1] in {"and", "but", "so"} and "," not in gap(tokens, first)
        else first
    )
    return (before == 0 or bool(gap(tokens, before).strip())) and bool(gap(tokens, last).strip())
