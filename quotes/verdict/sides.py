"""Both texts of an alignment, as the modules that class edits look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from quotes.align import Alignment, Step
from quotes.model import EditClass
from quotes.text import Tokens
from quotes.verdict.kinds import kinds
from quotes.verdict.names import told_names, with_told
from quotes.verdict.spanish import is_spanish

_STOPS: Final = ".?!;。？！；\n"
# An initial's or an abbreviation's full stop ends no sentence.
_SHORT_BEFORE_STOP: Final = frozenset("mr mrs ms dr prof gen sen rep gov st jr sr vs no".split())


@dataclass(frozen=True)
class Sides:
    """`quote` and `source` are the folded words of both; all lists run parallel to the tokens. Names and kinds are
    looked for only when an edit has to be classed by its words: most alignments have none."""

    alignment: Alignment
    quote: list[str]
    source: list[str]

    @cached_property
    def quote_names(self) -> list[bool]:
        return with_told(self.alignment.quotation.tokens, self._told_names)

    @cached_property
    def source_names(self) -> list[bool]:
        return with_told(self.alignment.source.tokens, self._told_names)

    @cached_property
    def _told_names(self) -> frozenset[str]:
        return told_names(self.alignment.source.tokens, self.alignment.quotation.tokens)

    @cached_property
    def in_spanish(self) -> bool:
        return is_spanish(self.quote, self.source)

    @cached_property
    def quote_kinds(self) -> list[EditClass]:
        """The kind of each printed word in its place; see `kinds`."""
        return kinds(self.alignment.quotation.tokens, in_spanish=self.in_spanish)

    @cached_property
    def source_kinds(self) -> list[EditClass]:
        """The kind of each of the record's words in its place."""
        return kinds(self.alignment.source.tokens, in_spanish=self.in_spanish)

    def printed(self, step: Step) -> list[str]:
        return self.quote[step.quote_first : step.quote_last]

    def recorded(self, step: Step) -> list[str]:
        return self.source[step.source_first : step.source_last]


def gap(tokens: Tokens, place: int) -> str:
    """The characters between token `place` and the one before it; those at either end of the text."""
    start = tokens.ends[place - 1] if place else 0
    end = tokens.starts[place] if place < len(tokens) else len(tokens.text)
    return tokens.text[start:end]


def stops(tokens: Tokens, place: int) -> bool:
    """Whether a sentence or an independent clause ends right before token `place`; the text's ends count."""
    if place <= 0 or place >= len(tokens):
        return True
    between = gap(tokens, place)
    if not any(mark in between for mark in _STOPS):
        return False
    return between.strip() != "." or tokens.norms[place - 1] not in _SHORT_BEFORE_STOP


def sentence_start(tokens: Tokens, place: int) -> int:
    """The first token of the sentence that token `place` stands in."""
    while place > 0 and not stops(tokens, place):
        place -= 1
    return place


def places_of(words: Sequence[str], phrase: Sequence[str]) -> list[int]:
    """Where `phrase` stands in `words`."""
    length = len(phrase)
    return [place for place in range(len(words) - length + 1) if list(words[place : place + length]) == list(phrase)]
