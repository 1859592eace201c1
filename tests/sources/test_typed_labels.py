"""Labels typed by hand are read as what was meant; what only looks like a label opens no turn."""

from __future__ import annotations

import pytest

from quotes.html import Paragraph
from quotes.model import Role
from quotes.sources.turns import assemble
from quotes.sources.typed_labels import is_voice, labels_of, mostly_capitals

KNOWN = ("MR. CORWIN: Good afternoon.", "AMBASSADOR HALE: Hello.", "THE VICE PRESIDENT: Thank you.")


def said(*texts: str) -> list[tuple[str | None, str]]:
    """Label and words of the turns after those of `KNOWN`."""
    lines = [Paragraph(text) for text in (*KNOWN, *texts)]
    return [(turn.speaker.label, turn.text) for turn in assemble(lines, labels_of(lines))][len(KNOWN) :]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Mr. CORWIN: Yes.", "Mr. CORWIN", "Yes."),
        ("MR. CORWIN. Yes, I do.", "MR. CORWIN", "Yes, I do."),
        ("MR. CORWIN — that —", "MR. CORWIN", "that —"),
        ("MR. CORWIN -- and not before.", "MR. CORWIN", "and not before."),
        ("MR. CORWIN Yes, I do.", "MR. CORWIN", "Yes, I do."),
        ("AMBASSADOR HALE; Sitting, yes.", "AMBASSADOR HALE", "Sitting, yes."),
        ("THE VICE President: Go ahead.", "THE VICE President", "Go ahead."),
        ("MR: CORWIN: So we go on.", "MR: CORWIN", "So we go on."),
        ("MS PSALTER: Full stop lost.", "MS PSALTER", "Full stop lost."),
        ("Q MR. CORWIN: Two thoughts.", "MR. CORWIN", "Two thoughts."),
        ("MS. MUÑIZ: An accent.", "MS. MUÑIZ", "An accent."),
        ("SENIOR ADMINISTRATION OFFICIAL #2: On background.", "SENIOR ADMINISTRATION OFFICIAL #2", "On background."),
        ("Q-- but why?", "Q", "-- but why?"),
        ("Q– but why?", "Q", "– but why?"),
        ("Q` And the rocket?", "Q", "And the rocket?"),
        ("Q 12:45.", "Q", "12:45."),
        ("Q: And now?", "Q", "And now?"),
    ],
)
def test_a_mistyped_label_opens_the_turn_it_was_meant_to(text: str, label: str, words: str) -> None:
    assert said(text) == [(label, words)]


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: The harbor tour is off.",
        "WHO: The commission.",
        "EMBARGOED UNTIL 8:30 A.M.",
        "CBS: “Harbor opens in fall.”",
        "The President: I never read it.",
        "Mr. Corwin. He told us.",
        "A: the first point.",
        "Question: Did you see the pictures?",
        "AMBASSADOR HALE, DEPARTMENT OF HARBORS,",
        "MR. CORWIN AND SECRETARY HOLT",
        "QUEST is the ship’s name.",
    ],
)
def test_what_only_looks_like_a_label_goes_on_with_the_turn(text: str) -> None:
    assert said(text) == []


def test_a_label_that_the_page_does_not_have_with_its_colon_is_none() -> None:
    assert said("MR. STRANGER. Yes, I do.") == []


def test_a_press_secretary_is_no_reporter() -> None:
    line = Paragraph("PRESS SECRETARY CORWIN: Hello.")
    found = labels_of([line])(line)
    assert found is not None
    assert found.role is Role.OFFICIAL


@pytest.mark.parametrize(("label", "speaks"), [("Q", True), ("MR. CORWIN", True), ("JOBS", False), (None, False)])
def test_a_voice_is_known_by_its_label(label: str | None, speaks: bool) -> None:
    assert is_voice(label) is speaks


@pytest.mark.parametrize(
    ("text", "capitals"), [("DENIS McDONOUGH", True), ("James S. Brady Room", False), ("12", False)]
)
def test_a_line_is_in_capitals_but_for_a_few_letters(text: str, capitals: bool) -> None:
    assert mostly_capitals(text) is capitals
