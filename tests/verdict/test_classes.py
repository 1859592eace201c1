"""Each class of edit to the letter: the harmful change, and its harmless like."""

from __future__ import annotations

import pytest

from quotes.model import EditClass, Severity, Verdict
from quotes.verdict import POLICIES
from tests.verdict.wordings import wording

RECORD = (
    "The council has asked the builders for a plan, and we expect the work to last for three-quarters of a year. We "
    "may be late, you know. The old bridge was closed by the mayor in spring, and she hardly ever crosses it. "
    "Between 2 and 3 million crowns will be spent by March 4, 2025. I told him that all of the tenders are honest, and "
    "only the auditor can change that. It is possible to finish in the second quarter. A few of the lamps are lit, and "
    "most of the neighbours are pleased. In order to save time, it helps to work at night. You have to wear a helmet."
)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("we expect the work to last for three-quarters of a year. We have been late", EditClass.MODAL),
        ("The council asked the builders for a plan, and we expect the work", EditClass.TENSE),
        ("The council had asked the builders for a plan, and we expect the work", EditClass.TENSE),
        ("we expected the work to last for three-quarters of a year", EditClass.TENSE),
        ("I tell him that all of the tenders are honest", EditClass.TENSE),
        ("and they expect the work to last for three-quarters of a year", EditClass.PERSON),
        ("He told him that all of the tenders are honest", EditClass.PERSON),
        ("The builders have asked the council for a plan", EditClass.ROLES),
        ("The old bridge closed by the mayor in spring, and she hardly ever crosses it", EditClass.ROLES),
        ("was closed by the mayor in spring, and she ever crosses it", EditClass.NEGATION),
        ("I told him that all of the tenders are dishonest", EditClass.NEGATION),
        ("It is impossible to finish in the second quarter", EditClass.NEGATION),
        ("It is possible to finish in the third quarter", EditClass.NUMBER),
        ("Between 2 and 4 million crowns will be spent", EditClass.NUMBER),
        ("2 and 3 billion crowns will be spent by March 4", EditClass.NUMBER),
        ("million crowns will be spent by March 5, 2025", EditClass.NUMBER),
        ("all of the tenders are honest, and the only auditor can change that", EditClass.SCALAR),
        ("Few of the lamps are lit, and few of the neighbours are pleased", EditClass.QUANTIFIER),
        ("time, it helps to work at night. You wear a helmet.", EditClass.MODAL),
    ],
)
def test_what_turns_a_sentence_is_altered_with_high_severity_under_every_policy(quote: str, kind: EditClass) -> None:
    for policy in POLICIES:
        found = wording(quote, RECORD, policy=policy)
        assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
        assert kind.value in found.reasons


@pytest.mark.parametrize(
    "quote",
    [
        "we expect the work to last for ¾ of a year",
        "will be spent by 4 March 2025",
        "will be spent by Mar. 4, 2025",
        "It is possible to finish in Q2",
        "Between 2,000,000 and 3,000,000 crowns will be spent",
    ],
)
def test_amounts_and_dates_written_otherwise_are_verbatim(quote: str) -> None:
    found = wording(quote, RECORD)
    assert (found.verdict, found.reasons) == (Verdict.VERBATIM, ())


def test_a_range_with_a_dash_is_the_range_and_a_choice_is_not() -> None:
    record = "We counted 40 to 50 gulls on the roof that day."
    assert wording("We counted 40-50 gulls on the roof", record).verdict is Verdict.VERBATIM
    assert wording("We counted 40 or 50 gulls on the roof", record).verdict is Verdict.ALTERED
    assert wording("The price rose 40 to 50", "The price rose from 40 to 50 today.").verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    "quote",
    [
        "I told him that all the tenders are honest",
        "the neighbours are pleased. To save time, it helps to work at night",
        "In order to save time, it helps work at night",
        "The old bridge was closed by the mayor in spring, she hardly ever crosses it",
    ],
)
def test_words_that_grammar_lets_go_are_a_minor_variance(quote: str) -> None:
    found = wording(quote, RECORD)
    assert (found.verdict, found.reasons) == (Verdict.MINOR_VARIANCE, ("function_word",))
    assert wording(quote, RECORD, policy="strict").verdict is Verdict.ALTERED


def test_sort_of_hedges_and_well_only_fills_between_pauses() -> None:
    record = "It is sort of finished. It went well for them. It was, well, a surprise."
    assert wording("It is finished. It went well", record).reasons == ("hedge",)
    assert wording("It went for them. It was, well, a surprise.", record).verdict is Verdict.ALTERED
    assert wording("It went well for them. It was a surprise.", record).reasons == ("filler",)


