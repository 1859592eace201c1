"""Real keys and the real menu, in a window: what the browser itself does between the hand and the extension."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.extension.chromium.desktop import MISSING, Desktop, desktop
from tests.extension.chromium.driver import Browser, Tab, chromium
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser

# Milliseconds for which the browser's own questions take no key, so that nobody answers one that has just come up.
PROTECTED = 500
SHORTCUT = "alt+shift+q"


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    if MISSING:
        pytest.skip(f"needs {', '.join(MISSING)} (apt-get install xvfb openbox xdotool)")
    with desktop() as found:
        yield found


@pytest.fixture(scope="module")
def module_browser(driver: Playwright, screen: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    profile = tmp_path_factory.mktemp("desktop")
    options = {"env": screen.environment, "no_viewport": True}
    with chromium(
        driver, profile, "--window-position=0,0", "--window-size=1200,860", headless=False, **options
    ) as browser:
        yield browser


def on_screen(tab: Tab) -> tuple[str, str]:
    """Where on the screen the selection begins."""
    x, y = tab.page.evaluate(
        "(() => { const box = getSelection().getRangeAt(0).getClientRects()[0]; return [screenX + box.x + 12, "
        "screenY + (outerHeight - innerHeight) + box.y + box.height / 2]; })()"
    )
    return str(round(x)), str(round(y))


def pick(screen: Desktop, tab: Tab, at: tuple[str, str]) -> None:
    """Our item of the right mouse button's menu."""
    ready(screen, tab.page)
    screen.hand("mousemove", *at)
    menu = screen.opens("click", "3")
    screen.hand("key", "w")  # Who really said this?
    screen.closed(menu)


def press(screen: Desktop, tab: Tab, *keys: str) -> None:
    ready(screen, tab.page)
    screen.hand("key", *keys)


def ready(screen: Desktop, page: Page) -> None:
    """The window has the keys, and in it the page."""
    page.bring_to_front()
    screen.front()
    focused(page, True)


def focused(page: Page, wanted: bool) -> None:
    """Waits until a page has the focus, or something of the browser’s own has taken it. Playwright tells every page
    that it has: not so those that are asked here."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setFocusEmulationEnabled", {"enabled": False})
    page.wait_for_function("(wanted) => document.hasFocus() === wanted", arg=wanted)
    session.detach()


def answered(screen: Desktop, page: Page, *keys: str) -> None:
    """Answers the browser's question whether the extension may see every page, once it takes an answer."""
    focused(page, False)
    page.wait_for_timeout(PROTECTED)
    screen.hand("key", *keys)
    focused(page, True)


def test_shortcut_pressed_on_the_keyboard(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("never harm")
    screen.hand("mousemove", *on_screen(tab))
    press(screen, tab, SHORTCUT)
    assert "Verbatim" in tab.answer()
    press(screen, tab, "Escape")
    tab.until(lambda: not tab.shown, "the card to close")


def test_menu_of_the_right_mouse_button(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented", "article p:nth-of-type(2)")
    pick(screen, tab, on_screen(tab))
    assert "Altered" in tab.answer()


def test_menu_in_a_frame_of_another_origin(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/frame")
    frame = tab.page.frame(url=re.compile("//localhost"))
    assert frame is not None
    frame.wait_for_load_state()
    x, y = frame.evaluate(
        """(() => {
          const node = document.querySelector("h2").firstChild;
          getSelection().setBaseAndExtent(node, node.data.indexOf("misinformed"), node, node.data.indexOf("”"));
          const box = getSelection().getRangeAt(0).getClientRects()[0];
          return [box.x + 12, box.y + box.height / 2];
        })()"""
    )
    left, top = tab.page.evaluate(
        "(() => { const box = document.querySelector('iframe').getBoundingClientRect(); "
        "return [screenX + box.x, screenY + (outerHeight - innerHeight) + box.y]; })()"
    )
    pick(screen, tab, (str(round(left + x)), str(round(top + y))))
    assert "Altered" in tab.answer()
    (asked,) = gate.bodies()
    assert asked["quote"] == "misinformed, invented, or designed to drive a wedge"


def test_floating_button_is_granted_and_taken_back(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    options = browser.own("src/options/options.html")
    box = options.locator("#button")
    granted = "chrome.permissions.contains({origins: ['https://*/*', 'http://*/*']})"
    ready(screen, options)
    box.click()
    answered(screen, options, "Return")  # Deny
    expect(box).not_to_be_checked()
    assert not browser.worker.evaluate(granted)

    open_before = browser.open(f"{pages}/editor")
    ready(screen, options)
    box.click()
    answered(screen, options, "Tab", "Return")  # Allow
    expect(options.locator("#saved")).to_have_text("Saved.")
    expect(box).to_be_checked()
    assert browser.worker.evaluate(granted)

    words = "a closed channel costs this country about $900,000 an hour"
    there = "document.querySelectorAll('onrecord-button').length"
    for tab in (open_before, browser.open(f"{pages}/editor")):
        tab.page.bring_to_front()
        tab.select(words, "#plain")
        tab.until(lambda: tab.page.evaluate(there), "the button")  # noqa: B023
        assert gate.asked == []
        tab.page.keyboard.press("Escape")
    tab.select(words, "#plain")
    tab.until(lambda: tab.page.evaluate(there), "the button")
    x, y = tab.page.evaluate(
        "(() => { const box = document.querySelector('onrecord-button').getBoundingClientRect(); "
        "return [screenX + box.x + 20, screenY + (outerHeight - innerHeight) + box.y + 12]; })()"
    )
    screen.hand("mousemove", str(round(x)), str(round(y)), "click", "1")
    assert "Verbatim" in tab.answer()

    browser.worker.evaluate("chrome.permissions.remove({origins: ['https://*/*', 'http://*/*']})")
    tab.until(lambda: not browser.worker.evaluate("OnRecord.settings.read()")["button"], "the setting to follow")
    assert browser.worker.evaluate("chrome.scripting.getRegisteredContentScripts()") == []


def test_shortcut_starts_a_worker_that_had_stopped(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    """Last in its module: playwright does not find the new worker."""
    tab = browser.open(f"{pages}/article")
    browser.stop_worker()
    tab.until(lambda: browser.worker_target() is None, "the worker to stop")
    tab.select("never harm")
    press(screen, tab, SHORTCUT)
    assert "Verbatim" in tab.answer()
    assert browser.worker_target() is not None
