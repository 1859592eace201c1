"""How often the words stand in the record, first, last, and nearest before the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from quotes.archive import Archive, Header
from quotes.index import Candidate
from quotes.model import Occurrence, Occurrences
from quotes.verify.links import permalink
from quotes.verify.placing import Placing

NONE: Final = Occurrences("none", 0, False)


def count_occurrences(
    exact: Sequence[tuple[Candidate, Header]],
    total: int | None,
    placings: Iterable[Placing],
    archive: Archive,
    published: date | None,
) -> Occurrences:
    """Counted by turns, from the index where it could count (`total` places, `exact` the first of them), else from the
    placings that were read. Words found altered only are no occurrence."""
    turns: dict[int, Header] = {}
    spans: dict[int, tuple[int, int]] = {}
    for placing in placings:
        if placing.exact:
            turns[placing.turn.key] = placing.header
            spans[placing.turn.key] = placing.span
    if not turns:
        return NONE
    for candidate, header in exact:
        turns[candidate.turn] = header
        # Not aligned, so what is marked is the stretch that holds the words.
        spans.setdefault(candidate.turn, (candidate.start, candidate.end))
    turns = _each_event_once(turns)
    ordered = sorted(turns, key=lambda turn: (turns[turn].date, turn))
    before = [turn for turn in ordered if published is not None and turns[turn].date <= published]
    chosen = {ordered[0], ordered[-1], *before[-1:]}
    stored = archive.turns(sorted(chosen))

    def occurrence(turn: int) -> Occurrence | None:
        header, row = turns[turn], stored.get(turn)
        if row is None:
            return None
        link = permalink(header.id, header.revision, row.index, *spans[turn])
        return Occurrence(header.date.isoformat(), header.id, row.index, header.title, link)

    return Occurrences(
        status="once" if len(turns) == 1 else "several",
        count=len(turns),
        capped=total is not None and total > len(exact),
        first=occurrence(ordered[0]),
        last=occurrence(ordered[-1]),
        nearest_before=occurrence(before[-1]) if before else None,
    )


def _each_event_once(turns: dict[int, Header]) -> dict[int, Header]:
    """Of an event with several copies, or with text that was removed, the revision that holds the words oftenest."""
    revisions: dict[int, Counter[int]] = defaultdict(Counter)
    for header in turns.values():
        revisions[header.event][header.revision_key] += 1
    best = {event: max(counts, key=lambda key: (counts[key], key)) for event, counts in revisions.items()}
    return {turn: header for turn, header in turns.items() if best[header.event] == header.revision_key}
