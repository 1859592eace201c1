"""What records print beside the words spoken."""

from __future__ import annotations

import pytest

from quotes.text import MarkKind, record_marks

MARKS = [
    ("Thank you. (Laughter.)", MarkKind.STAGE, "(Laughter.)"),
    ("(Off-mike.) Yes.", MarkKind.STAGE, "(Off-mike.)"),
    ("Yes (inaudible) no", MarkKind.STAGE, "(inaudible)"),
    ("We [inaudible] agreed", MarkKind.STAGE, "[inaudible]"),
    ("(Through interpreter.) Good day.", MarkKind.STAGE, "(Through interpreter.)"),
    ("谢谢（笑）。", MarkKind.STAGE, "（笑）"),
    ("Gracias. (RISAS)", MarkKind.STAGE, "(RISAS)"),
    ("Senator ~~Warner~~ said", MarkKind.STRUCK, "~~Warner~~"),
    ("Senator [Warren] said", MarkKind.BRACKETED, "[Warren]"),
]
NOT_STAGE = [
    "the act (as amended in 2010) says",
    "the IMF (which we chair) met",
    "a laughing matter (that much is clear)",
]


@pytest.mark.parametrize(("text", "kind", "marked"), MARKS, ids=[marked for *_, marked in MARKS])
def test_marks_are_found(text: str, kind: MarkKind, marked: str) -> None:
    (mark,) = record_marks(text)
    assert (mark.kind, text[mark.start : mark.end]) == (kind, marked)


@pytest.mark.parametrize("text", NOT_STAGE)
def test_spoken_parentheses_stay(text: str) -> None:
    assert record_marks(text) == []
