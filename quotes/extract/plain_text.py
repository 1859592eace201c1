"""Articles as plain text."""

from __future__ import annotations

from datetime import date

from quotes.extract.language import language_of
from quotes.extract.layout import Role, blocks_of_text
from quotes.extract.speech import quotations_of
from quotes.model import Article


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """The article that `text` is, spans in code points of exactly that text. Headline and sub-headlines are the lines
    before the first paragraph that ends as a sentence does; the first is the title, where none is given."""
    blocks = blocks_of_text(text, title)
    if title is None and blocks and blocks[0].role is Role.HEADLINE:
        title = " ".join(text[blocks[0].start : blocks[0].end].split())
    quotations = quotations_of(text, blocks, language)
    return Article(
        text, quotations, title=title, published=published, language=language or language_of(text, None), url=url
    )
