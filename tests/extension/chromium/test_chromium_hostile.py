"""Pages that are in the card's way, knowingly or not: the reader gets the answer all the same, or is told why not."""

from __future__ import annotations

import pytest

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser

HELD = "globalThis.OnRecord.shell.current() !== null"


@pytest.fixture
def article(browser: Browser, gate: Gate, pages: str) -> Tab:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    return tab


def ask(tab: Tab) -> str:
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    tab.shortcut()
    return tab.answer()


def test_names_that_a_page_gives_its_elements_are_not_ours(browser: Browser, gate: Gate, pages: str) -> None:
    """Elements are properties of the window by their names, and a form's fields are the form's."""
    tab = browser.open(f"{pages}/article")
    tab.page.evaluate(
        "document.body.insertAdjacentHTML('afterbegin', '<form id=OnRecord name=OnRecord><input name=selection>"
        "<input name=pageCheck><input name=elements></form><img name=body><img name=title><img name=getSelection>')"
    )
    tab.allow()
    assert "Altered" in ask(tab)
    tab.shortcut("check")
    tab.until(lambda: "Quotations on this page" in (tab.card() or ""), "the list")


def test_a_page_that_tidies_up_does_not_take_the_card_away(article: Tab) -> None:
    """As frameworks do that own the whole document, once, when they start."""
    article.page.evaluate(
        "new MutationObserver((records, watch) => { for (const {addedNodes} of records) for (const one of addedNodes) "
        "if (one.localName?.startsWith('onrecord')) { one.remove(); watch.disconnect(); }})"
        ".observe(document, { subtree: true, childList: true })"
    )
    assert "Altered" in ask(article)
    assert article.card("host.isConnected && host.checkVisibility() && host.matches(':popover-open')")
    article.page.keyboard.press("Escape")
    article.until(lambda: not article.shown, "the card to close")
    assert article.page.locator("onrecord-card").count() == 0


def test_a_page_that_suffers_no_card_gets_a_page_beside_it(article: Tab, browser: Browser) -> None:
    article.page.evaluate(
        "new MutationObserver(() => { document.querySelector('onrecord-card')?.remove(); })"
        ".observe(document, { subtree: true, childList: true })"
    )
    article.select("misinformed, invented", "article p:nth-of-type(2)")
    with browser.context.expect_page() as opened:
        article.shortcut()
    opened.value.locator("h2", has_text="Altered").wait_for()
    assert not article.world(HELD)
    article.page.bring_to_front()
    article.page.evaluate("window.addEventListener('keydown', (event) => { window.heard = event.key; })")
    article.page.keyboard.press("Escape")
    assert article.page.evaluate("window.heard") == "Escape", "the page has its keys again"


def test_card_outlives_the_dialog_it_was_put_in(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/dialog")
    tab.select("misinformed, invented", "dialog p:nth-of-type(2)")
    browser.press_action(tab)
    assert "Altered" in tab.answer()
    tab.page.evaluate("document.getElementById('modal').close()")
    tab.until(lambda: tab.card("host.checkVisibility()"), "the card outside of the closed dialog")
    tab.page.evaluate("document.getElementById('modal').remove()")
    tab.click("summary")
    tab.until(lambda: tab.card("body.querySelector('details').open"), "the details to open")


@pytest.mark.parametrize("page", ["feed.xml", "picture.svg"])
def test_words_selected_where_no_card_can_be_drawn_are_looked_up_all_the_same(
    browser: Browser, gate: Gate, pages: str, page: str
) -> None:
    tab = browser.open(f"{pages}/{page}")
    tab.select("legitimate action", ":root")
    with browser.context.expect_page() as opened:
        browser.press_action(tab)
    opened.value.locator("h2", has_text="Cannot be placed").wait_for()
    assert gate.bodies()[0]["quote"] == "legitimate action"
    assert "They called it a" in gate.bodies()[0]["context"]["before"]
    opened.value.close()
    tab.page.bring_to_front()
    with browser.context.expect_page() as opened:
        tab.shortcut()
    opened.value.locator("h2", has_text="Cannot be placed").wait_for()


def test_a_page_that_has_not_heard_of_the_click_yet_is_asked_again(article: Tab, browser: Browser) -> None:
    """On a busy machine a menu's click was told to the extension before the page's process knew that it lets it in: one
    of 72 answers came in a page of its own, with the bare words."""
    browser.worker.evaluate(
        "() => { const real = chrome.scripting.executeScript; let left = 2; "
        "chrome.scripting.executeScript = (...given) => { if (left-- > 0) return Promise.reject(Error('Cannot access "
        "contents of the page. Extension manifest must request permission to access the respective host.')); "
        "chrome.scripting.executeScript = real; return real.apply(chrome.scripting, given); }; }"
    )
    assert "Altered" in ask(article)
