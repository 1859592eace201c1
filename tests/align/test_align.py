"""Laying a quotation over the record."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from rapidfuzz.distance import Levenshtein

from quotes.align import Alignment, align, parse_quotation, read_source
from quotes.align.steps import steps_between

RECORD = (
    "The samples that the leaders showed are gem ores purchased by staff in Pakistan. The reported stories that you "
    "mentioned are either misinformed or invented, or even designed to drive a wedge between China and Pakistan. They "
    "are just baseless. (Laughter.) It is a legitimate action by the government, and we will not change it."
)


def lay(quote: str, record: str = RECORD) -> Alignment:
    alignment = align(parse_quotation(quote), read_source(record))
    assert alignment is not None
    return alignment


def told(alignment: Alignment) -> list[tuple[str, str, str]]:
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    return [
        (
            "=" if step.equal else "…" if step.marked else "≠",
            quote.surface(step.quote_first, step.quote_last),
            source.surface(step.source_first, step.source_last),
        )
        for step in alignment.steps
    ]


def test_words_that_stand_there_are_one_step() -> None:
    assert told(lay("designed to drive a wedge")) == [("=", "designed to drive a wedge", "designed to drive a wedge")]
    assert lay("designed to drive a wedge").exact


def test_dropped_words_are_told_once_and_at_their_place() -> None:
    assert told(lay("The reported stories are either misinformed or invented")) == [
        ("=", "The reported stories", "The reported stories"),
        ("≠", "", "that you mentioned"),
        ("=", "are either misinformed or invented", "are either misinformed or invented"),
    ]


def test_a_chance_word_far_away_is_not_taken_for_the_quotations_own() -> None:
    # "The" also opens the record, eleven words before; the quotation's own stands next to "reported".
    first = lay("The reported stories that you mentioned are either").steps[0]
    assert first.equal
    assert first.printed == 8


def test_a_repeated_beginning_is_not_taken_for_the_quotations_own() -> None:
    record = "We have seen no evidence of sabotage. We have seen some evidence of an anchor."
    assert lay("We have seen some evidence of an anchor", record).exact
    record = "We asked for an anchor of steel and then for an anchor of iron."
    assert lay("We asked for an anchor", record).exact


def test_an_ellipsis_stands_for_what_it_leaves_out() -> None:
    steps = told(lay("The samples … are gem ores … in Pakistan"))
    assert [kind for kind, *_ in steps] == ["=", "…", "=", "…", "="]
    assert steps[1][2] == "that the leaders showed"


def test_a_long_omission_is_bridged() -> None:
    steps = told(lay("The samples that the leaders showed are gem ores. It is a legitimate action by the government"))
    assert [kind for kind, *_ in steps] == ["=", "≠", "="]
    assert steps[1][2].startswith("purchased by staff")
    assert steps[1][2].endswith("baseless")


def test_parts_in_another_order_are_displaced() -> None:
    alignment = lay("It is a legitimate action. The samples that the leaders showed are gem ores")
    assert alignment.displaced
    assert not alignment.exact


def test_a_part_found_nowhere_is_missing() -> None:
    alignment = lay("designed to drive a wedge … entirely unheard of elsewhere")
    (part,) = alignment.missing
    assert alignment.quotation.tokens.surface(part.first, part.last) == "entirely unheard of elsewhere"


def test_stage_directions_do_not_part_words() -> None:
    assert lay("They are just baseless. It is a legitimate action").exact


def test_offsets_point_into_the_turn_from_a_window_too() -> None:
    start = RECORD.index("reported")
    alignment = align(parse_quotation("designed to drive a wedge"), read_source(RECORD, start, start + 160))
    assert alignment is not None
    first, last = alignment.source_span
    tokens = alignment.source.tokens
    assert RECORD[tokens.starts[first] : tokens.ends[last - 1]] == "designed to drive a wedge"


def test_nothing_alike_is_no_alignment() -> None:
    assert align(parse_quotation("entirely unrelated banter about football"), read_source(RECORD)) is None


@pytest.mark.parametrize("seed", range(200))
def test_steps_are_consistent_and_no_dearer_than_they_must_be(seed: int) -> None:
    rng = random.Random(seed)
    source = [rng.choice("abcdefgh") for _ in range(rng.randint(1, 30))]
    quote = [word if rng.random() > 0.2 else rng.choice("abcxyz") for word in source if rng.random() > 0.1]
    steps = steps_between(quote, source, 0, 0)
    for before, after in pairwise(steps):
        assert (before.quote_last, before.source_last) == (after.quote_first, after.source_first)
    for step in steps:
        if step.equal:
            assert quote[step.quote_first : step.quote_last] == source[step.source_first : step.source_last]
    if steps:
        assert (steps[0].quote_first, steps[-1].quote_last) == (0, len(quote))
        first, last = steps[0].source_first, steps[-1].source_last
        kept = sum(step.printed for step in steps if step.equal)
        assert kept >= len(quote) - Levenshtein.distance(quote, source[first:last]) - 4


def test_an_end_is_not_matched_to_its_like_further_on() -> None:
    record = "进出海峡的商船同比增长5%，其中来自非洲的货轮占百分之十二。"
    assert told(lay("进出海峡的商船同比增长百分之五", record))[-1] == ("≠", "百分之五", "5%")
