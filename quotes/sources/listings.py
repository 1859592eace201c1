"""What listings have in common, whatever they look like: links with a title and, mostly, a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from bs4 import BeautifulSoup, Tag

from quotes.html import text_of
from quotes.sources.addresses import absolute
from quotes.sources.dates import find_day
from quotes.sources.source import Listed, Listing


def entries_of(links: Iterable[Tag], url: str, day: Callable[[Tag], date | None]) -> tuple[Listed, ...]:
    """The entries that `links` (`<a>` elements of the listing at `url`) stand for; each address once, by the first link
    to it that has words."""
    entries: dict[str, Listed] = {}
    for link in links:
        target = link.get("href")
        if isinstance(target, str) and target.strip() and not target.startswith(("#", "javascript:", "mailto:")):
            address = absolute(target, url).partition("#")[0]
            if address not in entries or not entries[address].title:
                entries[address] = Listed(address, text_of(link), day(link))
    return tuple(entries.values())


def target_of(link: Tag | None, url: str) -> str | None:
    """The address that a link of the page at `url` leads to; None where there is no such link."""
    target = link.get("href") if link is not None else None
    return absolute(target, url) if isinstance(target, str) and target.strip() else None


def date_in(link: Tag, around: str) -> date | None:
    """The day a listing prints beside the link; the title's own day where it names one."""
    return find_day(text_of(link)) or find_day(around)


# How the pages of a listing are counted and named where their links are drawn by a script: `var countPage = 67`,
# `createPageHTML(67, 0, "default", "shtml")`, `href=\\"default"+"_" + nextPage + "."+"shtml`.
_COUNT: Final = re.compile(r"countPage\s*=\s*(\d+)|createPageHTML\(\s*(\d+)")
_SCRIPTED_NAME: Final = re.compile(
    r"createPageHTML\([^()]*?[\"'](\w+)[\"']\s*,\s*[\"'](s?html?)[\"']"
    r"|href=\\?[\"'](\w+)[\"']\s*\+\s*[\"']_[\"']\s*\+\s*nextPage\s*\+\s*[\"']\.[\"']\s*\+\s*[\"'](s?html?)"
)
_NUMBERED: Final = re.compile(r"/(?P<name>[a-z]\w*?)(?:_(?P<number>\d+))?\.(?P<ending>s?html?)$")


def older_page(html: str, url: str, *, name: str = "index", ending: str = "html") -> str | None:
    """The address of the next page of a listing whose pages are `index.html`, `index_1.html` … and whose script says
    how many there are; None on the last one. `name` and `ending` are what its pages are called where neither the
    script nor the address says so."""
    count = _COUNT.search(html)
    here = _NUMBERED.search(url)
    number = int(here["number"] or 0) if here else 0
    if count is None or number + 1 >= int(count[1] or count[2]):
        return None
    if here:
        return f"{url[: here.start()]}/{here['name']}_{number + 1}.{here['ending']}"
    if scripted := _SCRIPTED_NAME.search(html):
        name, ending = scripted[1] or scripted[3], scripted[2] or scripted[4]
    return f"{url.rstrip('/')}/{name}_{number + 1}.{ending}"


def read_sitemap(xml: str, url: str) -> Listing:
    """A sitemap of pages or of sitemaps (sitemaps.org): addresses with the day they last changed."""
    soup = BeautifulSoup(xml, "xml")
    return Listing(tuple(_located(soup, "url")), parts=tuple(_located(soup, "sitemap")))


def _located(soup: BeautifulSoup, name: str) -> Iterator[Listed]:
    for entry in soup.find_all(name):
        place = entry.find("loc")
        if place is not None:
            changed = entry.find("lastmod")
            yield Listed(text_of(place), "", find_day(text_of(changed)[:10]) if changed else None)


_SITEMAP: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:urlset|sitemapindex)\b", re.DOTALL
)
_FEED: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)


def is_sitemap(text: str) -> bool:
    return _SITEMAP.match(text) is not None


def is_feed(text: str) -> bool:
    return _FEED.match(text) is not None


def read_feed(xml: str, url: str) -> Listing:
    """An RSS or Atom feed: addresses, titles and the day each was published."""
    soup = BeautifulSoup(xml, "xml")
    entries = []
    for entry in soup.find_all(["item", "entry"]):
        links = entry.find_all("link")
        # Atom links to the entry itself, its comments, its editor too; only the page is its alternate.
        link = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
        if link is None:
            continue
        target = link.get("href") or text_of(link)
        day = entry.find(["pubDate", "published", "updated", "dc:date"])
        if isinstance(target, str) and target:
            entries.append(
                Listed(absolute(target, url), text_of(entry.find("title")), find_day(text_of(day)) if day else None)
            )
    return Listing(tuple(entries))
