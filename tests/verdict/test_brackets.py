"""A bracket that explains is marked; one that contradicts the record alters."""

from __future__ import annotations

import pytest

from quotes.model import Severity, Verdict
from tests.verdict.wordings import wording

RECORD = (
    "The harbour board met at nine. Mr. Brandt told the board that he would pay. He is an honest man, and he can wait "
    "for 12 days. We will lend Varda some of our boats if the Coastal Works Agency agrees. They failed to answer us."
)


@pytest.mark.parametrize(
    "quote",
    [
        "[Brandt] is an honest man, and he can wait",
        "He [Mr. Brandt] is an honest man, and he can wait",
        "[The banker] is an honest man, and he can wait",
        "We will lend [our neighbours] some of our boats",
        "We will lend Varda [across the sound] some of our boats",
        "We will lend Varda some of [the] boats",
        "some of our boats if the [CWA] agrees",
        "[We think] he can wait for 12 days",
        "he can wait for [twelve] days",
        "[T]hey failed to answer us",
        "The harbour board [meets] at nine",
    ],
)
def test_a_bracket_that_explains_is_marked(quote: str) -> None:
    assert wording(quote, RECORD).verdict is Verdict.VERBATIM_MARKED


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("[Moss] is an honest man, and he can wait", "name"),
        ("He [Moss] is an honest man, and he can wait", "name"),
        ("We will lend [Norland] some of our boats", "name"),
        ("We will [not] lend Varda some of our boats", "negation"),
        ("They [answered] us", "negation"),
        ("He is a [dis]honest man", "negation"),
        ("and he can wait for [14] days", "number"),
        ("We [may] lend Varda some of our boats", "modal"),
        ("We will lend Varda [all] of our boats", "quantifier"),
        ("some of our boats [when] the Coastal Works Agency agrees", "conditional"),
    ],
)
def test_a_bracket_that_contradicts_alters(quote: str, kind: str) -> None:
    found = wording(quote, RECORD)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert kind in found.reasons


def test_whom_the_question_names_may_be_meant() -> None:
    quote, record = (
        "He [Moss] sailed at dawn",
        "Mr. Brandt called me at six. It rained. It was dark. He sailed at dawn.",
    )
    assert wording(quote, record).verdict is Verdict.ALTERED
    assert wording(quote, record, heard="Where is Captain Moss?").verdict is Verdict.VERBATIM_MARKED
