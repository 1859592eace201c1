"""The generators are honest: a flip changes what is said, a fold changes no word, a noise does what its name says."""

from __future__ import annotations

import random

import pytest

from tests.evaluation.languages import chinese_flips, chinese_folds, chinese_noise, spanish_flips, spanish_folds
from tests.evaluation.languages.chinese import CHINESE, characters
from tests.evaluation.languages.chinese_folds import numeral
from tests.evaluation.languages.spanish import SPANISH

ZH = "美国的有关做法将不会得到支持，所有国家应该至少投资3.2亿元，于2023年5月6日同意12个项目，增长5%。"
ES = "En México nunca vamos a cerrar 1,250 escuelas, creo que con 20 pesos todos pueden y no tenemos dos problemas."


@pytest.mark.parametrize("kind", chinese_flips.KINDS)
def test_chinese_flip_changes_the_characters(kind: str) -> None:
    flipped = [chinese_flips.KINDS[kind](ZH, random.Random(seed)) for seed in range(5)]
    assert all(text is not None and characters(text) != characters(ZH) for text in flipped)


@pytest.mark.parametrize("kind", spanish_flips.KINDS)
def test_spanish_flip_changes_the_words_or_finds_nothing(kind: str) -> None:
    flipped = [spanish_flips.KINDS[kind](ES, random.Random(seed)) for seed in range(5)]
    assert all(text is None or SPANISH.words(text) != SPANISH.words(ES) for text in flipped)


@pytest.mark.parametrize(
    ("kind", "sentence", "flipped"),
    [
        ("negation removed", "No hay nada y no queremos seguir.", "No hay nada y queremos seguir."),
        ("negation exchanged", "Es que nunca vino.", "Es que siempre vino."),
        ("person shifted", "Dijo que tenemos que ir.", "Dijo que tienen que ir."),
    ],
)
def test_spanish_flip(kind: str, sentence: str, flipped: str) -> None:
    assert spanish_flips.KINDS[kind](sentence, random.Random(1)) == flipped


@pytest.mark.parametrize("kind", ["scripts", "marks", "punctuation", "full width"])
def test_chinese_fold_keeps_the_characters(kind: str) -> None:
    sentence = "“我们注意到2023年的报道，”中方坚持对话，反对对抗。"
    folded = chinese_folds.KINDS[kind](sentence, random.Random(2))
    assert folded is not None
    assert characters(folded) == characters(sentence)


@pytest.mark.parametrize("kind", ["case", "punctuation", "dashes", "accents"])
def test_spanish_fold_keeps_the_words(kind: str) -> None:
    sentence = "La delegación, que llegó ayer, no se queja, pero sigue aquí."
    folded = spanish_folds.KINDS[kind](sentence, random.Random(2))
    assert folded is not None
    assert SPANISH.words(folded) == SPANISH.words(sentence)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (3, "三"),
        (10, "十"),
        (18, "十八"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (3200, "三千二百"),
        (5006, "五千零六"),
    ],
)
def test_chinese_numerals_as_read_aloud(number: int, written: str) -> None:
    assert numeral(number) == written


@pytest.mark.parametrize(
    ("kind", "taken", "quote"),
    [
        ("leading connective cut", "但是，我们同意", "我们同意"),
        ("particle dropped", "港口的问题", "港口问题"),
        ("truncated at both ends", "中方已经表态，", "……方已经表……"),
    ],
)
def test_chinese_noise(kind: str, taken: str, quote: str) -> None:
    words = [found[0] for found in CHINESE.prose.word.finditer(taken)]
    assert chinese_noise.KINDS[kind](words, random.Random(5)) == quote


def test_words_of_a_quotation_stand_in_its_passage_and_changed_ones_do_not() -> None:
    assert CHINESE.stands_in("中國，堅持", "我们说中国坚持对话")
    assert not CHINESE.stands_in("中国不坚持", "我们说中国坚持对话")
    assert SPANISH.stands_in("«No está»", "Que no esta.")
    assert not SPANISH.stands_in("está", "Que no estamos.")
