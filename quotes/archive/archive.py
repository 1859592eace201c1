"""The archive of one data folder: what may be asked of it and added to it."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from quotes.archive import schema
from quotes.archive.check import find_problems
from quotes.archive.content import content_digest
from quotes.archive.coverage import read_coverage
from quotes.archive.lock import WriterLock
from quotes.archive.pages import (
    Page,
    PageCounts,
    Poll,
    add_listed,
    note_event,
    read_page_counts,
    read_page_row,
    read_pages,
    read_polls,
    write_page,
    write_poll,
)
from quotes.archive.raw_store import RawStore
from quotes.archive.reading import (
    read_addresses,
    read_headers,
    read_pending,
    read_replaced,
    read_revisions,
    read_superseded,
    read_texts,
    read_transcript,
    read_turn_at,
    read_turns,
)
from quotes.archive.rows import (
    Header,
    IndexState,
    LedgerEntry,
    PendingRevision,
    Problem,
    ReadResult,
    Revision,
    Saved,
    SourceCoverage,
    Status,
    StoredTurn,
)
from quotes.archive.saving import save_transcript
from quotes.archive.warc_store import WarcStore
from quotes.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveMissing
from quotes.model import Transcript


class Archive:
    """Open one with `Archive.open`; it is a context manager. Readers may be used from several threads and see what
    another process commits; a writer belongs to the thread that opened it."""

    def __init__(self, data: Path, *, readonly: bool, lock: WriterLock | None) -> None:
        self.data = data
        self._readonly = readonly
        self._lock = lock
        self._raw = RawStore(data)
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []

    @classmethod
    def open(cls, data: Path, *, create: bool = False, readonly: bool = False) -> Self:
        """The archive in the folder `data`. A writer (not `readonly`) is the only one until it is closed.

        Raises ArchiveMissing where there is none and `create` is not set, ArchiveBusy when another process is writing,
        ArchiveDamaged when the file is no archive or broken, ArchiveError when it is of a newer version.
        """
        if not create and not (data / schema.FILE_NAME).is_file():
            raise ArchiveMissing(schema.missing(data))
        with _translated(data):
            lock = None
            if readonly and not create and schema.is_older(data):
                # Brought up to date by whoever opens it first; that is a writer's work, done in a moment.
                cls.open(data).close()
            if not readonly:
                data.mkdir(parents=True, exist_ok=True)
                lock = WriterLock(data)
            try:
                if create or lock:
                    schema.create(data)
                archive = cls(data, readonly=readonly, lock=lock)
                schema.check_version(archive._connection, data)
                if lock:
                    archive._raw.discard_leftovers()
            except BaseException:
                if lock:
                    lock.release()
                raise
        return archive

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections of all threads; no other call may be running or follow."""
        while self._open:
            self._open.pop().close()
        if self._lock:
            self._lock.release()
            self._lock = None

    def save(self, transcripts: Iterable[Transcript]) -> list[Saved]:
        """Add `transcripts` in one transaction, on disk for good when this returns, none of them if it raises. One
        that says the same as its current revision changes nothing; one that says otherwise becomes a revision."""
        with self._transaction() as connection:
            return [save_transcript(connection, transcript) for transcript in transcripts]

    def store_raw(self, path: Path) -> str:
        """Keep a copy of the file; returns the SHA-256 it is kept under."""
        return self._raw.store(path)

    def raw_path(self, sha256: str) -> Path:
        return self._raw.path(sha256)

    def note_listed(self, source: str, entries: Sequence[Page]) -> int:
        """Enter what a listing holds; a page that is known keeps its state. Returns how many are new."""
        with self._transaction() as connection:
            return add_listed(connection, source, entries)

    def note_reading(
        self,
        page: Page,
        tried: LedgerEntry,
        *,
        transcript: Transcript | None = None,
        event: tuple[str, int] | None = None,
    ) -> Saved | None:
        """Enter how `page` stands after a try to read it, with the transcript that was read, all or nothing. `event` is
        what befell it (`gone`, `back`) with the HTTP status that told."""
        with self._transaction() as connection:
            saved = save_transcript(connection, transcript) if transcript else None
            key = saved.key if saved else page.transcript
            write_page(connection, replace(page, transcript=key))
            _write_ledger(connection, tried)
            if event:
                note_event(connection, page.url, *event, tried.at)
            return saved

    def note_poll(self, poll: Poll, looked: Iterable[LedgerEntry] = ()) -> None:
        """Enter a look at a source's listing, and the days on which it turned out to have published nothing."""
        with self._transaction() as connection:
            write_poll(connection, poll)
            for entry in looked:
                _write_ledger(connection, entry)

    def page(self, url: str) -> Page | None:
        with _translated(self.data):
            return read_page_row(self._connection, url)

    def pages(self, source: str) -> list[Page]:
        """Every page known of the source: first those of no known day, then the latest day first."""
        with _translated(self.data):
            return read_pages(self._connection, source)

    def page_counts(self, now: str) -> dict[str, PageCounts]:
        """By source, how many pages stand how, and what is due at the moment `now` (ISO 8601, in UTC)."""
        with _translated(self.data):
            return read_page_counts(self._connection, now)

    def polls(self) -> dict[str, Poll]:
        """The last look at each source's listing, by source."""
        with _translated(self.data):
            return read_polls(self._connection)

    def ledger(self, source: str, *, limit: int = 100) -> list[LedgerEntry]:
        """The latest tries to read, newest first."""
        with _translated(self.data):
            rows = self._connection.execute(
                "SELECT source, day, result, transcripts, note, at, url FROM ledger WHERE source = ? "
                "ORDER BY rowid DESC LIMIT ?",
                (source, limit),
            ).fetchall()
        return [
            LedgerEntry(source, date.fromisoformat(day) if day else None, ReadResult(result), *rest)
            for source, day, result, *rest in rows
        ]

    def addresses(self, transcript_id: str) -> list[str]:
        """Every address the transcript's event was found at, its own first. Raises UnknownTranscript."""
        with _translated(self.data):
            return read_addresses(self._connection, transcript_id)

    def transcript(self, transcript_id: str, revision: int | None = None) -> Transcript:
        """The current revision, or the one of that number. Raises UnknownTranscript."""
        with _translated(self.data):
            return read_transcript(self._connection, transcript_id, revision)

    def transcript_by_key(self, key: int) -> Transcript | None:
        """The current revision of the transcript with this key; None where there is no such key."""
        with _translated(self.data):
            row = self._connection.execute("SELECT id FROM transcripts WHERE key = ?", (key,)).fetchone()
            return read_transcript(self._connection, row[0], None) if row else None

    def holds(self, transcript: Transcript) -> bool:
        """Whether the transcript's current revision says the same."""
        with _translated(self.data):
            row = self._connection.execute(
                "SELECT r.content FROM transcripts t JOIN revisions r ON r.key = t.current WHERE t.id = ?",
                (transcript.id,),
            ).fetchone()
        return row is not None and row[0] == content_digest(transcript)

    def revisions(self, transcript_id: str) -> list[Revision]:
        """Oldest first. Raises UnknownTranscript."""
        with _translated(self.data):
            return read_revisions(self._connection, transcript_id)

    def superseded(self) -> list[Header]:
        """Earlier revisions that the publisher replaced, in order of `first_turn`."""
        with _translated(self.data):
            return read_superseded(self._connection)

    def headers(self) -> list[Header]:
        """Every transcript's current revision, in order of `first_turn`."""
        with _translated(self.data):
            return read_headers(self._connection)

    def turns(self, keys: Sequence[int]) -> dict[int, StoredTurn]:
        """The turns of these keys; a key that does not exist is left out."""
        with _translated(self.data):
            return read_turns(self._connection, keys)

    def turn_at(self, revision_key: int, index: int) -> StoredTurn | None:
        """The turn at this place of a revision; None outside it."""
        with _translated(self.data):
            return read_turn_at(self._connection, revision_key, index)

    def generation(self) -> int:
        """Grows with every transcript added or revised, by whichever process; costs some microseconds."""
        with _translated(self.data):
            row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'revisions'").fetchone()
        return row[0] if row else 0

    def changes(self) -> tuple[int, int]:
        """Grows with every transcript added or revised and every page found gone or back."""
        with _translated(self.data):
            row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'page_events'").fetchone()
        return self.generation(), row[0] if row else 0

    def pending(self, watermark: int) -> list[PendingRevision]:
        """Current revisions with a key above `watermark`, ascending."""
        with _translated(self.data):
            return read_pending(self._connection, watermark)

    def texts(self, first_turn: int, turn_count: int) -> Iterator[tuple[int, str]]:
        """Keys and texts of neighbouring turns."""
        with _translated(self.data):
            yield from read_texts(self._connection, first_turn, turn_count)

    def replaced(self, transcript: int) -> list[tuple[int, int]]:
        """First turn and number of turns of each revision of the transcript with this key that its publisher replaced,
        newest first."""
        with _translated(self.data):
            return read_replaced(self._connection, transcript)

    def contents(self, above: int, up_to: int) -> list[str]:
        """Content digests of the revisions with keys in (`above`, `up_to`], in order of key."""
        with _translated(self.data):
            rows = self._connection.execute(
                "SELECT content FROM revisions WHERE key > ? AND key <= ? ORDER BY key", (above, up_to)
            ).fetchall()
        return [content for (content,) in rows]

    def index_state(self) -> IndexState | None:
        """Which index belongs to this archive; None before the first one is complete."""
        with _translated(self.data):
            row = self._connection.execute("SELECT folder, watermark, chain, snapshot FROM index_state").fetchone()
        return IndexState(*row) if row else None

    def record_index(self, state: IndexState) -> None:
        """From here on `state` is the archive's index. To be called once the index itself is on disk."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO index_state VALUES (1, ?, ?, ?, ?)",
                (state.folder, state.watermark, state.chain, state.snapshot),
            )

    def status(self) -> Status:
        with _translated(self.data):
            transcripts, turns, words, sources = self._connection.execute(
                "SELECT count(*), coalesce(sum(r.turn_count), 0), coalesce(sum(r.words), 0), count(DISTINCT r.source) "
                "FROM transcripts t JOIN revisions r ON r.key = t.current"
            ).fetchone()
            (revisions,) = self._connection.execute("SELECT count(*) FROM revisions").fetchone()
            (copies,) = self._connection.execute("SELECT count(*) FROM transcripts WHERE event IS NOT NULL").fetchone()
        state = self.index_state()
        return Status(
            transcripts=transcripts,
            turns=turns,
            words=words,
            sources=sources,
            revisions=revisions,
            copies=copies,
            snapshot=state.snapshot if state else "",
            pending=len(self.pending(state.watermark if state else 0)),
            bytes=self._raw.size()
            + WarcStore(self.data).size()
            + sum(file.stat().st_size for file in self.data.glob(f"{schema.FILE_NAME}*")),
        )

    def coverage(self) -> list[SourceCoverage]:
        """By source, in order of name."""
        with _translated(self.data):
            return read_coverage(self._connection)

    def check(self) -> list[Problem]:
        """What contradicts itself; empty when all is well."""
        try:
            return list(find_problems(self._connection, self.data))
        except sqlite3.DatabaseError as error:
            return [Problem("file_damaged", str(_translation(error, self.data)))]

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = schema.connect(self.data, readonly=self._readonly)
            self._open.append(connection)
        return connection

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _translated(self.data):
            connection = self._connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _write_ledger(connection: sqlite3.Connection, entry: LedgerEntry) -> None:
    day = entry.day.isoformat() if entry.day else ""
    connection.execute(
        "INSERT INTO ledger (source, day, result, transcripts, note, at, url) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (entry.source, day, entry.result.value, entry.transcripts, entry.note, entry.at, entry.url),
    )


@contextlib.contextmanager
def _translated(data: Path) -> Iterator[None]:
    """SQLite's errors as ours, each with its remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _translation(error, data) from error


def _translation(error: sqlite3.DatabaseError, data: Path) -> ArchiveError:
    file = data / schema.FILE_NAME
    match error.sqlite_errorcode & 0xFF if hasattr(error, "sqlite_errorcode") else None:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ArchiveBusy(f"{file} is locked by another process; wait until it is done and try again")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return ArchiveDamaged(f"{file} is damaged ({error}); restore the data folder from a backup")
        case sqlite3.SQLITE_FULL:
            return ArchiveError(f"the disk that holds {file} is full; make room and start again, nothing was lost")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return ArchiveError(f"{file} cannot be opened ({error}); see who owns {data} and whether it may be written")
        case _:
            return ArchiveError(f"{file}: {error}")
