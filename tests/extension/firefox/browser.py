"""A real Firefox, headless, driven over WebDriver BiDi: no geckodriver, and the browser's own menus, keys and buttons.

Besides the pages there is the scope of the browser's window (`chrome`), where what a person clicks can be clicked: an
extension then gets exactly the leave it would get from that person.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import tempfile
from base64 import b64decode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import aiohttp

from tests.extension.firefox.bidi import Bidi, BidiError, Json
from tests.extension.firefox.loop_thread import SECONDS, LoopThread

FIREFOX = next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)

T = TypeVar("T")
Preferences: TypeAlias = dict[str, str | int | bool]

# Nothing of its own accord: no first-run page, no telemetry, no update, nothing fetched from anywhere.
_PREFERENCES: Preferences = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "extensions.webextOptionalPermissionPrompts": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}

# A key as a person presses it, in the window: what the window does not take goes on to the page.
_PRESS = """
(() => {
  const keys = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!keys.beginInputTransactionForTests(window)) throw new Error("no key can be pressed now");
  const held = %s.map((name) => new KeyboardEvent("", { key: name, code: `${name}Left` }));
  for (const key of held) keys.keydown(key);
  const key = new KeyboardEvent("", { key: %s, code: %s });
  keys.keydown(key);
  keys.keyup(key);
  for (const key of held.reverse()) keys.keyup(key);
})()
"""


class Firefox:
    """The browser's window. Methods block, and raise BidiError with what the browser says."""

    def __init__(self, loop: LoopThread, bidi: Bidi, chrome: str, complaints: list[str]) -> None:
        self._loop = loop
        self._bidi = bidi
        self._chrome = chrome
        self.complaints = complaints

    def command(self, method: str, **params: Any) -> Json:
        return self._loop.run(self._bidi.command(method, **params))

    def install(self, folder: Path) -> str:
        """The id of the extension in `folder`, loaded as about:debugging loads one."""
        found: str = self.command("webExtension.install", extensionData={"type": "path", "path": str(folder)})[
            "extension"
        ]
        return found

    def uninstall(self, extension: str) -> None:
        self.command("webExtension.uninstall", extension=extension)

    def in_window(self, expression: str) -> Any:
        """The value of an expression in the scope of the browser's window, awaited if it is a promise."""
        return value_of(
            self.command("script.evaluate", expression=expression, target={"context": self._chrome}, awaitPromise=True)
        )

    def open(self, address: str, *, wait: str = "complete") -> Tab:
        tab = Tab(self, self.command("browsingContext.create", type="tab")["context"])
        tab.go(address, wait=wait)
        return tab

    def tabs(self) -> list[Tab]:
        return [Tab(self, one["context"]) for one in self.command("browsingContext.getTree")["contexts"]]

    def tab_at(self, address: str, seconds: float = 15) -> Tab:
        """The tab whose address begins so, waited for."""
        return self.until(
            lambda: next((tab for tab in self.tabs() if tab.address().startswith(address)), None),
            f"a tab at {address}",
            seconds,
        )

    def until(self, look: Callable[[], T | None], what: str, seconds: float = 15) -> T:
        """The first value of `look` that is not empty or false; `what` names it when it does not come."""

        async def wait() -> T:
            while not (found := await asyncio.to_thread(look)):  # noqa: ASYNC110 - a page tells nobody when it changes
                await asyncio.sleep(0.02)
            return found

        try:
            return self._loop.run(wait(), seconds)
        except TimeoutError:
            raise AssertionError(f"not within {seconds:g} seconds: {what}") from None

    def comes(self, look: Callable[[], object], seconds: float) -> bool:
        """Whether `look` gives something at any time within `seconds`: for what should not come."""
        try:
            self.until(look, "", seconds)
        except AssertionError:
            return False
        return True

    def press(self, key: str, *modifiers: str) -> None:
        """A key, with `Alt`, `Control` or `Shift` held, in the window."""
        code = f"Key{key.upper()}" if len(key) == 1 and key.isalpha() else key
        self.in_window(_PRESS % (json.dumps(modifiers), json.dumps(key), json.dumps(code)))

    def choose_from_menu(self, label: str) -> None:
        """Choose from the context menu that is open, or from a folder of it."""
        self.until(lambda: self.in_window(f"({_MENU_ITEM})({json.dumps(label)})"), f"the menu’s {label!r}")

    def menu(self) -> list[str]:
        """What the open context menu offers."""
        found: list[str] = json.loads(
            self.in_window(
                "JSON.stringify([...document.querySelectorAll('#contentAreaContextMenu :is(menuitem, menu)')]"
                ".filter(item => !item.hidden && item.label).map(item => item.label))"
            )
        )
        return found

    def close_menu(self) -> None:
        self.in_window("document.getElementById('contentAreaContextMenu').hidePopup()")

    def click_toolbar(self, extension: str) -> None:
        """The extension's button, beside the address or in the panel of extensions."""
        self.in_window(f"({_TOOLBAR})({json.dumps(extension)})")

    def set_preference(self, name: str, value: str | int | bool | None) -> None:
        if value is None:
            self.in_window(f"Services.prefs.clearUserPref({json.dumps(name)})")
            return
        kind = "Bool" if isinstance(value, bool) else "Int" if isinstance(value, int) else "String"
        self.in_window(f"Services.prefs.set{kind}Pref({json.dumps(name)}, {json.dumps(value)})")

    def zoom(self, factor: float) -> None:
        """Of the selected tab, as Ctrl and + do it."""
        self.in_window(f"ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, {factor})")


