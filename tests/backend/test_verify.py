"""`POST /v1/verify`: an article as text, as HTML, by its quotations, by its address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from tests.backend.conftest import MakeClient

LEAD = (
    "China on Tuesday rejected the reports, calling them “misinformed, invented, or designed to drive a wedge” between "
    "the two countries.\n\nForeign Ministry Spokesperson Lin Jian said the new controls are “a legitimate action” 🚢 "
    "and that they “have nothing to do with Pakistan.”"
)
PAGE = (
    "<!doctype html><html lang=en><head><title>Reports are baseless, says China</title>"
    '<meta property="og:site_name" content="The Harbour Post">'
    '<meta property="article:published_time" content="2025-10-14T08:00:00Z"></head><body><article>'
    "<h1>Reports are baseless, says China</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in LEAD.split("\n\n"))
    + "<p>The controls were announced last week and apply to several rare earth elements, which are mined in the north "
    "of the country and refined near the coast before they are shipped.</p></article></body></html>"
)


async def verify(client: TestClient, **body: object) -> dict[str, Any]:
    response = await client.post("/v1/verify", json=body)
    answer: dict[str, Any] = await response.json()
    assert response.status == 200, answer
    return answer


async def test_spans_are_code_points_of_the_text_that_was_sent(client: TestClient) -> None:
    answer = await verify(client, text=LEAD, published="2025-10-14")
    assert answer["article"]["text"] == LEAD
    for quote in answer["quotes"]:
        start, end = quote["span"]
        assert LEAD[start:end] == quote["quote"]
    assert [quote["verdict"] for quote in answer["quotes"]] == ["altered", "verbatim", "verbatim"]
    assert [quote["claim"]["speaker"] for quote in answer["quotes"][1:]] == ["Lin Jian"] * 2


async def test_html_is_read_down_to_its_article(client: TestClient) -> None:
    answer = await verify(client, html=PAGE, url="https://harbour.example/news/1")
    assert answer["article"] | {"outlet": "The Harbour Post", "published": "2025-10-14"} == answer["article"]
    assert [quote["verdict"] for quote in answer["quotes"]] == ["altered", "verbatim", "verbatim"]
    for quote in answer["quotes"]:
        ((start, end),) = quote["source_spans"]
        assert PAGE[start:end] == quote["quote"]
    assert answer["summary"]["briefings"][0]["date"] == "2025-10-13"


async def test_quotations_the_sender_found_come_back_in_their_order_with_their_ids(client: TestClient) -> None:
    sent = [{"quote": "They are just baseless", "id": "a"}, "a legitimate action", {"quote": "…", "id": "c"}]
    answer = await verify(client, quotes=sent, published="2025-10-14")
    assert answer["article"]["text"] is None
    got = [(quote["id"], quote["verdict"], quote["span"]) for quote in answer["quotes"]]
    assert got == [("a", "verbatim", None), (None, "verbatim", None), ("c", "cannot_check", None)]


async def test_a_page_is_fetched_by_its_address_where_that_is_allowed(make_client: MakeClient, tmp_path: Path) -> None:
    async def page(request: web.Request) -> web.Response:
        return web.Response(text=PAGE, content_type="text/html")

    site = web.Application()
    site.router.add_get("/news/1", page)
    async with TestServer(site) as server:
        address = str(server.make_url("/news/1"))
        refused = await (await make_client()).post("/v1/verify", json={"url": address})
        assert (refused.status, (await refused.json())["code"]) == (422, "refused_target")
        client = await make_client(fetch_allow=f"127.0.0.1:{server.port}")
        answer = await verify(client, url=address)
    assert answer["article"]["url"] == address
    assert [quote["verdict"] for quote in answer["quotes"]] == ["altered", "verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "Give one of `text`, `html` and `quotes`, or `url` alone"),
        ({"text": "“a”", "html": "<p>“a”</p>"}, "Give one of"),
        ({"quotes": []}, "/quotes"),
        ({"quotes": ["words"] * 201}, "/quotes"),
        ({"quotes": [{"quote": "words", "speaker": "He"}]}, "No such field"),
        ({"text": "words", "policy": "relaxed"}, "relaxed"),
        ({"text": "words", "published": "Tuesday"}, "Not a date"),
    ],
)
async def test_what_cannot_be_asked_is_said_with_its_place(client: TestClient, body: dict[str, Any], told: str) -> None:
    response = await client.post("/v1/verify", json=body)
    problem = await response.json()
    assert response.status == 422
    assert told in problem["detail"], problem


async def test_an_article_may_be_larger_than_a_lookup_and_no_larger_than_it_may(make_client: MakeClient) -> None:
    client = await make_client(body_limit=1_000, article_limit=5_000)
    filler = "The ferry sails at nine. " * 100
    assert (await verify(client, text=filler + LEAD))["summary"]["quotes"] == 3
    too_large = await client.post("/v1/verify", json={"text": filler * 3})
    assert (too_large.status, (await too_large.json())["code"]) == (413, "too_large")
    assert "5,000 bytes" in (await too_large.json())["detail"]


async def test_a_text_without_quotations_is_an_answer(client: TestClient) -> None:
    answer = await verify(client, text="The ferry sails at nine.")
    assert answer["quotes"] == []
    assert answer["summary"]["finding"] == "No quotation was found in this text."


async def test_lookups_are_counted_by_verdict(client: TestClient) -> None:
    await verify(client, text=LEAD, published="2025-10-14")
    metrics = await (await client.get("/metrics")).text()
    assert 'onrecord_lookups_total{verdict="verbatim"} 2.0' in metrics
