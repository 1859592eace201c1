"""A revision in one plain sentence: its weightiest change in words, the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from quotes.model import Role, Transcript, Turn
from quotes.text import is_unspaced
from quotes.verdict.changes import ChangeKind, FieldChange, TurnChange, WordEdit
from quotes.verdict.edits import weight
from quotes.verdict.voices import OFFICIAL

# Longer stretches are cut: the sentence says what to look at, the diff shows it.
_QUOTED_WORDS: Final = 8
_QUOTED_CHARACTERS: Final = 24
_DONE: Final = {
    ChangeKind.CHANGED: "changed",
    ChangeKind.REMOVED: "removed",
    ChangeKind.ADDED: "added",
    ChangeKind.SPLIT: "split",
    ChangeKind.JOINED: "joined from several",
    ChangeKind.MOVED: "moved",
}
_FIELD_WORDS: Final = {"url": "address", "rendering_of": "original", "extra": "additional data"}


def tell(
    changes: Sequence[TurnChange],
    fields: Sequence[FieldChange],
    earlier: Transcript,
    later: Transcript,
    *,
    reparsed: bool,
) -> str:
    """The sentence for `changes`, weightiest first, and `fields`, in the order they are to be told."""
    parts: list[str] = []
    if changes:
        parts.append(_change(changes[0], earlier, later))
        others = Counter(change.kind for change in changes[1:])
        parts += [_counted(kind, others[kind], kind is changes[0].kind) for kind in _DONE if others[kind]]
        parts += [f"{_field(field)} changed" for field in fields]
    elif fields:
        parts.append(_changed_field(fields[0]))
        parts += [f"{_field(field)} changed" for field in fields[1:]]
    else:
        parts.append("no word changed, only the way they are printed")
    said = "; ".join(parts)
    if reparsed:
        return f"Read anew from the same page, so the difference is the parser’s and not the publisher’s: {said}."
    return f"{said[0].upper()}{said[1:]}."


def _change(change: TurnChange, earlier: Transcript, later: Transcript) -> str:
    if change.kind is ChangeKind.ADDED:
        return f"{_turn(later, change.later[0])} was added"
    place = _turn(earlier, change.earlier[0])
    if change.kind is ChangeKind.REMOVED:
        return f"{place} was removed"
    told = ""
    if change.edits:
        heaviest = max(change.edits, key=lambda edit: weight(edit.touches))
        more = len(change.edits) - 1
        told = _edit(heaviest, place) + (f", with {more} other edit{'s' if more > 1 else ''}" if more else "")
    elif change.speaker:
        told = _speaker(change.speaker, place)
    moved = {
        ChangeKind.SPLIT: f"was split in {len(change.later)}",
        ChangeKind.JOINED: f"was joined from {len(change.earlier)} turns",
        ChangeKind.MOVED: "was moved",
    }.get(change.kind)
    if not moved:
        return told
    if told:
        return f"{told}; it {moved}"
    return f"{_turn(later, change.later[0]) if change.kind is ChangeKind.JOINED else place} {moved}"


def _edit(edit: WordEdit, place: str) -> str:
    if edit.op == "delete":
        return f"{_quoted(edit.earlier.text)} was removed from {place}"
    if edit.op == "insert":
        return f"{_quoted(edit.later.text)} was added to {place}"
    return f"{_quoted(edit.earlier.text)} became {_quoted(edit.later.text)} in {place}"


def _speaker(changes: Sequence[FieldChange], place: str) -> str:
    """By name where the name is another, else by the first thing that differs."""
    change = next((change for change in changes if change.field == "name" and change.earlier and change.later), None)
    change = change or changes[0]
    field = {"label": "label", "name": "speaker", "role": "role"}.get(change.field, f"speaker’s {change.field}")
    return f"the {field} of {place} {_became(change)}"


def _changed_field(change: FieldChange) -> str:
    if change.field == "extra":
        return f"{_field(change)} changed"
    return f"{_field(change)} {_became(change)}"


def _became(change: FieldChange) -> str:
    if change.earlier and change.later:
        return f"was {_quoted(change.earlier)} and became {_quoted(change.later)}"
    return f"became {_quoted(change.later)}" if change.later else f"was {_quoted(change.earlier or '')} and was removed"


def _field(change: FieldChange) -> str:
    return f"the {_FIELD_WORDS.get(change.field, change.field)}"


def _counted(kind: ChangeKind, number: int, again: bool) -> str:
    more = " more" if again else ""
    return f"one{more} turn {_DONE[kind]}" if number == 1 else f"{number}{more} turns {_DONE[kind]}"


def _turn(transcript: Transcript, index: int) -> str:
    """A turn as a reader would count it: "Lin Jian’s 3rd answer", "the 2nd question"."""
    before = [turn for turn in transcript.turns if turn.index <= index]
    turn = before[-1]
    if turn.role is Role.JOURNALIST:
        return f"the {_ordinal(sum(turn.role is Role.JOURNALIST for turn in before))} question"
    name = turn.speaker.name or turn.speaker.label
    if not name:
        return f"turn {index}"
    asked = next((place for place, turn in enumerate(before) if turn.role is Role.JOURNALIST), len(before))
    if turn.role not in OFFICIAL:
        return f"{name}’s {_ordinal(_said(before, name))} turn"
    if asked == len(before):
        return f"{name}’s {_ordinal(_said(before, name))} statement"
    return f"{name}’s {_ordinal(_said(before[asked:], name))} answer"


def _said(turns: Sequence[Turn], name: str) -> int:
    return sum((turn.speaker.name or turn.speaker.label) == name for turn in turns)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _quoted(text: str) -> str:
    words = text.split()
    if any(map(is_unspaced, text)):
        cut = " ".join(words)
        return f"‘{cut}’" if len(cut) <= _QUOTED_CHARACTERS else f"‘{cut[:_QUOTED_CHARACTERS]}…’"
    return f"‘{' '.join(words[:_QUOTED_WORDS])}{' …' if len(words) > _QUOTED_WORDS else ''}’"
