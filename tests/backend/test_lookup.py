"""`/v1/lookup` over the sample archive: the same answer by every way, kept, and in the format asked for."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from aiohttp.test_utils import TestClient

from backend.api.lookup import ANNOTATION, JSON, QUOTATION
from tests.backend.conftest import MakeClient
from tests.backend.test_negotiation import ANNO

WEDGE = "misinformed, invented, or designed to drive a wedge"


async def answer(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    response = await client.post("/v1/lookup", json=body)
    found: dict[str, Any] = orjson.loads(await response.read())
    assert response.status == 200, found
    return found


async def test_get_and_post_answer_alike(client: TestClient) -> None:
    posted = await answer(
        client,
        {
            "quote": WEDGE,
            "claim": {"speaker": "Lin Jian", "date": "Tuesday"},
            "context": {"published": "2025-10-15"},
            "policy": "strict",
            "limit": 2,
        },
    )
    query = {
        "quote": WEDGE,
        "speaker": "Lin Jian",
        "date": "Tuesday",
        "published": "2025-10-15",
        "policy": "strict",
        "limit": "2",
    }
    got = await (await client.get("/v1/lookup", params=query)).json()
    assert got == posted
    assert posted["engine"]["policy"] == "strict"
    assert posted["checks"]["attribution"]["status"] == "confirmed"
    assert posted["checks"]["date"]["status"] == "different_date"


async def test_the_day_counts_of_a_date_and_time(client: TestClient) -> None:
    with_time, without = [
        await answer(client, {"quote": WEDGE, "claim": {"date": "Tuesday"}, "context": {"published": published}})
        for published in ("2025-10-15T23:30:00+05:00", "2025-10-15")
    ]
    assert with_time == without


async def test_empty_parameters_count_as_left_out(client: TestClient) -> None:
    plain = await (await client.get("/v1/lookup", params={"quote": WEDGE})).json()
    form = {"quote": WEDGE, "speaker": "", "date": "", "published": "", "policy": "", "limit": ""}
    assert await (await client.get("/v1/lookup", params=form)).json() == plain


async def test_one_word_is_ambiguous(client: TestClient) -> None:
    found = await answer(client, {"quote": "the"})
    assert found["verdict"] == "ambiguous"
    assert found["checks"]["occurrences"]["count"] > 1


async def test_a_set_phrase_is_ambiguous_and_its_occasions_are_listed(client: TestClient) -> None:
    found = await answer(client, {"quote": "A patient harbour is a safe harbour."})
    assert found["verdict"] == "ambiguous"
    assert len({match["date"] for match in found["matches"]}) > 1


async def test_words_of_any_script_are_looked_up(client: TestClient) -> None:
    for quote in ("稀土", "cooperación", "𝔬𝔫 𝔯𝔢𝔠𝔬𝔯𝔡", "👍 thanks", "\u202eevil\u202c words"):
        assert (await answer(client, {"quote": quote}))["verdict"]


async def test_the_second_time_the_cache_answers(client: TestClient) -> None:
    first = await answer(client, {"quote": WEDGE})
    assert await answer(client, {"quote": WEDGE}) == first
    metrics = await (await client.get("/metrics")).text()
    assert 'onrecord_cache_total{result="hit"} 1.0' in metrics
    assert 'onrecord_cache_total{result="miss"} 1.0' in metrics
    assert 'onrecord_lookups_total{verdict="altered"} 1.0' in metrics


async def test_what_is_asked_beside_the_words_is_part_of_the_key(client: TestClient) -> None:
    asked: list[dict[str, Any]] = [
        {"quote": WEDGE},
        {"quote": WEDGE, "policy": "strict"},
        {"quote": WEDGE, "limit": 1},
        {"quote": WEDGE, "claim": {"speaker": "Lin Jian"}},
        {"quote": WEDGE, "context": {"neighbours": ["They are just baseless."]}},
    ]
    for body in asked:
        await answer(client, body)
    assert 'onrecord_cache_total{result="hit"}' not in await (await client.get("/metrics")).text()


async def test_without_a_cache_every_lookup_is_done(make_client: MakeClient) -> None:
    client = await make_client(cache=0)
    assert await answer(client, {"quote": WEDGE}) == await answer(client, {"quote": WEDGE})
    assert "onrecord_engine_seconds_count 2.0" in await (await client.get("/metrics")).text()


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("application/json", JSON.content_type),
        ("application/ld+json", QUOTATION.content_type),
        (ANNO, ANNOTATION.content_type),
    ],
)
async def test_the_format_asked_for(client: TestClient, accept: str, content_type: str) -> None:
    response = await client.post("/v1/lookup", json={"quote": WEDGE}, headers={"Accept": accept})
    assert response.status == 200
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Vary"] == "Accept, Origin"
    orjson.loads(await response.read())


async def test_a_schema_org_quotation(client: TestClient) -> None:
    response = await client.post("/v1/lookup", json={"quote": WEDGE}, headers={"Accept": "application/ld+json"})
    quotation = await response.json()
    plain = await answer(client, {"quote": WEDGE})
    match = plain["matches"][0]
    assert (quotation["@context"], quotation["@type"]) == ("https://schema.org", "Quotation")
    assert quotation["text"] == WEDGE
    assert quotation["creator"]["name"] == "Lin Jian"
    assert quotation["isPartOf"]["datePublished"] == "2025-10-13"
    assert quotation["isPartOf"]["url"].endswith(match["permalink"])
    assert quotation["isPartOf"]["url"].startswith("http://127.0.0.1:")
    assert quotation["review"]["reviewBody"] == plain["finding"]
    assert quotation["review"]["reviewRating"]["ratingValue"] == "altered"


async def test_a_web_annotation_on_the_page(client: TestClient) -> None:
    body = {"quote": WEDGE, "context": {"page_url": "https://example.org/article", "before": "calling them "}}
    annotation = await (await client.post("/v1/lookup", json=body, headers={"Accept": ANNO})).json()
    match = (await answer(client, body))["matches"][0]
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["type"] == "Annotation"
    assert annotation["target"]["source"] == "https://example.org/article"
    assert annotation["target"]["selector"] == {"type": "TextQuoteSelector", "exact": WEDGE, "prefix": "calling them "}
    classifying, assessing, linking = annotation["body"]
    assert classifying["value"] == "altered"
    assert "Lin Jian" in assessing["value"]
    assert linking["selector"]["exact"] == match["passage"]["text"]
    assert linking["selector"]["refinedBy"]["start"] == match["passage"]["start"]


@pytest.mark.parametrize("accept", ["application/ld+json", ANNO])
async def test_linked_data_names_nobody_when_the_words_cannot_be_placed(client: TestClient, accept: str) -> None:
    response = await client.post("/v1/lookup", json={"quote": "legitimate action"}, headers={"Accept": accept})
    document = await response.json()
    assert "creator" not in document
    assert "isPartOf" not in document
    assert [body["purpose"] for body in document.get("body", ())] in ([], ["classifying", "assessing"])


async def test_the_public_address_is_used_where_it_is_set(make_client: MakeClient) -> None:
    client = await make_client(public_url="https://onrecord.example/")
    response = await client.post("/v1/lookup", json={"quote": WEDGE}, headers={"Accept": "application/ld+json"})
    url = (await response.json())["isPartOf"]["url"]
    assert url.startswith("https://onrecord.example/transcripts/")


async def test_what_the_context_claims_is_checked_and_said_to_be_read_there(client: TestClient) -> None:
    context = {
        "before": "On Tuesday the foreign ministry said the accounts were",
        "after": ".",
        "published": "2025-10-14",
    }
    asked = {"quote": WEDGE, "context": context}
    answer = await (await client.post("/v1/lookup", json=asked)).json()
    assert answer["claim_from"] == "page"
    assert answer["checks"]["date"] | {"status": "different_date", "claimed": "Tuesday"} == answer["checks"]["date"]
    assert "the article says Tuesday, the record Monday" in answer["finding"]
    given = await (await client.post("/v1/lookup", json=asked | {"claim": {"speaker": "Lin Jian"}})).json()
    assert (given["claim_from"], given["checks"]["date"]["status"]) == ("request", "not_claimed")
