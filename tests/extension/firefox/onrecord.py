"""The extension as tests see it: its settings, and the card that it shows in a page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.extension.firefox.browser import Firefox, Tab
from tools.package_extension import EXTENSION

MANIFEST = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
ID = MANIFEST["browser_specific_settings"]["gecko"]["id"]
UUID = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
# Of an extension of the tests' own.
READER_ID, READER_UUID = "reader@tests.invalid", "6b1f2a3c-9d8e-4f70-8a1b-2c3d4e5f6a7b"
UUIDS = {ID: UUID, READER_ID: READER_UUID}
PAGES = f"moz-extension://{UUID}/src"
LOOKUP = "Who really said this?"
CHECK = "Check all quotes on this page"

_SEEN = """
(root) => {
  const shown = root.querySelector(".answer:not(.waiting), .list");
  if (!shown) return null;
  const frame = root.querySelector("[role=dialog]");
  const box = frame.getBoundingClientRect();
  return JSON.stringify({
    verdict: shown.dataset.verdict ?? null,
    failure: shown.dataset.failure ?? null,
    text: frame.innerText,
    status: frame.querySelector(":scope > [role=status]").textContent,
    label: frame.getAttribute("aria-label"),
    focused: root.activeElement !== null,
    box: [box.left, box.top, box.right, box.bottom],
    view: [document.documentElement.clientWidth, innerHeight],
    colours: [getComputedStyle(frame).backgroundColor, getComputedStyle(frame).color],
    scrolls: frame.scrollWidth > frame.clientWidth + 1,
  });
}
"""


@dataclass(frozen=True)
class Card:
    """What is shown. `box` is left, top, right, bottom in CSS pixels, `view` the window's width and height."""

    verdict: str | None
    failure: str | None
    text: str
    status: str
    label: str
    focused: bool
    box: tuple[float, float, float, float]
    view: tuple[float, float]
    colours: tuple[str, str]
    scrolls: bool

    @property
    def is_in_view(self) -> bool:
        left, top, right, bottom = self.box
        return left >= 0 and top >= 0 and right <= self.view[0] + 1 and bottom <= self.view[1] + 1 and right > left


class OnRecord:
    """The extension in a browser."""

    def __init__(self, firefox: Firefox) -> None:
        self.firefox = firefox
        self._control: Tab | None = None
        self.options = f"{PAGES}/options/options.html"
        self.popup = f"{PAGES}/popup/popup.html"
        self.result = f"{PAGES}/result/result.html"

    @property
    def control(self) -> Tab:
        """One of its own pages, left open to set it up from; an update closes it, then it is opened again."""
        if self._control is None or self._control not in self.firefox.tabs():
            self._control = self.firefox.open(self.options)
        return self._control

    def set(self, **settings: Any) -> None:
        self.control.evaluate(
            f"chrome.storage.local.set({{ settings: {json.dumps({'server': 'http://127.0.0.1:9', **settings})} }})"
        )

    def stored(self, name: str) -> Any:
        named = json.dumps(name)
        get = f"chrome.storage.local.get({named}).then((all) => JSON.stringify(all[{named}] ?? null))"
        return json.loads(self.control.evaluate(get))

    def by_menu(self, tab: Tab) -> None:
        tab.click_selection()
        self.firefox.choose_from_menu(LOOKUP)

    def by_key(self) -> None:
        self.firefox.press("q", "Alt", "Shift")

    def by_button(self) -> None:
        self.firefox.click_toolbar(ID)

    def check_page(self) -> None:
        self.firefox.press("k", "Alt", "Shift")


def card(tab: Tab, kind: str = "card", seconds: float = 20) -> Card:
    """The card or panel in a page once it shows more than that it is waiting."""
    seen = tab.firefox.until(lambda: tab.shadow(f"onrecord-{kind}", _SEEN), f"the {kind} with its answer", seconds)
    return Card(**json.loads(seen))


def in_card(tab: Tab, function: str, *arguments: Any, kind: str = "card") -> Any:
    """The value of a function of the card's shadow root."""
    return tab.shadow(f"onrecord-{kind}", function, *arguments)


def click_in_card(tab: Tab, find: str, *, kind: str = "card") -> None:
    """Click, as a person does, what an expression of `root` names."""
    x, y = json.loads(
        in_card(
            tab,
            f"(root) => {{ const found = {find}; found.scrollIntoView({{ block: 'nearest' }});"
            "const at = found.getBoundingClientRect();"
            "return JSON.stringify([at.x + at.width / 2, at.y + at.height / 2]); }",
            kind=kind,
        )
    )
    tab.click(x, y)
