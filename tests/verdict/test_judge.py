"""The wording verdict, case by case: printed words against the record's."""

from __future__ import annotations

import pytest

from quotes.align import align, parse_quotation, read_source
from quotes.model import EditClass, Severity, Verdict
from quotes.verdict import POLICIES, Wording, judge, policy_named

RECORD = (
    "We do not expect that rates will rise by more than 0.75 percentage points before Friday, June 3, unless the "
    "U.S. Congress acts. Well, you know, that is—that is only one of many iron-clad rules for cooperation with "
    "Pakistan, and I think it may be changed. Senator ~~Warner~~ [Warren] said 2.7 million people would travel. "
    "Our policy has been adapting, and it will continue to do so. It was about 50 percent. We expect growth to "
    "return to more normal levels. Assuming that conditions evolve as we expect, there is room. The ceasefire "
    "holds; both sides have some doubts."
)


def wording(quote: str, policy: str = "default", record: str = RECORD) -> Wording:
    alignment = align(parse_quotation(quote), read_source(record))
    assert alignment is not None
    return judge(alignment, policy_named(policy))


PRESENTATION = [
    "We do not expect that rates will rise",
    "WE DO NOT EXPECT, THAT RATES WILL RISE",
    "“that is only one of many iron-clad rules”",
    "that is—that is only one of many",
    "one of many ironclad rules for cooperation",
    "one of many iron clad rules for co-operation",
    "unless the US Congress acts",
    "by more than three-quarters of a percentage point before Friday",
    "Senator Warner said 2.7 million people would travel",
    "Senator Warren said 2.7 million people would travel",
    "Senator Warren said 2,700,000 people would travel",
    "people would travel. Our policy has been adapting",
    "It was about 50 per cent.",
    "It was about 50%.",
    "It was about fifty percent.",
    "The cease-fire holds, both sides have some doubts",
    "it will continue to do so",
]


@pytest.mark.parametrize("quote", PRESENTATION)
def test_presentation_is_verbatim(quote: str) -> None:
    found = wording(quote)
    assert (found.verdict, found.reasons) == (Verdict.VERBATIM, ())


MARKED = [
    ("We do not expect … rates will rise", EditClass.ELLIPSIS),
    ("[I]t will continue to do so", EditClass.BRACKET),
    ("It was about 50 percent [sic]", EditClass.BRACKET),
    ("[The bank's] policy has been adapting", EditClass.BRACKET),
    ("Our policy [on rates] has been adapting", EditClass.BRACKET),
    ("Our policy has been adapting [sic], and it will continue ... It was about 50 percent", EditClass.ELLIPSIS),
]


@pytest.mark.parametrize(("quote", "kind"), MARKED)
def test_marked_edits_are_told_as_marked(quote: str, kind: EditClass) -> None:
    found = wording(quote)
    assert found.verdict is Verdict.VERBATIM_MARKED
    assert kind.value in found.reasons


MINOR = [
    ("We don't expect that rates will rise", EditClass.CONTRACTION),
    ("We do not expect rates will rise", EditClass.THAT),
    ("both the sides have some doubts", EditClass.ARTICLE),
    ("unless U.S. Congress acts", EditClass.ARTICLE),
    ("Congress acts. That is only one of many", EditClass.FILLER),
    ("um, it will continue to, uh, do so", EditClass.FILLER),
    ("adapting, and it'll continue to do so", EditClass.CONTRACTION),
]


@pytest.mark.parametrize(("quote", "kind"), MINOR)
def test_small_change_is_a_minor_variance(quote: str, kind: EditClass) -> None:
    found = wording(quote)
    assert (found.verdict, found.reasons) == (Verdict.MINOR_VARIANCE, (kind.value,))


