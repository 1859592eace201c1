"""A real Chromium with the extension in it, driven as a person drives it.

The card's shadow root is closed; the tests look into it from the extension's own isolated world, where no page can be.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

T = TypeVar("T")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
EXTENSION = Path(__file__).resolve().parents[3] / "extension"
SECONDS = 15
_SHELL = "globalThis.OnRecord?.shell?.current()"


class Tab:
    """One page. `world` evaluates in the extension's isolated world, `card` reads what the card or the panel shows."""

    def __init__(self, browser: Browser, page: Page) -> None:
        self.browser = browser
        self.page = page
        self.errors: list[str] = []
        self._worlds: dict[int, dict[str, Any]] = {}
        self._session: CDPSession = browser.context.new_cdp_session(page)
        self._session.on("Runtime.executionContextCreated", self._created)
        self._session.on("Runtime.executionContextsCleared", lambda _: self._worlds.clear())
        self._session.send("Runtime.enable")
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)

    def _created(self, event: dict[str, Any]) -> None:
        context = event["context"]
        self._worlds[context["id"]] = context

    def until(self, look: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
        """The first truthy value that `look` returns; the browser's events are heard meanwhile."""
        end = time.monotonic() + seconds
        while not (found := look()):
            assert time.monotonic() < end, f"waited {seconds} s for {what}; {self.errors}"
            self.page.wait_for_timeout(5)
        return found

    def world(self, expression: str) -> Any:
        """What an expression is in the extension's world of the top frame; None where there is no such world yet."""
        frame = self.page.evaluate("0") is None or self._top_frame()
        for context in reversed(list(self._worlds.values())):
            data = context["auxData"]
            if context["origin"].startswith("chrome-extension://") and data["frameId"] == frame:
                answer = self._session.send(
                    "Runtime.evaluate",
                    {
                        "expression": expression,
                        "contextId": context["id"],
                        "awaitPromise": True,
                        "returnByValue": True,
                        "userGesture": True,
                    },
                )
                assert "exceptionDetails" not in answer, answer
                return answer["result"].get("value")
        return None

    def _top_frame(self) -> str:
        return str(self._session.send("Page.getFrameTree")["frameTree"]["frame"]["id"])

    @property
    def shown(self) -> bool:
        return bool(self.world(f"Boolean({_SHELL})"))

    def card(self, expression: str = "body.innerText") -> Any:
        """An expression about the card's `body`, its `root` and its `host`; None where no card is shown."""
        return self.world(
            f"(() => {{ const shell = {_SHELL}; if (!shell) return null; const {{body, host}} = shell; "
            f"const root = body.getRootNode(); return {expression}; }})()"
        )

    def answer(self) -> str:
        """The whole text of the card once it holds an answer or a failure."""
        done = "body.querySelector('.answer:not(.waiting), .list') ? body.innerText : ''"
        return str(self.until(lambda: self.card(done), "an answer in the card"))

    def point(self, selector: str) -> tuple[float, float]:
        """The middle of an element of the card, on the screen."""
        box = self.card(
            f"(() => {{ const found = root.querySelector({selector!r}); found.scrollIntoView({{block: 'nearest'}}); "
            "const box = found.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        return box[0], box[1]

    def click(self, selector: str) -> None:
        """A real click on an element of the card."""
        self.page.mouse.click(*self.point(selector))

    def select(self, words: str, root: str = "body") -> None:
        """Select the first stretch of the page's text nodes below `root` that is `words`; it may span elements."""
        found = self.page.evaluate(
            """([words, root]) => {
              const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
              for (let node; (node = walker.nextNode()); ) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                getSelection().removeAllRanges();
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                node.parentElement.scrollIntoView({ block: "center" });
                return true;
              }
              return false;
            }""",
            [words, root],
        )
        assert found, words

    def info(self) -> dict[str, Any]:
        """The tab as the extension's listeners are told of it."""
        found: dict[str, Any] = self.browser.worker.evaluate(
            "async (url) => (await chrome.tabs.query({})).findLast((tab) => tab.url === url || tab.pendingUrl === url)",
            self.page.url,
        )
        return found

    def allow(self) -> None:
        """Grant activeTab as a click on the toolbar button does, with nothing selected, and shut the popup again."""
        worker = self.browser.worker
        self.page.evaluate("getSelection().removeAllRanges()")
        # The popup asks for the selection first: what is selected while it still asks would be looked up.
        worker.evaluate(
            "() => { const asked = OnRecord.tabs.lookupSelected; globalThis.told = false; "
            "OnRecord.tabs.lookupSelected = async (tab) => { OnRecord.tabs.lookupSelected = asked; "
            "const taken = await asked(tab); globalThis.told = true; return taken; }; }"
        )
        self.browser.press_action(self)
        popup = self.until(self.browser.popup, "the popup")
        assert popup is not None
        self.until(lambda: worker.evaluate("told"), "the popup's question")
        self.browser.close_popup(popup)

    def menu(self, item: str = "lookup", **info: Any) -> None:
        """The real listener of the menu, as the browser calls it."""
        selected = self.page.evaluate("String(getSelection())")
        given = {"menuItemId": item, "frameId": 0, "editable": False, "pageUrl": self.page.url} | info
        given.setdefault("selectionText", selected)
        self.browser.worker.evaluate(
            "([info, tab]) => { chrome.contextMenus.onClicked.dispatch(info, tab); }", [given, self.info()]
        )

    def shortcut(self, command: str = "lookup") -> None:
        """The real listener of the shortcut."""
        self.browser.worker.evaluate(
            "([command, tab]) => { chrome.commands.onCommand.dispatch(command, tab); }", [command, self.info()]
        )


class Browser:
    def __init__(self, context: BrowserContext, worker: Worker) -> None:
        self.context = context
        self.worker = worker
        self.id = worker.url.split("/")[2]
        self._numbers = count(1)
        assert context.browser is not None
        self._session = context.browser.new_browser_cdp_session()

    def configure(self, **settings: Any) -> None:
        self.worker.evaluate("(settings) => chrome.storage.local.set({ settings })", settings)

    def url(self, path: str) -> str:
        return f"chrome-extension://{self.id}/{path}"

    def open(self, address: str) -> Tab:
        """A page in a tab of its own. Each has an address of its own, to be told apart by."""
        page = self.context.new_page()
        tab = Tab(self, page)
        page.goto(f"{address}{'&' if '?' in address else '?'}tab={next(self._numbers)}")
        page.bring_to_front()
        return tab

    def own(self, path: str) -> Page:
        """A page of the extension's own in a tab."""
        page = self.context.new_page()
        page.goto(self.url(path))
        return page

    def press_action(self, tab: Tab) -> None:
        """A press of the toolbar button over a tab, with all that the browser grants for it."""
        targets = self._session.send("Target.getTargets", {"filter": [{"type": "tab", "exclude": False}]})[
            "targetInfos"
        ]
        target = next(target for target in targets if target["url"] == tab.page.url)
        self._session.send("Extensions.triggerAction", {"id": self.id, "targetId": target["targetId"]})

    def popup(self) -> str | None:
        """The target of the popup that stands open. Playwright takes it for no page."""
        targets = self._session.send("Target.getTargets")["targetInfos"]
        return next((one["targetId"] for one in targets if one["url"].endswith("/popup/popup.html")), None)

    def close_popup(self, target: str) -> None:
        self._session.send("Target.closeTarget", {"targetId": target})

    def worker_target(self) -> str | None:
        targets = self._session.send("Target.getTargets")["targetInfos"]
        found = (one["targetId"] for one in targets if one["type"] == "service_worker" and self.id in one["url"])
        return next(found, None)

    def stop_worker(self) -> None:
        """As the browser does with one that has nothing to do."""
        self._session.send("Target.closeTarget", {"targetId": self.worker_target()})

    def reload_extension(self) -> None:
        """As an update does: the scripts that pages hold are cut off."""
        with self.context.expect_event("serviceworker") as started:
            self._session.send("Extensions.loadUnpacked", {"path": str(EXTENSION)})
        self.worker = started.value

    def close_pages(self) -> None:
        """All but one, without which the browser would end."""
        for page in self.context.pages[1:]:
            page.close()


@contextmanager
def chromium(
    driver: Playwright, profile: Path, *flags: str, headless: bool = True, **options: Any
) -> Iterator[Browser]:
    assert CHROMIUM is not None
    context = driver.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM,
        headless=False,
        args=[
            *(["--headless=new"] if headless else []),
            "--no-sandbox",
            "--disable-gpu",
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
            "--enable-unsafe-extension-debugging",
            *flags,
        ],
        ignore_default_args=["--disable-extensions"],
        **options,
    )
    context.set_default_timeout(1_000 * SECONDS)
    try:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        yield Browser(context, worker)
    finally:
        context.close()
