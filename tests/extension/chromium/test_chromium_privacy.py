"""What a page can learn or make the extension do, and what leaves the browser before the reader acts: nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.extension.chromium.driver import EXTENSION, Browser
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser


def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    return found


def test_required_permissions_are_these_and_no_more() -> None:
    """More of them in an update would make browsers switch the extension off."""
    asked = manifest()
    assert asked["permissions"] == ["activeTab", "scripting", "contextMenus", "storage"]
    assert asked["optional_host_permissions"] == ["https://*/*", "http://*/*"]
    for name in ("host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"):
        assert name not in asked


def test_both_browsers_load_the_same_background() -> None:
    worker = (EXTENSION / "src/background/worker.js").read_text("utf-8")
    imported = [line.strip().strip('",') for line in worker.splitlines() if line.strip().startswith('"/src')]
    assert imported == [f"/{script}" for script in manifest()["background"]["scripts"]]


def test_nothing_is_asked_before_the_reader_acts(browser: Browser, gate: Gate, pages: str) -> None:
    asked: list[str] = []
    browser.context.on("request", lambda request: asked.append(request.url))
    tab = browser.open(f"{pages}/spy")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    tab.page.mouse.click(300, 300)
    popup = browser.own("src/popup/popup.html")
    popup.locator("#words").fill("some words that nobody has sent yet")
    options = browser.own("src/options/options.html")
    options.locator("#server").fill("http://127.0.0.1:1")
    options.wait_for_timeout(300)
    assert gate.asked == []
    foreign = [url for url in asked if not url.startswith((pages, "chrome-extension://"))]
    assert foreign == []
    assert tab.page.evaluate("document.querySelectorAll('onrecord-card, onrecord-button').length") == 0
    assert tab.page.evaluate("seen") == []


def test_page_sees_neither_the_card_nor_what_is_asked(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/spy")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    assert "Altered" in tab.answer()
    page = tab.page
    assert page.evaluate("document.querySelector('onrecord-card').shadowRoot") is None
    assert page.evaluate("document.querySelector('onrecord-card').textContent") == ""
    assert page.evaluate("typeof OnRecord") == "undefined"
    assert page.evaluate("document.documentElement.innerText.includes('Lin Jian said it otherwise')") is False
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert [one for one in page.evaluate("seen") if "fetch" in one or "attachShadow" in one] == []


def test_page_cannot_make_the_extension_ask(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/spy")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    tab.answer()
    before = len(gate.asked)
    attempts = tab.page.evaluate(
        """async (id) => {
          const tried = [];
          const attempt = async (name, work) => {
            try { tried.push([name, String(await work())]); } catch (error) { tried.push([name, "refused"]); }
          };
          const question = { type: "lookup", request: { quote: "x" } };
          await attempt("sendMessage", () => chrome.runtime.sendMessage(id, question));
          await attempt("connect", () => chrome.runtime.connect(id, { name: "verify" }));
          await attempt("script", () => import(`chrome-extension://${id}/src/card/card.css`));
          await attempt("frame", () => new Promise((resolve, reject) => {
            const frame = document.createElement("iframe");
            frame.src = `chrome-extension://${id}/src/popup/popup.html`;
            frame.onload = () => { try { resolve(frame.contentDocument.title); } catch (error) { reject(error); } };
            document.body.append(frame);
            setTimeout(reject, 1000);
          }));
          const host = document.querySelector("onrecord-card");
          for (const type of ["click", "keydown", "submit"]) {
            host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
          }
          host.click();
          dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
          postMessage(question, "*");
          return tried;
        }""",
        browser.id,
    )
    assert dict(attempts) == dict.fromkeys(("sendMessage", "connect", "script", "frame"), "refused")
    tab.page.wait_for_timeout(300)
    assert len(gate.asked) == before
    assert tab.shown, "a key that a page makes up does not close the card"


def test_page_that_keeps_every_key_and_click_cannot_keep_those_of_the_card(
    browser: Browser, gate: Gate, pages: str
) -> None:
    tab = browser.open(f"{pages}/spy")
    tab.page.evaluate(
        """const all = ["keydown", "keyup", "keypress", "input", "beforeinput", "click", "mousedown", "pointerdown"];
        for (const type of all) {
          document.addEventListener(type, (event) => {
            seen.push(`${type} ${event.key ?? event.data ?? ""}`);
            event.stopImmediatePropagation();
            event.preventDefault();
          }, true);
        }"""
    )
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    tab.answer()
    tab.click("details:last-of-type summary")
    tab.until(lambda: tab.card("root.querySelector('details:last-of-type').open"), "the form to open")
    tab.click("#note")
    tab.page.keyboard.type("Not so.")
    tab.until(lambda: "Not so." in tab.card("root.querySelector('pre').textContent"), "what will be sent to follow")
    tab.click("[type=submit]")
    tab.until(lambda: "Nothing was sent" in tab.card(), "the form to ask for consent")
    assert [one for one in tab.page.evaluate("seen") if not one.startswith("attachShadow")] == []
    tab.click("button.close")
    tab.until(lambda: not tab.shown, "the card to close")


def test_scripts_in_pages_may_not_choose_where_the_key_goes(browser: Browser, gate: Gate, pages: str) -> None:
    """What a page that took over its renderer could send in the extension's name."""
    browser.configure(server=gate.address, key="seven-spoons")
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    tab.answer()
    for message in (
        {"type": "test", "settings": {"server": pages, "key": "k"}},
        {"type": "history"},
        {"type": "nothing"},
    ):
        said = tab.world(f"chrome.runtime.sendMessage({json.dumps(message)}).then((r) => String(r), (e) => String(e))")
        assert said in ("undefined", "null"), (message, said)
    read = tab.world("chrome.storage.local.get().then(() => 'read', () => 'refused')")
    assert read == "refused"


