"""All flags of a passage, weightiest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.asked import asked
from quotes.verdict.context.conditional import conditional
from quotes.verdict.context.cut import cut_after, cut_before
from quotes.verdict.context.echoed import echoed
from quotes.verdict.context.hedged import hedged
from quotes.verdict.context.negated import negated
from quotes.verdict.context.relayed import Relay
from quotes.verdict.context.reversal import reversal
from quotes.verdict.context.surroundings import Surroundings, surround

# Those that are right nine times in ten, on cases written for them and read on real sentences: all that are left after
# what was not was taken out of their cues. `tests/evaluation/context_sample.py` has the counts.
DEFAULT_FLAGS: Final = frozenset(FlagName)

_WEIGHT: Final = {name: place for place, name in enumerate(FlagName)}


def context_flags(
    text: str,
    start: int,
    end: int,
    *,
    question: str = "",
    relayed: Relay | None = None,
    wanted: frozenset[FlagName] = DEFAULT_FLAGS,
) -> tuple[ContextFlag, ...]:
    """The flags of the passage from code point `start` to `end` of a turn's `text`, weightiest first. `question` is
    what the turn answers; `relayed`, what `relay` found of the passage."""
    around = surround(text, start, end)
    raised = sorted(_raised(around, question, relayed), key=_length, reverse=True)
    kept: list[ContextFlag] = []
    for flag in raised:
        if not any(_same_cue(flag, other) for other in kept):
            kept.append(flag)
    return tuple(sorted((flag for flag in kept if flag.flag in wanted), key=lambda flag: _WEIGHT[flag.flag]))


def _raised(around: Surroundings, question: str, relayed: Relay | None) -> Iterator[ContextFlag]:
    for family in (negated, reversal, conditional, asked, cut_before, cut_after, hedged):
        yield from family(around)
    if relayed is not None:
        yield ContextFlag(FlagName.RELAYED, relayed.cue, relayed.span)
    if question:
        yield from echoed(around, question)


def _length(flag: ContextFlag) -> int:
    """The longer cue says more of what it does: "I don't know whether" more than "whether"."""
    return flag.span[1] - flag.span[0]


def _same_cue(one: ContextFlag, other: ContextFlag) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
