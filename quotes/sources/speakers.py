"""Whether the person a writer names is the one the record names.

A claim comes in every shape: "Carney", "Mr. Carney", "White House press secretary Jay Carney", "Jay Carney (November
2012 briefing)", "the Foreign Ministry spokesperson", "林剑". It is split into words that name an office or an
institution and words that name a person; a person's name decides where there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from quotes.sources.institutions import INSTITUTION_WORDS, institution_of
from quotes.sources.labels import TITLE_WORDS, parse_label
from quotes.sources.names import is_han, name_words, same_given_name
from quotes.sources.office_holders import office_holders, without_initials

_ASIDE: Final = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")
# "A Biden spokesman", "the Obama administration": whose house it is, not who speaks.
_PRESIDENTS_MEN: Final = re.compile(
    r"\b(?:Obama|Trump|Biden|Bush)(?:['’]s)?\s+(?=administration|spokes|press secretary|aide|official|White House)"
)
_CHINESE_OFFICE: Final = re.compile(
    "中国|美国|中华人民共和国|外交部|国务院|白宫|新闻|副|发言人|秘书|部长|总统|先生|女士"
)
_NO_NAME: Final = (
    TITLE_WORDS
    | INSTITUTION_WORDS
    | frozenset(
        "the a an s its his her their and or of for at in on to from by told said according spokesperson spokesman "
        "spokeswoman spokespeople spox top then now current new outgoing longtime veteran us uk american chinese "
        "he she they it who him we i you person people source sources aide aides authorities statement diplomat "
        "reporter reporters journalist journalists anonymous unnamed mexican official officials el la los del de "
        "portavoz gobierno mexico mexicano mexicana nsc".split()
    )
)
# Offices a claim without a name may mean, by a word that stands in it; the first that fits counts.
_OFFICES: Final = (
    ("vice_president", r"vice[ -]president"),
    ("deputy_spokesperson", r"deputy (?:press secretary|(?:department )?spokes\w+|white house press secretary)"),
    ("spokesperson", r"spokes\w+|press secretary|spox|发言人|vocero|vocera|portavoz|comunicación social"),
    ("deputy_secretary_of_state", r"deputy secretary of state"),
    ("secretary_of_state", r"secretary of state|top (?:u\.?s\.? )?diplomat|国务卿"),
    ("foreign_minister", r"foreign minister|外交部长|外长"),
    ("president", r"president[ea]?\b|总统|commander in chief"),
    ("chair", r"chair(?:man|woman|person)?\b|\bfed chief"),
)
_OFFICE_PATTERNS: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _OFFICES)
# A press secretary or head spokesperson by title, as against anybody who speaks for the house.
_HEAD_ONLY: Final = re.compile(r"press secretary", re.IGNORECASE)

_FOREIGN_MINISTRY: Final = re.compile(
    r"foreign ministry|ministry of foreign affairs|外交部|relaciones exteriores|cancillería", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Claimed:
    text: str
    name: tuple[str, ...]
    office: str | None
    institution: str | None


def same_person(
    claim: str,
    name: str | None = None,
    label: str | None = None,
    title: str | None = None,
    institution: str | None = None,
    date: date | None = None,
) -> bool | None:
    """Whether `claim` means the speaker that the record prints as `label` and who is resolved to `name` and `title`
    (any may be None), speaking for `institution` on `date`. None when there is no telling: nobody is claimed, the
    speaker is not known, or a bare given name could be anyone's."""
    claimed = _read(claim)
    if name and name_words(claimed.text) == name_words(name):
        # Before any word is taken for an office: Angus King is no king.
        return True
    of_office = _words_of_office(title or "", institution or "") - set(name_words(name or label or ""))
    words = tuple(word for word in claimed.name if word not in of_office)
    if words:
        return _same_name(words, name, label)
    if claimed.office:
        title = title or _office_held(name, date)
        return _same_office(claimed, title, institution, named=len(words) < len(claimed.name))
    if claimed.institution and institution:
        return True if claimed.institution == institution_of(institution) else None
    return None


