"""Articles as files of any kind."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from quotes.errors import UnreadableDocument
from quotes.extract import read_document, read_docx, read_markdown
from quotes.model import Article
from tests.evaluation.word_documents import word_document
from tests.html.pdfs import At, pdf

SAID = "“We stay,” said Ana Berg, the harbour master."


def pieces(article: Article) -> list[str]:
    return [each.text for each in article.quotations]


def test_told_by_their_bytes() -> None:
    html = f"<!doctype html><html><body><p>{SAID}</p></body></html>"
    for data in (SAID.encode(), html.encode(), word_document(SAID)):
        article = read_document(data, published=date(2025, 3, 1))
        assert pieces(article) == ["We stay,"]
        assert article.published == date(2025, 3, 1)


def test_pdf() -> None:
    article = read_document(pdf([[At(72, 700, SAID)]]))
    assert pieces(article) == ["We stay,"]


def test_markdown_by_its_name_or_media_type() -> None:
    data = f"# The mole\n\n*Of* {SAID}".encode()
    assert read_document(data, name="mole.md").text == f"The mole\n\nOf {SAID}"
    assert read_document(data, content_type="text/markdown; charset=utf-8").title == "The mole"
    assert read_document(data).text == data.decode()


def test_charset_of_the_header() -> None:
    data = "„Wir bleiben“, sagte Jan Roth über die Mühle.".encode("cp1252")
    assert pieces(read_document(data, content_type="text/plain; charset=windows-1252")) == ["Wir bleiben"]


UNREADABLE = [
    ("no text", b" \n ", "empty"),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "save it as .docx"),
    (
        "a password",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    ("Rich Text", rb"{\rtf1\ansi Berg: \ldblquote We stay.\rdblquote}", "save it as .docx"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    ("bytes", bytes(range(256)) * 10 + bytes(200), "no text"),
    ("no Word document", b"PK\x03\x04" + bytes(100), "no Word document"),
    ("broken PDF", b"%PDF-1.7 and no more", "PDF is broken"),
]


@pytest.mark.parametrize(("data", "why"), [each[1:] for each in UNREADABLE], ids=[each[0] for each in UNREADABLE])
def test_what_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableDocument, match=why):
        read_document(data)


def test_a_zip_of_anything_else_is_no_word_document() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "“We stay.”")
    with pytest.raises(UnreadableDocument, match="no Word document"):
        read_docx(packed.getvalue())


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/workbook.xml", "Excel workbook; save its sheet as CSV"),
        ("content.xml", "OpenDocument file; save it as .docx"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("Index/Document.iwa", "Pages document; export it"),
    ],
)
def test_files_of_other_programs_are_called_what_they_are(part: str, told: str) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(part, "<x/>")
    with pytest.raises(UnreadableDocument, match=told):
        read_document(packed.getvalue())


TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>“We stay,” said Ana Berg.</w:t></w:r></w:p></w:txbxContent>"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def test_text_boxes_moves_and_notes_are_read_once() -> None:
    body = (
        "<w:p><w:r><w:t>On the mole.</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{TEXT_BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{TEXT_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        '<w:p><w:moveFrom w:id="1"><w:r><w:t>“The lamp is out,” he said.</w:t></w:r></w:moveFrom></w:p>'
        '<w:p><w:moveTo w:id="1"><w:r><w:t>“The lamp is out,” he said.</w:t></w:r></w:moveTo>'
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>“It was resting,” Berg told us.</w:t></w:r></w:p></w:footnote>'
    data = word_parts(body, footnotes=f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>")
    article = read_docx(data)
    assert pieces(article) == ["We stay,", "The lamp is out,", "It was resting,"]
    # A file that says no title has none.
    assert article.title is None


def word_parts(body: str, *, footnotes: str) -> bytes:
    """A Word document of these parts and no others."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    link = f'<Relationship Id="r1" Type="{office}/%s" Target="%s"/>'
    links = f'<Relationships xmlns="{package}/relationships">{link}</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{word}.footnotes+xml"/></Types>',
        "_rels/.rels": links % ("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": links % ("footnotes", "footnotes.xml"),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": footnotes,
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(210_000_000))
    with pytest.raises(UnreadableDocument, match="unpacks to"):
        read_docx(packed.getvalue())


def test_word_headings_tables_and_quotations_set_apart() -> None:
    document = Document()
    document.core_properties.language = "en-GB"
    document.add_heading("The mole", level=1)
    document.add_paragraph("Ana Berg, the harbour master, gave her answer in writing:")
    document.add_paragraph("The lamp was never out.", style="Quote")
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "“It was resting,” she said."
    packed = BytesIO()
    document.save(packed)
    article = read_docx(packed.getvalue())
    assert article.title == "The mole"
    assert pieces(article) == ["The lamp was never out.", "It was resting,"]
    assert {each.claim.speaker for each in article.quotations} == {"Ana Berg"}
    assert all(each.source_spans == () for each in article.quotations)


def test_markdown_source_spans_are_of_the_markdown() -> None:
    text = (
        "---\ntitle: The mole\ndate: 2025-03-01\n---\n\nAna Berg said:\n\n"
        "> The *lamp* was\n> never [out](http://x.y).\n\nShe added: “It’s \\*resting\\*.”\n"
    )
    article = read_markdown(text)
    assert (article.title, article.published) == ("The mole", date(2025, 3, 1))
    assert pieces(article) == ["The lamp was never out.", "It’s *resting*."]
    assert [text[start:end] for each in article.quotations for start, end in each.source_spans] == [
        "The *lamp* was\n> never [out](http://x.y).",
        "It’s \\*resting\\*.",
    ]


def test_markdown_leaves_out_code() -> None:
    assert read_markdown("Ana Berg spoke.\n\n```\n“We stay,” she said.\n```\n").quotations == ()
