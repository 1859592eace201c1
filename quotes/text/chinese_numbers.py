"""Amounts as Chinese writes them: 三千二百, 3.2亿, 二〇二五, 百分之五, 四分之三, 八成, figures and numerals mixed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

_DIGITS: Final = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_PLACES: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_SCALES: Final = {"万": 10**4, "亿": 10**8}
_SHARES: Final = {"百": 100, "千": 1000}
# Numerals in a row are read one by one from this length on: 二〇二五 is a year, 二三 is "two or three".
_READ_SINGLY: Final = 3

NUMERALS: Final = frozenset({*_DIGITS, *_PLACES, *_SCALES})
# What an amount may hold beside numerals: the decimal point, "parts of", "tenths".
LINKS: Final = frozenset("点分之成")


def chinese_amount(norms: Sequence[str]) -> tuple[Fraction, str] | None:
    """What folded `norms` come to, and "percent" or an empty unit; None when they are no one amount."""
    words = list(norms)
    if len(words) > 3 and words[1:3] == ["分", "之"] and words[0] in _SHARES:
        part = _value(words[3:], hundreds=True)
        return None if part is None else (part * 100 / _SHARES[words[0]], "percent")
    if "之" in words:
        at = words.index("之")
        whole, part = _value(words[: max(at - 1, 0)]), _value(words[at + 1 :])
        if words[at - 1] != "分" or not whole or part is None:
            return None
        return part / whole, ""
    unit = ""
    if len(words) > 1 and words[-1] == "percent":
        unit = "percent"
        words = words[:-1]
    tenths = len(words) > 1 and words[-1] == "成"
    value = _value(words[:-1] if tenths else words)
    if value is None:
        return None
    return (value * 10, "percent") if tenths else (value, unit)


def _value(words: Sequence[str], *, hundreds: bool = False) -> Fraction | None:
    if hundreds and list(words) == ["百"]:
        return Fraction(100)
    if "点" in words:
        return _with_decimals(words)
    if len(words) >= _READ_SINGLY and all(word in _DIGITS for word in words):
        return Fraction("".join(str(_DIGITS[word]) for word in words))
    reading = _Reading()
    return reading.value if all(map(reading.take, words)) else None


def _with_decimals(words: Sequence[str]) -> Fraction | None:
    """三点五, and 三点五亿: whole part, decimals, scales."""
    at = words.index("点")
    end = len(words)
    while end and words[end - 1] in _SCALES:
        end -= 1
    decimals = words[at + 1 : end]
    whole = _value(words[:at])
    if whole is None or not decimals or not all(word in _DIGITS for word in decimals):
        return None
    value = whole + Fraction(int("".join(str(_DIGITS[word]) for word in decimals)), 10 ** len(decimals))
    for scale in words[end:]:
        value *= _SCALES[scale]
    return value


class _Reading:
    """A number read character by character: `_total` before the last scale (万, 亿), `_section` below it, `_digit`
    waiting for its place."""

    def __init__(self) -> None:
        self._total = Fraction(0)
        self._section = Fraction(0)
        self._digit: Fraction | None = None
        self._place = 10**4
        self._last = ""

    @property
    def value(self) -> Fraction | None:
        # 三万五 is read 35,000 aloud, and 5 in writing: left alone. So is a number of which only a 零 was read.
        loose = self._digit is not None and self._last in {"百", "千", "佰", "仟", *_SCALES}
        value = self._total + self._section + (self._digit or 0)
        return None if loose or (not value and self._digit is None) else value

    def take(self, word: str) -> bool:
        """Read one character or figure; False when it cannot be part of the number."""
        if word in _PLACES:
            return self._take_place(_PLACES[word], word)
        if word in _SCALES:
            return self._take_scale(_SCALES[word], word)
        if word in {"零", "〇"} and (self._section or self._total) and self._digit is None:
            self._last = word
            return True
        digit = Fraction(_DIGITS[word]) if word in _DIGITS else _figure(word)
        if digit is None or self._digit is not None:
            return False
        self._digit = digit
        return True

    def _take_place(self, place: int, word: str) -> bool:
        if place >= self._place or (self._digit is None and (place != 10 or self._section)):
            return False
        self._section += (Fraction(1) if self._digit is None else self._digit) * place
        self._digit, self._place, self._last = None, place, word
        return True

    def _take_scale(self, scale: int, word: str) -> bool:
        section = self._section + (self._digit or 0)
        if section:
            self._total = (self._total + section) * scale if self._total < scale else self._total + section * scale
        elif self._total and self._last in _SCALES:
            self._total *= scale
        else:
            return False
        self._section, self._digit, self._place, self._last = Fraction(0), None, 10**4, word
        return True


def _figure(word: str) -> Fraction | None:
    return Fraction(word) if word.replace(".", "", 1).isdecimal() else None
