"""Floors only rise, unless lowering is asked for, and a promise of all stays one."""

from __future__ import annotations

from tests.evaluation.scores import Score, below, raised, tally

OLD = {"placed": 0.9, "safe": 1.0}


def test_floor_rises_to_one_case_below_what_was_reached() -> None:
    assert raised(OLD, [Score("placed", 97, 100)], allow_lower=False) == {"placed": 0.96, "safe": 1.0}


def test_floor_sinks_only_on_request() -> None:
    worse = [Score("placed", 81, 100), Score("safe", 99, 100)]
    assert raised(OLD, worse, allow_lower=False) == OLD
    assert raised(OLD, worse, allow_lower=True) == {"placed": 0.8, "safe": 1.0}


def test_figure_without_floor_gets_none() -> None:
    assert raised(OLD, [Score("reported only", 5, 5)], allow_lower=True) == OLD


def test_fault_names_the_figure_and_what_was_missed() -> None:
    score = tally("placed", [(True, "a"), (False, "the one about harbours"), (True, "c")])
    fault = below(score, 0.9)
    assert fault is not None
    assert "placed: 2 of 3" in fault
    assert "the one about harbours" in fault
    assert below(score, 0.5) is None


def test_nothing_measured_is_a_fault() -> None:
    assert below(Score("placed", 0, 0), 0.0) is not None
