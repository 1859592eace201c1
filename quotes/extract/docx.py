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
# What older programs show in place of a drawing: the same text box once more.
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Where a tracked move took its words from; they stand where it took them to.
_MOVED_AWAY: Final = f"{_NAMESPACE}moveFrom"
_NOTES: Final = ("/footnotes", "/endnotes")
# Parts that tell what else a zip is.
_OTHERS: Final = {
    "xl/workbook.xml": "an Excel workbook; save its sheet as CSV and send that",
    "xl/workbook.bin": "an Excel workbook; save its sheet as CSV and send that",
    "ppt/presentation.xml": "a PowerPoint presentation; send its text, or save it as PDF",
    "content.xml": "an OpenDocument file; save it as .docx and send that",
    "Index/Document.iwa": "a Pages document; export it to Word (.docx) and send that",
    "Index.zip": "a Pages document; export it to Word (.docx) and send that",
}


def read_docx(
    data: bytes,
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """The article that a Word document holds: its paragraphs, those of tables and text boxes too and the notes at the
    end, as they read with all changes accepted. Raises UnreadableDocument for what is no Word document."""
    document = _opened(data)
    text, blocks = _laid_out(list(_paragraphs(document)), title)
    if not text:
        raise UnreadableDocument("the Word document holds no text, perhaps only pictures of it; send it as text")
    said_language, said_title = _properties(document)
    language = language or said_language
    if title is None:
        title = next((text[each.start : each.end] for each in blocks if each.role is Role.HEADLINE), said_title)
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
            names = set(packed.namelist())
        other = next((what for part, what in _OTHERS.items() if part in names), None)
        if other is None and size <= _LARGEST:
            return Document(io.BytesIO(data))
    except Exception as error:
        raise UnreadableDocument(
            "this is no Word document that can be read, or it did not arrive whole; open it in Word, save it again as "
            ".docx, without a password, and send that"
        ) from error
    if other is not None:
        raise UnreadableDocument(f"this is no Word document but {other}")
    raise UnreadableDocument(
        f"the Word document unpacks to {size:,} bytes, at most {_LARGEST:,} are read; send its text alone"
    )


def _properties(document: Any) -> tuple[str | None, str | None]:
    """Language and title, as the file says them; python-docx makes up those of a file that says none."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    kinds = {each.reltype for each in document.part.package.rels.values()}
    if RELATIONSHIP_TYPE.CORE_PROPERTIES not in kinds:
        return None, None
    return document.core_properties.language or None, document.core_properties.title or None


def _paragraphs(document: Any) -> Iterator[tuple[str, Role]]:
    for root in (document.element.body, *_notes(document)):
        for element in _within(root):
            if element.tag == f"{_NAMESPACE}p" and (text := "".join(_pieces(element)).strip()):
                yield text, _role(document, element)


def _notes(document: Any) -> Iterator[Any]:
    from lxml import etree  # noqa: PLC0415

    for each in document.part.rels.values():
        if not each.is_external and each.reltype.endswith(_NOTES):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            yield etree.fromstring(each.target_part.blob, parser)


def _within(root: Any, *, paragraphs: bool = True) -> Iterator[Any]:
    """What is below, in the order of the document; without `paragraphs` none of a text box that is anchored there."""
    for node in root:
        if node.tag in {_FALLBACK, _MOVED_AWAY} or (not paragraphs and node.tag == f"{_NAMESPACE}p"):
            continue
        yield node
        yield from _within(node, paragraphs=paragraphs)


def _pieces(paragraph: Any) -> Iterator[str]:
    """The paragraph's text; what was struck out by a tracked change is no more in it."""
    for node in _within(paragraph, paragraphs=False):
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
