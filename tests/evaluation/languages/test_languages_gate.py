"""The quality gate in Chinese and Spanish: no figure below its floor in floors.json."""

from __future__ import annotations

import pytest

from tests.evaluation.languages.suites import PARTS, Judged
from tests.evaluation.scores import below, floors
from tests.evaluation.suites import SEED

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("part", PARTS)
def test_no_figure_falls_below_its_floor(held: Judged, part: str) -> None:
    pinned = floors()
    scores = [score for score in PARTS[part](held, SEED) if score.name in pinned]
    assert scores, "no figure of this part has a floor"
    print(f"seed {SEED}; " + "; ".join(f"{s.name}: {s.hits}/{s.total}" for s in scores))
    faults = [fault for score in scores if (fault := below(score, pinned[score.name]))]
    assert not faults, "\n".join(faults)
