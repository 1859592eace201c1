"""All transcripts' headers in memory, and which one a turn belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from quotes.archive import Header
from quotes.model import Coverage


class Catalogue:
    """`headers` of the current revisions, and those of `superseded` ones, whose removed turns are searched too; each
    ordered by its turns' keys (contiguous within a revision)."""

    def __init__(self, headers: Sequence[Header], superseded: Sequence[Header] = ()) -> None:
        self.headers = tuple(headers)
        self._all = sorted([*headers, *superseded], key=lambda header: header.first_turn)
        self._first_turns = [header.first_turn for header in self._all]
        self._by_id = {header.id: header for header in self.headers}
        self._addresses: dict[int, list[str]] = defaultdict(list)
        for header in sorted(self.headers, key=lambda header: header.key):
            if header.url and header.url not in self._addresses[header.event]:
                self._addresses[header.event].append(header.url)

    def of_turn(self, turn: int) -> Header | None:
        """The revision that holds the turn of that key; None when it was replaced and nothing of it is searched."""
        place = bisect_right(self._first_turns, turn) - 1
        if place < 0:
            return None
        header = self._all[place]
        return header if turn < header.first_turn + header.turn_count else None

    def also_at(self, header: Header) -> tuple[str, ...]:
        """Other addresses of the same event: mirrors, feeds, imports."""
        return tuple(address for address in self._addresses[header.event] if address != header.url)

    def by_id(self, transcript_id: str) -> Header | None:
        return self._by_id.get(transcript_id)

    def record_of(self, transcript_id: str) -> str:
        """The id that stands for the event: of its first copy, and for another translation of what was said there that
        of the transcript which it words anew."""
        header = self._by_id.get(transcript_id)
        if header is not None and header.rendering_of:
            header = self._by_id.get(header.rendering_of, header)
        return self._first_copies.get(header.event, header.id) if header is not None else transcript_id

    def day_of(self, event: int) -> int | None:
        """The ordinal of the event's day; None for an event that is not in the archive."""
        return self._days.get(event)

    @cached_property
    def _first_copies(self) -> dict[int, str]:
        return {header.event: header.id for header in self.headers if header.key == header.event}

    @cached_property
    def _days(self) -> dict[int, int]:
        return {header.event: header.date.toordinal() for header in self.headers}

    @cached_property
    def coverage(self) -> Coverage:
        """What a lookup searches."""
        days = [header.date for header in self.headers]
        return Coverage(
            sources=tuple(sorted({header.source for header in self.headers})),
            languages=tuple(sorted({header.language for header in self.headers})),
            first=min(days).isoformat() if days else None,
            last=max(days).isoformat() if days else None,
            transcripts=len({header.event for header in self.headers}),
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
