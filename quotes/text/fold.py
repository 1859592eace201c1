"""What a printed word is compared by.

Folding removes presentation and nothing else: case, accents, full-width and ligature forms, British or American
spelling, simplified or traditional characters, figures or words for small numbers, `%` or percent. A contraction is
written out, so that "don't" and "do not" share their tokens; that it was one stays visible in `Tokens.contracted`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from quotes.text.scripts import character_key, is_unspaced
from quotes.text.spelling import american

APOSTROPHES: Final = "'’‘ʼ`´＇"
# Characters that may stand inside a word without being seen: soft hyphen, zero-width space and joiners, BOM.
INVISIBLE: Final = "\u00ad\u200b-\u200d\u2060\ufeff"

_STRIP: Final = re.compile(f"[{INVISIBLE}]")
_APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+|st|nd|rd|th)?")

_SYMBOLS: Final = {
    "%": "percent", "‰": "permille", "&": "and", "$": "dollars", "€": "euros", "£": "pounds", "¥": "yuan",
    "½": "1 half", "¼": "1 quarter", "¾": "3 quarters", "⅓": "1 3rd", "⅔": "2 thirds", "⅕": "1 5th",
    "⅛": "1 8th", "⅜": "3 eighths", "⅝": "5 eighths", "⅞": "7 eighths",
}  # fmt: skip
_NUMBERS: Final = {
    word: figure
    for figure, words in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    for word in (words,)
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS: Final = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)
_WHOLE_CONTRACTIONS: Final = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "y'all": "you all", "let's": "let us",
}  # fmt: skip
_ENDINGS: Final = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"))


def fold(surface: str) -> tuple[tuple[str, ...], bool]:
    """The norms that `surface`, one piece cut out by the tokeniser, is compared by, and whether they write out a
    contraction. One norm but for contractions, possessives and fractions; never empty."""
    if symbol := _SYMBOLS.get(surface):
        return tuple(symbol.split()), False
    word = unicodedata.normalize("NFKC", _STRIP.sub("", surface))
    word = _APOSTROPHE.sub("'", word.casefold())
    if symbol := _SYMBOLS.get(word):
        return tuple(symbol.split()), False
    if is_unspaced(word):
        return (character_key(word),), False
    word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if not word:
        return (surface,), False
    if word[0].isdigit():
        return (word.replace(",", "") if _GROUPED.fullmatch(word) else word,), False
    word = word.replace(".", "")
    if word in _NUMBERS:
        return (str(_NUMBERS[word]),), False
    if word in _ORDINALS:
        return (_ORDINALS[word],), False
    if word == "cannot":
        return ("can", "not"), False
    if "'" in word or word in _WHOLE_CONTRACTIONS:
        return _fold_apostrophe(word)
    return (american(word),), False


def _fold_apostrophe(word: str) -> tuple[tuple[str, ...], bool]:
    if whole := _WHOLE_CONTRACTIONS.get(word):
        return tuple(whole.split()), True
    for ending, full in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return (american(word[: -len(ending)]), full), True
    if word.endswith("'s") and word[:-2] in _BEFORE_IS:
        return (american(word[:-2]), "is"), True
    for ending in ("'s", "'d"):
        if word.endswith(ending) and len(word) > 2:
            return (american(word[:-2].replace("'", "")), ending), ending == "'d"
    return (american(word.replace("'", "")),), False


# After these, 's is a verb, "is" oftener than "has"; after any other word it is taken for a possessive.
_BEFORE_IS: Final = frozenset(
    "it he she that there here what who where when how this everyone everybody nobody let one".split()
)
