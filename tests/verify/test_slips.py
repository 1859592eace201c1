"""A whole sentence with one small word wrong is that sentence, altered; a run of common words is not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quotes import Claim, Engine, Inquiry, PageContext
from quotes.archive import Archive
from quotes.ingest import rebuild
from quotes.model import Severity, Verdict
from tests.archive.transcripts import transcript

SAID = (
    "Thank you. So we don’t have a timeline to share today. I will come back to you on that.",
    "Have you said which floor he was on? Was he on the third, or was he not in the building?",
    "All agreed. All four agreed that we needed to move on. And all of them agreed that it was late.",
    "Some of you may live in the city of Arden. Some of you may live in Carrick County. Some of you may not.",
    "What the minister has said is that he can’t not enforce the law. We have to enforce it.",
    "Will President Arden host President Zelwin in New York or here at the White House?",
    "You have heard the mayor of Linholm saying this is not true. These are two people saying this is not true.",
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    data = tmp_path_factory.mktemp("slips")
    with Archive.open(data, create=True) as archive:
        archive.save([transcript("said", *SAID)])
        rebuild(archive)
    return Engine.open(data)


@pytest.mark.parametrize(
    ("printed", "passage", "reason"),
    [
        ("So we do have a timeline to share today.", "So we don’t have a timeline to share today", "negation"),
        ("Have you said which floor he was not on?", "Have you said which floor he was on", "negation"),
        ("All thirty agreed that we needed to move on.", "All four agreed that we needed to move on", "number"),
        ("Some of you must live in Carrick County.", "Some of you may live in Carrick County", "modal"),
        (
            "What the minister has said is that he can’t enforce the law.",
            "What the minister has said is that he can’t not enforce the law",
            "negation",
        ),
        (
            "Will President Corvo host President Zelwin in New York or here at the White House?",
            "Will President Arden host President Zelwin in New York or here at the White House",
            "name",
        ),
        ("You have heard the mayor of Arden saying this is not true.", None, "name"),
    ],
)
def test_the_sentence_is_found_altered_and_no_more_of_the_record_than_it(
    engine: Engine, printed: str, passage: str | None, reason: str
) -> None:
    answer = engine.lookup(Inquiry(printed))
    assert (answer.verdict, answer.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert reason in answer.reasons
    assert answer.matches[0].passage.text == (passage or "You have heard the mayor of Linholm saying this is not true")


def test_part_of_a_sentence_is_not_taken_for_a_slip(engine: Engine) -> None:
    answer = engine.lookup(Inquiry("will come forward to you on that and"))
    assert answer.verdict in {Verdict.AMBIGUOUS, Verdict.NOT_FOUND}


@pytest.mark.parametrize(("days", "verdict"), [(0, Verdict.ALTERED), (30, Verdict.NOT_FOUND)])
def test_a_paraphrase_in_the_news_of_the_day_is_the_claimed_speakers(
    engine: Engine, days: int, verdict: Verdict
) -> None:
    """The same loose words a month later may be anybody's."""
    page = PageContext(published=date(2024, 3, 1) + timedelta(days=days))
    claim = Claim(speaker="Mara Ellison")
    answer = engine.lookup(Inquiry("the minister said he simply cannot not enforce these laws at all", page, claim))
    assert answer.verdict is verdict
