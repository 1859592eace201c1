"""What only a browser can tell: nothing is blocked or broken, the form works without scripts, the passage shows."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.async_api import expect

from tests.backend.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

WEDGE = "misinformed, invented, or designed to drive a wedge"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/docs/codes", "/?" + urlencode({"quote": WEDGE, "speaker": "Lin Jian"})]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_pages_load_without_a_complaint(open_page: OpenPage, path: str, scheme: str) -> None:
    page = await open_page(path, color_scheme=scheme)
    background = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    # The style sheet was taken, and the scheme followed.
    red = int(background.removeprefix("rgb(").split(",")[0])
    assert red > 200 if scheme == "light" else red < 60


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
async def test_the_form_leads_to_the_marked_passage(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/", java_script_enabled=scripts)
    await page.get_by_label("Quotation").fill(WEDGE)
    await page.get_by_label("Said by").fill("Lin Jian")
    await page.get_by_role("button", name="Check the quotation").click()
    heading = page.get_by_role("heading", level=1)
    await heading.wait_for()
    assert "Altered" in await heading.inner_text()
    assert await page.get_by_role("button", name="Copy this sentence").is_visible() == scripts
    await page.get_by_role("link", name="Read it in the transcript").click()
    passage = page.locator("#passage")
    await passage.wait_for()
    assert "wedge" in await passage.inner_text()
    if scripts:
        await expect(passage).to_be_in_viewport()
        await expect(passage).to_be_focused()


async def test_keys_alone_are_enough(open_page: OpenPage) -> None:
    page = await open_page("/")
    # The field for the quotation has the focus; Ctrl+Enter sends the form.
    await page.keyboard.type(WEDGE)
    await page.keyboard.press("Control+Enter")
    await page.get_by_role("heading", name="Altered").wait_for()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent") == "Skip to the content"


async def test_a_script_in_the_words_stays_words(open_page: OpenPage) -> None:
    page = await open_page("/?" + urlencode({"quote": "drive a wedge " + EVIL, "speaker": EVIL}))
    assert EVIL in await page.get_by_label("Quotation").input_value()
    assert await page.locator("main script, main img").count() == 0


async def test_a_code_of_an_answer_leads_to_its_explanation(open_page: OpenPage) -> None:
    page = await open_page("/?" + urlencode({"quote": "The ministry promised the union a seat on the harbour board."}))
    await page.locator(".diff").get_by_role("link", name="negation").click()
    explained = page.locator("#edit-negation")
    await expect(explained).to_be_in_viewport()
    await explained.get_by_role("link", name="the strike is lawful").click()
    await page.get_by_role("heading", name="Altered").wait_for()


@pytest.mark.parametrize("width", [320, 420, 1280])
async def test_nothing_sticks_out(open_page: OpenPage, width: int) -> None:
    for path in ("/", "/docs", "/docs/codes", "/?" + urlencode({"quote": WEDGE})):
        page = await open_page(path, viewport={"width": width, "height": 800})
        assert await page.evaluate("document.documentElement.scrollWidth") <= width, path


async def test_a_script_that_got_in_would_not_run(open_page: OpenPage, complaints: list[str]) -> None:
    page = await open_page("/")
    await page.evaluate(
        "const script = document.createElement('script'); script.textContent = 'window.ran = true'; "
        "document.body.append(script)"
    )
    assert await page.evaluate("window.ran") is None
    assert any("Content Security Policy" in line for line in complaints)
    complaints.clear()
