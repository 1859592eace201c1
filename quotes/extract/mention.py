"""Whom a sentence names, as values: persons, offices, institutions and pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

# The gender of what means whoever was named last.
LATTER: Final = "latter"
# The gender of what may mean a woman or a man: `a su juicio`.
ANYBODY: Final = "anybody"


class Named(Enum):
    PERSON = "person"
    OFFICE = "office"
    INSTITUTION = "institution"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (inclusive) of a sentence. `name`: of a person, without title; `office`: office or
    institution as printed, without its article. `governed`: a preposition stands before it, so that it is hardly the
    subject; `possessive`: it ends in ’s. `gender`: `he`, `she` or `they` where the words tell it.
    `this`: “ce gardien” and the like, who was named before. `owned`: “her sister”, “my mother”."""

    kind: Named
    first: int
    last: int
    start: int
    end: int
    name: str | None = None
    office: str | None = None
    indefinite: bool = False
    governed: bool = False
    possessive: bool = False
    gender: str | None = None
    this: bool = False
    owned: bool = False
