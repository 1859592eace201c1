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
