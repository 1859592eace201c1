"""A label in capitals is told from a sentence in capitals, and says who speaks in what part."""

from __future__ import annotations

import pytest

from quotes.html import Paragraph
from quotes.model import Role
from quotes.sources.capital_labels import capital_label, capital_opening, role_of_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("MR. CARNEY: Good afternoon.", "MR. CARNEY", "Good afternoon."),
        ("MR PRICE: Good afternoon.", "MR PRICE", "Good afternoon."),
        ("MS. PSAKI:  Hi.", "MS. PSAKI", "Hi."),
        ("MR. McDONOUGH: Hi.", "MR. McDONOUGH", "Hi."),
        ("McDONOUGH: Hi.", "McDONOUGH", "Hi."),
        ("MS. JEAN-PIERRE: Hi.", "MS. JEAN-PIERRE", "Hi."),
        ("MR. O’BRIEN: Hi.", "MR. O’BRIEN", "Hi."),
        ("SECRETARY BLINKEN：Hi.", "SECRETARY BLINKEN", "Hi."),
        ("SENIOR ADMINISTRATION OFFICIAL #2: Hi.", "SENIOR ADMINISTRATION OFFICIAL #2", "Hi."),
        ("SENIOR OFFICIAL TWO: Hi.", "SENIOR OFFICIAL TWO", "Hi."),
        ("PRESIDENT XI (as interpreted): Hi.", "PRESIDENT XI (as interpreted)", "Hi."),
        (
            "PRESIDENTA DE MÉXICO, CLAUDIA SHEINBAUM PARDO: Hola.",
            "PRESIDENTA DE MÉXICO, CLAUDIA SHEINBAUM PARDO",
            "Hola.",
        ),
        ("JORGE DE LA FUENTE, COORDINADOR DE PUERTOS: Hola.", "JORGE DE LA FUENTE, COORDINADOR DE PUERTOS", "Hola."),
        ("???: Hi.", "???", "Hi."),
        ("Q Is it open?", "Q", "Is it open?"),
        ("Q: Is it open?", "Q", "Is it open?"),
        ("Q. Is it open?", "Q", "Is it open?"),
        ("QUESTION: Is it 10:30?", "QUESTION", "Is it 10:30?"),
        ("PREGUNTA:", "PREGUNTA", ""),
    ],
)
def test_labels(text: str, label: str, rest: str) -> None:
    assert capital_label(text) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good afternoon.",
        "NATO has said so.",
        "A: a list begins so.",
        "The answer is this: no.",
        "Lin Jian: No.",
        "Quotas: we set none.",
        "Q3 results are in: good.",
        "MR. CARNEY said this: no.",
        " ".join(["CAPITALS"] * 40) + ": no label is so long.",
    ],
)
def test_sentences(text: str) -> None:
    assert capital_label(text) is None


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Q", Role.JOURNALIST),
        ("QUESTION", Role.JOURNALIST),
        ("PREGUNTA", Role.JOURNALIST),
        ("REPORTER", Role.JOURNALIST),
        ("MODERATOR", Role.MODERATOR),
        ("OPERATOR", Role.MODERATOR),
        ("PARTICIPANT", Role.UNKNOWN),
        ("INTERLOCUTORA", Role.UNKNOWN),
        ("???", Role.UNKNOWN),
        ("MR. CARNEY", Role.OFFICIAL),
        ("PRESIDENT XI (as interpreted by audience)", Role.OFFICIAL),
    ],
)
def test_roles(label: str, role: Role) -> None:
    assert role_of_label(label) is role


def test_an_opening_is_a_label_with_its_role_and_what_follows() -> None:
    opening = capital_opening(Paragraph("Q Is it open?"))
    assert opening is not None
    assert (opening.speaker.label, opening.role, opening.rest) == ("Q", Role.JOURNALIST, "Is it open?")
    assert capital_opening(Paragraph("Is it open?")) is None
