"""Whom a sentence names: persons, offices, institutions and pronouns, read off capital letters and the lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import gender_of, is_first_name
from quotes.extract.sentences import Token

# The gender of what means whoever was named last.
LATTER: Final = "latter"
# Letters from which a word in -s is a plural.
_PLURAL: Final = 4
# Before a plain noun these tell where something was said, and belong to no office: “la mandataria en su conferencia”.
_PLACES: Final = frozenset("in on at to en ante im".split())
# “held in northern Sarat”: governed for all that stands between.
_REGIONS: Final = frozenset(
    "northern southern eastern western central nearby neighbouring neighboring rural downtown upper lower".split()
)
_THIS: Final = frozenset("this ce cet cette este esta ese esa dieser diese".split())
# `R-Plains`: party and seat.
_SEAT: Final = re.compile(r"[A-Z][a-z]{0,2}-[A-Z].*")
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[a-zà-ÿ]+)+")
_OF_THEM: Final = frozenset("them us eux elles ellos ellas ihnen nous".split())
# The most words that what follows an office (“of the Ministry of Tides of Verania”) is read for.
_COMPLEMENT: Final = 9


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
    `this`: “ce gardien” and the like, who was named before."""

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


def mentions_of(
    tokens: Sequence[Token], text: str, lexicon: Lexicon, surnames: frozenset[str] = frozenset()
) -> list[Mention]:
    """`surnames`: last words of the names that the article has in full, which alone are names as well."""
    reader = _Reader(tokens, text, lexicon, surnames)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = reader.read(at)
        if mention is None:
            at += 1
        else:
            if not (found and _explains(tokens, found[-1], mention, lexicon)):
                found.append(mention)
            at = mention.last + 1
    return found


