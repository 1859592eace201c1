"""Telling that two transcripts are one event: the same text at a mirror, in a feed, under an address of its own.

Of each transcript a sketch is kept, the beginnings of its paragraphs, bare of case and punctuation; of two of one day
and language the shorter sketch is looked for in the other. Mirrors lose a colon or a heading, not whole paragraphs.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable
from typing import Final
from zlib import crc32

from quotes.model import Transcript

# Letters of a paragraph that are compared: enough to be its own, few enough to be cheap.
_LETTERS: Final = 48
_READ: Final = 160
# Shorter paragraphs ("Thank you.", "谢谢。") are everybody's.
_SHORTEST: Final = 12
# Transcripts of few turns are told by their paragraphs, all others by how their turns begin.
_FEW_TURNS: Final = 6
# Share of the shorter sketch that the other must hold. Two briefings of one day share their greetings, not two thirds.
_SAME: Final = 0.66
_LEAST: Final = 2
_NO_LETTER: Final = re.compile(r"[\W_]+")

Sketch = frozenset[int]


def sketch(texts: Iterable[str]) -> Sketch:
    """What `texts`, a transcript's turns in order, are compared by."""
    texts = list(texts)
    if len(texts) < _FEW_TURNS:
        texts = [line for text in texts for line in text.split("\n")]
    letters = (_NO_LETTER.sub("", text[:_READ].casefold())[:_LETTERS] for text in texts)
    return frozenset(crc32(text.encode()) for text in letters if len(text) >= _SHORTEST)


def same_event(one: Sketch, other: Sketch) -> bool:
    """Whether two sketches are of one event."""
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= max(_SAME * fewer, min(_LEAST, max(len(one), len(other))))


def find_original(connection: sqlite3.Connection, transcript: Transcript, own: Sketch) -> int | None:
    """The key of the transcript that stands for the event which `transcript`, not saved yet and sketched as `own`, is
    another copy of; None where it is the first of its event."""
    others = connection.execute(
        "SELECT coalesce(t.event, t.key), t.sketch FROM revisions r "
        "JOIN transcripts t ON t.key = r.transcript AND t.current = r.key "
        "WHERE r.date = ? AND r.language = ? ORDER BY t.key",
        (transcript.date.isoformat(), transcript.language),
    )
    return next((key for key, kept in others if same_event(own, unpacked(kept))), None)


def packed(own: Sketch) -> bytes:
    return array("I", own).tobytes()


def unpacked(kept: bytes) -> Sketch:
    return frozenset(array("I", kept))


def mark_copies(connection: sqlite3.Connection) -> None:
    """Sketch all that was saved before anybody looked for copies, and find those among it."""
    rows = connection.execute(
        "SELECT t.key, r.date || r.language, r.first_turn, r.turn_count FROM transcripts t "
        "JOIN revisions r ON r.key = t.current ORDER BY 2, 1"
    ).fetchall()
    day, originals = "", list[tuple[int, Sketch]]()
    for key, its_day, first_turn, turn_count in rows:
        if its_day != day:
            day, originals = its_day, []
        turns = connection.execute(
            "SELECT text FROM turns WHERE key >= ? AND key < ? ORDER BY key", (first_turn, first_turn + turn_count)
        )
        own = sketch(text for (text,) in turns)
        original = next((other for other, known in originals if same_event(own, known)), None)
        if original is None:
            originals.append((key, own))
        connection.execute("UPDATE transcripts SET event = ?, sketch = ? WHERE key = ?", (original, packed(own), key))
