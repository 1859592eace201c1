"""The White House of Barack Obama: briefings, gaggles, calls, remarks and statements, January 2009 to January 2017.

obamawhitehouse.archives.gov, a frozen copy of what stood at www.whitehouse.gov under the same paths. Drupal.

- The page: title in `div.pane-node-title h1`, text in `div.field-name-field-forall-body div.field-item`. Texts alone,
  under their title, and listings of 2016 were at hand; the page's own date is looked for in `article:published_time`.
- to 2009: the text is one `div.legacy-content`, lines parted by `<br/>` alone, or in `div.legacy-para` and
  `div.legacy-center`; a letterhead with the day stands above it.
- since 2010: `<p>MR. EARNEST:&nbsp; …</p>`, or one `<p>` for the whole briefing, with `<br/>` between its lines.
- Addresses: `/the-press-office/SLUG`, since 2010 `/the-press-office/YYYY/MM/DD/SLUG`, cut off at some length.
- Listings: `div.view-content div.views-row`, ten to a page, `li.pager-next a` leads on.

Oddities: titles print days as 9/2/2010, 2/2/09, 6-26-09, and now and then the year before. Answers looked up after
the briefing stand above its text, marked with asterisks. Not every page goes up on the day. Until 2010 neither title
nor address need name a day. The next administration went on under the same paths in 2017; that is not read here.
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
    r"^https?://(?:obamawhitehouse\.archives|www\.whitehouse)\.gov/the-press-office/"
    r"(?:(?:2009|201[0-6])/\d\d/\d\d/|2017/01/(?:[01]\d|20)/)?(?!\d{4}/|briefing-room)[^/?#]+/?$"
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    body = soup.select_one("div.field-name-field-forall-body")
    if body is None:
        raise TemplateChanged(
            "has no text where this source has it (div.field-name-field-forall-body); look at the page", url=url
        )
    # A text saved alone stands under its title.
    title = soup.select_one("div.pane-node-title h1") or soup.find("h1")
    page = white_house.Page(
        title=text_of(title if isinstance(title, Tag) else None),
        published=meta(soup, "article:published_time"),
        lines=paragraphs(body),
        url=url,
    )
    return white_house.read(page, president="Barack Obama")


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select("div.view-content div.views-row .views-field-title a")
    return Listing(entries_of(links, url, _listed_day), target_of(soup.select_one("li.pager-next a"), url))


def _listed_day(link: Tag) -> date | None:
    row = link.find_parent(class_="views-row")
    return find_day(text_of(row.select_one(".views-field-created"))) if isinstance(row, Tag) else None


SOURCE: Final = Source(
    id="white_house_obama",
    name="The White House under Barack Obama",
    institution="The White House (Obama)",
    language="en",
    parser="white_house_obama/1",
    hosts=("obamawhitehouse.archives.gov",),
    aliases={"www.whitehouse.gov": "obamawhitehouse.archives.gov"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(
        "https://obamawhitehouse.archives.gov/briefing-room/press-briefings",
        "https://obamawhitehouse.archives.gov/briefing-room/speeches-and-remarks",
        "https://obamawhitehouse.archives.gov/briefing-room/statements-and-releases",
    ),
    read_listing=read_listing,
    verified=True,
    # Nothing is added to it any more.
    every=24 * 60,
)
