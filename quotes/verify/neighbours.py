"""The page's other quotations, which vote for the briefing that most of them come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from quotes.align import parse_quotation
from quotes.errors import BadQuotation
from quotes.index import IndexReader
from quotes.index.shingles import OVERLAP
from quotes.verify.catalogue import Catalogue

# Of a page's quotations, as many as are heard, and how long each must be to say anything.
_MOST: Final = 12
_LEAST_WORDS: Final = 4
# Places read for one: a set phrase in more transcripts than these has no vote worth counting.
_PLACES: Final = 200
# Where not all words stand together: places within this share of the best one's score.
_NEARLY: Final = 0.8
# Every quotation of a page is its neighbours' neighbour, so each is asked for again and again.
_REMEMBERED: Final = 4096


class Neighbours:
    """Hears neighbours in one snapshot of the archive."""

    def __init__(self, catalogue: Catalogue, reader: IndexReader) -> None:
        self._catalogue = catalogue
        self._reader = reader
        self._heard: dict[str, frozenset[int] | None] = {}

    def votes(self, neighbours: Sequence[str]) -> Mapping[int, float]:
        """By event key, the share of `neighbours` that stand in it word for word or nearly; the vote of one is
        split among the transcripts that hold it."""
        shares: dict[int, float] = {}
        heard = 0
        for text in neighbours[:_MOST]:
            transcripts = self._hear(text)
            if transcripts is None:
                continue
            heard += 1
            for key in transcripts:
                shares[key] = shares.get(key, 0.0) + 1 / len(transcripts)
        return {key: share / heard for key, share in shares.items()}

    def _hear(self, text: str) -> frozenset[int] | None:
        if text not in self._heard:
            if len(self._heard) >= _REMEMBERED:
                self._heard.clear()
            self._heard[text] = self._transcripts(text)
        return self._heard[text]

    def _transcripts(self, text: str) -> frozenset[int] | None:
        """Where it stands; None when it says too little to be heard."""
        try:
            words = parse_quotation(text).words
        except BadQuotation:
            return None
        if len(words) < _LEAST_WORDS:
            return None
        places, _ = self._reader.occurrences(words[:OVERLAP], limit=_PLACES)
        if not places:
            near = self._reader.candidates(words, limit=3)
            places = [place for place in near if place.score >= _NEARLY * near[0].score]
        found = (self._catalogue.of_turn(place.turn) for place in places)
        return frozenset(header.event for header in found if header is not None)
