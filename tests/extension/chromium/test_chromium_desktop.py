"""Real keys and the real menu, in a window: what the browser itself does between the hand and the extension."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from tests.extension.chromium.desktop import MISSING, Desktop, desktop
from tests.extension.chromium.driver import Browser, Tab, chromium
from tests.extension.serving import Gate

# A window manager gives the focus when it will and tells nobody, so what the hand does may go elsewhere. A movement
# that came to nothing is made again; what the extension answers is asserted each time.
pytestmark = [pytest.mark.browser, pytest.mark.flaky(reruns=2)]


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
        # Keys go to the window that has the focus, and a window that was just opened has it a moment later.
        screen.front()
        yield browser


def on_screen(tab: Tab) -> tuple[str, str]:
    """Where on the screen the selection begins."""
    x, y = tab.page.evaluate(
        "(() => { const box = getSelection().getRangeAt(0).getClientRects()[0]; return [screenX + box.x + 12, "
        "screenY + (outerHeight - innerHeight) + box.y + box.height / 2]; })()"
    )
    return str(round(x)), str(round(y))


def pick(screen: Desktop, tab: Tab, at: tuple[str, str]) -> None:
    """Our item of the right mouse button's menu. The menu is the browser's own and tells nobody when it is there."""
    for wait in (400, 1_200, 3_000):
        screen.hand("mousemove", *at, "click", "3")
        tab.page.wait_for_timeout(wait)
        screen.hand("key", "w")  # Who really said this?
        tab.page.wait_for_timeout(wait)
        if tab.shown:
            return
        screen.hand("key", "Escape")


def press(screen: Desktop, tab: Tab) -> None:
    """The shortcut. A window that has just come up may miss a key."""
    for _ in range(3):
        tab.page.bring_to_front()
        screen.front()
        screen.hand("key", "alt+shift+q")
        for _ in range(40):
            if tab.shown:
                return
            tab.page.wait_for_timeout(100)


def test_shortcut_pressed_on_the_keyboard(screen: Desktop, browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("never harm")
    screen.hand("mousemove", *on_screen(tab))
    press(screen, tab)
    assert "Verbatim" in tab.answer()
    screen.hand("key", "Escape")
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
    box.click()
    options.wait_for_timeout(800)  # the browser's question comes, and takes no key at once
    screen.hand("key", "Return")  # Deny
    expect(box).not_to_be_checked()
    assert not browser.worker.evaluate(granted)

    open_before = browser.open(f"{pages}/editor")
    options.bring_to_front()
    box.click()
    options.wait_for_timeout(800)
    screen.hand("key", "Tab", "Return")  # Allow
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
    press(screen, tab)
    assert "Verbatim" in tab.answer()
    assert browser.worker_target() is not None
