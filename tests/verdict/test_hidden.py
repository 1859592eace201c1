"""What an ellipsis hides: always told, and altered where its absence turns what is printed."""

from __future__ import annotations

import pytest

from quotes.align import align, parse_quotation, read_source
from quotes.model import Severity, Verdict
from quotes.verdict.hidden import Hides, hidden
from tests.verdict.wordings import wording

RECORD = (
    "We will not, whatever they say, sell the mill. The pond, which is not deep, will be drained in May. We will open "
    "the gate, if the frost allows it, at noon. Guests may stay until dusk, unless it rains. The choir sings on "
    "Friday. But it will sing indoors. I do not think that the roof leaks. It is not true that the cellar is wet. "
    "Perhaps the attic is. If the wind turns, we leave, and the boat stays."
)


@pytest.mark.parametrize(
    ("quote", "hides"),
    [
        ("We will … sell the mill", Hides.NEGATION),
        ("The choir sings on Friday. … the roof leaks", Hides.NEGATION),
        ("I do not think that the roof leaks … the cellar is wet", Hides.NEGATION),
        ("We will open the gate … at noon", Hides.CONDITION),
        ("Guests may stay until dusk … The choir sings on Friday", Hides.CONDITION),
        ("Perhaps the attic is. … we leave, and the boat stays", Hides.CONDITION),
    ],
)
def test_an_ellipsis_that_turns_what_is_left_alters(quote: str, hides: Hides) -> None:
    found = wording(quote, RECORD)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert found.reasons[0] == hides.value


@pytest.mark.parametrize(
    ("quote", "hides"),
    [
        ("The pond … will be drained in May", {Hides.NEGATION}),
        ("The choir sings on Friday. … I do not think that the roof leaks", {Hides.REVERSAL}),
        ("the cellar is wet. … If the wind turns, we leave", {Hides.HEDGE}),
        ("at noon. … The choir sings on Friday", {Hides.CONDITION}),
        ("We will not … sell the mill", set()),
        ("I do not think … the roof leaks", set()),
        ("We will open the gate, if the frost allows it … Guests may stay", set()),
    ],
)
def test_what_turns_nothing_is_marked_and_told(quote: str, hides: set[Hides]) -> None:
    found = wording(quote, RECORD)
    assert found.verdict is Verdict.VERBATIM_MARKED
    assert {one.reason for one in found.hidden} == hides
    assert {hide.value for hide in hides} == {*found.reasons} - {"ellipsis"}


def test_an_ellipsis_at_an_end_hides_nothing() -> None:
    assert wording("… sell the mill …", RECORD).hidden == ()


def test_what_is_hidden_is_pointed_at_in_the_record() -> None:
    (one,) = wording("We will … sell the mill", RECORD).hidden
    assert RECORD[slice(*one.span)] == one.words == "not"


def test_a_border_between_two_turns_is_an_interjection() -> None:
    first, second = "We know that the road is—", "—that the road is open, and dry."
    source = read_source(f"{first} {second}", borders=(len(first),))
    alignment = align(parse_quotation("We know … that the road is open"), source)
    assert alignment is not None
    assert [one.reason for one in hidden(alignment)] == [Hides.INTERJECTION]
