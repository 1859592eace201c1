"""Paragraphs that a page sets apart as a quotation, with no marks of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from quotes.extract.layout import Block, Role
from quotes.extract.marks import Marked
from quotes.model import Span

# “— Anna Berg, minister”, at the end of what is set apart.
_DASH: Final = re.compile("—|–|--")
_SIGNED: Final = re.compile(r"\s*(?:\n|(?<=[.!?…”\"]))\s*(?:—|–|--)\s*[^\n]{2,120}$")


def set_apart(
    text: str, blocks: Sequence[Block], marked: Sequence[Marked], introduced: Callable[[Block], bool]
) -> list[Marked]:
    """The quotations with those added that are set apart and somebody's: `introduced` tells it of the paragraph before
    them, or they are signed. One whose words stand in marks already is read by these."""
    found = list(marked)
    before: Block | None = None
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.role is Role.SET_APART:
            run.append(block)
            continue
        if run:
            if _signature(text, run) or (before is not None and introduced(before)):
                found = _with_run(text, run, found)
            run = []
        before = block
    return sorted(found, key=lambda each: each.outer)


def _signature(text: str, run: Sequence[Block]) -> Span | None:
    """Where the last line names who speaks."""
    last = run[-1]
    if len(run) > 1 and _DASH.match(text, last.start, last.end):
        return last.start, last.end
    signed = _SIGNED.search(text, last.start, last.end)
    return signed.span() if signed else None


def _with_run(text: str, run: Sequence[Block], found: list[Marked]) -> list[Marked]:
    first, last = run[0].start, run[-1].end
    inside = [each for each in found if first <= each.outer[0] and each.outer[1] <= last]
    covered = sum(end - start for each in inside for start, end in each.spans)
    if covered * 2 > last - first:
        return found
    signature = _signature(text, run)
    spans = [(block.start, min(block.end, signature[0]) if signature else block.end) for block in run]
    spans = [span for span in spans if span[0] < span[1]]
    if not spans:
        return found
    rest = [each for each in found if each not in inside]
    return [*rest, Marked(spans, (spans[0][0], spans[-1][1]), inner=inside, signed=signature)]
