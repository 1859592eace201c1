"""The lines of a PDF: its glyphs gathered by the height they stand at.

PDFium is not safe to call from two threads at once: read one PDF at a time in a process.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from quotes.errors import UnreadableDocument

# Pieces of text nearer than this to one height, in points, are of one line: more than rounding, less than a line's
# distance.
_ONE_LINE: Final = 3.0
_BOLD: Final = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
# PDFium gives a hyphen at the end of a line as one of these.
_HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-", "\u00ad": "-"})


@dataclass(frozen=True, slots=True)
class Line:
    """`runs`: the text in pieces, each with whether it is bold. `left`, `right` and `base`, the height of its base line
    over the foot of the page, are in points, 72 to the inch."""

    runs: tuple[tuple[str, bool], ...]
    left: float
    right: float
    base: float

    @property
    def text(self) -> str:
        return "".join([text for text, _ in self.runs])


@dataclass(frozen=True, slots=True)
class Page:
    """`lines` from the head of the page to its foot."""

    height: float
    lines: tuple[Line, ...]


def read_pages(body: bytes) -> list[Page]:
    """Raises UnreadableDocument for a PDF that is broken or locked by a password."""
    import pypdfium2  # noqa: PLC0415 -- loads a shared library, and most processes never see a PDF

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument("the PDF is locked by a password; import an unlocked copy") from error
        raise UnreadableDocument(
            f"the PDF is broken or cut short ({error}); fetch or import it again, whole"
        ) from error
    try:
        return [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"a page of the PDF is broken ({error}); fetch or import it again, whole") from error
    finally:
        document.close()


def _page(page: Any) -> Page:
    pieces = sorted(_pieces(page.get_textpage()), key=lambda piece: -piece.base)
    lines: list[list[Line]] = []
    for piece in pieces:
        if lines and lines[-1][0].base - piece.base < _ONE_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return Page(page.get_height(), tuple([_joined(line) for line in lines]))


def _joined(pieces: list[Line]) -> Line:
    """One line of pieces that stand beside each other."""
    pieces.sort(key=lambda piece: piece.left)
    runs = list(pieces[0].runs)
    for piece in pieces[1:]:
        runs += [(" ", False), *piece.runs]
    return Line(tuple(runs), pieces[0].left, max(piece.right for piece in pieces), pieces[0].base)


def _pieces(textpage: Any) -> Iterator[Line]:
    """The text between the line breaks that PDFium tells, in the order of the page's content."""
    from pypdfium2 import raw  # noqa: PLC0415

    x, y, box, name = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), ctypes.create_string_buffer(128)
    letters: list[tuple[str, bool]] = []
    left = right = base = 0.0
    for index in range(raw.FPDFText_CountChars(textpage)):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index))
        if letter in "\r\n":
            if piece := _piece(letters, left, right, base):
                yield piece
            letters = []
        elif letter.isspace() or letter == "\0":
            if letters:
                letters.append((" ", letters[-1][1]))
        else:
            raw.FPDFText_GetCharOrigin(textpage, index, x, y)
            raw.FPDFText_GetLooseCharBox(textpage, index, box)
            raw.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
            # PDFium tells no break after a hyphen at the end of a line.
            if letters and x.value < right and base - y.value > _ONE_LINE:
                if piece := _piece(letters, left, right, base):
                    yield piece
                letters = []
            if not letters:
                left, base = x.value, y.value
            right = box.right
            letters.append((letter.translate(_HYPHENS), _BOLD.search(name.value) is not None))
    if piece := _piece(letters, left, right, base):
        yield piece


def _piece(letters: list[tuple[str, bool]], left: float, right: float, base: float) -> Line | None:
    while letters and letters[-1][0] == " ":
        letters.pop()
    runs = [
        ("".join([letter for letter, _ in run]), bold) for bold, run in groupby(letters, key=lambda letter: letter[1])
    ]
    return Line(tuple(runs), left, right, base) if runs else None
