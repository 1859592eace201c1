"""Articles as web pages.

`trafilatura` says which paragraphs are the article's; their text is read off the HTML as sent, so that a quotation's
place in it is known. It was chosen over readability-lxml, which drops the headline and keeps captions, and jusText,
which takes short paragraphs for boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Final

from quotes.errors import UnreadableDocument
from quotes.extract.language import language_of
from quotes.extract.layout import Role
from quotes.extract.page_facts import facts_of
from quotes.extract.scanning import Piece, scan
from quotes.extract.speech import quotations_of
from quotes.extract.traced import Paragraph, Traced, laid_out, source_span
from quotes.model import Article

_OUTSIDE: Final = frozenset("aside nav footer form button select figure figcaption table".split())
_OUTSIDE_NAMES: Final = re.compile(
    r"comment|related|read-?more|readmore|newsletter|subscribe|promo|share|social|sidebar|breadcrumb|most-?read|"
    r"recirc|advert|\bads?\b|caption|cookie|pull-?quote|teaser|tags?-list|disqus|recommend|more-on|also-read|footer",
)
_STANDFIRST: Final = re.compile(
    r"stand-?first|sub-?head|sub-?title|\bdek\b|\bdeck\b|summary|intro|kicker|abstract|chapo|entradilla|vorspann|teaser-text"
)
_BYLINE: Final = re.compile(r"byline|author|dateline|timestamp|published|meta\b|credit")
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())
# Letters of a paragraph from which its being found in the article's text is no chance.
_TELLING: Final = 24


def read_html(
    html: str,
    *,
    url: str | None = None,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> Article:
    """The article of a page: headline, sub-headlines and main text. `source_spans` are code points of `html`. Raises
    UnreadableDocument where there is no text to read."""
    scanned = scan(html)
    facts = facts_of(scanned, url)
    title = title or facts.title
    chosen = _chosen(html, scanned.pieces, title)
    text, blocks, traced = laid_out(chosen)
    if not text:
        raise UnreadableDocument(
            "the page has no text to read: it may be drawn by scripts, or hold pictures alone; "
            "send the page as the browser shows it, or its text"
        )
    if title is None and blocks[0].role is Role.HEADLINE:
        title = text[blocks[0].start : blocks[0].end]
    language = language or facts.language
    quotations = tuple(
        replace(each, source_spans=tuple(source_span(traced, span) for span in each.spans))
        for each in quotations_of(text, blocks, language)
    )
    return Article(
        text,
        quotations,
        title=title,
        outlet=facts.outlet,
        published=published or facts.published,
        language=language or language_of(text, None),
        url=facts.url,
    )


def _chosen(html: str, pieces: Sequence[Piece], title: str | None) -> list[Paragraph]:
    headline = _headline(pieces, title)
    lines = [_bare(line) for line in _main_text(html).split("\n")]
    known = set(lines)
    whole = "\n".join(lines)
    bare = [_bare(piece.traced.text) for piece in pieces]
    inside = [
        bool(letters)
        and (letters in known or (len(letters) >= _TELLING and letters in whole) or _all_known(piece, known))
        for letters, piece in zip(bare, pieces, strict=True)
    ]
    inside = [held and not _outside(piece) for held, piece in zip(inside, pieces, strict=True)]
    if not any(inside):
        # Too little for the extractor to tell: all that stands in paragraphs is the article.
        inside = [bool(letters) and not _outside(piece) for letters, piece in zip(bare, pieces, strict=True)]
    places = [place for place, held in enumerate(inside) if held]
    paragraphs: list[Paragraph] = []
    if headline is not None:
        paragraphs.append(Paragraph(pieces[headline].traced, Role.HEADLINE))
    begun = False
    seen: set[str] = {bare[headline]} if headline is not None else set()
    for place, piece in enumerate(pieces):
        between = bool(places) and places[0] < place < places[-1]
        if place == headline or not (inside[place] or (between and _belongs(piece))):
            continue
        if bare[place] in seen and len(bare[place]) >= _TELLING:
            continue
        seen.add(bare[place])
        role = _role(piece, begun=begun, after_headline=headline is not None and place > headline)
        begun = begun or role is not Role.HEADLINE
        paragraphs += _by_lines(piece.traced, role)
    return paragraphs


def _main_text(html: str) -> str:
    from trafilatura import extract  # noqa: PLC0415 -- takes a third of a second to load

    if not html.strip():
        return ""
    found = extract(html, output_format="txt", include_comments=False, include_tables=False, fast=True)
    return found or ""


def _headline(pieces: Sequence[Piece], title: str | None) -> int | None:
    headings = [place for place, piece in enumerate(pieces) if piece.inside("h1")]
    wanted = _bare(title or "")
    for place in headings:
        letters = _bare(pieces[place].traced.text)
        if letters and wanted and (letters in wanted or wanted in letters):
            return place
    for place, piece in enumerate(pieces):
        if wanted and piece.inside("h2", "h3") and _bare(piece.traced.text) == wanted and not _outside(piece):
            return place
    plain = [place for place in headings if not _outside(pieces[place])]
    return plain[0] if plain else None


def _role(piece: Piece, *, begun: bool, after_headline: bool) -> Role:
    if piece.inside("blockquote"):
        return Role.SET_APART
    if piece.inside(*_HEADINGS):
        return Role.HEADLINE
    if not begun and after_headline and any(_STANDFIRST.search(element.names) for element in piece.around[-3:]):
        return Role.HEADLINE
    return Role.BODY


def _outside(piece: Piece) -> bool:
    return any(
        element.tag in _OUTSIDE
        or (element.tag not in {"body", "html", "main", "article"} and _OUTSIDE_NAMES.search(element.names))
        for element in piece.around
    )


def _belongs(piece: Piece) -> bool:
    """Whether a paragraph that the extractor left out belongs to the text around it all the same."""
    if _outside(piece) or not piece.inside("p", "blockquote", *_HEADINGS):
        return False
    return not any(element.tag in {"header", "ul", "ol"} or _BYLINE.search(element.names) for element in piece.around)


def _all_known(piece: Piece, known: set[str]) -> bool:
    """Whether each line of a paragraph broken by `<br>` is one of the extractor's."""
    lines = [_bare(line) for line in piece.traced.text.split("\n")]
    return len(lines) > 1 and all(line in known for line in lines if line)


def _by_lines(traced: Traced, role: Role) -> list[Paragraph]:
    """Paragraphs of a page are its blocks, and the lines of those whose breaks part sentences."""
    text = traced.text
    breaks = [found.start() for found in re.finditer(r"\n", text)]
    parting = [
        place
        for place in breaks
        if re.search(r"[.!?…。！？:：][”’“‘\"'»«›‹」』)]*\s*$", text[:place])
        or re.match(r"\s*[–—―]", text[place + 1 :])
    ]
    if not parting:
        return [Paragraph(traced, role)]
    paragraphs = []
    at = 0
    for place in [*parting, len(text)]:
        part = Traced(traced.characters[at:place], traced.starts[at:place], traced.ends[at:place])
        paragraphs.append(Paragraph(part.folded(lines=True), role))
        at = place + 1
    return paragraphs


def _bare(text: str) -> str:
    # The extractor reads entities twice.
    text = unescape(text) if "&" in text else text
    return "".join([letter for letter in text.casefold() if letter.isalnum()])