MOVES = [
    ("the tall grey tower by the gate", "the grey tall tower by the gate", "moved"),
    ("They bought the lanterns red from us", "They bought the red lanterns from us", "moved"),
    ("Norway and Chile have agreed on it", "Chile and Norway have agreed on it", "moved"),
    ("Norway, Chile and Peru agreed on it", "Peru, Norway and Chile agreed on it", "moved"),
    ("the guards warned the drivers again", "the drivers warned the guards again", "roles"),
    ("Ships sail from Chile to Norway now", "Ships sail from Norway to Chile now", "roles"),
]


@pytest.mark.parametrize(("quote", "record", "kind"), MOVES)
def test_moved_words_are_told_from_changed_roles(quote: str, record: str, kind: str) -> None:
    found = wording(quote, f"We know this much. In brief, {record}. That is all.")
    assert found.verdict is Verdict.ALTERED
    assert kind in found.reasons
    assert found.severity is (Severity.HIGH if kind == "roles" else Severity.MODERATE)


def test_a_match_beyond_a_sentences_end_is_not_the_quotations_own() -> None:
    found = wording("They would rather wait", "It was late, and they knew it. We would rather wait than drown.")
    assert found.reasons == ("person",)


def test_what_a_filler_at_the_head_leaves_out_is_told() -> None:
    found = wording("Well, read the details of the plan", "Well, I did not read the details of the plan.")
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert "negation" in found.reasons


def test_a_condition_hung_on_the_next_sentence_is_told() -> None:
    record = "He pays in May, unless rates go up. She knows him well."
    hung = wording("He pays in May. Unless rates go up, she knows him well.", record)
    assert hung.reasons == ("sentence_boundary_moved",)
    assert wording("He pays in May. Unless rates go up. She knows him well.", record).verdict is Verdict.VERBATIM


DENIALS = (
    "The pier is old, and that is what we aren’t going to repair and never will. We asked which of the boats can leave "
    "and which cannot. The crews know which lamps are lit and which aren't. It is the harbour master who decides, and "
    "he won’t. I know they'll come, and so does she. That's the plan, and it’s a good one."
)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The crews know which lamps are lit and which are", EditClass.NEGATION),
        ("“The crews know which lamps are lit and which are.”", EditClass.NEGATION),
        ("We asked which of the boats can leave and which can", EditClass.NEGATION),
        ("It is the harbour master who decides, and he will", EditClass.NEGATION),
        ("The pier is old, and that is what we are", EditClass.NEGATION),
        ("and he won’t. I know they", EditClass.MODAL),
        ("which lamps are lit and which are … he won’t. I know they'll come", EditClass.NEGATION),
        ("The pier is old, and that is what we are ... going to repair and never will", EditClass.NEGATION),
    ],
)
def test_a_quotation_that_ends_within_a_word_of_the_record_has_changed_it(quote: str, kind: EditClass) -> None:
    for policy in POLICIES:
        found = wording(quote, DENIALS, policy=policy)
        assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
        assert kind.value in found.reasons


@pytest.mark.parametrize(
    "quote",
    [
        "The crews know which lamps are lit and which aren’t",
        "which lamps are lit and which are not",
        "We asked which of the boats can leave and which can not",
        "which of the boats can leave and which can't",
        "he decides, and he will not",
        "not going to repair and never will",
        "which of the boats can leave and which cannot … and he won’t. I know they'll come",
        "the plan, and it",
    ],
)
def test_a_whole_word_written_otherwise_is_still_that_word(quote: str) -> None:
    found = wording(quote, DENIALS.replace("It is the harbour master who", "Here he"))
    assert found.verdict in {Verdict.VERBATIM, Verdict.VERBATIM_MARKED, Verdict.MINOR_VARIANCE}


@pytest.mark.parametrize(
    "quote",
    [
        "Corvania’s ships stay in the sound until spring",
        "Corvania will decide that alone",
        "CORVANIA WILL DECIDE THAT ALONE",
    ],
)
def test_another_name_at_the_head_of_a_sentence_is_a_name(quote: str) -> None:
    record = (
        "We have asked Veldmark for its reasons. Veldmark will decide that alone. The treaty stands. Veldmark’s ships "
        "stay in the sound until spring."
    )
    found = wording(quote, record)
    assert (found.verdict, found.severity, found.reasons[0]) == (Verdict.ALTERED, Severity.HIGH, "name")


def test_another_word_at_the_head_of_a_sentence_is_no_name() -> None:
    record = "We spoke about boats. Boats will stay in the sound until spring, and no boats will leave."
    found = wording("Ships will stay in the sound until spring", record)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.MODERATE)
