"""The driver itself, on an extension of three lines: the browser's own menu, key and button reach it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extension.firefox.bidi import BidiError
from tests.extension.firefox.browser import Firefox, Tab

pytestmark = pytest.mark.browser

ID = "probe@tests.invalid"
MANIFEST = {
    "manifest_version": 3,
    "name": "Probe",
    "version": "1",
    "permissions": ["activeTab", "contextMenus", "scripting"],
    "browser_specific_settings": {"gecko": {"id": ID}},
    "background": {"scripts": ["background.js"]},
    "action": {"default_area": "navbar"},
    "commands": {"look": {"suggested_key": {"default": "Alt+Shift+Y"}, "description": "Look"}},
}
BACKGROUND = """
chrome.runtime.onInstalled.addListener(() =>
  chrome.contextMenus.create({ id: "look", title: "Look closely", contexts: ["selection"] },
    () => chrome.action.setTitle({ title: "Ready" })));
const mark = (tab, what) => chrome.scripting.executeScript({ target: { tabId: tab.id }, args: [what], func: (what) => {
  document.body.dataset.found = what;
  const host = document.createElement("x-host");
  host.attachShadow({ mode: "closed" }).textContent = what;
  document.body.append(host);
} });
chrome.contextMenus.onClicked.addListener((info, tab) => mark(tab, `menu ${info.selectionText}`));
chrome.commands.onCommand.addListener((name, tab) => mark(tab, `key ${name}`));
chrome.action.onClicked.addListener((tab) => mark(tab, "button"));
"""


@pytest.fixture(scope="module")
def probe(browser: Firefox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("probe")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "background.js").write_text(BACKGROUND)
    assert browser.install(folder) == ID
    button = f"document.querySelector('.webextension-browser-action[data-extensionid=\"{ID}\"]')"
    browser.until(lambda: browser.in_window(f"{button}?.label === 'Ready'"), "the probe to be ready")
    yield folder
    browser.uninstall(ID)


@pytest.fixture
def page(browser: Firefox, probe: Path) -> Iterator[Tab]:
    tab = browser.open("data:text/html,<p>three plain words")
    yield tab
    tab.close()


def found(page: Tab) -> str:
    text = page.firefox.until(lambda: page.evaluate("document.body.dataset.found"), "the probe’s mark")
    assert page.evaluate("document.querySelector('x-host').shadowRoot") is None
    assert page.shadow("x-host", "(root) => root.textContent") == text
    return str(text)


def test_the_menu_of_a_selection(browser: Firefox, page: Tab) -> None:
    assert page.select("document.querySelector('p')") == "three plain words"
    page.click_selection()
    browser.choose_from_menu("Look closely")
    assert found(page) == "menu three plain words"


def test_the_shortcut(browser: Firefox, page: Tab) -> None:
    page.evaluate("document.body.focus()")
    browser.press("y", "Alt", "Shift")
    assert found(page) == "key look"


def test_the_button(browser: Firefox, page: Tab) -> None:
    browser.click_toolbar(ID)
    assert found(page) == "button"


def test_what_a_page_does_not_do_is_named(page: Tab) -> None:
    with pytest.raises(AssertionError, match=r"not within 0\.1 seconds: a miracle"):
        page.firefox.until(lambda: page.evaluate("document.body.dataset.miracle"), "a miracle", 0.1)
    with pytest.raises(BidiError, match="nobody"):
        page.evaluate("nobody.there")
    assert page.shadow("p", "(root) => 1") is None


def test_a_screenshot_is_a_picture(page: Tab) -> None:
    assert page.screenshot().startswith(b"\x89PNG")
