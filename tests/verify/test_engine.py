"""Looking a quotation up, whatever it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import orjson
import pytest

from quotes.errors import ArchiveMissing, BadDate, BadPolicy, BadQuotation
from quotes.ingest import import_paths
from quotes.model import AttributionStatus, Claim, Inquiry, PageContext, Verdict
from quotes.report import answer_json
from quotes.verify import Engine

VERBATIM = "The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores"


def test_spans_point_at_the_words_of_both_texts(engine: Engine) -> None:
    quote = "“The samples the Pakistani leaders showed are gem ores”"
    answer = engine.lookup(Inquiry(quote))
    match = answer.matches[0]
    text = engine.archive.transcript(match.transcript_id).turns[match.turn].text
    assert text[match.passage.start : match.passage.end] == match.passage.text
    for edit in match.diff:
        assert text[slice(*edit.source_span)] == edit.source
        assert quote[slice(*edit.quote_span)] == edit.quote


def test_the_same_question_has_the_same_answer(engine: Engine) -> None:
    inquiry = Inquiry(VERBATIM, PageContext(published=date(2025, 10, 14)), Claim("Lin Jian"))
    assert engine.lookup(inquiry) == engine.lookup(inquiry)


def test_what_is_not_there_is_not_found_and_says_what_was_searched(engine: Engine) -> None:
    answer = engine.lookup(Inquiry("The committee will publish its fourteenth bulletin about penguins next spring"))
    assert answer.verdict is Verdict.NOT_FOUND
    assert str(answer.coverage.transcripts) in answer.finding
    assert answer.confidence == 0


@pytest.mark.parametrize(
    "inquiry",
    [
        Inquiry("Penguins will be counted twice a year", claim=Claim(date="1999-01-01")),
        Inquiry("Penguins will be counted twice a year", claim=Claim(institution="Ruritanian Treasury")),
        Inquiry("Pinguine werden zweimal im Jahr gezählt", PageContext(language="de")),
        Inquiry("Penguins will be counted twice a year", PageContext(published=date(1999, 1, 1))),
    ],
    ids=["date", "institution", "language", "published"],
)
def test_what_the_archive_does_not_hold_is_out_of_coverage(engine: Engine, inquiry: Inquiry) -> None:
    assert engine.lookup(inquiry).verdict is Verdict.OUT_OF_COVERAGE


@pytest.mark.parametrize("language", ["en", "EN-gb", "en_US", "English", "", "es_MX"])
def test_a_language_that_is_held_however_it_is_written_is_none(engine: Engine, language: str) -> None:
    asked = Inquiry("the tractors of Ostrava are painted by moonlight alone", PageContext(language=language))
    assert engine.lookup(asked).verdict is Verdict.NOT_FOUND


def test_another_speaker_is_told(engine: Engine) -> None:
    answer = engine.lookup(Inquiry(VERBATIM, claim=Claim("Mao Ning")))
    assert answer.verdict is Verdict.VERBATIM
    assert answer.checks.attribution.status is AttributionStatus.DIFFERENT_SPEAKER
    assert "Mao Ning" in answer.finding


def test_limit_bounds_the_matches(engine: Engine) -> None:
    phrase = Inquiry("all-weather strategic cooperative partners")
    assert len(engine.lookup(replace(phrase, limit=2)).matches) == 2


@pytest.mark.parametrize(
    ("inquiry", "error"),
    [
        (Inquiry(""), BadQuotation),
        (Inquiry("…?!"), BadQuotation),
        (Inquiry("a\x00b"), BadQuotation),
        (Inquiry("\ud800"), BadQuotation),
        (Inquiry("x" * 50_000), BadQuotation),
        (Inquiry(VERBATIM, policy="tabloid"), BadPolicy),
        (Inquiry(VERBATIM, claim=Claim(date="someday")), BadDate),
    ],
    ids=["empty", "punctuation", "nul", "surrogate", "long", "policy", "date"],
)
def test_what_cannot_be_asked_is_refused(engine: Engine, inquiry: Inquiry, error: type[Exception]) -> None:
    with pytest.raises(error):
        engine.lookup(inquiry)


@pytest.mark.parametrize("quote", ["wedge", "a", "1", "的", "¾", "a a a a a a a a", "[so]", "(…) well", "don't", "'s"])
def test_any_single_word_has_an_answer(engine: Engine, quote: str) -> None:
    assert engine.lookup(Inquiry(quote)).verdict in {Verdict.AMBIGUOUS, Verdict.NOT_FOUND, Verdict.OUT_OF_COVERAGE}


def test_an_answer_serialises_with_the_field_names_of_the_api(engine: Engine) -> None:
    plain = answer_json(engine.lookup(Inquiry("The reported stories are either misinformed or invented")))
    assert orjson.loads(orjson.dumps(plain)) == plain
    edit = next(edit for edit in plain["matches"][0]["diff"] if edit["op"] == "delete")
    assert edit["class"] == "unmarked_omission"


def test_an_engine_sees_what_is_imported_after_it_opened(tmp_path: Path) -> None:
    def record(name: str, text: str) -> bytes:
        turns = [{"speaker": "MS. ABARA", "role": "spokesperson", "text": text}]
        return orjson.dumps(
            {
                "source_id": name,
                "title": "Briefing",
                "date": "2024-01-02",
                "url": "https://example.org/",
                "language": "en",
                "institution": "Ministry of Harbours",
                "turns": turns,
            }
        )

    first = tmp_path / "first.jsonl"
    first.write_bytes(record("one", "The channel stays open to ships of every size this winter."))
    data = tmp_path / "data"
    import_paths(data, [first])
    with Engine.open(data) as engine:
        before = engine.snapshot
        quote = Inquiry("penguins were counted by eleven patient volunteers")
        assert not engine.lookup(quote).matches
        assert not engine.refresh()
        second = tmp_path / "second.jsonl"
        second.write_bytes(record("two", "The penguins were counted by eleven patient volunteers on Sunday."))
        import_paths(data, [second])
        assert engine.refresh()
        assert engine.lookup(quote).verdict is Verdict.VERBATIM
        assert engine.snapshot != before


def test_no_archive_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="import"):
        Engine.open(tmp_path / "none")
