"""Whose words a turn is printed as, compared between two revisions."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from quotes.model import Role, Turn
from quotes.text import fold_words, is_unspaced
from quotes.verdict.changes import FieldChange

OFFICIAL: Final = frozenset({Role.SPOKESPERSON, Role.OFFICIAL})
# Letters of a label in which one slip of the keyboard ("MS. PASKI") is a slip; in "Q1" it is another person.
_SLIP_LETTERS: Final = 5


def speaker_changes(earlier: Turn, later: Turn) -> tuple[FieldChange, ...]:
    """What differs in who speaks, beyond the way it is printed."""
    was, now = earlier.speaker, later.speaker
    pairs = (
        ("label", was.label, now.label),
        ("name", was.name, now.name),
        ("title", was.title, now.title),
        ("institution", was.institution, now.institution),
        ("role", earlier.role.value, later.role.value),
    )
    return tuple(FieldChange(field, old, new) for field, old, new in pairs if not alike(old, new))


def is_another(earlier: Turn, later: Turn) -> bool:
    """Whether the words are another's now: another name, another label that is no slip mended, or an official's words
    for a journalist's."""
    if Role.JOURNALIST in {earlier.role, later.role} and {earlier.role, later.role} & OFFICIAL:
        return True
    was, now = earlier.speaker, later.speaker
    if was.name and now.name:
        return not alike(was.name, now.name)
    return not alike(was.label, now.label) and not _is_slip(was.label or "", now.label or "")


def alike(old: str | None, new: str | None) -> bool:
    """Whether two short texts are the same but for white space, case, punctuation and spelling."""
    return old == new or (old is not None and new is not None and fold_words(old) == fold_words(new))


def _is_slip(old: str, new: str) -> bool:
    old, new = ("".join(fold_words(label)) for label in (old, new))
    if min(len(old), len(new)) < _SLIP_LETTERS or any(map(is_unspaced, old + new)):
        return False
    return OSA.distance(old, new, score_cutoff=1) <= 1
