"""Where the record may be in error: a note beside the verdict, never part of it.

Only the record's own words are evidence: it has a small word twice in a row where no sentence has two, or it says the
printed sentence, with the "not" that is missing here, elsewhere in the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.align import Alignment
from quotes.model import Edit, EditClass
from quotes.verdict.sides import gap, places_of
from quotes.verdict.words import ARTICLES, NEGATIONS

REASON: Final = "record_may_be_in_error"

# These never follow themselves; "that that" and "had had" do.
_NEVER_TWICE: Final = ARTICLES | frozenset("of to and from with for an by at".split())
# Words to either side of a negation that must be the same where the record says the sentence again.
_AROUND: Final = 3
_LEAST: Final = 5


def in_doubt(alignment: Alignment, edits: Sequence[Edit]) -> bool:
    """Whether the record's own logic speaks for the printed words."""
    return _doubled(alignment, edits) or any(
        _said_elsewhere(alignment, edit) for edit in edits if edit.cls is EditClass.NEGATION and edit.op == "insert"
    )


def _doubled(alignment: Alignment, edits: Sequence[Edit]) -> bool:
    """Whether the quotation has a small word once that the record has twice with nothing but a space between."""
    tokens = alignment.source.tokens
    noise = [edit.source_span for edit in edits if edit.cls is EditClass.RECORD_NOISE and edit.op == "delete"]
    first, last = alignment.source_span
    borders = [tokens.starts[place] for place in (first, last - 1) if 0 <= place < len(tokens)]
    noise += [(border, border) for border in borders]
    return any(
        tokens.norms[place] == tokens.norms[place - 1]
        and tokens.norms[place] in _NEVER_TWICE
        and not gap(tokens, place).strip()
        and any(start <= tokens.starts[one] <= end for one in (place - 1, place) for start, end in noise)
        for place in range(1, len(tokens))
    )


def _said_elsewhere(alignment: Alignment, edit: Edit) -> bool:
    tokens, words = alignment.quotation.tokens, alignment.quotation.tokens.norms
    place = next((at for at, start in enumerate(tokens.starts) if start >= edit.quote_span[0]), None)
    if place is None or words[place] not in NEGATIONS:
        return False
    phrase = words[max(place - _AROUND, 0) : place + _AROUND + 1]
    return len(phrase) >= _LEAST and bool(places_of(alignment.source.norms, phrase))
