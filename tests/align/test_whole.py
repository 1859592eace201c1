"""One whole text laid over another: every word of both is in a step, whatever stands at the ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.align import Alignment, align_whole, read_source
from quotes.text import tokenize

_WORDS = "pier not lantern the can cannot don’t rope 港 口".split()
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)


def laid(printed: str, record: str) -> Alignment:
    return align_whole(tokenize(printed), read_source(record))


@pytest.mark.parametrize(
    ("printed", "record", "unequal"),
    [
        ("the pier is open", "the pier is open", []),
        ("the pier is open", "not the pier is open", [("", "not")]),
        ("the pier is open", "the pier is open not", [("", "not")]),
        ("well the pier is open", "never the pier is open", [("well", "never")]),
        ("“the pier” … [is] open", "the pier is open", []),
        ("we can go", "we cannot go", [("can", "cannot")]),
        ("", "the pier", [("", "the pier")]),
        ("the pier", "", [("the pier", "")]),
        ("", "", []),
    ],
)
def test_what_differs(printed: str, record: str, unequal: list[tuple[str, str]]) -> None:
    alignment = laid(printed, record)
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    found = [
        (quote.surface(step.quote_first, step.quote_last), source.surface(step.source_first, step.source_last))
        for step in alignment.steps
        if not step.equal
    ]
    assert found == unequal


@given(_TEXTS, _TEXTS)
def test_the_steps_run_from_end_to_end_of_both_without_a_gap(printed: str, record: str) -> None:
    alignment = laid(printed, record)
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    first, last = alignment.steps[0], alignment.steps[-1]
    assert (first.quote_first, first.source_first) == (0, 0)
    assert (last.quote_last, last.source_last) == (len(quote), len(source))
    for one, other in pairwise(alignment.steps):
        assert (one.quote_last, one.source_last) == (other.quote_first, other.source_first)
    for step in alignment.steps:
        if step.equal:
            words = quote.norms[step.quote_first : step.quote_last]
            assert words == source.norms[step.source_first : step.source_last]
