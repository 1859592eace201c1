"""The case it must get right: one article, one briefing, six faults (DESIGN.md)."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.model import (
    Answer,
    AttributionStatus,
    Claim,
    ClaimFrom,
    DateStatus,
    Inquiry,
    PageContext,
    Severity,
    Verdict,
)
from quotes.verify import Engine

PUBLISHED = date(2025, 10, 14)
BRIEFING = "mfa-cn-en-2025-10-13"
NEIGHBOURS = (
    "The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores purchased by staff",
    "have nothing to do with Pakistan",
    "iron-clad friendship has stood the test of time",
)


def on_the_page(engine: Engine, quote: str, *, neighbours: tuple[str, ...] = ()) -> Answer:
    return engine.lookup(
        Inquiry(quote, PageContext(published=PUBLISHED, neighbours=neighbours), Claim("Lin Jian", "Tuesday"))
    )


def dropped(answer: Answer) -> list[str]:
    return [edit.source for edit in answer.matches[0].diff if edit.op == "delete"]


def test_1_words_silently_dropped_inside_the_marks(engine: Engine) -> None:
    answer = on_the_page(engine, "misinformed, invented, or designed to drive a wedge")
    assert (answer.verdict, answer.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert dropped(answer) == ["or", "even"]
    assert answer.matches[0].transcript_id == BRIEFING


def test_2_three_words_dropped_without_an_ellipsis(engine: Engine) -> None:
    answer = on_the_page(engine, "The reported stories are either misinformed or invented")
    assert answer.verdict is Verdict.ALTERED
    assert "unmarked_omission" in answer.reasons
    assert dropped(answer) == ["that you mentioned"]


def test_3_a_relayed_promise_shows_whose_it_is(engine: Engine) -> None:
    answer = on_the_page(engine, "will never harm China’s interests or its cooperation with China.")
    assert answer.verdict is Verdict.VERBATIM
    attribution = answer.checks.attribution
    assert (attribution.status, attribution.relayed_from) == (AttributionStatus.RELAYED, "Pakistan")
    assert "passing on the words of Pakistan" in answer.finding
    (flag,) = answer.checks.context.flags
    assert flag.cue == "Pakistan stressed that"


def test_3_a_fragment_is_too_short_to_place_alone(engine: Engine) -> None:
    alone = engine.lookup(Inquiry("a legitimate action"))
    assert (alone.verdict, alone.reasons) == (Verdict.AMBIGUOUS, ("too_short",))
    assert alone.matches[0].transcript_id == BRIEFING
    assert on_the_page(engine, "a legitimate action").verdict is Verdict.VERBATIM


def test_4_a_set_phrase_proves_nothing_alone(engine: Engine) -> None:
    alone = engine.lookup(Inquiry("all-weather strategic cooperative partners"))
    assert alone.verdict is Verdict.AMBIGUOUS
    assert len({match.transcript_id for match in alone.matches}) >= 3
    assert alone.checks.occurrences.count >= 4


def test_4_with_its_neighbours_a_set_phrase_is_placed(engine: Engine) -> None:
    answer = engine.lookup(Inquiry("all-weather strategic cooperative partners", PageContext(neighbours=NEIGHBOURS)))
    assert answer.verdict is Verdict.VERBATIM
    assert answer.matches[0].transcript_id == BRIEFING
    assert "the page's other quotations" in answer.basis


def test_5_the_briefing_was_on_monday(engine: Engine) -> None:
    checked = on_the_page(engine, "gem ores purchased by staff in Pakistan").checks.date
    assert checked.status is DateStatus.DIFFERENT_DATE
    assert (checked.claimed_date, checked.claimed_weekday) == ("2025-10-14", "Tuesday")
    assert (checked.found_date, checked.found_weekday) == ("2025-10-13", "Monday")


def test_6_another_translation_is_no_misquotation(engine: Engine) -> None:
    answer = on_the_page(engine, "even are intended to sow discord")
    assert answer.verdict is Verdict.TRANSLATION_VARIANT
    assert answer.severity is None


@pytest.mark.parametrize(
    "quote",
    [
        "The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores purchased by staff",
        "iron-clad friendship has stood the test of time",
        "ironclad friendship has stood the test of time.",
        "They are just baseless",
    ],
)
def test_what_is_right_is_called_right(engine: Engine, quote: str) -> None:
    answer = on_the_page(engine, quote)
    assert answer.verdict is Verdict.VERBATIM
    assert answer.matches[0].speaker.name == "Lin Jian"


def highlighted(engine: Engine, quote: str, before: str, after: str, claim: Claim | None = None) -> Answer:
    """The same article, of which a reader has highlighted one quotation: nothing is claimed but by the words around."""
    return engine.lookup(
        Inquiry(quote, PageContext(before, after, published=PUBLISHED, language="en"), claim or Claim())
    )


LEAD = (
    "China on Tuesday brushed aside the suggestion that a box of stones had cost it the loyalty of a neighbour. The "
    "accounts, its foreign ministry said, were"
)


def test_highlighted_alone_the_article_says_tuesday_and_the_record_monday(engine: Engine) -> None:
    answer = highlighted(engine, "misinformed, invented, or designed to drive a wedge", LEAD, ".")
    assert "the article says Tuesday, the record Monday" in answer.finding
    assert answer.checks.date.status is DateStatus.DIFFERENT_DATE
    assert answer.checks.date.found_date == "2025-10-13"
    assert answer.checks.attribution.claimed == "foreign ministry"
    assert answer.claim_from is ClaimFrom.PAGE


def test_highlighted_alone_a_wrong_speaker_is_told(engine: Engine) -> None:
    quote = "The reported stories are either misinformed or invented, or even designed to drive a wedge"
    answer = highlighted(engine, quote, "", "the spokesperson Mao Ning said on Monday.")
    assert answer.checks.attribution.status is AttributionStatus.DIFFERENT_SPEAKER
    assert "it is attributed to Mao Ning" in answer.finding
    assert answer.checks.date.status is DateStatus.CONFIRMED
    right = highlighted(engine, quote, "Mao Ning was away on Friday.", ", Lin said.")
    assert right.checks.attribution.status is AttributionStatus.CONFIRMED
    assert right.checks.date.status is DateStatus.NOT_CLAIMED


def test_what_is_claimed_is_not_overruled_by_the_words_around(engine: Engine) -> None:
    answer = highlighted(engine, "or even designed to drive a wedge", LEAD, ", Mao Ning said.", Claim("Lin Jian"))
    assert answer.checks.attribution.status is AttributionStatus.CONFIRMED
    assert answer.checks.date.status is DateStatus.NOT_CLAIMED
    assert answer.claim_from is ClaimFrom.REQUEST


def test_nobody_named_is_nobody_claimed(engine: Engine) -> None:
    answer = highlighted(engine, "or even designed to drive a wedge", "Mao Ning left on Friday. Then this:", "")
    assert answer.checks.attribution.status is AttributionStatus.NOT_CLAIMED
    assert answer.claim_from is None


def test_a_day_on_the_page_that_is_none_is_left_open(engine: Engine) -> None:
    answer = highlighted(engine, "or even designed to drive a wedge", "", ", Lin Jian said last week.")
    assert answer.verdict is Verdict.VERBATIM
    assert answer.checks.date.status in {DateStatus.UNRESOLVED, DateStatus.NOT_CLAIMED}
