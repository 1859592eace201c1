"""Whom a sentence names: persons, offices, institutions and pronouns, read off capital letters and the lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.appositions import Appositions, explains
from quotes.extract.clauses import relatives_of
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import gender_of, is_first_name
from quotes.extract.mention import LATTER, Mention, Named
from quotes.extract.noun_groups import is_place, without_possessive
from quotes.extract.sentences import Token

# “held in northern Sarat”: governed for all that stands between.
_REGIONS: Final = frozenset(
    "northern southern eastern western central nearby neighbouring neighboring rural downtown upper lower".split()
)
_THIS: Final = frozenset("this ce cet cette este esta ese esa dieser diese".split())
_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[a-zà-ÿ]+)+")
# What stands beside a verb of speech and is when it was said.
_TIMES: Final = frozenset(
    "veille semaine mois année jour matin soir nuit víspera semana mes año día noche tarde mañana tag woche "
    "nacht monat jahr abend week month year day night morning evening time".split()
)
# Words of a noun that stands before a name, at most.
_NOUNS: Final = 3
_OF_THEM: Final = frozenset("them us eux elles ellos ellas ihnen nous".split())


def mentions_of(
    tokens: Sequence[Token], text: str, lexicon: Lexicon, surnames: frozenset[str] = frozenset()
) -> list[Mention]:
    """`surnames`: of the names that the article has in full, which alone are names as well."""
    reader = _Reader(tokens, text, lexicon, surnames)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = reader.read(at)
        if mention is None:
            at += 1
        else:
            if not (found and explains(tokens, found[-1], mention, lexicon)):
                found.append(mention)
            at = mention.last + 1
    return found


class _Reader(Appositions):
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
            explained = self._explained(at, start) if low in lexicon.possessives else None
            return explained or (self._anybody(at, start) if start > at else None)
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
        begins_low = low in lexicon.particles and capitals[0] > start == at
        return self._name(at, at if begins_low else capitals[0], end, determined=start > at)

    def _unnamed(self, at: int) -> Mention | None:
        """`one of them said`: somebody of several; `ce dernier a salué`: whoever was named last."""
        tokens, lexicon = self.tokens, self.lexicon
        low = tokens[at].low
        latter = at + 1 if low in {"ce", "cette", "este", "esta", "the"} else at
        if latter < len(tokens) and tokens[latter].low in lexicon.latter and self._speaks(latter + 1):
            return self._mention(Named.PRONOUN, at, latter, at, gender=LATTER)
        aged = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if aged.endswith(("jährige", "jähriger")) and low in {"der", "die"} and "Jährige" in tokens[at + 1].text:
            # “die 74-Jährige”
            return self._mention(Named.PRONOUN, at, at + 1, at, gender="she" if low == "die" else "he")
        if low not in lexicon.someone:
            return None
        end = at + 1
        if end + 1 < len(tokens) and tokens[end].low in lexicon.genitives:
            if tokens[end + 1].low in _OF_THEM:
                end += 2
            elif end + 2 < len(tokens) and tokens[end + 1].low in lexicon.determiners:
                # “One of the crew”
                end += 3
        clause = next((place for place in range(end, len(tokens)) if tokens[place].text == ","), None)
        resumed = end < len(tokens) and tokens[end].text == ","
        if resumed and clause is not None:
            closing = next((place for place in range(clause + 1, len(tokens)) if tokens[place].text == ","), None)
            speaks = closing is not None and self._speaks(closing + 1)
        else:
            speaks = self._speaks(end)
        return self._mention(Named.OFFICE, at, end - 1, at, office=self._text(at, end - 1)) if speaks else None

    def _explained(self, at: int, start: int) -> Mention | None:
        """`her fiancé, Wayne Tranter,`: a noun that the lexicon does not have, and the name behind it."""
        lexicon, tokens = self.lexicon, self.tokens
        end = next((place for place in range(start, len(tokens)) if tokens[place].text == ","), len(tokens))
        nouns = tokens[start:end]
        if not 0 < len(nouns) <= _NOUNS or not all(
            each.text.isalpha() and each.low not in lexicon.no_nouns for each in nouns
        ):
            return None
        name = self._appositive_name(end)
        closed = name is not None and (name[1] + 1 == len(tokens) or not tokens[name[1] + 1].is_word)
        if name is None or not closed or name[0] == name[1] or not is_first_name(tokens[name[0]].text):
            return None
        office = self._text(start, end - 1)
        return self._mention(Named.PERSON, at, name[1], start, name=self._text(*name), office=office)

    def _anybody(self, at: int, start: int) -> Mention | None:
        """`one grandmaster said`, `« … », dit un affineur`: a noun that the lexicon does not have, beside the verb."""
        tokens, lexicon = self.tokens, self.lexicon
        if at and tokens[at - 1].low in lexicon.prepositions:
            return None
        if start >= len(tokens) or not tokens[start].text.isalpha() or tokens[start].low in lexicon.no_nouns:
            return None
        if tokens[start].is_capital is not lexicon.nouns_capital or tokens[start].low in _TIMES:
            return None
        end = start + 1
        clause = next((each for each in relatives_of(tokens, lexicon) if each.first == end + 1), None)
        behind = clause.last + 2 if clause is not None and clause.closed else end
        verb = at - 1
        ends = end == len(tokens) or not tokens[end].is_word or tokens[end].low in lexicon.prepositions
        quoted = verb > 0 and any(each.is_quotation for each in tokens[max(0, verb - 2) : verb])
        follows = quoted and tokens[verb].low in lexicon.verbs and not tokens[verb - 1].is_word and ends
        if not follows and not (tokens[at].low in lexicon.indefinite and self._speaks(behind)):
            return None
        return self._mention(Named.OFFICE, at, end - 1, start, office=self._text(start, end - 1))

    def _speaks(self, at: int) -> bool:
        """Whether a verb of speech stands at a token, with auxiliaries before it at most."""
        tokens, lexicon = self.tokens, self.lexicon
        while at < len(tokens) and tokens[at].low in lexicon.auxiliaries:
            at += 1
        return at < len(tokens) and tokens[at].low in lexicon.verbs

    def _office(self, at: int, start: int, end: int, offices: list[int]) -> Mention:
        """`Foreign Ministry spokesperson Lin Jian`, `the spokesperson for the ministry, Lin Jian,`."""
        tokens, lexicon = self.tokens, self.lexicon
        head = offices[-1]
        if (
            (offices[0] == start or (lexicon.nouns_capital and offices[0] == start + 1))
            and head == end - 1 > offices[0] + 1
            and all(tokens[place].is_capital for place in range(start, end))
        ):
            # “Minister Anna Berg Director”: the name stands after the first.
            head = offices[0]
        elif head > offices[0] and head + 1 < end and tokens[head].is_capital and is_first_name(tokens[head].text):
            # “founder Dean Brightwell”
            head -= 1
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
            if lexicon.language in {"es", "fr"}:
                end = self._adjectives(end)
                office_end = last = end - 1
            complement = self._complement(end)
            named = self._name_behind(end, complement)
            behind = self._group_end(complement)
            plain = behind - complement > 1 and not tokens[complement - 1].is_capital and not lexicon.nouns_capital
            if named is None and plain and tokens[complement].is_capital and tokens[behind - 1].is_capital:
                # “le député d’opposition Gérald Tissot”
                named, complement = complement, behind
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
            name=without_possessive(name),
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
        if is_place(name, lexicon) or (not titled and self._is_firm(first, end)):
            return self._mention(Named.INSTITUTION, at, last, start, office=without_possessive(name))
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
        return self._mention(Named.PERSON, at, last, start, name=without_possessive(name), office=office, gender=gender)

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
        if self.lexicon.nouns_capital and len(words) > 2 and not known:
            return first + 1
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
        """Whether a verb of speech stands before a token and a quotation or nothing before that: „…“, sagt Kranz."""
        if at == 0 or self.tokens[at - 1].low not in self.lexicon.verbs:
            return False
        begins = at == 1 or not self.tokens[at - 2].is_word
        return begins or self.tokens[at - 1].low in self.lexicon.reporting

    def _before_verb(self, end: int) -> bool:
        if end >= len(self.tokens):
            return False
        low = self.tokens[end].low
        return low in self.lexicon.verbs or (self.lexicon.nouns_capital and low in self.lexicon.auxiliaries)

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
        elif at > 2 and kind is Named.INSTITUTION and tokens[at - 2].low in self.lexicon.indefinite:
            # “in a 900-page report”.
            before = tokens[at - 3].low
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
            owned=tokens[at].low in self.lexicon.possessives,
        )
