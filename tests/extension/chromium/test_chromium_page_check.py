"""All quotations of a page: asked in one request, marked in place, listed and stepped through by keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extension.chromium.driver import Browser, Tab
from tests.extension.serving import Fault, Gate

pytestmark = pytest.mark.browser

MARKED = """(() => {
  const marked = {};
  for (const tone of ["good", "care", "bad", "plain", "current"]) {
    const ranges = [...(CSS.highlights.get(`onrecord-${tone}`) ?? [])];
    marked[tone] = ranges.map((range) => range.toString().replace(/\\s+/g, " "));
  }
  return marked;
})()"""


def checked(tab: Tab) -> dict[str, list[str]]:
    """What is marked on the page once the list is there, by tone."""
    tab.until(lambda: "Quotations on this page" in (tab.card() or ""), "the list")
    marked: dict[str, list[str]] = tab.world(MARKED)
    return marked


@pytest.fixture
def article(browser: Browser, pages: str) -> Tab:
    tab = browser.open(f"{pages}/article")
    tab.allow()
    return tab


def test_quotations_are_marked_in_place_by_verdict(article: Tab, gate: Gate) -> None:
    before = article.page.evaluate("document.body.outerHTML")
    article.menu("check", selectionText="")
    marked = checked(article)
    assert "will never harm China’s interests or its cooperation with China" in marked["good"]
    assert "misinformed, invented, or designed to drive a wedge" in marked["bad"]
    assert "not a quotation of the article" not in str(marked), "menus of the page are no part of it"
    assert article.page.evaluate("document.body.outerHTML") == before, "nothing of the page is changed"
    (asked,) = gate.bodies("/v1/verify")
    assert set(asked) == {"text", "url", "title", "published", "language", "policy"}
    assert asked["published"] == "2025-10-14"
    assert asked["text"].startswith(
        "Beijing waves away talk of a Pakistani rare earth deal with Washington\n\nAccounts"
    )


def test_list_is_stepped_through_by_keyboard(article: Tab, gate: Gate) -> None:
    article.shortcut("check")
    checked(article)
    keys = article.page.keyboard
    keys.press("ArrowDown")
    second = article.card("root.activeElement.querySelector('q').textContent")
    assert article.world(MARKED)["current"] == [second]
    keys.press("End")
    keys.press("ArrowUp")
    words = article.card("root.activeElement.querySelector('q').textContent")
    shown = article.until(
        lambda: article.world(
            "(() => { const [range] = CSS.highlights.get('onrecord-current'); "
            "const box = range.getBoundingClientRect(); "
            "return box.top > 0 && box.bottom < innerHeight && range.toString(); })()"
        ),
        "the quotation to come into view",
    )
    assert shown.split()[:3] == words.split()[:3]
    keys.press("Enter")
    article.until(lambda: article.card("Boolean(root.querySelector('.answer'))"), "the answer")
    assert words.split(" …")[0] in article.card("body.querySelector('.printed').textContent")
    article.click("button.back")
    article.until(
        lambda: article.card("root.activeElement?.querySelector('q')?.textContent") == words, "the list again"
    )
    keys.press("Escape")
    article.until(lambda: not article.shown, "the panel to close")
    assert article.world(MARKED) == {tone: [] for tone in ("good", "care", "bad", "plain", "current")}


def test_offsets_are_code_points_of_the_text(article: Tab, gate: Gate) -> None:
    """Faces and old scripts take two UTF-16 units each: a mark must not slip by one for each of them before it."""
    article.page.evaluate(
        "document.querySelector('article').innerHTML = "
        "'<p>𝔄 😀😀 face, “a <b>bold</b> 𝔉 word or  two”, he said 😀.</p>'"
    )
    gate.stubs["/v1/verify"] = _answer("𝔄 😀😀 face, “a bold 𝔉 word or two”, he said 😀.", "a bold 𝔉 word or two")
    article.shortcut("check")
    assert checked(article)["bad"] == ["a bold 𝔉 word or two"]
    assert gate.bodies("/v1/verify")[0]["text"].rstrip() == "𝔄 😀😀 face, “a bold 𝔉 word or two”, he said 😀."


def test_what_is_left_out_and_set_aside_is_told(article: Tab, gate: Gate) -> None:
    stub = _answer("x", "x")
    stub["summary"]["left_out"] = 17
    stub["set_aside"] = [{"quote": "Gone with the Wind", "kind": "title"}]
    gate.stubs["/v1/verify"] = stub
    article.shortcut("check")
    checked(article)
    assert "17 more quotations" in article.card()
    assert "scare quotes: 1" in article.card()


def test_page_without_quotations(article: Tab, gate: Gate) -> None:
    article.page.evaluate("document.querySelector('article').textContent = 'Nobody said a thing.'")
    article.shortcut("check")
    checked(article)
    assert "No quotation was found" in article.card()


def test_check_is_cancelled_on_the_server_too(article: Tab, browser: Browser, gate: Gate) -> None:
    browser.worker.evaluate(
        "(() => { const fetching = fetch; globalThis.aborted = 0; globalThis.fetch = (url, options) => { "
        "options.signal?.addEventListener('abort', () => globalThis.aborted++); return fetching(url, options); }; })()"
    )
    gate.fault = Fault(delay=2)
    article.shortcut("check")
    article.until(lambda: gate.bodies("/v1/verify"), "the request")
    article.click(".links button")
    article.until(lambda: not article.shown, "the panel to close")
    article.until(lambda: browser.worker.evaluate("aborted") == 1, "the request to be called off")
    article.page.wait_for_timeout(300)
    assert not article.shown


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(429, "rate_limited", retry_after="9"), "Try again in 9 seconds"),
        (Fault(404, "unknown_route"), "cannot check pages"),
    ],
)
def test_failures_are_told_in_the_panel(article: Tab, gate: Gate, fault: Fault, said: str) -> None:
    gate.fault = fault
    article.shortcut("check")
    assert said in article.answer()


def _answer(text: str, quote: str) -> dict[str, Any]:
    """As the server would answer for one quotation of a text."""
    start = text.index(quote)  # Python counts code points, as the server does
    span = [start, start + len(quote)]
    empty = {"status": "none", "claimed": None, "found": None, "relayed_from": None, "cue": None}
    checks = {
        "attribution": empty | {"status": "not_claimed"},
        "date": {"status": "not_claimed", "claimed": None, "claimed_date": None, "found_date": None},
        "context": {"status": "none", "flags": []},
        "occurrences": {"status": "none", "count": 0, "capped": False, "first": None, "last": None},
    }
    engine = {"version": "3", "policy": "default", "snapshot": "x"}
    coverage: dict[str, Any] = {"sources": [], "languages": [], "first": None, "last": None}
    coverage |= {"transcripts": 0, "gaps": []}
    one = {
        "verdict": "altered",
        "severity": "high",
        "finding": "Otherwise.",
        "confidence": 1,
        "basis": "",
        "reasons": [],
    }
    one |= {"correction": None, "matches": [], "checks": checks, "coverage": coverage, "engine": engine, "quote": quote}
    summary = {"quotes": 1, "verdicts": {"altered": 1}, "look_first": [], "finding": "One is altered.", "left_out": 0}
    return {
        "quotes": [one | {"id": None, "span": span, "spans": [span]}],
        "set_aside": [],
        "summary": summary,
        "engine": engine,
    }
