"""Every way in which asking can fail has its own text: what is wrong, and what to do."""

from __future__ import annotations

import socket

import pytest

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Fault, Gate

pytestmark = pytest.mark.browser


@pytest.fixture
def asking(browser: Browser, pages: str) -> Tab:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    return tab


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(401, "unauthorized"), ("asks for a key", "Enter the key you were given")),
        (Fault(429, "rate_limited", retry_after="7"), ("Too many requests", "Try again in 7 seconds")),
        (Fault(503, "overloaded", retry_after="2"), ("The server is busy", "Try again in 2 seconds")),
        (Fault(500, "internal_error"), ("The server has a fault", "made to fail")),
        (Fault(503, "archive_damaged", "run the check"), ("The server has a fault", "run the check")),
        (Fault(422, "bad_quotation", "there is no word in it"), ("Nothing to look up", "there is no word in it")),
        (Fault(422, "invalid_request"), ("refused the request", "different versions")),
        (Fault(413, "too_large"), ("Too much at once", "Select a single quotation")),
        (Fault(404, "unknown_route"), ("not an OnRecord server", "Correct the address")),
        (Fault(raw=b"<html>A router's login page</html>"), ("not an OnRecord server", "Correct the address")),
        (Fault(raw=b'{"hello": "world"}'), ("not an OnRecord server", "Correct the address")),
        (Fault(raw=b""), ("not an OnRecord server", "Correct the address")),
        (Fault(breaks_off=0), ("The server has a fault", "failed while it was looking")),
    ],
    ids=lambda value: str(value.status or "raw") if isinstance(value, Fault) else "",
)
def test_what_the_server_refuses(asking: Tab, gate: Gate, fault: Fault, said: tuple[str, ...]) -> None:
    gate.fault = fault
    asking.shortcut()
    shown = asking.answer()
    assert [part for part in said if part not in shown] == []
    assert asking.card("body.querySelector('.failure').dataset.tone") == "plain"


def test_key_is_sent_and_a_refused_one_is_told(asking: Tab, browser: Browser, gate: Gate) -> None:
    browser.configure(server=gate.address, key="seven-spoons")
    gate.fault = Fault(401, "unauthorized")
    asking.shortcut()
    assert "The server refuses the key" in asking.answer()
    (asked,) = [one for one in gate.asked if one.method == "POST"]
    assert asked.headers["Authorization"] == "Bearer seven-spoons"


def test_server_that_is_down_and_comes_back(asking: Tab, browser: Browser, gate: Gate) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        browser.configure(server=f"http://127.0.0.1:{held.getsockname()[1]}")
        asking.shortcut()
        shown = asking.answer()
    assert "The server cannot be reached" in shown
    assert f"http://127.0.0.1:{held.getsockname()[1] if held.fileno() >= 0 else ''}" in shown
    browser.configure(server=gate.address)
    asking.click(".links button")
    asking.until(lambda: "Altered" in (asking.card() or ""), "the answer after trying again")


def test_server_that_lets_no_extension_read_it(asking: Tab, gate: Gate) -> None:
    gate.cors = False
    asking.shortcut()
    shown = asking.answer()
    assert "does not allow this extension" in shown
    assert "ONRECORD_EXTENSION_ORIGINS" in shown


def test_slow_server_is_waited_for_and_the_reader_is_told(asking: Tab, gate: Gate) -> None:
    gate.fault = Fault(delay=4)
    asking.shortcut()
    asking.until(lambda: "Looking it up…" in (asking.card() or ""), "the card to open at once")
    asking.until(lambda: "Still waiting for" in (asking.card() or ""), "a word of patience")
    assert "Altered" in asking.answer()


def test_server_that_takes_too_long(asking: Tab, browser: Browser, gate: Gate) -> None:
    browser.worker.evaluate(
        "AbortSignal.timeout_ = AbortSignal.timeout; AbortSignal.timeout = () => AbortSignal.timeout_(300)"
    )
    try:
        gate.fault = Fault(delay=1)
        asking.shortcut()
        assert "The server takes too long" in asking.answer()
    finally:
        browser.worker.evaluate("AbortSignal.timeout = AbortSignal.timeout_")


def test_answer_that_never_ends(asking: Tab, browser: Browser, gate: Gate) -> None:
    browser.worker.evaluate(
        "AbortSignal.timeout_ = AbortSignal.timeout; AbortSignal.timeout = () => AbortSignal.timeout_(500)"
    )
    try:
        gate.fault = Fault(breaks_off=2)
        asking.shortcut()
        assert "The server takes too long" in asking.answer()
    finally:
        browser.worker.evaluate("AbortSignal.timeout = AbortSignal.timeout_")


def test_server_that_has_moved_says_where_to(asking: Tab, gate: Gate) -> None:
    """The key goes to the address that the reader typed and to no other, so nothing follows."""
    gate.fault = Fault(moved=gate.behind)
    asking.shortcut()
    shown = asking.answer()
    assert "The server is at another address" in shown
    assert f"{gate.address} sends on" in shown


def test_more_than_can_be_one_quotation(asking: Tab, gate: Gate) -> None:
    asking.page.evaluate(
        "document.querySelector('article').textContent = 'word '.repeat(5_000); "
        "getSelection().selectAllChildren(document.querySelector('article'))"
    )
    asking.shortcut()
    shown = asking.answer()
    assert "Too much at once" in shown
    assert "at most 20,000 can be checked" in shown


def test_card_that_is_closed_while_it_waits_stays_closed(asking: Tab, gate: Gate) -> None:
    gate.fault = Fault(delay=0.5)
    asking.shortcut()
    asking.until(lambda: asking.shown, "the card")
    asking.page.keyboard.press("Escape")
    asking.page.wait_for_timeout(800)
    assert not asking.shown


def test_extension_that_was_just_updated_asks_for_a_reload(asking: Tab, browser: Browser, gate: Gate) -> None:
    """Last in its module: the browser loads the extension anew, as an update does."""
    gate.fault = Fault(500)
    asking.shortcut()
    assert "The server has a fault" in asking.answer()
    browser.reload_extension()
    asking.click(".links button")
    asking.until(lambda: "The extension was just updated" in (asking.card() or ""), "a word on the update")
    assert "Reload the page" in asking.card()
    gate.fault = None
    asking.allow()
    asking.select("misinformed, invented", "article p:nth-of-type(2)")
    asking.shortcut()
    asking.until(lambda: "Altered" in (asking.card() or ""), "the answer of the new version")
    assert asking.page.locator("onrecord-card").count() == 1, "the old version's card is gone"
