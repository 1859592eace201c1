"""Each labelled paragraph opens a turn, those without a label go on with it."""

from __future__ import annotations

from quotes.html import Paragraph
from quotes.model import Role, Speaker
from quotes.sources.turns import Opening, assemble


def opening(paragraph: Paragraph) -> Opening | None:
    label, colon, rest = paragraph.text.partition(":")
    return Opening(Speaker(label or None), Role.OFFICIAL if label else Role.UNKNOWN, rest) if colon else None


def spoken(*lines: str, before: Opening | None = None) -> list[tuple[str | None, str]]:
    turns = assemble([Paragraph(line) for line in lines], opening, before=before)
    assert [turn.index for turn in turns] == list(range(len(turns)))
    return [(turn.speaker.label, turn.text) for turn in turns]


def test_unlabelled_paragraphs_go_on_with_the_turn() -> None:
    assert spoken("MS. A: One.", "Two.", "MR. B: Three.", "Four.") == [
        ("MS. A", "One.\nTwo."),
        ("MR. B", "Three.\nFour."),
    ]


def test_one_who_speaks_twice_has_two_turns() -> None:
    assert spoken("MS. A: One.", "MS. A: Two.") == [("MS. A", "One."), ("MS. A", "Two.")]


def test_what_stands_before_the_first_label_is_nobodys_unless_it_is_known() -> None:
    assert spoken("One.", "MS. A: Two.") == [(None, "One."), ("MS. A", "Two.")]
    host = Opening(Speaker(None, "Ann Ellison"), Role.SPOKESPERSON, "")
    first = assemble([Paragraph("One.")], opening, before=host)[0]
    assert (first.speaker.name, first.role) == ("Ann Ellison", Role.SPOKESPERSON)


def test_a_label_alone_has_its_words_in_the_next_paragraph() -> None:
    assert spoken("MS. A:", "One.") == [("MS. A", "One.")]


def test_turns_without_words_are_left_out() -> None:
    assert spoken("MS. A:", "MR. B:  ", "MS. A: One.") == [("MS. A", "One.")]
    assert spoken() == []
    assert spoken("MS. A: ") == []
