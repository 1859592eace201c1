"""Quotations that are broken by “he said”: one sentence that goes on is one quotation, a new sentence is another.

A lookup wants words that were spoken without a break. A sentence interrupted by its speaker's name was; two sentences
with the name between them may be far apart in the record, and are looked for each by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.marks import Marked
from quotes.extract.sentences import MASK

_FULL_STOP: Final = re.compile(r"[.!?。！？][’'”“‘\"»«」』)]*$")
# Words of an interruption, at most; in Chinese characters.
_LONGEST: Final = 16
_LONGEST_CHINESE: Final = 30


def goes_on(text: str, first: Marked, between: str, second: Marked, *, speaks: bool) -> bool:
    """Whether `second` is the rest of the sentence that `first` begins. `between` is the text from one to the other,
    `speaks` tells whether it names a speaker."""
    if not speaks or MASK in between:
        return False
    said = text[slice(*first.spans[-1])]
    inside = between.strip()
    if not inside or re.search(r"[.!?。！？;；:：]\s*[—–-]?\s*$", inside):
        return False
    if re.search(r"[。！？]|[.!?](?=\s+[A-ZÀ-Ý¿¡])", re.sub(r"\b(?:Mr|Mrs|Ms|Dr|M|Sr|Sra|Prof)\.", "", inside)):
        return False
    if re.search(r"[\u4e00-\u9fff]", inside):
        if len(inside) > _LONGEST_CHINESE or not inside.endswith(("，", ",")):
            return False
        return not _FULL_STOP.search(said)
    if len(inside.split()) > _LONGEST:
        return False
    interrupts = said.endswith((",", "—", "–", "…", "-")) or inside.startswith((",", "—", "–", "-"))
    if _FULL_STOP.search(said) and not said.endswith("…"):
        # “Why,” is asked; “Why?” he asked, “since …” goes on only in small letters.
        return text[second.spans[0][0]].islower() and inside.endswith(",")
    ends = inside.endswith((",", "—", "–", "-"))
    return interrupts and ends and not re.search(r"\b(?:and|but|while|y|pero|et|mais|und|aber)\s*,?$", inside)


def joined(marked: Sequence[Marked], links: Sequence[bool]) -> list[list[int]]:
    """The numbers of quotations that are one; `links[n]` tells whether quotation `n` goes on in the next."""
    groups: list[list[int]] = []
    for number in range(len(marked)):
        if number and links[number - 1]:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
