"""How a record names its people: `Press Secretary Jay Carney`, `Ned Price, Department Spokesperson`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quotes.sources.labels import HONORIFICS, TITLE_WORDS
from quotes.sources.names import from_capitals, name_words, same_given_name

# Words that stand before a family name with a capital and are no given name.
_NO_GIVEN_NAME: Final = frozenset(
    "the a an and but so by with from for of to in on at as if then well now thank thanks our my his her their your "
    "this that when what because yes no okay hi hello good morning afternoon also both team trump biden obama clinton "
    "bush communications relations policy counsel economic advisers response coordinator chairman minister "
    "ministers secretaries presidents".split()
)
# What an office is, as against what it is for: "Budget" and "Homeland Security" are no offices.
_OFFICE_NOUNS: Final = frozenset(
    "secretary spokesperson spokesman spokeswoman advisor adviser director coordinator chair chairman chairwoman "
    "administrator ambassador president minister premier chancellor general admiral commander commissioner envoy "
    "representative senator governor counselor counsel chief officer attorney assistant deputy undersecretary".split()
)
_GIVEN: Final = re.compile(r"(?P<given>[^\W\d_a-z][\w’'-]+|(?:[A-Z]\.\s?){2})\s+(?P<initials>(?:[A-Z]\.\s*)*)$")
_OFFICE: Final = re.compile(
    r"(?P<office>[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|of|for|the|on|to))*)\s+(?:(?:Dr|Mr|Ms|Mrs|Amb|Gen|Adm)\.\s+)?$"
)
# "Foreign Minister of India Jaishankar": what follows belongs to the office.
_IN_OFFICE: Final = re.compile(r"\b(?:of|for)\s*$")
_OFFICE_AFTER: Final = re.compile(r"\s*,\s*(?P<office>[A-Z][^,;]{2,80})")
# Characters looked at before a family name, and before the given name.
_LONGEST_GIVEN: Final = 30
_LONGEST_OFFICE: Final = 100


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a text names them; `office` as written beside the name, where it is."""

    name: str
    office: str | None


def named_in(text: str, family: tuple[str, ...], *, office_follows: bool = False) -> Named | None:
    """The one person of this folded family name that `text` names in full; None when there is none, or two."""
    names: list[str] = []
    office: str | None = None
    for place in _family_pattern(family).finditer(text):
        if not place[0][:1].isupper():
            continue
        given = _GIVEN.search(text, max(0, place.start() - _LONGEST_GIVEN), place.start())
        if given is None or not _plausible(given["given"]):
            continue
        before = text[max(0, given.start() - _LONGEST_OFFICE) : given.start()]
        if _IN_OFFICE.search(before):
            continue
        names.append(f"{given['given'].strip()} {given['initials']}{place[0]}")
        if not _same(names[0], names[-1]):
            return None
        office = office or _office(before, text[place.end() :] if office_follows else "")
    return Named(names[0], office) if names else None


def _office(before: str, after: str) -> str | None:
    if stands_before := _OFFICE.search(before):
        # "Press Gaggle By Press Secretary", "Secretary Antony J. Blinken And NATO Secretary General": the last part.
        words = re.split(r"\s+(?:By|BY|With|WITH|And|AND)\s+", stands_before["office"])[-1].split()
        if words and name_words(words[-1]) and name_words(words[-1])[0] in HONORIFICS:
            words.pop()
        office = " ".join(words)
        if _names_office(office):
            return from_capitals(office) if office.isupper() else office
    if (follows := _OFFICE_AFTER.match(after)) and _names_office(follows["office"]):
        return follows["office"].strip()
    return None


def _names_office(text: str) -> bool:
    return not _OFFICE_NOUNS.isdisjoint(name_words(text))


def _plausible(given: str) -> bool:
    words = name_words(given)
    return bool(words) and words[0] not in TITLE_WORDS and words[0] not in _NO_GIVEN_NAME


def _same(one: str, other: str) -> bool:
    return same_given_name(name_words(one)[0], name_words(other)[0])


@lru_cache(maxsize=4096)
def _family_pattern(family: tuple[str, ...]) -> re.Pattern[str]:
    """The name in any case, with any hyphen or space between its words and any apostrophe or accent within them."""
    words = ["[’'‘]?".join(map(_letter, word)) for word in family]
    return re.compile(rf"(?<![\w’'-]){'[ -]'.join(words)}(?![\w-])", re.IGNORECASE)


_ACCENTED: Final = {"a": "aàáâãä", "c": "cç", "e": "eèéêë", "i": "iìíîï", "n": "nñ", "o": "oòóôõöø", "u": "uùúûü"}


def _letter(letter: str) -> str:
    return f"[{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter)
