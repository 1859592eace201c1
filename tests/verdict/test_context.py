"""Context flags: where their cues stand, that one cue raises one flag, and that what is quoted raises none.

How often each is right is the gate's part: `tests/evaluation/context_cases.jsonl`.
"""

from __future__ import annotations

import pytest

from quotes.model import FlagName
from quotes.verdict import context_flags, relay
from tests.evaluation.context import Case, flags_of, read_cases


def raised(marked: str, question: str = "") -> list[tuple[FlagName, str]]:
    return [(flag.flag, flag.cue) for flag in flags_of({"text": marked, "question": question})]


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["id"])
def test_cue_stands_where_its_span_says_and_outside_the_passage(case: Case) -> None:
    before, passage, after = case["text"].replace("⟧", "⟦").split("⟦")
    text = before + passage + after
    for flag in flags_of(case):
        start, end = flag.span
        assert text[start:end] == flag.cue == flag.cue.strip() != ""
        assert flag.flag is FlagName.ECHOED or end <= len(before) or start >= len(before + passage)


@pytest.mark.parametrize(
    ("marked", "flags"),
    [
        ("I don’t think ⟦the bridge is safe⟧.", [(FlagName.NEGATED, "don’t think")]),
        ("I don’t know whether ⟦the bridge is safe⟧.", [(FlagName.HEDGED, "I don’t know whether")]),
        ("The mayor says that ⟦the bridge is safe⟧.", [(FlagName.RELAYED, "The mayor says that")]),
        ("Unless it snows, ⟦the bridge is safe⟧.", [(FlagName.CONDITIONAL, "Unless it snows")]),
    ],
)
def test_one_cue_raises_one_flag(marked: str, flags: list[tuple[FlagName, str]]) -> None:
    assert raised(marked) == flags


def test_weightiest_flag_comes_first() -> None:
    flags = raised("I think that ⟦we could close the port⟧, if the winter is hard. But that is not what we will do.")
    assert [flag for flag, _ in flags] == [FlagName.REVERSAL_FOLLOWS, FlagName.CONDITIONAL, FlagName.HEDGED]


@pytest.mark.parametrize(
    "marked",
    [
        "⟦I don’t think the bridge is safe⟧.",
        "⟦If it snows, the bridge is closed⟧.",
        "⟦We could close the port. But that is not what we will do⟧.",
        "⟦The mayor says that the bridge is safe⟧.",
    ],
)
def test_what_is_quoted_raises_nothing(marked: str) -> None:
    assert raised(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "It was not Gen. Holt’s idea. ⟦The U.S. fleet will sail⟧.",
        "I asked Dr. Okafor if she agreed. ⟦She had a plan of her own⟧.",
        "Not at 3.5 percent. ⟦The rate stays where it is⟧.",
    ],
)
def test_sentences_end_where_they_end(marked: str) -> None:
    assert raised(marked) == []


def test_an_abbreviation_ends_no_sentence() -> None:
    assert raised("It is not true that Mr. Holt’s U.S. fleet ⟦sailed on Friday⟧.")[0][0] is FlagName.NEGATED


def test_flags_not_wanted_are_not_raised() -> None:
    text = "I think that we will act."
    assert context_flags(text, 13, 24, wanted=frozenset()) == ()


def test_a_phrase_is_read_back_only_from_the_question() -> None:
    text = "To use your phrase, a fog of war is what we have."
    start, end = text.index("a fog"), text.index(" is what")
    found = relay(text, start, end, question="Are you in a fog of war?", questioner="Rosa Quill")
    assert found is not None
    assert (found.source, found.cue) == ("Rosa Quill", "To use your phrase")
    assert relay(text, start, end, question="What about the roof?") is None
