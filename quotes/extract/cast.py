"""The people of an article: who has which office, and whom `he`, `Lin` and `the spokesperson` mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import is_first_name
from quotes.extract.mention import ANYBODY, LATTER, Mention, Named
from quotes.extract.offices import Offices, is_nobody, is_owned

# Speakers, and persons named, that a pronoun may mean; and people kept of one article.
_RECENT: Final = 40
_MOST_PEOPLE: Final = 300


@dataclass(slots=True)
class Person:
    """`name` as full as the article has it; `offices` as printed, in its order."""

    name: str
    offices: list[str] = field(default_factory=list)
    gender: str | None = None

    @property
    def parts(self) -> list[str]:
        return self.name.lower().split()

    @property
    def office(self) -> str | None:
        return max(self.offices, key=len) if self.offices else None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a mention means: a person of the article, or only what is printed of an office. `single`: it is a name of
    one word, which may be anybody's or a place's; `human`: it is what a person is or does."""

    person: Person | None
    office: str | None
    gender: str | None = None
    single: bool = False
    human: bool = False

    @property
    def name(self) -> str | None:
        return self.person.name if self.person else None


class Cast:
    """Filled by `enter` from the whole article, then asked by `resolve` in the order of the text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.people: list[Person] = []
        self.institutions: list[str] = []
        # Filled in the order of the text: who spoke, whom sentences are about, things, whom they name; and `present`,
        # whoever is meant in any of these ways.
        self._places: set[str] = set()
        self._offices = Offices(lexicon)
        self.recent: list[Speaker] = []
        self.topics: list[Speaker] = []
        self.things: list[Speaker] = []
        self.named: list[Person] = []
        self.present: list[Person] = []
        # Whether somebody without a name came in after whoever was named last.
        self.stranger = False

    def enter(self, mentions: Iterable[tuple[Mention, bool]]) -> None:
        """Mentions with whether each speaks. Full names first, so that a surname finds its bearer."""
        known = list(mentions)
        for mention, _ in known:
            if (mention.kind is Named.OFFICE and mention.office) or (mention.kind is Named.PERSON and mention.office):
                self._note_places(mention.office)
            elif mention.kind is Named.INSTITUTION and mention.office:
                self.institutions.append(mention.office)
                self._note_places(mention.office)
        heard = {
            mention.name.lower().split()[-1]: mention
            for mention, _ in known
            if mention.kind is Named.PERSON and mention.name and " " in mention.name
        }
        alone = {
            mention.name.lower().removesuffix("’s") for mention, _ in known if mention.name and " " not in mention.name
        }
        for full in (True, False):
            for mention, speaks in known:
                if mention.name is None or (" " in mention.name) is not full:
                    continue
                if not full and mention.name.lower() in self._places and not mention.office:
                    continue
                person = self._bearer(mention.name, mention.gender)
                if person is None and speaks and not full and mention.name.lower() in heard:
                    # Named in full where somebody else spoke.
                    person = self._entered(heard[mention.name.lower()])
                if person is None:
                    again = full and not mention.governed and mention.name.lower().split()[-1] in alone
                    called = full and is_first_name(mention.name.split()[0])
                    if not (mention.office or mention.gender or (speaks and full) or again or called):
                        continue
                    if len(self.people) >= _MOST_PEOPLE:
                        continue
                    person = Person(mention.name)
                    self.people.append(person)
                if mention.office and mention.office not in person.offices:
                    person.offices.append(mention.office)
                person.gender = person.gender or mention.gender

    def _entered(self, mention: Mention) -> Person:
        person = Person(mention.name or "", [mention.office] if mention.office else [], mention.gender)
        self.people.append(person)
        return person

    def _note_places(self, office: str) -> None:
        for found in re.finditer(r"([A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?)[’']s?\s", office):
            self._places.add(found[1].lower())
        for found in re.finditer(r"\b(?:of|de|du|von|der|des)\s+((?:[A-ZÀ-Ý][\w-]+\s?)+)$", office):
            self._places.add(found[1].strip().lower())

    def is_place(self, name: str) -> bool:
        return name.lower() in self._places

    def _bearer(self, name: str, gender: str | None = None) -> Person | None:
        parts = name.lower().replace("’s", "").split()
        people = [each for each in self.people if gender is None or each.gender in (None, gender)]
        for person in people:
            if person.name.lower() == name.lower():
                return person
        if len(parts) > 1:
            whole = [
                person
                for person in people
                if parts == person.parts[-len(parts) :]
                or person.parts == parts[-len(person.parts) :]
                or (parts[-1] == person.parts[-1] and parts[0] == person.parts[0])
            ]
            return whole[0] if whole else None
        bearers = [person for person in people if parts and parts[0] in (person.parts[-1], person.parts[0])]
        surname = [person for person in bearers if person.parts[-1] == parts[0]]
        if len(bearers) > 1 and surname:
            bearers = surname
        if not bearers:
            bearers = [person for person in people if parts and parts[0] in person.parts]
        latest = [each for each in self.present[-_RECENT:] if each in bearers]
        return latest[-1] if latest else next(iter(bearers), None)

    def resolve(self, mention: Mention, *, early: bool = False, answers: bool = False) -> Speaker | None:
        """`early`: in the headline or the lead, where an office stands for a name that comes later. `answers`: to a
        question of whoever spoke last, so that a pronoun means somebody else."""
        if mention.kind is Named.PRONOUN:
            if mention.gender == LATTER:
                return self._named_last()
            asker = self.recent[-1].person if answers and self.recent else None
            return self._latest(mention.gender, asker)
        if mention.kind is Named.PERSON and mention.name is not None:
            person = self._bearer(mention.name, mention.gender)
            if person is None and self.is_place(mention.name):
                return self._institution(mention.name, early=early)
            if person is None and " " not in mention.name:
                # Newspapers give a name in full once: a word that no name in the article holds is a place or ministry.
                institution = self._institution(mention.name, early=early)
                return institution if institution.person else replace(institution, single=True)
            if person is None:
                person = Person(mention.name, [mention.office] if mention.office else [], mention.gender)
                self.people.append(person)
            return Speaker(person, person.office, person.gender)
        office = mention.office or ""
        if mention.kind is Named.INSTITUTION:
            uttered = office.lower() in self.lexicon.utterances and not mention.indefinite
            return self.recent[-1] if uttered and self.recent else self._institution(office, early=early)
        person = self._holder(mention, early=early)
        if person is None and office[:1].isupper() and " " not in office and mention.first == mention.last:
            person = self._bearer(office)
        if person is None and not mention.indefinite:
            unnamed = self._unnamed(office)
            if unnamed is not None:
                return unnamed
            if not self._offices.is_of_one(office) and not (mention.owned or is_owned(office)):
                person = self._called_broadly(mention.gender)
        if person is not None and early and office not in person.offices:
            # “a foreign ministry spokesperson said”, and the next paragraph has “Spokesperson Wei Ming”.
            person.offices.append(office)
        return (
            Speaker(person, person.office or office, person.gender)
            if person
            else Speaker(None, office, mention.gender, human=True)
        )

    def _named_last(self) -> Speaker | None:
        person = self.named[-1] if self.named else None
        return Speaker(person, person.office, person.gender) if person else None

    def _latest(self, gender: str | None, other_than: Person | None = None) -> Speaker | None:
        if gender == ANYBODY:
            return self.topics[-1] if self.topics else None
        if gender == "it":
            return self.things[-1] if self.things else None
        if gender == "they":
            # Several speak: whoever spoke last may be one of them, and is not named for all.
            return self.recent[-1] if self.recent and self.recent[-1].person is None else None
        for number, speaker in enumerate(reversed(self.topics[-_RECENT:])):
            if other_than is not None and speaker.person is other_than:
                continue
            if speaker.person is not None and speaker.person.gender in (None, gender):
                speaker.person.gender = gender
                return speaker
            office = speaker.office if speaker.person is None else None
            unnamed = (
                office is not None
                and not is_nobody(office)
                and not office.lower().endswith("s")
                and (speaker.single or speaker.human or self._offices.is_a_person(office))
            )
            if unnamed and number == 0 and speaker.gender in (None, gender):
                # “One of the crew put it differently. ‘…,’ he said”; but whom the article is about may be meant.
                about = self._protagonist()
                told = speaker.gender is None and about is not None and about.gender == gender
                return Speaker(about, about.office, gender) if told and about is not None else speaker
        for person in reversed(self.named[-_RECENT:]):
            if person.gender in (None, gender):
                person.gender = gender
                return Speaker(person, person.office, gender)
        return next(
            (
                speaker
                for speaker in reversed(self.topics[-_RECENT:])
                if speaker.person is None
                and speaker.office
                and self._offices.is_a_person(speaker.office)
                and speaker.gender in (None, gender)
            ),
            None,
        )

    def _protagonist(self) -> Person | None:
        """Who was meant in more sentences than anybody else of late, by far."""
        ranked = Counter(id(each) for each in self.present[-_MOST_PEOPLE:]).most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return next(each for each in self.present if id(each) == ranked[0][0])

    def _holder(self, mention: Mention, *, early: bool) -> Person | None:
        """Who holds an office that stands without a name."""
        office = mention.office or ""
        fitting = [
            person
            for person in self.people
            if self._offices.fits(office, person.offices)
            and not (mention.gender and person.gender and mention.gender != person.gender)
        ]
        if mention.indefinite and not early:
            return None
        if mention.this and not fitting and self.named and self._unnamed(office) is None:
            return self.named[-1]
        if (
            not fitting
            and early
            and not self.stranger
            and self.people
            and not self._offices.is_anonymous(office)
            and not office.endswith("s")
        ):
            first = self.people[0]
            unmatched = mention.gender and first.gender and mention.gender != first.gender
            return None if first.offices or unmatched else first
        wanted = self._offices.stems(office)
        exactly = [person for person in fitting if any(self._offices.stems(held) == wanted for held in person.offices)]
        fitting = exactly or fitting
        if len(fitting) > 1:
            for speaker in reversed(self.recent[-_RECENT:]):
                if speaker.person in fitting:
                    return speaker.person
        return fitting[0] if fitting else None

    def _unnamed(self, office: str) -> Speaker | None:
        """Who spoke before without a name: “a Western diplomat”, and then “the diplomat”."""
        wanted = self._offices.stems(office)
        for speaker in reversed(self.recent[-_RECENT:]):
            if speaker.person is None and speaker.office and wanted and wanted <= self._offices.stems(speaker.office):
                return speaker
        return None

    def _called_broadly(self, gender: str | None) -> Person | None:
        """Who “the researcher” is where nobody is called one: whoever was named last, and holds an office."""
        if self.stranger:
            return None
        for person in reversed(self.named[-_RECENT:]):
            told = person.gender is not None and person.gender == gender
            if (person.offices or told) and (gender is None or person.gender in (None, gender)):
                return person
        return None

    def _institution(self, name: str, *, early: bool = False) -> Speaker:
        """What speaks, or the one spokesperson that the article has for it: named before, or `early` named later."""
        wanted = self._offices.stems(name)
        # Its own spokesperson, else the one of the article, of whom it does not say whose.
        fitting = self._with_office(partial(self._offices.speaks_for, wanted)) or self._with_office(
            partial(self._offices.may_speak_for, wanted)
        )
        if len(fitting) == 1 and (early or any(fitting[0] is each for each in self.named)):
            return Speaker(fitting[0], fitting[0].office, fitting[0].gender)
        fuller = [
            held
            for held in self.institutions[:_MOST_PEOPLE]
            if len(held) > len(name) and wanted <= self._offices.stems(held)
        ]
        return Speaker(None, fuller[0] if fuller else name)

    def _with_office(self, is_wanted: Callable[[str], bool]) -> list[Person]:
        return [person for person in self.people if any(map(is_wanted, person.offices))]

    def knows(self, mention: Mention) -> bool:
        """Whether a single capital is somebody of the article, and no place or first word of a sentence."""
        if mention.kind is not Named.PERSON or mention.name is None:
            return True
        full = " " in mention.name and is_first_name(mention.name.split()[0])
        return full or mention.office is not None or self._bearer(mention.name) is not None

    def names(self, mentions: Iterable[Mention]) -> None:
        """Persons that a sentence names, whether they speak or not."""
        for mention in mentions:
            if mention.kind is Named.PERSON and mention.name is not None:
                person = self._bearer(mention.name, mention.gender)
                if person is not None:
                    self.named.append(person)
                    self.stranger = False
                    self.present.append(person)

    def is_about(self, speaker: Speaker | None) -> None:
        """An institution that a sentence is about: what `it` means in the next."""
        if speaker is not None and speaker.person is None:
            self.things.append(speaker)

    def speaks(self, speaker: Speaker) -> None:
        self.recent.append(speaker)
        self.turns_to(speaker)

    def turns_to(self, speaker: Speaker) -> None:
        """Somebody a sentence is about who does not speak in it: a pronoun may mean them, words without a speaker are
        still those of whoever spoke last."""
        self.topics.append(speaker)
        if speaker.person is not None:
            self.present.append(speaker.person)
