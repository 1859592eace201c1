"""Importing files: lines to transcripts, transcripts to the archive, the archive to the index.

Batches are committed to the archive before they are reported, so whatever was reported is there after a crash. The
file's bytes are stored first and read from the store: what a transcript says it was parsed from is what it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from quotes.archive import Archive, Outcome, Saved
from quotes.errors import BadTranscript
from quotes.index import open_writer
from quotes.ingest.files import import_files, lines
from quotes.ingest.indexing import Follower, Open, open_index, remove_unused
from quotes.model import Transcript
from quotes.sources import read_transcript

# Characters of turns saved in one transaction: each costs an fsync, and holds this much in memory.
_BATCH_CHARACTERS: Final = 4_000_000
_BATCH_TRANSCRIPTS: Final = 500


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was left out. `pointer` is a JSON pointer into its record, where one place is to blame."""

    file: Path
    line: int
    reason: str
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Told after every committed batch. `position`, `size`: bytes of all files read, and in all."""

    file: Path
    position: int
    size: int
    saved: tuple[Saved, ...] = ()
    bad: tuple[BadLine, ...] = ()


@dataclass(slots=True)
class ImportReport:
    """What an import came to. `snapshot` is the index that holds it; `seconds` of wall clock."""

    files: list[Path] = field(default_factory=list)
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    bad: list[BadLine] = field(default_factory=list)
    snapshot: str = ""
    seconds: float = 0.0

    @property
    def transcripts(self) -> int:
        return self.added + self.revised + self.unchanged


def import_paths(
    data: Path,
    paths: Sequence[Path],
    *,
    source: str | None = None,
    progress: Callable[[Progress], None] = lambda done: None,
    open_index_writer: Open = open_writer,
) -> ImportReport:
    """Import files and folders of the import format into the data folder, which is made where there is none.

    `source` names the source of records that name none. `progress` is called after each batch is committed, never
    before. A bad line is reported and the rest goes in. Raises InputError for a path that cannot be imported,
    ArchiveBusy when another process is writing, ArchiveError when the archive cannot be.
    """
    started = time.monotonic()
    files = import_files(paths)
    sizes = [file.stat().st_size for file in files]
    report = ImportReport(files)
    with Archive.open(data, create=True) as archive:
        writer, state = open_index(archive, open_index_writer)
        try:
            follower = Follower(archive, writer, state)
            follower.add_new()
            for place, file in enumerate(files):
                for done in _import_file(archive, file, source):
                    _count(report, done)
                    progress(Progress(file, sum(sizes[:place]) + done.position, sum(sizes), done.saved, done.bad))
                    follower.add_new()
            report.snapshot = follower.commit().snapshot
        finally:
            writer.close()
        remove_unused(archive)
    report.seconds = time.monotonic() - started
    return report


def _import_file(archive: Archive, file: Path, source: str | None) -> Iterator[Progress]:
    """One `Progress` for each committed batch, with positions in this file."""
    sha256 = archive.store_raw(file)
    size = file.stat().st_size
    with archive.raw_path(sha256).open("rb") as reading:
        for position, transcripts, bad in _batches(reading, file, sha256, source):
            saved = archive.save(transcripts) if transcripts else []
            yield Progress(file, min(position, size), size, tuple(saved), tuple(bad))


def _batches(
    reading: IO[bytes], file: Path, sha256: str, source: str | None
) -> Iterator[tuple[int, list[Transcript], list[BadLine]]]:
    transcripts: list[Transcript] = []
    bad: list[BadLine] = []
    characters = 0
    for number, line in lines(reading):
        try:
            if isinstance(line, BadTranscript):
                raise line
            transcripts.append(read_transcript(line, source=source, raw=f"{sha256}#{number}"))
            characters += len(line)
        except BadTranscript as error:
            bad.append(BadLine(file, number, error.message, error.pointer))
        if characters >= _BATCH_CHARACTERS or len(transcripts) + len(bad) >= _BATCH_TRANSCRIPTS:
            yield reading.tell(), transcripts, bad
            transcripts, bad, characters = [], [], 0
    yield reading.tell(), transcripts, bad


def _count(report: ImportReport, done: Progress) -> None:
    outcomes = [saved.outcome for saved in done.saved]
    report.added += outcomes.count(Outcome.ADDED)
    report.revised += outcomes.count(Outcome.REVISED)
    report.unchanged += outcomes.count(Outcome.UNCHANGED)
    report.bad += done.bad
