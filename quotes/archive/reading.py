"""Reading transcripts back, whole or by the turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from quotes.archive.rows import Header, PendingRevision, Revision, StoredTurn
from quotes.errors import UnknownTranscript
from quotes.model import Fidelity, Provenance, Role, Speaker, Transcript, Turn

_ROLES: Final = {role.value: role for role in Role}
# Below SQLite's limit on variables in a statement.
_KEYS_A_STATEMENT: Final = 1000
_TURN_COLUMNS: Final = "key, revision, place, label, name, title, institution, role, text"


def read_transcript(connection: sqlite3.Connection, transcript_id: str, number: int | None) -> Transcript:
    row = connection.execute(
        "SELECT r.key, r.number, r.source, r.institution, r.title, r.date, r.time, r.place, r.url, r.language, "
        "r.fidelity, r.rendering_of, r.extra, r.sha256, r.raw, r.parser, r.retrieved_at, r.note, "
        "r.first_turn, r.turn_count "
        "FROM transcripts t JOIN revisions r ON r.transcript = t.key "
        "WHERE t.id = ? AND (r.number = ? OR (? IS NULL AND r.key = t.current))",
        (transcript_id, number, number),
    ).fetchone()
    if row is None:
        raise UnknownTranscript(_unknown(connection, transcript_id, number))
    (_, revision, source, institution, title, day, time, place, url, language, fidelity, rendering_of, extra) = row[:13]
    sha256, raw, parser, retrieved_at, note, first_turn, turn_count = row[13:]
    turns = connection.execute(
        "SELECT place, label, name, title, institution, role, text FROM turns WHERE key >= ? AND key < ? ORDER BY key",
        (first_turn, first_turn + turn_count),
    )
    return Transcript(
        id=transcript_id,
        source=source,
        institution=institution,
        title=title,
        date=date.fromisoformat(day),
        time=time,
        place=place,
        url=url,
        language=language,
        fidelity=Fidelity(fidelity),
        rendering_of=rendering_of,
        revision=revision,
        extra=extra,
        provenance=Provenance(sha256=sha256, parser=parser, retrieved_at=retrieved_at, raw=raw, note=note),
        turns=tuple(
            Turn(index=index, speaker=Speaker(label, name, title, institution), role=_ROLES[role], text=text)
            for index, label, name, title, institution, role, text in turns
        ),
    )


def _unknown(connection: sqlite3.Connection, transcript_id: str, number: int | None) -> str:
    held = connection.execute(
        "SELECT max(r.number) FROM transcripts t JOIN revisions r ON r.transcript = t.key WHERE t.id = ?",
        (transcript_id,),
    ).fetchone()[0]
    if held is None:
        return f"the archive holds no transcript {transcript_id!r}; `onrecord archive status` shows what it holds"
    return f"transcript {transcript_id!r} has no revision {number}; it has 1 to {held}"


def read_revisions(connection: sqlite3.Connection, transcript_id: str) -> list[Revision]:
    rows = connection.execute(
        "SELECT r.number, r.key, r.title, r.date, r.content, r.sha256, r.raw, r.parser, r.retrieved_at, r.recorded_at, "
        "r.note, r.turn_count, r.words FROM transcripts t JOIN revisions r ON r.transcript = t.key "
        "WHERE t.id = ? ORDER BY r.number",
        (transcript_id,),
    ).fetchall()
    if not rows:
        raise UnknownTranscript(_unknown(connection, transcript_id, None))
    return [Revision(number, key, title, date.fromisoformat(day), *rest) for number, key, title, day, *rest in rows]


_HEADER_COLUMNS: Final = (
    "t.key, t.id, r.source, r.institution, r.title, r.date, r.url, r.language, r.fidelity, r.rendering_of, "
    "r.number, r.key, r.first_turn, r.turn_count, coalesce(t.event, t.key)"
)


def read_headers(connection: sqlite3.Connection) -> list[Header]:
    """The current revisions, in order of their turns' keys."""
    gone: dict[int, str | None] = {}
    pages = connection.execute(
        "SELECT transcript, gone_since FROM pages WHERE transcript IS NOT NULL ORDER BY gone_since"
    )
    for transcript, since in pages:
        # Gone only when none of its addresses is left; then since the last of them went.
        gone[transcript] = since if gone.get(transcript, since) else None
    rows = connection.execute(
        f"SELECT {_HEADER_COLUMNS} FROM transcripts t JOIN revisions r ON r.key = t.current "  # noqa: S608 - a constant
        "ORDER BY r.first_turn"
    )
    return [_header(row, None, gone.get(row[0])) for row in rows]


