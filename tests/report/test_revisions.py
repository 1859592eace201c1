"""A transcript's revisions as the archive keeps them, and a changed turn with both wordings in one text."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.archive import Archive
from quotes.errors import UnknownTranscript
from quotes.model import Provenance
from quotes.report import revision_history, woven
from quotes.verdict import WordEdit, compare
from tests.archive.transcripts import transcript


def shown(old: str, new: str, around: int = 200) -> str:
    later = transcript("a", new)
    (change,) = compare(transcript("a", old), later).changes
    ((_, parts),) = woven(change, later, around=around)
    return "".join(
        f"<-{part.earlier.text}+{part.later.text}>" if isinstance(part, WordEdit) else part for part in parts
    )


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("We will not pay, Sir.", "We will pay, Sir.", "We will <-not+> pay, Sir."),
        ("We will pay, not now.", "We will pay.", "We will pay <-not now+>."),
        ("Not the pier is open.", "The pier is open.", "<-Not+> The pier is open."),
        ("We pay two euros.", "We pay three euros.", "We pay <-two+three> euros."),
        ("We pay, Sir.", "We never pay, Sir.", "We <-+never> pay, Sir."),
        ("我们不会改变立场。", "我们会改变立场。", "我们<-不+>会改变立场。"),
    ],
)
def test_both_wordings_read_as_one_text(old: str, new: str, both: str) -> None:
    assert shown(old, new) == both


def test_what_is_far_from_any_edit_is_left_out_at_whole_words() -> None:
    far = "the pier is open to all who come by sea or land " * 3
    old, new = f"{far}and will not close {far}ever", f"{far}and will close {far}"
    text = shown(old, new, around=20)
    assert text == "… or land and will <-not+> close the pier is … come by sea or land <-ever+> "


def test_each_revision_comes_with_what_it_changed(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        for number, text in enumerate(["The pier is not open.", "The pier is open.", "THE PIER: is open"], start=1):
            archive.save([transcript("a", text, provenance=Provenance(str(number) * 64, "test/1"))])
        first, second, third = revision_history(archive, "a")
        assert first.changes is None
        assert second.changes
        assert second.changes.summary == "‘not’ was removed from Mara Ellison’s 1st statement."
        assert third.changes
        assert third.changes.changes == ()
        with pytest.raises(UnknownTranscript):
            revision_history(archive, "b")
