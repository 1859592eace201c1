"""Oddities of the American Presidency Project that its saved pages do not show."""

from __future__ import annotations

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.model import Role
from quotes.sources.sites.presidency_project import SOURCE, parse, read_listing

URL = "https://www.presidency.ucsb.edu/documents/the-presidents-news-conference-1"
TERM = "41st President of the United States: 1989 ‐ 1993"


def page(
    text: str, *, title: str = "The President's News Conference", day: str = "June 14, 1991", term: str = TERM
) -> str:
    return (
        f'<h3 class="diet-title">Edwin Thorne</h3><div class="diet-by-line">{term}</div>'
        f'<div class="field-ds-doc-title"><h1>{title}</h1></div>'
        f'<div class="field-docs-start-date-time"><span class="date-display-single">{day}</span></div>'
        f'<div class="field-docs-content">{text}</div>'
    )


@pytest.mark.parametrize(
    ("printed", "label", "role"),
    [
        ("<i>Q.</i> Why?", "Q", Role.JOURNALIST),
        ("<b>The President.</b> Because.", "The President", Role.OFFICIAL),
        ("<i>Chancellor Holt</i>. Indeed.", "Chancellor Holt", Role.OFFICIAL),
        ("<i>Reporters:</i> Thank you.", "Reporters", Role.JOURNALIST),
        ("The Vice President. So be it.", "The Vice President", Role.OFFICIAL),
    ],
)
def test_a_label_ends_in_a_full_stop(printed: str, label: str, role: Role) -> None:
    turn = parse(page(f"<p><i>Prime Minister Holt.</i> Hello.</p><p>{printed}</p>"), URL).turns[-1]
    assert (turn.speaker.label, turn.role) == (label, role)
    assert not turn.text.startswith((".", ":", label))


def test_a_name_without_office_is_a_label_where_it_stands_twice() -> None:
    text = "<p><i>Q.</i> Why?</p><p><i>Ines Halloran.</i> So.</p><p><i>Q.</i> And?</p><p><i>Ines Halloran.</i> No.</p>"
    assert [turn.speaker.label for turn in parse(page(text), URL).turns] == ["Q", "Ines Halloran", "Q", "Ines Halloran"]


def test_stressed_words_open_no_turn() -> None:
    text = "<p><i>The President.</i> Hello.</p><p><i>Never again.</i> That is my word.</p>"
    assert [turn.text for turn in parse(page(text), URL).turns] == ["Hello.\nNever again. That is my word."]


@pytest.mark.parametrize(
    ("day", "term", "institution"),
    [
        ("June 14, 1991", TERM, "The White House"),
        ("June 14, 2011", "44th President of the United States: 2009 ‐ 2017", "The White House (Obama)"),
        ("January 20, 2017", "45th President of the United States: 2017 ‐ 2021", "The White House (Trump 1)"),
        ("June 14, 2022", "46th President of the United States: 2021 ‐ 2025", "The White House"),
        ("June 14, 2025", "47th President of the United States: 2025 ‐ Present", "The White House"),
        ("June 14, 2008", "44th President of the United States: 2009 ‐ 2017", "American Presidency Project"),
        ("June 14, 2008", "Candidate for President", "American Presidency Project"),
    ],
)
def test_the_institution_is_the_white_house_of_the_day(day: str, term: str, institution: str) -> None:
    assert parse(page("<p><i>Q.</i> Why?</p>", day=day, term=term), URL).institution == institution


def test_who_was_not_in_office_is_named_as_the_speaker() -> None:
    reading = parse(page("<p>My friends, I am running.</p>", title="Remarks", day="May 1, 1988"), URL)
    assert reading.turns[0].speaker.name == "Edwin Thorne"
    assert reading.authors == "Edwin Thorne"


@pytest.mark.parametrize(
    "title", ["Executive Order 99999—Harbors", "Proclamation 9999—Harbor Day", "Fact Sheet: Harbors"]
)
def test_a_page_that_is_nobodys_words_is_no_transcript(title: str) -> None:
    with pytest.raises(NotATranscript, match="nobody's words"):
        parse(page("<p>By the authority vested in me, harbors are named.</p>", title=title), URL)


@pytest.mark.parametrize("gone", ["field-ds-doc-title", "diet-title", "field-docs-content", "date-display-single"])
def test_a_page_without_one_of_its_fields_says_so(gone: str) -> None:
    with pytest.raises(TemplateChanged, match=gone):
        parse(page("<p><i>Q.</i> Why?</p>").replace(f'"{gone}"', '"renamed"'), URL)


def test_entries_of_one_date_do_not_lend_it_to_others() -> None:
    entries = (
        '<p class="field-title"><a href="/documents/a">A</a></p><p class="field-title"><a href="/documents/b">B</a></p>'
    )
    dates = (
        '<span class="date-display-single">June 14, 1991</span><span class="date-display-single">June 5, 1991</span>'
    )
    listing = read_listing(f'<div class="view-content">{entries}{dates}</div>', URL)
    assert [entry.day for entry in listing.entries] == [None, None]
    assert listing.older is None


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (URL, True),
        ("https://www.presidency.ucsb.edu/documents/app-categories/presidential/news-conferences", False),
        ("https://www.presidency.ucsb.edu/documents/presidential-documents-archive-guidebook/debates", False),
        ("https://www.presidency.ucsb.edu/people/president/example", False),
    ],
)
def test_it_owns_single_documents(url: str, owned: bool) -> None:
    assert SOURCE.owns(url) is owned
