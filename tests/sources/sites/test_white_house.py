"""Oddities of the White House's present site that its saved pages do not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import TemplateChanged
from quotes.sources.sites.white_house import SOURCE, parse

URL = "https://www.whitehouse.gov/briefings-statements/2025/03/statement-from-the-president/"


def page(text: str) -> str:
    return (
        '<div class="entry-content wp-block-post-content"><nav>THE MENU: no text</nav>'
        '<h1 class="wp-block-whitehouse-topper__headline">Statement from the President</h1>'
        f'<div class="wp-block-post-date"><time>March 5, 2025</time></div>{text}</div>'
    )


def test_headline_and_date_within_the_text_are_no_part_of_it() -> None:
    reading = parse(page("<p>The harbor is open.</p>"), URL)
    assert [turn.text for turn in reading.turns] == ["The harbor is open."]
    assert (reading.date, reading.authors) == (date(2025, 3, 5), "Donald Trump, President")


@pytest.mark.parametrize("gone", ["wp-block-whitehouse-topper__headline", "wp-block-post-content"])
def test_a_page_without_its_title_or_text_says_so(gone: str) -> None:
    with pytest.raises(TemplateChanged, match=gone):
        parse(page("<p>The harbor is open.</p>").replace(gone, "renamed"), URL)


def test_the_site_has_not_been_seen() -> None:
    assert not SOURCE.verified
