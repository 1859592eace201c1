"""`make soak`: the service under steady load, minute by minute: answers, slowest, memory.

Fails when anything is refused or memory keeps growing.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import tempfile
from pathlib import Path

import click

from quotes.ingest import import_paths
from tests.benchmark import server
from tests.benchmark.__main__ import SHARED
from tests.evaluation import corpus, noised
from tests.evaluation.suites import SEED

GROWTH = 1.2  # memory at the end against the second minute: caches are full by then


async def _soak(data: Path, quotes: list[str], minutes: int) -> None:
    sizes: list[int] = []
    async with server.running(data) as running:
        endless = itertools.cycle(quotes)
        for minute in range(1, minutes + 1):
            batch = list(itertools.islice(endless, 60_000))
            timings, refused, seconds = await server.load(running.address, batch, connections=8, seconds=60)
            sizes.append(running.resident_bytes()[0])
            print(
                f"minute {minute}: {len(timings.seconds) / seconds:.0f} lookups/s, p99 {timings.p99:.1f} ms, "
                f"slowest {timings.percentile(1):.0f} ms, {refused} refused, {sizes[-1] / 1e6:.0f} MB",
                flush=True,
            )
            if refused:
                sys.exit(f"{refused} lookups were refused")
    if len(sizes) > 2 and sizes[-1] > GROWTH * sizes[1]:
        sys.exit(f"memory grew from {sizes[1] / 1e6:.0f} to {sizes[-1] / 1e6:.0f} MB")


@click.command()
@click.option("--minutes", default=10, show_default=True)
@click.option("--set", "name", default=corpus.ENGLISH[0], show_default=True, help="The set to serve.")
def main(minutes: int, name: str) -> None:
    """Load the service for a while with quotations of the English sets."""
    if not SHARED.is_dir():
        sys.exit("The soak test needs the real transcripts in ../shared, beside the checkout.")
    texts = corpus.load(SHARED / "corpus")
    quotes = [q.quote for q in noised.draw_quotes(texts, SEED, per_cell=400)]
    with tempfile.TemporaryDirectory(prefix="onrecord-soak-") as folder:
        import_paths(Path(folder) / "data", [SHARED / "corpus" / f"{name}.jsonl.gz"])
        asyncio.run(_soak(Path(folder) / "data", quotes, minutes))


if __name__ == "__main__":
    main()
