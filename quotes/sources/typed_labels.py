"""Speaker labels typed by hand: `MR. SULLIVAN.`, `MR: ZIENTS:`, `THE VICE President:`, `Q--`, or no colon at all.

A page's own labels tell what was meant by a mistyped one: it is one of them, but for the colon or a few small letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from quotes.html import Paragraph
from quotes.model import Speaker
from quotes.sources.capital_labels import capital_label, role_of_label
from quotes.sources.names import name_words
from quotes.sources.press_houses import is_house
from quotes.sources.turns import Opening

# Words in capitals before a colon in a heading or a list, and nobody's turn.
_NO_LABEL: Final = re.compile(
    r"(?:NOTE|WHO|WHAT|WHEN|WHERE|WHY|TODAY|CORRECT(?:ED|ION)|UPDATED?|EMBARGOED|CONTACT|FACT|MEDIA|ADVISORY|RE|TO|FROM"
    r"|SUBJECT|END\d*|FIN|FOR IMMEDIATE|BACKGROUND|PRESS (?:BRIEFING|GAGGLE|CALL)|ON)\b"
)
# The words by which a page shows that its labels are speakers': fact sheets have others before a colon.
_VOICES: Final = frozenset(
    "q question mr mrs ms miss dr president presidente vice lady secretary senior official moderator operator chair "
    "ambassador general admiral chairman director administrator senator governor minister interpreter participant aide "
    "press reporter reporters audience congressman congresswoman representative chancellor prime attorney surgeon "
    "advisor adviser".split()
)
_HONORIFICS: Final = frozenset("MR MRS MS DR".split())
_Q: Final = re.compile(r"Q\s*(?=--|[–—`])`?\s*")
# Characters by which a line is told to be set in capitals.
_LONGEST_LINE: Final = 80


def labels_of(lines: Iterable[Paragraph]) -> Callable[[Paragraph], Opening | None]:
    """`assemble`'s question for these paragraphs: a label with its colon, or one of the page's own mistyped."""
    known = {found[0] for line in lines if (found := _label(line.text)) and " " in found[0]}
    names = "|".join(re.escape(label) for label in sorted(known, key=len, reverse=True)) or "(?!)"
    unclosed = re.compile(rf"(?P<label>{names})(?:\s*(?:[.;]|--?|[–—])\s*|\s+)(?=[^\s:])")
    in_small_letters = re.compile(rf"(?P<label>{names})\s*:\s*", re.IGNORECASE)

    def opening(paragraph: Paragraph) -> Opening | None:
        text = paragraph.text
        found = _label(text)
        if found is None:
            typed = unclosed.match(text) or in_small_letters.match(text)
            # "The President: …" may be read out from elsewhere; a line of capitals is a heading that goes on.
            if typed is None or not mostly_capitals(typed["label"]) or mostly_capitals(text[typed.end() :]):
                return None
            found = typed["label"], text[typed.end() :]
        label, rest = found
        return Opening(Speaker(label), role_of_label(label), rest)

    return opening


def _label(text: str) -> tuple[str, str] | None:
    if asked := _Q.match(text):
        return "Q", text[asked.end() :]
    found = capital_label(text)
    if found is None or _NO_LABEL.match(found[0]) or (" " not in found[0] and is_house(found[0])):
        return None
    label, rest = found
    if label.startswith("Q ") and is_voice(label[2:]):
        # An answer under the mark of a question.
        return label[2:], rest
    if label in _HONORIFICS and (name := capital_label(rest)):
        return f"{label}: {name[0]}", name[1]
    return found


def is_voice(label: str | None) -> bool:
    """Whether a label says by itself that somebody speaks."""
    return not _VOICES.isdisjoint(name_words(label or ""))


def mostly_capitals(text: str) -> bool:
    """Whether a line is set in capitals, but for a few letters (`McDONOUGH`); not so one without letters."""
    letters = [letter for letter in text[:_LONGEST_LINE] if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) * 2 >= len(letters)
