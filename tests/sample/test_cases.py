"""The written cases are right about the record: every claim a case makes of its quotation that can be checked without
the engine is checked here, so that a wrong label is not mistaken for a wrong answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Any, Final

import pytest

from quotes.model import AttributionStatus, DateStatus, FlagName, Severity, Verdict
from tests.sample.records import (
    CASES,
    compact,
    is_short,
    places,
    read_lines,
    readings,
    said,
    stands_in,
    transcripts,
    words,
)

Case = dict[str, Any]

ALL: Final[list[Case]] = [case for cases in read_lines(CASES).values() for case in cases]
PLACED: Final = {
    Verdict.VERBATIM,
    Verdict.VERBATIM_MARKED,
    Verdict.MINOR_VARIANCE,
    Verdict.ALTERED,
    Verdict.TRANSLATION_VARIANT,
}
# Verdicts on words; the two others are on what the archive holds and on what was sent.
ON_WORDING: Final = set(Verdict) - {Verdict.OUT_OF_COVERAGE, Verdict.CANNOT_CHECK}
PRESENTATION: Final = set(
    "case punctuation quote_marks dashes spaces hyphenation spelling abbreviation percent numbers diacritics "
    "full_width script mid_sentence leading_connective stage_direction stutter correction".split()
)
PROTECTED: Final = set(
    "negation modal number unit money date name quantifier hedge conditional scalar preposition".split()
)
# Dropped or put in, these alone make a minor variance.
SMALL: Final = set("a an the that el la los las um well so you know".split())
# Folding does not bring all ways to write an amount together; comparing amounts is the engine's part. So is telling
# what is the record's own noise, and which words grammar lets go: of these it is held only that no other word is there.
AMOUNTS: Final = "numbers"
NOISE: Final = "record_noise"
FUNCTION: Final = "function_word"
# Words that fill where pauses set them off, and the 的 of Chinese: elsewhere they may say something.
FILLER: Final = "filler"
# The quotation ends within a word that the record writes on: "can" for "cannot".
CUT_WORD: Final = "cut_word"
FILLERS: Final = set("este 的 嗯 这 个".split())
LET_GO: Final = SMALL | set("of in order to on upon does is are and it that course".split())
WEEKDAYS: Final = {
    name: day
    for names in (
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "lunes martes miércoles jueves viernes sábado domingo",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    )
    for day, name in enumerate(names.split())
}


def verdicts(case: Case) -> list[str]:
    verdict = case["expect"]["verdict"]
    return verdict if isinstance(verdict, list) else [verdict]


def of_verdict(*wanted: Verdict) -> list[Case]:
    return [case for case in ALL if case["expect"]["verdict"] in wanted]


def place(case: Case) -> tuple[str, int]:
    return case["expect"]["transcript_id"], case["expect"]["turn"]


def each(cases: list[Case]) -> pytest.MarkDecorator:
    assert cases
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["id"])


def without_small(text: str, besides: AbstractSet[str] = frozenset()) -> str:
    return "".join(word for word in words(text) if word not in SMALL and word not in besides)


@each(ALL)
def test_case_is_well_formed(case: Case) -> None:
    assert case.keys() <= {"id", "kind", "quote", "context", "claim", "expect", "why"}
    assert case["quote"].strip()
    assert case["why"].strip().endswith((".", "。", "…"))
    assert case.get("context", {}).keys() <= {"published", "neighbours", "before", "after"}
    assert case.get("claim", {}).keys() <= {"speaker", "date"}
    expect = case["expect"]
    assert expect.keys() <= {*"verdict severity transcript_id turn attribution date reasons_include flags".split()}
    assert set(verdicts(case)) <= set(Verdict)
    assert expect.get("severity", Severity.HIGH) in set(Severity)
    assert expect.get("attribution", AttributionStatus.CONFIRMED) in set(AttributionStatus)
    assert expect.get("date", DateStatus.CONFIRMED) in set(DateStatus)
    assert set(expect.get("flags", ())) <= set(FlagName)
    if "transcript_id" in expect:
        assert expect.get("turn", 0) < len(transcripts()[expect["transcript_id"]]["turns"])


@each(of_verdict(*PLACED))
def test_what_was_found_has_a_place(case: Case) -> None:
    assert {"transcript_id", "turn"} <= case["expect"].keys()


@each(
    [
        case
        for case in of_verdict(Verdict.VERBATIM, Verdict.TRANSLATION_VARIANT)
        if case.get("kind") not in {AMOUNTS, NOISE}
    ]
)
def test_verbatim_words_stand_in_the_named_turn(case: Case) -> None:
    assert stands_in(case["quote"], *place(case))


@each([case for case in ALL if case.get("kind") == NOISE])
def test_words_amid_the_records_noise_stand_in_their_order(case: Case) -> None:
    """In the named turn, or in it and the next one of the same speaker, who was broken into."""
    transcript, turn = place(case)
    turns = transcripts()[transcript]["turns"]
    speaker = turns[turn]["speaker"]
    resumed = next((later["text"] for later in turns[turn + 1 :] if later["speaker"] == speaker), "")
    spoken = iter(words(f"{turns[turn]['text']} {resumed}"))
    assert all(word in spoken for word in words(case["quote"]))


@each([case for case in of_verdict(Verdict.VERBATIM_MARKED) if case.get("kind") != NOISE])
def test_marked_parts_stand_in_the_named_turn_in_order(case: Case) -> None:
    marked = re.sub(r"\[(\w)\](?=\w)", r"\1", case["quote"])
    parts = [compact(part) for part in re.split(r"\[[^\]]*\]|…+|\.\s?\.\s?\.", marked)]
    assert [part for part in parts if part] != [compact(case["quote"])] or marked != case["quote"]
    in_order = re.compile(".*".join(map(re.escape, parts)))
    assert any(in_order.search(reading) for reading in said(*place(case)))


@each([case for case in of_verdict(Verdict.MINOR_VARIANCE) if case.get("kind") == FUNCTION])
def test_only_words_that_grammar_lets_go_were_let_go(case: Case) -> None:
    transcript, turn = place(case)

    def kept(text: str) -> str:
        return "".join(word for word in words(text) if word not in LET_GO)

    assert any(
        kept(case["quote"]) in kept(reading) for reading in readings(transcripts()[transcript]["turns"][turn]["text"])
    )
    assert not stands_in(case["quote"], transcript, turn)


@each([case for case in of_verdict(Verdict.MINOR_VARIANCE) if case.get("kind") != FUNCTION])
def test_minor_variance_is_small_words_and_contractions(case: Case) -> None:
    transcript, turn = place(case)
    text = transcripts()[transcript]["turns"][turn]["text"]
    fillers = FILLERS if case.get("kind") == FILLER else frozenset()
    assert without_small(case["quote"], fillers) in without_small(text, fillers)

    def letters(printed: str) -> str:
        return re.sub(r"\W", "", printed.casefold())

    assert letters(case["quote"]) not in letters(text), "word for word, so verbatim"


@each([case for case in of_verdict(Verdict.ALTERED) if case.get("kind") == CUT_WORD])
def test_a_cut_word_goes_on_where_the_quotation_ends(case: Case) -> None:
    transcript, turn = place(case)
    _, quoted, rest = transcripts()[transcript]["turns"][turn]["text"].partition(case["quote"])
    assert quoted
    assert re.match(r"['’]?\w", rest)


@each([case for case in of_verdict(Verdict.ALTERED) if case.get("kind") != CUT_WORD])
def test_altered_words_stand_nowhere_as_printed(case: Case) -> None:
    if "sentence_boundary_moved" in case["expect"].get("reasons_include", ()):
        assert stands_in(case["quote"], *place(case)), "here the stop is altered, and no word"
    else:
        assert places(case["quote"]) == []
        transcript, turn = place(case)
        text = transcripts()[transcript]["turns"][turn]["text"]
        assert without_small(case["quote"]) not in without_small(text), "small words only, so minor_variance"


@each(of_verdict(Verdict.ALTERED))
def test_altered_words_are_nearer_to_the_named_turn_than_to_any_other(case: Case) -> None:
    def shared(transcript: str, turn: int) -> int:
        text = Counter(words(transcripts()[transcript]["turns"][turn]["text"]))
        return (Counter(words(case["quote"])) & text).total()

    most = max(shared(name, turn) for name, record in transcripts().items() for turn in range(len(record["turns"])))
    assert shared(*place(case)) == most


@each([case for case in of_verdict(Verdict.NOT_FOUND) if "transcript_id" not in case["expect"]])
def test_words_not_found_share_no_phrase_with_the_record(case: Case) -> None:
    run = 6 if is_chinese(case) else 4
    printed = words(case["quote"])
    phrases = {"".join(printed[start : start + run]) for start in range(len(printed) - run + 1)}
    everything = [
        reading
        for name, record in transcripts().items()
        for turn in range(len(record["turns"]))
        for reading in said(name, turn)
    ]
    assert len(printed) >= 6
    assert [phrase for phrase in phrases if any(phrase in reading for reading in everything)] == []


def is_chinese(case: Case) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", case["quote"]))


@each([case for case in ALL if case["expect"].get("attribution") == AttributionStatus.QUESTIONER])
def test_reporters_words_are_only_a_reporters(case: Case) -> None:
    assert place(case) in places(case["quote"])
    roles = {transcripts()[transcript]["turns"][turn]["role"] for transcript, turn in places(case["quote"])}
    assert roles == {"journalist"}


@each(of_verdict(Verdict.SPLICED))
def test_spliced_parts_stand_apart(case: Case) -> None:
    printed = words(re.sub("…", " ", case["quote"]))
    assert places(case["quote"]) == []
    parts, start = 0, 0
    while start < len(printed):
        end = next((end for end in range(len(printed), start + 2, -1) if places(" ".join(printed[start:end]))), None)
        assert end is not None, f"{printed[start : start + 3]} stands nowhere"
        parts, start = parts + 1, end
    assert parts > 1


@each([case for case in ALL if Verdict.AMBIGUOUS in verdicts(case)])
def test_ambiguous_words_come_alone_and_are_short_or_common(case: Case) -> None:
    assert "context" not in case
    assert "claim" not in case
    common = {transcript for transcript, _ in places(case["quote"])}
    assert common
    assert is_short(case["quote"]) or len(common) > 1


@each([case for case in ALL if is_short(case["quote"]) and not case.get("context") and not case.get("claim")])
def test_short_words_alone_prove_nothing(case: Case) -> None:
    assert Verdict.AMBIGUOUS in verdicts(case)


@each([case for case in ALL if case["expect"].get("attribution") in {"confirmed", "different_speaker"}])
def test_claimed_speaker_is_or_is_not_the_one_labelled(case: Case) -> None:
    transcript, turn = place(case)
    family_name = re.split(r"[ ·]", case["claim"]["speaker"])[-1]
    label = transcripts()[transcript]["turns"][turn]["speaker"]
    same = family_name.casefold() in label.casefold() or case["claim"]["speaker"] == label
    assert same == (case["expect"]["attribution"] == AttributionStatus.CONFIRMED)


@each([case for case in ALL if case["expect"].get("attribution") == AttributionStatus.RELAYED])
def test_relayed_words_follow_somebody_who_told(case: Case) -> None:
    transcript, turn = place(case)
    text = transcripts()[transcript]["turns"][turn]["text"]
    start = text.casefold().index(case["quote"].casefold().rstrip("."))
    around = re.split(r"[.。？]\s*", text[:start])[-1] + re.split(r"[.。？]", text[start:])[0]
    assert re.search(r"told|stressed that|assured|According to|your phrase|as you put it|告诉|dijeron", around)


@each([case for case in ALL if case["expect"].get("date") in {"confirmed", "different_date"}])
def test_claimed_day_is_or_is_not_the_days_of_the_event(case: Case) -> None:
    claimed, published = case["claim"]["date"], case.get("context", {}).get("published")
    if claimed in WEEKDAYS:
        day = date.fromisoformat(published)
        day -= timedelta(days=(day.weekday() - WEEKDAYS[claimed]) % 7)
    else:
        day = date.fromisoformat(claimed)
    event = date.fromisoformat(transcripts()[case["expect"]["transcript_id"]]["date"])
    assert (day == event) == (case["expect"]["date"] == DateStatus.CONFIRMED)


@each([case for case in of_verdict(*PLACED) if case.get("context", {}).get("published")])
def test_no_page_quotes_what_is_still_to_be_said(case: Case) -> None:
    assert transcripts()[case["expect"]["transcript_id"]]["date"] <= case["context"]["published"]


@each(of_verdict(Verdict.TRANSLATION_VARIANT))
def test_translation_variant_stands_in_a_rendering(case: Case) -> None:
    assert "rendering_of" in transcripts()[case["expect"]["transcript_id"]]


def test_ids_are_unique() -> None:
    assert [name for name, times in Counter(case["id"] for case in ALL).items() if times > 1] == []


def test_there_are_enough_cases_of_every_verdict() -> None:
    shown = Counter(verdict for case in ALL for verdict in verdicts(case))
    assert len(ALL) >= 150
    assert {verdict: shown[verdict] for verdict in ON_WORDING if shown[verdict] < 3} == {}


def test_there_are_enough_cases_of_every_kind() -> None:
    presented = Counter(case["kind"] for case in read_lines(CASES)["presentation"])
    protected = Counter(
        case["kind"] for case in read_lines(CASES)["protected"] if case["expect"].get("severity") == Severity.HIGH
    )
    assert presented.keys() == PRESENTATION
    assert protected.keys() == PROTECTED
    assert {kind: times for kind, times in presented.items() if times < 2} == {}
    assert {kind: times for kind, times in protected.items() if times < 3} == {}
