"""The calibration error, and the fit that makes it small."""

from __future__ import annotations

import math
import random

import pytest

from quotes.verify.confidence import WEIGHTS
from tests.evaluation.calibration import Asked, error, fit, reliability


def test_the_error_is_how_far_confidence_is_from_what_turned_out() -> None:
    sure = [Asked(0.9, True, None)] * 9 + [Asked(0.9, False, None)]
    assert error(sure) == pytest.approx(0.0)
    assert error([*sure, *[Asked(0.3, True, None)] * 10]) == pytest.approx(0.35)


def test_confidence_1_belongs_to_the_last_tenth() -> None:
    assert reliability([Asked(1.0, True, None), Asked(0.95, True, None)]) == [(2, 0.975, 1.0)]


def test_the_fit_finds_the_weights_that_outcomes_were_drawn_by() -> None:
    draw = random.Random(5)
    weights = (-1.0, 2.0, *[0.0] * (len(WEIGHTS) - 2))
    asked = []
    for _ in range(4000):
        terms = (1.0, draw.uniform(-2, 2), *[float(draw.random() < 0.5) for _ in WEIGHTS[2:]])
        chance = 1 / (1 + math.exp(-sum(weight * term for weight, term in zip(weights, terms, strict=True))))
        asked.append(Asked(0.0, draw.random() < chance, terms))
    found = fit(asked, rounds=10)
    assert found[:2] == pytest.approx((-1.0, 2.0), abs=0.25)
    assert found[2:] == pytest.approx([0.0] * (len(WEIGHTS) - 2), abs=0.25)
