"""Articles as web pages: which text is theirs, what the page says of itself, where quotations stand in the HTML."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from quotes.errors import UnreadableDocument
from quotes.extract import read_html
from quotes.model import Place, QuotationKind
from quotes.text import fold_words
from tests.evaluation.articles import FOLDER

PAGE = (FOLDER / "reservoir.html").read_text("utf-8")


def page(body: str, head: str = "") -> str:
    return (
        f"<html lang='en'><head>{head}</head><body><article><h1>The mole</h1>"
        "<p>The council of Orvane met on Monday evening to speak about the mole, as it does each spring.</p>"
        f"{body}<p>The council of Orvane will meet again in the summer, when the mole is dry and the boats are in.</p>"
        "</article></body></html>"
    )


def test_headline_and_text_and_nothing_else() -> None:
    article = read_html(PAGE)
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == "Reservoir deal “a handshake over an empty bucket”, says farm union"
    assert paragraphs[1] == "Water minister insists that talks were ‘never easier’"
    for foreign in (
        "Home",
        "Enough is enough",
        "Jo Tarrant",
        "the puddle",
        "Read more",
        "Tarn mayor",
        "frogs",
        "Copyright",
    ):
        assert foreign not in article.text
    # The pull quote repeats what the text has.
    assert article.text.count("I’m still asking.") == 1


def test_what_the_page_says_of_itself() -> None:
    article = read_html(PAGE)
    assert article.title == "Reservoir deal “a handshake over an empty bucket”, says farm union"
    assert article.outlet == "The Upland Post"
    assert article.published == date(2025, 11, 20)
    assert article.language == "en"
    assert article.url == "https://uplandpost.example/2025/11/20/reservoir-deal"


def test_what_is_said_of_the_page_wins() -> None:
    article = read_html(
        PAGE, title="Another", published=date(2024, 1, 2), language="en-GB", url="https://other.example/a"
    )
    assert (article.title, article.published, article.language, article.url) == (
        "Another",
        date(2024, 1, 2),
        "en-GB",
        "https://other.example/a",
    )


def test_quotations_are_found_again_in_the_html() -> None:
    for quotation in read_html(PAGE).quotations:
        pieces = [unescape(re.sub("<[^>]*>", "", PAGE[start:end])) for start, end in quotation.source_spans]
        assert fold_words(" ".join(pieces)) == fold_words(quotation.text)


def test_places() -> None:
    headline = [each.text for each in read_html(PAGE).quotations if each.place is Place.HEADLINE]
    assert headline == ["a handshake over an empty bucket", "never easier"]


LD = '<script type="application/ld+json">{}</script>'
ARTICLE = '{"@type": "NewsArticle", "datePublished": "2025-03-01T23:30:00-05:00"}'
PUBLISHED = [
    ("json-ld", LD.format(ARTICLE) + '<meta name="date" content="2025-03-02">', None, date(2025, 3, 1)),
    ("json-ld in a graph", LD.format('{"@graph": [' + ARTICLE + "]}"), None, date(2025, 3, 1)),
    ("broken json-ld", LD.format("{") + '<meta name="date" content="March 2, 2025">', None, date(2025, 3, 2)),
    ("address", "", "https://coast.example/2025/03/04/mole", date(2025, 3, 4)),
    ("address that is no day", "", "https://coast.example/2025/02/30/mole", None),
    ("nothing", "", None, None),
]


@pytest.mark.parametrize(("head", "url", "day"), [each[1:] for each in PUBLISHED], ids=[each[0] for each in PUBLISHED])
def test_day_of_publication(head: str, url: str | None, day: date | None) -> None:
    assert read_html(page("", head), url=url).published == day


def test_the_headline_is_the_title_of_a_page_that_names_none() -> None:
    assert read_html(page("")).title == "The mole"


def test_paragraphs_parted_by_line_breaks() -> None:
    html = (
        "<body><div><b>The mole</b><br><br>The council of Orvane met on Monday to speak about the mole, as each spring."
        '<br><br>"The lamp was never out," said Ana Berg, the harbour master, when the others had left the room.<br>'
        '"It was resting," she added, and closed the door on the reporters of the paper.</div></body>'
    )
    quotations = read_html(html).quotations
    assert [html[slice(*each.source_spans[0])] for each in quotations] == ["The lamp was never out,", "It was resting,"]
    assert {each.claim.speaker for each in quotations} == {"Ana Berg"}


def test_time_element() -> None:
    assert read_html(page('<time datetime="2025-03-05T08:00">5 March</time>')).published == date(2025, 3, 5)


def test_publisher_is_the_outlet() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Coast Post"}}</script>'
    assert read_html(page("", head)).outlet == "Coast Post"


def test_block_quote_is_speech_where_somebody_leads_to_it() -> None:
    html = page(
        "<p>Ana Berg, the harbour master, gave her answer in writing:</p>"
        "<blockquote><p>The lamp was never out.</p><p>It was resting.</p></blockquote>"
        "<p>Nobody on the quay had seen it rest before, though many of them had been there for years.</p>"
        "<blockquote>A mole without a light is a trap.</blockquote>"
    )
    (quotation,) = read_html(html).quotations
    assert quotation.text == "The lamp was never out.\nIt was resting."
    assert quotation.claim.speaker == "Ana Berg"
    assert [html[start:end] for start, end in quotation.source_spans] == ["The lamp was never out.", "It was resting."]


def test_q_elements_have_their_marks_from_the_browser() -> None:
    html = page("<p>Ana Berg said the lamp was <q>never out, not even in the great storm</q> of January last year.</p>")
    (quotation,) = read_html(html).quotations
    assert quotation.text == "never out, not even in the great storm"
    assert html[slice(*quotation.source_spans[0])] == quotation.text


def test_a_quotation_over_paragraphs() -> None:
    html = page(
        "<p>&ldquo;The lamp was never out,&rdquo; said Ana Berg, the harbour master. &ldquo;It was resting.</p>"
        "<p>&ldquo;Lamps do rest.&rdquo;</p>"
    )
    assert [each.text for each in read_html(html).quotations] == [
        "The lamp was never out,",
        "It was resting.\nLamps do rest.",
    ]


def test_a_page_without_text_says_what_to_do() -> None:
    with pytest.raises(UnreadableDocument, match="as the browser shows it"):
        read_html("<html><body><script>draw()</script></body></html>")


def test_broken_html_is_read_as_a_browser_would() -> None:
    html = "<p>One<p>“We stay,” said <b>Ana Berg</p> of the <i>Ministry of Tides.<div>Two"
    (quotation,) = read_html(html).quotations
    assert (quotation.text, quotation.kind) == ("We stay,", QuotationKind.SPEECH)
    assert html[slice(*quotation.source_spans[0])] == "We stay,"


def test_plain_text_needs_no_extractor() -> None:
    code = (
        "import sys; from quotes.extract import read_text; read_text('“We stay,” said Ana Berg.'); "
        "sys.exit('trafilatura' in sys.modules or 'docx' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, timeout=60, cwd=Path(__file__).parents[2]).returncode
        == 0
    )
