"""`python -m tests.evaluation.languages`: every figure of the gate for Chinese and Spanish, the misses behind it, and
the floors to raise."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import click
import orjson

from tests.evaluation.languages.judging import LANGUAGES, judged
from tests.evaluation.languages.suites import PARTS, Judged
from tests.evaluation.scores import FLOORS, Score, below, floors, raised
from tests.evaluation.suites import SEED

SHARED: Final = Path(__file__).resolve().parents[3] / "../shared"


@click.command()
@click.option("--seed", default=SEED, show_default=True, help="Draws quotations and sentences.")
@click.option("--language", "codes", multiple=True, type=click.Choice([*LANGUAGES]), help="Only these.")
@click.option("--part", "parts", multiple=True, type=click.Choice([*PARTS]), help="Only these.")
@click.option("--misses", is_flag=True, help="List what was missed.")
@click.option("--raise", "raise_floors", is_flag=True, help="Write the floors that these results allow.")
def main(*, seed: int, codes: tuple[str, ...], parts: tuple[str, ...], misses: bool, raise_floors: bool) -> None:
    """Judge the engine on the real transcripts in Chinese and Spanish."""
    if raise_floors and seed != SEED:
        sys.exit(f"Floors hold for the tests' own seed, {SEED}.")
    if not SHARED.is_dir():
        sys.exit("The real transcripts are not in ../shared.")
    scores: list[Score] = []
    with tempfile.TemporaryDirectory(prefix="onrecord-evaluation-") as folder:
        cache = Path(os.environ.get("ONRECORD_EVALUATION_CACHE", folder))
        for code in codes or LANGUAGES:
            with judged(LANGUAGES[code], SHARED, cache) as held:
                for part in parts or PARTS:
                    scores += _judge(held, part, seed, misses=misses)
    pinned = floors()
    if raise_floors:
        new = raised(pinned, scores, allow_lower=False)
        style = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
        FLOORS.write_bytes(orjson.dumps(new, option=style))
    failed = [fault for score in scores if score.name in pinned and (fault := below(score, pinned[score.name]))]
    if failed:
        sys.exit("Below the floor:\n" + "\n".join(failed))


def _judge(held: Judged, part: str, seed: int, *, misses: bool) -> list[Score]:
    start = time.perf_counter()
    scores = PARTS[part](held, seed)
    pinned = floors()
    for score in scores:
        floor = f", floor {pinned[score.name]:.2%}" if score.name in pinned else ""
        print(f"{score.name}: {score.share:.2%} of {score.total}{floor}")
        if misses and score.name in pinned:
            print("".join(f"  {line}\n" for line in score.misses), end="")
    print(f"{held.language.code} {part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return scores


if __name__ == "__main__":
    main()
