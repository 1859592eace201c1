"""Looking for what contradicts itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quotes.archive.content import content_digest
from quotes.archive.raw_store import RawStore
from quotes.archive.reading import read_pending, read_transcript
from quotes.archive.rows import Problem
from quotes.archive.warc_store import WarcStore

_RESTORE: Final = "restore the data folder from a backup, or import the transcript again"


def find_problems(connection: sqlite3.Connection, data: Path) -> Iterator[Problem]:
    """Reads everything there is, once; a gigabyte takes some ten seconds."""
    broken = [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    for line in broken:
        yield Problem("file_damaged", f"SQLite reports: {line}; restore the data folder from a backup")
    if broken:
        return
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("dangling_row", f"row {row} of {table} names a row of {parent} that is not there; {_RESTORE}")
    yield from _revisions(connection)
    yield from _raw_files(connection, RawStore(data))
    yield from _responses(connection, WarcStore(data))
    yield from _index(connection, data)


def _revisions(connection: sqlite3.Connection) -> Iterator[Problem]:
    revisions = connection.execute(
        "SELECT t.id, r.number, r.content, r.turn_count, "
        "(SELECT count(*) FROM turns n WHERE n.key >= r.first_turn AND n.key < r.first_turn + r.turn_count "
        "AND n.revision = r.key AND n.place = n.key - r.first_turn) "
        "FROM revisions r JOIN transcripts t ON t.key = r.transcript ORDER BY r.key"
    )
    for transcript_id, number, content, turn_count, in_place in revisions:
        where = f"revision {number} of transcript {transcript_id!r}"
        if in_place != turn_count:
            yield Problem("turns_out_of_place", f"{where} has {in_place} of {turn_count} turns in place; {_RESTORE}")
        elif content_digest(read_transcript(connection, transcript_id, number)) != content:
            yield Problem("content_changed", f"{where} is not what was saved: its digest differs; {_RESTORE}")
    (stray,) = connection.execute(
        "SELECT (SELECT count(*) FROM turns) - (SELECT coalesce(sum(turn_count), 0) FROM revisions)"
    ).fetchone()
    if stray:
        yield Problem("stray_turns", f"{stray} turns belong to no revision; restore the data folder from a backup")


def _raw_files(connection: sqlite3.Connection, store: RawStore) -> Iterator[Problem]:
    present = set()
    for name, digest in store.digests():
        present.add(name)
        if name != digest:
            yield Problem(
                "raw_changed", f"{store.path(name)} is not what was stored: its SHA-256 is {digest}; restore that file"
            )
    wanted = connection.execute(
        "SELECT substr(raw, 1, instr(raw || '#', '#') - 1) AS file, count(*) FROM revisions "
        "WHERE raw IS NOT NULL AND raw NOT LIKE 'warc/%' GROUP BY file ORDER BY file"
    )
    for name, revisions in wanted:
        if name not in present:
            yield Problem(
                "raw_missing", f"{store.path(name)}, which {revisions} revisions were read from, is gone; restore it"
            )


def _responses(connection: sqlite3.Connection, store: WarcStore) -> Iterator[Problem]:
    present = set()
    for place, damage in store.verify():
        present.add(place)
        if damage is not None:
            yield Problem("raw_changed", damage.message)
    wanted = connection.execute("SELECT DISTINCT raw FROM revisions WHERE raw LIKE 'warc/%' ORDER BY raw")
    for (place,) in wanted:
        if place not in present:
            yield Problem("raw_missing", f"{place}, which a revision was read from, is gone; restore it from a backup")


def _index(connection: sqlite3.Connection, data: Path) -> Iterator[Problem]:
    state = connection.execute("SELECT folder, watermark FROM index_state").fetchone()
    folder, watermark = state or ("", 0)
    pending = len(read_pending(connection, watermark))
    if pending:
        yield Problem("index_behind", f"{pending} transcripts are not indexed yet; `onrecord archive rebuild` does it")
    if folder and not (data / folder).is_dir():
        yield Problem(
            "index_missing", f"the index folder {data / folder} is gone; `onrecord archive rebuild` remakes it"
        )
    (newest,) = connection.execute("SELECT coalesce(max(key), 0) FROM revisions").fetchone()
    if watermark > newest:
        yield Problem(
            "index_ahead",
            f"the index has read up to revision {watermark}, the archive ends at {newest}; "
            "run `onrecord archive rebuild`, and see whether the archive file was replaced by an older one",
        )
