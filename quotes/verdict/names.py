"""Which words of a text are names: those with a capital where grammar asks for none, and the same words elsewhere."""

from __future__ import annotations

import re

from quotes.text import Tokens

_OPENERS = frozenset(".?!:;…“”\"‘'«「(—–-\n•¿¡")
# Before a full stop that ends no sentence: Mr. Renn, Gov. Strand.
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|St|Sra|Sr)$")
# Past this share of capitalised words a text is a headline or in capitals throughout, and a capital says nothing. A
# question full of names ("Will President Biden host President Zelenskyy …?") has four of five.
_HEADLINE_SHARE = 0.85


def name_flags(tokens: Tokens) -> list[bool]:
    """For each token, whether its capital can only be a name's: not at the head of a sentence or of the text, not "I",
    and not in text capitalised throughout."""
    text = tokens.text
    capital = [
        text[start].isupper() and text[start:end] != "I" for start, end in zip(tokens.starts, tokens.ends, strict=True)
    ]
    long = [
        is_capital
        for is_capital, start, end in zip(capital, tokens.starts, tokens.ends, strict=True)
        if end - start > 3
    ]
    if len(long) >= 2 and sum(long) / len(long) >= _HEADLINE_SHARE:
        return [False] * len(tokens)
    return [
        is_capital and start > 0 and not _opens(text, start)
        for is_capital, start in zip(capital, tokens.starts, strict=True)
    ]


def told_names(*texts: Tokens) -> frozenset[str]:
    """The folded words that one of `texts` writes as a name and none writes small: at the head of a sentence, where a
    capital says nothing, they are names as well."""
    names: set[str] = set()
    small: set[str] = set()
    for tokens in texts:
        for norm, start, is_name in zip(tokens.norms, tokens.starts, name_flags(tokens), strict=True):
            if is_name:
                names.add(norm)
            elif tokens.text[start].islower():
                small.add(norm)
    return frozenset(names - small)


def with_told(tokens: Tokens, told: frozenset[str]) -> list[bool]:
    """`name_flags`, and the words of `told` wherever they have a capital."""
    return [
        is_name or (norm in told and tokens.text[start].isupper())
        for norm, start, is_name in zip(tokens.norms, tokens.starts, name_flags(tokens), strict=True)
    ]


def _opens(text: str, start: int) -> bool:
    """Whether the word at `start` stands where a sentence or a quotation begins."""
    place = start - 1
    while place >= 0 and text[place] in " \t\u00a0":
        place -= 1
    if place < 0:
        return True
    # A hyphen joined to the word (U.S.-China) opens nothing.
    if text[place] == "-" and place == start - 1:
        return False
    if (
        text[place] == "."
        and place >= 1
        and (text[place - 1].isupper() or _TITLE.search(text, max(place - 5, 0), place))
    ):
        return False
    return text[place] in _OPENERS
