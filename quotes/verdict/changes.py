"""What a revision changed, as values: frozen, and sent field by field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.model import EditClass


class ChangeKind(StrEnum):
    """What became of a turn. `changed` is one turn in both revisions, in its words or in who is said to speak."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SPLIT = "split"
    JOINED = "joined"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the transcript, or of a turn's speaker, and what it held in either revision."""

    field: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one revision. `turn` is the index of their turn there; `start`, `end` are code points of its text,
    half-open; `text` is that slice, empty where the other revision has words and this one none."""

    turn: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One change of words. `op`: `insert` (only the later revision has them), `delete` (only the earlier), `replace`.
    `touches` is the weightiest kind of word in it."""

    op: str
    touches: EditClass
    earlier: Words
    later: Words


@dataclass(frozen=True, slots=True)
class TurnChange:
    """What became of one turn, or of the several that were split off or joined. `earlier`, `later` are the turns'
    indices in either revision, empty where it has none. `touches` is the weightiest class among the `edits`, which are
    in the order of the text; `name` where the words are another's now; null where no word is another. `speaker` tells
    what differs in `label`, `name`, `title`, `institution` and `role`."""

    kind: ChangeKind
    touches: EditClass | None
    earlier: tuple[int, ...]
    later: tuple[int, ...]
    edits: tuple[WordEdit, ...] = ()
    speaker: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Revised:
    """What one revision changed in the one before it; white space, case, punctuation and spelling are no change.

    `summary` is one plain sentence. `reparsed`: both were read from the same bytes, so what differs is the parser's
    doing and not the publisher's. `changes` are ranked by what they can do to the meaning: protected words and other
    speakers, turns removed (officials' first), turns added, other words, small change."""

    summary: str
    reparsed: bool
    fields: tuple[FieldChange, ...]
    changes: tuple[TurnChange, ...]
