"""Who stands behind each speaker label of one transcript.

The record's own naming goes first: its title, the authors it lists, its heading. Then the dated table of
office-holders, then whoever an official introduced before the label first spoke, and at last labels that are one
letter off a name already known. Where two people could be meant, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from rapidfuzz.distance import OSA

from quotes.model import Role, Speaker, Turn
from quotes.sources.headings import Named, named_in
from quotes.sources.institutions import same_institution, within_us_government
from quotes.sources.labels import RANKS, Label, named_asker, parse_label
from quotes.sources.names import from_capitals, is_han, name_words, same_given_name
from quotes.sources.office_holders import Person, Tenure, office_holders
from quotes.sources.press_houses import is_house

# Shorter names are one letter from too many others.
_SHORTEST_MISSPELT: Final = 5
_ATTRIBUTABLE: Final = re.compile(r"attributable to (?:\w+ ){0,3}?Spokesperson ((?:[A-Z][\w.’'-]+ ?){2,3})")
_OFFICES_WITHOUT_NAME: Final = {
    ("president",): "President",
    ("vice", "president"): "Vice President",
    ("first", "lady"): "First Lady",
}
_SPOKEN_FOR: Final = re.compile("发言人([\u4e00-\u9fff]{2,3}?)(?=就|主持|在|答|宣布|谈|$)")


@dataclass(frozen=True, slots=True)
class Naming:
    """What one transcript says of itself. `authors`: who it names as its authors; `heading`: the lines above the
    text."""

    title: str
    authors: str
    heading: str
    institution: str
    day: date

    def resolve(self, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
        """`turns` with every speaker named who can be; one that was named already stays as it is."""
        labels: dict[str | None, Turn] = {}
        for turn in turns:
            labels.setdefault(turn.speaker.label, turn)
        speakers: dict[str | None, Speaker] = {
            label: self._speaker(turn, turns) for label, turn in labels.items() if label
        }
        if None in labels and len(labels) == 1:
            speakers[None] = self._author()
        known = [speaker for speaker in speakers.values() if speaker.name]
        for label, speaker in speakers.items():
            if label and not speaker.name:
                speakers[label] = self._misspelt(speaker, known)
        return tuple([_with(turn, speakers.get(turn.speaker.label)) for turn in turns])

    def _speaker(self, turn: Turn, turns: Sequence[Turn]) -> Speaker:
        printed = turn.speaker.label or ""
        if asker := named_asker(printed):
            return Speaker(printed, asker.name, None, asker.outlet)
        label = parse_label(printed)
        if is_han(printed):
            return self._chinese(printed, turn.role)
        if turn.role is Role.JOURNALIST and (turn.speaker.institution or is_house(printed)):
            # "Shenzhen TV" is who asks and nobody's name.
            return Speaker(printed)
        if label.given:
            return self._full_name(printed, label)
        if not label.name:
            return self._office_only(printed, label)
        return (
            self._named(printed, label, named_in(self.title, label.family))
            or self._named(printed, label, named_in(self.authors, label.family, office_follows=True))
            or self._named(printed, label, named_in(self.heading, label.family))
            or self._from_table(printed, label)
            or self._introduced(printed, label, turns[: turn.index])
            or Speaker(printed)
        )

    def _named(self, printed: str, label: Label, named: Named | None) -> Speaker | None:
        """The record's own name for the label, in the table's spelling and with its office where it knows them."""
        if named is None:
            return None
        given = name_words(named.name)[0]
        for tenure in self._candidates(label):
            if any(same_given_name(given, form[0]) for form in tenure.person.forms):
                return Speaker(printed, tenure.person.name, tenure.office, tenure.institution)
        person = office_holders().person(named.name)
        if person is None:
            return Speaker(printed, from_capitals(named.name), named.office or _title(label))
        held = self._held_by(printed, person)
        return replace(held, title=named.office or held.title or _title(label))

    def _from_table(self, printed: str, label: Label) -> Speaker | None:
        return _only(printed, self._candidates(label), self.institution)

    def _candidates(self, label: Label) -> list[Tenure]:
        """Office-holders of the day with this family name whose office the label may mean."""
        return [
            tenure
            for tenure in office_holders().by_family.get(label.family, ())
            if tenure.covers(self.day) and self._may_mean(label, tenure)
        ]

    def _may_mean(self, label: Label, tenure: Tenure) -> bool:
        here = same_institution(tenure.institution, self.institution)
        if label.honorific_only and label.titles != ("dr",):
            return here
        if label.titles == ("dr",) or all(word in RANKS for word in label.titles):
            return here or within_us_government(tenure.institution, self.institution)
        office = {_plain(word) for word in name_words(tenure.office)}
        return _plain(label.titles[-1]) in office and (
            here or within_us_government(tenure.institution, self.institution)
        )

    def _introduced(self, printed: str, label: Label, earlier: Sequence[Turn]) -> Speaker | None:
        """Whom an official named in full before the label first spoke: "I'm joined today by …"."""
        text = "\n".join([turn.text for turn in earlier if turn.role is not Role.JOURNALIST])
        return self._named(printed, label, named_in(text, label.family)) if text else None

    def _full_name(self, printed: str, label: Label) -> Speaker:
        person = office_holders().person(label.name)
        if person is None:
            return Speaker(printed, from_capitals(label.name), label.title or _title(label))
        held = self._held_by(printed, person)
        return replace(held, title=label.title or held.title or _title(label))

    def _office_only(self, printed: str, label: Label) -> Speaker:
        office = _OFFICES_WITHOUT_NAME.get(label.titles)
        holders = [
            tenure
            for tenure in office_holders().tenures
            if tenure.office == office
            and tenure.covers(self.day)
            and same_institution(tenure.institution, self.institution)
        ]
        return _only(printed, holders, self.institution) or Speaker(printed)

    def _chinese(self, printed: str, role: Role) -> Speaker:
        """Chinese records name people in full; who asks is named by the house only."""
        if role not in {Role.SPOKESPERSON, Role.OFFICIAL}:
            return Speaker(printed)
        spoken_for = _SPOKEN_FOR.search(self.title)
        name = spoken_for[1] if spoken_for and printed == "答" else printed.strip()
        if (person := office_holders().person(name)) is None:
            return Speaker(printed)
        held = self._held_by(printed, person)
        if held.institution and same_institution(held.institution, self.institution):
            return Speaker(printed, name, "发言人" if spoken_for else held.title, self.institution)
        return replace(held, name=name)

    def _held_by(self, printed: str | None, person: Person) -> Speaker:
        """The person, with the office held on the day, one in this institution first."""
        tenures = office_holders().of(person, self.day)
        here = [tenure for tenure in tenures if same_institution(tenure.institution, self.institution)]
        for tenure in here or tenures:
            return Speaker(printed, person.name, tenure.office, tenure.institution)
        return Speaker(printed, person.name)

    def _author(self) -> Speaker:
        """The one author of a statement without labels."""
        if attributable := _ATTRIBUTABLE.search(self.heading):
            name, office = attributable[1].strip(), "Spokesperson"
        else:
            name, _, office = (part.strip() for part in self.authors.partition(","))
            if not office or "," in office or len(name.split()) > 4 or name.startswith(("Office", "Bureau")):
                return Speaker(None)
        person = office_holders().person(name)
        return self._held_by(None, person) if person else Speaker(None, name, office)

    def _misspelt(self, speaker: Speaker, known: Sequence[Speaker]) -> Speaker:
        label = parse_label(speaker.label or "")
        wrong = " ".join(label.family)
        if len(wrong) < _SHORTEST_MISSPELT or label.given:
            return speaker
        meant = {
            (other.name, other.title, other.institution)
            for other in known
            if (right := " ".join(parse_label(other.label or "").family)) and OSA.distance(wrong, right) == 1
        } or {
            (tenure.person.name, tenure.office, tenure.institution)
            for family, tenures in office_holders().by_family.items()
            if OSA.distance(wrong, " ".join(family), score_cutoff=1) == 1
            for tenure in tenures
            if tenure.covers(self.day) and same_institution(tenure.institution, self.institution)
        }
        return Speaker(speaker.label, *meant.pop()) if len(meant) == 1 else speaker


def _only(printed: str, tenures: Sequence[Tenure], institution: str) -> Speaker | None:
    """The one person among `tenures`, those of this institution first."""
    here = [tenure for tenure in tenures if same_institution(tenure.institution, institution)]
    chosen = here or tenures
    if not chosen or any(tenure.person is not chosen[0].person for tenure in chosen):
        return None
    return Speaker(printed, chosen[0].person.name, chosen[0].office, chosen[0].institution)


def _with(turn: Turn, speaker: Speaker | None) -> Turn:
    if speaker is None or speaker.name is None or turn.speaker.name:
        return turn
    return Turn(turn.index, speaker, turn.role, turn.text)


def _title(label: Label) -> str | None:
    return None if label.honorific_only else " ".join(label.titles).title()


def _plain(word: str) -> str:
    return {"chairman": "chair", "chairwoman": "chair", "presidenta": "presidente"}.get(word, word)
