"""OnRecord itself: import, index and the whole lookup, verdict and all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import orjson

from quotes.ingest import import_paths
from quotes.model import Inquiry
from quotes.verify import Engine
from tests.benchmark.peers.base import folder_bytes
from tests.evaluation.corpus import Spoken


class OnRecord:
    name = "OnRecord"
    whole = True

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        lines = folder / "turns.jsonl"
        write_transcripts(turns, lines)
        self._data = folder / "data"
        import_paths(self._data, [lines])
        lines.unlink()
        self._engine = Engine.open(self._data)

    def find(self, quote: str) -> tuple[str, int] | None:
        matches = self._engine.lookup(Inquiry(quote)).matches
        return (matches[0].transcript_id, matches[0].turn) if matches else None

    def index_bytes(self) -> int:
        return index_bytes(self._data)

    def close(self) -> None:
        self._engine.close()


def index_bytes(data: Path) -> int:
    """Bytes of the derived index: what is neither the archive nor the raw files."""
    return sum(
        folder_bytes(part) if part.is_dir() else part.stat().st_size
        for part in data.iterdir()
        if part.name != "raw" and not part.name.startswith("archive.sqlite3")
    )


def write_transcripts(turns: Sequence[Spoken], file: Path) -> None:
    """The turns as import lines; those of a transcript stand together, and keep their places."""
    with file.open("wb") as out:
        first = 0
        while first < len(turns):
            head = turns[first]
            last = first
            while last < len(turns) and turns[last].transcript == head.transcript:
                last += 1
            record = {
                "source_id": head.transcript,
                "title": head.transcript,
                "date": head.day,
                "language": "en",
                "institution": "Benchmark",
                "turns": [{"speaker": t.label, "role": "unknown", "text": t.text} for t in turns[first:last]],
            }
            out.write(orjson.dumps(record) + b"\n")
            first = last