_MENU_ITEM = """
(label) => {
  const menu = document.getElementById("contentAreaContextMenu");
  const item = [...menu.querySelectorAll("menuitem")].find((one) => one.label === label && !one.hidden);
  if (menu.state !== "open" || !item) return false;
  const popup = item.closest("menupopup");
  if (popup !== menu && popup.state !== "open") {
    popup.parentNode.openMenu(true);
    return false;
  }
  popup.activateItem(item);
  return true;
}
"""

_TOOLBAR = """
async (extension) => {
  const at = `[data-extensionid="${extension}"].webextension-browser-action`;
  let button = document.querySelector(at);
  if (!button || button.closest("#unified-extensions-panel, #unified-extensions-area")) {
    document.getElementById("unified-extensions-button").click();
    for (let tries = 0; tries < 200 && !(button = document.querySelector(at))?.getBoundingClientRect().width; tries++)
      await new Promise((done) => setTimeout(done, 20));
  }
  button.click();
}
"""


@dataclass(frozen=True)
class Tab:
    """A page, or an extension's page, in the window."""

    firefox: Firefox
    context: str

    def address(self) -> str:
        found: str = self._tree()["url"]
        return found

    def _tree(self) -> Json:
        (tree,) = self.firefox.command("browsingContext.getTree", root=self.context)["contexts"]
        found: Json = tree
        return found

    def frame(self, address: str) -> Tab:
        """The frame of this page whose address begins so."""
        return self.firefox.until(
            lambda: next(
                (
                    Tab(self.firefox, child["context"])
                    for child in self._tree()["children"]
                    if child["url"].startswith(address)
                ),
                None,
            ),
            f"a frame at {address}",
        )

    def go(self, address: str, *, wait: str = "complete") -> None:
        self.firefox.command("browsingContext.navigate", context=self.context, url=address, wait=wait)

    def close(self) -> None:
        self.firefox.command("browsingContext.close", context=self.context)

    def activate(self) -> None:
        self.firefox.command("browsingContext.activate", context=self.context)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page: text, number, truth value or null; other values as JSON text."""
        return value_of(
            self.firefox.command(
                "script.evaluate", expression=expression, target={"context": self.context}, awaitPromise=True
            )
        )

    def shadow(self, host: str, function: str, *arguments: Any) -> Any:
        """The value of `function` called with the shadow root, open or closed, of the element at the selector `host`.
        None where there is no such element or it has none."""
        found = self.firefox.command(
            "script.evaluate",
            expression=f"document.querySelector({json.dumps(host)})",
            target={"context": self.context},
            awaitPromise=False,
            serializationOptions={"includeShadowTree": "all", "maxDomDepth": 0},
        )
        root = found.get("result", {}).get("value", {}).get("shadowRoot")
        if not root:
            return None
        return value_of(
            self.firefox.command(
                "script.callFunction",
                functionDeclaration=function,
                target={"context": self.context},
                awaitPromise=True,
                arguments=[{"sharedId": root["sharedId"]}, *map(_text, arguments)],
            )
        )

    def select(self, expression: str) -> str:
        """Selects what an expression names: a node, or a range. The text that is selected then."""
        found: str = self.evaluate(
            f"""(() => {{
              const what = {expression};
              const range = what instanceof Range ? what : document.createRange();
              if (range !== what) range.selectNodeContents(what);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return String(getSelection());
            }})()"""
        )
        return found

    def press(self, *keys: str) -> None:
        """Keys one after the other, into the page, as WebDriver names them."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": actions})

    def click(self, x: float, y: float, *, button: int = 0) -> None:
        """At a point of the viewport, in CSS pixels; button 2 opens the context menu."""
        self._act(
            {
                "type": "pointer",
                "id": "mouse",
                "actions": [
                    {"type": "pointerMove", "x": round(x), "y": round(y)},
                    {"type": "pointerDown", "button": button},
                    {"type": "pointerUp", "button": button},
                ],
            }
        )

    def click_selection(self, *, button: int = 2) -> None:
        x, y = json.loads(
            self.evaluate(
                "(() => { const at = getSelection().getRangeAt(0).getClientRects()[0];"
                "return JSON.stringify([at.x + Math.min(10, at.width / 2), at.y + at.height / 2]); })()"
            )
        )
        self.click(x, y, button=button)

    def click_element(self, expression: str) -> None:
        x, y = json.loads(
            self.evaluate(
                f"(() => {{ const found = {expression}; found.scrollIntoView({{ block: 'center' }});"
                "const at = found.getBoundingClientRect();"
                "return JSON.stringify([at.x + at.width / 2, at.y + at.height / 2]); })()"
            )
        )
        self.click(x, y)

    def size(self, width: int, height: int) -> None:
        """Of the viewport, in CSS pixels."""
        self.firefox.command(
            "browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height}
        )

    def screenshot(self) -> bytes:
        """The viewport as PNG."""
        return b64decode(self.firefox.command("browsingContext.captureScreenshot", context=self.context)["data"])

    def _act(self, source: Json) -> None:
        self.firefox.command("input.performActions", context=self.context, actions=[source])


