"""Amounts by what they come to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quotes.text import Quantity, fold_words, quantity

AMOUNTS = [
    ("2.7 million", Fraction(2_700_000), ""),
    ("2,700,000", Fraction(2_700_000), ""),
    ("twenty-five", Fraction(25), ""),
    ("two hundred and fifty thousand", Fraction(250_000), ""),
    ("three-quarters", Fraction(3, 4), ""),
    ("¾", Fraction(3, 4), ""),
    ("a quarter", Fraction(1, 4), ""),
    ("half", Fraction(1, 2), ""),
    ("two-thirds", Fraction(2, 3), ""),
    ("a million", Fraction(1_000_000), ""),
    ("50%", Fraction(50), "percent"),
    ("50 per cent", Fraction(50), "percent"),
    ("$5 billion", Fraction(5_000_000_000), "dollars"),
    ("five billion dollars", Fraction(5_000_000_000), "dollars"),
    ("three-quarters of a percentage point", Fraction(3, 4), "percentage points"),
    ("0.75 percentage points", Fraction(3, 4), "percentage points"),
]


@pytest.mark.parametrize(("written", "value", "unit"), AMOUNTS, ids=[written for written, *_ in AMOUNTS])
def test_amounts_are_read(written: str, value: Fraction, unit: str) -> None:
    assert quantity(fold_words(written)) == Quantity(value, unit)


@pytest.mark.parametrize("written", ["people", "5 6", "of", "percent", "50 percent dollars", "1.2.3"])
def test_what_is_no_amount_is_none(written: str) -> None:
    assert quantity(fold_words(written)) is None
