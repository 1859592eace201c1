"""The labelled set of context flags is large enough, and has enough cues that govern nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from quotes.model import FlagName
from tests.evaluation.context import read_cases

LEAST = 25
LEAST_NEGATIVE = 0.4


@pytest.mark.parametrize("name", FlagName)
def test_each_flag_has_cases_in_both_directions(name: FlagName) -> None:
    cases = [case for case in read_cases() if case["flag"] == name]
    negative = [case for case in cases if name not in case["expect"]]
    assert len(cases) >= LEAST
    assert len(negative) >= LEAST_NEGATIVE * len(cases)


def test_cases_are_well_formed() -> None:
    for case in read_cases():
        assert case.keys() <= {"id", "flag", "text", "question", "expect"}
        assert case["text"].count("⟦") == case["text"].count("⟧") == 1
        assert {case["flag"], *case["expect"]} <= set(FlagName)
    assert max(Counter(case["id"] for case in read_cases()).values()) == 1
