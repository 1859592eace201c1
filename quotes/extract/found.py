"""A quotation while it is being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotes.extract.marks import Marked
from quotes.model import Place, PrintedClaim, QuotationKind

# The key of days that the lead gives for what an institution did.
LEAD: Final = "\0lead"


@dataclass(frozen=True, slots=True)
class Found:
    """`block`, `block_end`: numbers of the paragraphs where it begins and ends. `attributed_behind`: its speaker is
    named directly behind it. `key`: who speaks, as days are kept by; `days`: what the sentences up to here say of when
    somebody spoke, with whose key. `aside`: said at another time than the rest (“had warned last year”). `pieces`:
    how many spans each piece of a broken quotation has."""

    marked: Marked
    kind: QuotationKind
    place: Place
    claim: PrintedClaim
    block: int
    block_end: int
    attributed_behind: bool = False
    key: str | None = None
    days: tuple[tuple[str, str | None], ...] = ()
    aside: bool = False
    pieces: tuple[int, ...] = ()
    inner: tuple[Found, ...] = ()
