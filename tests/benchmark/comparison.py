"""The same lookups through OnRecord and its peers, on all English sets and on a part that the slow ones bear."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmark.measure import timed
from tests.benchmark.peers import PEERS
from tests.benchmark.peers.base import Unavailable
from tests.evaluation.corpus import Spoken
from tests.evaluation.noised import Noised

PART = 1_000_000  # words; pg_trgm's index of ten times as much takes a quarter of an hour to build
SECONDS = 60.0  # for the lookups of one peer


@dataclass(frozen=True, slots=True)
class Row:
    """`recall`: the right transcript and turn came first. Times in milliseconds, `build` in seconds."""

    peer: str
    words: int
    lookups: int
    recall: float
    p50: float
    p99: float
    bytes_per_word: float
    build: float


def part_of(turns: Sequence[Spoken], words: int) -> list[Spoken]:
    """Every n-th transcript, whole, so that about `words` words are left."""
    sizes: dict[str, int] = {}
    for spoken in turns:
        sizes[spoken.transcript] = sizes.get(spoken.transcript, 0) + len(spoken.text.split())
    step = max(1, round(sum(sizes.values()) / words))
    kept = set(list(sizes)[::step])
    return [spoken for spoken in turns if spoken.transcript in kept]


def compare(
    turns: Sequence[Spoken], quotes: Sequence[Noised], folder: Path, *, whole: bool
) -> tuple[list[Row], list[str]]:
    """A row for each peer that bears it, and why the others have none."""
    words = sum(len(spoken.text.split()) for spoken in turns)
    held = {(spoken.transcript, spoken.turn) for spoken in turns}
    asked = [noised for noised in quotes if (noised.place.transcript, noised.place.turn) in held]
    rows, absent = [], []
    for make in PEERS:
        peer = make()
        if whole and not peer.whole:
            continue
        place = folder / peer.name.replace(" ", "-")
        place.mkdir(parents=True)
        try:
            start = time.perf_counter()
            peer.build(turns, place)
            build = time.perf_counter() - start
            timings, found = timed(peer.find, [noised.quote for noised in asked], within=SECONDS)
            hits = sum(
                hit == (noised.place.transcript, noised.place.turn) for hit, noised in zip(found, asked, strict=False)
            )
            size = peer.index_bytes() / words
            rows.append(Row(peer.name, words, len(found), hits / len(found), timings.p50, timings.p99, size, build))
        except Unavailable as missing:
            absent.append(f"{peer.name}: {missing}")
        finally:
            peer.close()
            shutil.rmtree(place, ignore_errors=True)
        print(rows[-1] if rows else absent, flush=True)
    return rows, absent


def markdown(rows: Sequence[Row]) -> str:
    """The table, each peer's p50 also as a multiple of OnRecord's."""
    own = next(row for row in rows if row.peer == "OnRecord")
    lines = [
        "| | recall@1 | p50 ms | × OnRecord | p99 ms | index bytes/word | build s | lookups |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.peer} | {row.recall:.1%} | {row.p50:.1f} | {row.p50 / own.p50:.1f} | {row.p99:.1f} "
        f"| {row.bytes_per_word:.1f} | {row.build:.0f} | {row.lookups} |"
        for row in rows
    ]
    return "\n".join(lines)


def as_json(rows: Sequence[Row]) -> list[dict[str, object]]:
    return [asdict(row) for row in rows]
