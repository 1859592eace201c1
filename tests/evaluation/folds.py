"""Ways to print the same words: each kind as a function of the sentence. None changes a word; one says it twice."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.evaluation.spelling import other_spelling

Fold = Callable[[str, random.Random], str | None]

_DIGIT_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
}  # fmt: skip
_WORD_DIGITS = {digits: word for word, digits in _DIGIT_WORDS.items()}
_ALONE = r"(?<![\w.,:/$%-])({})(?![\w%:/-]|[.,]\d| (?:hundred|and a half|fold))"
_NUMBER_WORD = re.compile(_ALONE.format("|".join(_DIGIT_WORDS)))
_DIGITS = re.compile(_ALONE.format("|".join(_WORD_DIGITS)))
_THOUSANDS = re.compile(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,])")
_PERCENT = re.compile(r"(?<=\d) (percent|per cent)\b|(?<=\d)%")
_STATES = re.compile(r"\bU\.S\.(?=[ ’'])|\bUS\b|\bU\.N\.(?= )|\bU\.K\.(?= )")
_HYPHEN = re.compile(r"(?<=[a-z]{2})-(?=[a-z]{2})")
_PREFIXED = re.compile(r"\b(re|co|non|anti|multi|counter|pre|post|inter|cease)-(?=[a-z]{3})")


def case(text: str, draw: random.Random) -> str | None:
    return draw.choice((str.upper, str.lower, lambda t: t[0].lower() + t[1:]))(text)


def punctuation(text: str, draw: random.Random) -> str | None:
    """Commas gone, a mark at the end gone or exchanged, quotation marks of one kind around it."""
    plain = re.sub(r"[,;:](?=\s)", "", text).rstrip(".?!")
    before, after = draw.choice((("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("", "")))
    return f"{before}{plain}{draw.choice((',', '.', '', '!'))}{after}"


def dashes(text: str, draw: random.Random) -> str | None:
    """A comma before a clause printed as a dash, of whatever make."""
    found = list(re.finditer(r", (?=(?:and|but|so|which|because)\b)", text))
    if not found:
        return None
    at = draw.choice(found)
    return text[: at.start()] + draw.choice(("—", " — ", " – ", " -- ", "--", " - ")) + text[at.end() :]


def spelling(text: str, draw: random.Random) -> str | None:
    other = other_spelling(text)
    return other if other != text else None


def hyphens(text: str, draw: random.Random) -> str | None:
    if _PREFIXED.search(text) and draw.random() < 0.7:
        return _PREFIXED.sub(r"\1", text)
    return _HYPHEN.sub(" ", text) if _HYPHEN.search(text) else None


def initials(text: str, draw: random.Random) -> str | None:
    """U.S. for US, and the reverse."""
    other = _STATES.sub(lambda found: "U.S." if found[0] == "US" else found[0].replace(".", ""), text)
    return other if other != text else None


def number_format(text: str, draw: random.Random) -> str | None:
    makes: list[Callable[[], str]] = [
        lambda: _NUMBER_WORD.sub(lambda m: _DIGIT_WORDS[m[1]], text),
        lambda: _DIGITS.sub(lambda m: _WORD_DIGITS[m[1]], text),
        lambda: _THOUSANDS.sub(r"\1\2", text),
        lambda: _PERCENT.sub(lambda m: draw.choice(("%", " per cent", " %", " percent")), text),
    ]
    draw.shuffle(makes)
    return next((other for make in makes if (other := make()) != text), None)


def stutter(text: str, draw: random.Random) -> str | None:
    """A word or two said twice, as speech has them and print leaves them out."""
    words = list(
        re.finditer(r"(?<=[a-z] )(?:the|that|we|to|of|in|a|it is|we are|I think|they|he|she|and)(?= [a-z])", text)
    )
    if not words:
        return None
    said = draw.choice(words)
    return text[: said.end()] + draw.choice((" — ", " -- ", ", ", "—")) + text[said.start() :]


KINDS: dict[str, Fold] = {
    kind.__name__.replace("_", " "): kind
    for kind in (case, punctuation, dashes, spelling, hyphens, initials, number_format, stutter)
}
