"""What happens to Chinese words on their way into an article. Each kind takes the characters of a stretch of the
record, as printed and with the punctuation that follows them."""

from __future__ import annotations

import random
import re

import opencc

from tests.evaluation.languages.language import Noise

_PARTICLES = "的了地着过呢啊吧"
_COMMON = "国家人民问题工作发展世界合作关系重要"
_PUNCTUATION = re.compile(r"[，。、；：？！“”‘’《》…—（）\s]")
_TRADITIONAL = opencc.OpenCC("s2t")
_PRONOUN = re.compile(r"^[我他她它](?=们)|^我$")


def _han(character: str) -> bool:
    return "\u4e00" <= character[0] <= "\u9fff"


def none(characters: list[str], draw: random.Random) -> str | None:
    return "".join(characters)


def punctuation(characters: list[str], draw: random.Random) -> str | None:
    opening, closing = draw.choice((("「", "」"), ("“", "”"), ("『", "』"), ('"', '"')))
    return opening + _PUNCTUATION.sub("", "".join(characters)) + closing


def traditional(characters: list[str], draw: random.Random) -> str | None:
    return str(_TRADITIONAL.convert("".join(characters)))


def leading_connective_cut(characters: list[str], draw: random.Random) -> str | None:
    text = "".join(characters)
    cut = re.sub(r"^(?:但是|但|同时|而且|那么|所以|因此|此外|另外)[，]?", "", text)
    return cut if cut != text else None


def character_dropped(characters: list[str], draw: random.Random) -> str | None:
    at = draw.randint(1, len(characters) - 2)
    return "".join(characters[:at] + characters[at + 1 :])


def character_substituted(characters: list[str], draw: random.Random) -> str | None:
    at = draw.randrange(len(characters))
    return "".join([*characters[:at], draw.choice(_COMMON), *characters[at + 1 :]])


def characters_swapped(characters: list[str], draw: random.Random) -> str | None:
    at = draw.randrange(len(characters) - 1)
    if characters[at][0] == characters[at + 1][0]:
        return None
    return "".join([*characters[:at], characters[at + 1], characters[at], *characters[at + 2 :]])


def particle_dropped(characters: list[str], draw: random.Random) -> str | None:
    at = [place for place, character in enumerate(characters) if character[0] in _PARTICLES]
    if not at:
        return None
    gone = draw.choice(at)
    return "".join(characters[:gone] + characters[gone + 1 :])


def ellipsis(characters: list[str], draw: random.Random) -> str | None:
    if len(characters) < 8:
        return None
    gone = draw.randint(2, max(2, len(characters) // 4))
    at = draw.randint(3, len(characters) - gone - 2)
    return "".join(characters[:at]) + draw.choice(("……", "…", "......", "⋯⋯")) + "".join(characters[at + gone :])


def bracket(characters: list[str], draw: random.Random) -> str | None:
    """A name for a pronoun, in the brackets of either width."""
    at = [place for place, character in enumerate(characters) if _PRONOUN.match(character)]
    if not at or len(characters) < 8:
        return None
    replaced = draw.choice(at)
    opening, closing = draw.choice((("[", "]"), ("（", "）"), ("［", "］"), ("〔", "〕")))
    return "".join([*characters[:replaced], f"{opening}外长{closing}", *characters[replaced + 1 :]])


def truncated_at_both_ends(characters: list[str], draw: random.Random) -> str | None:
    return "……" + "".join(characters[1:-1]).rstrip("，。") + "……"


def full_width(characters: list[str], draw: random.Random) -> str | None:
    text = "".join(characters)
    wide = re.sub(r"[0-9A-Za-z]", lambda found: chr(ord(found[0]) + 0xFEE0), text)
    return wide if wide != text else None


KINDS: dict[str, Noise] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        none,
        punctuation,
        traditional,
        leading_connective_cut,
        character_dropped,
        character_substituted,
        characters_swapped,
        particle_dropped,
        ellipsis,
        bracket,
        truncated_at_both_ends,
        full_width,
    )
}
