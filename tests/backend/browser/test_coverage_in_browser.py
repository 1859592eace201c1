"""The page of coverage in a browser: drawn, readable in every scheme and width, and usable with keys alone."""

from __future__ import annotations

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.backend.browser.conftest import OpenPage
from tests.backend.covered import SOURCE, covered_archive
from tests.backend.running import SECONDS, running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("covered")
    covered_archive(data, last=datetime.now(UTC).date(), weeks=60)
    return data


@pytest.fixture
async def address(covered: Path) -> AsyncIterator[str]:
    async with running(covered, "--processes", "1") as server:
        yield server.address


def colours(png: bytes) -> set[bytes]:
    """Every colour of a screenshot, eight bits a channel and not interlaced, as browsers write them."""
    width, _, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert depth == 8
    size = {2: 3, 6: 4}[kind]
    packed, place = b"", 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        packed += png[place + 8 : place + 8 + length] if name == b"IDAT" else b""
        place += length + 12
    found: set[bytes] = set()
    lines, above = zlib.decompress(packed), bytearray(width * size)
    for start in range(0, len(lines), width * size + 1):
        line = bytearray(lines[start + 1 : start + 1 + width * size])
        _unfilter(lines[start], line, above, size)
        found.update(bytes(line[at : at + 3]) for at in range(0, len(line), size))
        above = line
    return found


def _unfilter(kind: int, line: bytearray, above: bytearray, size: int) -> None:
    for at in range(len(line)):
        left = line[at - size] if at >= size else 0
        corner = above[at - size] if at >= size else 0
        guess = left + above[at] - corner
        nearest = min((left, above[at], corner), key=lambda value: abs(guess - value))
        line[at] = (line[at] + (0, left, above[at], (left + above[at]) // 2, nearest)[kind]) & 0xFF


@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}],
    ids=["light", "dark", "forced colours"],
)
async def test_the_picture_is_drawn_in_every_scheme(open_page: OpenPage, options: dict[str, str]) -> None:
    """What the style sheet says a held day looks like is really on the screen, beside what it says of a failed one."""
    page = await open_page("/coverage", viewport={"width": 1200, "height": 900}, **options)
    shown = colours(await page.locator(f"#s-{SOURCE} svg.calendar").first.screenshot())
    for part, style in (("#day-held", "fill"), ("#day-failed rect", "fill"), ("#day-missing", "stroke")):
        colour = await page.locator(part).evaluate(f"element => getComputedStyle(element).{style}")
        wanted = bytes(int(number) for number in colour.removeprefix("rgb(").rstrip(")").split(",")[:3])
        assert wanted in shown, (part, colour)


@pytest.mark.parametrize("width", [320, 640, 1280])
async def test_nothing_sticks_out_and_the_pictures_scroll_in_their_boxes(open_page: OpenPage, width: int) -> None:
    """640 is a window of 1280 at 200 %."""
    page = await open_page("/coverage", viewport={"width": width, "height": 800})
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(f"#s-{SOURCE} .year .scroll").first
    scrolls = await box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert scrolls == (width < 1280)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
async def test_keys_alone_reach_the_picture_and_its_numbers(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/coverage", viewport={"width": 400, "height": 800}, java_script_enabled=scripts)
    link = page.get_by_role("link", name="Chinese foreign ministry, in Chinese")
    await link.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**#s-{SOURCE}")
    box = page.locator(f"#s-{SOURCE} .year .scroll").first
    await page.keyboard.press("Tab")
    assert await box.evaluate("box => document.activeElement === box")
    await page.keyboard.press("ArrowRight")
    async with asyncio.timeout(SECONDS):
        while not await box.evaluate("box => box.scrollLeft"):
            pass
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    table = page.locator(f"#s-{SOURCE} .year table").first
    await table.wait_for(state="visible")
    assert await table.get_by_role("row").count() > 1


async def test_a_picture_has_a_name_for_those_who_do_not_see_it(open_page: OpenPage) -> None:
    page = await open_page("/coverage")
    year = datetime.now(UTC).year
    picture = page.locator(f"#s-{SOURCE}").get_by_role("img", name=f"{year}")
    assert await picture.count() == 1
    named = await page.locator(f"#s-{SOURCE} h3").first.inner_text()
    assert "held in part" in named
