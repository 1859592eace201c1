"""The revisions of a record in a real browser: readable without scripts, at any width, in either scheme."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from quotes.archive import Archive
from quotes.ingest import rebuild
from tests.backend.browser.conftest import OpenPage
from tests.backend.revised import PATH, revised_archive
from tests.backend.running import running

pytestmark = pytest.mark.browser


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    revised_archive(tmp_path)
    with Archive.open(tmp_path) as archive:
        rebuild(archive)
    async with running(tmp_path, "--processes", "1") as server:
        yield server.address


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
async def test_from_the_record_to_what_a_revision_changed(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page(f"/transcripts/{PATH}", java_script_enabled=scripts)
    await page.get_by_role("link", name="Revision 2", exact=True).click()
    dropped = page.locator(".change del").first
    await dropped.wait_for()
    assert "not" in await dropped.inner_text()
    assert "line-through" in await dropped.evaluate("element => getComputedStyle(element).textDecorationLine")
    await page.get_by_role("link", name="turn 3 of revision 1").click()
    await page.get_by_text("nothing to add on the tugboats").wait_for()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_sticks_out_or_complains(open_page: OpenPage, width: int, scheme: str) -> None:
    page = await open_page(
        f"/transcripts/{PATH}?revision=2", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
