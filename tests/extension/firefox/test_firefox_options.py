"""Options and popup in Firefox: a server tried on the spot, the real shortcut, the button by leave, words pasted."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.extension.firefox.browser import Firefox, Tab
from tests.extension.firefox.conftest import KEY, OpenPage
from tests.extension.firefox.onrecord import CHECK, ID, OnRecord, card
from tests.extension.firefox.site import ALTERED, StandIn, free_port

pytestmark = pytest.mark.browser

BY_ID = "document.getElementById({!r})"


@pytest.fixture
def options(onrecord: OnRecord, browser: Firefox) -> Iterator[Tab]:
    tab = browser.open(onrecord.options)
    browser.until(lambda: tab.evaluate("document.getElementById('shortcuts').innerText"), "the options")
    yield tab
    tab.close()


@pytest.fixture
def popup(onrecord: OnRecord, browser: Firefox) -> Iterator[Tab]:
    tab = browser.open(onrecord.popup)
    browser.until(lambda: tab.evaluate("!document.body.hidden"), "the popup")
    yield tab
    tab.close()


def fill(tab: Tab, field: str, text: str) -> None:
    tab.evaluate(f"{BY_ID.format(field)}.value = {json.dumps(text)}")


def tried(options: Tab, server: str, key: str = "") -> tuple[str, str]:
    """How the trial ended and what is said of it."""
    fill(options, "server", server)
    fill(options, "key", key)
    options.click_element("document.querySelector('#server-form [type=submit]')")
    tone = options.firefox.until(
        lambda: options.evaluate("document.querySelector('#tested:not([data-tone=plain])')?.dataset.tone"),
        "the end of the trial",
    )
    return tone, options.evaluate("document.getElementById('tested').innerText")


def test_a_server_that_works(options: Tab, onrecord: OnRecord, server: str) -> None:
    tone, said = tried(options, server.removeprefix("http://") + "/")
    assert tone == "good"
    assert "0.1.0" in said
    assert onrecord.stored("settings")["server"] == server
    assert server in options.evaluate("document.getElementById('sent-to').innerText")


def test_a_server_that_is_down_is_said_to_be(options: Tab) -> None:
    tone, said = tried(options, f"http://127.0.0.1:{free_port()}")
    assert tone == "bad"
    assert "cannot be reached" in said


def test_a_server_of_another_kind_is_told(options: Tab, failing: StandIn) -> None:
    failing.body = {"hello": "world"}
    tone, said = tried(options, failing.address)
    assert tone == "bad"
    assert "not an OnRecord server" in said


def test_no_address_at_all(options: Tab, onrecord: OnRecord, server: str) -> None:
    tone, _ = tried(options, "ftp://archive.example")
    assert tone == "bad"
    assert onrecord.stored("settings")["server"] == server
    assert options.evaluate("document.activeElement.id") == "server"


def test_a_key_is_tried(options: Tab, onrecord: OnRecord, guarded: str) -> None:
    assert tried(options, guarded)[0] == "bad"
    assert "asks for a key" in options.evaluate("document.getElementById('tested').innerText")
    options.evaluate("document.getElementById('tested').dataset.tone = 'plain'")
    assert "refuses the key" in tried(options, guarded, "wrong")[1]
    options.evaluate("document.getElementById('tested').dataset.tone = 'plain'")
    assert tried(options, guarded, KEY)[0] == "good"
    assert onrecord.stored("settings")["key"] == KEY


def test_the_real_shortcuts_are_shown(options: Tab) -> None:
    said = options.evaluate("document.getElementById('shortcuts').innerText")
    assert "Alt+Shift+Q" in said
    assert "Alt+Shift+K" in said


def test_leave_for_one_server_is_asked_for_with_the_click(options: Tab, closed: str) -> None:
    """Firefox takes a request only straight from the click."""
    tone, said = tried(options, closed)
    assert (tone, "does not allow this extension" in said) == ("bad", True)
    assert options.evaluate("!document.getElementById('allow').hidden")
    options.click_element("document.getElementById('allow')")
    options.firefox.until(
        lambda: options.evaluate("document.getElementById('tested').dataset.tone === 'good'"), "leave, and the trial"
    )
    options.evaluate("chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] })")


def test_the_button_is_off_then_on_by_leave_then_off(
    options: Tab, onrecord: OnRecord, open_page: OpenPage, browser: Firefox
) -> None:
    page = open_page("/plain")
    page.select(BY_ID.format("quote"))
    assert not page.evaluate("document.querySelector('onrecord-button')")
    options.activate()
    options.click_element(BY_ID.format("button"))
    browser.until(lambda: (onrecord.stored("settings") or {}).get("button"), "the button in the settings")
    page.activate()
    # The page that was open already has it too, from the next selection on.
    place = browser.until(lambda: _button_by_a_fresh_selection(page), "the button")
    page.click(*json.loads(place))
    assert card(page).verdict == "altered"
    options.activate()
    options.click_element(BY_ID.format("button"))
    browser.until(
        lambda: not options.evaluate("chrome.permissions.contains({ origins: ['https://*/*'] })"), "no leave any more"
    )
    fresh = open_page("/plain")
    fresh.select(BY_ID.format("quote"))
    assert not browser.comes(lambda: fresh.evaluate("document.querySelector('onrecord-button')"), 0.6)


def _button_by_a_fresh_selection(page: Tab) -> str | None:
    """Where the button comes up, as JSON."""
    page.evaluate("getSelection().removeAllRanges()")
    page.select(BY_ID.format("quote"))
    found = "(root) => { const at = root.querySelector('button').getBoundingClientRect();"
    found += "return at.width ? JSON.stringify([at.x + at.width / 2, at.y + at.height / 2]) : null; }"
    try:
        return str(page.firefox.until(lambda: page.shadow("onrecord-button", found), "the button", 1))
    except AssertionError:
        return None


def test_words_pasted_into_the_popup(popup: Tab, onrecord: OnRecord) -> None:
    fill(popup, "words", f"“{ALTERED}”")
    popup.click_element("document.querySelector('#ask [type=submit]')")
    verdict = popup.firefox.until(
        lambda: popup.evaluate("document.querySelector('#answer .answer:not(.waiting)')?.dataset.verdict"), "an answer"
    )
    assert verdict == "altered"
    popup.firefox.until(lambda: popup.evaluate("!document.getElementById('past').hidden"), "the history")
    (entry,) = onrecord.stored("history")
    assert entry["verdict"] == "altered"
    popup.click_element(BY_ID.format("clear"))
    popup.firefox.until(lambda: onrecord.stored("history") is None, "an empty history")


def test_the_popup_opens_from_the_toolbar_where_nothing_is_selected(
    onrecord: OnRecord, open_page: OpenPage, browser: Firefox
) -> None:
    open_page("/plain")
    onrecord.by_button()
    at = "document.querySelector('[webextension-view-type=popup] browser, browser[webextension-view-type=popup]')"
    browser.until(lambda: browser.in_window(f"{at}?.currentURI.spec.includes('popup.html') ?? false"), "the popup")
    browser.in_window(f"{at}.closest('panel').hidePopup()")


def test_the_menu_of_a_page_offers_to_check_it(open_page: OpenPage, onrecord: OnRecord, browser: Firefox) -> None:
    page = open_page("/plain")
    page.click(600, 400, button=2)
    browser.until(lambda: CHECK in browser.menu(), f"{CHECK!r} of {ID}")
    browser.close_menu()


def test_another_language_is_spoken_at_once_in_the_menu_too(
    options: Tab, onrecord: OnRecord, open_page: OpenPage, browser: Firefox
) -> None:
    options.evaluate(
        "(() => { const one = document.getElementById('language'); one.value = 'de';"
        "one.dispatchEvent(new Event('change', { bubbles: true })); })()"
    )
    browser.until(lambda: options.evaluate("document.documentElement.lang === 'de'"), "the options in German")
    browser.until(lambda: options.evaluate("document.getElementById('saved').innerText"), "that it is saved")
    german = onrecord.control.evaluate(
        "fetch('/_locales/de/messages.json').then((file) => file.json()).then((all) => all.menu_lookup.message)"
    )
    page = open_page("/plain")
    page.select(BY_ID.format("quote"))
    page.click_selection()
    browser.choose_from_menu(german)
    shown = card(page)
    assert shown.verdict == "altered"
    assert "Wer" in shown.text
    onrecord.control.evaluate("chrome.storage.local.clear()")
    onrecord.control.evaluate("chrome.runtime.sendMessage({ type: 'changed' })")
