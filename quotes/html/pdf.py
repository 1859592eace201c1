"""PDFs turned into plain HTML, so that a parser reads them as it reads any page.

`<section class="page">` is a page, `<p>` a paragraph, `<b>` words in bold; what runs along the head or the foot of the
pages is `<p class="header">` and `<p class="footer">`, so that it never stands inside anybody's words. A PDF holds
glyphs at positions and nothing else: paragraphs and running heads are told by where they stand. A paragraph that goes
on over the end of a page stands in the section where it begins. What this reads is text in one column.

A word parted at the end of a line keeps its hyphen: in records set without hyphenation it is the word's own.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from itertools import pairwise
from statistics import median
from typing import Final

from quotes.errors import UnreadableDocument
from quotes.html.pdf_lines import Line, Page, read_pages

_MARK: Final = b"%PDF-"
# Lengths are in points, 72 to the inch. What stands nearer than this to the edge of a page is no text: word processors
# leave an inch.
_EDGE: Final = 64.0
# Lines looked at from either end of a page for what recurs on others, and on how many pages it has to.
_RUNNING_LINES: Final = 2
_LEAST_PAGES: Final = 3
# The least first-line indent: more than a letter's width, less than the quarter inch of narrow settings.
_INDENT: Final = 12.0
# A margin is shared by one line in so many; what stands further out is a stray.
_MARGIN_SHARE: Final = 20
# A gap this much wider than the usual one parts paragraphs, indented or not.
_WIDE_GAP: Final = 1.35
# A line that leaves this share of the width free ends its paragraph, if a sentence ends there as well.
_FREE: Final = 0.25
# How far from the middle a centred line may be, from rounding and spaces at its ends; and how far from the margin it
# begins at least, or a paragraph's first line, indented by half an inch, would pass for one.
_OFF_CENTRE: Final = 9.0
_CENTRED_FROM: Final = 60.0

_SENTENCE_END: Final = re.compile(r"[.?!:…][”’\"')\]]*$")
# Line breaks that stand for no space.
_NO_SPACE_AFTER: Final = re.compile(r"\w[-‐–]$|—$")
_FIGURES: Final = re.compile(r"\d+")


def is_pdf(body: bytes) -> bool:
    return body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARK)


def pdf_to_html(body: bytes) -> str:
    """The text of a PDF as HTML. Raises UnreadableDocument for one that is broken, locked by a password, or holds
    pictures of text alone."""
    pages = read_pages(body)
    running = _running(pages)
    parted = [_parted(page, running) for page in pages]
    if not any(text for _, text, _ in parted):
        raise UnreadableDocument("the PDF holds no text, only pictures of it; import one whose text was recognised")
    paragraphs = _paragraphs([text for _, text, _ in parted])
    sections = []
    for (top, _, foot), begun in zip(parted, paragraphs, strict=True):
        inside = [f'<p class="header">{_html([line])}</p>' for line in top]
        inside += [f"<p>{_html(lines)}</p>" for lines in begun]
        inside += [f'<p class="footer">{_html([line])}</p>' for line in foot]
        sections.append('<section class="page">\n' + "\n".join(inside) + "\n</section>\n")
    return f'<html><head><meta charset="utf-8"></head><body class="pdf">\n{"".join(sections)}</body></html>\n'


def _running(pages: list[Page]) -> set[tuple[str, int]]:
    """Lines, their figures left out, that recur at one height at the ends of most pages."""
    found = Counter(key for page in pages for key in {_key(line) for line in _ends(page)})
    return {key for key, number in found.items() if number >= max(_LEAST_PAGES, len(pages) / 2)}


def _ends(page: Page) -> tuple[Line, ...]:
    return (*page.lines[:_RUNNING_LINES], *page.lines[-_RUNNING_LINES:])


def _key(line: Line) -> tuple[str, int]:
    return _FIGURES.sub("#", line.text), round(line.base)


def _parted(page: Page, running: set[tuple[str, int]]) -> tuple[list[Line], list[Line], list[Line]]:
    """The page's lines: running head, text, running foot."""
    top: list[Line] = []
    text: list[Line] = []
    foot: list[Line] = []
    ends = set(map(id, _ends(page)))
    for line in page.lines:
        recurs = id(line) in ends and _key(line) in running
        if recurs or page.height - line.base < _EDGE or line.base < _EDGE:
            (top if line.base > page.height / 2 else foot).append(line)
        else:
            text.append(line)
    return top, text, foot


def _paragraphs(texts: list[list[Line]]) -> list[list[list[Line]]]:
    """For each page the paragraphs that begin on it, each as its lines."""
    lines = [line for text in texts for line in text]
    left, right = _left_margin(lines), max(line.right for line in lines)
    gaps = [above.base - below.base for text in texts for above, below in pairwise(text)]
    widest = _WIDE_GAP * median(gaps) if gaps else 0.0
    begun: list[list[list[Line]]] = []
    last: list[Line] = []
    for text in texts:
        begun.append([])
        for place, line in enumerate(text):
            apart = place > 0 and text[place - 1].base - line.base > widest
            if not last or apart or _begins(line, last[-1], left, right):
                last = []
                begun[-1].append(last)
            last.append(line)
    return begun


def _left_margin(lines: list[Line]) -> float:
    shared = Counter(round(line.left) for line in lines)
    usual = [left for left, number in shared.items() if number * _MARGIN_SHARE >= len(lines)]
    return min(usual or shared)


def _begins(line: Line, above: Line, left: float, right: float) -> bool:
    """Whether a line begins a paragraph: it is indented, or the one above it ended one."""
    ends = _SENTENCE_END.search(above.text) is not None
    if line.left - left > _INDENT:
        # All lines of a quotation set in are indented; it goes on from a full line within a sentence.
        goes_on = abs(line.left - above.left) < 1 and right - above.right < _FREE * (right - left) and not ends
        return not goes_on
    aside = above.left - left
    centred = aside > _CENTRED_FROM and abs(aside - (right - above.right)) < _OFF_CENTRE
    return centred or (ends and right - above.right > _FREE * (right - left))


def _html(lines: list[Line]) -> str:
    """The lines joined, where a line break stands for a space by one."""
    pieces: list[str] = []
    for place, line in enumerate(lines):
        if place and not _NO_SPACE_AFTER.search(lines[place - 1].text):
            pieces.append(" ")
        pieces += [f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in line.runs]
    return "".join(pieces).replace("</b> <b>", " ")
