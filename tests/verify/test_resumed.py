"""An answer that was broken into and went on."""

from __future__ import annotations

from quotes.model import Inquiry, Verdict
from quotes.verify import Engine

REASON = "resumed_after_interruption"


def test_a_sentence_broken_into_is_one_sentence_and_shown_as_two_matches(engine: Engine) -> None:
    quote = "I want every skipper to know that the northern route is safe, and that it has been safe since Sunday"
    answer = engine.lookup(Inquiry(quote))
    assert (answer.verdict, answer.reasons) == (Verdict.VERBATIM, (REASON,))
    assert "broke in" in answer.finding
    first, second = answer.matches[:2]
    assert (first.transcript_id, second.turn - first.turn) == (second.transcript_id, 2)
    for match in (first, second):
        text = engine.archive.transcript(match.transcript_id).turns[match.turn].text
        assert text[match.passage.start : match.passage.end] == match.passage.text
        for edit in match.diff:
            assert text[slice(*edit.source_span)] == edit.source
            assert quote[slice(*edit.quote_span)] == edit.quote
    printed = " ".join(edit.quote for match in (first, second) for edit in match.diff if edit.op == "equal")
    assert printed.split() == quote.split()


def test_an_ellipsis_over_the_interruption_is_told(engine: Engine) -> None:
    answer = engine.lookup(Inquiry("I want every skipper to know … that it has been safe since Sunday."))
    assert answer.verdict is Verdict.VERBATIM_MARKED
    assert {"ellipsis_hides_interjection", REASON} <= {*answer.reasons}


def test_what_was_changed_is_told_across_the_interruption(engine: Engine) -> None:
    quote = "every skipper to know that the northern route is not safe, and that it has been safe since Sunday"
    answer = engine.lookup(Inquiry(quote))
    assert answer.verdict is Verdict.ALTERED
    assert "negation" in answer.reasons


def test_two_answers_that_were_finished_are_not_one(engine: Engine) -> None:
    answer = engine.lookup(Inquiry("Her answer was short. They will meet again next week. We regret the delay."))
    assert REASON not in answer.reasons
