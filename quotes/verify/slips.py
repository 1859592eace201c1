"""Whole sentences of the record, printed with one small word wrong.

Similarity and evidence say little of "So we do have a timeline to share": its words are everybody's. But who prints all
of a sentence that was spoken, from its beginning to its end, and one word of it otherwise, has not made up another that
happens to be so near: of 2,300 sentences from transcripts not in the archive, one in five hundred is within a word of
one that is. Random runs of words are hardly ever.
"""

from __future__ import annotations

import re
from typing import Final

from quotes.model import EditClass
from quotes.verdict import MARKED, PRESENTATION, PROTECTED
from quotes.verdict.policy import SMALL
from quotes.verify.placing import Placing

# Words on either side of the one edit.
_LARGEST: Final = 2
# "Combining" for "confusing" may be another sentence; "can" for "cannot" is this one.
_SLIPS: Final = PROTECTED | {EditClass.INFLECTION, EditClass.MOVED}
_BEGINS: Final = re.compile(r"(?:^|[.?!…:;。？！；\n]|--|—)[\s\"“”'‘’)\]]*$")
_ENDS: Final = re.compile(r"[\s\"“”'‘’)\]]*(?:$|[.?!…;。？！；\n]|--|—)")


def slipped(placing: Placing) -> EditClass | None:
    """The class of the one edit that parts the quotation from whole sentences of the record; None where more than that
    differs, or the sentences are not whole."""
    if placing.wording is None or placing.alignment.displaced:
        return None
    heavy = [edit for edit in placing.wording.edits if edit.cls not in PRESENTATION | MARKED | SMALL]
    if len(heavy) != 1 or heavy[0].cls not in _SLIPS:
        return None
    if max(len(heavy[0].quote.split()), len(heavy[0].source.split())) > _LARGEST:
        return None
    start, end = placing.span
    text = placing.turn.text
    whole = _BEGINS.search(text, 0, start) and _ENDS.match(text, end)
    return heavy[0].cls if whole else None
