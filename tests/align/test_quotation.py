"""Reading a printed quotation."""

from __future__ import annotations

import pytest

from quotes.align import parse_quotation
from quotes.errors import BadQuotation


def parts(text: str) -> list[list[str]]:
    quotation = parse_quotation(text)
    return [quotation.tokens.norms[part.first : part.last] for part in quotation.parts]


@pytest.mark.parametrize("dots", ["…", "...", " ... ", "….", ". . .", "[...]", "(…)", " […] "])
def test_every_ellipsis_parts_the_quotation(dots: str) -> None:
    assert parts(f"we agree{dots}on this") == [["we", "agree"], ["on", "this"]]


def test_an_ellipsis_at_an_end_parts_nothing() -> None:
    assert parts("… we agree …") == [["we", "agree"]]


def test_quote_marks_are_not_words() -> None:
    assert parts("“‘We agree,’”") == [["we", "agree"]]


@pytest.mark.parametrize(
    "text",
    [
        "“The samples are gem ores,” he said, “purchased by staff.”",
        '"The samples are gem ores," Lin said, "purchased by staff."',
        "「The samples are gem ores」他说「purchased by staff」",
    ],
)
def test_what_interrupts_a_quotation_is_not_quoted(text: str) -> None:
    assert parse_quotation(text).words == ["the", "samples", "are", "gem", "ores", "purchased", "by", "staff"]


def test_a_bracketed_letter_belongs_to_its_word() -> None:
    quotation = parse_quotation("[I]f they call[ed] us")
    assert quotation.tokens.norms == ["if", "they", "called", "us"]
    assert quotation.tokens.surface(0, 1) == "[I]f"


def test_bracketed_words_are_the_writers() -> None:
    quotation = parse_quotation("He [bin Laden] was unarmed")
    assert quotation.bracketed == (False, True, True, False, False)
    assert quotation.words == ["he", "was", "unarmed"]


def test_parentheses_bracket_as_well() -> None:
    assert parse_quotation("(The FOMC) anticipates increases").words == ["anticipates", "increases"]


def test_sic_is_no_word() -> None:
    assert parse_quotation("we was [sic] there").words == ["we", "was", "there"]


def test_a_quotation_wholly_in_brackets_is_quoted() -> None:
    assert parse_quotation("(we agree)").words == ["we", "agree"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no word"),
        ("“ … ”", "no word"),
        ("?!—", "no word"),
        ("a\x00b", "NUL"),
        ("a\ud800b", "surrogate"),
        ("a " * 30_000, "characters"),
    ],
    ids=["empty", "ellipsis", "punctuation", "nul", "surrogate", "long"],
)
def test_what_cannot_be_looked_up_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(BadQuotation, match=why) as refused:
        parse_quotation(text)
    assert refused.value.pointer == "/quote"
