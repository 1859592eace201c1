"""Speech as it comes, and a record that may be wrong."""

from __future__ import annotations

import pytest

from quotes.model import Severity, Verdict
from tests.verdict.wordings import wording

NOISE = [
    ("We would sell the mill today", "We will—we would sell the mill today."),
    ("We would sell the mill today", "I—we would sell the mill today."),
    ("We would sell the mill today", "We wo— we would sell the mill today."),
    ("sell the mill today", "We would se— sell the mill today."),
    ("They are lit by the sun", "They are lit—they are lit by the sun."),
    ("it was done by three yards", "it was done by—by—by three yards."),
    ("We would sell the mill today", "We would—I mean, we would sell the mill today."),
    ("The information desk is open", "The infor- mation desk is open."),
]


@pytest.mark.parametrize(("quote", "record"), NOISE)
def test_what_was_said_twice_or_taken_back_may_be_left_out(quote: str, record: str) -> None:
    assert wording(quote, f"So far so good. {record} That is all.").verdict is Verdict.VERBATIM


WEIGHTY = [
    (
        "We will sell the mill today",
        "We will—we would sell the mill today.",
        "what was put in its place is not printed",
    ),
    ("we do have a spare", "We said that we do not—we do have a spare.", "a denial was taken back"),
    ("the one from Skarn will come", "the tall man—the one from Skarn—will come", "an aside is no repair"),
    ("about 40 percent of it", "about 30—40 percent of it", "a range, or a repair: nobody can tell"),
]


@pytest.mark.parametrize(("quote", "record", "why"), WEIGHTY)
def test_what_may_carry_something_is_not_noise(quote: str, record: str, why: str) -> None:
    quote = f"So far so good. {quote}"
    assert wording(quote, f"So far so good. {record} That is all.").verdict is Verdict.ALTERED, why


def test_fillers_and_asides_to_the_listener_may_be_left_out_and_not_put_in() -> None:
    record = "The crews are working, of course, around the clock, and they sleep, you know, in turns."
    dropped = wording("The crews are working around the clock, and they sleep in turns", record)
    assert (dropped.verdict, dropped.reasons) == (Verdict.MINOR_VARIANCE, ("filler",))
    assert wording("The crews are working, of course, in turns", "The crews are working in turns.").verdict is (
        Verdict.ALTERED
    )


def test_a_missing_not_that_the_record_has_elsewhere_is_a_note_and_no_excuse() -> None:
    record = (
        "We must ensure that cooks are left alone at night. It is the rule. I repeat: we must ensure that cooks are "
        "not left alone at night, and fed."
    )
    quote = "We must ensure that cooks are not left alone at night. It is the rule."
    found = wording(quote, record)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert found.reasons == ("negation", "record_may_be_in_error")
    alone = wording(quote, "We must ensure that cooks are left alone at night. It is the rule.")
    assert alone.reasons == ("negation",)


def test_a_small_word_doubled_in_the_record_is_noted() -> None:
    found = wording("waiting for the crane to come", "We are waiting for the the crane to come.")
    assert (found.verdict, found.reasons) == (Verdict.VERBATIM, ("record_may_be_in_error",))
    stutter = wording("waiting for the crane to come", "We are waiting for the—the crane to come.")
    assert (stutter.verdict, stutter.reasons) == (Verdict.VERBATIM, ())
