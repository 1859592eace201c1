"""How White House transcripts are laid out, whichever site they are on."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph
from quotes.model import Role
from quotes.sources.source import Reading
from quotes.sources.white_house import Page, read

URL = "https://obamawhitehouse.archives.gov/the-press-office/2013/03/11/press-briefing-press-secretary-miles-corwin"
TITLE = "Press Briefing by Press Secretary Miles Corwin"
SPOKEN = ("MR. CORWIN: Good afternoon.", "Q Hello.")


def page(*lines: str | Paragraph, title: str = TITLE, published: str = "March 11, 2013", url: str = URL) -> Reading:
    paragraphs = [line if isinstance(line, Paragraph) else Paragraph(line) for line in lines]
    return read(Page(title, published, paragraphs, url), president="Edwin Thorne")


def test_words_between_the_time_and_the_first_label_are_nobodys_in_particular() -> None:
    turn = page("1:00 P.M. EST", "Please be seated, everyone.", *SPOKEN).turns[0]
    assert (turn.speaker.label, turn.speaker.name, turn.role) == (None, None, Role.UNKNOWN)
    assert turn.text == "Please be seated, everyone."


@pytest.mark.parametrize(
    "printed",
    ["2:02 p.m. EDT", "10:02 AM", "9:45 A.M (Local)", "10:50 A.M.EST", "2:50 P.M.", "6:36 P.M. Arabian Standard Time"],
)
def test_the_time_is_kept_as_printed(printed: str) -> None:
    reading = page("James S. Brady Press Briefing Room", printed, *SPOKEN)
    assert (reading.time, reading.place) == (printed, "James S. Brady Press Briefing Room")


def test_time_place_and_first_turn_on_one_line_are_taken_apart() -> None:
    reading = page("Aboard Air Force One 5:19 P.M. EDT MR. CORWIN: Thanks.", "Q Hello.")
    assert reading.heading == ("Aboard Air Force One", "5:19 P.M. EDT")
    assert [(turn.speaker.label, turn.text) for turn in reading.turns] == [("MR. CORWIN", "Thanks."), ("Q", "Hello.")]


def test_a_time_within_a_sentence_stays_in_it() -> None:
    said = "MR. CORWIN: The President met the harbor master at 1:15 P.M. EDT"
    assert page("1:00 P.M. EST", said, "Q Hello.").turns[0].text == said.removeprefix("MR. CORWIN: ")


def test_a_time_that_an_answer_goes_on_to_give_stays_in_it() -> None:
    reading = page("1:00 P.M. EST", *SPOKEN, "MR. CORWIN: When?", "The boat leaves Tuesday, 1:15 P.M. EDT")
    assert reading.turns[-1].text == "When?\nThe boat leaves Tuesday, 1:15 P.M. EDT"


@pytest.mark.parametrize("tied", ["Thanks. END 2:04 P.M. EST", "Thanks. END2:04 P.M. EST"])
def test_an_end_tied_to_the_last_words_is_no_part_of_them(tied: str) -> None:
    reading = page("1:00 P.M. EST", *SPOKEN, "MR. CORWIN: Bye.", tied)
    assert reading.turns[-1].text == "Bye.\nThanks."
    assert reading.notes[0].startswith("END")


def test_what_ends_one_part_of_a_transcript_is_nobodys_words() -> None:
    reading = page("1:00 P.M. EST", *SPOKEN, "END 1:10 P.M. EST", "* * * * *", "2:00 P.M. EST", "MR. CORWIN: Again.")
    assert [turn.text for turn in reading.turns] == ["Good afternoon.", "Hello.", "Again."]
    assert reading.notes == ("END 1:10 P.M. EST", "* * * * *", "2:00 P.M. EST")


def test_what_follows_the_end_is_a_note() -> None:
    assert page("1:00 P.M. EST", *SPOKEN, "END", "1:10 P.M. EST", "*The ship is larger.").notes[-1] == (
        "*The ship is larger."
    )


def test_footnotes_go_on_until_the_time() -> None:
    above = ("*The ship is larger than was said.", "Its length is 90 metres.", "1:00 P.M. EST")
    reading = page(*above, *SPOKEN)
    assert reading.notes == above[:2]
    assert reading.heading == above[2:]


def test_the_place_is_what_is_left_of_the_heading() -> None:
    reading = page(
        "THE WHITE HOUSE",
        "Office of the Press Secretary",
        "(Port Maren, Kaldor)",
        "For Immediate Release March 11, 2013",
        "PRESS GAGGLE BY",
        "DENIS McDOWD",
        "Harbor Hotel",
        "Port Maren, Kaldor",
        "9:00 A.M. (Local)",
        *SPOKEN,
    )
    assert reading.place == "Harbor Hotel, Port Maren, Kaldor"


@pytest.mark.parametrize(
    ("title", "published", "above", "day", "warned"),
    [
        (f"{TITLE}, 3/11/2013", "March 12, 2013", None, date(2013, 3, 11), None),
        (f"{TITLE}, 3-11-13", "March 14, 2013", None, date(2013, 3, 11), None),
        (TITLE, "March 14, 2013", "(March 11, 2013)", date(2013, 3, 11), None),
        (TITLE, "", None, date(2013, 3, 11), "taken from the address"),
        (TITLE, "March 12, 2013", None, date(2013, 3, 11), None),
        (TITLE, "March 10, 2013", None, date(2013, 3, 10), None),
        (TITLE, "March 11, 2012", None, date(2012, 3, 11), None),
        (f"{TITLE}, 3/4/2013", "March 11, 2013", None, date(2013, 3, 4), "the title's day is taken"),
        (f"{TITLE}, 3/12/2013", "March 11, 2013", None, date(2013, 3, 12), "the title's day is taken"),
        (f"{TITLE}, 3/11/2012", "March 11, 2013", None, date(2013, 3, 11), "taken for a slip"),
        (TITLE, "March 11, 2013", "For Immediate Release March 11, 2012", date(2013, 3, 11), "taken for a slip"),
        (f"{TITLE}, 3/11/2013", "March 11, 2013", "March 8, 2013", date(2013, 3, 11), "the text 2013-03-08"),
    ],
)
def test_the_day_is_that_of_the_event(
    title: str, published: str, above: str | None, day: date, warned: str | None
) -> None:
    reading = page(*([above] if above else []), "1:00 P.M. EST", *SPOKEN, title=title, published=published)
    assert reading.date == day
    assert bool(reading.warnings) == bool(warned)
    assert (warned or "") in " ".join(reading.warnings)


def test_a_page_without_any_day_is_an_error() -> None:
    with pytest.raises(TemplateChanged, match="names no day"):
        page("1:00 P.M. EST", *SPOKEN, published="", url="https://obamawhitehouse.archives.gov/the-press-office/gaggle")


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Statement by the President on the Harbor", "Edwin Thorne, President"),
        ("Statement from President Thorne On the Harbor", "Edwin Thorne, President"),
        ("Statement by President Holt of Kaldor", ""),
        ("Statement by NSC Spokesperson Ines Halloran on the Fire", "Ines Halloran, NSC Spokesperson"),
        ("Statement by the Press Secretary", ""),
        ("Joint Statement by President Thorne and Prime Minister Holt", ""),
    ],
)
def test_a_statement_is_by_whom_its_title_says(title: str, author: str) -> None:
    reading = page("The harbor is open again.", "It was closed for a year.", title=title)
    assert reading.authors == author
    assert [(turn.speaker.label, turn.text) for turn in reading.turns] == [
        (None, "The harbor is open again.\nIt was closed for a year.")
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Readout of the President’s Call with Prime Minister Holt",
        "FACT SHEET: The Harbor Treaty",
        "Media Advisory: Briefing Schedule",
        "President Thorne Announces Key Posts",
        "Photo Gallery: The Harbor",
        "The Harbor, in Numbers",
    ],
)
def test_a_page_that_is_nobodys_words_is_no_transcript(title: str) -> None:
    with pytest.raises(NotATranscript, match="nobody's words"):
        page("The harbor is open again.", "GOALS: Three of them.", title=title)


def test_a_readout_given_to_the_press_in_person_is_a_transcript() -> None:
    reading = page("1:00 P.M. EST", *SPOKEN, title="Readout to the Press by Press Secretary Miles Corwin")
    assert [turn.speaker.label for turn in reading.turns] == ["MR. CORWIN", "Q"]


def test_a_page_of_which_only_the_letterhead_is_left_is_no_transcript() -> None:
    with pytest.raises(NotATranscript, match="holds no text"):
        page("THE WHITE HOUSE", "Office of the Press Secretary", "For Immediate Release March 11, 2013")
