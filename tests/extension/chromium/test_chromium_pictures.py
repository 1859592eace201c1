"""The pictures of the documentation. Made where ONRECORD_PICTURES names a folder for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser

WINDOW = {"width": 1180, "height": 760}
RELAYED = "will never harm China’s interests or its cooperation with China"
WEDGE = "misinformed, invented, or designed to drive a wedge"


@pytest.fixture
def folder(pictures: Path | None) -> Path:
    if pictures is None:
        pytest.skip("makes pictures where ONRECORD_PICTURES names a folder for them")
    return pictures


@pytest.fixture
def article(browser: Browser, gate: Gate, pages: str, folder: Path) -> Tab:
    tab = browser.open(f"{pages}/article")
    tab.page.set_viewport_size(WINDOW)  # type: ignore[arg-type]
    # Room beside the text, where the card does not hide it.
    tab.page.add_style_tag(content="body { margin-left: 3rem; max-width: 40rem; font-size: 17px }")
    tab.allow()
    return tab


def still(tab: Tab) -> None:
    tab.page.mouse.move(5, 5)
    tab.page.wait_for_timeout(600)  # for what moves to come to rest


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_card(article: Tab, folder: Path, scheme: str) -> None:
    article.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    article.select(WEDGE, "article p:nth-of-type(2)")
    article.page.evaluate("scrollTo(0, 120)")
    article.shortcut()
    article.answer()
    article.world("document.querySelector('onrecord-card').style.setProperty('left', 'auto', 'important')")
    article.world("document.querySelector('onrecord-card').style.setProperty('right', '12px', 'important')")
    still(article)
    article.page.screenshot(path=folder / f"extension-card-{scheme}.png")


def test_page_check(article: Tab, folder: Path) -> None:
    article.shortcut("check")
    article.until(lambda: "Quotations on this page" in (article.card() or ""), "the list")
    article.page.keyboard.press("ArrowDown")
    still(article)
    article.page.screenshot(path=folder / "extension-page-check.png")


def test_popup_and_options(browser: Browser, gate: Gate, folder: Path) -> None:
    popup = browser.own("src/popup/popup.html")
    popup.set_viewport_size({"width": 420, "height": 700})
    for words in (RELAYED, "A patient harbour is a safe harbour.", WEDGE):
        popup.locator("#words").fill(words)
        popup.keyboard.press("Enter")
        expect(popup.locator(".past li").first).to_contain_text(words)
    browser.configure(server="http://127.0.0.1:8321")
    popup.reload()
    expect(popup.locator(".past li")).to_have_count(3)
    popup.wait_for_timeout(300)
    popup.locator("main").screenshot(path=folder / "extension-popup.png")
    options = browser.own("src/options/options.html")
    options.set_viewport_size({"width": 760, "height": 700})
    expect(options.locator("#sent-to")).to_contain_text("8321")
    options.screenshot(path=folder / "extension-options.png", full_page=True)
