"""Oddities of the Federal Reserve's press-conference PDFs that the saved one does not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import TemplateChanged
from quotes.model import Role, Speaker
from quotes.sources.sites.fed_press_conferences import SOURCE, parse, read_listing
from quotes.sources.source import Reading

URL = "https://www.federalreserve.gov/mediacenter/files/FOMCpresconf20170614.pdf"
TITLE = "<p>Transcript of Chair Marlow’s Press Conference</p><p>June 14, 2017</p>"


def read(*paragraphs: str, above: str = TITLE, header: str = "June 14, 2017 FINAL", url: str = URL) -> Reading:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return parse(f'<section class="page"><p class="header">{header}</p>{above}{text}</section>', url)


def test_reporters_of_2011_have_no_names() -> None:
    turns = read("CHAIRMAN MARLOW. Welcome.", "QUESTION. Mr. Feld of Reuters asked. Why?").turns
    assert [(turn.speaker, turn.role) for turn in turns] == [
        (Speaker("CHAIRMAN MARLOW"), Role.OFFICIAL),
        (Speaker("QUESTION"), Role.JOURNALIST),
    ]


@pytest.mark.parametrize(
    ("printed", "label", "role"),
    [
        ("CHAIRIMAN MARLOW.  Yes.", "CHAIRIMAN MARLOW", Role.OFFICIAL),
        ("VICE CHAIR WREN. Yes.", "VICE CHAIR WREN", Role.OFFICIAL),
        ("[0:24:15.5] CHAIR MARLOW. Yes.", "CHAIR MARLOW", Role.OFFICIAL),
        ("CLARA MARSHALL-WEISS. Yes?", "CLARA MARSHALL-WEISS", Role.JOURNALIST),
        ("RUTH O’DELL. Yes?", "RUTH O’DELL", Role.JOURNALIST),
        ("ARNO J. FELD. Yes?", "ARNO J. FELD", Role.JOURNALIST),
        ("HUGUES HONORÉ: Yes?", "HUGUES HONORÉ", Role.JOURNALIST),
        ("MICHELLE SMTH. Next.", "MICHELLE SMTH", Role.MODERATOR),
    ],
)
def test_labels_as_they_are_printed(printed: str, label: str, role: Role) -> None:
    (turn,) = read(printed).turns
    assert (turn.speaker.label, turn.role) == (label, role)
    assert turn.text.startswith(("Yes", "Next"))


@pytest.mark.parametrize("sentence", ["GDP. That is all.", "The FOMC. The Board.", "U.S. GDP. It grew.", "OK. Next."])
def test_capitals_before_a_full_stop_are_no_label_in_a_sentence(sentence: str) -> None:
    (turn,) = read("CHAIR MARLOW. Good afternoon.", sentence).turns
    assert turn.text == f"Good afternoon.\n{sentence}"


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("Arno Feld, Strait News Agency. Why?", "Strait News Agency"),
        ("Hi. Arno Feld from the Tidewater Post. Why?", "Tidewater Post"),
        ("Thank you. Arno Feld with Lantern Radio and Television. Why?", "Lantern Radio and Television"),
        ("Arno Feld here, Yonder Finance. Why?", "Yonder Finance"),
        ("Arno Feld of the C.S. Times. Why?", "C.S. Times"),
        ("Thank you, Madam Chair. Why?", None),
        ("Mr. Feld, sir, is what they call me. Why?", None),
    ],
)
def test_a_reporter_names_the_house_in_the_first_words(said: str, outlet: str | None) -> None:
    assert read(f"ARNO FELD. {said}").turns[0].speaker.institution == outlet


def test_the_house_holds_for_every_turn_of_the_reporter() -> None:
    turns = read("ARNO FELD. Arno Feld, Strait News. Why?", "CHAIR MARLOW. Because.", "ARNO FELD. Really?").turns
    assert turns[2].speaker == Speaker("ARNO FELD", "Arno Feld", None, "Strait News")


def test_one_who_only_calls_on_reporters_is_the_moderator() -> None:
    turns = read("DORA WREN. Arno.", "ARNO FELD. Why? I ask as one who has waited.", "DORA WREN. Clara, please.").turns
    assert [turn.role for turn in turns] == [Role.MODERATOR, Role.JOURNALIST, Role.MODERATOR]


def test_words_before_the_first_label_are_kept_as_nobodys() -> None:
    spoken = "We met over two days to take stock of the harbor economy, and we decided to leave the mooring rate " * 2
    turns = read(spoken, "CHAIR MARLOW. Good afternoon.").turns
    assert [(turn.speaker.label, turn.role) for turn in turns] == [
        (None, Role.UNKNOWN),
        ("CHAIR MARLOW", Role.OFFICIAL),
    ]


def test_a_preliminary_transcript_says_so() -> None:
    assert read("CHAIR MARLOW. Yes.", header="June 14, 2017 PRELIMINARY").notes == ("PRELIMINARY",)


def test_a_day_the_address_contradicts_is_told() -> None:
    reading = read("CHAIR MARLOW. Yes.", url=URL.replace("0614", "0615"))
    assert reading.date == date(2017, 6, 14)
    assert "2017-06-15" in reading.warnings[0]


def test_without_title_and_day_the_address_gives_the_day() -> None:
    reading = read("CHAIR MARLOW. Yes.", above="", header="FINAL")
    assert (reading.date, len(reading.warnings)) == (date(2017, 6, 14), 2)


def test_a_page_that_is_no_pdf_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged, match="no PDF"):
        parse("<p>CHAIR MARLOW. Yes.</p>", URL)


def test_a_pdf_without_labels_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged, match="label"):
        read("Good afternoon.")


def test_the_listing_goes_back_year_by_year_to_the_first_conferences() -> None:
    older = "https://www.federalreserve.gov/monetarypolicy/fomchistorical{}.htm"
    page = '<div class="panel"><a href="/monetarypolicy/fomcpressconf20120125.htm">Press Conference</a></div>'
    listing = read_listing(page, older.format(2012))
    assert (listing.entries[0].day, listing.older) == (date(2012, 1, 25), older.format(2011))
    assert read_listing(page, older.format(2011)).older is None


def test_a_listing_built_otherwise_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged):
        read_listing("<p>Moved.</p>", "https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm")


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (URL, True),
        (URL.replace("FOMCpresconf", "fomcpresconf"), True),
        ("https://www.federalreserve.gov/monetarypolicy/fomcpresconf20170614.htm", False),
        ("https://www.federalreserve.gov/mediacenter/files/FOMC20170614meeting.pdf", False),
    ],
)
def test_its_own_files(url: str, own: bool) -> None:
    assert SOURCE.owns(url) is own
