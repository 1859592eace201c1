"""Page headings in the midst of what was said."""

from __future__ import annotations

import pytest

from quotes.align import align, parse_quotation, read_source
from quotes.align.headings import heading_spans

TURN = (
    "The fund has grown for the April 2, 2031 third year in a row, and it will pay for Chair Moss’s Press Conference "
    "FINAL Page 3 of 9 the roof without a loan."
)


def test_headings_are_found_where_they_stand() -> None:
    assert [TURN[start:end] for start, end in heading_spans(TURN)] == [
        "April 2, 2031",
        "Chair Moss’s Press Conference FINAL",
        "Page 3 of 9",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We met on April 2, 2031 and agreed.",
        "Her press conference was final, and the page of history is turned.",
        "Page one of the treaty says so.",
    ],
)
def test_what_was_said_is_no_heading(text: str) -> None:
    assert heading_spans(text) == []


def test_two_dates_are_somebodys_words() -> None:
    text = "From April 2, 2031 Chair Moss’s Press Conference FINAL to May 3, 2031 it rained."
    assert [text[start:end] for start, end in heading_spans(text)] == ["Chair Moss’s Press Conference FINAL"]


@pytest.mark.parametrize(
    "quote",
    [
        "grown for the third year in a row, and it will pay for the roof",
        "grown for the April 2, 2031 third year in a row",
    ],
)
def test_a_quotation_is_exact_with_the_heading_or_without(quote: str) -> None:
    alignment = align(parse_quotation(quote), read_source(TURN))
    assert alignment is not None
    assert alignment.exact
