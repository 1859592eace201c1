"""Articles as Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from quotes.errors import UnreadableDocument
from quotes.extract.language import language_of
from quotes.extract.layout import Block, Role, blocks_of_text
from quotes.extract.speech import quotations_of
from quotes.model import Article

# Bytes that a document's parts may unpack to: a long report has some ten million, a bomb thousands of times that.
_LARGEST: Final = 200_000_000
_NAMESPACE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(
    data: bytes,
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """The article that a Word document holds: its paragraphs, tables' too, as they read with all changes accepted.
    Raises UnreadableDocument for what is no Word document."""
    document = _opened(data)
    text, blocks = _laid_out(list(_paragraphs(document)), title)
    if not text:
        raise UnreadableDocument("the Word document holds no text, perhaps only pictures of it; send it as text")
    core = document.core_properties
    language = language or core.language or None
    if title is None:
        title = next((text[each.start : each.end] for each in blocks if each.role is Role.HEADLINE), core.title or None)
    return Article(
        text,
        quotations_of(text, blocks, language),
        title=title,
        published=published,
        language=language or language_of(text, None),
        url=url,
    )


def _opened(data: bytes) -> Any:
    from docx import Document  # noqa: PLC0415 -- most processes never see one

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size <= _LARGEST:
            return Document(io.BytesIO(data))
    except Exception as error:
        raise UnreadableDocument(
            f"this is no Word document that can be read ({type(error).__name__}: {error}); "
            "save it again as .docx, without a password"
        ) from error
    raise UnreadableDocument(
        f"the Word document unpacks to {size:,} bytes, at most {_LARGEST:,} are read; send its text alone"
    )


def _paragraphs(document: Any) -> Iterator[tuple[str, Role]]:
    for element in document.element.body.iter(f"{_NAMESPACE}p"):
        text = "".join(_pieces(element)).strip()
        if text:
            yield text, _role(document, element)


def _pieces(paragraph: Any) -> Iterator[str]:
    """The paragraph's text; what was struck out by a tracked change is no more in it."""
    for node in paragraph.iter():
        if node.tag == f"{_NAMESPACE}t":
            yield node.text or ""
        elif node.tag in {f"{_NAMESPACE}br", f"{_NAMESPACE}cr"}:
            yield "\n"
        elif node.tag == f"{_NAMESPACE}tab":
            if node.getparent().tag == f"{_NAMESPACE}r":
                yield " "
        elif node.tag == f"{_NAMESPACE}noBreakHyphen":
            yield "-"


def _role(document: Any, element: Any) -> Role:
    properties = element.find(f"{_NAMESPACE}pPr/{_NAMESPACE}pStyle")
    identifier = properties.get(f"{_NAMESPACE}val") if properties is not None else ""
    style = next((each.name or "" for each in document.styles if each.style_id == identifier), "") if identifier else ""
    name = f"{identifier} {style}".lower()
    if any(word in name for word in ("heading", "title", "überschrift", "titre", "título", "titel")):
        return Role.HEADLINE
    if any(word in name for word in ("quote", "zitat", "citation", "cita")):
        return Role.SET_APART
    return Role.BODY


def _laid_out(paragraphs: list[tuple[str, Role]], title: str | None) -> tuple[str, list[Block]]:
    text = "\n\n".join([paragraph for paragraph, _ in paragraphs])
    if not any(role is Role.HEADLINE for _, role in paragraphs):
        guessed = blocks_of_text(text, title)
        headings = {block.start for block in guessed if block.role is Role.HEADLINE}
    else:
        headings = set()
    blocks: list[Block] = []
    at = 0
    for paragraph, styled in paragraphs:
        role = Role.HEADLINE if at in headings and styled is Role.BODY else styled
        blocks.append(Block(at, at + len(paragraph), role))
        at += len(paragraph) + 2
    return text, blocks