def read_superseded(connection: sqlite3.Connection) -> list[Header]:
    """Earlier revisions that the publisher replaced, in order of their turns' keys. One that was only read again from
    the same bytes by a newer parser is none: its successor stands for it."""
    rows = connection.execute(
        f"SELECT {_HEADER_COLUMNS}, coalesce(n.retrieved_at, n.recorded_at) FROM revisions r "  # noqa: S608 - a constant
        "JOIN transcripts t ON t.key = r.transcript AND t.current != r.key "
        "JOIN revisions n ON n.transcript = r.transcript AND n.number = r.number + 1 AND n.sha256 != r.sha256 "
        "ORDER BY r.first_turn"
    )
    return [_header(row[:-1], row[-1], None) for row in rows]


def _header(row: Sequence[Any], superseded_since: str | None, gone_since: str | None) -> Header:
    row = list(row)
    row[5], row[8] = date.fromisoformat(row[5]), Fidelity(row[8])
    return replace(Header(*row), superseded_since=superseded_since, gone_since=gone_since)


def read_addresses(connection: sqlite3.Connection, transcript_id: str) -> list[str]:
    """Every address the transcript's event was found at: its own, those of the event's other copies, and those of
    pages that led to any of them."""
    row = connection.execute(
        "SELECT key, coalesce(event, key) FROM transcripts WHERE id = ?", (transcript_id,)
    ).fetchone()
    if row is None:
        raise UnknownTranscript(_unknown(connection, transcript_id, None))
    key, event = row
    found = connection.execute(
        "SELECT url FROM (SELECT t.key AS key, r.url AS url, 0 AS other FROM transcripts t "
        "JOIN revisions r ON r.key = t.current WHERE t.key = ?2 OR t.event = ?2 "
        "UNION ALL SELECT t.key, p.url, 1 FROM pages p JOIN transcripts t ON t.key = p.transcript "
        "WHERE t.key = ?2 OR t.event = ?2) WHERE url IS NOT NULL ORDER BY key != ?1, key, other, url",
        (key, event),
    )
    return list(dict.fromkeys(url for (url,) in found))


def read_turns(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, StoredTurn]:
    turns: dict[int, StoredTurn] = {}
    for start in range(0, len(keys), _KEYS_A_STATEMENT):
        some = keys[start : start + _KEYS_A_STATEMENT]
        marks = ",".join("?" * len(some))
        query = f"SELECT {_TURN_COLUMNS} FROM turns WHERE key IN ({marks})"  # noqa: S608 - only question marks go in
        for row in connection.execute(query, some):
            turns[row[0]] = _stored_turn(row)
    return turns


def read_turn_at(connection: sqlite3.Connection, revision_key: int, index: int) -> StoredTurn | None:
    row = connection.execute(
        "SELECT t.key, t.revision, t.place, t.label, t.name, t.title, t.institution, t.role, t.text "
        "FROM revisions r JOIN turns t ON t.key = r.first_turn + ? WHERE r.key = ? AND t.revision = r.key",
        (index, revision_key),
    ).fetchone()
    return None if row is None else _stored_turn(row)


def _stored_turn(row: tuple[int, int, int, str | None, str | None, str | None, str | None, str, str]) -> StoredTurn:
    key, revision, place, label, name, title, institution, role, text = row
    return StoredTurn(key, revision, place, label, name, title, institution, _ROLES[role], text)


def read_replaced(connection: sqlite3.Connection, transcript: int) -> list[tuple[int, int]]:
    """First turn and number of turns of each revision of this transcript that the publisher replaced, newest first."""
    rows = connection.execute(
        "SELECT r.first_turn, r.turn_count FROM revisions r "
        "JOIN revisions n ON n.transcript = r.transcript AND n.number = r.number + 1 AND n.sha256 != r.sha256 "
        "WHERE r.transcript = ? ORDER BY r.number DESC",
        (transcript,),
    )
    return [(first_turn, turn_count) for first_turn, turn_count in rows]


def read_pending(connection: sqlite3.Connection, watermark: int) -> list[PendingRevision]:
    rows = connection.execute(
        "SELECT r.key, r.number, r.transcript, r.date, r.first_turn, r.turn_count "
        "FROM revisions r JOIN transcripts t ON t.key = r.transcript AND t.current = r.key "
        "WHERE r.key > ? ORDER BY r.key",
        (watermark,),
    )
    return [
        PendingRevision(key, number, transcript, date.fromisoformat(day), *turns)
        for key, number, transcript, day, *turns in rows
    ]


def read_texts(connection: sqlite3.Connection, first_turn: int, turn_count: int) -> Iterator[tuple[int, str]]:
    """Keys and texts of neighbouring turns, in order of key."""
    return connection.execute(
        "SELECT key, text FROM turns WHERE key >= ? AND key < ? ORDER BY key", (first_turn, first_turn + turn_count)
    )
