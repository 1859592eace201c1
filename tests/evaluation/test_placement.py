"""What counts as the same words, told without the engine."""

from __future__ import annotations

import pytest

from tests.evaluation.placement import stands_in


@pytest.mark.parametrize(
    ("quote", "text", "stands"),
    [
        ("“On the Field!”", "they need on the field.", True),
        ("need on the field", "they need on the — on the field", True),
        ("on the on the field", "they need on the — on the field", True),
        ("it’s done", "It's done, he said.", True),
        ("We are not done", "we aren't done", True),
        ("We are done", "we aren't done", False),
        ("on field", "on the field", False),
        ("the field on", "on the field", False),
        ("is not done", "is done", False),
        ("eld", "on the field", False),
    ],
)
def test_same_words_in_the_same_order(quote: str, text: str, stands: bool) -> None:
    assert stands_in(quote, text) is stands
