"""Whatever goes wrong, the card names the cause and the remedy, and asking again works once it is put right."""

from __future__ import annotations

import pytest

from tests.extension.firefox.browser import Tab
from tests.extension.firefox.conftest import KEY, OpenPage
from tests.extension.firefox.onrecord import OnRecord, card, click_in_card, in_card
from tests.extension.firefox.site import ALTERED, StandIn, free_port

pytestmark = pytest.mark.browser

TRY_AGAIN = "[...root.querySelectorAll('button')].find((one) => one.textContent === 'Try again')"


@pytest.fixture
def page(onrecord: OnRecord, open_page: OpenPage) -> Tab:
    page = open_page("/plain")
    page.select("document.getElementById('quote')")
    return page


def test_a_server_that_is_down_and_comes_up(onrecord: OnRecord, page: Tab, server: str) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    onrecord.set(server=address)
    onrecord.by_key()
    shown = card(page)
    assert shown.failure == "server_down"
    assert address in shown.text
    assert "Start the server, or correct its address" in shown.text
    assert shown.focused
    onrecord.set(server=server)
    click_in_card(page, TRY_AGAIN)
    page.firefox.until(lambda: card(page).verdict == "altered", "the answer after trying again")


def test_a_key_that_is_missing_wrong_and_right(onrecord: OnRecord, page: Tab, guarded: str) -> None:
    onrecord.set(server=guarded)
    onrecord.by_key()
    shown = card(page)
    assert shown.failure == "key_missing"
    assert "This server asks for a key" in shown.text
    onrecord.set(server=guarded, key="wrong")
    click_in_card(page, TRY_AGAIN)
    page.firefox.until(lambda: card(page).failure == "key_refused", "that the key is refused")
    onrecord.set(server=guarded, key=KEY)
    click_in_card(page, TRY_AGAIN)
    page.firefox.until(lambda: card(page).verdict == "altered", "the answer to the right key")


def test_the_options_open_from_the_card(onrecord: OnRecord, page: Tab, guarded: str) -> None:
    onrecord.set(server=guarded)
    before = len(page.firefox.tabs())
    onrecord.control.go("about:blank")
    try:
        onrecord.by_key()
        assert card(page).failure == "key_missing"
        click_in_card(page, "[...root.querySelectorAll('button')].find((one) => one.textContent.includes('ptions'))")
        opened = page.firefox.until(
            lambda: next((tab for tab in page.firefox.tabs() if "options.html" in tab.address()), None), "the options"
        )
        assert len(page.firefox.tabs()) == before + 1
        assert opened.context != onrecord.control.context
    finally:
        onrecord.control.go(onrecord.options)


def test_a_server_that_lets_no_extension_read(onrecord: OnRecord, page: Tab, closed: str) -> None:
    onrecord.set(server=closed)
    onrecord.by_key()
    shown = card(page)
    assert shown.failure == "origin_refused"
    assert "ONRECORD_EXTENSION_ORIGINS" in shown.text


@pytest.mark.parametrize(
    ("status", "body", "headers", "failure", "said"),
    [
        (
            429,
            {"code": "rate_limited", "detail": "Sixty a minute are taken."},
            {"Retry-After": "30"},
            "rate_limited",
            ["in 30 seconds", "Sixty a minute are taken."],
        ),
        (503, {"code": "overloaded", "detail": "Busy."}, {"Retry-After": "2"}, "overloaded", ["in 2 seconds"]),
        (500, {"code": "internal_error", "detail": "Ours."}, {}, "server_fault", ["tell whoever runs it"]),
        (404, None, {}, "not_onrecord", ["Something else answers"]),
        (200, {"hello": "world"}, {}, "not_onrecord", ["Something else answers"]),
        (413, {"code": "too_large", "detail": "Too large."}, {}, "too_long", []),
    ],
)
def test_what_a_server_may_refuse_with(
    onrecord: OnRecord,
    page: Tab,
    failing: StandIn,
    status: int,
    body: object,
    headers: dict[str, str],
    failure: str,
    said: list[str],
) -> None:
    failing.status, failing.body, failing.headers = status, body, headers
    onrecord.set(server=failing.address)
    onrecord.by_key()
    shown = card(page)
    assert shown.failure == failure
    for words in said:
        assert words in shown.text
    assert shown.verdict is None
    assert [words for words in said if words in shown.status] or not said or status == 429


def test_a_slow_server_is_waited_for_and_can_be_left(onrecord: OnRecord, page: Tab, failing: StandIn) -> None:
    failing.delay = 60
    onrecord.set(server=failing.address)
    onrecord.by_key()
    waiting = page.firefox.until(
        lambda: in_card(page, "(root) => root.querySelector('.waiting')?.innerText"), "the card that waits"
    )
    assert ALTERED in waiting
    page.firefox.until(lambda: failing.asked, "the question at the server")
    click_in_card(page, "root.querySelector('.waiting button')")
    page.firefox.until(lambda: page.evaluate("!document.querySelector('onrecord-card')"), "the card to go")


@pytest.mark.parametrize(("status", "failure"), [(200, "server_fault"), (503, "overloaded")])
def test_a_server_that_breaks_off_is_told_from_one_that_is_down(
    onrecord: OnRecord, page: Tab, failing: StandIn, status: int, failure: str
) -> None:
    failing.breaks, failing.status = "/v1/lookup", status
    onrecord.set(server=failing.address)
    onrecord.by_key()
    assert card(page).failure == failure
    assert failing.asked[-2:] == ["GET /healthz", "GET /v1/about"]


def test_nothing_selected(onrecord: OnRecord, open_page: OpenPage, failing: StandIn) -> None:
    onrecord.set(server=failing.address)
    page = open_page("/plain")
    onrecord.by_key()
    shown = card(page)
    assert shown.failure == "nothing_selected"
    assert "Select a few words" in shown.text
    assert failing.asked == []


def test_nothing_is_sent_before_the_reader_asks(onrecord: OnRecord, open_page: OpenPage, failing: StandIn) -> None:
    """Not when a page loads, not when words are selected, not when the menu is looked at."""
    failing.body = {"hello": "world"}
    onrecord.set(server=failing.address)
    page = open_page("/plain")
    page.select("document.getElementById('quote')")
    page.click_selection()
    page.firefox.until(lambda: "Who really said this?" in page.firefox.menu(), "the menu")
    page.firefox.close_menu()
    assert failing.asked == []
    onrecord.by_key()
    assert card(page).failure == "not_onrecord"
    assert failing.asked == ["POST /v1/lookup"]
    (sent,) = failing.bodies
    assert isinstance(sent, dict)
    assert sent["quote"] == f"“{ALTERED},”" or ALTERED in sent["quote"]
    assert sent["context"]["published"] == "2025-10-14"
    assert sent["context"]["page_url"].endswith("/plain")
    assert sent["context"]["language"] == "en"
    assert "Lin Jian was asked about stones" in sent["context"]["before"]
    assert any("will never harm" in other for other in sent["context"]["neighbours"])


def test_a_page_that_browsers_close_to_extensions(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/quiet")
    page.go("about:license")
    page.activate()
    onrecord.by_key()
    result = page.firefox.tab_at(onrecord.result)
    said = page.firefox.until(lambda: result.evaluate("document.querySelector('.failure')?.innerText"), "the failure")
    assert "The browser allows no extension here" in said
    result.close()
