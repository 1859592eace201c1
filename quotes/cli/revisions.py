"""`onrecord archive revisions`: how the record of one event changed since it was first read.

As everywhere, nothing rests on colour: words that are gone stand in `[-…-]`, words that came in `{+…+}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from quotes.archive import Archive, Revision
from quotes.cli.output import count, paragraph, print_json, row
from quotes.model import Transcript, Turn
from quotes.report import RevisionChanges, revision_history, woven
from quotes.verdict import ChangeKind, FieldChange, Revised, TurnChange, WordEdit

# The weightiest come first; a page that was written anew would fill the screen for nothing.
_SHOWN: Final = 12
_AROUND: Final = 40
_LONGEST: Final = 160


@click.command()
@click.argument("transcript_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every change.")
@click.pass_obj
def revisions(data: Path, transcript_id: str, as_json: bool) -> None:
    """List the revisions of a transcript and what each one changed.

    What could change the meaning comes first. [-Words-] are gone, {+words+} came.
    """
    with Archive.open(data, readonly=True) as held:
        history = revision_history(held, transcript_id)
        if as_json:
            print_json(history)
            return
        earlier: Transcript | None = None
        for entry in history:
            later = held.transcript(transcript_id, entry.revision.number)
            for line in _lines(entry, earlier, later):
                click.echo(line)
            earlier = later


def _lines(entry: RevisionChanges, earlier: Transcript | None, later: Transcript) -> Iterator[str]:
    yield from _header(entry.revision)
    if entry.changes is None or earlier is None:
        return
    yield row("changed", entry.changes.summary)
    yield from _changes(entry.changes, earlier, later)


def _header(revision: Revision) -> Iterator[str]:
    yield click.style(paragraph(f"Revision {revision.number}: {revision.title}"), bold=True)
    yield row("date", revision.date.isoformat())
    yield row("recorded", revision.recorded_at)
    if revision.retrieved_at:
        yield row("retrieved", revision.retrieved_at)
    yield row("holds", f"{count(revision.turns, 'turn')}, {count(revision.words, 'word')}")
    yield row("sha-256", revision.sha256)
    if revision.note:
        yield row("note", revision.note)


def _changes(revised: Revised, earlier: Transcript, later: Transcript) -> Iterator[str]:
    before, after = ({turn.index: turn for turn in transcript.turns} for transcript in (earlier, later))
    for change in revised.changes[:_SHOWN]:
        yield ""
        yield row(change.kind.value, _where(change, before, after))
        for text in _words(change, before, after, later):
            yield row("", text)
    if len(revised.changes) > _SHOWN:
        yield ""
        yield row("", f"and {count(len(revised.changes) - _SHOWN, 'lighter change')}; --json has them all")
    for field in revised.fields:
        yield row(field.field.replace("_", " "), _became(field))


def _where(change: TurnChange, before: dict[int, Turn], after: dict[int, Turn]) -> str:
    old, new = (" and ".join(map(str, turns)) for turns in (change.earlier, change.later))
    turn = after[change.later[0]] if change.later else before[change.earlier[0]]
    place = f"turn {old}, now {new}" if old and new and old != new else f"turn {old or new}"
    kinds = dict.fromkeys(edit.touches.value.replace("_", " ") for edit in change.edits)
    return f"{place}, {turn.speaker.label or 'no label'}" + (f": {', '.join(kinds)}" if kinds else "")


def _words(change: TurnChange, before: dict[int, Turn], after: dict[int, Turn], later: Transcript) -> Iterator[str]:
    if change.kind is ChangeKind.REMOVED:
        yield f"[-{_shortened(before[change.earlier[0]].text)}-]"
    elif change.kind is ChangeKind.ADDED:
        yield f"{{+{_shortened(after[change.later[0]].text)}+}}"
    for _, parts in woven(change, later, around=_AROUND):
        yield " ".join("".join(part if isinstance(part, str) else _marked(part) for part in parts).split())
    for field in change.speaker:
        yield f"{field.field}: {_became(field)}"


def _marked(edit: WordEdit) -> str:
    return _both(edit.earlier.text, edit.later.text)


def _became(field: FieldChange) -> str:
    return _both(_shortened(field.earlier or ""), _shortened(field.later or ""))


def _both(gone: str, come: str) -> str:
    return (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
