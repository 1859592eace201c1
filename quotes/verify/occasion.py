"""What the page says about the occasion, read once for a lookup, and how well a transcript fits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from quotes.archive import Header, StoredTurn
from quotes.model import Inquiry, Role
from quotes.sources.speakers import same_person
from quotes.verify.claimed_date import ClaimedDate, read_claimed_date

# A briefing is quoted within days. Looked at first, whatever else stands in the archive.
DAYS_QUOTED: Final = 5
# Time zones: a briefing in Washington can be printed in Beijing with the day before's date, and the reverse.
DAYS_AHEAD: Final = 1

# What a transcript gains or loses in standing, on the scale of similarity (1 is word for word). Set on the dev cases
# and the noised quotations so that a word-for-word match elsewhere outweighs all of them together only past three words
# of four; with nothing else to go by they choose among equals.
_SAME_SPEAKER: Final = 0.10
_OTHER_SPEAKER: Final = -0.10
_REPORTER: Final = -0.08
_ON_CLAIMED_DAY: Final = 0.12
_QUOTED_WITHIN_DAYS: Final = 0.12
_QUOTED_WITHIN_WEEKS: Final = 0.05
_AFTER_PUBLICATION: Final = -0.25
_NEIGHBOUR: Final = 0.15


@dataclass(frozen=True, slots=True)
class Occasion:
    """`claimed` is the claimed date; `votes` gives, by event key, the share of the page's other quotations that
    stand in it (0 to 1)."""

    speaker: str | None
    institution: str | None
    published: date | None
    claimed: ClaimedDate | None
    votes: Mapping[int, float]

    @property
    def known(self) -> bool:
        """Whether the page says anything that could choose between occasions."""
        return bool(self.speaker or self.published or self.claimed or self.votes)

    @property
    def days(self) -> tuple[int, int] | None:
        """The days an occasion would be expected on, as ordinals, both included."""
        if self.claimed is not None and self.claimed.day is not None:
            claimed = self.claimed.day.toordinal()
            latest = max(claimed, self.published.toordinal() if self.published else claimed)
            return claimed - DAYS_QUOTED, latest + DAYS_AHEAD
        if self.published is not None:
            return self.published.toordinal() - DAYS_QUOTED, self.published.toordinal() + DAYS_AHEAD
        return None

    def fit(self, header: Header) -> tuple[float, list[str]]:
        """What the transcript's date and the page's other quotations add to its standing, and why."""
        gain = 0.0
        supports: list[str] = []
        if self.claimed is not None and self.claimed.day == header.date:
            gain += _ON_CLAIMED_DAY
            supports.append("the claimed date")
        if self.published is not None:
            age = (self.published - header.date).days
            if age < -DAYS_AHEAD:
                gain += _AFTER_PUBLICATION
            elif age <= DAYS_QUOTED:
                # Nearer days first: a daily briefing is mostly quoted the same day or the next.
                gain += _QUOTED_WITHIN_DAYS - 0.01 * max(age, 0)
                supports.append("the article's date")
            elif age <= 30:
                gain += _QUOTED_WITHIN_WEEKS
        if vote := self.votes.get(header.event, 0.0):
            gain += _NEIGHBOUR * vote
            supports.append("the page's other quotations")
        return gain, supports

    def fit_speaker(self, header: Header, turn: StoredTurn) -> tuple[float, list[str]]:
        """What the turn's speaker adds to its standing, and why."""
        same = self.same_speaker(header, turn)
        if same:
            return _SAME_SPEAKER, ["the claimed speaker"]
        gain = _OTHER_SPEAKER if same is False else 0.0
        return gain + (_REPORTER if turn.role == Role.JOURNALIST else 0.0), []

    def same_speaker(self, header: Header, turn: StoredTurn) -> bool | None:
        """Whether the claimed speaker is the turn's; None when nothing is claimed or it cannot be told."""
        if not self.speaker:
            return None
        return same_person(self.speaker, turn.name, turn.label, turn.title, header.institution, header.date)


def read_occasion(inquiry: Inquiry, votes: Mapping[int, float]) -> Occasion:
    """The occasion as the page claims it. Raises BadDate."""
    published = inquiry.context.published
    claim = inquiry.claim
    claimed = read_claimed_date(claim.date, published) if claim.date and claim.date.strip() else None
    return Occasion((claim.speaker or "").strip() or None, claim.institution, published, claimed, votes)
