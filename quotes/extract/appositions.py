"""What belongs to an office or a name: complements (“of the Ministry of Tides”) and what stands between commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import is_first_name
from quotes.extract.mention import Mention, Named
from quotes.extract.noun_groups import NounGroups, is_place
from quotes.extract.sentences import Token

# Before a plain noun these tell where something was said, and belong to no office: “la mandataria en su conferencia”.
_PLACES: Final = frozenset("in on at to en ante im".split())
_THEMSELVES: Final = frozenset("himself herself mismo misma lui-même elle-même selbst selber".split())
# `R-Plains`: party and seat.
_SEAT: Final = re.compile(r"[A-Z][a-z]{0,2}-[A-Z].*")
# The most words that what follows an office (“of the Ministry of Tides of Verania”) is read for.
_COMPLEMENT: Final = 9
# Adjectives behind an office, at most: “ministra portavoz adjunta”.
_ADJECTIVES: Final = 2


def explains(tokens: Sequence[Token], named: Mention, mention: Mention, lexicon: Lexicon) -> bool:
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


class Appositions(NounGroups):
    """Where a complement or an apposition ends, in tokens."""

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
                stop = self._adjectives(stop)
            if stop == place:
                break
            if lexicon.day.match(self.text, tokens[place].start):
                break
            at = stop
        return at

    def _adjectives(self, end: int) -> int:
        """The end of adjectives behind an office or of further words of a complement, where what follows shows that
        they are: `directrice générale, Karima Benali,`, `bienes comunales, a bordo`, `of civil engineering at`."""
        tokens, lexicon = self.tokens, self.lexicon
        if lexicon.nouns_capital:
            return end
        at = end
        while at < len(tokens) and at - end < _ADJECTIVES and tokens[at].text.isalpha() and tokens[at].text.islower():
            if tokens[at].low in lexicon.no_nouns:
                break
            at += 1
        if at == end or at == len(tokens):
            return end
        belongs = lexicon.language == "en" or tokens[at].low in lexicon.particles
        closed = tokens[at].text == "," or (tokens[at].low in lexicon.genitives and belongs)
        return at if closed or (tokens[at].is_capital and is_first_name(tokens[at].text)) else end

    def _appositive_name(self, at: int) -> tuple[int, int] | None:
        """Tokens of a name between commas after an office."""
        tokens = self.tokens
        if at + 1 < len(tokens) and tokens[at].low in _THEMSELVES:
            at += 1
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
        if not tokens[first].is_capital or is_place(self._text(first, end - 1), self.lexicon):
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
        stop = self._complement(self._adjectives(stop))
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

    def _name_behind(self, start: int, end: int) -> int | None:
        """Where a first name begins in `de Aguas Rodrigo Ordóñez`, with a capital before it."""
        for place in range(start + 1, end - 1):
            before, token = self.tokens[place - 1], self.tokens[place]
            if before.is_capital and token.is_capital and is_first_name(token.text) and self.tokens[end - 1].is_capital:
                return place
        return None
