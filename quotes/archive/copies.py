"""Telling that two transcripts are one event: the same text at a mirror, in a feed, under an address of its own.

Of each transcript a sketch is taken, the beginnings of its paragraphs, bare of case and punctuation; of two of one day
and language the shorter sketch is looked for in the other. Mirrors lose a colon or a heading, not whole paragraphs.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import Final

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


def sketch(texts: Iterable[str]) -> frozenset[int]:
    """What `texts`, a transcript's turns in order, are compared by."""
    texts = list(texts)
    if len(texts) < _FEW_TURNS:
        texts = [line for text in texts for line in text.split("\n")]
    letters = (_NO_LETTER.sub("", text[:_READ].casefold())[:_LETTERS] for text in texts)
    return frozenset(hash(text) for text in letters if len(text) >= _SHORTEST)


def same_event(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sketches are of one event."""
    fewer = min(len(one), len(other))
    return len(one & other) >= max(_SAME * fewer, min(_LEAST, max(len(one), len(other)))) and fewer > 0


def find_original(connection: sqlite3.Connection, transcript: Transcript) -> int | None:
    """The key of the transcript that stands for the event which `transcript`, not saved yet, is another copy of; None
    where it is the first of its event."""
    others = connection.execute(
        "SELECT coalesce(t.event, t.key), r.first_turn, r.turn_count FROM revisions r JOIN transcripts t "
        "ON t.current = r.key WHERE r.date = ? AND r.language = ? ORDER BY t.key",
        (transcript.date.isoformat(), transcript.language),
    ).fetchall()
    if not others:
        return None
    own = sketch(turn.text for turn in transcript.turns)
    return next((key for key, *turns in others if same_event(own, _stored(connection, *turns))), None)


def mark_copies(connection: sqlite3.Connection) -> None:
    """Find the copies among all that was saved before anybody looked for them."""
    rows = connection.execute(
        "SELECT t.key, r.date || r.language, r.first_turn, r.turn_count FROM transcripts t "
        "JOIN revisions r ON r.key = t.current ORDER BY 2, 1"
    ).fetchall()
    day, originals = "", list[tuple[int, frozenset[int]]]()
    for key, its_day, *turns in rows:
        if its_day != day:
            day, originals = its_day, []
        own = _stored(connection, *turns)
        original = next((other for other, known in originals if same_event(own, known)), None)
        if original is None:
            originals.append((key, own))
        else:
            connection.execute("UPDATE transcripts SET event = ? WHERE key = ?", (original, key))


def _stored(connection: sqlite3.Connection, first_turn: int, turn_count: int) -> frozenset[int]:
    text = "text" if turn_count < _FEW_TURNS else f"substr(text, 1, {_READ})"
    rows = connection.execute(
        f"SELECT {text} FROM turns WHERE key >= ? AND key < ? ORDER BY key",  # noqa: S608 - one of two constants
        (first_turn, first_turn + turn_count),
    )
    return sketch(text for (text,) in rows)
