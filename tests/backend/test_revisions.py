"""What changed in a record, over HTTP and on its page, weightiest first and without colour."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import html

from quotes.archive import Archive
from quotes.ingest import rebuild
from tests.backend.conftest import MakeClient
from tests.backend.revised import PATH, revised_archive


@pytest.fixture
async def revised(make_client: MakeClient, tmp_path: Path) -> TestClient:
    revised_archive(tmp_path)
    with Archive.open(tmp_path) as archive:
        rebuild(archive)
    return await make_client(data=tmp_path)


async def page(client: TestClient, query: str = "") -> Any:
    response = await client.get(f"/transcripts/{PATH}{query}")
    assert response.status == 200
    (section,) = html.fromstring(await response.text()).xpath("//section[@id='revisions']")
    return section


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


async def test_each_revision_has_its_changes_as_described(revised: TestClient) -> None:
    response = await revised.get(f"/v1/transcripts/{PATH}/revisions")
    sent = await response.json()
    document = await (await revised.get("/openapi.json")).json()
    schema = {"$ref": "#/components/schemas/Revisions", "components": document["components"]}
    Draft202012Validator(schema).validate(sent)
    first, second, third = sent["revisions"]
    assert first["changes"] is None
    assert [(change["kind"], change["touches"], change["earlier"]) for change in second["changes"]["changes"]] == [
        ("changed", "negation", [1]),
        ("removed", None, [3]),
        ("removed", None, [2]),
        ("added", None, []),
    ]
    assert second["changes"]["changes"][0]["edits"][0]["earlier"]["text"] == "not"
    assert (second["changes"]["reparsed"], third["changes"]["reparsed"]) == (False, True)
    assert "key" not in first


async def test_the_answer_is_not_sent_again_to_who_has_it(revised: TestClient) -> None:
    path = f"/v1/transcripts/{PATH}/revisions"
    tag = (await revised.get(path)).headers["ETag"]
    assert (await revised.get(path, headers={"If-None-Match": tag})).status == 304


async def test_the_page_lists_every_revision_with_its_sentence_and_a_link(revised: TestClient) -> None:
    section = await page(revised)
    items = section.xpath("./ol/li")
    assert [item.xpath("./a/@href")[0].split("#")[0] for item in items] == [
        f"/transcripts/{PATH}?revision={number}" for number in (1, 2, 3)
    ]
    assert "‘not’ was removed from Mara Ellison’s 1st answer" in text(items[1])
    assert "Read anew from the same page" in text(items[2])
    assert [item.get("aria-current") for item in items] == [None, None, "true"]
    assert not section.xpath(".//details")
    for address in section.xpath("./ol//a/@href"):
        assert (await revised.get(address)).status == 200


async def test_a_chosen_revision_shows_what_it_changed_in_words_and_marks(revised: TestClient) -> None:
    section = await page(revised, "?revision=2")
    changes = section.xpath(".//div[contains(@class, 'change')]")
    assert [text(change).split()[0] for change in changes] == ["changed", "removed", "removed", "added"]
    assert [text(element) for element in changes[0].xpath(".//del")] == ["removed: not"]
    assert "negation" in text(changes[0])
    assert text(changes[1].xpath(".//del")[0]) == "removed: I have nothing to add on the tugboats."
    assert text(changes[3].xpath(".//ins")[0]) == "added: Thank you."
    assert section.xpath(".//details[@open]")
    gone = changes[1].xpath(".//a/@href")[0]
    assert gone == f"/transcripts/{PATH}?revision=1#t3"


async def test_a_reading_that_differs_is_not_pinned_on_the_publisher(revised: TestClient) -> None:
    assert "not what was published" in text((await page(revised, "?revision=3")).xpath(".//*[@role='note']")[0])


async def test_the_first_revision_changed_nothing(revised: TestClient) -> None:
    section = await page(revised, "?revision=1")
    assert not section.xpath(".//details|.//del|.//ins")


async def test_who_comes_for_a_passage_finds_the_changes_folded(revised: TestClient) -> None:
    section = await page(revised, "?revision=2&turn=1&start=2&end=7")
    (details,) = section.xpath(".//details")
    assert details.get("open") is None


async def test_a_record_that_never_changed_says_so(client: TestClient) -> None:
    answer = await (await client.get("/v1/lookup?quote=drive+a+wedge")).json()
    response = await client.get(f"/transcripts/{answer['matches'][0]['transcript_id']}")
    assert "no later reading differs" in await response.text()
