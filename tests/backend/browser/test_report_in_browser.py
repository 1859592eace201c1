"""The report of a job, as a person opens it: from the server, and as a saved file without it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.backend.browser.conftest import OpenPage
from tests.backend.running import running
from tests.jobs.running import asking

pytestmark = pytest.mark.browser

ROWS = [
    "drive a wedge between China and Pakistan",
    {"quote": "The reported stories are either misinformed or invented", "speaker": "Lin Jian"},
    "<img src=x onerror=alert(1)> made of silver spoons and forks",
]


@pytest.fixture
async def address(sample_archive_copy: Path) -> AsyncIterator[str]:
    async with running(sample_archive_copy, "--processes", "1", "--job-workers", "1") as server:
        yield server.address


async def test_rows_are_shown_and_hidden_by_verdict_without_a_script(
    address: str, open_page: OpenPage, tmp_path: Path
) -> None:
    async with asking(address) as jobs:
        job = (await jobs.send({"rows": ROWS, "name": "Friday"}, "application/json"))["id"]
        await jobs.over(job)
        report = await jobs.results(job, "html")
    page = await open_page(f"/v1/jobs/{job}/results?format=html", java_script_enabled=False)
    rows = page.locator("section.row")
    await expect(rows).to_have_count(3)
    await expect(page.locator("del")).to_have_text("that you mentioned")
    await expect(page.locator("section.altered h2")).to_have_css("color", "rgb(163, 38, 44)")
    await page.get_by_label("Altered").uncheck()
    await expect(rows.locator("visible=true")).to_have_count(2)
    await page.get_by_label("Verbatim", exact=True).uncheck()
    await expect(rows.locator("visible=true")).to_have_count(1)

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    saved = tmp_path / "report.html"
    saved.write_bytes(report)
    await page.goto(saved.as_uri())
    await expect(rows).to_have_count(3)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Friday")
    assert asked == [saved.as_uri()], "a report needs nothing but itself"
