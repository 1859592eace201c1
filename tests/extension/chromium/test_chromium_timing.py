"""How long the reader waits and how long the page stands still. The bounds are those promised; what was measured is
printed."""

from __future__ import annotations

import pytest

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Gate

pytestmark = pytest.mark.browser

ANSWER = 300  # milliseconds from the click to the answer in the card, with a warm local server
STILL = 50  # milliseconds the page's own thread may be held in one piece: a long task is longer
TRIES = 5

LONG_TASKS = """window.tasks = []; new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.tasks.push(Math.round(task.duration));
}).observe({ type: "longtask" })"""


@pytest.fixture
def long_page(browser: Browser, gate: Gate, pages: str) -> Tab:
    tab = browser.open(f"{pages}/long")
    assert tab.page.locator("p").count() > 3_000
    tab.allow()
    tab.page.evaluate(LONG_TASKS)
    return tab


def held(tab: Tab) -> list[int]:
    """The long tasks since this was asked last, in milliseconds."""
    tab.page.wait_for_timeout(50)  # the observer tells late
    tasks: list[int] = tab.page.evaluate("window.tasks.splice(0)")
    return tasks


def test_from_click_to_answer(browser: Browser, gate: Gate, long_page: Tab) -> None:
    """The best of a few: a busy machine only ever adds."""
    taken, tasks = [], []
    for _ in range(TRIES):
        long_page.select("never harm")
        held(long_page)
        taken.append(
            browser.worker.evaluate(
                """async (tab) => {
                  const clicked = performance.timeOrigin + performance.now();
                  const info = { menuItemId: "lookup", frameId: 0, selectionText: "never harm" };
                  chrome.contextMenus.onClicked.dispatch(info, tab);
                  const target = { tabId: tab.id };
                  const drawn = () => {
                    const mark = performance.getEntriesByName("onrecord-answer").at(-1);
                    return mark ? performance.timeOrigin + mark.startTime : 0;
                  };
                  for (let tries = 0; tries < 300; tries++) {
                    const [{ result }] = await chrome.scripting.executeScript({ target, func: drawn });
                    if (result > clicked) return Math.round(result - clicked);
                    await new Promise((resolve) => setTimeout(resolve, 10));
                  }
                }""",
                long_page.info(),
            )
        )
        tasks.append(max(held(long_page), default=0))
        long_page.page.keyboard.press("Escape")
    print(f"click to answer, ms: {taken}; longest task of the page, ms: {tasks}")
    assert min(taken) <= ANSWER
    assert min(tasks) <= STILL
    long_page.page.evaluate(
        "new Promise((done) => setTimeout(() => { "
        "for (const until = performance.now() + 80; performance.now() < until; ); done(); }))"
    )
    assert max(held(long_page)) > STILL, "what holds the page is noticed"


def test_growing_a_selection_does_not_walk_the_page(long_page: Tab) -> None:
    long_page.select("never harm")
    long_page.shortcut()
    long_page.answer()
    taken = long_page.world(
        """(() => {
          const taken = [];
          for (let tries = 0; tries < 10; tries++) {
            const from = performance.now();
            OnRecord.selection.gather();
            taken.push(Math.round(10 * (performance.now() - from)) / 10);
          }
          return taken;
        })()"""
    )
    print(f"reading the selection and what is around it, ms: {taken}")
    assert min(taken) <= STILL / 2
    walked = long_page.world(
        "OnRecord.pageText.around(getSelection().getRangeAt(0)).map.text.length / document.body.textContent.length"
    )
    assert walked < 0.25


def test_checking_a_long_page_lets_it_breathe(gate: Gate, long_page: Tab) -> None:
    tasks, taken = [], []
    for tries in range(1, 4):
        held(long_page)
        long_page.shortcut("check")
        long_page.until(lambda: len(gate.bodies("/v1/verify")) == tries, "the request")  # noqa: B023
        assert "Quotations on this page" in long_page.answer()
        tasks.append(max(held(long_page), default=0))
        taken.append(
            long_page.world("Math.round(performance.measure('m', 'onrecord-reading', 'onrecord-read').duration)")
        )
        long_page.page.keyboard.press("Escape")
    print(f"longest task of the page while it was checked, ms: {tasks}; reading all of it, ms: {taken}")
    assert min(tasks) <= STILL
    assert "will never harm China’s interests" in gate.bodies("/v1/verify")[0]["text"]
