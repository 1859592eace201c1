"""What is indexed: short stretches of a turn, each by its pairs of neighbouring words.

Single words are poor keys to a quotation (most quotes are made of common ones); pairs, and pairs that skip one word,
are rare enough to find it and survive one changed word between them. DESIGN.md ("Matching", 2) has the measurements
that settled on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotes.text import fold_words, stage_spans

# Code points a stretch; about 80 words of a spaced script, with the overlap. Shorter ones cost time and size (340 with
# an overlap of 12: a sixth more of both for all of the corpora), longer ones blur the score and make alignment read
# more text than it needs.
SPACED_STRETCH: Final = 420
UNSPACED_STRETCH: Final = 80
# Tokens of the next stretch repeated in each, so that a quotation of up to 8 words always stands whole in one.
OVERLAP: Final = 8

_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def shingles(tokens: Sequence[str]) -> list[str]:
    """The index terms of folded `tokens`: each pair of neighbours as `a_b`, each pair around one word as `a__b`."""
    return [
        *map("_".join, pairwise(tokens)),
        *map("__".join, zip(tokens, tokens[2:], strict=False)),
    ]


def stretches(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Cut a turn's text into stretches: start and end in code points of `text`, and the folded tokens with the overlap.
    Stage directions are left out; a turn without a word yields nothing."""
    for start, end in stage_spans(text):
        text = text[:start] + " " * (end - start) + text[end:]
    cuts = list(_cuts(text))
    tokens = [fold_words(text[start:end]) for start, end in cuts]
    for place, (start, end) in enumerate(cuts):
        following = tokens[place + 1][:OVERLAP] if place + 1 < len(cuts) else []
        if tokens[place] or following:
            yield start, end, tokens[place] + following


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    length = UNSPACED_STRETCH if len(_UNSPACED.findall(text[:200])) > len(text[:200]) // 4 else SPACED_STRETCH
    start = 0
    while len(text) - start > length * 1.4:
        end = text.rfind(" ", start + 1, start + length)
        if end < 0:
            end = start + length
        yield start, end
        start = end
    yield start, len(text)
