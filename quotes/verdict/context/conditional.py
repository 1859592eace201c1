"""Words that hold on a condition outside of them: "If the visibility falls, we will close the channel again."

The condition stands as a clause before the passage's or right after it. Conditions on the speaking ("If I may", "if you
look at …") and "if" for "whether" are none; a passage that is itself the condition is a cut (`cut`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings, same_clause

# Words of the main clause that may be left out between condition and passage, on either side.
_REACH: Final = 6

_SPEECH: Final = (
    r"(?:(?:i|we|you|one|they)(?:'re|'ve|'d)? (?:may|might|can|could|just|look\w*|recall|remember|think|go|see|saw|"
    r"read|want|ask|"
    r"will|would|don't mind|wish|like|listen|watch|notice|take|consider|compare|understand|heard|know|talk\w*|ever|"
    r"have(?:n't)? (?:any|a|more|other|seen|read|heard)|spent|missed|add)\b|anything\b|not\b|nothing\b|only\b|ever\b|"
    r"any\b|memory\b|you\b(?=[,.])|possible\b|"
    r"necessary\b|needed\b|appropriate\b|at all\b|need be\b|asked\b|it takes\b|me permite\w*\b|no\b|you're (?:asking|"
    r"talking|looking)"
    r"|i'm (?:not mistaken|correct|right)|that's what you)"
)
_BEFORE: Final = re.compile(
    r"(?:^[\"“'\s]*|[;:—–]\s*|,\s*(?=(?:and|but|so|because|that)\b))"
    r"(?:(?:and|but|so|well|now|look|again|yes|because|that|also),? )*"
    r"(?P<cue>(?:only )?(?:if|unless|assuming|provided that|supposing|in the event (?:of|that)|as long as|so long as|"
    r"on condition that|(?:were|should) (?:the|an?|they|we|it|he|she|any|this)\b|si|a menos que|siempre que)\b"
    r"(?! " + _SPEECH + r")[^;:—–]+?),\s*(?:then )?(?P<gap>[^,]*)$",
    re.IGNORECASE,
)
_BEFORE_CHINESE: Final = re.compile(
    r"(?:^|[，；：])(?P<cue>(?:如果|倘若|假如|若|除非|只要|只有)[^；：]+?)，(?P<gap>[^，]*)$"
)
_AFTER: Final = re.compile(
    r"^(?P<gap>[^.?!;:]*?),?\s*(?:but )?"
    r"(?P<cue>(?P<word>\b(?:only if|if|unless|provided that|(?<=, )provided(?= (?:the|they|we|it|he|she|there)\b)|"
    r"(?<!for )as long as|so long as|"
    r"on (?:the )?condition that|"
    r"assuming|in the event (?:of|that)|si|a menos que|siempre que)\b)(?! "
    + _SPEECH
    + r") (?:(?!--)[^,.;:?!—]){0,60})(?P<main>, (?:i|we|you|they|he|she|it|that|there|the)\b)?",
    re.IGNORECASE,
)
_AFTER_CHINESE: Final = re.compile(r"^(?P<gap>)(?P<main>(?!))?，?(?P<cue>(?P<word>除非|前提是)[^，。；]{0,30})")
_IF: Final = frozenset({"if", "si"})
# "… that if they fail, …": the condition of what comes.
_OPENS_ANOTHER: Final = re.compile(r"\b(?:that|think|believe|guess|hope|mean|and|but|or|so|because)$", re.IGNORECASE)
# "If they fail, or fail to agree, …": the passage is of the condition still.
_GOES_ON: Final = re.compile(r"(?:and|or|but)\b", re.IGNORECASE)
# "to know if", "as if", "even if": no condition.
_WHETHER: Final = re.compile(
    r"\b(?:ask|wonder|know|see|tell|say|decide|doubt|check|question|determine|test|learn|understand|care|matter|"
    r"remember|"
    r"look|find out|figure out)(?:s|ed|ing)?(?: (?:at|into|the \w+|\w+))?$|"
    r"\b(?:asking|asked|knew|known|seen|saw|told|said|deciding|sure|clear|unclear|certain|curious|as|even|what|or|"
    r"about|"
    r"whether|than|like|interested|saber|como)$",
    re.IGNORECASE,
)


def conditional(around: Surroundings) -> Iterator[ContextFlag]:
    for pattern in (_BEFORE, _BEFORE_CHINESE):
        found = pattern.search(around.lead)
        if found and same_clause(found["gap"], _REACH) and not _GOES_ON.match(around.passage):
            yield around.flag(FlagName.CONDITIONAL, around.first + found.start("cue"), around.first + found.end("cue"))
            return
    for pattern in (_AFTER, _AFTER_CHINESE):
        found = pattern.match(around.rest)
        if not found or not same_clause(found["gap"], _REACH) or _of_another(around, found):
            continue
        before = f"{around.passage[-60:]}{found['gap']}".rstrip(' ,"”')
        if found["word"].lower() not in _IF or not _WHETHER.search(before):
            yield around.flag(FlagName.CONDITIONAL, around.end + found.start("cue"), around.end + found.end("cue"))
            return


def _of_another(around: Surroundings, found: re.Match[str]) -> bool:
    """Whether the condition belongs to the clause that follows: "…, and throughout, if anybody can help, we accept"."""
    comma = around.rest[: found.start("cue")].rstrip().endswith(",")
    return (
        bool(found["main"] and comma)
        or _OPENS_ANOTHER.search(f"{around.passage[-20:]}{found['gap']}".strip()) is not None
    )
