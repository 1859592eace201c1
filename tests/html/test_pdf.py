"""PDFs as HTML: paragraphs told by where lines stand, running heads apart, and a refusal that says the remedy."""

from __future__ import annotations

import pytest

from quotes.errors import UnreadableDocument
from quotes.html import decode, paragraphs, soup_of
from tests.html.pdfs import At, pdf

# As wide as the text: 468 points from margin to margin hold about so many letters of Times.
FULL = "The harbor master counts the ships at dawn and at dusk and writes their number in the long book,"
TOP = 708


def column(*lines: tuple[float, str], top: float = TOP, step: float = 24) -> list[At]:
    """Lines below each other; each with how far it is indented from the left margin of an inch."""
    return [At(72 + indent, top - step * number, text) for number, (indent, text) in enumerate(lines)]


def read(*pages: list[At]) -> list[str]:
    """The paragraphs of the text, without running heads."""
    soup = soup_of(decode(pdf(pages)))
    running = frozenset(map(id, soup.select(".header, .footer")))
    return [paragraph.text for paragraph in paragraphs(soup, without=running)]


def test_an_indented_line_begins_a_paragraph() -> None:
    assert read(column((36, FULL), (0, FULL), (0, "and so on."), (36, "A second one."), (36, "A third one."))) == [
        f"{FULL} {FULL} and so on.",
        "A second one.",
        "A third one.",
    ]


def test_an_indented_line_as_far_from_the_right_margin_goes_on() -> None:
    assert read(
        column(
            (0, FULL),
            (36, "It is nearly as wide as the others are, but it falls short of them by one word,"),
            (0, "no more."),
        )
    ) == [
        FULL,
        "It is nearly as wide as the others are, but it falls short of them by one word, no more.",
    ]


def test_a_centred_line_stands_alone() -> None:
    assert read(column((154, "The Harbor Master’s Long Book"), (0, FULL), (0, FULL))) == [
        "The Harbor Master’s Long Book",
        f"{FULL} {FULL}",
    ]


def test_a_wide_gap_parts_paragraphs_that_are_not_indented() -> None:
    first = column((0, FULL), (0, FULL), (0, FULL))
    assert read([*first, *column((0, FULL), (0, FULL), top=TOP - 3 * 24 - 18)]) == [
        f"{FULL} {FULL} {FULL}",
        f"{FULL} {FULL}",
    ]


def test_a_sentence_that_leaves_its_line_half_empty_ends_the_paragraph() -> None:
    assert read(column((0, FULL), (0, "It was dusk."), (0, FULL), (0, "which"), (0, FULL))) == [
        f"{FULL} It was dusk.",
        f"{FULL} which {FULL}",
    ]


def test_a_quotation_set_in_stays_together() -> None:
    quoted = FULL[:-20]
    assert read(column((0, FULL), (0, "He wrote:"), (36, quoted), (36, quoted), (36, "at dusk."), (0, FULL))) == [
        f"{FULL} He wrote:",
        f"{quoted} {quoted} at dusk.",
        FULL,
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    html = decode(pdf([column((36, FULL), (0, FULL)), column((0, "and so on."), (36, "Thank you."))]))
    first, second = ([line.text for line in paragraphs(page)] for page in soup_of(html).select("section.page"))
    assert (first, second) == ([f"{FULL} {FULL} and so on."], ["Thank you."])


def test_what_stands_at_the_edge_of_a_page_is_no_text() -> None:
    html = decode(
        pdf([[At(72, 750, "March 1"), At(500, 750, "FINAL"), *column((36, FULL)), At(280, 36, "Page 1 of 1")]])
    )
    soup = soup_of(html)
    assert [line.get_text() for line in soup.select(".header")] == ["March 1 FINAL"]
    assert [line.get_text() for line in soup.select(".footer")] == ["Page 1 of 1"]
    assert [line.get_text() for line in soup.select("p:not(.header, .footer)")] == [FULL]


def test_a_line_that_recurs_on_most_pages_is_no_text_however_low_it_stands() -> None:
    days = ("Monday", "Tuesday", "Friday")
    pages = [
        [
            At(72, 720, f"Harbor Day, page {number}"),
            *column((36, f"{day} came, and {FULL[:-20]}"), (0, f"as on {day}."), top=690),
        ]
        for number, day in enumerate(days, start=1)
    ]
    assert read(*pages) == [f"{day} came, and {FULL[:-20]} as on {day}." for day in days]


def test_two_pages_that_open_with_the_same_words_keep_them() -> None:
    page = column((36, "Thank you."), (36, FULL), (0, "and so on."))
    assert read(page, page) == ["Thank you.", f"{FULL} and so on."] * 2


def test_lines_are_read_from_head_to_foot_whatever_their_order_in_the_file() -> None:
    lines = column((36, "One."), (36, FULL), (0, "two."), (36, "Three."))
    assert read(lines[::-1]) == ["One.", f"{FULL} two.", "Three."]


def test_words_parted_at_the_end_of_a_line_are_joined() -> None:
    lines = [(36.0, FULL[:-1] + " a well-"), (0.0, FULL[:-1] + "—"), (0.0, "and so on.")]
    assert read(column(*lines)) == [f"{FULL[:-1]} a well-{FULL[:-1]}—and so on."]


def test_a_line_that_ends_in_a_hyphen_is_a_line_of_its_own() -> None:
    lines = [(36.0, FULL[:-2] + " well-"), *[(0.0, FULL)] * 4, (36.0, "Thank you.")]
    assert read(column(*lines)) == [f"{FULL[:-2]} well-{FULL} {FULL} {FULL} {FULL}", "Thank you."]


def test_bold_words_stay_bold() -> None:
    html = decode(pdf([[At(72, TOP, "Q & A", bold=True), At(130, TOP, "was short <again>")]]))
    (paragraph,) = paragraphs(soup_of(html))
    assert (paragraph.text, paragraph.opening) == ("Q & A was short <again>", "Q & A")


def test_a_pdf_is_told_by_its_first_bytes_whatever_it_is_sent_as() -> None:
    body = pdf([column((36, "Good afternoon."))])
    assert "Good afternoon." in decode(body, "text/html; charset=utf-8")
    assert "Good afternoon." in decode(b"\r\n" + body)
    assert decode(b"<p>A file that begins with %PDF- is a PDF.</p>").startswith("<p>A file")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"%PDF-1.4\n", "broken or cut short"),
        (b"%PDF-1.7\n" + b"\0\xff" * 500, "broken or cut short"),
        (pdf([[]]), "only pictures"),
        (pdf([[At(72, 750, "Page 1 of 1")]]), "only pictures"),
        (
            pdf(
                [column((36, "Secret."))],
                trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
                f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<{'43' * 16}> <{'43' * 16}>]",
            ),
            "locked by a password",
        ),
    ],
    ids=["empty", "noise", "no page with text", "only a running head", "locked"],
)
def test_a_pdf_that_cannot_be_read_says_why_and_what_to_do(body: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as refusal:
        decode(body)
    assert "import" in refusal.value.message
