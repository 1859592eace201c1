"""UN noon briefing: what the saved pages do not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import TemplateChanged
from quotes.model import Role
from quotes.sources.registry import source_of
from quotes.sources.sites.un_noon import SOURCE, parse, read_listing

URL = "https://press.un.org/en/2024/db240507.doc.htm"
OPENING = "<p>The following is a near-verbatim transcript of today’s noon briefing by {hosts}.</p>"
HOST = "Elin Sorvik, Deputy Spokesperson for the Secretary-General"


def page(body: str, *, day: str = "7 May 2024", hosts: str = HOST, title: str = "Daily Press Briefing") -> str:
    return f"<h1>{title}</h1><p>{day}</p><div>{OPENING.format(hosts=hosts)}{body}</div>"


def test_labels_are_told_with_or_without_type_of_their_own() -> None:
    body = (
        "<p>Question: One?</p><p><em>Spokesman</em>: Two.</p><p><strong>Correspondent:</strong> Three.</p>"
        "<p><u>Associate Spokesperson</u>:  Four.</p><p>Ms. Okoro: Five.</p><p>Moderator: Six.</p>"
    )
    assert [(turn.speaker.label, turn.role, turn.text) for turn in parse(page(body), URL).turns] == [
        ("Question", Role.JOURNALIST, "One?"),
        ("Spokesman", Role.SPOKESPERSON, "Two."),
        ("Correspondent", Role.JOURNALIST, "Three."),
        ("Associate Spokesperson", Role.SPOKESPERSON, "Four."),
        ("Ms. Okoro", Role.OFFICIAL, "Five."),
        ("Moderator", Role.MODERATOR, "Six."),
    ]


def test_words_before_a_colon_within_a_statement_are_no_label() -> None:
    body = "<p>Turning to the islands:  the ferry runs.</p><p>Question: Does it?</p>"
    assert parse(page(body), URL).turns[0].text == "Turning to the islands: the ferry runs."


def test_of_two_spokespersons_a_label_that_fits_both_names_neither() -> None:
    hosts = "Odile Ferrand, Spokesperson for the Secretary-General, and Pavel Horak, Spokesperson for the President"
    body = "<p>Good day.</p><p>Question: Who?</p><p>Spokesperson: I.</p><p>Spokesperson for the President: I too.</p>"
    turns = parse(page(body, hosts=hosts), URL).turns
    assert [turn.speaker.name for turn in turns] == ["Odile Ferrand", None, None, "Pavel Horak"]


def test_without_a_day_on_the_page_the_address_has_it() -> None:
    reading = parse(page("<p>Question: When?</p>", day=""), URL)
    assert (reading.date, reading.published) == (date(2024, 5, 7), None)
    assert reading.warnings == ("the page shows no day; it is taken from the address",)


def test_a_page_dated_otherwise_than_its_address_is_reported() -> None:
    reading = parse(page("<p>Question: When?</p>", day="17 May 2024"), URL)
    assert reading.date == date(2024, 5, 17)
    assert "2024-05-07" in reading.warnings[0]


def test_an_address_of_the_last_century() -> None:
    reading = parse(page("<p>Question: When?</p>", day=""), "https://press.un.org/en/1999/db990302.doc.htm")
    assert reading.date == date(1999, 3, 2)


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        (
            "<h1>Daily Press Briefing</h1><div><p>Good afternoon.</p><p>Question: Who?</p></div>",
            "near-verbatim transcript",
        ),
        (page("<p>Question: Who?</p>", title=""), "h1"),
        (page("<p>Question: Who?</p>", hosts="the Office"), "names no spokesperson"),
        (f"<h1>Briefing</h1><div>{OPENING.format(hosts=HOST)}</div><div><p>Question: Who?</p></div>", "labels nobody"),
    ],
    ids=["no first sentence", "no title", "no host", "text elsewhere"],
)
def test_a_changed_template_says_what_is_missing(html: str, missing: str) -> None:
    with pytest.raises(TemplateChanged, match=missing):
        parse(html, URL)


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (URL, True),
        ("https://www.un.org/press/en/2015/db151020.doc.htm", True),
        ("https://press.un.org/en/2024/sgsm22217.doc.htm", False),
        ("https://press.un.org/en/noon-briefings", False),
        ("https://www.un.org/en/2024/db240507.doc.htm", False),
    ],
)
def test_addresses_of_its_own(url: str, owned: bool) -> None:
    assert (source_of(url) is SOURCE) is owned


def test_a_listing_without_a_next_page_is_the_last() -> None:
    listing = read_listing(
        '<a href="/en/1999/db990302.doc.htm">Briefing</a>', "https://press.un.org/en/noon-briefings?page=9"
    )
    assert listing.older is None
    assert [entry.day for entry in listing.entries] == [date(1999, 3, 2)]
