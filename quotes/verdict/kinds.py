"""The kind of each word of a text in the place where it stands: what the words around it, its language and the pauses
beside it make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from quotes.model import EditClass
from quotes.text import Tokens, is_unspaced
from quotes.verdict import chinese, spanish
from quotes.verdict.words import HALF_PAUSE_FILLERS, PAUSE_FILLERS, PHRASES, kind_of

_PAUSES: Final = frozenset(",，、;；:：.。…—–()（）!?！？¡¿\n")


def kinds(tokens: Tokens, *, in_spanish: bool) -> list[EditClass]:
    """The kind of each token, as `words.kind_of` has it where the language adds nothing."""
    found = [kind_of(norm) for norm in tokens.norms]
    for phrase, kind in PHRASES.items():
        for place in _places(tokens.norms, phrase):
            found[place : place + len(phrase)] = [kind] * len(phrase)
    _set_off(tokens, PAUSE_FILLERS, found)
    for phrase in HALF_PAUSE_FILLERS:
        for place in _places(tokens.norms, phrase):
            if pause_before(tokens, place) or pause_before(tokens, place + len(phrase)):
                found[place : place + len(phrase)] = [EditClass.FILLER] * len(phrase)
    if in_spanish:
        found = [kind or plain for kind, plain in zip(spanish.spanish_kinds(tokens.norms), found, strict=True)]
        _set_off(tokens, spanish.PAUSE_FILLERS, found)
    if any(map(is_unspaced, tokens.norms)):
        found = [kind or plain for kind, plain in zip(chinese.chinese_kinds(tokens.norms), found, strict=True)]
        _set_off(tokens, chinese.PAUSE_FILLERS, found)
    return found


def _set_off(tokens: Tokens, phrases: Iterable[tuple[str, ...]], found: list[EditClass]) -> None:
    for phrase in phrases:
        for place in _places(tokens.norms, phrase):
            if pause_before(tokens, place) and pause_before(tokens, place + len(phrase)):
                found[place : place + len(phrase)] = [EditClass.FILLER] * len(phrase)


def _places(norms: list[str], phrase: tuple[str, ...]) -> Iterator[int]:
    place = -1
    for _ in range(norms.count(phrase[0])):
        place = norms.index(phrase[0], place + 1)
        if tuple(norms[place : place + len(phrase)]) == phrase:
            yield place


def pause_before(tokens: Tokens, place: int) -> bool:
    """Whether a pause is printed before token `place`, or nothing is."""
    if place in {0, len(tokens)}:
        return True
    between = tokens.text[tokens.ends[place - 1] : tokens.starts[place]]
    return "--" in between or not _PAUSES.isdisjoint(between)
