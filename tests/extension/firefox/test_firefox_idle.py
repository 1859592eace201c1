"""Firefox stops an idle extension's background, and starts it for the next event: nothing is lost by that."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.extension.firefox.browser import Firefox
from tests.extension.firefox.conftest import OpenPage
from tests.extension.firefox.onrecord import ID, OnRecord, card
from tools.package_extension import EXTENSION

pytestmark = pytest.mark.browser

STATE = f"WebExtensionPolicy.getByID({ID!r}).extension.backgroundState"
IDLE = "extensions.background.idle.timeout"


@pytest.fixture
def stopped(onrecord: OnRecord, browser: Firefox) -> Iterator[None]:
    """The background is stopped, as after half a minute without an event."""
    browser.set_preference(IDLE, 300)
    onrecord.control.go("about:blank")
    browser.in_window(f"WebExtensionPolicy.getByID({ID!r}).extension.terminateBackground()")
    browser.until(lambda: browser.in_window(f"{STATE} === 'stopped'"), "the background to stop")
    yield
    browser.set_preference(IDLE, None)
    onrecord.control.go(onrecord.options)


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("way", ["menu", "key", "button"])
def test_every_way_in_starts_it(onrecord: OnRecord, open_page: OpenPage, browser: Firefox, way: str) -> None:
    page = open_page("/plain")
    page.select("document.getElementById('quote')")
    assert browser.in_window(STATE) == "stopped"
    ways = {"menu": lambda: onrecord.by_menu(page), "key": onrecord.by_key, "button": onrecord.by_button}
    ways[way]()
    assert card(page).verdict == "altered"


def test_a_question_is_given_up_before_firefox_would_stop_the_background_over_it(browser: Firefox) -> None:
    """A question that waits for its answer does not keep the background alive: its limit has to."""
    source = (EXTENSION / "src/background/server.js").read_text("utf-8")
    longest = re.search(r"const SECONDS = (\d+);", source)
    probing = re.search(r"const PROBING = (\d+);", source)
    assert longest
    assert probing
    allowed = browser.in_window(f"Services.prefs.getIntPref({IDLE!r}, 30_000)")
    assert int(longest[1]) + 2 * int(probing[1]) < allowed / 1_000
