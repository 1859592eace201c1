"""How the card looks in Firefox: in dark pages, in forced colours, enlarged, from right to left, under hostile sheets.

With ONRECORD_PICTURES set to a folder, a picture of each goes there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.extension.firefox.browser import Firefox, Tab
from tests.extension.firefox.conftest import OpenPage
from tests.extension.firefox.onrecord import OnRecord, card, in_card

pytestmark = pytest.mark.browser

DARK = {"layout.css.prefers-color-scheme.content-override": 0}
FORCED = {"browser.display.document_color_use": 2}
STILL = {"ui.prefersReducedMotion": 1}

Set = Callable[[dict[str, int]], None]
Picture = Callable[[Tab, str], None]


@pytest.fixture
def prefer(browser: Firefox) -> Iterator[Set]:
    """A function that sets preferences until the test ends."""
    names: list[str] = []

    def prefer(values: dict[str, int]) -> None:
        for name, value in values.items():
            names.append(name)
            browser.set_preference(name, value)

    yield prefer
    for name in names:
        browser.set_preference(name, None)


@pytest.fixture
def picture(pictures: Path | None) -> Picture:
    def picture(tab: Tab, name: str) -> None:
        if pictures is not None:
            (pictures / f"firefox-{name}.png").write_bytes(tab.screenshot())

    return picture


@pytest.fixture
def answered(onrecord: OnRecord, open_page: OpenPage) -> Callable[[str], Tab]:
    """A function that opens a page and shows the card of its quotation."""

    def answered(path: str) -> Tab:
        page = open_page(path)
        page.select("document.getElementById('quote')")
        onrecord.by_key()
        card(page)
        return page

    return answered


def luminance(colour: str) -> float:
    """Of a CSS colour `rgb(…)`, as WCAG has it: 0 to 1."""
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = ((part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_scheme_and_can_be_read(
    prefer: Set, answered: Callable[[str], Tab], picture: Picture, scheme: str
) -> None:
    if scheme == "dark":
        prefer(DARK)
    page = answered("/plain")
    picture(page, scheme)
    background, ink = card(page).colours
    assert (luminance(background) < 0.2) == (scheme == "dark")
    assert contrast(background, ink) >= 7
    # Every piece of text, against the nearest background that is painted beneath it.
    pairs = json.loads(
        in_card(
            page,
            """(root) => {
              const painted = (at) => { for (let one = at; one; one = one.parentElement) {
                const colour = getComputedStyle(one).backgroundColor;
                if (!/, 0\\)$|transparent/.test(colour)) return colour; } };
              const texts = [...root.querySelectorAll("*")].filter((one) =>
                one.getClientRects().length && !one.closest(".unseen") &&
                [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
              return JSON.stringify(texts.map((one) => [one.className + ": " + one.textContent.slice(0, 40),
                painted(one), getComputedStyle(one).color]));
            }""",
        )
    )
    assert len(pairs) > 10
    assert {name: contrast(under, over) for name, under, over in pairs if contrast(under, over) < 4.5} == {}


def test_in_forced_colours_nothing_rests_on_colour(
    prefer: Set, answered: Callable[[str], Tab], picture: Picture
) -> None:
    prefer(FORCED)
    page = answered("/plain")
    picture(page, "forced")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    shown = card(page)
    assert "Altered" in shown.text
    lines = json.loads(
        in_card(
            page,
            "(root) => JSON.stringify([root.querySelector('.diff del, .diff ins')?.tagName,"
            "getComputedStyle(root.querySelector('.diff del, .diff ins')).textDecorationLine,"
            "getComputedStyle(root.querySelector('[role=dialog]')).borderTopWidth])",
        )
    )
    assert lines[1] != "none"
    assert float(lines[2].removesuffix("px")) >= 1


@pytest.mark.parametrize("factor", [2.0, 3.0])
def test_enlarged_it_fits(
    browser: Firefox, onrecord: OnRecord, open_page: OpenPage, picture: Picture, factor: float
) -> None:
    page = open_page("/plain")
    browser.zoom(factor)
    page.select("document.getElementById('quote')")
    onrecord.by_key()
    shown = card(page)
    picture(page, f"zoom-{factor:g}")
    assert shown.is_in_view
    assert not shown.scrolls
    # All of it can be reached: what does not fit scrolls within.
    assert in_card(
        page,
        "(root) => { const links = [...root.querySelectorAll('summary')].at(-1); links.focus();"
        "const at = links.getBoundingClientRect(); return at.bottom <= innerHeight && at.top >= 0; }",
    )


def test_from_right_to_left_the_card_keeps_its_own_way(answered: Callable[[str], Tab], picture: Picture) -> None:
    page = answered("/rtl")
    picture(page, "rtl")
    assert in_card(page, "(root) => getComputedStyle(root.querySelector('[role=dialog]')).direction") == "ltr"
    assert card(page).is_in_view


def test_on_a_hostile_page_it_looks_the_same(
    onrecord: OnRecord, open_page: OpenPage, picture: Picture, answered: Callable[[str], Tab]
) -> None:
    style = (
        "(root) => { const frame = root.querySelector('[role=dialog]'); const at = frame.getBoundingClientRect();"
        "const { fontFamily, fontSize, color, opacity } = getComputedStyle(frame);"
        "return JSON.stringify([fontFamily, fontSize, color, opacity, Math.round(at.width)]); }"
    )
    calm = in_card(answered("/plain"), style)
    page = open_page("/hostile")
    page.select("document.getElementById('quote')")
    onrecord.by_menu(page)
    card(page)
    picture(page, "hostile")
    assert in_card(page, style) == calm


def test_with_reduced_motion_nothing_moves(prefer: Set, answered: Callable[[str], Tab]) -> None:
    prefer(STILL)
    page = answered("/plain")
    moving = in_card(page, "(root) => root.querySelector('[role=dialog]').getAnimations({ subtree: true }).length")
    assert moving == 0


def test_the_panel(onrecord: OnRecord, open_page: OpenPage, picture: Picture) -> None:
    page = open_page("/plain")
    onrecord.check_page()
    card(page, "panel")
    picture(page, "panel")


@pytest.mark.parametrize("page", ["options", "popup"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_own_pages_fit_at_every_width(
    onrecord: OnRecord, browser: Firefox, prefer: Set, picture: Picture, page: str, scheme: str
) -> None:
    if scheme == "dark":
        prefer(DARK)
    tab = browser.open(getattr(onrecord, page))
    try:
        browser.until(lambda: tab.evaluate("!document.body.hidden && document.body.innerText"), "the page")
        for width in (320, 1_200):
            tab.size(width, 800)
            picture(tab, f"{page}-{scheme}-{width}")
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        tab.close()