def _text(argument: object) -> Json:
    return {"type": "string", "value": str(argument)}


def value_of(evaluated: Json) -> Any:
    """What a script gave: plain values as they are, others as BiDi has them. Raises BidiError for one that threw."""
    if evaluated["type"] == "exception":
        raise BidiError(evaluated["exceptionDetails"]["text"])
    result = evaluated["result"]
    return result.get("value") if result["type"] not in ("undefined", "null") else None


@asynccontextmanager
async def firefox(loop: LoopThread, preferences: Preferences) -> AsyncIterator[Firefox]:
    """A browser with a fresh profile; killed with all its processes at the end."""
    assert FIREFOX is not None
    with tempfile.TemporaryDirectory(prefix="onrecord-firefox-", ignore_cleanup_errors=True) as profile:
        _prepare(Path(profile), _PREFERENCES | preferences)
        process = await asyncio.create_subprocess_exec(
            FIREFOX,
            *("--headless", "--no-remote", "--remote-debugging-port", "0", "--remote-allow-system-access"),
            *("--profile", profile, "about:blank"),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
            env=os.environ | {"HOME": profile, "MOZ_CRASHREPORTER_DISABLE": "1", "LANGUAGE": "en"},
        )
        assert process.stderr is not None
        complaints: list[str] = []
        try:
            async with asyncio.timeout(SECONDS):
                address = await _address(process.stderr, complaints)
            draining = asyncio.create_task(_drain(process.stderr, complaints))
            async with aiohttp.ClientSession() as client, client.ws_connect(f"{address}/session", max_msg_size=0) as ws:
                bidi = Bidi(ws)
                await bidi.command("session.new", capabilities={})
                (window,) = (await bidi.command("browsingContext.getTree", **{"moz:scope": "chrome"}))["contexts"]
                yield Firefox(loop, bidi, window["context"], complaints)
                await bidi.close()
            draining.cancel()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


def _prepare(profile: Path, preferences: Preferences) -> None:
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")


async def _address(stream: asyncio.StreamReader, complaints: list[str]) -> str:
    while line := (await stream.readline()).decode():
        complaints.append(line)
        if "WebDriver BiDi listening on " in line:
            return line.split()[-1]
    raise AssertionError(f"Firefox ended before it listened: {complaints}")


async def _drain(stream: asyncio.StreamReader, complaints: list[str]) -> None:
    """A browser whose pipe is full stops."""
    while line := (await stream.readline()).decode("utf-8", "replace"):
        complaints.append(line)
        del complaints[:-200]
