"""Who held which office when, from `office_holders.csv`.

The table is a second opinion: what a record says of its own speakers goes before it. `also` holds other spellings and
scripts of the name, `until` the first day after; an open end is still running.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from quotes.sources.names import is_han, name_words


@dataclass(frozen=True, slots=True)
class Person:
    """`forms`: the folded words of every way the name is written, `families`: of the family name alone."""

    name: str
    forms: frozenset[tuple[str, ...]]
    families: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tenure:
    person: Person
    office: str
    institution: str
    since: date
    until: date

    def covers(self, day: date) -> bool:
        return self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    tenures: tuple[Tenure, ...]
    by_family: dict[tuple[str, ...], list[Tenure]]
    by_form: dict[tuple[str, ...], Person]

    def person(self, name: str) -> Person | None:
        """The person whose full name this is, in any spelling the table has."""
        return self.by_form.get(without_initials(name_words(name))) or self.by_form.get(name_words(name))

    def of(self, person: Person, day: date | None) -> list[Tenure]:
        """The person's offices, those of `day` where one is given."""
        return [held for held in self.tenures if held.person is person and (day is None or held.covers(day))]


def without_initials(words: tuple[str, ...]) -> tuple[str, ...]:
    """`jerome h powell` as `jerome powell`; a name of initials keeps them."""
    kept = tuple(word for word in words if len(word) > 1 or is_han(word))
    return kept if len(kept) > 1 else words


@cache
def office_holders() -> OfficeHolders:
    text = files("quotes.sources").joinpath("office_holders.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    forms: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    families: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        name = row["name"]
        for form in (name, *filter(None, row["also"].split("|"))):
            forms[name] |= {name_words(form), without_initials(name_words(form))}
        families[name] |= {name_words(family) for family in row["family"].split("|")}
    persons = {name: Person(name, frozenset(forms[name]), frozenset(families[name])) for name in forms}
    tenures = tuple(
        Tenure(
            persons[row["name"]],
            row["office"],
            row["institution"],
            date.fromisoformat(row["since"]),
            date.fromisoformat(row["until"]) if row["until"] else date.max,
        )
        for row in rows
    )
    by_family: dict[tuple[str, ...], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        for family in tenure.person.families:
            by_family[family].append(tenure)
    by_form = {form: person for person in persons.values() for form in person.forms}
    return OfficeHolders(tenures, dict(by_family), by_form)
