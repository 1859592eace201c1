"""Every saved page reads as its reviewed golden JSON says, and no source is without one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import quotes.sources.sites
from quotes.sources.registry import source_of, sources
from tests.sources.golden import PAGES, golden_of, read_saved, saved_pages

SITES = sorted(
    file.stem for file in Path(str(quotes.sources.sites.__file__)).parent.glob("*.py") if file.stem != "__init__"
)


@pytest.mark.parametrize("page", saved_pages(), ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_saved_page_reads_as_its_golden_says(page: Path) -> None:
    golden = golden_of(page)
    assert golden["reviewed"] is True, "compare the JSON with the page, then set reviewed to true"
    assert read_saved(page, golden["url"]) == golden["reads"]


@pytest.mark.parametrize("page", saved_pages(), ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_saved_page_stands_at_an_address_of_its_source(page: Path) -> None:
    url = golden_of(page)["url"]
    if page.stem.endswith("listing"):
        assert sources()[page.parent.name].may_fetch(url.split("/")[2])
    else:
        found = source_of(url)
        assert found is not None
        assert found.id == page.parent.name


@pytest.mark.parametrize("site", SITES)
def test_every_source_module_is_registered_under_its_name(site: str) -> None:
    assert site in sources(), "add its line to quotes/sources/registry.py"
    assert sources()[site] is import_module(f"quotes.sources.sites.{site}").SOURCE


@pytest.mark.parametrize("site", SITES)
def test_every_source_says_what_the_site_is(site: str) -> None:
    about = import_module(f"quotes.sources.sites.{site}").__doc__ or ""
    assert len(about.split()) >= 40, "open with what the site is, its template history and its oddities"


@pytest.mark.parametrize("site", SITES)
def test_every_source_has_a_saved_transcript_and_a_saved_listing(site: str) -> None:
    names = [page.stem for page in saved_pages() if page.parent.name == site]
    assert any(not name.endswith("listing") for name in names), f"save a page in {PAGES.name}/{site}"
    assert any(name.endswith("listing") for name in names), f"save a listing in {PAGES.name}/{site}"
    assert all((PAGES / site / f"{name}.json").is_file() for name in names), "python -m tests.sources.golden writes it"
