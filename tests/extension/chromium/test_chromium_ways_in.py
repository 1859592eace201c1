"""Every way in, on every kind of page: from a real page to a real answer of a real server, shown in the card."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Fault, Gate

pytestmark = pytest.mark.browser

SPLIT = (
    "The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores purchased by staff in "
    "Pakistan. The reported stories are either misinformed or invented, or even designed to drive a wedge between "
    "China and Pakistan. They are just baseless,"
)


@pytest.fixture
def article(browser: Browser, pages: str) -> Tab:
    """The article, with the leave that a press of the toolbar button gives."""
    tab = browser.open(f"{pages}/article")
    tab.allow()
    return tab


def test_toolbar_button_looks_up_what_is_selected(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    shown = tab.answer()
    assert shown.startswith("≠ Altered changes the sense")
    for said in ("Lin Jian, Foreign Ministry Spokesperson", "Monday, October 13, 2025", "“or” and “even” are left out"):
        assert said in shown
    tab.until(lambda: browser.popup() is None, "the end of the popup")


def test_menu_sends_the_quotation_with_all_that_helps_to_place_it(article: Tab, gate: Gate, pages: str) -> None:
    article.select("gem ores")
    article.menu()
    assert "“that you mentioned” is left out" in article.answer()
    (asked,) = gate.bodies()
    context = asked["context"]
    assert asked["quote"] == SPLIT
    assert context["before"].endswith("with the help of Chinese machines.")
    assert context["after"].startswith("Lin said.")
    assert len(context["before"]) <= 300
    assert len(context["after"]) <= 300
    assert context["page_url"] == article.page.url
    assert context["page_title"] == "Beijing waves away talk of a Pakistani rare earth deal with Washington"
    assert (context["published"], context["language"]) == ("2025-10-14", "en")
    assert "will never harm China’s interests or its cooperation with China" in context["neighbours"]
    assert SPLIT not in context["neighbours"]


def test_card_says_what_the_page_claims_otherwise(article: Tab, gate: Gate) -> None:
    """The article says Tuesday, the record Monday: read from the words around, since nothing else is sent."""
    article.select("misinformed, invented", "article p:nth-of-type(2)")
    article.shortcut()
    shown = article.answer()
    assert "the article says Tuesday, the record Monday" in shown
    assert article.card("body.querySelector('[data-status=different_date]').innerText").split("\n")[-1] == (
        "The page says Tuesday, October 14, 2025, the record Monday, October 13, 2025"
    )
    assert gate.bodies()[0].keys() == {"quote", "context", "policy"}


def test_a_speaker_named_between_the_pieces_is_checked(article: Tab, gate: Gate) -> None:
    article.page.evaluate(
        "document.querySelector('article p:nth-of-type(4)').textContent = 'Mr. Li was not there. “It is nothing but "
        "misinformed or invented,” Mao Ning said, “or even designed to drive a wedge between China and Pakistan.”'"
    )
    article.select("drive a wedge", "article p:nth-of-type(4)")
    article.shortcut()
    article.answer()
    assert gate.bodies()[0]["context"]["after"].startswith(", Mao Ning said. ")
    assert "Mao Ning" in article.card("body.querySelector('[data-status=different_speaker]').innerText")


def test_shortcut_looks_up_what_is_selected(article: Tab, gate: Gate) -> None:
    article.select("never harm")
    article.shortcut()
    shown = article.answer()
    assert shown.startswith("✓ Verbatim")
    assert "Reports what somebody else said" in shown
    assert "Pakistan stressed that its interactions with the US will never harm" in shown, "whose promise it is"
    assert gate.bodies()[0]["quote"] == "will never harm China’s interests or its cooperation with China"


def test_shortcut_looks_up_the_quotation_that_the_cursor_stands_in(article: Tab, gate: Gate) -> None:
    article.select("never harm")
    article.page.evaluate("getSelection().collapseToStart()")
    article.shortcut()
    assert "Verbatim" in article.answer()
    assert gate.bodies()[0]["quote"] == "will never harm China’s interests or its cooperation with China"
    article.select("On that subject")
    article.page.evaluate("getSelection().collapseToStart()")
    article.shortcut()
    article.until(lambda: "Nothing is selected" in (article.card() or ""), "a word that there is no quotation")
    # The toolbar button is for pasted words then, wherever the cursor was left.
    article.page.keyboard.press("Escape")
    article.select("never harm")
    article.page.evaluate("getSelection().collapseToStart()")
    article.browser.press_action(article)
    article.until(article.browser.popup, "the popup")
    article.page.wait_for_timeout(300)
    assert not article.shown


def test_nothing_selected_says_what_to_do(article: Tab, gate: Gate) -> None:
    article.page.evaluate("getSelection().removeAllRanges()")
    article.shortcut()
    assert "Nothing is selected" in article.answer()
    assert gate.bodies() == []


def test_short_words_are_not_shown_as_placed(article: Tab, gate: Gate) -> None:
    article.page.evaluate("document.querySelector('meta[property]').remove()")
    article.page.evaluate("document.querySelector('article').textContent = 'They spoke of a legitimate action here.'")
    article.select("legitimate action")
    article.menu()
    shown = article.answer()
    assert "Cannot be placed" in shown
    assert "Could be any of these" in shown
    assert article.card("body.querySelector('.facts')") is None


def test_a_real_server_lets_the_extension_in(browser: Browser, gate: Gate, pages: str) -> None:
    """No gate between: its CORS is the server's own."""
    browser.configure(server=gate.behind)
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    assert "Altered" in tab.answer()
    tab.shortcut("check")
    tab.until(lambda: "Quotations on this page" in (tab.card() or ""), "the list")


