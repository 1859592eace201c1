"""What the placed quotations of a page say of where the others come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.verify.answering import Findings

# Two placed quotations tell where a third comes from; one is an indication. On the scale of `Occasion.votes`, where the
# words of unplaced neighbours count for 1 at most.
_ENOUGH_VOTERS: Final = 2
_STRONG: Final = 2.0


@dataclass(frozen=True, slots=True)
class Ballot:
    """The event that each quotation of a page was placed at by itself, in page order; None for those that were not."""

    events: tuple[int | None, ...]

    @classmethod
    def of(cls, alone: Sequence[Findings | None]) -> Ballot:
        """A fragment that only its day places has no vote, unless the page has nothing longer."""
        placed = [one if one is not None and one.selection.placed else None for one in alone]
        if any(one is not None and not one.selection.short for one in placed):
            placed = [None if one is None or one.selection.short else one for one in placed]
        return cls(tuple(one.selection.best.header.event if one and one.selection.best else None for one in placed))

    def votes(self, place: int) -> dict[int, float]:
        """What the others say of quotation `place`: by event key, their share, up to 1 where one speaks and up to 2
        where at least two do. Those that stand nearer on the page count for more, for an article that draws on two
        briefings mostly tells of one after the other."""
        shares: dict[int, float] = {}
        voters = 0
        whole = 0.0
        for other, event in enumerate(self.events):
            if event is not None and other != place:
                weight = 1 / (other - place) ** 2
                shares[event] = shares.get(event, 0.0) + weight
                whole += weight
                voters += 1
        scale = _STRONG if voters >= _ENOUGH_VOTERS else 1.0
        return {event: scale * share / whole for event, share in shares.items()}
