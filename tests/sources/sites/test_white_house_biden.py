"""Oddities of the Biden White House that its saved pages do not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.sources.addresses import transcript_id
from quotes.sources.registry import sources
from quotes.sources.sites.white_house_biden import SOURCE, parse

PATH = "/briefing-room/press-briefings/2022/05/21/press-briefing-by-press-secretary-ana-velarde-may-20-2022/"
URL = f"https://bidenwhitehouse.archives.gov{PATH}"
TEXT = "<p>1:00 P.M. EDT</p><p>MS. VELARDE:&nbsp; Hi.<br><br>Q&nbsp; Hello.</p>"


def page(text: str, title: str = "Press Briefing by Press Secretary Ana Velarde") -> str:
    return (
        f'<main><h1 class="page-title topper__title news">{title}</h1><time class="posted-on">May 21, 2022</time>'
        f'<section class="body-content">{text}</section></main>'
    )


def test_a_bare_text_takes_title_and_day_from_its_address() -> None:
    reading = parse(TEXT, URL)
    assert reading.title == "Press Briefing by Press Secretary Ana Velarde May 20 2022"
    assert reading.date == date(2022, 5, 20)
    assert "it is taken from the address" in reading.warnings[0]


@pytest.mark.parametrize("gone", ["page-title", "body-content"])
def test_a_page_without_its_title_or_text_says_so(gone: str) -> None:
    with pytest.raises(TemplateChanged, match=gone):
        parse(page(TEXT).replace(gone, "renamed"), URL)


def test_a_readout_is_no_transcript() -> None:
    with pytest.raises(NotATranscript, match="nobody's words"):
        parse(page("<p>The President spoke with Prime Minister Holt.</p>", "Readout of a Call with Kaldor"), URL)


def test_the_page_is_one_under_its_old_address_and_its_new() -> None:
    ids = {transcript_id(SOURCE.id, url, SOURCE.aliases) for url in (URL, f"https://www.whitehouse.gov{PATH}")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        (URL, "white_house_biden"),
        ("https://www.whitehouse.gov/briefing-room/statements-releases/2023/02/14/statement/", "white_house_biden"),
        ("https://www.whitehouse.gov/briefing-room/press-briefings/", None),
        ("https://www.whitehouse.gov/briefing-room/blog/2022/05/21/harbor/", None),
        ("https://www.whitehouse.gov/the-press-office/2016/05/05/press-briefing", "white_house_obama"),
        ("https://www.whitehouse.gov/briefings-statements/remarks-vice-president/", "white_house_trump1"),
        ("https://www.whitehouse.gov/briefings-statements/2025/03/statement/", "white_house"),
        ("https://www.whitehouse.gov/remarks/2025/03/remarks/", "white_house"),
        ("https://www.whitehouse.gov/presidential-actions/2025/03/order/", None),
    ],
)
def test_an_address_at_the_white_house_belongs_to_one_administration(url: str, owner: str | None) -> None:
    owners = [name for name, source in sources().items() if source.may_fetch(url.split("/")[2]) and source.owns(url)]
    assert owners == ([owner] if owner else [])