PROTECTED = [
    ("We do expect that rates will rise", EditClass.NEGATION),
    ("there is not room. The ceasefire holds", EditClass.NEGATION),
    ("We do not expect that rates may rise", EditClass.MODAL),
    ("by more than 0.5 percentage points before Friday", EditClass.NUMBER),
    ("rise by more than 75 percent before Friday", EditClass.NUMBER),
    ("2.7 billion people would travel", EditClass.NUMBER),
    ("It was about 50 dollars", EditClass.UNIT),
    ("percentage points before Monday, June 3", EditClass.DATE),
    ("rules for cooperation with India, and I think", EditClass.NAME),
    ("that is only one of few iron-clad rules", EditClass.QUANTIFIER),
    ("both sides have doubts", EditClass.QUANTIFIER),
    ("cooperation with Pakistan, and it may be changed", EditClass.HEDGE),
    ("points before Friday, June 3, when the U.S. Congress acts", EditClass.CONDITIONAL),
    ("that is one of many iron-clad rules", EditClass.SCALAR),
    ("iron-clad rules against cooperation with Pakistan", EditClass.PREPOSITION),
    ("We expect growth to return from more normal levels", EditClass.PREPOSITION),
]


@pytest.mark.parametrize(("quote", "kind"), PROTECTED)
def test_a_protected_word_is_never_below_altered(quote: str, kind: EditClass) -> None:
    for policy in POLICIES:
        found = wording(quote, policy)
        assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
        assert kind.value in found.reasons


def test_an_amount_is_compared_with_its_unit() -> None:
    assert wording("rise by more than 0.75 percent before Friday").verdict is Verdict.ALTERED


def test_a_long_unmarked_omission_is_named() -> None:
    found = wording("Our policy has been adapting. It was about 50 percent.")
    assert found.verdict is Verdict.ALTERED
    assert "unmarked_omission" in found.reasons


def test_other_words_alter_with_moderate_severity() -> None:
    found = wording("Our approach has been adapting")
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.MODERATE)


def test_a_cut_clause_hung_on_another_sentence_alters_though_every_word_is_there() -> None:
    hung = wording("We expect growth to return to more normal levels, assuming that conditions evolve as we expect")
    assert (hung.verdict, hung.reasons) == (Verdict.ALTERED, ("sentence_boundary_moved",))
    whole = wording(
        "We expect growth to return to more normal levels, assuming that conditions evolve as we expect, there is room."
    )
    assert whole.verdict is Verdict.VERBATIM


def test_parts_out_of_order_are_spliced() -> None:
    assert wording("It was about 50 percent. We do not expect that rates will rise").verdict is Verdict.SPLICED


def test_a_bracket_cannot_hide_a_negation() -> None:
    assert wording("We [do] expect that rates will rise").verdict is Verdict.ALTERED


def test_policies_move_verdicts_and_leave_the_diff() -> None:
    quote = "We don't expect rates will rise"
    default, strict, lenient = (wording(quote, policy) for policy in ("default", "strict", "lenient"))
    assert default.edits == strict.edits == lenient.edits
    assert (default.verdict, strict.verdict) == (Verdict.MINOR_VARIANCE, Verdict.ALTERED)
    assert wording("um, it will continue to do so", "lenient").verdict is Verdict.VERBATIM
    assert wording("Our policies has been adapting", "lenient").verdict is Verdict.MINOR_VARIANCE
    assert wording("Our policies has been adapting").verdict is Verdict.ALTERED


def test_edits_point_at_characters_of_both_texts() -> None:
    quote = "“We do expect rates, unless the US Congress acts.”"
    found = wording(quote)
    for edit in found.edits:
        assert quote[slice(*edit.quote_span)] == edit.quote
        assert RECORD[slice(*edit.source_span)] == edit.source


CHINESE = "中方敦促有关方面停止散布虚假信息，不会改变立场。"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("停止散布虚假信息", Verdict.VERBATIM),
        ("停止散佈虛假信息", Verdict.VERBATIM),
        ("中方敦促……停止散布虚假信息", Verdict.VERBATIM_MARKED),
        ("停止散布虚假信息，会改变立场", Verdict.ALTERED),
    ],
)
def test_chinese_is_compared_by_character(quote: str, verdict: Verdict) -> None:
    assert wording(quote, record=CHINESE).verdict is verdict
