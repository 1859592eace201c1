"""Spanish: words that take their neighbours, or a pause, to tell."""

from __future__ import annotations

import pytest

from quotes.model import EditClass, Severity, Verdict
from tests.verdict.test_judge import wording

RECORD = (
    "No, no vamos a cerrar el faro. Este ministerio nunca ha cerrado un faro, y creo que tampoco lo hará. Bueno, lo "
    "que sí "
    "podríamos hacer, este, es pintarlo; es bueno para el puerto. Sólo los barcos de más de 1,234 toneladas tienen que "
    "pagar dos, tres veces al año, y el peaje subió 25 por ciento. Hemos tenido reuniones con los pescadores. Por lo "
    "menos "
    "tenemos un acuerdo con ellos."
)


@pytest.mark.parametrize(
    "quote",
    [
        "«No vamos a cerrar el faro.»",
        "tampoco lo hara. Bueno, lo que si podriamos hacer, este, es pintarlo",
        "los barcos de más de 1.234 toneladas tienen que pagar 2, 3 veces al año",
        "el peaje subió 25 %",
        "y el peaje subió 25% Hemos tenido reuniones con los pescadores",
    ],
)
def test_presentation_is_verbatim(quote: str) -> None:
    assert (wording(quote, record=RECORD).verdict, wording(quote, record=RECORD).reasons) == (Verdict.VERBATIM, ())


def test_a_filler_is_one_where_pauses_set_it_off() -> None:
    assert wording("lo que sí podríamos hacer es pintarlo", record=RECORD).verdict is Verdict.MINOR_VARIANCE
    assert wording("es para el puerto. Sólo los barcos", record=RECORD).verdict is Verdict.ALTERED
    assert wording("El ministerio nunca ha cerrado un faro", record=RECORD).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("quote", "touched"),
    [
        ("No, vamos a cerrar el faro", EditClass.NEGATION),
        ("Este ministerio ha cerrado un faro, y creo que tampoco lo hará", EditClass.NEGATION),
        ("Este ministerio nunca ha cerrado un faro, y tampoco lo hará", EditClass.HEDGE),
        ("lo que sí podemos hacer, este, es pintarlo", EditClass.MODAL),
        ("No podemos cerrar el faro. Este ministerio", EditClass.MODAL),
        ("los barcos de más de 1.243 toneladas tienen que pagar", EditClass.NUMBER),
        ("los barcos de menos de 1,234 toneladas tienen que pagar", EditClass.QUANTIFIER),
        ("toneladas pueden pagar dos, tres veces al año", EditClass.MODAL),
        ("Han tenido reuniones con los pescadores", EditClass.PERSON),
        ("reuniones con los pescadores. Tenemos un acuerdo con ellos", EditClass.SCALAR),
        ("Hemos tenido reuniones contra los pescadores", EditClass.PREPOSITION),
    ],
)
def test_protected_words_are_altered_and_severe(quote: str, touched: EditClass) -> None:
    found = wording(quote, record=RECORD)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert touched in {edit.cls for edit in found.edits}


def test_what_is_said_twice_may_carry_a_denial_once() -> None:
    record = "Y no hay que tenerle mucho apego al poder."
    assert wording("no hay que tenerle, hay que tenerle mucho apego al poder", record=record).verdict is Verdict.ALTERED
    stutter = "Y no hay que — no hay que tenerle mucho apego al poder"
    assert wording(stutter, record=record).verdict is Verdict.VERBATIM
