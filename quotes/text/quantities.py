"""Amounts compared by what they come to: "2.7 million" is "2,700,000", "three-quarters" is "¾" is "0.75"; in Spanish
and Chinese as in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from quotes.text import chinese_numbers, spanish_numbers
from quotes.text.chinese_numbers import chinese_amount
from quotes.text.spanish_numbers import spanish_amount, without_dots

_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mil": 10**3}
_PARTS: Final = {
    "half": Fraction(1, 2), "halves": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "4th": Fraction(1, 4), "4ths": Fraction(1, 4), "fourths": Fraction(1, 4),
    "3rd": Fraction(1, 3), "third": Fraction(1, 3), "thirds": Fraction(1, 3), "5th": Fraction(1, 5),
    "fifths": Fraction(1, 5), "8th": Fraction(1, 8), "eighths": Fraction(1, 8), "10th": Fraction(1, 10),
    "tenths": Fraction(1, 10),
}  # fmt: skip
_UNITS: Final = {
    "percent": "percent", "dollars": "dollars", "dollar": "dollars", "euros": "euros", "euro": "euros",
    "pounds": "pounds", "pound": "pounds", "yuan": "yuan",
}  # fmt: skip
_LINKS: Final = frozenset({"a", "an", "and", "of", "per", "cent", "percentage", "point", "points", "hundred"})
_WRITTEN_APART: Final = dict.fromkeys(("percent", "per cent", "por ciento", "porciento"), "percent")
_CHINESE: Final = chinese_numbers.NUMERALS
_NUMERIC: Final = frozenset(
    {*_SCALES, *_PARTS, *_UNITS, *_LINKS, *_CHINESE, *chinese_numbers.LINKS}
    | {*spanish_numbers.NUMBERS, *spanish_numbers.LINKS}
)
# 5,8 and 12,75; 1,250 is grouped.
_DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount and what it is an amount of; `unit` is empty for a bare number."""

    value: Fraction
    unit: str


def is_numeric(norm: str) -> bool:
    """Whether a folded word can be part of a written amount."""
    return norm[0].isdigit() or norm in _NUMERIC


def quantity(norms: Sequence[str], *, dots_group: bool = False) -> Quantity | None:
    """What a run of folded words comes to when the whole of it is one amount; None otherwise. With `dots_group` 1.234
    is read as Spanish has it, more than a thousand."""
    words = [without_dots(norm) for norm in norms] if dots_group else list(norms)
    words = [word.replace(",", ".") if _DECIMAL_COMMA.fullmatch(word) else word for word in words]
    if not _CHINESE.isdisjoint(words):
        return _of(chinese_amount(words))
    return _english(words) or _of(spanish_amount(words))


def same_amounts(printed: Sequence[str], recorded: Sequence[str], *, dots_group: bool = False) -> bool:
    """Whether two runs of folded words come to the same, each as one amount or both as a list of figures ("dos, tres"
    and "2, 3")."""
    amount = quantity(printed, dots_group=dots_group)
    if amount is not None or len(printed) != len(recorded):
        return amount is not None and amount == quantity(recorded, dots_group=dots_group)
    pairs = [(quantity([one]), quantity([other])) for one, other in zip(printed, recorded, strict=True)]
    return len(pairs) > 1 and all(one is not None and one == other for one, other in pairs)


def same_unit(printed: Sequence[str], recorded: Sequence[str]) -> bool:
    """Whether two runs of folded words are one unit, written as one word or as two."""
    return _WRITTEN_APART.get(" ".join(printed), printed) == _WRITTEN_APART.get(" ".join(recorded), recorded)


def _of(read: tuple[Fraction, str] | None) -> Quantity | None:
    return None if read is None else Quantity(*read)


def _english(words: Sequence[str]) -> Quantity | None:
    amount = _Amount()
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if not amount.take(word, words[:place], following):
            return None
    return amount.reading


class _Amount:
    """An amount read word by word. `_total` holds what stands before the last scale ("2 million"), `_current` the
    number being read, `_whole` the whole part of a mixed one ("3½")."""

    def __init__(self) -> None:
        self._total = Fraction(0)
        self._current: Fraction | None = None
        self._whole = Fraction(0)
        self._unit = ""

    @property
    def reading(self) -> Quantity | None:
        if self._current is None and not self._total:
            return None
        return Quantity(self._total + (self._current or 0), self._unit)

    def take(self, word: str, before: Sequence[str], following: str) -> bool:
        """Read `word`; False when it cannot be part of the amount."""
        number = _number(word)
        if number is not None:
            return self._take_number(number, following)
        if word in _PARTS:
            self._current = self._whole + self._one() * _PARTS[word]
            self._whole = Fraction(0)
            return True
        if word in _SCALES:
            self._total += self._one() * _SCALES[word]
            self._current = None
            return True
        if word == "hundred" and self._current is not None:
            self._current *= 100
            return True
        if unit := _unit(word, before):
            agrees = self._unit in {"", unit}
            self._unit = unit
            return agrees
        if word in {"a", "an"} and following:
            return self._take_article(following)
        return word in {"and", "of", "per", "percentage"} and bool(following)

    def _one(self) -> Fraction:
        return Fraction(1) if self._current is None else self._current

    def _take_number(self, number: Fraction, following: str) -> bool:
        current = self._current
        if current is None:
            self._current = number
        elif not self._whole and following in _PARTS:
            self._whole, self._current = current, number
        elif _follows(current, number):
            self._current = current + number
        else:
            return False
        return True

    def _take_article(self, following: str) -> bool:
        if following in _PARTS and self._current is not None and not self._whole:  # three and a half
            self._whole, self._current = self._current, Fraction(1)
        elif self._current is None and not self._unit and (following in _PARTS or following in {*_SCALES, "hundred"}):
            self._current = Fraction(1)
        return True


def _unit(word: str, before: Sequence[str]) -> str:
    if word in {"point", "points"} and "percentage" in before:
        return "percentage points"
    if word == "cent" and before and before[-1] == "per":
        return "percent"
    return _UNITS.get(word, "")


def _follows(current: Fraction, number: Fraction) -> bool:
    """Whether a number goes on after another in words: twenty five, two hundred fifty."""
    if current >= 100:
        return current % 100 == 0 and number < 100
    return current % 10 == 0 and 0 < number < 10


def _number(word: str) -> Fraction | None:
    plain = word.replace(",", "")
    if not plain.replace(".", "", 1).isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    return Fraction(plain)
