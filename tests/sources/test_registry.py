"""Sources are found by id and by address, and none claims another's pages."""

from __future__ import annotations

import pytest

from quotes.errors import InputError
from quotes.sources.registry import source_named, source_of, sources
from quotes.sources.source import Source
from tests.sources.golden import golden_of, saved_pages


@pytest.fixture(params=sources().values(), ids=lambda source: source.id)
def source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.param
    return found


def test_a_source_is_found_by_its_id(source: Source) -> None:
    assert source_named(source.id) is source


def test_an_unknown_id_is_told_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"no source 'nowhere'.*mfa_china_en") as told:
        source_named("nowhere")
    assert told.value.pointer == "/source"


@pytest.mark.parametrize("url", ["", "no address", "https://www.example.org/briefing", "https://www.mfa.gov.cn/"])
def test_an_address_of_no_source_is_nobodys(url: str) -> None:
    assert source_of(url) is None


def test_the_parser_is_named_after_its_source_with_a_version(source: Source) -> None:
    name, _, version = source.parser.partition("/")
    assert name == source.id
    assert int(version) >= 1


def test_a_source_may_fetch_its_own_listings_and_they_are_no_transcripts(source: Source) -> None:
    assert source.listings
    for listing in source.listings:
        address = listing.format(year=2024)
        assert address.startswith(("https://", "http://"))
        assert source.may_fetch(address.split("/")[2])
        assert source_of(address) is None


def test_other_names_of_a_host_lead_to_one_of_its_own(source: Source) -> None:
    assert set(source.aliases.values()) <= set(source.hosts)


def test_it_waits_between_requests(source: Source) -> None:
    assert source.pace >= 1
    assert source.every >= 1


def test_no_page_has_two_sources() -> None:
    for page in saved_pages():
        url = golden_of(page)["url"]
        owners = [source.id for source in sources().values() if source.owns(url)]
        assert owners in ([page.parent.name], []), url


@pytest.mark.parametrize(
    ("host", "may"),
    [
        ("www.mfa.gov.cn", True),
        ("www.fmprc.gov.cn", True),
        ("kd.china-embassy.gov.cn", True),
        ("china-embassy.gov.cn", False),
        ("kd.china-embassy.gov.cn.example.org", False),
        ("evilchina-embassy.gov.cn", False),
        ("mfa.gov.cn", False),
    ],
)
def test_hosts_are_taken_by_their_whole_name(host: str, may: bool) -> None:
    assert source_named("mfa_china_en").may_fetch(host) is may
