"""SQLite FTS5 with BM25, by words and by trigrams: any word of the quotation, best rank first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.corpus import Spoken
from tests.evaluation.placement import words


class Fts5:
    def __init__(self, name: str, tokenizer: str, shortest: int, *, whole: bool) -> None:
        self.name = name
        self.whole = whole
        self._tokenizer = tokenizer
        self._shortest = shortest

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        self._turns = turns
        self._path = folder / "fts5.sqlite3"
        self._db = sqlite3.connect(self._path)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute(f"CREATE VIRTUAL TABLE turns USING fts5(text, content='', tokenize='{self._tokenizer}')")
        self._db.executemany("INSERT INTO turns(rowid, text) VALUES (?, ?)", ((i, t.text) for i, t in enumerate(turns)))
        self._db.execute("INSERT INTO turns(turns) VALUES ('optimize')")
        self._db.commit()

    def find(self, quote: str) -> tuple[str, int] | None:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(quote)) if len(word) >= self._shortest)
        if not asked:
            return None
        row = self._db.execute("SELECT rowid FROM turns WHERE turns MATCH ? ORDER BY rank LIMIT 1", (asked,)).fetchone()
        if row is None:
            return None
        spoken = self._turns[row[0]]
        return spoken.transcript, spoken.turn

    def index_bytes(self) -> int:
        return self._path.stat().st_size

    def close(self) -> None:
        self._db.close()


def by_words() -> Fts5:
    return Fts5("SQLite FTS5, words", "unicode61", 1, whole=True)


def by_trigrams() -> Fts5:
    return Fts5("SQLite FTS5, trigrams", "trigram", 3, whole=False)
