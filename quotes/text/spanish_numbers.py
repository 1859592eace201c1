"""Amounts as Spanish writes them: treinta y cinco, 2 mil 500 millones, 100 por ciento, 20 pesos con 54 centavos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

_SINGLE: Final = {
    word: value
    for value, word in enumerate(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
        "veintiocho veintinueve".split()
    )
} | {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21}
_TENS: Final = dict(
    zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True)
)
_HUNDREDS: Final = {"cien": 100, "ciento": 100} | {
    stem + ending: value
    for value, stem in zip(
        range(200, 1000, 100),
        "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".split(),
        strict=True,
    )
    for ending in ("os", "as")
}
NUMBERS: Final = _SINGLE | _TENS | _HUNDREDS
_SCALES: Final = {"millon": 10**6, "millones": 10**6, "billon": 10**12, "billones": 10**12}
_UNITS: Final = {
    "peso": "pesos", "pesos": "pesos", "dolar": "dollars", "dolares": "dollars", "dollars": "dollars", "euro": "euros",
    "euros": "euros", "percent": "percent",
}  # fmt: skip
_CENTS: Final = frozenset({"centavo", "centavos", "centimo", "centimos"})
# What an amount may hold beside figures and number words.
LINKS: Final = frozenset({"mil", *_SCALES, *_UNITS, "por", "ciento", "con", *_CENTS, "de", "y"})

_GROUPED_BY_DOTS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def without_dots(norm: str) -> str:
    """A figure grouped by dots, as most of the Spanish-speaking world has it, written with none: 1.234,5 is 1234.5."""
    return norm.replace(".", "").replace(",", ".") if _GROUPED_BY_DOTS.fullmatch(norm) else norm


def spanish_amount(norms: Sequence[str]) -> tuple[Fraction, str] | None:
    """What folded `norms` come to, and of what; None when they are no one amount."""
    words, unit = list(norms), ""
    cents: Fraction | None = None
    if "con" in words:
        at = words.index("con")
        tail = words[at + 1 :]
        if tail and tail[-1] in _CENTS:
            tail = tail[:-1]
        cents = _number(tail)
        words = words[:at]
        if cents is None or not 0 < cents < 100 or not words or words[-1] not in _UNITS:
            return None
    if len(words) > 2 and words[-2:] == ["por", "ciento"]:
        words, unit = words[:-2], "percent"
    elif len(words) > 1 and words[-1] in _UNITS:
        unit = _UNITS[words[-1]]
        words = words[:-1]
        if words[-1] == "de":
            words = words[:-1]
    value = _number(words)
    if value is None:
        return None
    return value + Fraction(cents or 0) / 100, unit


def _number(words: Sequence[str]) -> Fraction | None:
    """The scales end a group: (2 mil 500) millones (300 mil)."""
    total, group, current = Fraction(0), Fraction(0), Fraction(0)
    read = False
    for place, word in enumerate(words):
        if word == "y":
            following = words[place + 1] if place + 1 < len(words) else ""
            if not current or current % 10 or not 0 < NUMBERS.get(following, 0) < 10:
                return None
            continue
        if word == "mil":
            group += (current if read and current else Fraction(1)) * 1000
            current = Fraction(0)
        elif word in _SCALES:
            if not read:
                return None
            total += (group + current) * _SCALES[word]
            group = current = Fraction(0)
        else:
            number = Fraction(NUMBERS[word]) if word in NUMBERS else _figure(word)
            if number is None or (current and not _goes_on(current, number)):
                return None
            current += number
        read = True
    return total + group + current if read else None


def _goes_on(current: Fraction, number: Fraction) -> bool:
    if current.denominator > 1 or number.denominator > 1:
        return False
    return (current % 100 == 0 and number < 100) or (current % 10 == 0 and number < 10)


def _figure(word: str) -> Fraction | None:
    return Fraction(word) if word.replace(".", "", 1).isdecimal() else None
