"""The three ways in, each from a real page to a real answer of a real server."""

from __future__ import annotations

import pytest

from tests.extension.chromium.driver import Browser
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser


def test_toolbar_button_looks_up_what_is_selected(browser: Browser, gate: Gate, pages: str) -> None:
    tab = browser.open(f"{pages}/article")
    tab.select("misinformed, invented")
    browser.press_action(tab)
    shown = tab.answer()
    print(shown)
    assert "Altered" in shown
    print(gate.bodies())
