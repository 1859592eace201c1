"""Listings are walked from the newest back, sitemaps and feeds too, and an empty one is an error."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest

from quotes.errors import NothingListed, PageError
from quotes.fetch import Fetcher, Pace
from quotes.ingest.walking import Walked, walk
from quotes.sources import source_named
from tests.fetch.site import Site, page
from tests.ingest.ministry import ROOT, Briefing, challenge, target
from tests.ingest.test_crawl_end_to_end import briefing

SOURCE = source_named("mfa_china_zh")
MARCH = (date(2025, 3, 1), date(2025, 3, 31))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with Site() as running:
        yield running


def listing(*briefings: Briefing, pages: int = 1) -> str:
    items = "".join(f'<li><a href="{one.url}">{one.title}</a>({one.day})</li>' for one in briefings)
    return f"<html><body><ul class='list1'>{items}</ul><script>var countPage = {pages};</script></body></html>"


async def walked(site: Site, since: date = MARCH[0], listings: tuple[str, ...] = ()) -> list[Walked]:
    async with Fetcher(hosts=SOURCE.may_fetch, pace=Pace(0), through=site.address()) as fetcher:
        return [one async for one in walk(SOURCE, fetcher, since, MARCH[1], listings)]


def urls(found: list[Walked]) -> list[str]:
    return [entry.url for one in found if not isinstance(one.listing, PageError) for entry in one.listing.entries]


def older(number: int) -> str:
    return target(f"{ROOT}index_{number}.shtml")


async def serve_three_pages(site: Site) -> None:
    first = listing(briefing(28), briefing(27), pages=3)
    next_one = SOURCE.read_listing(first, ROOT).older
    assert next_one is not None
    site.on(target(ROOT), page(first))
    site.on(target(next_one), page(listing(briefing(20), briefing(19), pages=3)))
    third = SOURCE.read_listing(listing(briefing(20), pages=3), next_one).older
    assert third is not None
    site.on(target(third), page(listing(briefing(10), pages=3)))


async def test_a_listing_is_walked_to_its_end(site: Site) -> None:
    await serve_three_pages(site)
    assert urls(await walked(site)) == [briefing(day).url for day in (28, 27, 20, 19, 10)]


async def test_a_walk_ends_where_everything_is_older_than_asked_for(site: Site) -> None:
    await serve_three_pages(site)
    assert len(await walked(site, date(2025, 3, 25))) == 2


async def test_an_empty_listing_is_an_error_that_names_it(site: Site) -> None:
    site.on(target(ROOT), page("<html><body><p>A new look!</p></body></html>"))
    (found,) = await walked(site)
    assert isinstance(found.listing, NothingListed)
    assert ROOT.rstrip("/") in found.listing.message
    assert "read_listing of mfa_china_zh" in found.listing.message


@pytest.mark.parametrize(
    ("answer", "code"),
    [(challenge(), "challenge_page"), (page("gone", status=410), "nothing_listed")],
    ids=["challenge", "gone"],
)
async def test_a_listing_that_is_refused_is_told(site: Site, answer: object, code: str) -> None:
    site.on(target(ROOT), answer)  # type: ignore[arg-type]
    (found,) = await walked(site)
    assert isinstance(found.listing, PageError)
    assert found.listing.code == code


async def test_a_sitemap_of_sitemaps_is_walked_for_what_changed_since(site: Site) -> None:
    root = "https://www.mfa.gov.cn/"
    parts = [("old", "2025-01-01"), ("new", "2025-03-28"), ("undated", None)]
    index = "".join(
        f"<sitemap><loc>{root}{name}.xml</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for name, day in parts
    )
    site.on(target(f"{root}sitemap.xml"), page(f'<?xml version="1.0"?><sitemapindex>{index}</sitemapindex>'))
    for name, one, day in (("new", briefing(28), "2025-03-29"), ("undated", briefing(5), "2025-02-01")):
        entry = f"<url><loc>{one.url}</loc><lastmod>{day}</lastmod></url><url><loc>{root}about</loc></url>"
        site.on(target(f"{root}{name}.xml"), page(f"<urlset>{entry}</urlset>"))
    found = await walked(site, listings=(f"{root}sitemap.xml",))
    assert urls(found) == [briefing(28).url]
    assert not any("old.xml" in asked for asked in site.targets)
    # When a page last changed is not the day it is of.
    assert all(
        entry.day is None for one in found if not isinstance(one.listing, PageError) for entry in one.listing.entries
    )


async def test_a_feed_is_a_listing_too(site: Site) -> None:
    feed = "https://www.mfa.gov.cn/feed.xml"
    item = f"<item><title>{briefing(28).title}</title><link>{briefing(28).url}</link></item>"
    site.on(target(feed), page(f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>'))
    assert urls(await walked(site, listings=(feed,))) == [briefing(28).url]
