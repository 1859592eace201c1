"""Folding: what counts as the same word."""

from __future__ import annotations

import pytest

from quotes.text import fold_words, tokenize

SAME = [
    ("case", "The WEDGE", "the wedge"),
    ("curly and straight apostrophes", "don’t", "don't"),
    ("a contraction and its words", "we’re", "we are"),
    ("an irregular contraction", "won't", "will not"),
    ("cannot", "cannot", "can not"),
    ("quote marks", "“wedge,”", "wedge"),
    ("dashes and hyphens split", "iron-clad—friendship", "iron clad friendship"),
    ("British spelling", "colour defence organise analyse travelled", "color defense organize analyze traveled"),
    ("an -ise word no list has", "weaponise", "weaponize"),
    ("dotted abbreviations", "the U.S. at 5 p.m.", "the US at 5 pm"),
    ("a dotted abbreviation's possessive", "the U.S.’s role", "the US’s role"),
    ("the percent sign", "5%", "5 percent"),
    ("vulgar fractions", "¾", "three quarters"),
    ("small numbers in words", "seven", "7"),
    ("ordinals", "third", "3rd"),
    ("thousands separators", "1,000,000", "1000000"),
    ("diacritics", "Erdoğan naïve", "Erdogan naive"),
    ("a letter and its combining mark", "e\u0301te\u0301", "été"),
    ("full-width forms", "ＵＳ　１２", "US 12"),
    ("ligatures", "ﬁne", "fine"),
    ("soft hyphens", "infor\u00admation", "information"),
    ("zero-width joiners", "wed\u200bge", "wedge"),
    ("traditional characters", "國際關係", "国际关系"),
]
DIFFERENT = [
    ("negation", "is not", "is"),
    ("we're and were", "we’re", "were"),
    ("its and it's", "its", "it's"),
    ("decimals", "2.7", "27"),
    ("prise and prize", "prise", "prize"),
    ("numbers", "15", "50"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME, ids=[kind for kind, *_ in SAME])
def test_presentation_folds_away(kind: str, one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT, ids=[kind for kind, *_ in DIFFERENT])
def test_what_changes_the_words_stays(kind: str, one: str, other: str) -> None:
    assert fold_words(one) != fold_words(other)


def test_a_contraction_stays_visible() -> None:
    tokens = tokenize("They don't know, do not they")
    assert tokens.norms == ["they", "do", "not", "know", "do", "not", "they"]
    assert tokens.contracted == [False, True, True, False, False, False, False]


def test_a_possessive_is_no_contraction() -> None:
    assert tokenize("China's").contracted == [False, False]
    assert tokenize("it's").contracted == [True, True]
