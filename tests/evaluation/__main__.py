"""`make evaluation`: every figure of the quality gate as Markdown, the misses behind it, and the floors to raise."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import click
import orjson

from quotes.verify import Engine
from tests.evaluation import archive, baseline, corpus, labelled, suites, table
from tests.evaluation.scores import FLOORS, Score, below, floors, raised
from tests.evaluation.suites import SEED, Judged

WITHOUT_CORPORA = ("written", "context", "articles")
SHARED = Path(__file__).resolve().parents[2] / "../shared"


@click.command()
@click.option("--seed", default=SEED, show_default=True, help="Draws quotations and sentences.")
@click.option(
    "--part", "parts", multiple=True, type=click.Choice([*WITHOUT_CORPORA, *suites.CORPORA]), help="Only these."
)
@click.option("--misses", is_flag=True, help="List what was missed.")
@click.option(
    "--baseline/--no-baseline", "with_baseline", default=True, help="BM25 with partial_ratio, for comparison."
)
@click.option("--raise", "raise_floors", is_flag=True, help="Write the floors that these results allow.")
@click.option("--allow-lower", is_flag=True, help="With --raise: lower floors too.")
def main(
    *, seed: int, parts: tuple[str, ...], misses: bool, with_baseline: bool, raise_floors: bool, allow_lower: bool
) -> None:
    """Judge the engine on the sample archive and, where ../shared is there, on the real transcripts."""
    if raise_floors and seed != SEED:
        sys.exit(f"Floors hold for the tests' own seed, {SEED}.")
    wanted = parts or (*WITHOUT_CORPORA, *suites.CORPORA)
    with tempfile.TemporaryDirectory(prefix="onrecord-evaluation-") as folder:
        scores: list[Score] = []
        compared: list[Score] = []
        print(f"{datetime.now(UTC).date()}, seed {seed}")
        if "written" in wanted:
            archive.build_sample(Path(folder) / "sample")
            with Engine.open(Path(folder) / "sample") as engine:
                scores += suites.sample(engine)
        if "context" in wanted:
            scores += suites.flags()
        if "articles" in wanted:
            scores += suites.whole_articles()
        if any(part not in WITHOUT_CORPORA for part in wanted):
            judged = judged_corpora(Path(os.environ.get("ONRECORD_EVALUATION_CACHE", f"{folder}/corpora")))
            print(f"{judged.corpus.transcripts:,} transcripts, {judged.corpus.words:,} words; 1 in 100 held out")
            for part in (part for part in suites.CORPORA if part in wanted):
                start = time.perf_counter()
                scores += suites.CORPORA[part](judged, seed)
                print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
            if with_baseline and not parts:
                (Path(folder) / "bm25").mkdir()
                compared = baseline.evaluate(judged.corpus, seed, Path(folder) / "bm25")
    pinned = floors()
    print(f"\n{table.results(scores, pinned, compared)}\n")
    if "written" in wanted:
        print(f"{table.written(scores)}\n")
    if "noised" in wanted:
        print(f"{table.noise(scores)}\n")
    if misses:
        print("\n".join(f"{score.name}: {line}" for score in scores for line in score.misses if score.name in pinned))
    if raise_floors:
        FLOORS.write_bytes(
            orjson.dumps(
                raised(pinned, scores, allow_lower=allow_lower),
                option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE,
            )
        )
    failed = [fault for score in scores if score.name in pinned and (fault := below(score, pinned[score.name]))]
    if failed:
        sys.exit("Below the floor:\n" + "\n".join(failed))


def judged_corpora(cache: Path) -> Judged:
    if not SHARED.is_dir():
        sys.exit("The real transcripts are not in ../shared; `--part written` runs without them.")
    cases = labelled.read_cases(SHARED)
    texts = corpus.load(SHARED / "corpus", frozenset(case["transcript"] for case in cases))
    data = archive.cached(cache, SHARED / "corpus", texts)
    return Judged(Engine.open(data), texts, cases, data)


if __name__ == "__main__":
    main()
