"""Relative clauses: “Berg, who runs the port, said”, “Mertens, der wiedergewählt werden will, hatte”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import Mention, Named
from quotes.extract.sentences import Token

_WHO: Final = frozenset({Named.PERSON, Named.OFFICE})


@dataclass(frozen=True, slots=True)
class Relative:
    """Tokens `first` to `last` (inclusive), from the relative pronoun to what stands before the closing comma; `closed`
    where there is one. The head stands before the comma at `first - 1`."""

    first: int
    last: int
    closed: bool

    def holds(self, place: int) -> bool:
        return self.first <= place <= self.last


def relatives_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Relative]:
    found: list[Relative] = []
    for place in range(1, len(tokens)):
        if tokens[place].low not in lexicon.relatives or tokens[place - 1].text != ",":
            continue
        end = next((at for at in range(place + 1, len(tokens)) if tokens[at].text in {",", "–", "—"}), None)
        found.append(Relative(place, (len(tokens) if end is None else end) - 1, end is not None))
    return found


def head_of(
    relative: Relative, mentions: Sequence[Mention], lexicon: Lexicon, tokens: Sequence[Token]
) -> Mention | None:
    """Who does what a relative clause tells: the person just before its comma. None where that is a thing, or where
    the pronoun may be an object (“the closing, que calificó de ‘teatro’”)."""
    if tokens[relative.first].low not in lexicon.who:
        return None
    head = next((each for each in mentions if each.last == relative.first - 2 and each.kind in _WHO), None)
    ambiguous = tokens[relative.first].low in lexicon.complementizers
    return None if head is not None and head.governed and ambiguous else head
