"""Importing files: what they hold to transcripts, transcripts to the archive, the archive to the index.

Batches are committed to the archive before they are reported, so whatever was reported is there after a crash. The
file's bytes are stored first and read from the store: what a transcript says it was parsed from is what it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from quotes.archive import Archive, Outcome, Saved
from quotes.index import open_writer
from quotes.ingest.files import ImportFile, import_files
from quotes.ingest.indexing import Follower, Open, open_index, remove_unused
from quotes.ingest.readers import BadLine, Item, read_items
from quotes.model import Transcript

# Bytes read for one transaction: each costs an fsync, and holds this much in memory.
_BATCH_BYTES: Final = 4_000_000
_BATCH_TRANSCRIPTS: Final = 500


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
    """Import files and folders into the data folder, which is made where there is none: files of the import format,
    saved pages and PDFs, WARCs. A page's source is told from its address, which the folder's INDEX.json or the page
    gives.

    `source` names the source of records that name none and of pages whose address tells of none. `progress` is called
    after each batch is committed, never before. What is no transcript is reported and the rest goes in. Raises
    InputError for a path that cannot be imported, ArchiveBusy when another process is writing, ArchiveError when the
    archive cannot be.
    """
    started = time.monotonic()
    files = import_files(paths)
    sizes = [file.path.stat().st_size for file in files]
    report = ImportReport([file.path for file in files])
    with Archive.open(data, create=True) as archive:
        writer, state = open_index(archive, open_index_writer)
        try:
            follower = Follower(archive, writer, state)
            follower.add_new()
            for place, file in enumerate(files):
                for done in _import_file(archive, file, source):
                    _count(report, done)
                    progress(Progress(file.path, sum(sizes[:place]) + done.position, sum(sizes), done.saved, done.bad))
                    follower.add_new()
            report.snapshot = follower.commit().snapshot
        finally:
            writer.close()
        remove_unused(archive)
    report.seconds = time.monotonic() - started
    return report


def _import_file(archive: Archive, file: ImportFile, source: str | None) -> Iterator[Progress]:
    """One `Progress` for each committed batch, with positions in this file."""
    sha256 = archive.store_raw(file.path)
    size = file.path.stat().st_size
    for position, transcripts, bad in _batches(read_items(file, archive.raw_path(sha256), sha256, source), size):
        saved = archive.save(transcripts) if transcripts else []
        yield Progress(file.path, min(position, size), size, tuple(saved), tuple(bad))


def _batches(items: Iterable[Item], size: int) -> Iterator[tuple[int, list[Transcript], list[BadLine]]]:
    transcripts: list[Transcript] = []
    bad: list[BadLine] = []
    read = 0
    for item in items:
        if isinstance(item.read, BadLine):
            bad.append(item.read)
        else:
            transcripts.append(item.read)
            read += item.size
        if read >= _BATCH_BYTES or len(transcripts) + len(bad) >= _BATCH_TRANSCRIPTS:
            yield item.position, transcripts, bad
            transcripts, bad, read = [], [], 0
    yield size, transcripts, bad


def _count(report: ImportReport, done: Progress) -> None:
    outcomes = [saved.outcome for saved in done.saved]
    report.added += outcomes.count(Outcome.ADDED)
    report.revised += outcomes.count(Outcome.REVISED)
    report.unchanged += outcomes.count(Outcome.UNCHANGED)
    report.bad += done.bad
