"""All quotations of a page checked in Firefox: marked without a change to the page, stepped through, left, and on long
pages."""

from __future__ import annotations

import json

import pytest

from tests.extension.firefox.browser import Tab
from tests.extension.firefox.conftest import OpenPage
from tests.extension.firefox.onrecord import CHECK, Card, OnRecord, card, click_in_card, in_card
from tests.extension.firefox.site import ALTERED, SHORT, VERBATIM, StandIn

pytestmark = pytest.mark.browser

ESCAPE, DOWN, ENTER = "\ue00c", "\ue015", "\ue007"
MARKED = (
    "JSON.stringify(Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)])))"
)


def panel(page: Tab) -> Card:
    return card(page, "panel", 20)


def marked(page: Tab) -> dict[str, list[str]]:
    """What is marked in the page, by the name of the mark."""
    found: dict[str, list[str]] = json.loads(page.evaluate(MARKED))
    return {name: words for name, words in found.items() if words}


def listed(page: Tab) -> list[str]:
    found: list[str] = json.loads(
        in_card(
            page,
            "(root) => JSON.stringify([...root.querySelectorAll('.quotes button')].map((one) => one.innerText))",
            kind="panel",
        )
    )
    return found


def gone(page: Tab) -> bool:
    return bool(page.evaluate("!document.querySelector('onrecord-panel')"))


def test_every_quotation_is_listed_and_marked(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    before = page.evaluate("document.body.outerHTML")
    onrecord.check_page()
    shown = panel(page)
    assert shown.is_in_view
    entries = listed(page)
    for words, verdict in [(ALTERED, "Altered"), (VERBATIM, "Verbatim"), (SHORT, "")]:
        (entry,) = [entry for entry in entries if words in entry]
        assert verdict in entry
    marks = marked(page)
    assert any(ALTERED in words for words in marks["onrecord-bad"])
    assert any(VERBATIM in words for words in marks["onrecord-good"])
    # The page's own elements are as they were: nothing is wrapped, nothing added to them.
    assert page.evaluate("document.body.outerHTML") == before
    page.press(ESCAPE)
    page.firefox.until(lambda: gone(page), "the panel to go")
    assert marked(page) == {}


def test_by_the_menu_of_the_page(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    page.click(600, 500, button=2)
    onrecord.firefox.choose_from_menu(CHECK)
    assert panel(page).label == "Quotations on this page: 3"


def test_keys_step_through_the_list_open_and_come_back(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    onrecord.check_page()
    panel(page)
    page.press(DOWN)
    page.firefox.until(lambda: marked(page).get("onrecord-current"), "the mark of the one that is looked at")
    (current,) = marked(page)["onrecord-current"]
    page.press(ENTER)
    opened = page.firefox.until(
        lambda: in_card(page, "(root) => root.querySelector('.answer .printed q')?.innerText", kind="panel"),
        "the answer of one quotation",
    )
    assert opened.strip("“”,.") in current
    click_in_card(page, "root.querySelector('.back')", kind="panel")
    page.firefox.until(lambda: listed(page), "the list again")
    assert in_card(page, "(root) => root.activeElement.dataset.index", kind="panel") == "1"


def test_a_page_without_quotations_says_so(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/quiet")
    onrecord.check_page()
    assert panel(page).label == "Quotations on this page: 0"
    assert listed(page) == []


def test_leaving_is_told_to_the_server(onrecord: OnRecord, open_page: OpenPage, failing: StandIn) -> None:
    failing.delay = 60
    onrecord.set(server=failing.address)
    page = open_page("/plain")
    onrecord.check_page()
    page.firefox.until(lambda: failing.asked == ["POST /v1/verify"], "the question at the server")
    page.press(ESCAPE)
    page.firefox.until(lambda: failing.left == 1, "the question to be taken back")
    assert gone(page)
    (sent,) = failing.bodies
    assert isinstance(sent, dict)
    assert ALTERED in sent["text"]
    assert "<" not in sent["text"]


def test_three_thousand_paragraphs(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/long")
    onrecord.check_page()
    panel(page)
    assert any(ALTERED in words for words in marked(page)["onrecord-bad"])
    times = json.loads(
        page.evaluate(
            "JSON.stringify(Object.fromEntries(performance.getEntriesByType('mark').map((m) => [m.name, m.startTime])))"
        )
    )
    # Reading such a page goes in slices; the page goes on between them.
    assert times["onrecord-read"] < times["onrecord-marked"]
