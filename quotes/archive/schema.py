"""The tables, and opening the file that holds them.

What was read is only ever added to: a revision carries everything its reading said, dates and title included, and
`transcripts` merely points at the newest. AUTOINCREMENT keeps keys ascending for good, which the index watermark and
the contiguous keys of a revision's turns rely on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from quotes.archive.copies import mark_copies
from quotes.errors import ArchiveDamaged, ArchiveError, ArchiveMissing

FILE_NAME: Final = "archive.sqlite3"

_FIRST: Final = """
CREATE TABLE transcripts (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    current INTEGER NOT NULL REFERENCES revisions (key) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE revisions (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    transcript INTEGER NOT NULL REFERENCES transcripts (key),
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    institution TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    time TEXT,
    place TEXT,
    url TEXT,
    language TEXT NOT NULL,
    fidelity TEXT NOT NULL,
    rendering_of TEXT,
    extra TEXT NOT NULL,
    content TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    raw TEXT,
    parser TEXT NOT NULL,
    retrieved_at TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    first_turn INTEGER NOT NULL,
    turn_count INTEGER NOT NULL,
    words INTEGER NOT NULL,
    UNIQUE (transcript, number)
) STRICT;

CREATE TABLE turns (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL REFERENCES revisions (key),
    place INTEGER NOT NULL,
    label TEXT,
    name TEXT,
    title TEXT,
    institution TEXT,
    role TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE ledger (
    source TEXT NOT NULL,
    day TEXT NOT NULL,
    result TEXT NOT NULL,
    transcripts INTEGER NOT NULL,
    note TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_by_source ON ledger (source, day);

CREATE TABLE index_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    folder TEXT NOT NULL,
    watermark INTEGER NOT NULL,
    chain TEXT NOT NULL,
    snapshot TEXT NOT NULL
) STRICT;
"""

# `transcripts.event` is the transcript that this one is another copy of, NULL where it stands for itself; `sketch` is
# what tells (see `copies`). `pages` is what is known of each address, `page_events` what befell them (gone, back),
# `polls` the last look at each listing.
_PAGES: Final = """
ALTER TABLE transcripts ADD COLUMN event INTEGER REFERENCES transcripts (key);
ALTER TABLE transcripts ADD COLUMN sketch BLOB NOT NULL DEFAULT x'';
CREATE INDEX transcripts_by_event ON transcripts (event) WHERE event IS NOT NULL;
CREATE INDEX revisions_by_date ON revisions (date);
ALTER TABLE ledger ADD COLUMN url TEXT;

CREATE TABLE pages (
    url TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT,
    state TEXT NOT NULL,
    transcript INTEGER REFERENCES transcripts (key),
    listed_at TEXT,
    read_at TEXT,
    changed_at TEXT,
    tried_at TEXT,
    failures INTEGER NOT NULL,
    problem TEXT,
    gone_since TEXT,
    etag TEXT,
    last_modified TEXT,
    raw TEXT,
    due_at TEXT
) STRICT;
CREATE INDEX pages_by_source ON pages (source, day);
CREATE INDEX pages_by_transcript ON pages (transcript);

CREATE TABLE page_events (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    event TEXT NOT NULL,
    status INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE polls (
    source TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    listed INTEGER NOT NULL,
    problem TEXT,
    next_at TEXT
) STRICT;
"""

# What brings an archive of version n to version n + 1, in order; an empty file has version 0.
_STEPS: Final[tuple[str | Callable[[sqlite3.Connection], None], ...]] = (_FIRST, _PAGES, mark_copies)
SCHEMA_VERSION: Final = len(_STEPS)

# The file is read, not mapped: mapped pages count as resident memory of every server process (116 MB each after 3,000
# lookups in 25 million words), and lookups were no faster for them.
_MAPPED_BYTES: Final = 0
# How long a statement waits for another process's commit; a commit holds the file for milliseconds.
_WAIT_SECONDS: Final = 10.0


def connect(data: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection to the archive in `data`, which must exist. Transactions are begun and ended by the caller."""
    uri = f"{(data / FILE_NAME).absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is reported done must outlive a power cut, not only the process: one fsync for each batch is cheap.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def create(data: Path) -> None:
    """Make an empty archive in `data` unless there is one, and bring an older one up to this version. Killed half-way
    it leaves a file the next call finishes."""
    data.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(data / FILE_NAME, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if version or not tables:
            for step in _STEPS[version:]:
                if callable(step):
                    step(connection)
                    continue
                for statement in step.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {max(version, SCHEMA_VERSION)}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def is_older(data: Path) -> bool:
    """Whether the archive in `data` is of a version that this one brings up to its own."""
    connection = connect(data, readonly=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return 0 < int(version) < SCHEMA_VERSION


def check_version(connection: sqlite3.Connection, data: Path) -> None:
    """Raises ArchiveMissing, ArchiveError or ArchiveDamaged when this is not an archive that this version can use."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == SCHEMA_VERSION:
        return
    file = data / FILE_NAME
    if version > SCHEMA_VERSION:
        raise ArchiveError(
            f"{file} was written by a newer OnRecord (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade OnRecord, or use another data folder"
        )
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables:
        raise ArchiveDamaged(f"{file} is not an OnRecord archive; use another data folder, or move that file away")
    raise ArchiveMissing(missing(data))


def missing(data: Path) -> str:
    return (
        f"there is no archive in {data}; make one with `onrecord --data {data} import --sample`, "
        "or name another folder with --data or ONRECORD_DATA"
    )
