"""What a publisher changed, took out or took down is found still, and said to be gone."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes import Engine, Inquiry
from quotes.archive import Archive, LedgerEntry, Page, PageState, ReadResult
from quotes.ingest import rebuild
from quotes.model import Answer, Provenance, Transcript, Verdict
from tests.archive.transcripts import transcript

GREETING = "Good afternoon, and welcome to the weekly briefing of the harbour authority."
SAID = "The northern pier will not be closed before the end of the herring season."
TAKEN_OUT = "We have asked the insurers twice and have had no answer worth the name."
URL = "https://harbour.example/briefings/7"


def reading(number: int, *texts: str) -> Transcript:
    """The page as it was read the `number`th time, in the first days of March."""
    provenance = Provenance(str(number) * 64, "harbour/1", retrieved_at=f"2024-03-0{number}T12:00:00+00:00")
    return transcript("harbour:7", *texts, url=URL, provenance=provenance)


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Answer]:
    def ask(readings: list[Transcript], quote: str) -> Answer:
        with Archive.open(tmp_path, create=True) as archive:
            for one in readings:
                archive.save([one])
            rebuild(archive)
        with Engine.open(tmp_path) as engine:
            return engine.lookup(Inquiry(quote))

    return ask


def test_words_that_a_later_revision_turned_round_are_found_as_they_were(ask: Callable[..., Answer]) -> None:
    changed = SAID.replace("will not", "will")
    answer = ask([reading(1, GREETING, SAID), reading(2, GREETING, changed)], SAID)
    match = answer.matches[0]
    assert answer.verdict is Verdict.VERBATIM
    assert (match.revision, match.passage.text) == (1, SAID.rstrip("."))
    assert match.removed is not None
    assert (match.removed.what, match.removed.since) == ("text", "2024-03-02T12:00:00+00:00")
    assert "no longer says so, as found on 2 March 2024" in answer.finding


def test_the_words_as_they_stand_now_are_the_record(ask: Callable[..., Answer]) -> None:
    changed = SAID.replace("will not", "will")
    answer = ask([reading(1, GREETING, SAID), reading(2, GREETING, changed)], changed)
    assert answer.verdict is Verdict.VERBATIM
    assert (answer.matches[0].revision, answer.matches[0].removed) == (2, None)


def test_an_answer_that_was_left_out_is_told_by_the_last_revision_that_had_it(ask: Callable[..., Answer]) -> None:
    whole, without = (GREETING, SAID, TAKEN_OUT), (GREETING, SAID)
    answer = ask([reading(1, *whole), reading(2, *whole, "One more."), reading(3, *without, "One more.")], TAKEN_OUT)
    match = answer.matches[0]
    assert match.revision == 2
    assert match.removed is not None
    assert match.removed.since == "2024-03-03T12:00:00+00:00"
    assert answer.checks.occurrences.count == 1


def test_what_came_back_is_not_gone(ask: Callable[..., Answer]) -> None:
    answer = ask([reading(1, GREETING, SAID), reading(2, GREETING), reading(3, GREETING, SAID)], SAID)
    assert (answer.matches[0].revision, answer.matches[0].removed) == (3, None)
    assert answer.checks.occurrences.count == 1


def test_what_only_a_newer_parser_reads_otherwise_is_not_gone(ask: Callable[..., Answer]) -> None:
    misread = reading(1, GREETING, SAID, "Share this page with friends and colleagues today.")
    again = reading(1, GREETING, SAID)
    again = dataclasses.replace(again, provenance=dataclasses.replace(again.provenance, parser="harbour/2"))
    answer = ask([misread, again], "Share this page with friends and colleagues today.")
    assert answer.verdict is Verdict.NOT_FOUND


def test_a_copy_that_still_has_the_words_goes_before_the_removed_ones(ask: Callable[..., Answer]) -> None:
    rest = (GREETING, "A second turn that both of them have.", "And a third turn that both of them have, too.")
    mirror = transcript("embassy:7", *rest, SAID, url="https://embassy.example/7", source="embassy")
    answer = ask([reading(1, *rest, SAID), mirror, reading(2, *rest)], SAID)
    match = answer.matches[0]
    assert (match.transcript_id, match.removed, match.also_at) == ("embassy:7", None, (URL,))
    assert (answer.checks.occurrences.count, len(answer.matches)) == (1, 1)


def test_a_page_that_is_gone_is_said_to_be_gone_and_its_text_stays(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([reading(1, GREETING, SAID)])
        rebuild(archive)
    with Engine.open(tmp_path) as engine:
        assert engine.lookup(Inquiry(SAID)).matches[0].removed is None
        with Archive.open(tmp_path) as archive:
            key = archive.headers()[0].key
            page = Page(URL, "harbour", state=PageState.GONE, transcript=key, gone_since="2024-04-01T08:00:00+00:00")
            tried = LedgerEntry("harbour", None, ReadResult.GONE, 0, None, "2024-04-01T08:00:00+00:00", URL)
            archive.note_reading(page, tried, event=("gone", 410))
        assert engine.refresh()
        answer = engine.lookup(Inquiry(SAID))
    assert answer.matches[0].removed is not None
    assert answer.matches[0].removed.what == "page"
    assert "its page is gone, as found on 1 April 2024" in answer.finding
