"""Listings in each of their shapes give addresses, titles and days, and lead on to older ones."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.html import soup_of, text_of
from quotes.sources.listings import date_in, entries_of, older_page, read_feed, read_sitemap
from quotes.sources.source import Listed

URL = "https://www.example.org/briefings/"


def entries(html: str) -> tuple[Listed, ...]:
    return entries_of(soup_of(html).select("a"), URL, lambda link: date_in(link, text_of(link.parent)))


def test_links_become_entries_with_the_day_printed_beside_them() -> None:
    html = (
        '<li><a href="./may-5">Briefing  on\nFog</a> (2025-05-05)</li>'
        '<li><a href="/x">Briefing on May 4, 2025</a> 2025-05-06</li>'
    )
    assert entries(html) == (
        Listed("https://www.example.org/briefings/may-5", "Briefing on Fog", date(2025, 5, 5)),
        Listed("https://www.example.org/x", "Briefing on May 4, 2025", date(2025, 5, 4)),
    )


def test_an_address_is_listed_once_under_the_first_link_with_words() -> None:
    html = '<p><a href="a"><img></a></p><p><a href="a#more">Fog</a></p><p><a href="a">Read more</a></p>'
    assert [(entry.url, entry.title) for entry in entries(html)] == [("https://www.example.org/briefings/a", "Fog")]


@pytest.mark.parametrize("href", ["", " ", "#top", "javascript:void(0)", "mailto:a@example.org"])
def test_links_that_lead_to_no_page_are_left_out(href: str) -> None:
    assert entries(f'<a href="{href}">Fog</a><a>Fog</a>') == ()


COUNTED = {
    "variable": "var currentPage = 0; var countPage = 3;",
    "call": 'createPageHTML(3, 0, "default", "shtml");',
    "written": 'var countPage = 3\nwrite("<a href=\\"default"+"_" + nextPage + "."+"shtml\\">");',
}


@pytest.mark.parametrize(
    ("script", "url", "older"),
    [
        ("variable", "index.html", "index_1.html"),
        ("variable", "index_1.html", "index_2.html"),
        ("variable", "index_2.html", None),
        ("variable", "default.shtml", "default_1.shtml"),
        ("variable", "", "index_1.html"),
        ("call", "", "default_1.shtml"),
        ("written", "", "default_1.shtml"),
        ("written", "default_1.shtml", "default_2.shtml"),
    ],
)
def test_numbered_pages_lead_on_to_the_last(script: str, url: str, older: str | None) -> None:
    found = older_page(f"<script>{COUNTED[script]}</script>", URL + url)
    assert found == (URL + older if older else None)


def test_a_listing_that_counts_no_pages_leads_nowhere() -> None:
    assert older_page("<p>one page</p>", URL) is None
    assert older_page("<script>var countPage = 1</script>", URL) is None


def test_a_sitemap_gives_pages_with_the_day_they_changed() -> None:
    xml = """<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc> https://www.example.org/a </loc><lastmod>2025-05-05T10:00:00+00:00</lastmod>
      <image:image><image:loc>https://www.example.org/a.jpg</image:loc></image:image></url>
    <url><loc>https://www.example.org/b?x=1&amp;y=2</loc></url>
    <url><lastmod>2025-05-05</lastmod></url></urlset>"""
    assert read_sitemap(xml, URL).entries == (
        Listed("https://www.example.org/a", "", date(2025, 5, 5)),
        Listed("https://www.example.org/b?x=1&y=2", "", None),
    )


def test_a_sitemap_of_sitemaps_gives_those() -> None:
    xml = "<sitemapindex><sitemap><loc>https://www.example.org/s1.xml</loc><lastmod>2025-05-05</lastmod></sitemap></sitemapindex>"
    listing = read_sitemap(xml, URL)
    assert listing.entries == ()
    assert listing.parts == (Listed("https://www.example.org/s1.xml", "", date(2025, 5, 5)),)


def test_rss() -> None:
    xml = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Briefings</title>
    <atom:link href="https://www.example.org/feed" rel="self"/><link>https://www.example.org</link>
    <item><title>Fog &amp; Tolls</title><link>https://www.example.org/fog</link>
      <pubDate>Mon, 05 May 2025 23:30:00 -0400</pubDate></item>
    <item><title>No day</title><link>/no-day</link></item><item><title>No link</title></item></channel></rss>"""
    assert read_feed(xml, URL).entries == (
        Listed("https://www.example.org/fog", "Fog & Tolls", date(2025, 5, 5)),
        Listed("https://www.example.org/no-day", "No day", None),
    )


def test_atom() -> None:
    xml = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Briefings</title><link href="https://www.example.org/"/>
    <entry><title>Fog</title><link rel="self" href="https://www.example.org/api/1"/>
    <link rel="alternate" href="https://www.example.org/fog"/><updated>2025-05-06T00:00:00Z</updated></entry>
    <entry><title>Tolls</title><link href="tolls"/><published>2025-05-04T00:00:00Z</published></entry></feed>"""
    assert read_feed(xml, URL).entries == (
        Listed("https://www.example.org/fog", "Fog", date(2025, 5, 6)),
        Listed("https://www.example.org/briefings/tolls", "Tolls", date(2025, 5, 4)),
    )
