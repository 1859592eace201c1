"""Words with their places.

Every offset is a code point of the text that was tokenised, half-open; comparison runs on `norms`, and whatever it
finds points back at characters of the original.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.text.fold import APOSTROPHES, INVISIBLE, fold
from quotes.text.scripts import UNSPACED

_LETTER: Final = rf"[^\W\d_{UNSPACED}]"
_COMBINING: Final = "\u0300-\u036f"
# The first alternative takes the plain words of English text, nine tokens in ten, at twice the speed of the rest.
_TOKEN: Final = re.compile(
    rf"[A-Za-z]++(?![^ ,\-\n;:?!)\"”—…])"
    rf"|[A-Za-z](?:\.[A-Za-z](?!{_LETTER}))+\.?(?:[{APOSTROPHES}]s(?!{_LETTER}))?"  # U.S., p.m., U.S.’s
    rf"|{_LETTER}+(?:[{APOSTROPHES}{INVISIBLE}{_COMBINING}]+{_LETTER}+)*[{_COMBINING}]*"
    rf"|\d+(?:[.,．]\d+)*(?:st|nd|rd|th)?(?!{_LETTER})|\d+(?:[.,．]\d+)*"
    rf"|[{UNSPACED}]"
    r"|[%‰％&＆$＄€£¥￥½¼¾⅓⅔⅕⅛⅜⅝⅞]"
)
# A server folds whatever strangers send: past this many different words a cache starts anew. All of a large corpus has
# some three times as many, and pays for them again every ten million words.
_CACHE_LIMIT: Final = 200_000
# Text without spaces comes in stretches that never come again.
_LONGEST_KEPT: Final = 40


class _FoldCache(dict[str, tuple[tuple[str, ...], bool]]):
    """What each piece that the tokeniser cuts out folds to."""

    def __missing__(self, surface: str) -> tuple[tuple[str, ...], bool]:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        folded = self[surface] = fold(surface)
        return folded


class _WordCache(dict[str, str]):
    """The norms, joined by spaces, of each word as it stands between white space, punctuation and all: no token
    reaches over white space, so most words of a text need no tokeniser but the first time."""

    def __missing__(self, printed: str) -> str:
        norms = " ".join([norm for surface in _TOKEN.findall(printed) for norm in _folded[surface][0]])
        if len(printed) <= _LONGEST_KEPT:
            if len(self) >= _CACHE_LIMIT:
                self.clear()
            self[printed] = norms
        return norms


_folded = _FoldCache()
_words = _WordCache()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of `text`, four lists of one length: what each is compared by, where it starts and ends in `text`
    (the parts of a contraction share the place of the whole), and whether it writes out a contraction."""

    text: str
    norms: list[str]
    starts: list[int]
    ends: list[int]
    contracted: list[bool]

    def __len__(self) -> int:
        return len(self.norms)

    def surface(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`; empty when there is none."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def tokenize(text: str, *, start: int = 0, end: int | None = None, skip: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Tokens of `text[start:end]`, with offsets in `text`; whatever begins within a `skip` range (ascending, disjoint)
    is left out."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    contracted: list[bool] = []
    skips = iter(skip)
    skip_start, skip_end = next(skips, (len(text), len(text)))
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = found.span()
        while first >= skip_end and skip_end < len(text):
            skip_start, skip_end = next(skips, (len(text), len(text)))
        if skip_start <= first < skip_end:
            continue
        words, short = _folded[found[0]]
        for word in words:
            norms.append(word)
            starts.append(first)
            ends.append(last)
            contracted.append(short)
    return Tokens(text, norms, starts, ends, contracted)


def fold_words(text: str) -> list[str]:
    """The norms of `text` without their places, as `tokenize(text).norms` has them, at many times its speed."""
    return " ".join(map(_words.__getitem__, text.split())).split()
