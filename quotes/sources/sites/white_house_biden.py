"""The White House of Joe Biden: briefings, gaggles, calls, remarks and statements, January 2021 to January 2025.

bidenwhitehouse.archives.gov, a frozen copy of what stood at www.whitehouse.gov under the same paths. WordPress.

- The page (known from descriptions): `h1.page-title`, `time.posted-on`, the text in `section.body-content`.
  Texts as the site's feed carried them were at hand, without this frame: paragraphs, and nothing else.
- Addresses: `/briefing-room/{press-briefings,speeches-remarks,statements-releases}/YYYY/MM/DD/SLUG/`.
- Listings (known from descriptions): `article` with `h2.news-item__title-container a` and `time`, paged as `/page/2/`;
  `a.next.page-numbers` leads on.

Oddities: one paragraph can hold the whole briefing, `<br>`s between the turns; place and time are set in the middle.
Corrections are struck out and bracketed within the text. Questions heard over the telephone are slanted, with their
label. Where a page went up on another day, a line "(May 20, 2022)" above the text names the right one. A link to the
slides follows the end. Where the bare text is all there is, title and day are taken from the address.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bs4 import Tag

from quotes.errors import TemplateChanged
from quotes.html import meta, paragraphs, soup_of, text_of
from quotes.sources import white_house
from quotes.sources.dates import find_day
from quotes.sources.listings import entries_of, target_of
from quotes.sources.source import Listing, Reading, Source

_OWN_PAGE: Final = re.compile(
    r"^https?://(?:bidenwhitehouse\.archives|www\.whitehouse)\.gov/briefing-room/"
    r"(?:press-briefings|speeches-remarks|statements-releases)/202[1-5]/\d\d/\d\d/[^/?#]+/?$"
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    bare = soup.find(["title", "h1", "main"]) is None
    title = text_of(soup.select_one("h1.page-title"))
    body = soup.body if bare else soup.select_one("section.body-content")
    if body is None or not (title or bare):
        raise TemplateChanged(
            "has no title or no text where this source has them (h1.page-title, section.body-content)", url=url
        )
    published = text_of(soup.select_one("time.posted-on")) or meta(soup, "article:published_time")
    return white_house.read(white_house.Page(title, published, paragraphs(body), url), president="Joe Biden")


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select("article h2.news-item__title-container a")
    return Listing(entries_of(links, url, _listed_day), target_of(soup.select_one("a.next.page-numbers"), url))


def _listed_day(link: Tag) -> date | None:
    entry = link.find_parent("article")
    return find_day(text_of(entry.select_one("time"))) if isinstance(entry, Tag) else None


SOURCE: Final = Source(
    id="white_house_biden",
    name="The White House under Joe Biden",
    institution="The White House",
    language="en",
    parser="white_house_biden/1",
    hosts=("bidenwhitehouse.archives.gov",),
    aliases={"www.whitehouse.gov": "bidenwhitehouse.archives.gov"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(
        "https://bidenwhitehouse.archives.gov/briefing-room/press-briefings/",
        "https://bidenwhitehouse.archives.gov/briefing-room/speeches-remarks/",
        "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/",
    ),
    read_listing=read_listing,
    verified=True,
    every=24 * 60,
)
