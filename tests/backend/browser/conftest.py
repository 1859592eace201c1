"""A real browser before a real server. Needs chromium; skips where it is missing."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, async_playwright

from tests.backend.running import running

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture
async def address(sample_archive: Path) -> AsyncIterator[str]:
    async with running(sample_archive, "--processes", "1") as server:
        yield server.address


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test logged as wrong; has to be empty at its end."""
    return []


@pytest.fixture
async def open_page(address: str, complaints: list[str]) -> AsyncIterator[OpenPage]:
    """A function that opens a path in a context with the given playwright options. The test fails if a page logs an
    error (a breach of the Content-Security-Policy is one), raises one, or opens a dialog."""
    if CHROMIUM is None:
        pytest.skip("needs chromium (apt-get install chromium)")
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        async with pages_of(browser, address, complaints) as open_path:
            yield open_path
        await browser.close()
    assert complaints == []


@asynccontextmanager
async def pages_of(browser: Browser, address: str, complaints: list[str]) -> AsyncIterator[OpenPage]:
    """What `open_page` gives, in a browser that runs already; its contexts are closed at the end."""
    contexts: list[BrowserContext] = []

    async def complain_of_dialog(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        await dialog.dismiss()

    def complain_of_line(line: ConsoleMessage) -> None:
        if line.type in ("error", "warning"):
            complaints.append(line.text)

    async def open_path(path: str, **options: Any) -> Page:
        context = await browser.new_context(**options)
        contexts.append(context)
        page = await context.new_page()
        page.on("console", complain_of_line)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", complain_of_dialog)
        await page.goto(address + path)
        return page

    yield open_path
    for context in contexts:
        await context.close()