def _office_held(name: str | None, day: date | None) -> str | None:
    person = office_holders().person(name) if name and day else None
    return next((held.office for held in office_holders().of(person, day)), None) if person else None


@lru_cache(maxsize=4096)
def _words_of_office(title: str, institution: str) -> set[str]:
    return set(name_words(f"{title} {institution}"))


@lru_cache(maxsize=4096)
def _read(claim: str) -> _Claimed:
    text = _PRESIDENTS_MEN.sub("White House ", _ASIDE.sub("", claim).strip())
    institution = institution_of(text)
    office = next((name for name, pattern in _OFFICE_PATTERNS if pattern.search(text)), None)
    if is_han(text):
        words = name_words(_CHINESE_OFFICE.sub(" ", text))
    else:
        words = tuple(word for word in name_words(re.sub(r"['’]s\b", "", text)) if word not in _NO_NAME)
    return _Claimed(text, without_initials(words), office, institution)


def _same_name(claimed: tuple[str, ...], name: str | None, label: str | None) -> bool | None:
    printed = parse_label(label or "")
    written = name or printed.name
    if not written:
        return None
    table = office_holders()
    person = table.person(written)
    claimed_person = table.by_form.get(claimed)
    if person and claimed_person:
        return person is claimed_person
    known = set(person.forms) if person else {without_initials(name_words(written))}
    families = set(person.families) if person else set()
    if printed.name and not printed.given:
        families.add(printed.family)
    if claimed in known or claimed in families:
        return True
    answers = [_compare(claimed, form, families) for form in known]
    if True in answers:
        return True
    if None in answers or not _one_script(claimed, known):
        return None
    return False


def _compare(claimed: tuple[str, ...], form: tuple[str, ...], families: set[tuple[str, ...]]) -> bool | None:
    if not form:
        return None
    family_first = any(len(form) > 1 and form[:1] == family for family in families)
    if len(claimed) == 1:
        if claimed[0] not in form:
            return False
        # A word of a name may be the family name unless it stands where the given name does.
        given = form[-1:] if family_first else form[:1]
        return None if (claimed[0] in given and len(form) > 1) else True
    if len(form) == 1:
        return form[0] in claimed
    shorter, longer = sorted((set(claimed), set(form)), key=len)
    if shorter <= longer:
        return True
    if claimed[-1] == form[-1] and not family_first:
        return same_given_name(claimed[0], form[0])
    return False


def _one_script(claimed: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    """A name in characters and one in letters cannot be told to differ without the table."""
    scripts = {is_han("".join(form)) for form in known if form}
    return is_han("".join(claimed)) in scripts


def _same_office(claimed: _Claimed, title: str | None, institution: str | None, *, named: bool) -> bool | None:
    """`named`: whether the claim repeats words of the speaker's own institution or title."""
    if not title:
        return None
    held = next((name for name, pattern in _OFFICE_PATTERNS if pattern.search(title)), None)
    if claimed.institution and institution and claimed.institution != institution_of(institution):
        # "Chinese Foreign Ministry spokesperson" of one who speaks for the White House.
        return False
    if held == claimed.office:
        for_whom = claimed.institution or named or _both_foreign(claimed.text, f"{title} {institution}")
        return True if for_whom or held not in {"spokesperson", "deputy_spokesperson"} else None
    if {held, claimed.office} == {"spokesperson", "deputy_spokesperson"}:
        # A deputy is a spokesperson too, but not the press secretary.
        return None if _HEAD_ONLY.search(claimed.text) or held == "spokesperson" else True
    return False if held else None


def _both_foreign(claim: str, office: str) -> bool:
    return _FOREIGN_MINISTRY.search(claim) is not None and _FOREIGN_MINISTRY.search(office) is not None
