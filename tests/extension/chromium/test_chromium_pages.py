"""The popup, the options and the page of results: what they do, by mouse and by keyboard alone, and for everybody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.extension.chromium.driver import EXTENSION, Browser, Tab
from tests.extension.serving import Fault, Gate

pytestmark = pytest.mark.browser

AXE = EXTENSION / "node_modules/axe-core/axe.min.js"
WEDGE = "“misinformed, invented, or designed to drive a wedge”"


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("needs axe-core (npm ci in extension/)")
    return AXE.read_text("utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds wrong, every rule of it that applies to a page of its own."""
    # Through the debugger, since the pages' policy lets no script in.
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_popup_and_result_have_no_violations(browser: Browser, gate: Gate, axe: str, scheme: str) -> None:
    page = browser.own("src/popup/popup.html")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.locator("#words").fill(WEDGE)
    page.keyboard.press("Enter")
    expect(page.locator("h2.verdict")).to_contain_text("Altered")
    for summary in page.locator("summary").all():
        summary.click()
    expect(page.locator(".past li")).to_have_count(1)
    assert violations(page, axe) == []
    page.emulate_media(forced_colors="active")
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_options_have_no_violations(browser: Browser, gate: Gate, axe: str, scheme: str) -> None:
    page = browser.own("src/options/options.html")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.get_by_role("button", name="Save and test").click()
    expect(page.locator("#tested")).to_contain_text("It works")
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_card_and_panel_have_no_violations(browser: Browser, gate: Gate, pages: str, axe: str, scheme: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    tab.allow()
    tab.shortcut()
    assert "Nothing is selected" in tab.answer()
    # axe sees open shadow trees only: for it, the extension's world opens those that it makes from here on.
    tab.world(
        "{ const attach = Element.prototype.attachShadow; "
        "Element.prototype.attachShadow = function () { return attach.call(this, {mode: 'open'}); }; }"
    )
    tab.world(axe + "; true")
    run = (
        "axe.run({include: [{fromShadowDom: ['HOST', '.frame']}]}, {resultTypes: ['violations']})"
        ".then((found) => JSON.stringify(found.violations))"
    )
    tab.select("never harm")
    tab.shortcut()
    tab.until(lambda: "Verbatim" in (tab.card() or ""), "the answer")
    tab.card("[...body.querySelectorAll('details')].map((one) => { one.open = true; })")
    assert tab.world(run.replace("HOST", "onrecord-card")) == "[]"
    tab.shortcut("check")
    tab.until(lambda: "Quotations on this page" in (tab.card() or ""), "the list")
    assert tab.world(run.replace("HOST", "onrecord-panel")) == "[]"


def test_pasted_words_are_looked_up_alone(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/popup/popup.html")
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.insert_text(WEDGE)
    page.keyboard.press("Enter")
    expect(page.locator("h2.verdict")).to_contain_text("Altered")
    (asked,) = gate.bodies()
    assert asked["quote"] == WEDGE.strip("“”")
    assert not any(asked["context"].values()), "nothing but the words is sent"
    expect(page.locator("#answer")).to_be_focused()


def test_history_is_kept_looked_up_again_and_cleared(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/popup/popup.html")
    for words in (WEDGE, "the ministry gambled with the lives of the crew", WEDGE):
        page.locator("#words").fill(words)
        page.get_by_role("button", name="Look up").click()
        expect(page.locator(".past li").first).to_contain_text(words.strip("“”"))
    expect(page.locator(".past li")).to_have_count(2)
    expect(page.locator(".past li").first).to_contain_text("Lin Jian, Monday, October 13, 2025")
    page.reload()
    page.locator(".past button").last.click()
    expect(page.locator("h2.verdict")).to_contain_text("Verbatim")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#past")).to_be_hidden()
    assert "history" not in browser.worker.evaluate("chrome.storage.local.get()")


def test_reporting_shows_what_is_sent_and_asks_first(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/popup/popup.html")
    page.locator("#words").fill(WEDGE)
    page.keyboard.press("Enter")
    page.locator("summary", has_text="Report a wrong answer").click()
    page.get_by_label("What is wrong?").fill("The record is incomplete.")
    page.get_by_role("button", name="Send report").click()
    expect(page.locator(".report [role=status]")).to_contain_text("Nothing was sent")
    assert gate.bodies("/v1/reports") == []
    shown = page.locator(".report pre").inner_text()
    page.get_by_label(re.compile("^Send this to")).check()
    page.get_by_role("button", name="Send report").click()
    expect(page.locator(".report [role=status]")).to_contain_text("Thank you")
    (sent,) = gate.bodies("/v1/reports")
    assert page.evaluate("JSON.parse", shown) == sent
    assert sent["note"] == "The record is incomplete."


def test_options_are_tested_on_the_spot(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/options/options.html")
    server, tested = page.get_by_label("Address"), page.locator("#tested")
    save = page.get_by_role("button", name="Save and test")
    for typed, said in {
        "no address": "not a web address",
        "http://127.0.0.1:9": "cannot be reached",
        gate.address.removeprefix("http://"): "It works",
    }.items():
        server.fill(typed)
        save.click()
        expect(tested).to_contain_text(said)
    expect(server).to_have_value(gate.address)
    gate.stubs["/v1/about"] = {"name": "OnRecord", "version": "3", "key": "refused"}
    page.get_by_label("Key", exact=True).fill("seven-spoons")
    save.click()
    expect(tested).to_contain_text("refuses the key")
    assert gate.asked[-1].headers["Authorization"] == "Bearer seven-spoons"
    gate.stubs.clear()
    gate.cors = False
    save.click()
    expect(tested).to_contain_text("does not allow this extension")
    expect(page.get_by_role("button", name="Allow access to this server")).to_be_visible()
    gate.cors = True
    gate.fault = Fault(raw=b'{"name": "Another server"}')
    save.click()
    expect(tested).to_contain_text("not an OnRecord server")


def test_options_tell_what_is_sent_and_the_real_shortcut(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/options/options.html")
    expect(page.locator("#sent-to")).to_contain_text(gate.address)
    real = browser.worker.evaluate("chrome.commands.getAll()")
    wanted = [one["shortcut"] for one in real if one["name"] in ("lookup", "check")]
    assert sorted(page.locator("#shortcuts kbd").all_inner_texts()) == sorted(filter(None, wanted))
    page.evaluate(
        "chrome.commands.getAll = async () => "
        "[{name: 'lookup', shortcut: ''}, {name: 'check', shortcut: 'Alt+Shift+K'}]"
    )
    page.get_by_role("button", name="Save and test").click()
    expect(page.locator("#shortcuts")).to_contain_text("None: another program or extension has taken it")


def test_policy_goes_along_with_every_question(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/options/options.html")
    page.get_by_role("radio", name="Strict").check()
    expect(page.locator("#saved")).to_contain_text("Saved")
    popup = browser.own("src/popup/popup.html")
    popup.locator("#words").fill(WEDGE)
    popup.keyboard.press("Enter")
    expect(popup.locator("h2.verdict")).to_contain_text("Altered")
    assert gate.bodies()[0]["policy"] == "strict"


@pytest.mark.parametrize(
    ("language", "verdict", "menu"),
    [
        ("es", "Alterada", "¿Quién dijo esto de verdad?"),
        ("zh_CN", "有改动", "这话到底是谁说的？"),
        ("de", "Verändert", "Wer hat das wirklich gesagt?"),
        ("fr", "Altérée", "Qui a vraiment dit cela ?"),
    ],
)
def test_language_is_the_readers_choice(browser: Browser, gate: Gate, language: str, verdict: str, menu: str) -> None:
    page = browser.own("src/options/options.html")
    page.locator("#language").select_option(language)
    expect(page.locator("html")).to_have_attribute("lang", language.replace("_", "-"))
    expect(page.locator("#shortcuts dt").first).to_have_text(menu)
    popup = browser.own("src/popup/popup.html")
    popup.locator("#words").fill(WEDGE)
    popup.keyboard.press("Enter")
    expect(popup.locator("h2.verdict")).to_contain_text(verdict)


def test_options_by_keyboard_alone(browser: Browser, gate: Gate) -> None:
    page = browser.own("src/options/options.html")
    expect(page.locator("#sent-to")).to_contain_text(gate.address)
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.value || document.activeElement.textContent.trim()"
            )
        )
        if reached[-1] == "clear":
            break
    wanted = ["server", "key", "Save and test", "default", "language", "change-shortcuts", "button", "history", "clear"]
    assert reached == wanted
    page.locator("#server").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#tested")).to_contain_text("It works")


@pytest.fixture
def buttoned(browser: Browser, gate: Gate, pages: str) -> Tab:
    """A page with the floating button switched on, by a reader who granted the permission."""
    page = browser.own("src/options/options.html")
    # The browser's own question cannot be answered in a headless browser; the desktop test answers it.
    page.evaluate("chrome.permissions.request = async () => true")
    browser.worker.evaluate(
        "{ const file = OnRecord.buttonAccess; chrome.permissions.contains = async () => true; file.follow(); }"
    )
    page.evaluate("chrome.permissions.contains = async () => true; chrome.permissions.remove = async () => true")
    page.locator("#button").check()
    expect(page.locator("#saved")).to_contain_text("Saved")
    registered = browser.worker.evaluate("chrome.scripting.getRegisteredContentScripts()")
    assert [one["id"] for one in registered] == ["button"]
    tab = browser.open(f"{pages}/editor")
    tab.allow()
    # No permission, so the registered script is put in by the leave of the toolbar button.
    browser.worker.evaluate(
        "([script, tab]) => chrome.scripting.executeScript({target: {tabId: tab.id}, files: script.js})",
        [registered[0], tab.info()],
    )
    return tab


def test_floating_button(buttoned: Tab, browser: Browser, gate: Gate) -> None:
    tab, there = buttoned, "document.querySelectorAll('onrecord-button').length"
    tab.select("costs this country", "#plain")
    tab.page.wait_for_timeout(400)
    assert tab.page.evaluate(there) == 0, "three words are too few"
    tab.select("a closed channel costs this country about $900,000 an hour", "#plain")
    tab.until(lambda: tab.page.evaluate(there) == 1, "the button")
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate(there) == 0
    tab.select("A closed channel costs this country", "#edited")
    tab.page.wait_for_timeout(400)
    assert tab.page.evaluate(there) == 0, "never where text is edited"
    assert gate.asked == []
    tab.select("a closed channel costs this country about $900,000 an hour", "#plain")
    tab.until(lambda: tab.page.evaluate(there) == 1, "the button")
    box = tab.page.evaluate(
        "(() => { const box = document.querySelector('onrecord-button').getBoundingClientRect(); "
        "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
    )
    tab.page.evaluate("document.querySelector('onrecord-button').click()")
    assert gate.asked == [], "a page cannot press it"
    tab.page.mouse.click(*box)
    assert "Verbatim" in tab.answer()
    assert tab.page.evaluate(there) == 0


def test_button_switched_off_is_gone(buttoned: Tab, browser: Browser, gate: Gate) -> None:
    page = browser.own("src/options/options.html")
    page.evaluate("chrome.permissions.remove = async () => true")
    page.locator("#button").evaluate("(box) => { box.checked = false; box.dispatchEvent(new Event('change')); }")
    expect(page.locator("#saved")).to_contain_text("Saved")
    assert browser.worker.evaluate("chrome.scripting.getRegisteredContentScripts()") == []
