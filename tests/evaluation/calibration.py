"""Whether 0.95 means right 95 times in 100: confidence against what turned out, and fitting it anew.

    python -m tests.evaluation.calibration          the reliability table
    python -m tests.evaluation.calibration --fit    new weights for quotes/verify/confidence.py

Quotations whose occasion is known (noised, bare and with the article's date) and words that are not in the archive
(bare and claimed) together, as many of each as the gate draws. Right is the transcript they were taken from; of the
words that are not in the archive nothing is right.
"""

from __future__ import annotations

import math
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import click

from quotes.verify import Engine
from quotes.verify.confidence import WEIGHTS, confidence, terms
from quotes.verify.evidence import Surprisal
from quotes.verify.select import Selection
from tests.evaluation.corpus import Corpus
from tests.evaluation.engine import ask, day_after
from tests.evaluation.negatives import PER_LENGTH
from tests.evaluation.noise import LENGTHS
from tests.evaluation.noised import PER_CELL, draw_quotes
from tests.evaluation.placement import words
from tests.evaluation.scores import Score

if TYPE_CHECKING:
    from tests.evaluation.suites import Judged

BINS = 10
# Seeds to fit on, none of them the gate's or one that the README reports.
FITTED_ON = (7, 8, 9, 10)


@dataclass(frozen=True, slots=True)
class Asked:
    """One lookup: its confidence and whether the first match was right; `terms` are what the confidence came from."""

    confidence: float
    right: bool
    terms: tuple[float, ...] | None


def outcomes(
    engine: Engine, corpus: Corpus, seed: int, per_cell: int = PER_CELL, per_length: int = PER_LENGTH
) -> Iterator[Asked]:
    seen: list[tuple[float, ...] | None] = [None]

    def noted(selection: Selection, surprisal: Surprisal) -> float:
        seen[0] = terms(selection, surprisal)
        return confidence(selection, surprisal)

    with patch("quotes.verify.answering.confidence", noted):
        for noised in draw_quotes(corpus, seed, per_cell):
            for published in (None, day_after(noised.spoken.day)):
                answer = ask(engine, noised.quote, published=published)
                if answer is not None:
                    first = answer.matches[0].transcript_id if answer.matches else None
                    yield Asked(answer.confidence, first == noised.place.transcript, seen[0])
        for shortest, longest in LENGTHS:
            spans = corpus.spans(random.Random(f"{seed} negatives {shortest}"), shortest, longest, held_out=True)
            for _, (spoken, places) in zip(range(per_length), spans, strict=False):
                quote = spoken.text[places[0][0] : places[-1][1]]
                if len(words(quote)) < shortest:
                    continue
                for claim in ({}, {"published": day_after(spoken.day), "speaker": spoken.label}):
                    answer = ask(engine, quote, **claim)
                    if answer is not None:
                        yield Asked(answer.confidence, False, seen[0])


def reliability(asked: Sequence[Asked]) -> list[tuple[int, float, float]]:
    """By tenth of confidence: how many, their mean confidence, and the share that was right."""
    rows = []
    for place in range(BINS):
        within = [one for one in asked if min(int(one.confidence * BINS), BINS - 1) == place]
        if within:
            mean = sum(one.confidence for one in within) / len(within)
            rows.append((len(within), mean, sum(one.right for one in within) / len(within)))
    return rows


def error(asked: Sequence[Asked]) -> float:
    """The expected calibration error: how far confidence is from the share that was right, tenth by tenth, weighed by
    how many there are."""
    return sum(count * abs(mean - right) for count, mean, right in reliability(asked)) / len(asked)


def evaluate(engine: Engine, corpus: Corpus, seed: int) -> list[Score]:
    asked = list(outcomes(engine, corpus, seed))
    misses = tuple(f"of {count} at {mean:.2f}, {right:.2f} are right" for count, mean, right in reliability(asked))
    hits = math.floor((1 - error(asked)) * 10_000)
    return [Score("confidence is right, less the calibration error", hits, 10_000, misses)]


def fit(asked: Sequence[Asked], rounds: int = 25, ridge: float = 0.01) -> tuple[float, ...]:
    """The weights of the likeliest logistic model, by Newton's method."""
    found = [one for one in asked if one.terms is not None]
    weights = [0.0] * len(WEIGHTS)
    for _ in range(rounds):
        slope = [-ridge * weight for weight in weights]
        curve = [[ridge * (row == column) for column in range(len(weights))] for row in range(len(weights))]
        for one in found:
            assert one.terms is not None
            odds = sum(weight * term for weight, term in zip(weights, one.terms, strict=True))
            chance = 1 / (1 + math.exp(-odds))
            for row, term in enumerate(one.terms):
                if not term:
                    continue
                slope[row] += term * (one.right - chance)
                for column, other in enumerate(one.terms):
                    curve[row][column] += term * other * chance * (1 - chance)
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return tuple(round(weight, 3) for weight in weights)


def _solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """By Gauss and Jordan; the matrix is symmetric and positive, so no pivot is zero."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for place, row in enumerate(rows):
        pivot = row[place]
        row[:] = [entry / pivot for entry in row]
        for other in rows:
            if other is not row and other[place]:
                factor = other[place]
                other[:] = [entry - factor * own for entry, own in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


@click.command()
@click.option("--seed", "seeds", multiple=True, type=int, help="Draws the quotations; the gate's own by default.")
@click.option("--fit", "fitting", is_flag=True, help="Print weights fitted on seeds that the gate does not draw from.")
def main(seeds: tuple[int, ...], fitting: bool) -> None:
    """Judge the calibration of the confidence on the real transcripts in ../shared."""
    from tests.evaluation.__main__ import judged_corpora  # noqa: PLC0415
    from tests.evaluation.suites import SEED  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="onrecord-evaluation-") as folder:
        judged = judged_corpora(Path(os.environ.get("ONRECORD_EVALUATION_CACHE", folder)))
        _report(judged, seeds or (SEED,), fitting)


def _report(judged: Judged, seeds: Sequence[int], fitting: bool) -> None:
    if fitting:
        drawn = [one for seed in FITTED_ON for one in outcomes(judged.engine, judged.corpus, seed)]
        print(f"WEIGHTS: Final = {fit(drawn)}")
        return
    for seed in seeds:
        asked = list(outcomes(judged.engine, judged.corpus, seed))
        print(f"seed {seed}: {len(asked):,} lookups, calibration error {error(asked):.4f}\n")
        print("| confidence | lookups | mean | right |\n| --- | ---: | ---: | ---: |")
        for count, mean, right in reliability(asked):
            print(f"| {int(mean * BINS) / BINS:.1f} | {count:,} | {mean:.3f} | {right:.3f} |")


if __name__ == "__main__":
    main()
