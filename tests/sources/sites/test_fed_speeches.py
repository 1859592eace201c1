"""Oddities of the Federal Reserve's speeches that the saved pages do not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.model import Speaker
from quotes.sources.sites.fed_speeches import SOURCE, parse, read_listing
from quotes.sources.source import Reading

SITE = "https://www.federalreserve.gov"
URL = f"{SITE}/newsevents/speech/wren20180416a.htm"
OLD = f"{SITE}/boarddocs/speeches/1999/19990603.htm"


def article(text: str, *, speaker: str = "Governor Dora A. Wren", day: str = "April 16, 2018") -> Reading:
    return parse(
        f"""<div id="article"><div class="heading"><p class='article__time'>{day}</p><h3 class='title'>On Buoys</h3>
        <p class="speaker">{speaker}</p><p class='location'>At Calder Sound</p></div><div>{text}</div></div>""",
        URL,
    )


def tables(above: str, below: str, *, tag: str = "FRB: Speech, Wren -- On buoys -- June 3, 1999") -> Reading:
    return parse(
        f"""<title>{tag}</title><body><table><td><b>{above}</b></td></table><table><td>{below}</td></table>
        <a href="#pagetop">Return to top</a><p>1999 Speeches<p>Last update: June 9, 1999</body>""",
        OLD,
    )


@pytest.mark.parametrize(
    ("printed", "title", "name"),
    [
        ("Governor Dora A. Wren", "Governor", "Dora A. Wren"),
        ("Chairman Ines Marlow", "Chairman", "Ines Marlow"),
        ("Vice Chair Ines Marlow", "Vice Chair", "Ines Marlow"),
        ("Vice Chair for Supervision Ines Marlow", "Vice Chair for Supervision", "Ines Marlow"),
        ("Chair Pro Tempore Ines Marlow", "Chair Pro Tempore", "Ines Marlow"),
        ("Tom Quill, Director, Division of Tides", None, "Tom Quill, Director, Division of Tides"),
    ],
)
def test_the_speaker_with_the_office(printed: str, title: str | None, name: str) -> None:
    assert article("<p>Good evening.</p>", speaker=printed).turns[0].speaker == Speaker(None, name, title)


def test_footnotes_without_a_heading_begin_at_the_first() -> None:
    reading = article(
        '<p>Good evening.<a href="#fn1">1</a></p><hr><p><a id="fn1">1.</a> My own. <a>Return to text</a></p>'
    )
    assert (reading.turns[0].text, reading.notes) == ("Good evening.", ("1. My own.",))


def test_a_paragraph_that_merely_begins_with_references_is_spoken() -> None:
    text = "<p>References to tides abound.</p><p><strong>Notes on Harbors</strong><br>Good.</p>"
    assert article(text).turns[0].text == "References to tides abound.\nNotes on Harbors\nGood."


def test_a_day_the_address_contradicts_is_told() -> None:
    reading = article("<p>Good evening.</p>", day="April 17, 2018")
    assert reading.date == date(2018, 4, 17)
    assert "2018-04-16" in reading.warnings[0]


def test_a_heading_without_a_readable_day_leaves_that_of_the_address() -> None:
    reading = article("<p>Good evening.</p>", day="Spring 2018")
    assert reading.date == date(2018, 4, 16)
    assert "address" in reading.warnings[0]


def test_an_old_page_with_its_title_in_capitals_in_the_text() -> None:
    reading = tables(
        "Remarks by Governor Dora Wren<br>At Calder Sound<br>June 3, 1999", "ON BUOYS<p><b>Introduction</b><br>Yes."
    )
    assert (reading.title, reading.heading) == ("ON BUOYS", ("At Calder Sound",))
    assert reading.turns[0].text == "Introduction\nYes."


def test_an_old_page_whose_title_stands_in_the_title_tag_alone() -> None:
    reading = tables("Testimony of Chairman Ines Marlow<br>June 3, 1999", "<p>Yes.")
    assert (reading.title, reading.turns[0].text, reading.place) == ("On buoys", "Yes.", None)


@pytest.mark.parametrize("dash", [" -- ", "--", " - ", "—", "\ufffd"])
def test_dashes_of_the_title_tag(dash: str) -> None:
    tag = f"FRB:  Speech, Wren{dash}Wave-proof buoys{dash}June 3, 1999"
    assert tables("Remarks by Governor Dora Wren<br>June 3, 1999", "<p>Yes.", tag=tag).title == "Wave-proof buoys"


def test_an_old_page_without_any_title_says_so() -> None:
    reading = tables("Remarks by Governor Dora Wren<br>June 3, 1999", "<p>Yes.", tag="FRB")
    assert (reading.title, len(reading.warnings)) == ("Remarks by Governor Dora Wren", 1)


def test_an_old_page_whose_days_disagree_is_told() -> None:
    reading = tables("Remarks by Governor Dora Wren<br>June 4, 1999", "<p>Yes.")
    assert reading.date == date(1999, 6, 4)
    assert "1999-06-03" in reading.warnings[0]


def test_a_day_named_in_the_speech_is_not_its_day() -> None:
    reading = tables("Remarks by Governor Dora Wren<br>At Calder Sound<br>June 3, 1999", "<p>On May 1, 1897, it began.")
    assert (reading.date, reading.heading) == (date(1999, 6, 3), ("At Calder Sound",))


def test_a_video_without_a_text_is_no_transcript() -> None:
    with pytest.raises(NotATranscript):
        article('<video></video><div class="sr-only"><p>[M] toggles mute</p></div>')


@pytest.mark.parametrize("missing", ["title", "speaker", "article__time"])
def test_a_heading_without_its_parts_is_a_changed_template(missing: str) -> None:
    parts = {"title": "On Buoys", "speaker": "Governor Wren", "article__time": "April 16, 2018"}
    heading = "".join(f"<p class='{name}'>{text}</p>" for name, text in parts.items() if name != missing)
    with pytest.raises(TemplateChanged, match=missing):
        parse(f"<div id='article'>{heading}<p>Good evening.</p></div>", URL)


def test_a_page_of_neither_era_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged, match="Remarks by"):
        parse("<title>FRB</title><p>Good evening.</p>", URL)


def test_the_listing_goes_back_year_by_year_and_changes_its_name() -> None:
    older = {
        "2012-speeches": "2011-speeches",
        "2011-speeches": "2010speech",
        "2010speech": "2009speech",
        "1996speech": None,
    }
    for here, there in older.items():
        found = read_listing("<div class='eventlist'></div>", f"{SITE}/newsevents/speech/{here}.htm").older
        assert found == (f"{SITE}/newsevents/speech/{there}.htm" if there else None)


def test_a_listing_built_otherwise_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged):
        read_listing("<p>Moved.</p>", f"{SITE}/newsevents/speech/2018-speeches.htm")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("newsevents/speech/wren20180416a.htm", True),
        ("newsevents/speech/19960613.htm", True),
        ("newsevents/speech/200003062.htm", True),
        ("boarddocs/speeches/2005/200503102/", True),
        ("boarddocs/speeches/2005/20051103/default.htm", True),
        ("boarddocs/speeches/1996/19961205.htm", True),
        ("newsevents/speech/wren20180416a1.htm", False),
        ("newsevents/speech/2018-speeches.htm", False),
        ("newsevents/speech/files/wren20180416a.pdf", False),
        ("newsevents/testimony/wren20180416a.htm", False),
    ],
)
def test_its_own_pages(path: str, own: bool) -> None:
    assert SOURCE.owns(f"{SITE}/{path}") is own
