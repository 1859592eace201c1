"""The generators are honest: a flip changes what is said, a fold changes no word, a noise does what its name says."""

from __future__ import annotations

import random

import pytest

from tests.evaluation import flips, folds, noise
from tests.evaluation.placement import stands_in, words


@pytest.mark.parametrize(
    ("kind", "sentence", "flipped"),
    [
        ("negation inserted", "The talks will go on in Geneva.", "The talks will not go on in Geneva."),
        ("negation removed", "We don’t expect a delay this week.", "We do expect a delay this week."),
        ("negation removed", "He is not going to the summit.", "He is going to the summit."),
    ],
)
def test_flip_of_negation(kind: str, sentence: str, flipped: str) -> None:
    assert flips.KINDS[kind](sentence, random.Random(1)) == flipped


@pytest.mark.parametrize(
    ("kind", "sentence", "left"),
    [
        ("number changed", "They spent 40 days at sea.", "They spent days at sea."),
        ("name changed", "He flew to Iran and returned.", "He flew to and returned."),
        ("modal changed", "The talks will resume soon.", "The talks resume soon."),
        ("quantifier changed", "We met many of them there.", "We met of them there."),
    ],
)
def test_flip_swaps_one_word_for_another(kind: str, sentence: str, left: str) -> None:
    flipped = flips.KINDS[kind](sentence, random.Random(1))
    assert flipped is not None
    changed = set(words(sentence)) - set(words(left))
    assert len(changed) == 1
    assert not changed & set(words(flipped))
    assert all(word in words(flipped) for word in words(left))


@pytest.mark.parametrize("kind", flips.KINDS)
def test_flip_leaves_alone_what_it_cannot_turn(kind: str) -> None:
    assert flips.KINDS[kind]("They left at all costs, whether or not.", random.Random(1)) is None


@pytest.mark.parametrize("kind", ["case", "punctuation", "dashes"])
def test_fold_keeps_the_words(kind: str) -> None:
    sentence = "The delegation, which had travelled far, stayed on, and nobody complained."
    folded = folds.KINDS[kind](sentence, random.Random(2))
    assert folded is not None
    assert folded != sentence
    assert stands_in(folded, sentence)


@pytest.mark.parametrize(
    ("kind", "sentence", "printed"),
    [
        ("spelling", "Labor and defense come first.", {"Labour and defence come first."}),
        ("hyphens", "A long-range plan.", {"A long range plan."}),
        ("initials", "The U.S. position stands.", {"The US position stands."}),
        ("number format", "It took seven weeks.", {"It took 7 weeks."}),
        ("number format", "We sent 1,000 tents.", {"We sent 1000 tents."}),
    ],
)
def test_fold_prints_the_same_another_way(kind: str, sentence: str, printed: set[str]) -> None:
    assert folds.KINDS[kind](sentence, random.Random(3)) in printed


def test_number_format_spares_what_is_no_plain_number() -> None:
    for sentence in ("Two-thirds of 25.4 agreed at 3:15.", "It is 40-something, on 9/11."):
        assert folds.number_format(sentence, random.Random(4)) is None


@pytest.mark.parametrize(
    ("kind", "taken", "quote"),
    [
        ("leading conjunction cut", "And we said so", "We said so"),
        ("article or that dropped", "in the quiet harbour", "in quiet harbour"),
        ("contraction", "we don’t know yet", "we do not know yet"),
        ("contraction", "it is not known", "it's not known"),
        ("bracket", "and then they, too", "and then [Washington], too"),
    ],
)
def test_noise(kind: str, taken: str, quote: str) -> None:
    assert noise.KINDS[kind](taken.split(), random.Random(5)) == quote


def test_truncated_quotation_is_marked() -> None:
    quote = noise.truncated_at_both_ends("certainly we will continue to, honestly".split(), random.Random(5))
    assert quote is not None
    assert quote != "we will continue to"
    assert words(quote) == ["we", "will", "continue", "to"]


@pytest.mark.parametrize(
    ("kind", "difference"), [("word dropped", 1), ("word substituted", 0), ("words swapped", 0), ("typo", 0)]
)
def test_noise_of_one_word(kind: str, difference: int) -> None:
    taken = "several countries expressed serious concern yesterday".split()
    quote = noise.KINDS[kind](taken, random.Random(6))
    assert quote is not None
    assert quote != " ".join(taken)
    assert len(quote.split()) == len(taken) - difference
