"""OnRecord's own speed, on all sets together: each figure beside what it has to reach."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.ingest import import_paths
from quotes.model import Inquiry
from quotes.verify import Engine
from tests.benchmark import server
from tests.benchmark.measure import timed
from tests.benchmark.peers.onrecord import OnRecord, index_bytes
from tests.evaluation.corpus import Spoken, read_set
from tests.evaluation.noised import Noised

CONNECTIONS = 8
LOAD_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Figure:
    """`at_most` tells which side of `target` is the good one."""

    name: str
    value: float
    unit: str
    target: float
    at_most: bool = True

    @property
    def reached(self) -> bool:
        return self.value <= self.target if self.at_most else self.value >= self.target


def build(sets: Path, data: Path) -> tuple[list[Figure], int]:
    """Import every set into `data`. Words are counted between spaces, so that the Chinese set adds work and hardly a
    word."""
    start = time.perf_counter()
    import_paths(data, [sets])
    seconds = time.perf_counter() - start
    words = sum(
        len(turn["text"].split())
        for file in sets.glob("*.jsonl.gz")
        for _, record in read_set(sets, file.name.removesuffix(".jsonl.gz"))
        for turn in record["turns"]
    )
    return [
        Figure("import and index", words / seconds / 1e6, "million words/s", 0.5, at_most=False),
        Figure("index", index_bytes(data) / words, "bytes/word", 12),
    ], words


def library(data: Path, part: Sequence[Spoken], quotes: Sequence[Noised], folder: Path) -> list[Figure]:
    """Lookups in this process; `part` is a tenth of the words, for the growth with size."""
    engine = Engine.open(data)
    asked = [noised.quote for noised in quotes]
    timed(lambda quote: engine.lookup(Inquiry(quote)), asked[:100], within=30)
    timings, _ = timed(lambda quote: engine.lookup(Inquiry(quote)), asked, within=60)
    figures = [
        Figure("lookup in the library, p50", timings.p50, "ms", 3),
        Figure("lookup in the library, p99", timings.p99, "ms", 15),
    ]

    small = OnRecord()
    folder.mkdir()
    small.build(part, folder)
    held = {(spoken.transcript, spoken.turn) for spoken in part}
    inside = [q.quote for q in quotes if (q.place.transcript, q.place.turn) in held]
    few, _ = timed(small.find, inside, within=30)
    all_, _ = timed(lambda quote: engine.lookup(Inquiry(quote)), inside, within=30)
    small.close()
    figures.append(Figure("p50 with ten times the words", all_.p50 / few.p50, "×", 2))
    return [*figures, _new_transcript(engine, data, folder)]


def _new_transcript(engine: Engine, data: Path, folder: Path) -> Figure:
    """From the import of one more transcript to its first answer."""
    invented = "the harbour pilots of Vellmark counted nineteen lanterns before the fog"
    record = {
        "source_id": f"benchmark-{random.Random().getrandbits(64):x}",
        "title": "One more",
        "date": "2025-01-01",
        "language": "en",
        "institution": "Benchmark",
        "turns": [{"speaker": "MS. BENCH", "role": "official", "text": f"We said that {invented} came in."}],
    }
    line = folder / "one.jsonl"
    line.write_text(json.dumps(record) + "\n", "utf-8")
    start = time.perf_counter()
    import_paths(data, [line])
    engine.refresh()
    answer = engine.lookup(Inquiry(invented))
    seconds = time.perf_counter() - start
    engine.close()
    if not answer.matches or answer.matches[0].transcript_id != record["source_id"]:
        raise RuntimeError(f"the transcript just imported was not found: {answer.finding}")
    return Figure("one new transcript searchable", seconds, "s", 1)


async def service(data: Path, quotes: Sequence[Noised], articles: Sequence[dict[str, object]]) -> list[Figure]:
    """The server on the machine's own loopback, loaded from this process; no quotation is asked twice. `articles` are
    bodies of 40 quotations each, asked one after the other."""
    asked = list(dict.fromkeys(noised.quote for noised in quotes))
    async with server.running(data) as running:
        await server.load(running.address, asked[:200], connections=CONNECTIONS, seconds=10)
        timings, refused, seconds = await server.load(
            running.address, asked[200:], connections=CONNECTIONS, seconds=LOAD_SECONDS
        )
        verified = await server.verify(running.address, articles)
        resident, shared_once = running.resident_bytes()
        if refused:
            raise RuntimeError(f"{refused} of {refused + len(timings.seconds)} lookups were refused under load")
        return [
            Figure("start to ready", running.started_in, "s", 2),
            Figure("HTTP, uncached", len(timings.seconds) / seconds, "lookups/s", 400, at_most=False),
            Figure("HTTP, uncached, p99", timings.p99, "ms", 50),
            Figure("POST /v1/verify, 40 quotations, p50", verified.p50, "ms", 200),
            Figure("server memory, resident in all processes", resident / 1e6, "MB", 600),
            Figure("server memory, shared pages once", shared_once / 1e6, "MB", 600),
        ]


def markdown(figures: Sequence[Figure]) -> str:
    lines = ["| figure | measured | to reach | |", "| --- | ---: | ---: | --- |"]
    for figure in figures:
        side = "≤" if figure.at_most else "≥"
        mark = "" if figure.reached else "missed"
        lines.append(f"| {figure.name} | {figure.value:.2f} {figure.unit} | {side} {figure.target:g} | {mark} |")
    return "\n".join(lines)
