"""`make bench`: the comparison and the speed figures, as Markdown on standard output and as JSON in a file."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from tests.benchmark import comparison, figures
from tests.benchmark.articles import articles
from tests.benchmark.pages import thousand_pages
from tests.evaluation import corpus, noised
from tests.evaluation.suites import SEED

SHARED = Path(__file__).resolve().parents[2] / "../shared"


@click.command()
@click.option("--seed", default=SEED, show_default=True, help="Draws the quotations.")
@click.option("--only", type=click.Choice(["figures", "comparison"]), help="One half of it.")
@click.option("--peers-quotes", default=200, show_default=True, help="Lookups asked of each peer, at most.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write the numbers there too.")
def main(seed: int, only: str | None, peers_quotes: int, json_file: Path | None) -> None:
    """Measure OnRecord and what a user would pick instead, on the transcripts in ../shared."""
    if not SHARED.is_dir():
        sys.exit("The benchmark needs the real transcripts in ../shared, beside the checkout.")
    texts = corpus.load(SHARED / "corpus")
    turns = texts.indexed + texts.held_out
    quotes = [q for q in noised.draw_quotes(texts, seed, per_cell=300) if q.length != "3-5"]
    random.Random(seed).shuffle(quotes)
    result: dict[str, object] = {"date": datetime.now(UTC).date().isoformat(), "seed": seed, "cores": os.cpu_count()}
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{result['date']}, {machine}, seed {seed}")

    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        place = Path(folder)
        if only != "comparison":
            tenth = comparison.part_of(turns, texts.words // 10)
            built, words = figures.build(SHARED / "corpus", place / "all")
            measured = built + figures.library(place / "all", tenth, quotes, place / "tenth")
            measured += asyncio.run(figures.service(place / "all", quotes, articles(texts, seed)))
            measured += thousand_pages(SHARED, place / "thousand")
            print(f"\n### OnRecord on {words:,} words\n\n{figures.markdown(measured)}\n")
            result["figures"] = {f.name: {"value": f.value, "unit": f.unit, "target": f.target} for f in measured}
        if only != "figures":
            for title, part, whole in (
                ("All English sets", turns, True),
                ("A part that every peer bears", comparison.part_of(turns, comparison.PART), False),
            ):
                held = {(spoken.transcript, spoken.turn) for spoken in part}
                asked = [q for q in quotes if (q.place.transcript, q.place.turn) in held][:peers_quotes]
                rows, absent = comparison.compare(part, asked, place / title.replace(" ", "-"), whole=whole)
                print(f"\n### {title}: {rows[0].words:,} words\n\n{comparison.markdown(rows)}\n")
                print("\n".join(f"Left out: {reason}" for reason in absent))
                result[title] = comparison.as_json(rows)
    if json_file:
        json_file.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
