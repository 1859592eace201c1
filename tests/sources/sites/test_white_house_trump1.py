"""Oddities of the first Trump White House that its saved pages do not show."""

from __future__ import annotations

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.sources.sites.white_house_trump1 import SOURCE, parse

HOST = "https://trumpwhitehouse.archives.gov"
URL = f"{HOST}/briefings-statements/remarks-vice-president-orne-port-maren/"


def page(text: str, kind: str = "Remarks") -> str:
    return (
        f'<p class="page-header__section">{kind}</p><h1 class="page-header__title">Remarks in Port Maren</h1>'
        '<p class="meta__date"><time>April 6, 2020</time></p>'
        f'<div class="page-content__content editor"><aside>Share: MR. ASIDE: no.</aside>{text}</div>'
    )


def test_white_space_of_an_indented_page_is_taken_out_before_punctuation_only() -> None:
    text = "<p>\n THE VICE PRESIDENT: The\n <em>\n Gull\n </em>\n , and “\n <em>\n all\n </em>\n .”\n</p>"
    assert parse(page(text), URL).turns[0].text == "The Gull, and “ all.”"


def test_white_space_of_a_page_as_the_site_sends_it_is_left_alone() -> None:
    assert parse(page("<p>THE VICE PRESIDENT: Well , yes .</p>"), URL).turns[0].text == "Well , yes ."


@pytest.mark.parametrize("kind", ["Fact Sheets", "Proclamations", "Executive Orders"])
def test_kinds_of_text_in_which_nobody_speaks_are_no_transcripts(kind: str) -> None:
    with pytest.raises(NotATranscript, match=kind):
        parse(page("<p>THE VICE PRESIDENT: Well.</p>", kind), URL)


@pytest.mark.parametrize("gone", ["page-header__title", "page-content__content"])
def test_a_page_without_its_title_or_text_says_so(gone: str) -> None:
    with pytest.raises(TemplateChanged, match=gone):
        parse(page("<p>THE VICE PRESIDENT: Well.</p>").replace(gone, "renamed"), URL)


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (URL, True),
        ("https://www.whitehouse.gov/briefings-statements/remarks-vice-president-orne-16/", True),
        ("https://www.whitehouse.gov/briefings-statements/2025/03/statement-from-the-press-secretary/", False),
        (f"{HOST}/briefings-statements/page/2/", False),
        (f"{HOST}/briefings-statements/", False),
        (f"{HOST}/presidential-actions/executive-order-harbors/", False),
    ],
)
def test_it_owns_statements_whose_address_names_no_day(url: str, owned: bool) -> None:
    assert SOURCE.owns(url) is owned
