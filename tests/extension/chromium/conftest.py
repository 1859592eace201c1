"""One Chromium a module. Needs chromium; skips where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.extension.chromium.driver import CHROMIUM, Browser, chromium
from tests.extension.serving import Gate


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    if CHROMIUM is None:
        pytest.skip("needs chromium (apt-get install chromium)")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def module_browser(driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(driver, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(module_browser: Browser, gate: Gate) -> Iterator[Browser]:
    """The module's browser, asking the gate, with nothing left of the test before."""
    module_browser.worker.evaluate("chrome.storage.local.clear()")
    module_browser.configure(server=gate.address)
    yield module_browser
    module_browser.close_pages()
