"""Every real page in ../shared/pages is read whole, and as the corpora have it where they hold the same briefing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.html import decode
from quotes.sources import source_named
from tests.sources.agreement import LISTINGS, Agreement, agree, table

# The corpora lost paragraphs, took end notes for words spoken and stage directions for labels: what differs was looked
# at, page by page, and is said in tests/README.md. A parser that gets worse falls below these.
LEAST_EQUAL = {
    "bidenwhitehouse-bodies": 0.99,
    "mfa.gov.cn-zh": 0.99,
    "obamawhitehouse-bodies": 0.99,
    "state.gov-briefing-bodies": 0.99,
    "state.gov-remarks-bodies": 0.99,
    "trumpwhitehouse-prettified": 0.99,
}
PAGES = {
    "bidenwhitehouse-bodies": 25,
    "federalreserve-speeches": 10,
    "gob.mx": 2,
    "mfa.gov.cn-zh": 45,
    "obamawhitehouse-bodies": 25,
    "state.gov-briefing-bodies": 20,
    "state.gov-remarks-bodies": 10,
    "trumpwhitehouse-prettified": 6,
}


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[str, Agreement]:
    agreement = agree(shared)
    print(table(agreement))
    return agreement


def test_every_folder_is_there(found: dict[str, Agreement]) -> None:
    assert {folder: of.pages for folder, of in found.items()} == PAGES


@pytest.mark.parametrize("folder", PAGES)
def test_pages_are_read_whole(found: dict[str, Agreement], folder: str) -> None:
    of = found[folder]
    assert of.failed == []
    assert of.empty_turns == 0
    assert of.odd_labels == {}
    assert {file: share for file, share in of.coverage.items() if share < 0.99} == {}


@pytest.mark.parametrize("folder", LEAST_EQUAL)
def test_pages_agree_with_the_corpus(found: dict[str, Agreement], folder: str) -> None:
    of = found[folder]
    print("\n".join(of.differences))
    assert of.dates_equal == of.in_corpus > 0
    assert of.equal >= LEAST_EQUAL[folder] * of.turns


@pytest.mark.parametrize("folder", LISTINGS)
def test_real_listings_lead_to_transcripts_and_to_older_ones(shared: Path, folder: str) -> None:
    index = json.loads((shared / "pages/INDEX.json").read_text("utf-8"))
    pages = [entry for entry in index if entry["file"].startswith(folder)]
    source = source_named({"fmprc.gov.cn-zh-listing": "mfa_china_zh"}.get(folder, "white_house_obama"))
    older = []
    for entry in pages:
        listing = source.read_listing(decode((shared / "pages" / entry["file"]).read_bytes()), entry["url"])
        own = [listed for listed in listing.entries if source.owns(listed.url)]
        assert len(own) >= 0.9 * len(listing.entries) > 0, entry["file"]
        assert all(listed.day for listed in own), entry["file"]
        older.append(listing.older)
    # All but, it may be, the last page of the whole list.
    assert older.count(None) <= 1
    assert len(set(older)) == len(pages) == 4
