"""The quality gate: no figure below its floor in floors.json. Floors rise with `python -m tests.evaluation --raise`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from quotes.verify import Engine
from tests.evaluation import suites, written
from tests.evaluation.scores import Score, below, floors
from tests.evaluation.suites import SEED, Judged

pytestmark = pytest.mark.timeout(600)


def _judge(scores: Iterable[Score]) -> None:
    pinned = floors()
    scores = [score for score in scores if score.name in pinned]
    assert scores, "no figure of this part has a floor"
    print(f"seed {SEED}; " + "; ".join(f"{s.name}: {s.hits}/{s.total}" for s in scores))
    faults = [fault for score in scores if (fault := below(score, pinned[score.name]))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("part", suites.CORPORA)
def test_no_figure_falls_below_its_floor(judged: Judged, part: str) -> None:
    _judge(suites.CORPORA[part](judged, SEED))


def test_no_context_flag_falls_below_its_floor() -> None:
    _judge(suites.flags())


def test_no_reading_of_articles_falls_below_its_floor() -> None:
    _judge(suites.whole_articles())


@pytest.mark.parametrize("case", written.read_cases(), ids=lambda case: case["id"])
def test_written_case_is_answered_as_expected(sample_engine: Engine, case: written.Case) -> None:
    answer = sample_engine.lookup(written.inquiry(case))
    assert written.faults(answer, case["expect"]) == [], f"{case['why']} Answered: {answer.finding}"