def test_request_carries_no_cookie_and_no_referrer(browser: Browser, gate: Gate, pages: str) -> None:
    browser.context.add_cookies([{"name": "who", "value": "me", "url": gate.address}])
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    tab.answer()
    for asked in gate.asked:
        names = {name.lower() for name in asked.headers}
        assert not names & {"cookie", "referer"}
        assert asked.headers["Origin"] == f"chrome-extension://{browser.id}"


def test_nothing_is_kept_but_settings_and_history(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    browser.press_action(tab)
    tab.answer()
    kept = browser.worker.evaluate("chrome.storage.local.get()")
    assert set(kept) == {"settings", "history"}
    (entry,) = kept["history"]
    assert entry["quote"] == "misinformed, invented, or designed to drive a wedge"
    assert (entry["verdict"], entry["who"], entry["date"]) == ("altered", "Lin Jian", "2025-10-13")
    browser.configure(server=gate.address, history=False)
    tab.select("never harm")
    tab.shortcut()
    tab.until(lambda: "Verbatim" in (tab.card() or ""), "the answer")
    assert len(browser.worker.evaluate("chrome.storage.local.get('history')")["history"]) == 1
    request = {"quote": "x", "context": {}}
    browser.worker.evaluate(
        "([answer, request]) => OnRecord.settings.write({history: true}).then(() => "
        "OnRecord.history.record(answer, request, true))",
        [{"verdict": "verbatim", "matches": []}, request],
    )
    assert len(browser.worker.evaluate("OnRecord.history.list()")) == 1, "a private window leaves no trace"


def test_a_long_quotation_of_the_history_is_looked_up_again_as_it_was(browser: Browser, gate: Gate) -> None:
    """Cut short it would be another quotation, with another verdict."""
    words = "We keep the harbour wall " * 20 + "as it is and always was"
    popup = browser.own("src/popup/popup.html")
    popup.locator("#words").fill(words)
    popup.keyboard.press("Enter")
    entry = popup.locator(".past li button")
    expect(entry).to_have_text(re.compile(r"We keep the harbour wall .* (?:wall|the|We|keep|harbour) …$"))
    popup.reload()
    entry.click()
    expect(popup.locator("#answer .verdict")).to_be_visible()
    assert [asked["quote"] for asked in gate.bodies()] == [words, words]
