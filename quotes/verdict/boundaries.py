"""Sentences joined or cut at another place than the record has it.

A full stop printed as a comma is presentation, unless it hangs a subordinate clause, cut off before its own main
clause, on the sentence before it: "…to normal levels. Assuming growth holds, we will raise rates" printed "…to normal
levels, assuming growth holds" makes a condition of what was none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quotes.align import Alignment, Step
from quotes.model import Edit, EditClass
from quotes.verdict.kinds import pause_before
from quotes.verdict.words import SUBORDINATORS

_STOPS: Final = ".?!;。？！；"


def moved_boundaries(alignment: Alignment) -> Iterator[Edit]:
    """An edit of class SENTENCE_BOUNDARY_MOVED for each clause that was hung on another sentence; its spans are those
    of what stands between the two words in either text."""
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    _, source_end = alignment.source_span
    for step in alignment.steps:
        if not step.equal:
            continue
        for offset in range(1, step.printed):
            printed, recorded = step.quote_first + offset, step.source_first + offset
            if source.norms[recorded] not in SUBORDINATORS:
                continue
            quote_gap = quote.text[quote.ends[printed - 1] : quote.starts[printed]]
            source_gap = source.text[source.ends[recorded - 1] : source.starts[recorded]]
            if _stops(source_gap) == _stops(quote_gap):
                continue
            hung_before = _stops(source_gap) and _ends_before_its_sentence(alignment, recorded, source_end)
            if hung_before or (_stops(quote_gap) and _runs_on(alignment, step, offset)):
                yield Edit(
                    "replace",
                    quote_gap,
                    source_gap,
                    EditClass.SENTENCE_BOUNDARY_MOVED,
                    (quote.ends[printed - 1], quote.starts[printed]),
                    (source.ends[recorded - 1], source.starts[recorded]),
                )


def unhooked_denials(alignment: Alignment) -> Iterator[Edit]:
    """An edit of class NEGATION for each "no" that denies what follows in the record, and is printed as an answer of
    its own: "no vamos a cerrar" printed "No, vamos a cerrar"."""
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    for step in alignment.steps:
        for offset in range(step.printed - 1 if step.equal else 0):
            printed, recorded = step.quote_first + offset, step.source_first + offset
            if source.norms[recorded] != "no":
                continue
            if pause_before(quote, printed + 1) and not pause_before(source, recorded + 1):
                yield Edit(
                    "replace",
                    quote.surface(printed, printed + 1),
                    source.surface(recorded, recorded + 1),
                    EditClass.NEGATION,
                    (quote.starts[printed], quote.starts[printed + 1]),
                    (source.starts[recorded], source.starts[recorded + 1]),
                )


def _stops(gap: str) -> bool:
    return any(mark in gap for mark in _STOPS)


def _runs_on(alignment: Alignment, step: Step, offset: int) -> bool:
    """Whether the printed sentence that begins with the clause goes on where the record's ends: "… in January, unless
    rates go up. She knows" printed "… in January. Unless rates go up, she knows"."""
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    for place in range(offset + 1, step.printed):
        printed, recorded = step.quote_first + place, step.source_first + place
        if _stops(source.text[source.ends[recorded - 1] : source.starts[recorded]]):
            return not _stops(quote.text[quote.ends[printed - 1] : quote.starts[printed]])
    return False


def _ends_before_its_sentence(alignment: Alignment, first: int, last: int) -> bool:
    """Whether the record's sentence that begins with token `first` goes on past token `last`, and its main clause was
    not reached yet: two words beyond a comma are taken for one."""
    tokens = alignment.source.tokens
    if any("," in tokens.text[tokens.ends[place - 1] : tokens.starts[place]] for place in range(first + 1, last - 1)):
        return False
    if any(_stops(tokens.text[tokens.ends[place - 1] : tokens.starts[place]]) for place in range(first + 1, last)):
        return False
    end = tokens.ends[last - 1]
    following = tokens.starts[last] if last < len(tokens) else len(tokens.text)
    return not _stops(tokens.text[end:following]) and bool(tokens.text[end:].strip(" \n”\"’'"))
