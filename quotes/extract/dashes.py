"""Dialogue after a dash, as French and Spanish print it: “– Non, a-t-elle dit.”, “—No —dijo el ministro—.”"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.layout import Block, Role
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.marks import Marked
from quotes.extract.unclosed import missing_close

_DASH: Final = re.compile(r"[–—―]\s*(?=[\w¿¡«…])")
_RAYA: Final = re.compile(r"\s[–—―](?=\w)(?P<said>[^–—―]{3,120}?)(?:[–—―](?P<stop>[.,;:]?)|[.](?=\s|$)|$)")
_END: Final = re.compile(r"[.!?…](?=\s|$)")


def spoken_after_dashes(text: str, blocks: Sequence[Block], marked: Sequence[Marked], lexicon: Lexicon) -> list[Marked]:
    """The quotations with those added that a dash begins. A line with a dash is dialogue where it, or the next line
    with one, names a speaker: else it is a list."""
    found = list(marked)
    dashed = [
        block.role is not Role.HEADLINE and _DASH.match(text, block.start, block.end) is not None for block in blocks
    ]
    pattern = missing_close(lexicon.language)
    cuts = [_cut(text, block, lexicon, pattern) if dashed[number] else [] for number, block in enumerate(blocks)]
    for number, block in enumerate(blocks):
        if not dashed[number] or any(block.start <= each.outer[0] < block.end for each in marked):
            continue
        near = any(
            0 <= other < len(blocks) and dashed[other] and cuts[other] for other in (number - 1, number, number + 1)
        )
        if near:
            found += _spoken(text, block, cuts[number])
    return sorted(found, key=lambda each: each.outer)


def speakers_within(text: str, marked: Sequence[Marked], lexicon: Lexicon) -> None:
    """Take out of each quotation where its speaker is named within the marks: « Oui, a-t-il dit, oui »."""
    pattern = _WITHIN[lexicon.language]
    for each in marked:
        if len(each.spans) != 1:
            continue
        start, end = each.spans[0]
        gaps = [
            found.span()
            for found in pattern.finditer(text, start, end)
            if set(re.findall(r"[^\W\d_]+", found["said"].lower())) & lexicon.verbs and found.end() < end
        ]
        if gaps:
            each.gaps = gaps
            each.spans = []
            at = start
            for first, last in [*gaps, (end, end)]:
                if text[at:first].strip():
                    each.spans.append(_stripped(text, at, first))
                at = last


_WITHIN: Final = {
    "fr": re.compile(
        r",\s+(?P<said>(?:(?:m[’']|l[’'])?a-t-(?:il|elle|on)\s+\w+|(?:se\s|s[’'])?\w+-(?:t-)?(?:il|elle)|a\s+\w+\s+[^,.!?«»]{2,60}"
        r"|\w+\s+(?:l[ae]\s|l[’']|une?\s|cet?(?:te)?\s|s(?:on|a)\s|M(?:me|lle)?\.?\s|[A-ZÀ-Ý])[^,.!?«»]{1,60})"
        r"(?:\s[^,.!?«»]{1,40})?(?:,\s+d(?:[eu]s?\s|[’'])[^,.!?«»]{2,60})?)(?:,\s+|(?<=\w)\.\s+(?=[A-ZÀ-Ý]))"
    ),
    "es": re.compile(r"\s[–—―](?=\w)(?P<said>[^–—―]{3,120}?)[–—―][,;:]?\s*"),
}


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, block: Block, lexicon: Lexicon, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """What is not spoken of a line: where its speaker is named."""
    start = _DASH.match(text, block.start, block.end)
    assert start is not None
    if lexicon.language == "es":
        return [
            (found.start(), found.end())
            for found in _RAYA.finditer(text, start.end(), block.end)
            if set(re.findall(r"\w+", found["said"].lower())) & lexicon.verbs
        ]
    cuts = []
    at = start.end()
    while found := pattern.search(text, at, block.end):
        ends = _END.search(text, found.end(), block.end)
        resumed = re.compile(r",\s+(?!qui|ministre|porte)").search(
            text, found.end(), ends.start() if ends else block.end
        )
        end = resumed.end() if resumed and _resumes(text, resumed.end(), ends) else (ends.end() if ends else block.end)
        cuts.append((found.start(), end))
        at = end
    return cuts


def _resumes(text: str, at: int, ends: re.Match[str] | None) -> bool:
    rest = text[at : ends.start() if ends else len(text)]
    return len(rest.split()) >= 4 and not re.match(r"(?:le|la|l[’']|un|une|porte|ministre)", rest)


def _spoken(text: str, block: Block, cuts: Sequence[tuple[int, int]]) -> list[Marked]:
    begin = _DASH.match(text, block.start, block.end)
    assert begin is not None
    pieces = []
    at, outer = begin.end(), block.start
    for start, end in [*cuts, (block.end, block.end)]:
        first, last = at, start
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last and any(letter.isalnum() for letter in text[first:last]):
            pieces.append(Marked([(first, last)], (min(outer, first), last)))
        at = outer = end
    return pieces
