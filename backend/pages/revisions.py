"""The revisions of a transcript as its page shows them: one sentence each, and in full what the chosen one changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from quotes.archive import Archive
from quotes.model import Transcript, Turn
from quotes.report import RevisionChanges, revision_history, woven
from quotes.verdict import Revised, TurnChange, WordEdit

# The weightiest come first; of a page that was written anew the rest is for machines.
_SHOWN: Final = 60
# Code points of unchanged text kept on either side of an edit.
_AROUND: Final = 160


@dataclass(frozen=True, slots=True)
class ShownChange:
    """`turn` is the turn it is about, as the later revision has it, of the earlier where it is gone; `woven` the later
    turns with edits, by index, as text and edits in turn."""

    change: TurnChange
    turn: Turn
    woven: list[tuple[int, list[str | WordEdit]]]


@dataclass(frozen=True, slots=True)
class History:
    """`path` is the id as addresses have it. `chosen` is what the revision shown changed, None where no revision was
    asked for or it is the first; `left_out` counts the lighter changes of it that are not in `shown`."""

    path: str
    entries: list[RevisionChanges]
    chosen: Revised | None
    shown: list[ShownChange]
    left_out: int


def read_history(archive: Archive, transcript_id: str, number: int | None) -> tuple[Transcript, History]:
    """The transcript in its revision `number`, the current one for None, and its history. Raises UnknownTranscript."""
    transcript = archive.transcript(transcript_id, number)
    entries = revision_history(archive, transcript_id)
    path = quote(transcript_id, safe="")
    chosen = next((entry.changes for entry in entries if entry.revision.number == number), None)
    if chosen is None:
        return transcript, History(path, entries, None, [], 0)
    earlier = archive.transcript(transcript_id, transcript.revision - 1)
    shown = [_shown(change, earlier, transcript) for change in chosen.changes[:_SHOWN]]
    return transcript, History(path, entries, chosen, shown, len(chosen.changes) - len(shown))


def _shown(change: TurnChange, earlier: Transcript, later: Transcript) -> ShownChange:
    turns, index = (later.turns, change.later[0]) if change.later else (earlier.turns, change.earlier[0])
    turn = next(turn for turn in turns if turn.index == index)
    return ShownChange(change, turn, list(woven(change, later, around=_AROUND)))
