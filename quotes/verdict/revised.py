"""What one revision of a transcript changed in the one before, ranked by what it can do to the meaning.

White space, case, punctuation, hyphens and spelling are never a change: turns are paired by their folded words, and of
a changed pair only the edits are told that a reader could hear.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from quotes.align import Source, align_whole
from quotes.model import Edit, EditClass, Transcript, Turn
from quotes.text import MarkKind, RecordMark, fold_words, record_marks, tokenize
from quotes.verdict.changes import ChangeKind, FieldChange, Revised, TurnChange, WordEdit, Words
from quotes.verdict.edits import edits, heaviest, weight
from quotes.verdict.pairing import Pairing, cuts, pair_turns
from quotes.verdict.policy import PROTECTED, SMALL
from quotes.verdict.telling import tell
from quotes.verdict.voices import OFFICIAL, alike, is_another, speaker_changes

# In the order they are told.
_FIELDS: Final = "title date time place url language institution source fidelity rendering_of extra".split()
# Of these the looks are no change; of an address or a date every character counts.
_PROSE: Final = frozenset({"title", "place", "institution"})
_LOOKS: Final = frozenset({EditClass.EQUAL, EditClass.PRESENTATION})
_MINOR: Final = SMALL | {EditClass.INFLECTION, EditClass.RECORD_NOISE}


def compare(earlier: Transcript, later: Transcript) -> Revised:
    """What became of each turn and field of `earlier` in `later`, two revisions of one transcript."""
    was, now = earlier.turns, later.turns
    pairings = pair_turns([fold_words(turn.text) for turn in was], [fold_words(turn.text) for turn in now])
    found = [
        change
        for pairing in pairings
        if (
            change := _change(
                pairing, [was[place] for place in pairing.earlier], [now[place] for place in pairing.later]
            )
        )
    ]
    officials = {turn.index for turn in was if turn.role in OFFICIAL}
    changes = tuple(sorted(found, key=lambda change: _rank(change, officials)))
    altered = tuple(_field_changes(earlier, later))
    reparsed = earlier.provenance.sha256 == later.provenance.sha256
    return Revised(tell(changes, altered, earlier, later, reparsed=reparsed), reparsed, altered, changes)


def _change(pairing: Pairing, was: Sequence[Turn], now: Sequence[Turn]) -> TurnChange | None:
    """None where nothing is another but the looks."""
    before, after = tuple(turn.index for turn in was), tuple(turn.index for turn in now)
    if not was or not now:
        return TurnChange(ChangeKind.REMOVED if was else ChangeKind.ADDED, None, before, after)
    found = () if pairing.same else tuple(_word_edits(was, now))
    voices = [(old, new) for old in was for new in now]
    another = next((voice for voice in voices if is_another(*voice)), None)
    speaker = speaker_changes(*(another or voices[0]))
    kinds = [edit.touches for edit in found] + ([EditClass.NAME] if another else [])
    if len(was) > 1 or len(now) > 1:
        kind = ChangeKind.JOINED if len(was) > 1 else ChangeKind.SPLIT
    elif pairing.moved:
        kind = ChangeKind.MOVED
    elif found or speaker:
        kind = ChangeKind.CHANGED
    else:
        return None
    return TurnChange(kind, heaviest(kinds) if kinds else None, before, after, found, speaker)


def _word_edits(was: Sequence[Turn], now: Sequence[Turn]) -> Iterator[WordEdit]:
    """Each turn against that part of the other side's turn which it is a piece of; one turn against one is whole."""
    for old, new in zip(_parts(was, now), _parts(now, was), strict=True):
        source = Source(old.turn.text, old.start, old.end, tuple(_unheard(old.turn.text)))
        printed = tokenize(new.turn.text, start=new.start, end=new.end)
        for edit in edits(align_whole(printed, source)):
            if edit.op != "equal" and edit.cls not in _LOOKS and fold_words(edit.quote) != fold_words(edit.source):
                yield _word_edit(edit, old.turn.index, new.turn)


@dataclass(frozen=True, slots=True)
class _Part:
    """The code points `start` up to `end` of a turn's text."""

    turn: Turn
    start: int
    end: int


def _parts(turns: Sequence[Turn], others: Sequence[Turn]) -> list[_Part]:
    """The `turns`, or the one turn cut where each of the `others` begins."""
    if len(others) == 1:
        return [_Part(turn, 0, len(turn.text)) for turn in turns]
    (turn,) = turns
    starts = [*tokenize(turn.text).starts, len(turn.text)]
    places = cuts(fold_words(turn.text), [fold_words(other.text) for other in others])
    edges = [0, *(starts[place] for place in places), len(turn.text)]
    return [_Part(turn, start, end) for start, end in pairwise(edges)]


def _unheard(text: str) -> Iterator[RecordMark]:
    """The record's marks around what nobody said: when it goes, no word went. The words in its brackets count."""
    for mark in record_marks(text):
        if mark.kind is not MarkKind.BRACKETED:
            yield RecordMark(MarkKind.STRUCK, mark.start, mark.end)


def _word_edit(edit: Edit, old: int, new: Turn) -> WordEdit:
    touches = edit.cls
    if edit.op == "insert" and any(
        mark.kind is MarkKind.STAGE and mark.start <= edit.quote_span[0] and edit.quote_span[1] <= mark.end
        for mark in record_marks(new.text)
    ):
        touches = EditClass.RECORD_NOISE
    return WordEdit(
        edit.op,
        touches,
        Words(old, edit.source, *edit.source_span),
        Words(new.index, edit.quote, *edit.quote_span),
    )


def _rank(change: TurnChange, officials: Collection[int]) -> tuple[int, int]:
    if change.touches in PROTECTED:
        return 0, -weight(change.touches)
    if change.kind is ChangeKind.REMOVED:
        return (1, 0) if change.earlier[0] in officials else (2, 0)
    if change.kind is ChangeKind.ADDED:
        return 3, 0
    if change.touches is None or change.touches in _MINOR:
        return 5, -len(change.edits)
    return 4, -weight(change.touches)


def _field_changes(earlier: Transcript, later: Transcript) -> Iterator[FieldChange]:
    for name in _FIELDS:
        old, new = (_plain(getattr(transcript, name)) for transcript in (earlier, later))
        same = alike(old, new) if name in _PROSE else old == new
        if not same:
            yield FieldChange(name, old, new)


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
