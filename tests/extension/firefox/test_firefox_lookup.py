"""A quotation looked up in Firefox, by each way in and on pages of every kind, against the real server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.archive import Reports
from tests.extension.firefox.conftest import OpenPage
from tests.extension.firefox.onrecord import LOOKUP, OnRecord, card, click_in_card, in_card
from tests.extension.firefox.site import PRINTED, Site

pytestmark = pytest.mark.browser

ESCAPE = "\ue00c"
QUOTE = "document.getElementById('quote')"


def test_by_the_menu(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    page.select(QUOTE)
    onrecord.by_menu(page)
    shown = card(page)
    assert shown.verdict == "altered"
    assert "Lin Jian" in shown.text
    assert "13 October 2025" in shown.text or "October 13, 2025" in shown.text
    assert shown.status.startswith("Altered")
    assert shown.focused
    assert shown.is_in_view


def test_by_the_shortcut_and_away_by_escape(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    page.evaluate("document.getElementById('button').focus()")
    page.select(QUOTE)
    onrecord.by_key()
    assert card(page).verdict == "altered"
    page.press(ESCAPE)
    page.firefox.until(lambda: page.evaluate("!document.querySelector('onrecord-card')"), "the card to go")
    assert page.evaluate("document.activeElement.id") == "button"


def test_by_the_button(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    page.select(QUOTE)
    onrecord.by_button()
    assert card(page).verdict == "altered"


def test_part_of_a_quotation_is_looked_up_whole(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/plain")
    page.select(
        "(() => { const words = document.getElementById('quote').firstChild; const part = document.createRange();"
        "part.setStart(words, 30); part.setEnd(words, 45); return part; })()"
    )
    onrecord.by_key()
    shown = card(page)
    assert shown.verdict == "altered"
    assert "designed to drive a wedge" in in_card(page, "(root) => root.querySelector('.printed q').textContent")


@pytest.mark.parametrize("path", ["/strict", "/sandboxed", "/hostile", "/rtl"])
def test_on_pages_that_are_in_the_way(onrecord: OnRecord, open_page: OpenPage, path: str) -> None:
    """By the menu: a page that swallows every key swallows Firefox's shortcuts too."""
    page = open_page(path)
    page.select(QUOTE)
    onrecord.by_menu(page)
    shown = card(page)
    assert shown.verdict == "altered"
    assert shown.is_in_view
    assert not shown.scrolls
    page.press(ESCAPE)
    page.firefox.until(lambda: page.evaluate("!document.querySelector('onrecord-card')"), "the card to go")


def test_within_a_modal_dialog(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/modal")
    page.select("document.getElementById('inner')")
    onrecord.by_key()
    shown = card(page)
    assert shown.verdict == "verbatim"
    x, y = (shown.box[0] + shown.box[2]) / 2, shown.box[1] + 20
    # Outside the dialog everything is inert: the card is not.
    assert page.evaluate(f"document.elementFromPoint({x}, {y}).localName") == "onrecord-card"
    page.press(ESCAPE)
    page.firefox.until(lambda: page.evaluate("!document.querySelector('onrecord-card')"), "the card to go")
    assert page.evaluate("document.querySelector('dialog').open")


def test_in_a_frame_of_another_origin(onrecord: OnRecord, open_page: OpenPage, pages: Site) -> None:
    page = open_page("/framed")
    frame = page.frame(pages.other)
    frame.select(QUOTE)
    frame.click_selection()
    onrecord.firefox.choose_from_menu(LOOKUP)
    assert card(page).verdict == "altered"
    assert frame.evaluate("!document.querySelector('onrecord-card')")


def test_a_wrong_answer_is_reported_with_consent_and_reaches_the_archive(
    onrecord: OnRecord, open_page: OpenPage, archive: Path
) -> None:
    page = open_page("/plain")
    page.select(QUOTE)
    onrecord.by_key()
    card(page)
    click_in_card(page, "root.querySelector('.report').closest('details').querySelector('summary')")
    click_in_card(page, "root.querySelector('.report textarea')")
    page.press(*"wrong")
    before = in_card(page, "(root) => root.querySelector('.report pre').textContent")
    send = "root.querySelector('.report [type=submit]')"
    click_in_card(page, send)
    page.firefox.until(
        lambda: in_card(page, "(root) => root.querySelector('.report [role=status]').textContent"), "what is missing"
    )
    assert Reports(archive).all() == []
    click_in_card(page, "root.querySelector('#consent')")
    click_in_card(page, send)
    (kept,) = page.firefox.until(lambda: Reports(archive).all(), "the report in the archive")
    assert kept.note == "wrong"
    assert kept.verdict == "altered"
    assert kept.page_url == page.address()
    # What was kept is what the reader was shown.
    shown = json.loads(before)
    assert kept.question | shown["question"] == kept.question
    page.firefox.until(
        lambda: kept.id in in_card(page, "(root) => root.querySelector('.report').textContent"), "the report’s number"
    )


def test_a_card_left_by_an_earlier_version_makes_way(onrecord: OnRecord, open_page: OpenPage, unpacked: Path) -> None:
    """An update takes the scripts from the pages that are open; what they drew stays until the next one draws."""
    page = open_page("/plain")
    page.select(QUOTE)
    onrecord.by_key()
    card(page)
    address = onrecord.stored("settings")
    page.firefox.install(unpacked)
    assert onrecord.stored("settings") == address
    page.activate()
    page.select("document.getElementById('second')")
    onrecord.by_menu(page)
    page.firefox.until(lambda: page.evaluate("document.querySelectorAll('onrecord-card').length === 1"), "one card")
    page.firefox.until(lambda: card(page).verdict == "verbatim", "the new answer")


def test_in_the_viewer_of_pdfs_the_answer_has_a_page_of_its_own(onrecord: OnRecord, open_page: OpenPage) -> None:
    page = open_page("/paper.pdf")
    line = f"[...document.querySelectorAll('.textLayer span')].find((one) => one.textContent.includes({PRINTED!r}))"
    page.firefox.until(lambda: page.evaluate(f"!!{line}"), "the text of the PDF")
    page.select(line)
    onrecord.by_menu(page)
    result = page.firefox.tab_at(onrecord.result)
    answer = "document.querySelector('#answer .answer:not(.waiting)')"
    assert page.firefox.until(lambda: result.evaluate(f"{answer}?.dataset.verdict"), "the answer") == "altered"
    assert "Lin Jian" in result.evaluate(f"{answer}.innerText")
