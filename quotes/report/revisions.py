"""The revisions of a transcript, each with what it changed, and changed turns as one text with both wordings in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quotes.archive import Archive, Revision
from quotes.model import Transcript
from quotes.text import is_unspaced
from quotes.verdict import Revised, TurnChange, WordEdit, compare

_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class RevisionChanges:
    """A revision, and what it changed in the one before; None for the first."""

    revision: Revision
    changes: Revised | None


def revision_history(archive: Archive, transcript_id: str) -> list[RevisionChanges]:
    """Oldest first. Raises UnknownTranscript."""
    history: list[RevisionChanges] = []
    earlier: Transcript | None = None
    for revision in archive.revisions(transcript_id):
        later = archive.transcript(transcript_id, revision.number)
        history.append(RevisionChanges(revision, compare(earlier, later) if earlier else None))
        earlier = later
    return history


def woven(change: TurnChange, later: Transcript, *, around: int) -> Iterator[tuple[int, list[str | WordEdit]]]:
    """Each turn of `later` that the change is about and that has edits, by index: its text with the edits in their
    places. Of text that did not change, some `around` characters are kept beside an edit."""
    for turn in later.turns:
        edits = [edit for edit in change.edits if edit.later.turn == turn.index]
        if edits:
            yield turn.index, list(_woven(turn.text, edits, around))


def _woven(text: str, edits: list[WordEdit], around: int) -> Iterator[str | WordEdit]:
    place = 0
    for edit in edits:
        start, end = edit.later.start, edit.later.end
        yield _shortened(text[place:start], around, opens=place == 0, closes=False)
        if edit.op == "delete" and not is_unspaced(edit.earlier.text[:1]):
            # What was deleted stands between two neighbours that have one space between them.
            yield " " if text[:start] and not text[start - 1].isspace() else ""
            yield edit
            yield " " if text[start : start + 1].isalnum() else ""
        else:
            yield edit
        place = end
    yield _shortened(text[place:], around, opens=False, closes=True)


def _shortened(text: str, around: int, *, opens: bool, closes: bool) -> str:
    """The middle of a stretch between two edits is left out, of one at an end of the turn all but what is near."""
    if len(text) <= (2 if not opens and not closes else 1) * around + len(_ELLIPSIS):
        return text
    head = "" if opens else _cut(text[: around + 1], last=True)
    tail = "" if closes else _cut(text[-around - 1 :], last=False)
    return f"{head}{_ELLIPSIS}{tail}"


def _cut(text: str, *, last: bool) -> str:
    """Without the word, first or last, that is cut through; a text without spaces as it is."""
    cut = text.rpartition(" ")[0] + " " if last else " " + text.partition(" ")[2]
    return cut if cut.strip() else text