def _explains(tokens: Sequence[Token], named: Mention, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a mention says who the one before it is: `Boyd Renner, Republican of Calder Falls,`, `Ferrán (Alianza
    Marina)`, `Bob Ferris, R-Plains,`, `the Alliance, a residents’ group,`."""
    if named.kind is Named.PRONOUN or mention.kind is Named.PRONOUN or mention.first != named.last + 2:
        return False
    mark = tokens[named.last + 1].text
    behind = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if mark == "(":
        return behind is not None and behind.text in {")", ",", "-", "–"}
    closed = behind is None or behind.text in {",", "—", "–"} or behind.low in lexicon.breaks
    if mark != "," or not closed:
        return False
    if mention.kind is Named.PERSON:
        firm = named.kind is Named.INSTITUTION and mention.gender is None and mention.office is None
        return firm or _SEAT.fullmatch(tokens[mention.first].text) is not None
    determined = tokens[mention.first].low in lexicon.determiners
    return named.kind is Named.PERSON or mention.indefinite or (mention.kind is Named.INSTITUTION and determined)


class _Reader:
    def __init__(self, tokens: Sequence[Token], text: str, lexicon: Lexicon, surnames: frozenset[str]) -> None:
        self.tokens = tokens
        self.text = text
        self.lexicon = lexicon
        self.surnames = surnames

    def read(self, at: int) -> Mention | None:
        lexicon, tokens = self.lexicon, self.tokens
        low = tokens[at].low
        if low in lexicon.pronouns and (tokens[at].text != "Sie" or at == 0):
            gender = lexicon.pronouns[low]
            return self._mention(Named.PRONOUN, at, at, at, gender=gender)
        unnamed = self._unnamed(at)
        if unnamed is not None:
            return unnamed
        start = at
        if low in lexicon.determiners:
            start += 1
        end = self._group_end(start)
        if end == start:
            return None
        if self._is_audience(at, start, end):
            end = start + 1
        named = next((place for place in range(start, end) if self._begins_name(place, end)), end)
        offices = [place for place in range(start, named) if self._is_office(place)]
        if offices:
            return self._office(at, start, end, offices)
        if any(self._is_institution(place) for place in range(start, min(named, end))):
            end = self._complement(end)
            return self._mention(Named.INSTITUTION, at, end - 1, start, office=self._text(start, end - 1))
        if all(self._bare(place) in lexicon.ranks for place in range(start, end)) and self._before_verb(end):
            # “transport says ‘not yet’”: a ministry by its first word.
            return self._mention(Named.INSTITUTION, at, end - 1, start, office=self._text(start, end - 1))
        capitals = [place for place in range(start, end) if tokens[place].is_capital]
        if not capitals:
            return None
        return self._name(at, capitals[0], end, determined=start > at)

    def _unnamed(self, at: int) -> Mention | None:
        """`one of them said`: somebody of several; `ce dernier a salué`: whoever was named last."""
        tokens, lexicon = self.tokens, self.lexicon
        low = tokens[at].low
        latter = at + 1 if low in {"ce", "cette", "este", "esta", "the"} else at
        if latter < len(tokens) and tokens[latter].low in lexicon.latter and self._speaks(latter + 1):
            return self._mention(Named.PRONOUN, at, latter, at, gender=LATTER)
        if low not in lexicon.someone:
            return None
        end = at + 1
        if end + 1 < len(tokens) and tokens[end].low in lexicon.genitives and tokens[end + 1].low in _OF_THEM:
            end += 2
        clause = next((place for place in range(end, len(tokens)) if tokens[place].text == ","), None)
        resumed = end < len(tokens) and tokens[end].text == ","
        if resumed and clause is not None:
            closing = next((place for place in range(clause + 1, len(tokens)) if tokens[place].text == ","), None)
            speaks = closing is not None and self._speaks(closing + 1)
        else:
            speaks = self._speaks(end)
        return self._mention(Named.OFFICE, at, end - 1, at, office=self._text(at, end - 1)) if speaks else None

    def _speaks(self, at: int) -> bool:
        """Whether a verb of speech stands at a token, with auxiliaries before it at most."""
        tokens, lexicon = self.tokens, self.lexicon
        while at < len(tokens) and tokens[at].low in lexicon.auxiliaries:
            at += 1
        return at < len(tokens) and tokens[at].low in lexicon.verbs

    def _group_end(self, start: int) -> int:
        """The end of a run of words that a name or an office is made of."""
        lexicon, tokens = self.lexicon, self.tokens
        at = start
        while at < len(tokens):
            token = tokens[at]
            low = token.low
            bare = self._bare(at)
            capital = token.is_capital and token.text[0].isalpha() and self._may_be_name(at, start)
            if capital and low in lexicon.verbs and at > start:
                capital = False
            belongs = self._is_office(at) or bare in lexicon.ranks or self._is_institution(at)
            particle = (
                low in lexicon.particles
                and at > start
                and at + 1 < len(tokens)
                and tokens[at - 1].is_capital
                and tokens[at + 1].is_capital
                and not self._is_institution(at - 1)
                and not self._is_office(at - 1)
                and (not lexicon.nouns_capital or low in {"von", "van", "zu", "de"})
                and tokens[at + 1].low not in lexicon.no_names
            )
            owner = (
                token.text.endswith(("’s", "s’", "'s", "s'"))
                and at + 1 < len(tokens)
                and self._bare(at + 1) in lexicon.offices | lexicon.institutions | lexicon.ranks
            )
            qualifier = self._qualifies(at) and not (at > start and self._ends_name(at - 1))
            if self._name_ends(at, start):
                break
            if not (
                capital or belongs or particle or owner or qualifier or (low in lexicon.honorifics and token.is_capital)
            ):
                break
            if token.is_quotation or not token.is_word:
                break
            told = at + 1 < len(tokens) and tokens[at + 1].is_quotation
            if at > start and low in lexicon.verbs and not token.is_capital and (told or bare not in lexicon.offices):
                break
            at += 1
            if token.text.endswith(("’s", "'s", "’", "'")) and at < len(tokens) and not self._goes_on(at):
                break
        return at

    def _name_ends(self, at: int, start: int) -> bool:
        """Whether, where every noun is a capital, a name is complete before a token: `Ulrike Kessler Forderungen`."""
        tokens = self.tokens
        if not self.lexicon.nouns_capital or at - start < 2 or is_first_name(tokens[at - 1].text):
            return False
        firsts = [place for place in range(start, at - 1) if is_first_name(tokens[place].text)]
        return bool(firsts) and tokens[at - 1].is_capital and not self._is_office(firsts[0])

    def _may_be_name(self, at: int, start: int) -> bool:
        """Whether a capital may be part of a name: `May` only behind a first name, or as a surname of the article."""
        low = self.tokens[at].low
        if low not in self.lexicon.no_names or self._is_surname(at):
            return True
        before = self.tokens[at - 1] if at > start else None
        return (
            before is not None and before.is_capital and (low in self.lexicon.particles or is_first_name(before.text))
        )

    def _is_surname(self, at: int) -> bool:
        token = self.tokens[at]
        return at > 0 and (_without_possessive(token.text) or "") in self.surnames

    def _ends_name(self, at: int) -> bool:
        """Whether a word is a name's, so that what follows is a verb and no part of an office."""
        bare, lexicon = self._bare(at), self.lexicon
        known = bare in lexicon.offices or bare in lexicon.ranks or bare in lexicon.institutions
        return self.tokens[at].is_capital and not known and bare == self.tokens[at].low

    def _qualifies(self, at: int) -> bool:
        """Whether a plain word belongs to the office or institution behind it: `chief fire officer`."""
        lexicon, token = self.lexicon, self.tokens[at]
        infinitive = at > 0 and self.tokens[at - 1].low == "to"
        if (
            infinitive
            or lexicon.language != "en"
            or at + 1 >= len(self.tokens)
            or token.is_capital
            or not token.text[0].isalpha()
        ):
            return False
        bare = self._bare(at + 1)
        if bare not in lexicon.offices and bare not in lexicon.institutions:
            return False
        function_words = lexicon.no_names | lexicon.prepositions | lexicon.determiners | lexicon.auxiliaries
        return token.low not in function_words | lexicon.verbs | lexicon.participles | lexicon.breaks

    def _goes_on(self, at: int) -> bool:
        token = self.tokens[at]
        bare = self._bare(at)
        lexicon = self.lexicon
        if self._qualifies(at):
            return True
        return (
            bare in lexicon.offices
            or bare in lexicon.ranks
            or bare in lexicon.institutions
            or (token.is_capital and token.low not in lexicon.no_names)
        )

    def _office(self, at: int, start: int, end: int, offices: list[int]) -> Mention:
        """`Foreign Ministry spokesperson Lin Jian`, `the spokesperson for the ministry, Lin Jian,`."""
        tokens = self.tokens
        head = offices[-1]
        if (
            offices[0] == start
            and head == end - 1 > offices[0] + 1
            and all(tokens[place].is_capital for place in range(start, end))
        ):
            # “Minister Anna Berg Director”: the name stands after the first.
            head = offices[0]
        office_end = head
        name: str | None = None
        last = end - 1
        honorific = tokens[head].low
        after = list(range(head + 1, end))
        if after and tokens[after[0]].is_capital and not self._is_institution(after[0]):
            while after and tokens[after[0]].low in self.lexicon.honorifics:
                after.pop(0)
            name = self._text(after[0], last) if after else None
        elif after:
            office_end = last
        if name is None:
            complement = self._complement(end)
            named = self._name_behind(end, complement)
            if named is not None:
                office_end, last = named - 1, complement - 1
                name = self._text(named, last)
            elif complement > end:
                office_end = last = complement - 1
            appositive = self._appositive_name(last + 1) if name is None else None
            if appositive is not None:
                name, last = self._text(*appositive), appositive[1]
        office = self._text(start, office_end)
        gender = self._gender(honorific)
        return self._mention(
            Named.PERSON if name else Named.OFFICE,
            at,
            last,
            start,
            name=_without_possessive(name),
            office=office,
            gender=gender,
        )

    def _name(self, at: int, start: int, end: int, *, determined: bool) -> Mention | None:
        tokens, lexicon = self.tokens, self.lexicon
        gender: str | None = None
        first = start
        titled = False
        while first < end and tokens[first].low in lexicon.honorifics:
            gender = gender or self._gender(tokens[first].low)
            titled = True
            first += 1
        if first == end:
            return None
        name = self._text(first, end - 1)
        last = end - 1
        if _is_place(name, lexicon) or (not titled and self._is_firm(first, end)):
            return self._mention(Named.INSTITUTION, at, last, start, office=_without_possessive(name))
        if (
            lexicon.nouns_capital
            and not titled
            and (determined or (end - first == 1 and not self._stands_alone(at, end)))
            and not self._is_surname(first)
        ):
            return None
        if determined:
            return self._mention(Named.INSTITUTION, at, last, start, office=name)
        called = self._called(first, end)
        if called > first:
            titled, first = True, called
            name = self._text(first, end - 1)
        # “Sen. Robert Quill”: what stands before a name and tells no gender is an office.
        office = self._text(start, first - 1) if titled and gender is None else None
        # “In Lisgard, the mayor said”: a place and a subject.
        placed = at == 1 and tokens[0].low in lexicon.prepositions
        appositive = None if placed else self._appositive_office(end)
        if appositive is not None:
            office = self._text(appositive[0], appositive[1])
            gender = gender or gender_of(name) or self._gender_of(appositive)
            last = appositive[1]
        return self._mention(
            Named.PERSON, at, last, start, name=_without_possessive(name), office=office, gender=gender
        )

    def _is_audience(self, at: int, start: int, end: int) -> bool:
        """`à l’AFN Catherine Moulin`: an agency that was told, and the name of who told it."""
        tokens = self.tokens
        told = at > 0 and tokens[at - 1].low in self.lexicon.prepositions
        return told and end - start > 2 and tokens[start].text.isupper() and is_first_name(tokens[start + 1].text)

    def _begins_name(self, place: int, end: int) -> bool:
        """Whether a first name stands at a token and more of the name behind it, so that no office follows: `Roy Dean
        Tuttle`, `Anna Baker`."""
        token = self.tokens[place]
        return (
            token.is_capital and place + 1 < end and self.tokens[place + 1].is_capital and is_first_name(token.text)
        ) and not self._is_office(place)

    def _name_behind(self, start: int, end: int) -> int | None:
        """Where a first name begins in `de Aguas Rodrigo Ordóñez`, with a capital before it."""
        for place in range(start + 1, end - 1):
            before, token = self.tokens[place - 1], self.tokens[place]
            if before.is_capital and token.is_capital and is_first_name(token.text) and self.tokens[end - 1].is_capital:
                return place
        return None

    def _is_firm(self, first: int, end: int) -> bool:
        """Whether a name is no person's: `Skerry Lines`, or `Meridian Mapping said it …`."""
        tokens, lexicon = self.tokens, self.lexicon
        if end - first > 1 and tokens[end - 1].low.removesuffix("’s") in lexicon.companies:
            return True
        if is_first_name(tokens[first].text) or end + 1 >= len(tokens) or tokens[end].low not in lexicon.verbs:
            return False
        behind = (
            tokens[end + 2]
            if tokens[end + 1].low in lexicon.complementizers and end + 2 < len(tokens)
            else tokens[end + 1]
        )
        return lexicon.pronouns.get(behind.low) == "it" and end - first > 1

    def _called(self, first: int, end: int) -> int:
        """Where a name begins behind capitals that only say who it is: `Dad-of-three Gary Pollit`, `Commuter Aisha
        Bell`."""
        words = [self.tokens[place].text for place in range(first, end)]
        if len(words) > 2 and _COMPOUND.fullmatch(words[0]):
            return first + 1
        known = [number for number, word in enumerate(words[:-1]) if is_first_name(word)]
        return first + known[0] if known and known[0] > 0 and not words[0].endswith(".") else first

    def _stands_alone(self, at: int, end: int) -> bool:
        """In German, where all nouns are capitals: whether one without an article stands as a name does."""
        if self._after_verb(at):
            return True
        before = self.tokens[at - 1] if at else None
        return self._before_verb(end) and (
            before is None or not before.is_word or before.low in {"und", "aber", "dass", "wie"}
        )

    def _after_verb(self, at: int) -> bool:
        return at > 0 and self.tokens[at - 1].low in self.lexicon.verbs

    def _before_verb(self, end: int) -> bool:
        if end >= len(self.tokens):
            return False
        low = self.tokens[end].low
        return low in self.lexicon.verbs or (self.lexicon.nouns_capital and low in self.lexicon.auxiliaries)

    def _complement(self, end: int) -> int:
        """The end of `of the Ministry of Tides` that belongs to an office or an institution."""
        tokens, lexicon = self.tokens, self.lexicon
        at = end
        while at + 1 < len(tokens) and at - end < _COMPLEMENT:
            place = at
            if tokens[place].low not in lexicon.genitives:
                break
            place += 1
            while place < len(tokens) and tokens[place].low in lexicon.determiners:
                place += 1
            stop = self._group_end(place)
            if (
                stop == place
                and place < len(tokens)
                and tokens[place].is_word
                and tokens[place].low not in lexicon.no_names
            ):
                # One plain noun: “minister for tides”.
                if tokens[at].low in _PLACES:
                    break
                if tokens[place].low in lexicon.verbs or tokens[place].text[0].isdigit():
                    break
                stop = place + 1
                if stop < len(tokens) and tokens[stop].low in {"and", "y", "et", "und"} and stop + 1 < len(tokens):
                    following = tokens[stop + 1]
                    if following.is_word and following.low not in lexicon.no_names | lexicon.verbs:
                        stop += 2
            if stop == place:
                break
            if lexicon.day.match(self.text, tokens[place].start):
                break
            at = stop
        return at

    def _appositive_name(self, at: int) -> tuple[int, int] | None:
        """Tokens of a name between commas after an office."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].text not in {",", "("}:
            return None
        first = at + 1
        end = self._group_end(first)
        while first < end - 1 and (tokens[first].low in self.lexicon.honorifics or self._is_office(first)):
            first += 1
        if end == first or any(self._is_office(place) or self._is_institution(place) for place in range(first, end)):
            return None
        if tokens[end - 1].low in self.lexicon.companies:
            return None
        if not tokens[first].is_capital or _is_place(self._text(first, end - 1), self.lexicon):
            return None
        closes = end == len(tokens) or not tokens[end].is_word or tokens[end].low in self.lexicon.verbs
        return (
            (first, end - 1)
            if closes and (end - at > 2 or end == len(tokens) or tokens[end].text in {",", ")", "."})
            else None
        )

    def _appositive_office(self, at: int) -> tuple[int, int] | None:
        """Tokens of an office between commas after a name: `Anna Berg, the minister for tides,`."""
        tokens, lexicon = self.tokens, self.lexicon
        if at + 1 >= len(tokens) or tokens[at].text not in {",", "("}:
            return None
        first = at + 1
        if (
            tokens[first].is_word
            and tokens[first].text[0].isdigit()
            and first + 2 < len(tokens)
            and tokens[first + 1].text == ","
        ):
            first += 2  # “Anna Berg, 52, the minister”
        if tokens[first].low in lexicon.breaks | lexicon.complementizers | lexicon.conjunctions:
            return None
        while first < len(tokens) and tokens[first].low in lexicon.determiners:
            first += 1
        begin = first
        # Adjectives may stand before it: “the country’s veteran foreign minister”.
        stop = self._group_end(first)
        tries = 0
        while stop < len(tokens) and tries < 3 and not any(self._is_office(p) for p in range(first, stop)):
            if (
                not tokens[stop].is_word
                or tokens[stop].low in lexicon.verbs | lexicon.prepositions | lexicon.auxiliaries
            ):
                return None
            stop = max(self._group_end(stop + 1), stop + 1)
            tries += 1
        if not any(self._is_office(place) for place in range(begin, stop)):
            return None
        last_office = max(place for place in range(begin, stop) if self._is_office(place))
        if last_office < stop - 1:
            # “on X, Prime Minister Ode Lang said”: the office is another's.
            return None
        stop = self._complement(stop)
        # “der Regierung, der Präsident hält …”: with nothing behind it, it is the next clause's subject.
        end = self._coordinate(stop)
        if end < len(tokens) and tokens[end].is_word and tokens[end].low not in lexicon.breaks:
            return None
        return begin, end - 1

    def _coordinate(self, stop: int) -> int:
        """The end of a second office that the first is joined to: `her stepson and the chairman of the board`."""
        tokens, lexicon = self.tokens, self.lexicon
        if stop >= len(tokens) or tokens[stop].low not in lexicon.ands:
            return stop
        first = stop + 1
        while first < len(tokens) and tokens[first].low in lexicon.determiners:
            first += 1
        end = self._group_end(first)
        return self._complement(end) if any(self._is_office(place) for place in range(first, end)) else stop

    def _is_office(self, place: int) -> bool:
        bare = self._bare(place)
        lexicon = self.lexicon
        if lexicon.nouns_capital:
            bare = bare.removesuffix("s") if bare.removesuffix("s") in lexicon.offices else bare
            if not self.tokens[place].is_capital:
                return False
            last = bare.rsplit("-", 1)[-1]
            return last in lexicon.offices or bare.removesuffix("s").endswith(lexicon.compound_endings)
        return (
            bare in lexicon.offices
            or bare.rsplit("-", 1)[-1] in lexicon.offices
            or bare.endswith(lexicon.office_endings or ("\0",))
        )

    def _is_institution(self, place: int) -> bool:
        bare = self._bare(place)
        plural = bare[:-1] if self.lexicon.language == "en" and bare.endswith("s") and len(bare) > _PLURAL else bare
        compound = (
            self.lexicon.nouns_capital
            and self.tokens[place].is_capital
            and bare.endswith(self.lexicon.compound_institutions)
        )
        return compound or bare in self.lexicon.institutions or plural in self.lexicon.institutions

    def _bare(self, place: int) -> str:
        return self.tokens[place].low.removesuffix("’s").removesuffix("'s").rstrip("’'")

    def _gender(self, word: str) -> str | None:
        word = word.removesuffix("’s")
        lexicon = self.lexicon
        if word in lexicon.female or (
            lexicon.nouns_capital and word.endswith("in") and word[:-2].endswith(lexicon.compound_endings)
        ):
            return "she"
        return (
            "he"
            if word in lexicon.male
            or (lexicon.nouns_capital and word.endswith("er") and word.endswith(lexicon.compound_endings))
            else None
        )

    def _gender_of(self, span: tuple[int, int]) -> str | None:
        found = [
            gender
            for place in range(span[0], span[1] + 1)
            if self._is_office(place) and (gender := self._gender(self.tokens[place].low))
        ]
        return found[0] if found else None

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last].end].split())

    def _mention(
        self,
        kind: Named,
        at: int,
        last: int,
        start: int,
        *,
        name: str | None = None,
        office: str | None = None,
        gender: str | None = None,
    ) -> Mention:
        tokens = self.tokens
        before = tokens[at - 1].low if at else ""
        if before in _REGIONS and at > 1:
            before = tokens[at - 2].low
        indefinite = tokens[at].low in self.lexicon.indefinite
        gender = gender or (gender_of(name) if name else None)
        if gender is None and self.lexicon.language in {"es", "fr"} and tokens[at].low in {"la", "una", "une"}:
            gender = "she"
        elif gender is None and self.lexicon.language in {"es", "fr"} and tokens[at].low in {"el", "le", "un"}:
            gender = "he"
        return Mention(
            kind,
            at,
            last,
            tokens[at].start,
            tokens[last].end,
            name,
            office,
            indefinite,
            governed=tokens[at].low in self.lexicon.oblique
            or (before in self.lexicon.prepositions and before not in self.lexicon.conjunctions),
            possessive=tokens[last].text.endswith(("’s", "'s", "s’", "s'")),
            gender=gender,
            this=tokens[at].low in _THIS,
        )


def _without_possessive(name: str | None) -> str | None:
    if name is None:
        return None
    for ending in ("’s", "'s"):
        name = name.removesuffix(ending)
    return name.rstrip("’'")


def _is_place(name: str, lexicon: Lexicon) -> bool:
    bare = _without_possessive(name) or ""
    return bare.lower() in lexicon.places or bare.split(" ")[0].lower() in {"united", "estados", "états-unis"}
