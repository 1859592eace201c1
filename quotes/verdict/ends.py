"""Where a quotation begins or ends, when its alignment reaches over the end of a sentence for a word or two.

"They would rather wait" against "… and they know it. We would rather wait" has a "they" to match, in another sentence:
what was printed stands for "We", and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.align import Step
from quotes.model import EditClass
from quotes.verdict.sides import Sides, places_of, sentence_start, stops

# As many words match in the next sentence by chance.
_CHANCE: Final = 2


def own_sentence(sides: Sides, steps: Sequence[Step]) -> list[Step]:
    """The steps with a match at either end given up that lies beyond the end of a sentence which was left out."""
    steps = list(steps)
    if len(steps) >= 3 and _reaches_over(sides, steps[0], steps[1]):
        match, gap = steps[:2]
        step = replace(gap, quote_first=match.quote_first, source_first=max(gap.source_last - match.printed, 0))
        steps[:2] = [step]
    if len(steps) >= 3 and _reaches_over(sides, steps[-1], steps[-2]):
        gap, match = steps[-2:]
        last = min(gap.source_first + match.printed, len(sides.source))
        steps[-2:] = [replace(gap, quote_last=match.quote_last, source_last=last)]
    return steps


def _reaches_over(sides: Sides, match: Step, gap: Step) -> bool:
    if not match.equal or match.printed > _CHANCE or gap.equal or gap.marked or gap.printed or gap.recorded <= 1:
        return False
    tokens = sides.alignment.source.tokens
    return any(stops(tokens, place) for place in range(gap.source_first + 1, gap.source_last))


def with_fillers(sides: Sides, steps: Sequence[Step]) -> list[Step]:
    """The steps with a filler at either end matched to its like in the same sentence of the record, so that what was
    left out between it and the rest is told: "Well, [I did not] read the details"."""
    steps = list(steps)
    tokens = sides.alignment.source.tokens
    if len(steps) > 1 and not steps[0].equal and all_fillers(sides, steps[0]):
        step, inner = steps[0], steps[0].source_last
        begin = sentence_start(tokens, inner)
        if found := places_of(sides.source[begin:inner], sides.printed(step)):
            place = begin + found[-1]
            steps[:1] = _parted(step, place, place + step.printed, inner)
    if len(steps) > 1 and not steps[-1].equal and all_fillers(sides, steps[-1]):
        step, inner = steps[-1], steps[-1].source_first
        end = next((place for place in range(inner + 1, len(tokens)) if stops(tokens, place)), len(tokens))
        if not stops(tokens, inner) and (found := places_of(sides.source[inner:end], sides.printed(step))):
            place = inner + found[0]
            gap = Step(False, step.quote_first, step.quote_first, inner, place)
            match = Step(True, step.quote_first, step.quote_last, place, place + step.printed)
            steps[-1:] = [gap, match] if gap.recorded else [match]
    return steps


def all_fillers(sides: Sides, step: Step) -> bool:
    """Whether every printed word of the step only fills."""
    return all(kind is EditClass.FILLER for kind in sides.quote_kinds[step.quote_first : step.quote_last])


def _parted(step: Step, first: int, last: int, inner: int) -> list[Step]:
    match = Step(True, step.quote_first, step.quote_last, first, last)
    gap = Step(False, step.quote_last, step.quote_last, last, inner)
    return [match, gap] if gap.recorded else [match]
