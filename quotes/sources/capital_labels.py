"""Speaker labels in capitals before a colon, as American and Mexican records print them: `MR. CARNEY:`, `Q`,
`QUESTION:`, `JESÚS RAMÍREZ CUEVAS, COORDINADOR GENERAL DE COMUNICACIÓN SOCIAL:`."""

from __future__ import annotations

import re
from typing import Final

from quotes.html import Paragraph
from quotes.model import Role, Speaker
from quotes.sources.names import name_words
from quotes.sources.turns import Opening

_UPPER: Final = "A-ZÁÉÍÓÚÜÑÀÂÇÈÊËÎÏÔÖÙÛŠŽĆČØÅÄÕÃ"
# A word of a label: in capitals but for the small letters of McDONOUGH, O’DONNELL, de la.
_WORD: Final = (
    rf"(?:(?:Mc|Mac|La|De|Le|Di|Van|O[’'])?[{_UPPER}][{_UPPER}\d.’'‘\-]*"
    "|de|del|la|las|los|y|von|van|der|al|of|the|and|for)"
)
_LABEL: Final = re.compile(
    rf"(?P<label>(?:[{_UPPER}]|\?\?\?)(?:[{_UPPER}\d.’'‘\-]*|(?<=M)c[{_UPPER}]+)(?:[\s,/&]+{_WORD}){{0,16}}"
    r"(?:\s?#?\d{1,2})?(?:\s*\([^()]{1,80}\))?)\s*[:：]\s*"
)
# Records set the reporter's Q apart by space alone; an answer never begins with a lone capital Q.
_Q: Final = re.compile(r"(?P<label>Q)(?:\s*[:.]\s*|\s+(?=\S))")
_ASKING: Final = frozenset(
    "q question questions pregunta preguntas reporter reporters press correspondent media reportero reportera".split()
)
_LEADING: Final = frozenset("moderator operator moderador moderadora host facilitator".split())
_NOBODY_KNOWN: Final = frozenset(
    "participant participants interlocutor interlocutora intervencion voz voces audience speaker unidentified unknown "
    "asistentes coro multitud aide staff crowd voice announcement interpreter translator interprete traductor "
    "traductora".split()
)
# Longer than this before a colon is a sentence in capitals, not a label.
_LONGEST: Final = 200


def capital_label(text: str) -> tuple[str, str] | None:
    """The label that `text` begins with, without its colon, and the words after it; None where it begins with none."""
    for pattern in (_LABEL, _Q):
        found = pattern.match(text)
        if found is not None and found.end("label") <= _LONGEST and _speaks(found["label"]):
            return found["label"].strip(), text[found.end() :]
    return None


def _speaks(label: str) -> bool:
    """Two capitals at least, or a Q: `A: …` opens a list, not a turn."""
    return label in {"Q", "???"} or sum(letter.isupper() for letter in label) > 1


def role_of_label(label: str) -> Role:
    """In what part somebody under this label speaks; OFFICIAL for everybody who is named."""
    words = set(name_words(re.sub(r"\([^)]*\)", "", label)))
    if words & _ASKING and "secretary" not in words:
        return Role.JOURNALIST
    if words & _LEADING:
        return Role.MODERATOR
    if not words or words & _NOBODY_KNOWN:
        return Role.UNKNOWN
    return Role.OFFICIAL


def capital_opening(paragraph: Paragraph) -> Opening | None:
    """`assemble`'s question for records labelled in capitals."""
    found = capital_label(paragraph.text)
    if found is None:
        return None
    label, rest = found
    return Opening(Speaker(label), role_of_label(label), rest)
