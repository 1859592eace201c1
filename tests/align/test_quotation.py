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


@pytest.mark.parametrize(
    "text",
    ["“所谓“安全费”、“通行费”没有依据”", "“安全费”和“通行费”都没有依据", "“把“抗疫”声称为“作秀”毫无道理”"],
)
def test_terms_in_marks_within_a_chinese_quotation_interrupt_nothing(text: str) -> None:
    assert "".join(parse_quotation(text).words) == "".join(filter(str.isalnum, text))


def test_terms_in_marks_within_an_english_quotation_interrupt_nothing() -> None:
    quotation = parse_quotation("“four in ten who say “maybe” or “no” they will not”")
    assert quotation.words == ["4", "in", "10", "who", "say", "maybe", "or", "no", "they", "will", "not"]
    assert parse_quotation("“We know it” he said “and act”").words == ["we", "know", "it", "and", "act"]
    assert parse_quotation("“We know it”, the minister, “and act”").words == ["we", "know", "it", "and", "act"]


def test_who_speaks_between_the_halves_of_a_chinese_quotation_is_not_quoted() -> None:
    assert "".join(parse_quotation("“我们注意到了，”阿巴拉说，“这没有依据。”").words) == "我们注意到了这没有依据"


@pytest.mark.parametrize("brackets", ["[]", "［］", "（）", "〔〕", "【】"])
def test_brackets_of_chinese_print_are_the_writers(brackets: str) -> None:
    assert "".join(parse_quotation(f"他们{brackets[0]}工人{brackets[1]}检查了").words) == "他们检查了"


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
