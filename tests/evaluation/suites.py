"""The parts of the quality gate, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quotes.verify import Engine
from tests.evaluation import (
    articles,
    calibration,
    context,
    labelled,
    negatives,
    noised,
    pages,
    rearranged,
    rewritten,
    written,
)
from tests.evaluation.corpus import Corpus
from tests.evaluation.labelled import Case
from tests.evaluation.scores import Score

SEED = 20251013


@dataclass(frozen=True, slots=True)
class Judged:
    """An engine on the English sets, what they hold, and the labelled quotations from them."""

    engine: Engine
    corpus: Corpus
    cases: list[Case]
    data: Path


Suite = Callable[[Judged, int], list[Score]]

CORPORA: dict[str, Suite] = {
    "labelled": lambda judged, seed: labelled.evaluate(judged.engine, judged.corpus, judged.cases),
    "labelled pages": lambda judged, seed: pages.evaluate_labelled(judged.engine, judged.cases),
    "drawn pages": lambda judged, seed: pages.evaluate_drawn(judged.engine, judged.corpus, seed),
    "noised": lambda judged, seed: noised.evaluate(judged.engine, judged.corpus, seed),
    "flips": lambda judged, seed: rewritten.evaluate_flips(judged.engine, judged.corpus, seed),
    "folds": lambda judged, seed: rewritten.evaluate_folds(judged.engine, judged.corpus, seed),
    "rearranged": lambda judged, seed: rearranged.evaluate(judged.engine, judged.corpus, seed),
    "held out": lambda judged, seed: negatives.evaluate_held_out(judged.engine, judged.corpus, seed),
    "calibration": lambda judged, seed: calibration.evaluate(judged.engine, judged.corpus, seed),
    "repeated": lambda judged, seed: negatives.evaluate_repeated(judged.engine, judged.corpus, seed),
}


def flags() -> list[Score]:
    return context.evaluate(context.read_cases())


def whole_articles() -> list[Score]:
    return articles.evaluate()


def sample(engine: Engine) -> list[Score]:
    return written.evaluate(engine, written.read_cases())
