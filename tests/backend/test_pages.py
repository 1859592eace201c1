"""The pages as a reader without JavaScript gets them: complete, escaped, without anything inline."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from backend.pages import STATIC
from backend.pages.transcript import pieces
from quotes.ingest import import_paths
from quotes.report.rendering import LOOK, is_web_address, long_date
from tests.backend.conftest import MakeClient

WEDGE = "misinformed, invented, or designed to drive a wedge"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)"


async def page(client: TestClient, path: str, expected: int = 200, /, **params: str) -> Any:
    response = await client.get(path, params=params)
    assert response.status == expected
    assert response.content_type == "text/html"
    return html.fromstring(await response.text())


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


async def test_the_form_needs_nothing_but_html(client: TestClient) -> None:
    (form,) = (await page(client, "/")).xpath("//form")
    assert (form.get("method"), form.get("action")) == ("get", "/")
    names = {field.get("name") for field in form.xpath(".//input|.//textarea|.//select")}
    assert names == {"quote", "speaker", "date", "published", "policy"}
    labelled = {label.get("for") for label in form.xpath(".//label")}
    assert names == labelled


async def test_the_verdict_comes_first_and_everything_else_after(client: TestClient) -> None:
    answer = await (await client.get("/v1/lookup", params={"quote": WEDGE})).json()
    root = await page(client, "/", quote=WEDGE, speaker="Lin Jian", date="Tuesday", published="2025-10-15")
    (main,) = root.xpath("//main")
    assert text(main).startswith("Altered high severity")
    shown = text(main)
    order = ["Altered", "Lin Jian", "Monday, 13 October 2025", answer["finding"][:40], "Word by word", "different date"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    (link,) = main.xpath(".//a[text()='Read it in the transcript']")
    assert link.get("href") == answer["matches"][0]["permalink"]


async def test_differences_are_told_without_colour(client: TestClient) -> None:
    root = await page(client, "/", quote=WEDGE)
    dropped = [text(element) for element in root.xpath("//p[@class='diff']//del")]
    assert dropped
    assert all(words.startswith("record only:") for words in dropped)
    assert any("even" in words for words in dropped)


async def test_the_diff_reads_as_the_record_and_as_the_print(client: TestClient) -> None:
    root = await page(client, "/", quote=WEDGE)
    (diff,) = root.xpath("//p[@class='diff']")
    for element in diff.xpath(".//small|.//*[@class='unseen']"):
        element.drop_tree()
    record = html.fromstring(html.tostring(diff))
    for element in record.xpath(".//ins"):
        element.drop_tree()
    assert re.sub(r"\W+", " ", text(record)).strip() == "misinformed or invented or even designed to drive a wedge"
    for element in diff.xpath(".//del"):
        element.drop_tree()
    assert re.sub(r"\W+", " ", text(diff)).strip() == "misinformed invented or designed to drive a wedge"


async def test_words_that_cannot_be_placed_show_occasions_and_no_speaker(client: TestClient) -> None:
    root = await page(client, "/", quote="legitimate action")
    assert text(root.xpath("//h1")[0]) == "Ambiguous"
    assert not root.xpath("//dl[@class='facts']")


async def test_words_that_are_not_found_state_what_was_searched(client: TestClient) -> None:
    root = await page(client, "/", quote="seven silver spoons sang to the moon about one wooden fork")
    assert text(root.xpath("//h1")[0]) == "Not found"
    assert "transcripts" in text(root.xpath("//details")[0])


async def test_a_bad_field_is_marked_and_what_was_typed_stays(client: TestClient) -> None:
    root = await page(client, "/", 422, quote=WEDGE, date="smarch")
    (field,) = root.xpath("//input[@name='date']")
    assert (field.get("value"), field.get("aria-invalid")) == ("smarch", "true")
    (hint,) = root.xpath(f"//*[@id='{field.get('aria-describedby')}']")
    assert "smarch" in text(hint)
    assert root.xpath("//textarea")[0].text.strip() == WEDGE


@pytest.mark.parametrize("field", ["quote", "speaker", "date", "published", "policy"])
async def test_what_is_typed_stays_text(client: TestClient, field: str) -> None:
    root = html.fromstring(await (await client.get("/", params={"quote": "wedge"} | {field: EVIL})).text())
    assert_nothing_ran(root)
    assert EVIL in "".join(root.itertext()) + "".join(root.xpath("//input/@value")) or field in ("published", "policy")


def assert_nothing_ran(root: Any) -> None:
    """Nothing inline and nothing of ours but the one script."""
    assert [script.get("src") for script in root.xpath("//script")] == ["/static/onrecord.js"]
    assert not root.xpath("//style|//*[@style]|//img|//iframe|//object|//base")
    handlers = [
        name for element in root.iter() if isinstance(element.tag, str) for name in element.attrib if name[:2] == "on"
    ]
    assert handlers == []
    assert not [href for href in root.xpath("//@href") if not re.match(r"(/|#|https?://)", href)]


@pytest.fixture
async def hostile(make_client: MakeClient, tmp_path: Path) -> TestClient:
    """A server over an archive whose every field is an attempt to run a script."""
    record = {
        "source_id": EVIL,
        "title": EVIL,
        "date": "2025-01-02",
        "url": "javascript:alert(4)",
        "language": 'en" onload="alert(5)',
        "institution": EVIL,
        "time": EVIL,
        "place": EVIL,
        "turns": [
            {"speaker": "Q", "role": "journalist", "text": f"What do you say to {EVIL}?"},
            {"speaker": EVIL, "role": "spokesperson", "text": f"I say the ocelots walk at dawn {EVIL} and at dusk."},
        ],
    }
    file = tmp_path / "hostile.jsonl"
    file.write_text(json.dumps(record) + "\n")
    import_paths(tmp_path / "data", [file])
    return await make_client(data=tmp_path / "data")


async def test_what_an_archive_holds_stays_text(hostile: TestClient) -> None:
    quote = "the ocelots walk at dawn " + EVIL
    answer = await (await hostile.get("/v1/lookup", params={"quote": quote})).json()
    assert answer["matches"], answer["finding"]
    root = await page(hostile, "/", quote=quote)
    assert_nothing_ran(root)
    response = await hostile.get(answer["matches"][0]["permalink"])
    assert response.status == 200
    root = html.fromstring(await response.text())
    assert_nothing_ran(root)
    assert EVIL in root.xpath("//h1")[0].text_content()


async def test_the_passage_is_marked_to_the_character(client: TestClient) -> None:
    answer = await (await client.get("/v1/lookup", params={"quote": WEDGE})).json()
    match = answer["matches"][0]
    path, fragment = match["permalink"].split("#")
    root = html.fromstring(await (await client.get(path)).text())
    (turn,) = root.xpath(f"//section[@id='{fragment}']")
    assert "".join(mark.text_content() for mark in turn.xpath(".//mark")) == match["passage"]["text"]
    assert len(root.xpath("//mark[@id='passage']")) == 1
    assert "fidelity" in text(root.xpath("//dl")[0]).lower()


async def test_a_turn_alone_is_marked_whole_and_a_wrong_place_is_said(client: TestClient) -> None:
    answer = await (await client.get("/v1/lookup", params={"quote": WEDGE})).json()
    address = f"/transcripts/{answer['matches'][0]['transcript_id']}"
    whole = await page(client, address, turn="0", start="0", end="0")
    assert text(whole) == text(await page(client, address, turn="0"))
    assert (
        "".join(mark.text_content() for mark in whole.xpath("//mark"))
        == whole.xpath("//*[@id='t0']/p")[0].text_content()
    )
    for turn, start, end in (("9999", "", ""), ("0", "5", "5"), ("0", "0", "999999")):
        root = await page(client, address, turn=turn, start=start, end=end)
        assert not root.xpath("//mark")
        assert "does not stand in this revision" in text(root)


@given(
    st.text(alphabet="ab []()~laughter.\n", max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_pieces_joined_are_the_text_and_the_marked_ones_the_passage(words: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(words)), min(other, len(words))))
    cut = list(pieces(words, (start, end) if start < end else None))
    assert "".join(piece.text for piece in cut) == words
    assert "".join(piece.text for piece in cut if piece.marked) == words[start:end]
    assert sum(piece.opens for piece in cut) == (start < end)


def test_links_lead_to_web_addresses_only() -> None:
    assert is_web_address("https://example.org/")
    assert not is_web_address("javascript:alert(1)")
    assert not is_web_address(" https://example.org")
    assert not is_web_address(None)


def test_dates_in_words() -> None:
    assert long_date("2025-10-03") == "3 October 2025"
    assert long_date("Tuesday") == "Tuesday"


def test_static_files_are_whole() -> None:
    scripts = {
        "onrecord.js",
        "review.js",
        "review_article.js",
        "review_decisions.js",
        "review_drafts.js",
        "review_job.js",
        "review_row.js",
    }
    assert {file.name for file in STATIC.iterdir()} == {
        "icon.svg",
        "coverage.css",
        "review.css",
        *scripts,
    }
    assert {file.name for file in LOOK.glob("*.css")} == {"onrecord.css", "article.css"}
