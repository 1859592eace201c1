"""Parts of one printed quotation that were spoken on different occasions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from quotes.align import Part, Quotation, align, loose_runs, parse_quotation, read_source
from quotes.archive import Archive, StoredTurn
from quotes.errors import BadQuotation
from quotes.index import Candidate, IndexReader
from quotes.model import Role
from quotes.verdict import MARKED, PRESENTATION
from quotes.verdict.policy import SMALL
from quotes.verify.catalogue import Catalogue
from quotes.verify.evidence import Surprisal, similarity, surprise
from quotes.verify.placing import Placing

# A run of words is looked for on another occasion from these lengths on: in the same briefing fewer words will do,
# since chance has less to choose from.
SAME_EVENT_WORDS: Final = 3
OTHER_EVENT_WORDS: Final = 6
# The words before and after a short run go along: a sentence that was interrupted and taken up again repeats them.
_OVERLAP: Final = 3
# Below this the other place has too little of the run to be its source.
_ENOUGH: Final = 0.9
# Nats, after the number of places there were to choose from, that the run must be worth; a briefing has about 6,000
# words.
_ENOUGH_EVIDENCE: Final = 6.0
_EVENT_WORDS: Final = 6_000
_READ_AROUND: Final = 200


@dataclass(frozen=True, slots=True)
class Splice:
    """Where the rest of the quotation comes from; `reason` is `different_turns` or `different_events`."""

    placing: Placing
    reason: str


def find_splice(best: Placing, catalogue: Catalogue, archive: Archive, reader: IndexReader) -> Splice | None:
    """Look elsewhere for the longest run of `best`'s quotation that its turn does not hold; None when there is no such
    run or it stands nowhere."""
    runs = [
        run for run in loose_runs(best.alignment) if run.last - run.first >= SAME_EVENT_WORDS and _differs(best, run)
    ]
    if not runs:
        return None
    longest = max(runs, key=lambda run: run.last - run.first)
    quotation = best.alignment.quotation
    day = best.header.date.toordinal()
    same_day = (day, day)
    run = _words(quotation, longest.first, longest.last)
    if run is not None:
        found = reader.candidates(run.words, limit=8, days=same_day)
        if splice := _first(found, run, best, catalogue, archive, reader, same_event=True):
            return splice
        if len(run.words) >= OTHER_EVENT_WORDS:
            found = reader.candidates(run.words, limit=5)
            if splice := _first(found, run, best, catalogue, archive, reader, same_event=False):
                return splice
    first, last = max(longest.first - _OVERLAP, 0), min(longest.last + _OVERLAP, len(quotation.tokens))
    wider = _words(quotation, first, last)
    if wider is None:
        return None
    found = reader.candidates(wider.words, limit=8, days=same_day)
    return _first(found, wider, best, catalogue, archive, reader, same_event=True)


def _differs(best: Placing, run: Part) -> bool:
    """Whether anything but small change was done to the run: what is only contracted or lacks an article is here."""
    tokens = best.alignment.quotation.tokens
    start, end = tokens.starts[run.first], tokens.ends[run.last - 1]
    return any(
        start <= edit.quote_span[0] < end and edit.cls not in PRESENTATION | MARKED | SMALL
        for edit in best.judged.edits
    )


def _words(quotation: Quotation, first: int, last: int) -> Quotation | None:
    try:
        return parse_quotation(quotation.tokens.surface(first, last))
    except BadQuotation:
        return None


def _first(
    found: list[Candidate],
    run: Quotation,
    best: Placing,
    catalogue: Catalogue,
    archive: Archive,
    reader: IndexReader,
    *,
    same_event: bool,
) -> Splice | None:
    turns = archive.turns([candidate.turn for candidate in found])
    surprisal = surprise(run.tokens.norms, run.bracketed, reader)
    places = min(surprisal.words, _EVENT_WORDS) if same_event else surprisal.words
    if sum(surprisal.after) - math.log(places) < _ENOUGH_EVIDENCE:
        return None
    for candidate in found:
        placing = _place(candidate, catalogue, turns, run, surprisal)
        if placing is None or placing.turn.key == best.turn.key:
            continue
        same = placing.header.event == best.header.event
        if same == same_event:
            return Splice(placing, "different_turns" if same else "different_events")
    return None


def _place(
    candidate: Candidate, catalogue: Catalogue, turns: Mapping[int, StoredTurn], run: Quotation, surprisal: Surprisal
) -> Placing | None:
    header, turn = catalogue.of_turn(candidate.turn), turns.get(candidate.turn)
    if header is None or turn is None or turn.role == Role.JOURNALIST:
        return None
    reach = _READ_AROUND + len(run.text)
    alignment = align(run, read_source(turn.text, candidate.start - reach, candidate.end + reach))
    if alignment is None or not alignment.steps:
        return None
    likeness = similarity(alignment, surprisal)
    return Placing(header, turn, alignment, likeness) if likeness >= _ENOUGH else None
