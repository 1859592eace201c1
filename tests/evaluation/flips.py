"""One small change that turns what was said: each kind of flip as a function of the sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Flip = Callable[[str, random.Random], str | None]

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty")
_NUMBER_WORD = re.compile(rf"(?<![-\w.])({'|'.join(_NUMBERS)})(?![-\w])")
_DIGITS = re.compile(r"(?<![\w.,/:-])(\d{1,4})(?![\w,/:-]|\.\d)")
_NAMES = (
    "Iran", "Iraq", "Russia", "China", "Syria", "Israel", "Ukraine", "Afghanistan", "Pakistan", "Libya", "Egypt",
    "Germany", "France", "Mexico", "Canada", "Turkey", "Yemen", "Cuba", "Congress", "Ohio", "Texas", "Michigan",
    "Obama", "Biden", "Trump", "Clinton", "Romney", "Putin", "Netanyahu", "Kerry", "Powell", "Blinken", "Boehner",
)  # fmt: skip
_NAME = re.compile(rf"(?<=[a-z,] )({'|'.join(_NAMES)})(?=[\s,.;:?!])")
_MODALS = {
    "will": ("may", "could", "must"), "would": ("will", "could"), "can": ("must", "should"), "could": ("will", "must"),
    "should": ("may", "could"), "must": ("may", "should"), "might": ("will", "must"), "may": ("will", "must"),
}  # fmt: skip
_MODAL = re.compile(rf"(?<=[a-z] )({'|'.join(_MODALS)})(?= (?!not\b)[a-z])")
_QUANTIFIERS = {
    "all": ("some", "most"), "every": ("nearly every",), "many": ("few", "most"), "most": ("some", "all"),
    "some": ("all", "most"), "always": ("sometimes", "often"), "never": ("sometimes", "rarely"),
    "everybody": ("somebody",), "everyone": ("someone",), "few": ("many",), "both": ("neither",), "each": ("neither",),
    "several": ("all", "many"),
}  # fmt: skip
_QUANTIFIER = re.compile(
    rf"(?<=[a-z,] )(?<!at )(?<!after )(?<!of )(?<!nearly )({'|'.join(_QUANTIFIERS)})(?= (?!right\b)[a-z])"
)
_PREPOSITIONS = {
    "for": ("against", "from"), "against": ("for",), "with": ("without", "against"), "without": ("with",),
    "from": ("to", "for"), "before": ("after",), "after": ("before",), "under": ("over",), "over": ("under",),
    "by": ("with", "for"), "above": ("below",), "below": ("above",), "during": ("before", "after"),
}  # fmt: skip
# Not those that belong to a verb or a phrase and turn it into no English at all ("look over", "under way").
_PREPOSITION = re.compile(
    rf"(?<=[a-z] )({'|'.join(_PREPOSITIONS)})(?= (?:the|our|their|his|its|any|all|American|those) )"
)
_AUXILIARY = re.compile(
    r"(?<=[a-z] )(is|are|was|were|will|would|can|could|should|must)"
    r"(?= (?!not\b|no\b|never\b|nothing\b|neither\b)[a-z])"
)
_NOT = re.compile(r"(?<!or) not(?= [a-z])(?! only\b)")
_SHORT_NOT = re.compile(r"\b(is|are|was|were|does|do|did|has|have|had|would|could|should)n['’]t(?= [a-z])")


def _replaced(text: str, found: re.Match[str], with_: str) -> str:
    return text[: found.start()] + with_ + text[found.end() :]


def _pick(pattern: re.Pattern[str], text: str, draw: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return draw.choice(found) if found else None


def negation_inserted(text: str, draw: random.Random) -> str | None:
    found = _pick(_AUXILIARY, text, draw)
    return _replaced(text, found, f"{found[0]} not") if found else None


def negation_removed(text: str, draw: random.Random) -> str | None:
    if found := _pick(_SHORT_NOT, text, draw):
        return _replaced(text, found, found[1])
    found = _pick(_NOT, text, draw)
    return _replaced(text, found, "") if found else None


def number_changed(text: str, draw: random.Random) -> str | None:
    if found := _pick(_DIGITS, text, draw):
        return _replaced(text, found, str(int(found[0]) + draw.randint(1, 9)))
    found = _pick(_NUMBER_WORD, text, draw)
    return _replaced(text, found, draw.choice([n for n in _NUMBERS if n != found[0]])) if found else None


def name_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_NAME, text, draw)
    return _replaced(text, found, draw.choice([n for n in _NAMES if n != found[0]])) if found else None


def modal_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_MODAL, text, draw)
    return _replaced(text, found, draw.choice(_MODALS[found[0]])) if found else None


def quantifier_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_QUANTIFIER, text, draw)
    return _replaced(text, found, draw.choice(_QUANTIFIERS[found[0]])) if found else None


def preposition_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_PREPOSITION, text, draw)
    return _replaced(text, found, draw.choice(_PREPOSITIONS[found[0]])) if found else None


KINDS: dict[str, Flip] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        negation_inserted,
        negation_removed,
        number_changed,
        name_changed,
        modal_changed,
        quantifier_changed,
        preposition_changed,
    )
}
