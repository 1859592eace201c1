"""Words that the official asks and does not say: "Would any government sell its own water?"

The sentence has to end in a question mark and to begin as a question does before the passage or within its first words.
A tag (", right?") makes no question of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings

# Words of the passage in which the question may begin.
_FIRST_WORDS: Final = 2

_OPENS: Final = re.compile(
    r"(?:^[\"“'\s]*|[,;:—–.]\s*[\"“']?|\b(?:and|but|so|or|well|ask(?:ed|s)?|is|say|saying)\s+[\"“']?)"
    r"(?:(?:and|but|so|well|now|look|okay|then|again|at|in|to|of|for|on|by|with|from),? )*"
    r"(?:why|what|how|who|whom|whose|when|where|which|(?:do|does|did|is|are|am|was|were|can|could|will|would|should|"
    r"shall|"
    r"have|has|had|may|might)(?:n't)?)\b",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"[,—–]\s*(?:right|okay|ok|no|yes|correct|huh|you know|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|"
    r"would|"
    r"should)(?:n't| not)? (?:it|they|we|he|she|i|you|there|that)(?: not)?|verdad|no es cierto)\s*\?",
    re.IGNORECASE,
)
# A clause that asks beside the passage's own: "We have a plan, so why would we stop?"
_ASKS_AFTER: Final = re.compile(
    r"[,;:—–]\s*(?:(?:and|but|so|or|then),? )*(?:why|what|how|who|when|where|which|(?:do|does|did|is|are|was|were|can|"
    r"could|"
    r"will|would|should|have|has)(?:n't)?)\b",
    re.IGNORECASE,
)


def asked(around: Surroundings) -> Iterator[ContextFlag]:
    rest = around.rest.rstrip(" \n\"”'’)」』")
    if not rest.endswith(("?", "？")) or _TAG.search(f"{around.passage[-20:]}{rest}"):
        return
    mark = around.end + len(rest) - 1
    if rest.endswith("？") or "¿" in around.lead + around.passage[:1]:
        yield around.flag(FlagName.QUESTION, mark, mark + 1)
        return
    opening = around.lead + " ".join(around.passage.split()[:_FIRST_WORDS])
    if _OPENS.search(opening) and not _ASKS_AFTER.search(rest):
        yield around.flag(FlagName.QUESTION, mark, mark + 1)
