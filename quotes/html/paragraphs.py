"""The visible paragraphs of a part of a page.

A paragraph ends where a browser would begin a new line: at the border of a block, and at `<br>`. White space is folded
as a browser folds it, and no-break and ideographic spaces with it: sites use them to indent and to align labels. What
the record struck out is kept as `~~struck~~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bs4 import Tag
from bs4.element import Comment, Declaration, Doctype, NavigableString, PageElement, ProcessingInstruction

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
_UNSEEN: Final = frozenset(
    "audio canvas head iframe img link meta noscript object script style svg template title video".split()
)
_BOLD: Final = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
_ITALIC: Final = frozenset("i em".split())
_STRUCK: Final = frozenset("s strike del".split())
_NO_TEXT: Final = (Comment, Declaration, Doctype, ProcessingInstruction)
_SPACE: Final = re.compile(r"[\s\u200b\ufeff\u00ad]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`bold`, `italic`: spans of `text` so set, in code points, half-open, ascending; white space at their ends may be
    left out. `heading`: whether it stands in a heading; `centred`: whether it is set in the middle."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    heading: bool = False
    centred: bool = False

    @property
    def opening(self) -> str:
        """The words in bold that the paragraph begins with; empty where it begins otherwise."""
        return _opening(self.text, self.bold)

    @property
    def slanted_opening(self) -> str:
        """The words in italics that the paragraph begins with."""
        return _opening(self.text, self.italic)

    @property
    def all_bold(self) -> bool:
        return self.opening == self.text


def _opening(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    end = 0
    for start, stop in spans:
        if text[end:start].strip():
            break
        end = stop
    return text[:end].strip()


def paragraphs(element: Tag, *, without: frozenset[int] = frozenset()) -> list[Paragraph]:
    """The paragraphs of `element` in order, none of them empty. `without` holds `id()`s of elements to pass over."""
    building = _Builder()
    _walk(element, building, without)
    building.end()
    return building.done


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    italic: bool = False
    struck: bool = False
    heading: bool = False
    centred: bool = False

    def inside(self, tag: Tag) -> _Style:
        name = tag.name
        struck = name in _STRUCK
        centred = name == "center" or _is_centred(tag)
        if not (name in _BOLD or name in _ITALIC or struck or centred):
            return self
        return _Style(
            self.bold or name in _BOLD,
            self.italic or name in _ITALIC,
            self.struck or struck,
            self.heading or (len(name) == 2 and name[0] == "h"),
            self.centred or centred,
        )


def _is_centred(tag: Tag) -> bool:
    if not tag.attrs:
        return False
    align = tag.get("align")
    if isinstance(align, str) and align.lower() == "center":
        return True
    style = tag.get("style")
    if isinstance(style, str) and "text-align" in style and re.search(r"text-align:\s*center", style):
        return True
    classes = tag.get("class")
    return isinstance(classes, list) and any(name in {"rtecenter", "has-text-align-center"} for name in classes)


def _walk(element: Tag, building: _Builder, without: frozenset[int]) -> None:
    """Through all that is below `element`, in order; with a stack of its own, for pages nest without end where their
    writers forgot to close what they opened."""
    above: list[tuple[Iterator[PageElement], _Style, bool]] = [(iter(element.children), _Style(), False)]
    while above:
        children, style, block = above[-1]
        child = next(children, None)
        if child is None:
            above.pop()
            if block:
                building.end()
        elif isinstance(child, Tag):
            if child.name == "br":
                building.end()
            elif child.name not in _UNSEEN and id(child) not in without and not _is_hidden(child):
                inside_block = child.name in _BLOCKS
                if inside_block:
                    building.end()
                above.append((iter(child.children), style.inside(child), inside_block))
        elif isinstance(child, NavigableString) and not isinstance(child, _NO_TEXT):
            building.add(str(child), style)


def _is_hidden(tag: Tag) -> bool:
    if "hidden" in tag.attrs:
        return True
    style = tag.attrs.get("style")
    return isinstance(style, str) and "display" in style and re.search(r"display:\s*none", style) is not None


class _Builder:
    """Pieces of text of one look each, joined to a paragraph at its end."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._pieces: list[tuple[str, _Style]] = []

    def add(self, text: str, style: _Style) -> None:
        if text:
            self._pieces.append((text, style))

    def end(self) -> None:
        if self._pieces:
            paragraph = _joined(self._pieces)
            if paragraph.text:
                self.done.append(paragraph)
            self._pieces = []


def _joined(pieces: list[tuple[str, _Style]]) -> Paragraph:
    text = ""
    bold: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    for piece, style in _with_strikes(pieces):
        folded = _SPACE.sub(" ", piece)
        if not text or text.endswith(" "):
            folded = folded.lstrip(" ")
        start, text = len(text), text + folded
        if style.bold:
            _extend(bold, start, len(text))
        if style.italic:
            _extend(italic, start, len(text))
    text = text.rstrip(" ")
    style = pieces[0][1]
    return Paragraph(text, _within(bold, len(text)), _within(italic, len(text)), style.heading, style.centred)


def _with_strikes(pieces: list[tuple[str, _Style]]) -> Iterator[tuple[str, _Style]]:
    """The pieces, `~~` close around the words of each run of struck-out ones."""
    for struck, together in groupby(pieces, key=lambda piece: piece[1].struck):
        run = list(together)
        worded = [place for place, (text, _) in enumerate(run) if text.strip()] if struck else []
        for place, (piece, style) in enumerate(run):
            text = piece
            if worded and place == worded[0]:
                text = text[: len(text) - len(text.lstrip())] + "~~" + text.lstrip()
            if worded and place == worded[-1]:
                text = text.rstrip() + "~~" + text[len(text.rstrip()) :]
            yield text, style


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    if start == end:
        return
    if spans and spans[-1][1] == start:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _within(spans: list[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    return tuple([(start, min(end, length)) for start, end in spans if start < length])
