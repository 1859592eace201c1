"""The White House of Donald Trump's first term: briefings, remarks and statements, January 2017 to January 2021.

trumpwhitehouse.archives.gov, a frozen copy of what stood at www.whitehouse.gov under the same paths. WordPress, since
December 2017; what was published before has been moved into it.

- The page: `h1.page-header__title`, the kind of text in `p.page-header__section`, `p.meta__date time`, the text in
  `div.page-content__content.editor`, after two `aside`s (sharing, all news) that stand inside it.
- Addresses: `/briefings-statements/SLUG/`, without a day.
- Listings (known from descriptions): `article` with `h2.briefing-statement__title a` and `p.meta__date time`, paged as
  `/page/2/`; `a.pagination__next` leads on.

Oddities: titles name no day; numbered titles differ in their address only. A date line stands above the text where the
page went up on another day. The pages at hand had been indented anew by a program, which set a space on either side of
every slanted or linked word; before punctuation that space is taken out again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from bs4 import Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.sources import white_house
from quotes.sources.dates import find_day
from quotes.sources.listings import entries_of, target_of
from quotes.sources.source import Listing, Reading, Source

_OWN_PAGE: Final = re.compile(
    r"^https?://(?:trumpwhitehouse\.archives|www\.whitehouse)\.gov/briefings-statements/(?!\d{4}/|page/)[^/?#]+/?$"
)
_NOBODYS: Final = re.compile(
    r"fact sheets|proclamations|nominations|executive orders|presidential memoranda", re.IGNORECASE
)
_INDENTED: Final = re.compile(r"<p[^>]*>\n\s+\S")
_BEFORE_PUNCTUATION: Final = re.compile(r"(?<=\S) (?=[,.;:!?’”)\]]+(?:\s|$))")


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title = text_of(soup.select_one("h1.page-header__title"))
    body = soup.select_one("div.page-content__content")
    if not title or body is None:
        raise TemplateChanged(
            "has no title or no text where this source has them (h1.page-header__title, div.page-content__content)",
            url=url,
        )
    kind = text_of(soup.select_one("p.page-header__section"))
    if _NOBODYS.fullmatch(kind):
        raise NotATranscript(f"stands among {kind}, in which nobody speaks", url=url)
    lines = paragraphs(body, without=frozenset(id(aside) for aside in body.select("aside, .editor__module")))
    if _INDENTED.search(html):
        lines = [_closed_up(line) for line in lines]
    page = white_house.Page(title, text_of(soup.select_one("p.meta__date time")), lines, url)
    return white_house.read(page, president="Donald Trump")


def _closed_up(line: Paragraph) -> Paragraph:
    return replace(line, text=_BEFORE_PUNCTUATION.sub("", line.text))


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select("article h2.briefing-statement__title a")
    return Listing(entries_of(links, url, _listed_day), target_of(soup.select_one("a.pagination__next"), url))


def _listed_day(link: Tag) -> date | None:
    entry = link.find_parent("article")
    return find_day(text_of(entry.select_one("p.meta__date time"))) if isinstance(entry, Tag) else None


SOURCE: Final = Source(
    id="white_house_trump1",
    name="The White House under Donald Trump, first term",
    institution="The White House (Trump 1)",
    language="en",
    parser="white_house_trump1/1",
    hosts=("trumpwhitehouse.archives.gov",),
    aliases={"www.whitehouse.gov": "trumpwhitehouse.archives.gov"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(
        "https://trumpwhitehouse.archives.gov/remarks/",
        "https://trumpwhitehouse.archives.gov/briefings-statements/",
    ),
    read_listing=read_listing,
    verified=True,
    every=24 * 60,
)
