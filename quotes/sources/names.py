"""Personal names, made comparable."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from quotes.text import simplify

_HAN: Final = re.compile("[\u3400-\u9fff]")
_DROPPED: Final = re.compile("[\u0300-\u036f'’‘`]")
_WORD: Final = re.compile(r"[^\W\d_]+")

# Given names under which one person is commonly printed; each line is one name.
_SHORT_FORMS: Final = """
    alejandro ali
    alexander alex
    andrew andy
    anthony antony tony
    benjamin ben
    charles chuck charlie
    christina christine chris christy tina
    christopher chris
    daniel dan danny
    david dave
    deborah deb debbie
    donald don
    edward ed ned ted
    elizabeth liz beth betsy
    eugene gene
    gregory greg
    jacob jake jack
    james jim jay jamie
    jeffrey jeff
    jennifer jen jenny
    jerome jay jerry
    john jack
    jonathan jon
    joseph joe
    joshua josh
    kathleen kathy
    lawrence larry
    martin marty
    matthew matt
    michael mike
    nicholas nick
    patrick pat
    peter pete
    philip phil
    richard dick rich rick
    robert bob rob bobby
    ronald ron
    samuel sam
    stephen steven steve
    susan sue
    thomas tom tommy
    timothy tim
    victoria toria vicky
    william bill will
"""
_GROUPS: Final = [frozenset(line.split()) for line in _SHORT_FORMS.strip().splitlines()]


def is_han(text: str) -> bool:
    return _HAN.search(text) is not None


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents, apostrophes and hyphens; Chinese characters simplified, unsplit."""
    if text.isascii():
        return tuple(_WORD.findall(text.casefold().replace("'", "")))
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text).casefold())
    plain = unicodedata.normalize("NFC", plain)
    return tuple(_WORD.findall(simplify(plain) if is_han(plain) else plain))


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: equal, an initial, or a usual short form."""
    if one == other or any(one in group and other in group for group in _GROUPS):
        return True
    return (len(one) == 1 or len(other) == 1) and one[:1] == other[:1]


# Parts of a name that stay small in running text.
_PARTICLES: Final = frozenset("de del la las los y e da do dos das di du le van von der den bin ibn al".split())


def from_capitals(printed: str) -> str:
    """A name as it is written in running text: `JESÚS RAMÍREZ DE LA FUENTE` as `Jesús Ramírez de la Fuente`,
    `McDONOUGH` as `McDonough`. What is not in capitals stays as it is."""
    words = []
    for place, word in enumerate(printed.split()):
        if place and word.isupper() and word.casefold() in _PARTICLES:
            words.append(word.casefold())
        elif word.isupper() and len(word.strip(".")) > 1 and word.count(".") < 2:
            words.append(re.sub(r"^(Mc|O[’'])([a-z])", _inner_capital, word.title().replace("’S", "’s")))
        elif found := re.fullmatch(r"(Mc|Mac|La|De|Le)([A-Z]{2,})", word):
            words.append(found[1] + found[2].capitalize())
        else:
            words.append(word)
    return " ".join(words)


def _inner_capital(found: re.Match[str]) -> str:
    return found[1] + found[2].upper()
