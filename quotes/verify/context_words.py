"""Context flags in the words of the finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.model import ContextFlag, FlagName

# Whose words are passed on is told with the attribution.
_TOLD: Final = {
    FlagName.NEGATED: "in the record it is denied (“{cue}”)",
    FlagName.REVERSAL_FOLLOWS: "the record goes on to take it back (“{cue}”)",
    FlagName.CONDITIONAL: "in the record it holds on a condition (“{cue}”)",
    FlagName.QUESTION: "in the record it is part of a question",
    FlagName.CUT_BEFORE: "right before it the record has “{cue}”",
    FlagName.CUT_AFTER: "right after it the record has “{cue}”",
    FlagName.HEDGED: "the record has “{cue}” with it",
    FlagName.ECHOED: "the words were the questioner’s first",
}
_MOST: Final = 2
_LONGEST: Final = 60


def in_words(flags: Sequence[ContextFlag]) -> str:
    """The weightiest flags as clauses to go on a sentence with; empty where there are none."""
    told = [_TOLD[flag.flag].format(cue=_short(flag.cue)) for flag in flags if flag.flag in _TOLD]
    return "".join(f"; {clause}" for clause in told[:_MOST])


def _short(cue: str) -> str:
    cue = " ".join(cue.split())
    return cue if len(cue) <= _LONGEST else f"{cue[:_LONGEST].rsplit(' ', 1)[0]} …"
