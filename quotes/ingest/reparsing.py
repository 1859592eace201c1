"""Reading again what was kept, with the parsers of today.

What the archive holds was parsed from bytes that it kept: a page in a WARC, an imported file, a line of one. When a
parser has learnt something, the same bytes are read once more; what then reads otherwise becomes a revision, marked as
the parser's doing by the digest of its bytes, which is the earlier one's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quotes.archive import Archive, Outcome, Saved
from quotes.archive.warc_reading import read_page as read_warc_page
from quotes.archive.warc_store import WarcStore
from quotes.errors import ArchiveDamaged, BadTranscript, InputError, OnRecordError
from quotes.ingest.files import lines
from quotes.model import Transcript
from quotes.sources import PARSER, read_document, read_transcript, source_named


@dataclass(frozen=True, slots=True)
class Reparsed:
    """What reading one transcript again came to; `problem` says why it could not be."""

    id: str
    saved: Saved | None
    problem: str | None = None


def parse_again(archive: Archive, transcript: Transcript, kept: KeptLines | None = None) -> Transcript:
    """The transcript as its kept bytes read now; `kept` spares opening one file for each of its lines. Raises
    ArchiveDamaged where they are gone or changed, PageError where they cannot be read any more, InputError where they
    were never kept."""
    provenance = transcript.provenance
    if provenance.raw is None:
        raise InputError("its bytes were not kept; import it again from its file")
    name, _, place = provenance.raw.partition("#")
    if provenance.parser.startswith("jsonl/"):
        line = (kept or KeptLines(archive)).line(name, int(place))
        return read_transcript(line, source=transcript.source, raw=provenance.raw)
    source = source_named(transcript.source)
    if name.startswith("warc/"):
        response = WarcStore(archive.data).read(provenance.raw)
    elif place:
        response = read_warc_page(archive.raw_path(name), int(place))
    else:
        response = None
    return read_document(
        source,
        response.body if response else _file(archive.raw_path(name)),
        transcript.url or "",
        content_type=response.header("Content-Type") if response else None,
        raw=provenance.raw,
        known_day=transcript.date,
        retrieved_at=provenance.retrieved_at,
    )


def is_outdated(transcript: Transcript) -> bool:
    """Whether today's parser is another one than the transcript was read with."""
    parser = transcript.provenance.parser
    try:
        return parser != (PARSER if parser.startswith("jsonl/") else source_named(transcript.source).parser)
    except InputError:
        return False


def reparse(
    archive: Archive,
    *,
    source: str | None = None,
    everything: bool = False,
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Iterator[Reparsed]:
    """Read again what was read with older parsers, or `everything`, of one source or of all. One that cannot be read is
    told and left as it is."""
    headers = [header for header in archive.headers() if source in {None, header.source}]
    with contextlib.closing(KeptLines(archive)) as kept:
        for done, header in enumerate(headers, start=1):
            transcript = archive.transcript(header.id)
            if everything or is_outdated(transcript):
                try:
                    again = parse_again(archive, transcript, kept)
                except OnRecordError as error:
                    yield Reparsed(header.id, None, error.message)
                else:
                    (saved,) = archive.save([again])
                    if saved.outcome is not Outcome.UNCHANGED:
                        yield Reparsed(header.id, saved)
            progress(done, len(headers))


def _file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArchiveDamaged(f"{path} is gone; restore it from a backup") from error


class KeptLines:
    """Lines of kept import files. Asked for in ascending order, as they were imported, a file is read through once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._name = ""
        self._number = 0
        self._file: IO[bytes] | None = None
        self._lines: Iterator[tuple[int, bytes | BadTranscript]] = iter(())

    def line(self, name: str, number: int) -> bytes:
        """Line `number`, counted from 1, of the file kept under the digest `name`."""
        if name != self._name or number <= self._number:
            self._open(name)
        for place, line in self._lines:
            self._number = place
            if place == number and isinstance(line, bytes):
                return line
        path = self._archive.raw_path(name)
        raise ArchiveDamaged(f"{path} has no line {number} that can be read; restore it from a backup")

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def _open(self, name: str) -> None:
        self.close()
        path = self._archive.raw_path(name)
        try:
            self._file = path.open("rb")
        except FileNotFoundError as error:
            raise ArchiveDamaged(f"{path} is gone; restore it from a backup") from error
        self._name, self._number, self._lines = name, 0, lines(self._file)
