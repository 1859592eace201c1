"""What could stand between the marks instead."""

from __future__ import annotations

import pytest

from quotes.align import align, parse_quotation, read_source
from quotes.verdict import correct, judge, policy_named
from tests.verdict.test_judge import RECORD


def corrected(quote: str, record: str = RECORD, policy: str = "default") -> str | None:
    alignment = align(parse_quotation(quote), read_source(record))
    assert alignment is not None
    house = policy_named(policy)
    return correct(alignment, judge(alignment, house), house)


@pytest.mark.parametrize(
    ("printed", "record", "correction"),
    [
        (
            "misinformed, invented, or designed to drive a wedge",
            "They are either misinformed or invented, or even designed to drive a wedge between the two.",
            "misinformed or invented, or even designed to drive a wedge",
        ),
        (
            "The stories are either misinformed or invented,",
            "The stories that you mentioned are either misinformed or invented, or worse.",
            "The stories … are either misinformed or invented,",
        ),
        (
            "We will close the northern harbours before Christmas",
            "We will not close the northern harbours before Christmas, whatever the weather.",
            "We will not close the northern harbours before Christmas",
        ),
        (
            "We will … close the northern harbours before Christmas",
            "We will not, under any circumstances, close the northern harbours before Christmas.",
            "We will not, under any circumstances, close the northern harbours before Christmas",
        ),
        (
            "The minister said that Adaeze Lindqvist would consider it",
            "The minister said that she would consider it, and so she will.",
            "The minister said that [Adaeze Lindqvist] would consider it",
        ),
        (
            "“The ships are truly ready to sail in the morning”",
            "The ships are ready to sail in the morning.",
            "The ships are ready to sail in the morning",
        ),
        (
            "growth will return to more normal levels, assuming that conditions evolve as we expect",
            "Growth will return to more normal levels. Assuming that conditions evolve as we expect, there is room.",
            "growth will return to more normal levels. Assuming that conditions evolve as we expect",
        ),
        # At its ends, as much of the record as belongs to what stands there, and nothing of the sentence before.
        ("Five million passengers are due", "Half a million passengers are due.", "Half a million passengers are due"),
        ("five million passengers are due", "Half a million passengers are due.", "Half a million passengers are due"),
        (
            "it rose by 2 percent in Q3",
            "It rose by 2 percent in the second quarter.",
            "it rose by 2 percent in the second quarter",
        ),
        ("增速比去年同期提高了0.8%", "增速比去年同期提高了0.8个百分点。", "增速比去年同期提高了0.8个百分点"),
        (
            "The ministry thinks that the anchor chain may be at fault",
            "The insurer sued the yard in summer. We think that the anchor chain may be at fault.",
            "We think that the anchor chain may be at fault",
        ),
        (
            "Varda will never harm our ships or our trade with the islands.",
            "Varda stressed that its treaties with Norland will never harm our ships or our trade with the islands.",
            "Varda stressed that its treaties with Norland will never harm our ships or our trade with the islands.",
        ),
        (
            "Norway and China have lent us experts, and they are good",
            "China and Norway have lent us experts, and they are good.",
            "China and Norway have lent us experts, and they are good",
        ),
        (
            "On Sunday, assuming that the frost holds, the race will be",
            "The red lanterns are theirs. Assuming that the frost holds, the race will be on Sunday.",
            "assuming that the frost holds, the race will be",
        ),
        # A fragment stands in the writer's sentence, which what goes before it in the record would break.
        (
            "will reopen on Friday, if the weather holds",
            "I said that the berth may reopen on Friday, if the weather holds.",
            "may reopen on Friday, if the weather holds",
        ),
        # What is printed last may stand for what comes next in the record.
        (
            "The stories are invented. They are just silly,",
            "The stories that you mentioned are invented. They are just baseless. More followed.",
            "The stories … are invented. They are just baseless,",
        ),
        (
            "the boats will sail for the islands today.",
            "The boats will sail for the islands on Friday morning. Nobody objects.",
            "the boats will sail for the islands on Friday morning.",
        ),
        # As it was printed: capitals, marks within, and of a question.
        (
            "THE STORIES ARE EITHER MISINFORMED OR INVENTED",
            "The stories that you mentioned are either misinformed or invented.",
            "THE STORIES … ARE EITHER MISINFORMED OR INVENTED",
        ),
        (
            "“The stories are ‘either misinformed or invented’”",
            "The stories that you mentioned are either misinformed or invented.",
            "The stories … are ‘either misinformed or invented’",
        ),
        (
            "瓦尔达的“安全费”没有依据，他们反对",
            "瓦尔达的“安全费”没有依据，我们反对。",
            "瓦尔达的“安全费”没有依据，我们反对",
        ),
        (
            "The workers’ boats don't sail at night, and the league knows",
            "The workers’ boats do not always sail at night, and the league knows.",
            "The workers’ boats do not always sail at night, and the league knows",
        ),
        (
            "¿Cuándo vuelve el barco? Nunca mismo",
            "¿Cuándo vuelve el barco? Mañana mismo, si hay viento.",
            "¿Cuándo vuelve el barco? Mañana mismo",
        ),
        (
            "The stories are either\nmisinformed or invented",
            "The stories that you mentioned are either misinformed or invented.",
            "The stories … are either misinformed or invented",
        ),
        ("其中来自亚洲的货轮占百分之十二", "其中来自非洲的货轮占百分之十二。", "其中来自非洲的货轮占百分之十二"),
    ],
)
def test_the_record_s_words_are_put_back_and_what_is_fair_stays_as_printed(
    printed: str, record: str, correction: str
) -> None:
    assert corrected(printed, record) == correction


@pytest.mark.parametrize(
    "quote", ["We do not expect that rates will rise", "It was about … percent", "It was about 50%"]
)
def test_what_is_verbatim_or_marked_needs_none(quote: str) -> None:
    assert corrected(quote) is None


def test_a_house_that_lets_nothing_go_gets_the_words_themselves() -> None:
    record = "I think that it will answer most of your questions."
    assert corrected("I think it will answer most of your questions", record, "strict") == record.rstrip(".")
    assert corrected("I think it will answer most of your questions,", record, "strict") == record.rstrip(".") + ","


def test_noise_of_the_record_is_not_printed() -> None:
    record = "We have two (laughter) small and old ~~boots~~ [boats] to lend, and both of them leak."
    assert corrected("We have small and old boats to lend", record) == "We have two small and old boats to lend"


def test_parts_in_another_order_are_given_in_the_record_s() -> None:
    record = "The dredging is not delayed by a day. The crews are working through the night, all of them."
    printed = "The crews are working through the night. The dredging is not delayed by a day"
    assert corrected(printed, record) == (
        "The dredging is not delayed by a day. The crews are working through the night"
    )
