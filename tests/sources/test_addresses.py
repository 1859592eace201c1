"""One page has one address and one id, however it was linked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.sources.addresses import absolute, canonical, transcript_id

KEPT = "https://www.mfa.gov.cn/eng/t1.html"


@pytest.mark.parametrize(
    "url",
    [
        KEPT,
        "http://www.mfa.gov.cn/eng/t1.html",
        "HTTPS://WWW.MFA.GOV.CN/eng/t1.html",
        "https://www.mfa.gov.cn:443/eng/t1.html",
        "http://www.mfa.gov.cn:80/eng/t1.html",
        "https://www.mfa.gov.cn//eng///t1.html",
        "https://www.mfa.gov.cn/eng/t1.html#post-1",
        "https://www.mfa.gov.cn/eng/t1.html?",
        "https://www.mfa.gov.cn/eng/t1.html?utm_source=x&fbclid=y",
        " https://www.mfa.gov.cn/eng/t1.html\n",
        "https://www.fmprc.gov.cn/eng/t1.html",
    ],
)
def test_every_spelling_is_one_address_and_one_id(url: str) -> None:
    aliases = {"www.fmprc.gov.cn": "www.mfa.gov.cn"}
    assert canonical(url, aliases) == KEPT
    assert transcript_id("mfa", url, aliases) == transcript_id("mfa", KEPT)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://www.state.gov/briefings/may-5/", "https://www.state.gov/briefings/may-5"),
        ("https://www.state.gov/", "https://www.state.gov"),
        ("https://example.org/?p=12&utm_medium=rss&page", "https://example.org?p=12&page"),
        ("https://example.org/a?q=%E6%B5%B7&empty=", "https://example.org/a?q=%E6%B5%B7&empty="),
        ("http://127.0.0.1:8080/A/B", "https://127.0.0.1:8080/A/B"),
    ],
)
def test_what_tells_pages_apart_is_kept(url: str, kept: str) -> None:
    assert canonical(url) == kept


@given(st.text("abc/?&=#%.:", max_size=20))
def test_an_address_is_not_respelled_twice(path: str) -> None:
    once = canonical(f"http://example.org/{path}")
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/202510/t20251013_11731862.html", "t20251013_11731862"),
        ("https://www.state.gov/briefings/Department-Press-Briefing_May-5/", "department-press-briefing_may-5"),
        ("https://example.org/2025/海.shtml", "2025"),
        ("https://example.org", "page"),
        ("https://example.org/" + "a" * 90, "a" * 60),
    ],
)
def test_an_id_is_readable(url: str, name: str) -> None:
    start, _, digest = transcript_id("source", url).rpartition("-")
    assert start == f"source:{name}"
    assert len(digest) == 6


def test_pages_of_one_name_have_their_own_ids() -> None:
    ids = {transcript_id("s", f"https://example.org/{folder}/index.html") for folder in "abc"}
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("./t1.html", "https://example.org/eng/fyrbt/t1.html"),
        ("../t1.html", "https://example.org/eng/t1.html"),
        ("/t1.html", "https://example.org/t1.html"),
        ("//other.org/t1.html", "https://other.org/t1.html"),
        (" t1.html\n", "https://example.org/eng/fyrbt/t1.html"),
        ("https://other.org/t1.html", "https://other.org/t1.html"),
    ],
)
def test_links_lead_where_a_browser_would_go(link: str, address: str) -> None:
    assert absolute(link, "https://example.org/eng/fyrbt/index.html") == address
