"""Articles as files: what they are is told by their bytes, then by what is said of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from quotes.errors import UnreadableDocument
from quotes.html import decode
from quotes.model import Article

_ZIP: Final = b"PK\x03\x04"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The name of a part, as such files write it.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_RICH_TEXT: Final = b"{\\rtf"
_PDF: Final = b"%PDF-"
_HTML: Final = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_PICTURES: Final = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a sound",
}
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")


def read_document(
    data: bytes,
    *,
    name: str | None = None,
    content_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> Article:
    """An article from its bytes: Word and PDF by their first bytes, HTML by its beginning, name or media type,
    Markdown by its name or media type, else plain text. Raises UnreadableDocument for what cannot be read."""
    if data.startswith(_ZIP):
        from quotes.extract.docx import read_docx  # noqa: PLC0415

        return read_docx(data, title=title, published=published, language=language, url=url)
    _refuse(data)
    text = decode(data, content_type)
    low = (name or "").lower()
    kind = (content_type or "").split(";")[0].strip().lower()
    if (
        data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_PDF)
        or low.endswith(_HTML_NAMES)
        or kind
        in {
            "text/html",
            "application/xhtml+xml",
        }
        or _HTML.match(text[:4000])
    ):
        from quotes.extract.page import read_html  # noqa: PLC0415

        return read_html(text, title=title, published=published, language=language, url=url)
    if not text.strip():
        raise UnreadableDocument("the document is empty; send the article's text")
    if low.endswith(_MARKDOWN_NAMES) or kind in {"text/markdown", "text/x-markdown"}:
        from quotes.extract.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(text, title=title, published=published, language=language, url=url)
    from quotes.extract.plain_text import read_text  # noqa: PLC0415

    return read_text(text, title=title, published=published, language=language, url=url)


def _refuse(data: bytes) -> None:
    """What is no text, by its first bytes."""
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            raise UnreadableDocument("this document has a password; save it as .docx without one and send that")
        raise UnreadableDocument("this is an Office document of before 2007 (.doc); save it as .docx and send that")
    if data.startswith(_RICH_TEXT):
        raise UnreadableDocument("this is a document in Rich Text (.rtf); save it as .docx and send that")
    for mark, what in _PICTURES.items():
        if data.startswith(mark):
            raise UnreadableDocument(f"this is {what}, not a document; send the article's text, HTML, .docx or PDF")
    head = data[:4096]
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(0) > len(head) // 50:
        raise UnreadableDocument("these bytes are no text; send the article as text, HTML, Markdown, .docx or PDF")
