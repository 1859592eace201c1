"""Keeping the index up with the archive.

The archive is written first; the index follows and says how far it got. The watermark is recorded after the index is
on disk, so a crash in between only means that some transcripts are indexed once more, their older entries taken out.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from quotes.archive import Archive, IndexState, PendingRevision
from quotes.errors import IndexUnreadable
from quotes.index import Document, IndexWriter, open_writer
from quotes.text import fold_words

# Goes up whenever an index made before would answer otherwise: tokens, folding, stretches, fields.
INDEX_FORMAT: Final = 3
_SNAPSHOT_LENGTH: Final = 12

Open = Callable[[Path], IndexWriter]


class Follower:
    """An index writer that follows `archive` from `state` on."""

    def __init__(self, archive: Archive, writer: IndexWriter, state: IndexState) -> None:
        self._archive = archive
        self._writer = writer
        self._state = state
        self._seen = state.watermark
        # An index in use may hold what a killed import left in it after the watermark; a fresh one holds nothing.
        self._doubtful = archive.generation() if archive.index_state() == state else 0

    def add_new(self, progress: Callable[[int], None] = lambda turns: None) -> None:
        """Take up every revision not seen yet; searchable after `commit`. `progress` is given the number of turns taken
        up so far."""
        turns = 0
        newest = self._archive.generation()
        for pending in self._archive.pending(self._seen):
            if pending.number > 1 or pending.key <= self._doubtful:
                self._writer.remove([pending.transcript])
            self._writer.add(_documents(self._archive, pending))
            if pending.number > 1:
                self._writer.add(_removed(self._archive, pending))
            turns += pending.turn_count
            progress(turns)
        self._seen = max(self._seen, newest)

    def commit(self) -> IndexState:
        """Make what was taken up searchable, for good."""
        if self._seen == self._state.watermark and self._archive.index_state() == self._state:
            return self._state
        self._writer.commit()
        chain = _chained(self._state.chain, self._archive.contents(self._state.watermark, self._seen))
        self._state = replace(self._state, watermark=self._seen, chain=chain, snapshot=chain[:_SNAPSHOT_LENGTH])
        self._archive.record_index(self._state)
        return self._state


def open_index(archive: Archive, open_index_writer: Open = open_writer) -> tuple[IndexWriter, IndexState]:
    """The archive's index for writing, started anew where there is none or it cannot be read: it is derived, and a
    `Follower` fills it."""
    state = archive.index_state()
    if state is not None and (archive.data / state.folder).is_dir():
        try:
            return open_index_writer(archive.data / state.folder), state
        except IndexUnreadable:
            pass
    state = _fresh(archive)
    return open_index_writer(archive.data / state.folder), state


def catch_up(archive: Archive, open_index_writer: Open = open_writer) -> IndexState:
    """Bring the index up to the archive, searchable when this returns."""
    writer, state = open_index(archive, open_index_writer)
    try:
        follower = Follower(archive, writer, state)
        follower.add_new()
        state = follower.commit()
    finally:
        writer.close()
    remove_unused(archive)
    return state


def rebuild(
    archive: Archive,
    *,
    progress: Callable[[int], None] = lambda turns: None,
    open_index_writer: Open = open_writer,
) -> IndexState:
    """Make the index anew beside the one in use, which answers until the new one is complete, and drop the old.
    `progress` is given the number of turns taken up so far."""
    state = _fresh(archive)
    writer = open_index_writer(archive.data / state.folder)
    try:
        follower = Follower(archive, writer, state)
        follower.add_new(progress)
        state = follower.commit()
    finally:
        writer.close()
    remove_unused(archive)
    return state


def remove_unused(archive: Archive) -> None:
    """Delete index folders that are not the archive's own: old ones, and those of rebuilds that were killed."""
    state = archive.index_state()
    for folder in archive.data.glob("index-*"):
        if state is None or folder.name != state.folder:
            shutil.rmtree(folder, ignore_errors=True)


def _fresh(archive: Archive) -> IndexState:
    state = archive.index_state()
    taken = [int(folder.name.removeprefix("index-")) for folder in archive.data.glob("index-*[0-9]")]
    if state is not None:
        taken.append(int(state.folder.removeprefix("index-")))
    start = hashlib.sha256(f"onrecord index {INDEX_FORMAT}".encode()).hexdigest()
    return IndexState(f"index-{max(taken, default=0) + 1}", 0, start, start[:_SNAPSHOT_LENGTH])


def _documents(archive: Archive, pending: PendingRevision) -> Iterator[Document]:
    day = pending.date.toordinal()
    for key, text in archive.texts(pending.first_turn, pending.turn_count):
        yield Document(turn=key, transcript=pending.transcript, day=day, text=text)


def _removed(archive: Archive, pending: PendingRevision) -> Iterator[Document]:
    """Turns that its publisher took out of the transcript or changed, as they last stood: who quotes them quotes what
    was once on record."""
    replaced = archive.replaced(pending.transcript)
    if not replaced:
        return
    day = pending.date.toordinal()
    known = {tuple(fold_words(text)) for _, text in archive.texts(pending.first_turn, pending.turn_count)}
    for first_turn, turn_count in replaced:
        for key, text in archive.texts(first_turn, turn_count):
            words = tuple(fold_words(text))
            if words not in known:
                known.add(words)
                yield Document(turn=key, transcript=pending.transcript, day=day, text=text)


def _chained(chain: str, contents: list[str]) -> str:
    """One link for each revision, so that the same revisions give the same snapshot however they were batched."""
    for content in contents:
        chain = hashlib.sha256(f"{chain}{content}".encode()).hexdigest()
    return chain
