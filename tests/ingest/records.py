"""Import files, made up for the tests: every turn holds words that no other turn has."""

from __future__ import annotations

import gzip
import random
from pathlib import Path
from typing import Any

import orjson

_WORDS = "harbour ferry tide pilot quay dredging permit ledger beacon anchor customs storm pier crane warden".split()


def record(transcript_id: str, *texts: str, **fields: Any) -> dict[str, Any]:
    turns = [
        {"speaker": "MS. ELLISON", "role": "spokesperson", "text": text} for text in texts or ("The pier is open.",)
    ]
    return {
        "source_id": transcript_id,
        "title": "Weekly briefing",
        "date": "2024-03-01",
        "url": f"https://example.org/{transcript_id}",
        "language": "en",
        "institution": "Port Meridian Harbour Authority",
        "turns": turns,
        **fields,
    }


def unique_words(transcript_id: str, turn: int) -> str:
    """Two words that stand beside each other in this turn alone."""
    return f"marker{transcript_id} number{turn}"


def briefings(names: list[str], *, turns: int, seed: int, edition: str = "") -> list[dict[str, Any]]:
    draw = random.Random(seed)
    return [
        record(
            name,
            *(
                f"{' '.join(draw.choices(_WORDS, k=50))} {edition} {unique_words(name + edition, turn)}."
                for turn in range(turns)
            ),
        )
        for name in names
    ]


def write(path: Path, records: list[Any]) -> Path:
    """One record a line; bytes are written as they are. A name ending in .gz is compressed."""
    content = b"".join((entry if isinstance(entry, bytes) else orjson.dumps(entry)) + b"\n" for entry in records)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
    return path
