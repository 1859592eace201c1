"""Oddities of the Obama White House that its saved pages do not show."""

from __future__ import annotations

import pytest

from quotes.errors import TemplateChanged
from quotes.sources.sites.white_house_obama import SOURCE, parse, read_listing

HOST = "https://obamawhitehouse.archives.gov"
URL = f"{HOST}/the-press-office/2013/03/11/press-briefing-press-secretary-miles-corwin-3112013"


def body(text: str) -> str:
    return f'<div class="field field-name-field-forall-body"><div class="field-items">{text}</div></div>'


def test_a_text_saved_alone_stands_under_its_title() -> None:
    reading = parse(
        f"<h1>Press Briefing, 3/11/2013</h1>{body('<p>1:00 P.M. EDT</p><p>MR. CORWIN:&nbsp; Hi.</p>')}", URL
    )
    assert reading.title == "Press Briefing, 3/11/2013"
    assert [turn.text for turn in reading.turns] == ["Hi."]
    assert reading.warnings == ()


def test_a_page_without_the_text_s_field_says_so() -> None:
    with pytest.raises(TemplateChanged, match="field-name-field-forall-body"):
        parse("<h1>Press Briefing, 3/11/2013</h1><p>MR. CORWIN: Hi.</p>", URL)


def test_the_last_listing_leads_nowhere() -> None:
    rows = (
        '<div class="view-content"><div class="views-row"><div class="views-field-title"><a href="/x">X</a></div></div>'
    )
    listing = read_listing(f'{rows}</div><ul class="pager"><li class="pager-next last">»</li></ul>', f"{HOST}/listing")
    assert listing.older is None
    assert listing.entries[0].day is None


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (URL, True),
        (f"{HOST}/the-press-office/press-briefing-2209", True),
        ("https://www.whitehouse.gov/the-press-office/2016/05/05/press-briefing-press-secretary", True),
        ("https://www.whitehouse.gov/the-press-office/2017/01/17/press-briefing", True),
        ("https://www.whitehouse.gov/the-press-office/2017/02/14/daily-press-briefing", False),
        (f"{HOST}/briefing-room/press-briefings?page=3", False),
        (f"{HOST}/blog/2013/03/11/west-wing-week", False),
    ],
)
def test_it_owns_what_its_press_office_published(url: str, owned: bool) -> None:
    assert SOURCE.owns(url) is owned
