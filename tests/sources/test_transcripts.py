"""From a page to a transcript: named speakers, an id by address, and what the archive's keeper has to know."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest

from quotes.errors import ChallengePage, LoginPage, NotATranscript, TemplateChanged
from quotes.html import soup_of, text_of
from quotes.model import Fidelity, Role, Speaker, Turn
from quotes.sources import Listing, Reading, Source, read_document, read_page

URL = "https://www.example.org/briefings/fog-5"
SHA = "0" * 64
ELLISON = Turn(0, Speaker("MS. ELLISON"), Role.OFFICIAL, "The strait is open.")
ASKED = Turn(1, Speaker("QUESTION: Clara Weiss, Strait News Agency"), Role.JOURNALIST, "Since when?")


def source(parse: Callable[[str, str], Reading]) -> Source:
    return Source(
        id="port_meridian",
        name="Port Meridian",
        institution="Port Meridian",
        language="en",
        parser="port_meridian/3",
        hosts=("www.example.org",),
        owns=lambda url: True,
        parse=parse,
        listings=("https://www.example.org/briefings/",),
        read_listing=lambda html, url: Listing(()),
        verified=True,
    )


def reads(*turns: Turn, **fields: object) -> Source:
    reading = Reading("Briefing by Harbour Spokesperson Mara Ellison", date(2024, 3, 1), turns, **fields)  # type: ignore[arg-type]
    return source(lambda html, url: reading)


def test_a_reading_becomes_a_transcript_with_its_speakers_named() -> None:
    transcript = read_page(
        reads(ELLISON, ASKED), "<p>page</p>", URL, sha256=SHA, raw="ab#0", retrieved_at="2024-03-02T00:00:00Z"
    )
    assert transcript.id.startswith("port_meridian:fog-5-")
    assert (transcript.source, transcript.institution, transcript.language) == ("port_meridian", "Port Meridian", "en")
    assert (transcript.date, transcript.url, transcript.fidelity) == (date(2024, 3, 1), URL, Fidelity.NEAR_VERBATIM)
    spokesperson, reporter = transcript.turns
    assert (spokesperson.speaker.name, spokesperson.speaker.title) == ("Mara Ellison", "Harbour Spokesperson")
    assert spokesperson.role is Role.SPOKESPERSON
    assert (reporter.speaker.name, reporter.speaker.institution) == ("Clara Weiss", "Strait News Agency")
    provenance = transcript.provenance
    assert (provenance.sha256, provenance.parser, provenance.raw) == (SHA, "port_meridian/3", "ab#0")
    assert provenance.retrieved_at == "2024-03-02T00:00:00Z"


def test_what_the_page_says_of_itself_goes_before_what_the_source_says() -> None:
    transcript = read_page(
        reads(
            ELLISON,
            language="es",
            institution="Harbour Office",
            fidelity=Fidelity.TRANSLATED,
            time="2:02 p.m.",
            place="Quay 4",
        ),
        "<p>page</p>",
        URL,
        sha256=SHA,
    )
    assert (transcript.language, transcript.institution, transcript.fidelity) == (
        "es",
        "Harbour Office",
        Fidelity.TRANSLATED,
    )
    assert (transcript.time, transcript.place) == ("2:02 p.m.", "Quay 4")


def test_doubts_and_the_pages_own_date_are_noted() -> None:
    transcript = read_page(reads(ELLISON, published="March 9, 2024", warnings=("a", "b")), "", URL, sha256=SHA)
    assert transcript.provenance.note == "the page is dated March 9, 2024; a; b"
    assert read_page(reads(ELLISON), "", URL, sha256=SHA).provenance.note is None


def test_lines_that_nobody_spoke_are_kept() -> None:
    transcript = read_page(
        reads(ELLISON, heading=("Quay 4",), notes=("END",), authors="Mara Ellison"), "", URL, sha256=SHA
    )
    assert json.loads(transcript.extra) == {"author_line": "Mara Ellison", "heading": ["Quay 4"], "notes": ["END"]}


def test_a_house_that_asks_is_nobodys_name() -> None:
    asked = Turn(1, Speaker("Shenzhen TV", institution="Shenzhen TV"), Role.JOURNALIST, "Since when?")
    unread = Turn(2, Speaker("China News Service"), Role.JOURNALIST, "Since when?")
    _, first, second = read_page(reads(ELLISON, asked, unread), "", URL, sha256=SHA).turns
    assert (first.speaker.name, first.speaker.institution, second.speaker.name) == (None, "Shenzhen TV", None)


@pytest.mark.parametrize("turns", [(), (Turn(0, Speaker("MS. ELLISON"), Role.OFFICIAL, " \n"),)])
def test_a_page_without_words_is_no_transcript(turns: tuple[Turn, ...]) -> None:
    with pytest.raises(NotATranscript, match=URL):
        read_page(reads(*turns), "<p>page</p>", URL, sha256=SHA)


@pytest.mark.parametrize(
    ("html", "error"),
    [
        ("<title>Just a moment...</title>", ChallengePage),
        ('<form><input type="password"></form>', LoginPage),
    ],
)
def test_a_refusal_is_never_parsed(html: str, error: type[Exception]) -> None:
    def parse(html: str, url: str) -> Reading:
        pytest.fail("the refusal was parsed")

    with pytest.raises(error, match=URL):
        read_page(source(parse), html, URL, sha256=SHA)


def parse_text(html: str, url: str) -> Reading:
    return Reading("Briefing", date(2024, 3, 1), (Turn(0, Speaker(None), Role.UNKNOWN, text_of(soup_of(html).body)),))


def test_a_document_is_decoded_and_known_by_its_bytes() -> None:
    body = "<html><meta charset=gb2312><body>航道开放</body></html>".encode("gb18030")
    transcript = read_document(source(parse_text), body, URL)
    assert transcript.turns[0].text == "航道开放"
    assert transcript.provenance.sha256 == hashlib.sha256(body).hexdigest()


def test_a_pdf_that_cannot_be_read_is_told_with_its_address() -> None:
    with pytest.raises(TemplateChanged, match=URL):
        read_document(source(parse_text), b"%PDF-1.7\nnothing that is one", URL, content_type="application/pdf")
