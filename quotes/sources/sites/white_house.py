"""The White House since January 2025: remarks, briefings and statements.

www.whitehouse.gov, a WordPress site in blocks. No page of it was at hand: what is known of it comes from descriptions,
and a page that is built otherwise says so.

- The page: `h1.wp-block-whitehouse-topper__headline`, `.wp-block-post-date time`, the text in
  `.entry-content.wp-block-post-content`; headline, kind and date (`.wp-block-whitehouse-topper`) may stand inside it.
- Addresses: `/remarks/YYYY/MM/SLUG/` and `/briefings-statements/YYYY/MM/SLUG/`, without a day. What earlier
  administrations published at this host is with their archives' sources: their paths name no year, or a day as well.
- Listings: `ul.wp-block-post-template > li` with `.wp-block-post-title a` and `.wp-block-post-date time`, paged as
  `/page/2/`; `a.wp-block-query-pagination-next` leads on.

Oddities: since spring 2025 few transcripts are published at all, and some were taken down again. The kind "Briefings &
Statements" holds readouts and announcements too, which are nobody's words.
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
    r"^https?://www\.whitehouse\.gov/(?:remarks|briefings-statements)/20(?:2[5-9]|[3-9]\d)/\d\d/[^/?#]+/?$"
)
_FURNITURE: Final = ".wp-block-whitehouse-topper, .wp-block-whitehouse-topper__headline, .wp-block-post-date, nav"


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title = text_of(soup.select_one("h1.wp-block-whitehouse-topper__headline"))
    body = soup.select_one(".entry-content.wp-block-post-content")
    if not title or body is None:
        raise TemplateChanged(
            "has no title or no text where this source has them (h1.wp-block-whitehouse-topper__headline,"
            " .entry-content.wp-block-post-content)",
            url=url,
        )
    published = text_of(soup.select_one(".wp-block-post-date time")) or meta(soup, "article:published_time")
    lines = paragraphs(body, without=frozenset(id(part) for part in body.select(_FURNITURE)))
    return white_house.read(white_house.Page(title, published, lines, url), president="Donald Trump")


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select(".wp-block-post-template > li .wp-block-post-title a")
    older = target_of(soup.select_one("a.wp-block-query-pagination-next"), url)
    return Listing(entries_of(links, url, _listed_day), older)


def _listed_day(link: Tag) -> date | None:
    entry = link.find_parent("li")
    return find_day(text_of(entry.select_one(".wp-block-post-date"))) if isinstance(entry, Tag) else None


SOURCE: Final = Source(
    id="white_house",
    name="The White House",
    institution="The White House",
    language="en",
    parser="white_house/1",
    hosts=("www.whitehouse.gov",),
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("https://www.whitehouse.gov/remarks/", "https://www.whitehouse.gov/briefings-statements/"),
    read_listing=read_listing,
    verified=False,
)
