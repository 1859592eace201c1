"""Chunks as they are kept: JSON, compressed.

Answers of one archive repeat much, and a chunk of them shrinks to about a tenth.
"""

from __future__ import annotations

import zlib
from typing import Any, Final

import orjson

from backend.jobs.job import Chunk, Outcome

# Past 6 zlib takes twice the time for two per cent.
_LEVEL: Final = 6


def pack(value: Any) -> bytes:
    return zlib.compress(orjson.dumps(value), _LEVEL)


def unpack(packed: bytes) -> Any:
    """Raises ValueError where the bytes are damaged."""
    try:
        return orjson.loads(zlib.decompress(packed))
    except zlib.error as error:
        raise ValueError(f"kept bytes are damaged: {error}") from None


def pack_chunk(chunk: Chunk) -> bytes:
    return pack({"units": chunk.units, "neighbours": chunk.neighbours})


def unpack_chunk(packed: bytes) -> Chunk:
    return Chunk(**unpack(packed))


def pack_outcome(outcome: Outcome) -> bytes:
    return pack({"rows": outcome.rows, "article": outcome.article})


def unpack_outcome(packed: bytes) -> Outcome:
    return Outcome(**unpack(packed))
