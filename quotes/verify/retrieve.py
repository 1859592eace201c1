"""From a quotation to the few passages worth aligning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from quotes.align import Quotation
from quotes.archive import Header
from quotes.index import Candidate, IndexReader
from quotes.index.shingles import OVERLAP
from quotes.verify.catalogue import Catalogue
from quotes.verify.occasion import Occasion
from quotes.verify.recall import Recall

# Passages aligned for one lookup. The index has the right one first in 99.8 % of full quotations; the rest of the list
# is for short and altered ones.
PASSAGES: Final = 10
_CANDIDATES: Final = 30
_EXPECTED_DAYS_CANDIDATES: Final = 12
# A passage whose index score is under this share of the best one's holds too few of the words to come out ahead.
_SCORE_SHARE: Final = 0.35
# Events that the page's other quotations speak for are looked into whatever else is found: so many, from this vote on.
_VOTED_EVENTS: Final = 3
_CLEAR_VOTE: Final = 0.25
_VOTED_CANDIDATES: Final = 12
# Places read when a quotation stands word for word in many.
_EXACT_PLACES: Final = 1_000
# Of one transcript, when nothing is known that would choose among transcripts: the others are to be listed too.
_PER_TRANSCRIPT_UNKNOWN: Final = 1
_PER_TRANSCRIPT: Final = 4
# Two words in a row stand in more places than three in a row: more are read to find some that really hold all.
SHORT_PASSAGES: Final = 20
_SHORT_WORDS: Final = 5
# Code points between two stretches of a turn that are read as one.
_BESIDE: Final = 400


class _Any(Container[int]):
    """Holds every event."""

    def __contains__(self, event: object) -> bool:
        return True


_ANY: Final = _Any()


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of a turn: code points of its text. `share` is its share of the best index score, 0 to 1."""

    header: Header
    turn: int
    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Retrieved:
    """`exact` are the places where all the words stand together, each with what it stands in, of which there are
    `exact_count` in the index (None when the quotation is too long to be counted that way)."""

    passages: list[Passage]
    exact: list[tuple[Candidate, Header]]
    exact_count: int | None


def retrieve(
    quotation: Quotation, occasion: Occasion, catalogue: Catalogue, reader: IndexReader, recall: Recall
) -> Retrieved:
    """The passages that may hold `quotation`, likeliest first."""
    words = quotation.words
    exact: list[tuple[Candidate, Header]] = []
    count: int | None = None
    if len(words) <= OVERLAP and len(quotation.parts) == 1:
        places, count = recall.once("exact", lambda: reader.occurrences(words, limit=_EXACT_PLACES))
        exact = _held(places, catalogue)
    most = SHORT_PASSAGES if len(words) <= _SHORT_WORDS else PASSAGES
    score = _Scorer(catalogue, occasion)
    pool = score.spread(exact)
    if len(pool) < most:
        pool += score.near(recall.once("near", lambda: reader.candidates(words, limit=_CANDIDATES)))
    for day, events in _voted(occasion, catalogue).items():
        if len(words) <= OVERLAP and len(quotation.parts) == 1:
            there = _held(reader.occurrences(words, limit=_EXACT_PLACES, days=(day, day))[0], catalogue)
            pool += score.spread([place for place in there if place[1].event in events])
        pool += score.near(reader.candidates(words, limit=_VOTED_CANDIDATES, days=(day, day)), events)
    if (days := occasion.days) is not None:
        # Weighed among themselves: the best of the expected days is read even where better stands elsewhere.
        pool += score.near(
            recall.once(
                ("expected", days), lambda: reader.candidates(words, limit=_EXPECTED_DAYS_CANDIDATES, days=days)
            )
        )
    pool.sort(key=lambda place: -place.standing)
    return Retrieved(_merge(pool, most), exact, count)


def _voted(occasion: Occasion, catalogue: Catalogue) -> dict[int, set[int]]:
    """The briefings that the page's other quotations speak for, by the ordinal of their day. A word that stands in ten
    thousand places is read where it stands there, and not in those places that come first."""
    votes = sorted((-vote, event) for event, vote in occasion.votes.items() if vote >= _CLEAR_VOTE)
    found: dict[int, set[int]] = {}
    for _, event in votes[:_VOTED_EVENTS]:
        if (day := catalogue.day_of(event)) is not None:
            found.setdefault(day, set()).add(event)
    return found


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate with its share of the best index score, and that share with what the page adds."""

    standing: float
    share: float
    candidate: Candidate
    header: Header


class _Scorer:
    """Orders the candidates of one lookup; what the page says of a transcript is worked out once for all its places."""

    def __init__(self, catalogue: Catalogue, occasion: Occasion) -> None:
        self._catalogue = catalogue
        self._occasion = occasion
        self._fits: dict[int, float] = {}

    def near(self, candidates: Sequence[Candidate], events: Container[int] = _ANY) -> list[_Scored]:
        """Those that are not hopelessly behind the best, of `events` only."""
        best = max((candidate.score for candidate in candidates), default=1.0) or 1.0
        return [
            self._score(candidate, candidate.score / best, header)
            for candidate, header in _held(candidates, self._catalogue)
            if candidate.score >= _SCORE_SHARE * best and header.event in events
        ]

    def spread(self, exact: Sequence[tuple[Candidate, Header]]) -> list[_Scored]:
        """Places that hold all the words: best first, the latest first among equals, and of no transcript more than a
        few."""
        most = _PER_TRANSCRIPT if self._occasion.known else _PER_TRANSCRIPT_UNKNOWN
        scored = [self._score(candidate, 1.0, header) for candidate, header in exact]
        scored.sort(key=lambda place: (-place.standing, -place.header.date.toordinal()))
        taken: Counter[int] = Counter()
        kept = []
        for place in scored:
            taken[place.header.event] += 1
            if taken[place.header.event] <= most:
                kept.append(place)
        return kept

    def _score(self, candidate: Candidate, share: float, header: Header) -> _Scored:
        fit = self._fits.get(header.key)
        if fit is None:
            fit = self._fits[header.key] = self._occasion.fit(header)[0]
        return _Scored(share + fit, share, candidate, header)


def _held(places: Sequence[Candidate], catalogue: Catalogue) -> list[tuple[Candidate, Header]]:
    """The places that a revision still holds, each with that."""
    return [(place, header) for place in places if (header := catalogue.of_turn(place.turn)) is not None]


def _merge(pool: Sequence[_Scored], most: int) -> list[Passage]:
    """Neighbouring stretches of one turn become one passage, so that a quotation across their border is seen whole."""
    passages: list[Passage] = []
    for scored in pool:
        found = scored.candidate
        for place, known in enumerate(passages):
            beside = found.start <= known.end + _BESIDE and known.start <= found.end + _BESIDE
            if known.turn == found.turn and beside:
                start, end = min(known.start, found.start), max(known.end, found.end)
                passages[place] = Passage(known.header, known.turn, start, end, max(known.share, scored.share))
                break
        else:
            if len(passages) == most:
                break
            passages.append(Passage(scored.header, found.turn, found.start, found.end, scored.share))
    return passages
