"""Laying one whole text over another: two states of the same record, where neither is a quotation from the other and
quote marks, ellipses and brackets are the text's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.align.align import Alignment
from quotes.align.quotation import Part, Quotation
from quotes.align.source import Source
from quotes.align.steps import Step, steps_throughout
from quotes.text import Tokens


def align_whole(printed: Tokens, source: Source) -> Alignment:
    """Every token of `printed` and of `source` is in a step; nothing is displaced or missing. What is written as one
    word ("cannot") is in one step."""
    count = len(printed)
    plain = (False,) * count
    quotation = Quotation(printed.text, printed, bracketed=plain, parts=(Part(0, count),), glued=plain)
    steps = _uncut(steps_throughout(printed.norms, source.norms), printed.starts, source.tokens.starts)
    return Alignment(quotation, source, tuple(steps), (), ())


def _uncut(steps: Sequence[Step], quote: Sequence[int], source: Sequence[int]) -> list[Step]:
    """The steps with each border that cuts a written word, whose tokens all start in one place, moved out into the
    equal step beside it."""
    found: list[Step] = []
    for step in steps:
        if not found:
            found.append(step)
            continue
        before, after = found.pop(), step
        while before.equal and not after.equal and before.printed and _cuts(after, quote, source):
            before = replace(before, quote_last=before.quote_last - 1, source_last=before.source_last - 1)
            after = replace(after, quote_first=before.quote_last, source_first=before.source_last)
        while not before.equal and after.equal and after.printed and _cuts(after, quote, source):
            after = replace(after, quote_first=after.quote_first + 1, source_first=after.source_first + 1)
            before = replace(before, quote_last=after.quote_first, source_last=after.source_first)
        if found and before.equal and not before.printed:
            wider = found.pop()
            found.append(replace(wider, quote_last=after.quote_last, source_last=after.source_last))
        else:
            found += [before, after]
    return found


def _cuts(step: Step, quote: Sequence[int], source: Sequence[int]) -> bool:
    """Whether the step begins within a written word of either text."""
    return _within(quote, step.quote_first) or _within(source, step.source_first)


def _within(starts: Sequence[int], token: int) -> bool:
    return 0 < token < len(starts) and starts[token - 1] == starts[token]
