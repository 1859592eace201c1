"""Ways to print the same Spanish words: other marks, accents left off, other forms of numbers. None changes a word."""

from __future__ import annotations

import random
import re
import unicodedata

from tests.evaluation.languages.language import Rewrite

_DIGIT_WORDS = {
    "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
    "diez": "10",
    "once": "11", "doce": "12", "quince": "15", "veinte": "20", "treinta": "30", "cuarenta": "40", "cincuenta": "50",
}  # fmt: skip
_WORD_DIGITS = {digits: word for word, digits in _DIGIT_WORDS.items()}
_ALONE = r"(?<![\w.,:/$%-])(?<! y )({})(?![\w%:/-]|[.,]\d| (?:y|mil|millon|cient|con|punto))"
_NUMBER_WORD = re.compile(_ALONE.format("|".join(_DIGIT_WORDS)))
_FIGURE = re.compile(_ALONE.format("|".join(_WORD_DIGITS)))
_SCALED = re.compile(r"(?<![\w.,:/$-])(\d{1,3}) (mil|millones)(?! (?:\d|millones))(?=[\s,.])")
_THOUSANDS = re.compile(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,.])")
_DECIMAL = re.compile(r"(?<![\w.,])(\d{1,3})\.(\d{1,2})(?![\w.,])(?! (?:horas|de la))")
_PERCENT = re.compile(r"(?<=\d) por ciento\b|(?<=\d) ?%")
_CENTS = re.compile(r"(?<![\w.,])(\d+) pesos con (\d{2})(?: centavos)?(?![\w.,])")


def case(text: str, draw: random.Random) -> str | None:
    return draw.choice((str.upper, str.lower, lambda t: t[0].lower() + t[1:]))(text)


def punctuation(text: str, draw: random.Random) -> str | None:
    """Commas and opening marks gone, the mark at the end gone or exchanged, quotation marks of one kind around it."""
    plain = re.sub(r"[,;:](?=\s)|[¿¡]", "", text).rstrip(".?!")
    before, after = draw.choice((("«", "»"), ("“", "”"), ('"', '"'), ("‘", "’"), ("", "")))
    return f"{before}{plain}{draw.choice((',', '.', '', '!'))}{after}"


def dashes(text: str, draw: random.Random) -> str | None:
    found = list(re.finditer(r", (?=(?:y|pero|que|porque|o)\b)", text))
    if not found:
        return None
    at = draw.choice(found)
    return text[: at.start()] + draw.choice(("—", " — ", " –", " -- ", " - ")) + text[at.end() :]


def accents(text: str, draw: random.Random) -> str | None:
    """Left off, as headlines and old systems have it, or written as letters with combining marks."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return draw.choice((bare, decomposed)) if bare != text else None


def number_format(text: str, draw: random.Random) -> str | None:
    makes = [
        lambda: _NUMBER_WORD.sub(lambda m: _DIGIT_WORDS[m[1]], text),
        lambda: _FIGURE.sub(lambda m: _WORD_DIGITS[m[1]], text),
        lambda: _THOUSANDS.sub(draw.choice((r"\1.\2", r"\1 \2", r"\1\2", r"\1 mil \2")), text),
        lambda: _SCALED.sub(lambda m: m[1] + (",000" if m[2] == "mil" else ",000,000"), text),
        lambda: _DECIMAL.sub(r"\1,\2", text),
        lambda: _PERCENT.sub(lambda m: draw.choice(("%", " por ciento", " %", " porciento")), text),
        lambda: _CENTS.sub(r"\1.\2 pesos", text),
    ]
    draw.shuffle(makes)
    return next((other for make in makes if (other := make()) != text), None)


KINDS: dict[str, Rewrite] = {
    kind.__name__.replace("_", " "): kind for kind in (case, punctuation, dashes, accents, number_format)
}
