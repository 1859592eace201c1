"""Amounts as Chinese and Spanish write them, by what they come to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quotes.text import Quantity, fold_words, quantity, same_amounts, same_unit

CHINESE = [
    ("三千二百", Fraction(3200), ""),
    ("3千", Fraction(3000), ""),
    ("一百零五", Fraction(105), ""),
    ("十八", Fraction(18), ""),
    ("两万", Fraction(20_000), ""),
    ("二〇二五", Fraction(2025), ""),
    ("二零二五", Fraction(2025), ""),
    ("3.2亿", Fraction(320_000_000), ""),
    ("三点二亿", Fraction(320_000_000), ""),
    ("3亿2000万", Fraction(320_000_000), ""),
    ("2万亿", Fraction(2 * 10**12), ""),
    ("壹佰贰拾", Fraction(120), ""),
    ("百分之五", Fraction(5), "percent"),
    ("百分之零点五", Fraction(1, 2), "percent"),
    ("百分之百", Fraction(100), "percent"),
    ("千分之五", Fraction(1, 2), "percent"),
    ("9.9％", Fraction(99, 10), "percent"),
    ("９．９％", Fraction(99, 10), "percent"),
    ("八成", Fraction(80), "percent"),
    ("四分之三", Fraction(3, 4), ""),
]
SPANISH = [
    ("treinta y cinco", Fraction(35), ""),
    ("ciento veinte", Fraction(120), ""),
    ("dos mil veinticuatro", Fraction(2024), ""),
    ("2 mil 500 millones", Fraction(2_500_000_000), ""),
    ("cinco mil", Fraction(5000), ""),
    ("5,8 millones", Fraction(5_800_000), ""),
    ("100 por ciento", Fraction(100), "percent"),
    ("35 millones de pesos", Fraction(35_000_000), "pesos"),
    ("20 pesos con 54 centavos", Fraction(2054, 100), "pesos"),
    ("20.54 pesos", Fraction(2054, 100), "pesos"),
]


@pytest.mark.parametrize(("written", "value", "unit"), CHINESE + SPANISH, ids=[row[0] for row in CHINESE + SPANISH])
def test_amounts_are_read(written: str, value: Fraction, unit: str) -> None:
    assert quantity(fold_words(written)) == Quantity(value, unit)


@pytest.mark.parametrize(
    "written", ["二三", "三万五", "百", "千万", "点五", "三分之", "五五", "treinta y", "y cinco", "pesos"]
)
def test_what_can_be_read_two_ways_or_none_is_no_amount(written: str) -> None:
    assert quantity(fold_words(written)) is None


def test_dots_group_thousands_where_they_are_told_to() -> None:
    assert quantity(["1.234,5"], dots_group=True) == Quantity(Fraction(12345, 10), "")
    assert quantity(["1.234"], dots_group=True) == Quantity(Fraction(1234), "")
    assert quantity(["0.125"], dots_group=True) == quantity(["0.125"]) == Quantity(Fraction(1, 8), "")
    assert quantity(["1.234"]) == Quantity(Fraction(1234, 1000), "")


def test_lists_of_figures_are_compared_one_by_one() -> None:
    assert same_amounts(["2", "3"], ["dos", "tres"])
    assert not same_amounts(["2", "3"], ["dos", "cuatro"])
    assert not same_amounts(["perro", "gato"], ["perro", "gato"])


def test_a_unit_written_apart_is_the_same() -> None:
    assert same_unit(["percent"], ["por", "ciento"])
    assert not same_unit(["percent"], ["por", "mil"])
