"""Adding transcripts. Runs inside the caller's transaction and only ever adds rows."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from quotes.archive.content import content_digest, count_words
from quotes.archive.copies import find_original, packed, sketch
from quotes.archive.rows import Outcome, Saved
from quotes.model import Transcript


def save_transcript(connection: sqlite3.Connection, transcript: Transcript) -> Saved:
    content = content_digest(transcript)
    current = connection.execute(
        "SELECT t.key, r.number, r.content FROM transcripts t JOIN revisions r ON r.key = t.current WHERE t.id = ?",
        (transcript.id,),
    ).fetchone()
    if current is None:
        key = _next_key(connection, "transcripts")
        own = sketch(turn.text for turn in transcript.turns)
        original = find_original(connection, transcript, own)
        _add_revision(connection, key, 1, transcript, content)
        connection.execute("UPDATE transcripts SET event = ?, sketch = ? WHERE key = ?", (original, packed(own), key))
        return Saved(transcript.id, key, 1, Outcome.ADDED)
    key, number, held = current
    if held == content or _was_read(connection, key, transcript, content):
        return Saved(transcript.id, key, number, Outcome.UNCHANGED)
    _add_revision(connection, key, number + 1, transcript, content)
    own = sketch(turn.text for turn in transcript.turns)
    connection.execute("UPDATE transcripts SET sketch = ? WHERE key = ?", (packed(own), key))
    return Saved(transcript.id, key, number + 1, Outcome.REVISED)


def _was_read(connection: sqlite3.Connection, key: int, transcript: Transcript, content: str) -> bool:
    """Whether this very reading is among the revisions. Importing an old file again is no news; a page that went back
    to its old wording, read at another time, is."""
    provenance = transcript.provenance
    return (
        connection.execute(
            "SELECT 1 FROM revisions WHERE transcript = ? AND content = ? AND sha256 = ? AND retrieved_at IS ?",
            (key, content, provenance.sha256, provenance.retrieved_at),
        ).fetchone()
        is not None
    )


def _add_revision(
    connection: sqlite3.Connection, transcript_key: int, number: int, transcript: Transcript, content: str
) -> None:
    revision = _next_key(connection, "revisions")
    first_turn = _next_key(connection, "turns")
    words = sum([count_words(turn.text, transcript.language) for turn in transcript.turns])
    provenance = transcript.provenance
    connection.execute(
        "INSERT INTO transcripts (key, id, current) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET current = ?3",
        (transcript_key, transcript.id, revision),
    )
    connection.execute(
        "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            revision,
            transcript_key,
            number,
            transcript.source,
            transcript.institution,
            transcript.title,
            transcript.date.isoformat(),
            transcript.time,
            transcript.place,
            transcript.url,
            transcript.language,
            transcript.fidelity.value,
            transcript.rendering_of,
            transcript.extra,
            content,
            provenance.sha256,
            provenance.raw,
            provenance.parser,
            provenance.retrieved_at,
            provenance.note,
            datetime.now(UTC).isoformat(timespec="seconds"),
            first_turn,
            len(transcript.turns),
            words,
        ),
    )
    connection.executemany(
        "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                first_turn + place,
                revision,
                turn.index,
                turn.speaker.label,
                turn.speaker.name,
                turn.speaker.title,
                turn.speaker.institution,
                turn.role.value,
                turn.text,
            )
            for place, turn in enumerate(transcript.turns)
        ),
    )


def _next_key(connection: sqlite3.Connection, table: str) -> int:
    """Keys are given out here and not by SQLite, so that the turns of a revision are contiguous by construction."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1