def test_card_fits_at_200_percent_and_in_a_small_window(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    fits = (
        "(() => { const box = host.getBoundingClientRect(), view = document.documentElement; "
        "const body = root.querySelector('.body'); "
        "return box.left >= 0 && box.top >= 0 && box.right <= view.clientWidth && box.bottom <= innerHeight "
        "&& body.scrollWidth <= body.clientWidth && box.height > 150; })()"
    )
    for width, height, zoom in ((1280, 720, 2), (640, 400, 1), (320, 480, 1)):
        tab.page.set_viewport_size({"width": width, "height": height})
        browser.worker.evaluate("([id, zoom]) => chrome.tabs.setZoom(id, zoom)", [tab.info()["id"], zoom])
        tab.until(lambda: tab.page.evaluate("innerWidth") <= width / zoom + 1, "the zoom")  # noqa: B023
        for words in ("misinformed, invented", "never harm", "sow discord"):
            tab.select(words)
            tab.shortcut()
            tab.answer()
            assert tab.card(fits), (width, height, zoom, words)
            tab.page.keyboard.press("Escape")


@pytest.mark.parametrize("media", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_card_follows_what_the_reader_sees_best(
    browser: Browser, gate: Gate, pages: str, media: dict[str, Any]
) -> None:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    tab.page.emulate_media(**media)
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    tab.shortcut()
    tab.answer()
    style = "getComputedStyle(root.querySelector('{}')).{}"
    if media == {"color_scheme": "dark"}:
        assert tab.card(style.format(".frame", "backgroundColor")) == "rgb(30, 34, 39)"
        assert tab.card(style.format(".frame", "color")) == "rgb(231, 229, 223)"
    # What is gone and what is new is told without colour too.
    assert "line-through" in tab.card(style.format(".diff del", "textDecorationLine"))
    assert "underline" in tab.card(style.format(".legend ins", "textDecorationLine"))
    if media == {"reduced_motion": "reduce"}:
        gate.fault = Fault(delay=0.5)
        tab.shortcut()
        tab.until(lambda: tab.card("Boolean(root.querySelector('.pulse'))"), "the card to wait")
        assert tab.card(style.format(".pulse", "animationName")) == "none"


def test_strict_page_with_trusted_types(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/strict")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    assert "Altered" in tab.answer()
    # The sheet took: the card looks as it should, and the policy had nothing to complain of but the page's own link.
    assert tab.card("getComputedStyle(root.querySelector('.frame')).borderRadius") == "12px"
    assert [error for error in tab.errors if "Content Security Policy" in error or "TrustedHTML" in error] == []


def test_card_in_an_open_modal_dialog_can_be_used(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/dialog")
    tab.select("misinformed, invented", "dialog p:nth-of-type(2)")
    browser.press_action(tab)
    assert "Altered" in tab.answer()
    tab.click("summary")
    tab.until(
        lambda: tab.card("body.querySelector('details').open"), "the details to open: all outside a dialog is inert"
    )
    tab.page.keyboard.press("Escape")
    tab.until(lambda: not tab.shown, "the card to close")
    assert tab.page.evaluate("document.getElementById('modal').open"), "Esc closes the card and nothing else"


def test_frame_of_another_origin_is_looked_up_by_its_words(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/frame")
    tab.allow()
    # Any frame that the extension may not enter: the desktop test has the browser's own number of it.
    tab.menu(selectionText="“misinformed, invented, or designed to drive a wedge”", frameId=4_242)
    assert "Altered" in tab.answer()
    (asked,) = gate.bodies()
    assert asked["quote"] == "misinformed, invented, or designed to drive a wedge"
    assert asked["context"]["before"] == ""


def test_right_to_left_page(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/rtl")
    tab.allow()
    tab.select("misinformed or invented")
    tab.menu()
    assert "Altered" in tab.answer()
    assert gate.bodies()[0]["context"]["language"] == "ar"
    assert gate.bodies()[0]["quote"] == "The reported stories are either misinformed or invented"
    assert tab.card("getComputedStyle(root.querySelector('.frame')).direction") == "ltr"
    tab.select("全天候戰略合作夥伴")
    tab.menu()
    tab.until(lambda: len(gate.bodies()) == 2, "the second question")
    assert "Verbatim" in tab.answer()
    assert tab.card("body.querySelector('.record').lang").startswith("zh")


def test_selected_text_of_a_field_goes_without_the_rest_of_it(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/editor")
    tab.allow()
    tab.page.evaluate(
        "(() => { const field = document.getElementById('field'); field.focus(); field.setSelectionRange(8, 69); })()"
    )
    tab.menu(selectionText="A closed channel costs this country about $900,000 an hour")
    assert "Verbatim" in tab.answer()
    assert gate.bodies()[0]["context"] | {"page_url": 0, "page_title": 0} == {
        "before": "",
        "after": "",
        "page_url": 0,
        "page_title": 0,
        "published": "2025-10-14",
        "language": "en",
        "neighbours": [],
    }


def test_page_the_browser_forbids_is_answered_in_a_page_of_our_own(browser: Browser, gate: Gate) -> None:
    page = browser.context.new_page()
    page.goto("chrome://version")
    tab = browser.worker.evaluate("async () => (await chrome.tabs.query({active: true, lastFocusedWindow: true}))[0]")
    with browser.context.expect_page() as opened:
        browser.worker.evaluate(
            "(tab) => chrome.contextMenus.onClicked.dispatch({menuItemId: 'lookup', frameId: 0, selectionText: "
            "'will never harm China’s interests or its cooperation with China'}, tab)",
            tab,
        )
    opened.value.locator("h2", has_text="Verbatim").wait_for()
    with browser.context.expect_page() as opened:
        browser.worker.evaluate("(tab) => chrome.commands.onCommand.dispatch('lookup', tab)", tab)
    opened.value.locator("h2", has_text="The browser allows no extension here").wait_for()


@pytest.mark.parametrize("page", ["paper.pdf", "feed.xml"])
def test_where_no_card_can_be_drawn_a_page_of_our_own_answers(
    browser: Browser, gate: Gate, pages: str, page: str
) -> None:
    """A PDF viewer tells the menu the words, and lets nobody in for more; a feed has no HTML to draw with."""
    tab = browser.open(f"{pages}/{page}")
    browser.press_action(tab)
    browser.close_popup(str(tab.until(browser.popup, "the popup")))
    with browser.context.expect_page() as opened:
        tab.menu(selectionText="“will never harm China’s interests or its cooperation with China”")
    opened.value.locator("h2", has_text="Verbatim").wait_for()
    assert opened.value.url.startswith(browser.url("src/result/result.html"))
    assert gate.bodies()[0]["context"]["page_url"] == tab.page.url


def test_escape_closes_and_the_focus_goes_back(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    tab.page.focus("nav a")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    tab.shortcut()
    tab.answer()
    assert tab.page.evaluate("document.activeElement.localName") == "onrecord-card"
    tab.page.keyboard.press("Escape")
    tab.until(lambda: not tab.shown, "the card to close")
    assert tab.page.evaluate("document.activeElement.textContent") == "Home"
    assert tab.page.evaluate("document.querySelector('onrecord-card')") is None


def test_all_of_the_card_works_by_keyboard(browser: Browser, gate: Gate, article: Tab) -> None:
    article.select("misinformed, invented", "article p:nth-of-type(2)")
    article.shortcut()
    article.answer()
    wanted = article.card(
        "[...root.querySelectorAll('a, button, summary')].filter((one) => one.checkVisibility())"
        ".map((one) => one.textContent)"
    )
    reached = []
    for _ in wanted:
        article.page.keyboard.press("Tab")
        reached.append(article.card("root.activeElement?.textContent"))
    assert reached == wanted
    article.page.keyboard.press("Shift+Tab")
    article.page.keyboard.press("Enter")
    assert article.card("root.querySelector('details').open")


def test_copying(browser: Browser, gate: Gate, article: Tab) -> None:
    article.select("misinformed, invented", "article p:nth-of-type(2)")
    article.shortcut()
    article.answer()
    browser.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article.click(".links button:nth-of-type(1)")
    article.until(lambda: "Copied" in article.card(), "the button to say that it has copied")
    copied = article.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Lin Jian, Foreign Ministry Spokesperson: “misinformed or invented, or even designed")
    assert f"{gate.address}/transcripts/mfa-cn-en-2025-10-13?revision=1&turn=0&start=637&end=695#t0" in copied


def test_link_opens_the_transcript_at_the_words(browser: Browser, gate: Gate, article: Tab) -> None:
    article.select("never harm")
    article.shortcut()
    article.answer()
    with browser.context.expect_page() as opened:
        article.click("a.primary")
    opened.value.wait_for_load_state()
    assert "will never harm" in opened.value.locator("mark").inner_text()


def test_another_question_takes_the_place_of_the_first(article: Tab, gate: Gate) -> None:
    article.select("misinformed, invented", "article p:nth-of-type(2)")
    article.shortcut()
    article.answer()
    article.select("never harm")
    article.shortcut()
    article.until(lambda: "Verbatim" in (article.card() or ""), "the second answer")
    assert article.page.locator("onrecord-card").count() == 1
