"""Words that the quotation has in another place than the record.

Where two neighbouring stretches changed places, one of them `moved`: an adjective across its noun. Any other order
makes somebody else do it to somebody else, and that is `roles`: "the union blamed the employers", "the employers
blamed the union". What is listed or joined by "and" may be named in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotes.align import Step
from quotes.model import EditClass
from quotes.verdict.forms import AUXILIARIES
from quotes.verdict.sides import Sides, gap
from quotes.verdict.words import ARTICLES

# A word that stands this many words off was not moved but said again.
_FARTHEST: Final = 25
_COORDINATORS: Final = frozenset({"and", "or", "nor", "y", "e", "o", "和", "与", "及"})
# Their place follows from what stands around them.
_LIGHT: Final = ARTICLES | AUXILIARIES | _COORDINATORS | {"that", "of", "'s", "的"}

# Printed token and the record's token it was.
Pair = tuple[int, int]


def moved_steps(sides: Sides, steps: Sequence[Step]) -> dict[int, EditClass]:
    """MOVED or ROLES for each step, by its place in `steps`, that holds no content word but what moved."""
    loose = [place for place, step in enumerate(steps) if not step.equal and not step.marked]
    pairs = _pairs(sides, [steps[place] for place in loose])
    if not pairs:
        return {}
    kind = _kind(sides, pairs, steps)
    printed, recorded = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    found: dict[int, EditClass] = {}
    for place in loose:
        step = steps[place]
        there = {token for token in range(step.quote_first, step.quote_last) if sides.quote[token] not in _LIGHT}
        here = {token for token in range(step.source_first, step.source_last) if sides.source[token] not in _LIGHT}
        if (there or here) and there <= printed and here <= recorded:
            found[place] = kind
    return found


def _pairs(sides: Sides, steps: Sequence[Step]) -> list[Pair]:
    """The content words that both sides have loose, each printed one with the nearest of the record; the record's
    words just outside of the alignment are loose too, since what moved to or from an end leaves its place there."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    first, last = sides.alignment.source_span
    printed = sum(step.printed for step in steps)
    beyond = [range(max(first - printed - 1, 0), first), range(last, min(last + printed + 1, len(sides.source)))]
    for tokens in (*(range(step.source_first, step.source_last) for step in steps), *beyond):
        for token in tokens:
            places[sides.source[token]].append(token)
    pairs: list[Pair] = []
    for step in steps:
        offset = step.source_first - step.quote_first
        for token in range(step.quote_first, step.quote_last):
            word = sides.quote[token]
            if sides.alignment.quotation.bracketed[token] or word in _LIGHT or not places[word]:
                continue
            nearest = min(places[word], key=lambda place, here=token + offset: abs(place - here))  # type: ignore[misc]
            if abs(nearest - token - offset) <= _FARTHEST:
                places[word].remove(nearest)
                pairs.append((token, nearest))
    return pairs


def _kind(sides: Sides, pairs: Sequence[Pair], steps: Sequence[Step]) -> EditClass:
    stayed = [
        (step.quote_first + place, step.source_first + place)
        for step in steps
        if step.equal
        for place in range(step.printed)
        if sides.quote[step.quote_first + place] not in _LIGHT
    ]
    # The record's places in the order of the quotation, cut to the stretch that is out of order.
    order = [recorded for _, recorded in sorted([*stayed, *pairs])]
    proper = sorted(order)
    while order and order[0] == proper[0]:
        del order[0], proper[0]
    while order and order[-1] == proper[-1]:
        del order[-1], proper[-1]
    if _rotates(order, proper) or all(_listed(sides, one, other) for one, other in pairwise(proper)):
        return EditClass.MOVED
    return EditClass.ROLES


def _rotates(order: Sequence[int], proper: Sequence[int]) -> bool:
    """Whether two neighbouring stretches changed places, each unbroken."""
    if not order:
        return True
    turn = proper.index(order[0])
    return list(order) == [*proper[turn:], *proper[:turn]]


def _listed(sides: Sides, one: int, other: int) -> bool:
    """Whether nothing but a comma, "and" or "or" stands between two words of the record."""
    tokens = sides.alignment.source.tokens
    between = sides.source[one + 1 : other]
    commas = any("," in gap(tokens, place) or "、" in gap(tokens, place) for place in range(one + 1, other + 1))
    return all(word in _COORDINATORS | ARTICLES for word in between) and (commas or bool(_COORDINATORS & {*between}))
