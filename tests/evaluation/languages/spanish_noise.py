"""What happens to Spanish words on their way into an article. The kinds that know no language are the English ones."""

from __future__ import annotations

import random
import re
import unicodedata

from tests.evaluation import noise
from tests.evaluation.languages.language import Noise

_LEADING = frozenset({"y", "pero", "entonces", "bueno", "pues", "o"})
_SMALL = frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas"})
_COMMON = ("gobierno", "país", "pueblo", "trabajo", "gente", "importante", "apoyo", "ahora", "grande", "seguir")
_PRONOUN = re.compile(r"^(él|ella|ellos|ellas|nosotros|ustedes|usted)([,.;:?!]*)$", re.IGNORECASE)
_FILLERS = ("este", "pues", "bueno", "o sea", "eh")


def case_and_punctuation(words: list[str], draw: random.Random) -> str | None:
    bare = [word.strip(',.;:?!¿¡"“”') for word in words]
    text = " ".join(word for word in bare if word)
    return f"«{draw.choice((str.upper, str.lower, str.title))(text)}{draw.choice((',', '.', '', '!'))}»"


def accents_left_off(words: list[str], draw: random.Random) -> str | None:
    text = " ".join(words)
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare if bare != text else None


def leading_conjunction_cut(words: list[str], draw: random.Random) -> str | None:
    if words[0].strip(",").lower() not in _LEADING or len(words) < 3:
        return None
    rest = " ".join(words[1:])
    return rest[0].upper() + rest[1:]


def article_dropped(words: list[str], draw: random.Random) -> str | None:
    at = [place for place, word in enumerate(words) if word.lower() in _SMALL]
    if not at or len(words) < 4:
        return None
    gone = draw.choice(at)
    return " ".join(words[:gone] + words[gone + 1 :])


def word_substituted(words: list[str], draw: random.Random) -> str | None:
    at = draw.randrange(len(words))
    return " ".join([*words[:at], draw.choice(_COMMON), *words[at + 1 :]])


def filler_kept(words: list[str], draw: random.Random) -> str | None:
    """A filler that the record left out."""
    if len(words) < 4:
        return None
    at = draw.randint(1, len(words) - 2)
    return " ".join([*words[: at - 1], words[at - 1].rstrip(",") + ",", f"{draw.choice(_FILLERS)},", *words[at:]])


def bracket(words: list[str], draw: random.Random) -> str | None:
    at = [place for place, word in enumerate(words) if _PRONOUN.match(word)]
    if not at or len(words) < 4:
        return None
    replaced = draw.choice(at)
    tail = _PRONOUN.sub(r"\2", words[replaced])
    return " ".join([*words[:replaced], f"[Martínez]{tail}", *words[replaced + 1 :]])


KINDS: dict[str, Noise] = {
    **{
        name: noise.KINDS[name]
        for name in ("none", "word dropped", "words swapped", "typo", "ellipsis", "truncated at both ends")
    },
    **{
        kind.__name__.replace("_", " "): kind
        for kind in (
            case_and_punctuation,
            accents_left_off,
            leading_conjunction_cut,
            article_dropped,
            word_substituted,
            filler_kept,
            bracket,
        )
    },
}
