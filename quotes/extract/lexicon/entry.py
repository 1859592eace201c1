"""The shape of a language's lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

# Letters of the longest office that is too short to tell a compound by.
_SHORTEST_ENDING = 5


@dataclass(frozen=True)
class Lexicon:
    """Words are in lower case. `verbs`: finite forms that report speech; `namings`: forms that give a thing a name
    somebody chose (“called them”), which report speech when they have a speaker; `participles`: forms that hang on the
    sentence's subject (“adding”). `pronouns`: `he`, `she` or `they` by form. `offices`: nouns for who speaks, `ranks`:
    words before them that belong to them; `institutions`: nouns for what speaks; `places`: names of states and
    capitals. `according`: what stands before a speaker in place of a verb. `terms`, `titles`, `scares`: what is said
    before marks that enclose a word, a work, a word kept at a distance; `terms_after` and `titles_after`: behind.
    `day`: a day as printed, in a group `day`; `occasions`: nouns for where things are said. `audiences`: words that may
    stand between a verb and the day it is said to be of. `past`: auxiliaries that put a verb back in time.
    `conjunctions`: what a subject may stand behind. `reporting`: verbs whose object is what is said, so that a day
    behind them may be of what is told. `asks` and `answers`: verbs of a question and of its answer. `office_endings`:
    what other nouns for who speaks end in; `participle_endings`: of verbs that report only behind an auxiliary.
    `possessives`: determiners that tell whose; `oblique`: determiners that no subject has; `subjunctives`: verb forms
    by which a sentence without a speech verb goes on with what somebody said; `companies`: last words of the names of
    firms. `utterances`: nouns that speak for whoever made them (“the statement said”); `relatives`: pronouns that begin
    a relative clause behind a comma, `who`: those that may be its subject; `someone`: words for one of several who are
    not named; `latter`: what means whoever was named last; `broad`: offices by which any holder of a narrower one may
    be called again (“the researcher”); `impersonal`: verbs that papers speak by (“heißt es”)."""

    language: str
    verbs: frozenset[str]
    namings: frozenset[str]
    participles: frozenset[str]
    pronouns: dict[str, str]
    offices: frozenset[str]
    ranks: frozenset[str]
    institutions: frozenset[str]
    places: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    genitives: frozenset[str]
    no_names: frozenset[str]
    auxiliaries: frozenset[str]
    past: frozenset[str]
    complementizers: frozenset[str]
    conjunctions: frozenset[str]
    reporting: frozenset[str]
    asks: frozenset[str]
    answers: frozenset[str]
    breaks: frozenset[str]
    according: re.Pattern[str]
    terms: re.Pattern[str]
    titles: re.Pattern[str]
    titles_after: re.Pattern[str]
    scares: re.Pattern[str]
    day: re.Pattern[str]
    occasions: frozenset[str]
    audiences: frozenset[str]
    terms_after: re.Pattern[str] = re.compile(r"(?!)")
    nouns_capital: bool = False
    possessives: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    subjunctives: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    utterances: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    someone: frozenset[str] = frozenset()
    latter: frozenset[str] = frozenset()
    broad: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    office_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()

    @cached_property
    def compound_endings(self) -> tuple[str, ...]:
        """What German compounds that are offices end in: `Finanzsenatorin`."""
        return (*self.office_endings, *sorted(word for word in self.offices if len(word) > _SHORTEST_ENDING))

    @cached_property
    def no_nouns(self) -> frozenset[str]:
        """Words that no noun's further words are."""
        return self.no_names | self.verbs | self.auxiliaries | self.breaks | self.participles | self.prepositions

    @cached_property
    def compound_institutions(self) -> tuple[str, ...]:
        return tuple(sorted(word for word in self.institutions if len(word) > _SHORTEST_ENDING))


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())
