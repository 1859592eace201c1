"""What happens to words on their way into an article: each kind as a function of the printed words.

A kind takes the words of a stretch of the record (as printed, punctuation and all) and gives the quotation, or None
where it has nothing to work on.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.evaluation.spelling import other_spelling

Noise = Callable[[list[str], random.Random], str | None]

_LEADING = frozenset({"and", "but", "so", "well", "now", "look"})
_SMALL = frozenset({"a", "an", "the", "that"})
_COMMON = ("policy", "country", "work", "people", "important", "question", "support", "today", "great", "continue")
_PRONOUN = re.compile(r"^(he|she|they|him|her|them|it|we|us)([,.;:?!]*)$", re.IGNORECASE)
_LETTERS = re.compile(r"^\W*(\w{5,})\W*$")

_LONG_FORMS = {
    "it's": "it is", "we're": "we are", "i'm": "I am", "don't": "do not", "that's": "that is", "we've": "we have",
    "they're": "they are", "can't": "cannot", "didn't": "did not", "i've": "I have", "doesn't": "does not",
    "isn't": "is not", "you're": "you are", "we'll": "we will", "won't": "will not", "i'll": "I will",
}  # fmt: skip
_SHORT_FORMS = {
    ("it", "is"): "it's", ("we", "are"): "we're", ("do", "not"): "don't", ("that", "is"): "that's",
    ("we", "have"): "we've", ("they", "are"): "they're", ("i", "am"): "I'm", ("did", "not"): "didn't",
    ("is", "not"): "isn't", ("we", "will"): "we'll", ("will", "not"): "won't", ("does", "not"): "doesn't",
}  # fmt: skip


def none(words: list[str], draw: random.Random) -> str | None:
    return " ".join(words)


def case_and_punctuation(words: list[str], draw: random.Random) -> str | None:
    bare = [word.strip(',.;:?!"“”') for word in words]
    text = " ".join(word for word in bare if word)
    style = draw.choice((str.upper, str.lower, str.title))
    return f"“{style(text)}{draw.choice((',', '.', '', '!'))}”"


def leading_conjunction_cut(words: list[str], draw: random.Random) -> str | None:
    if words[0].strip(",").lower() not in _LEADING or len(words) < 3:
        return None
    rest = " ".join(words[1:])
    return rest[0].upper() + rest[1:]


def word_dropped(words: list[str], draw: random.Random) -> str | None:
    if len(words) < 4:
        return None
    at = draw.randint(1, len(words) - 2)
    return " ".join(words[:at] + words[at + 1 :])


def word_substituted(words: list[str], draw: random.Random) -> str | None:
    at = draw.randrange(len(words))
    return " ".join([*words[:at], draw.choice(_COMMON), *words[at + 1 :]])


def words_swapped(words: list[str], draw: random.Random) -> str | None:
    at = draw.randrange(len(words) - 1)
    if words[at].lower() == words[at + 1].lower():
        return None
    return " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])


def article_or_that_dropped(words: list[str], draw: random.Random) -> str | None:
    at = [i for i, word in enumerate(words) if word.lower() in _SMALL]
    if not at or len(words) < 4:
        return None
    gone = draw.choice(at)
    return " ".join(words[:gone] + words[gone + 1 :])


def typo(words: list[str], draw: random.Random) -> str | None:
    long = [i for i, word in enumerate(words) if _LETTERS.match(word)]
    if not long:
        return None
    at = draw.choice(long)
    word = words[at]
    place = draw.randint(1, len(word) - 3)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return " ".join([*words[:at], swapped, *words[at + 1 :]]) if swapped != word else None


def ellipsis(words: list[str], draw: random.Random) -> str | None:
    if len(words) < 5:
        return None
    gone = draw.randint(1, max(1, len(words) // 4))
    at = draw.randint(2, len(words) - gone - 2) if len(words) - gone - 2 >= 2 else None
    mark = draw.choice(("…", " ... ", " … ", "... "))
    return None if at is None else " ".join(words[:at]) + mark + " ".join(words[at + gone :])


def bracket(words: list[str], draw: random.Random) -> str | None:
    at = [i for i, word in enumerate(words) if _PRONOUN.match(word)]
    if not at or len(words) < 4:
        return None
    replaced = draw.choice(at)
    tail = _PRONOUN.sub(r"\2", words[replaced])
    return " ".join([*words[:replaced], f"[Washington]{tail}", *words[replaced + 1 :]])


def truncated_at_both_ends(words: list[str], draw: random.Random) -> str | None:
    """Marked as a piece of something longer."""
    if len(words) < 4:
        return None
    before, after = draw.choice((("…", "…"), ("... ", " ..."), ("[…] ", " […]"), ("…", "")))
    return before + " ".join(words[1:-1]).rstrip(".,;:") + after


def spelling(words: list[str], draw: random.Random) -> str | None:
    text = " ".join(words)
    other = other_spelling(text)
    return other if other != text else None


def contraction(words: list[str], draw: random.Random) -> str | None:
    """Every contraction written out or, where there is none, every pair that has one drawn together."""
    plain = [word.replace("’", "'").lower() for word in words]
    if any(word in _LONG_FORMS for word in plain):
        return " ".join(_LONG_FORMS.get(low, word) for low, word in zip(plain, words, strict=True))
    text, at = [], 0
    while at < len(words):
        short = _SHORT_FORMS.get((plain[at], plain[at + 1])) if at + 1 < len(words) else None
        text.append(short or words[at])
        at += 2 if short else 1
    return " ".join(text) if len(text) < len(words) else None


KINDS: dict[str, Noise] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        none,
        case_and_punctuation,
        leading_conjunction_cut,
        word_dropped,
        word_substituted,
        words_swapped,
        article_or_that_dropped,
        typo,
        ellipsis,
        bracket,
        truncated_at_both_ends,
        spelling,
        contraction,
    )
}
LENGTHS = ((3, 5), (6, 10), (11, 20), (21, 60))
