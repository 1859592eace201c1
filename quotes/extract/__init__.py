"""From an article to its quotations: what stands in marks, whose words the article says they are, and from when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
    from quotes.extract.around import read_around
    from quotes.extract.documents import read_document
    from quotes.extract.docx import read_docx
    from quotes.extract.markdown import read_markdown
    from quotes.extract.page import read_html
    from quotes.extract.plain_text import read_text

__all__ = ["read_around", "read_document", "read_docx", "read_html", "read_markdown", "read_text"]

__getattr__ = loaded_when_asked(
    __name__,
    {
        "read_around": "around",
        "read_document": "documents",
        "read_docx": "docx",
        "read_html": "page",
        "read_markdown": "markdown",
        "read_text": "plain_text",
    },
)
