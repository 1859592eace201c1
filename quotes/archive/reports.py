"""Reports of wrong answers: what readers send when a verdict does not convince them, kept for whoever looks after the
archive, and shown to nobody else.

A file of its own beside the archive, since readers may write it while the archive is being written: WAL, one short
transaction a report, on disk for good when it is acknowledged. It is bounded, and nothing in it gives way to what is
new: when it is full, reports are refused until old ones have been read and removed.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import orjson

from quotes.archive.durable import sync_folder
from quotes.errors import ReportsError, ReportsFull, TooManyReports

FILE_NAME: Final = "reports.sqlite3"
# What a keeper can read through, and a disk hardly notices.
MOST: Final = 10_000
MOST_BYTES: Final = 64 * 1024 * 1024
# Far more than readers send, and a script that sends nothing but reports takes hours to fill the file.
MOST_A_MINUTE: Final = 30
_WAIT_SECONDS: Final = 5.0

_TABLE: Final = """
CREATE TABLE IF NOT EXISTS reports (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    engine_version TEXT NOT NULL,
    note TEXT,
    page_url TEXT,
    key_id TEXT
) STRICT
"""
_COUNTED: Final = """
SELECT count(*), coalesce(sum(length(CAST(question AS BLOB)) + length(CAST(coalesce(note, '') AS BLOB))), 0)
FROM reports
"""


@dataclass(frozen=True, slots=True)
class Report:
    """`question` is the lookup that was asked, as the HTTP interface takes it; `verdict`, `snapshot` and
    `engine_version` are what the answer said. `note` is the reader's own words, `page_url` the page they were on,
    `key_id` names the key they used. `received_at` is in UTC, to the microsecond."""

    id: str
    received_at: str
    question: dict[str, Any]
    verdict: str
    snapshot: str
    engine_version: str
    note: str | None
    page_url: str | None
    key_id: str | None


class Reports:
    """The reports in the data folder. Every call opens the file for itself, so that processes and threads may call at
    the same time. All raise ReportsError where the file cannot be used."""

    def __init__(
        self, data: Path, *, most: int = MOST, most_bytes: int = MOST_BYTES, most_a_minute: int = MOST_A_MINUTE
    ) -> None:
        self._file = data / FILE_NAME
        self._most = most
        self._most_bytes = most_bytes
        self._most_a_minute = most_a_minute

    def add(
        self,
        *,
        question: dict[str, Any],
        verdict: str,
        snapshot: str,
        engine_version: str,
        note: str | None = None,
        page_url: str | None = None,
        key_id: str | None = None,
        now: datetime | None = None,
    ) -> str:
        """Keeps a report, and returns its id. Raises ReportsFull and TooManyReports."""
        at = now or datetime.now(UTC)
        identity = uuid4().hex
        with self._writing() as connection:
            held, size = connection.execute(_COUNTED).fetchone()
            if held >= self._most or size >= self._most_bytes:
                raise ReportsFull(
                    f"{self._file} holds {held:,} reports, as many as are kept; whoever looks after the archive reads "
                    "them with `onrecord archive reports`, and removes them with --remove"
                )
            recent = "SELECT count(*) FROM reports WHERE received_at > ?"
            (sent,) = connection.execute(recent, [_stamp(at - timedelta(minutes=1))]).fetchone()
            if sent >= self._most_a_minute:
                raise TooManyReports(f"{sent} reports came within a minute; send this one again in a minute")
            connection.execute(
                "INSERT INTO reports (id, received_at, question, verdict, snapshot, engine_version, note, page_url, "
                "key_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    identity,
                    _stamp(at),
                    orjson.dumps(question).decode(),
                    verdict,
                    snapshot,
                    engine_version,
                    note,
                    page_url,
                    key_id,
                ],
            )
        return identity

    def all(self) -> list[Report]:
        """Oldest first."""
        if not self._file.is_file():
            return []
        with _translated(self._file), contextlib.closing(self._connection("ro")) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'reports'").fetchone():
                return []  # the first report is being written just now
            rows = connection.execute(
                "SELECT id, received_at, question, verdict, snapshot, engine_version, note, page_url, key_id "
                "FROM reports ORDER BY key"
            ).fetchall()
        return [Report(row[0], row[1], orjson.loads(row[2]), *row[3:]) for row in rows]

    def remove(self, ids: Iterable[str]) -> int:
        """Takes reports away for good; returns how many of these there were."""
        if not self._file.is_file():
            return 0
        with self._writing() as connection:
            return sum(connection.execute("DELETE FROM reports WHERE id = ?", [one]).rowcount for one in set(ids))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on the disk when it ends, and undone when it fails."""
        with _translated(self._file):
            if not self._file.exists():
                _make(self._file)
            with contextlib.closing(self._connection("rw")) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    connection.execute(_TABLE)
                    yield connection
                except BaseException:
                    connection.execute("ROLLBACK")
                    raise
                connection.execute("COMMIT")

    def _connection(self, mode: str) -> sqlite3.Connection:
        uri = f"{self._file.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)


def _make(file: Path) -> None:
    """An empty file that nobody but this user reads: SQLite gives its companions the same leave."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    sync_folder(file.parent)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@contextlib.contextmanager
def _translated(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise ReportsError(f"the reports in {file} cannot be used: {error}; free it, or move it away") from error
    except OSError as error:
        raise ReportsError(f"{file} cannot be written: {error.strerror}; make its folder writable") from error
