"""All transcripts' headers in memory, and which one a turn belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from quotes.archive import Header
from quotes.model import Coverage


class Catalogue:
    """Headers of the current revisions, ordered by their turns' keys (contiguous within a revision)."""

    def __init__(self, headers: Sequence[Header]) -> None:
        self.headers = tuple(headers)
        self._first_turns = [header.first_turn for header in self.headers]
        self._by_id = {header.id: header for header in self.headers}

    def of_turn(self, turn: int) -> Header | None:
        """The transcript whose current revision holds the turn of that key; None when a newer revision replaced it."""
        place = bisect_right(self._first_turns, turn) - 1
        if place < 0:
            return None
        header = self.headers[place]
        return header if turn < header.first_turn + header.turn_count else None

    def by_id(self, transcript_id: str) -> Header | None:
        return self._by_id.get(transcript_id)

    @cached_property
    def coverage(self) -> Coverage:
        """What a lookup searches."""
        days = [header.date for header in self.headers]
        return Coverage(
            sources=tuple(sorted({header.source for header in self.headers})),
            languages=tuple(sorted({header.language for header in self.headers})),
            first=min(days).isoformat() if days else None,
            last=max(days).isoformat() if days else None,
            transcripts=len(self.headers),
            gaps=tuple(_gaps(self.headers)),
        )

    @cached_property
    def institutions(self) -> frozenset[str]:
        return frozenset(header.institution for header in self.headers)


def _gaps(headers: Sequence[Header]) -> list[str]:
    if not headers:
        return ["the archive is empty"]
    excerpts = sum(1 for header in headers if header.fidelity == "press_excerpt")
    return [f"{excerpts} of {len(headers)} transcripts are press excerpts, not whole records"] if excerpts else []
