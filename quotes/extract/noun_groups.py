"""Runs of words that a name or an office is made of, and which of them are offices and institutions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.lexicon.first_names import is_first_name
from quotes.extract.sentences import MASK, Token

# Letters from which a word in -s is a plural.
_PLURAL: Final = 4


class NounGroups:
    """The tokens of one sentence. `surnames`: of the names that the article has in full, with particles and without."""

    def __init__(self, tokens: Sequence[Token], text: str, lexicon: Lexicon, surnames: frozenset[str]) -> None:
        self.tokens = tokens
        self.text = text
        self.lexicon = lexicon
        self.surnames = surnames

    def _group_end(self, start: int) -> int:
        """The end of a run of words that a name or an office is made of."""
        lexicon, tokens = self.lexicon, self.tokens
        at = start
        while at < len(tokens):
            token = tokens[at]
            low = token.low
            bare = self._bare(at)
            if (
                token.text == "&"
                and start < at < len(tokens) - 1
                and tokens[at - 1].is_capital
                and tokens[at + 1].is_capital
            ):
                at += 1
                continue
            if self._is_nickname(at, start):
                at += 1
                continue
            capital = token.is_capital and token.text[0].isalpha() and self._may_be_name(at, start)
            if capital and low in lexicon.verbs and at > start:
                capital = False
            belongs = self._is_office(at) or bare in lexicon.ranks or self._is_institution(at)
            if low in lexicon.particles and not token.is_capital:
                surname = self._after_particles(at, start)
                if surname > at:
                    at = surname
                    continue
            owner = (
                token.text.endswith(("’s", "s’", "'s", "s'"))
                and at + 1 < len(tokens)
                and self._bare(at + 1) in lexicon.offices | lexicon.institutions | lexicon.ranks
            )
            qualifier = self._qualifies(at) and not (at > start and self._ends_name(at - 1))
            if self._name_ends(at, start):
                break
            if not (capital or belongs or owner or qualifier or (low in lexicon.honorifics and token.is_capital)):
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

    def _is_nickname(self, at: int, start: int) -> bool:
        """Whether a quotation stands between first name and surname: `Wayne ‘The Train’ Tranter`."""
        tokens = self.tokens
        if not tokens[at].is_quotation or at == start or at + 1 >= len(tokens):
            return False
        return is_first_name(tokens[at - 1].text) and tokens[at - 1].is_capital and tokens[at + 1].is_capital

    def _after_particles(self, at: int, start: int) -> int:
        """The place of the surname behind `van der`, `de la`, `von`; `at` where there is none. A group begins with
        them only before a surname of the article: “van der Laan said”."""
        tokens, lexicon = self.tokens, self.lexicon
        end = at
        while end < len(tokens) and tokens[end].low in lexicon.particles and tokens[end].is_word:
            end += 1
        if end == at or end == len(tokens) or not tokens[end].is_capital or tokens[end].low in lexicon.no_names:
            return at
        if at == start:
            return end if (without_possessive(self._text(at, end)) or "") in self.surnames else at
        # “Emil Kranz von der Universität”: behind a whole name it is where he comes from.
        whole = any(is_first_name(tokens[place].text) for place in range(start, at - 1))
        called = is_first_name(tokens[at - 1].text)
        determined = start > 0 and tokens[start - 1].low in lexicon.determiners and not called
        if lexicon.nouns_capital and (whole or determined or tokens[at].low not in {"von", "van", "zu", "de"}):
            return at
        before = tokens[at - 1].is_capital and not self._is_institution(at - 1) and not self._is_office(at - 1)
        return end if before else at

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
        if at == 0 and self.lexicon.language == "es" and low in self.lexicon.verbs:
            return False
        if low not in self.lexicon.no_names or self._is_surname(at):
            return True
        before = self.tokens[at - 1] if at > start else None
        return (
            before is not None and before.is_capital and (low in self.lexicon.particles or is_first_name(before.text))
        )

    def _is_surname(self, at: int) -> bool:
        token = self.tokens[at]
        known = (without_possessive(token.text) or "") in self.surnames
        return known and (at > 0 or token.low not in self.lexicon.no_names)

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
        # Asked of each: to join them for every word took most of the time that a sentence takes.
        others = (
            lexicon.no_names,
            lexicon.prepositions,
            lexicon.determiners,
            lexicon.auxiliaries,
            lexicon.verbs,
            lexicon.participles,
            lexicon.breaks,
        )
        return not token.low.endswith("ing") and not any(token.low in words for words in others)

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

    def _is_office(self, place: int) -> bool:
        bare = self._bare(place)
        lexicon = self.lexicon
        if lexicon.nouns_capital:
            bare = bare.removesuffix("s") if bare.removesuffix("s") in lexicon.offices else bare
            if not self.tokens[place].is_capital:
                return False
            last = bare.rsplit("-", 1)[-1]
            return last in lexicon.offices or bare.removesuffix("s").endswith(lexicon.compound_endings)
        if bare in lexicon.offices:
            return True
        token = self.tokens[place]
        return not (token.is_capital and is_first_name(token.text)) and (
            bare.rsplit("-", 1)[-1] in lexicon.offices or bare.endswith(lexicon.office_endings or ("\0",))
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
        words = self.text[self.tokens[first].start : self.tokens[last].end]
        return " ".join(words.replace(MASK, "").split())


def without_possessive(name: str | None) -> str | None:
    if name is None:
        return None
    for ending in ("’s", "'s"):
        name = name.removesuffix(ending)
    return name.rstrip("’'")


def is_place(name: str, lexicon: Lexicon) -> bool:
    bare = without_possessive(name) or ""
    return bare.lower() in lexicon.places or bare.split(" ")[0].lower() in {"united", "estados", "états-unis"}
