"""Whatever is sent, the answer is a problem document that says what is wrong, and never a 500.

The shape of every problem: media type application/problem+json, `type`, `title`, `status`, `detail`, `code`, and where
a field is to blame `errors`, each with a JSON pointer to it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from hypothesis import given
from hypothesis import strategies as st

from backend.body import parse_json
from backend.problems import KINDS, Problem
from backend.requests import LookupRequest, checked
from tests.backend.conftest import MakeClient

JSON_HEADERS = {"Content-Type": "application/json"}


async def problem(response: ClientResponse) -> dict[str, Any]:
    """The problem document, checked for its shape."""
    document: dict[str, Any] = orjson.loads(await response.read())
    assert response.content_type == "application/problem+json", document
    assert set(document) <= {"type", "title", "status", "detail", "code", "errors", "instance"}
    assert document["status"] == response.status == KINDS[document["code"]].status
    assert document["type"] == f"/docs#{document['code']}"
    assert document["title"] == KINDS[document["code"]].title
    assert len(document["detail"]) > 10
    assert response.status != 500
    for error in document.get("errors", ()):
        assert set(error) == {"pointer", "detail"}
        assert error["detail"]
        assert not error["pointer"] or error["pointer"].startswith("/")
    return document


BODIES = [
    pytest.param(b"", "broken_json", None, id="no body"),
    pytest.param(b"{", "broken_json", None, id="broken JSON"),
    pytest.param(b'{"quote": "a" "b"}', "broken_json", None, id="broken JSON inside"),
    pytest.param(b'{"quote": NaN}', "broken_json", None, id="NaN"),
    pytest.param(b'{"limit": ' + b"9" * 5000 + b"}", "broken_json", None, id="a number of 5,000 digits"),
    pytest.param(b'{"quote": "a", "quote": "b"}', "broken_json", None, id="a key twice"),
    pytest.param(b'{"quote": "a", "claim": {"date": "x", "date": "y"}}', "broken_json", None, id="a nested key twice"),
    pytest.param(b"[" * 100_000, "broken_json", None, id="huge nesting, broken off"),
    pytest.param(b"[" * 50_000 + b"]" * 50_000, "broken_json", None, id="huge nesting"),
    pytest.param('{"quote": "é"}'.encode("latin-1"), "bad_encoding", None, id="not UTF-8"),
    pytest.param(b"\xff\xfe{\x00", "bad_encoding", None, id="UTF-16"),
    pytest.param(b"null", "invalid_request", "", id="null"),
    pytest.param(b"[]", "invalid_request", "", id="a list"),
    pytest.param(b'"quote"', "invalid_request", "", id="a string"),
    pytest.param(b"{}", "invalid_request", "/quote", id="no quotation"),
    pytest.param(b'{"quote": null}', "invalid_request", "/quote", id="quotation null"),
    pytest.param(b'{"quote": 5}', "invalid_request", "/quote", id="quotation a number"),
    pytest.param(b'{"quote": ["a"]}', "invalid_request", "/quote", id="quotation a list"),
    pytest.param(b'{"quote": "a\\ud800b"}', "invalid_request", "/quote", id="lone surrogate"),
    pytest.param(
        b'{"quote": "a", "context": {"neighbours": ["\\udfff"]}}', "invalid_request", "/context/neighbours/0", id="half"
    ),
    pytest.param(b'{"quote": ""}', "bad_quotation", "/quote", id="empty"),
    pytest.param(b'{"quote": " \\n\\t\\u00a0"}', "bad_quotation", "/quote", id="spaces only"),
    pytest.param(b'{"quote": "\\u201c\\u2026,.!?\\u201d --"}', "bad_quotation", "/quote", id="punctuation only"),
    pytest.param(b'{"quote": "the\\u0000 words"}', "bad_quotation", "/quote", id="NUL"),
    pytest.param(
        json.dumps({"quote": "many words " * 4546}).encode(), "bad_quotation", "/quote", id="50,000 characters"
    ),
    pytest.param(json.dumps({"quote": "x" * 50_000}).encode(), "bad_quotation", "/quote", id="one word of 50,000"),
    pytest.param(b'{"quote": "a", "speaker": "b"}', "invalid_request", "/speaker", id="a field of another route"),
    pytest.param(b'{"quote": "a", "a/b~c": 1}', "invalid_request", "/a~1b~0c", id="pointer is escaped"),
    pytest.param(b'{"quote": "a", "\\ud800": 1}', "invalid_request", None, id="lone surrogate in a key"),
    pytest.param(b'{"quote": "a", "context": []}', "invalid_request", "/context", id="context a list"),
    pytest.param(b'{"quote": "a", "context": {"neighbours": "b"}}', "invalid_request", "/context/neighbours", id="str"),
    pytest.param(
        b'{"quote": "a", "context": {"neighbours": ["b", 3]}}', "invalid_request", "/context/neighbours/1", id="n"
    ),
    pytest.param(b'{"quote": "a", "context": {"published": "13 Oct"}}', "bad_date", "/context/published", id="no date"),
    pytest.param(b'{"quote": "a", "context": {"published": 20251013}}', "bad_date", "/context/published", id="number"),
    pytest.param(
        b'{"quote": "a", "context": {"published": "2025-02-30"}}', "bad_date", "/context/published", id="30 Feb"
    ),
    pytest.param(b'{"quote": "we will", "claim": {"date": "smarch"}}', "bad_date", "/claim/date", id="no month"),
    pytest.param(b'{"quote": "a", "claim": {"date": 5}}', "invalid_request", "/claim/date", id="date a number"),
    pytest.param(b'{"quote": "a", "policy": "harsh"}', "bad_policy", "/policy", id="unknown policy"),
    pytest.param(b'{"quote": "a", "policy": null}', "invalid_request", "/policy", id="policy null"),
    pytest.param(b'{"quote": "a", "limit": 0}', "invalid_request", "/limit", id="limit 0"),
    pytest.param(b'{"quote": "a", "limit": 51}', "invalid_request", "/limit", id="limit 51"),
    pytest.param(b'{"quote": "a", "limit": "5"}', "invalid_request", "/limit", id="limit a string"),
    pytest.param(b'{"quote": "a", "limit": true}', "invalid_request", "/limit", id="limit a boolean"),
]


@pytest.mark.parametrize(("body", "code", "pointer"), BODIES)
async def test_bodies(client: TestClient, body: bytes, code: str, pointer: str | None) -> None:
    document = await problem(await client.post("/v1/lookup", data=body, headers=JSON_HEADERS))
    assert document["code"] == code
    if pointer is not None:
        assert [error["pointer"] for error in document["errors"]] == [pointer]


async def test_every_bad_field_is_pointed_to(client: TestClient) -> None:
    body = b'{"quote": 1, "limit": 99, "claim": {"speaker": 2}, "more": 3}'
    document = await problem(await client.post("/v1/lookup", data=body, headers=JSON_HEADERS))
    assert {error["pointer"] for error in document["errors"]} == {"/quote", "/limit", "/claim/speaker", "/more"}
    assert all(error["pointer"] in document["detail"] for error in document["errors"])


QUERIES = [
    pytest.param("", "invalid_request", "/quote", id="nothing"),
    pytest.param("quote=", "bad_quotation", "/quote", id="empty"),
    pytest.param("quote=%20", "bad_quotation", "/quote", id="a space"),
    pytest.param("quote=...", "bad_quotation", "/quote", id="punctuation only"),
    pytest.param("quote=" + "many+words+" * 4546, "bad_quotation", "/quote", id="50,000 characters"),
    pytest.param("quote=a%00b", "bad_quotation", "/quote", id="NUL"),
    pytest.param("quote=a&quote=b", "bad_request", "/quote", id="twice"),
    pytest.param("quote=a&policy=harsh", "bad_policy", "/policy", id="unknown policy"),
    pytest.param("quote=a&published=yesterday", "bad_date", "/published", id="bad date"),
    pytest.param("quote=we+will&date=smarch", "bad_date", "/date", id="bad claimed date"),
    pytest.param("quote=a&limit=many", "invalid_request", "/limit", id="limit no number"),
    pytest.param("quote=a&limit=99", "invalid_request", "/limit", id="limit too large"),
    pytest.param("quote=a&colour=red", "invalid_request", "/colour", id="unknown parameter"),
]


@pytest.mark.parametrize(("query", "code", "pointer"), QUERIES)
async def test_queries(client: TestClient, query: str, code: str, pointer: str) -> None:
    document = await problem(await client.get(f"/v1/lookup?{query}"))
    assert document["code"] == code
    assert [error["pointer"] for error in document["errors"]] == [pointer]


@pytest.mark.parametrize(("query", "code", "pointer"), QUERIES[1:])
async def test_the_page_says_the_same_in_words(client: TestClient, query: str, code: str, pointer: str) -> None:
    response = await client.get(f"/?{query}")
    assert response.status == KINDS[code].status
    assert response.content_type == "text/html"
    assert KINDS[code].title in await response.text()


@pytest.mark.parametrize(
    ("content_type", "code"),
    [
        ("text/plain", "unsupported_media_type"),
        ("application/x-www-form-urlencoded", "unsupported_media_type"),
        ("application/json; charset=utf-16", "unsupported_media_type"),
        ("application/json; charset=nonsense", "unsupported_media_type"),
        ("nonsense", "unsupported_media_type"),
    ],
)
async def test_media_types(client: TestClient, content_type: str, code: str) -> None:
    response = await client.post("/v1/lookup", data=b'{"quote": "a"}', headers={"Content-Type": content_type})
    assert (await problem(response))["code"] == code


async def test_utf_8_by_name_is_taken(client: TestClient) -> None:
    headers = {"Content-Type": "application/json; charset=UTF-8"}
    response = await client.post("/v1/lookup", data=b'\xef\xbb\xbf{"quote": "wedge"}', headers=headers)
    assert response.status == 200


async def test_too_large_a_body(client: TestClient) -> None:
    body = orjson.dumps({"quote": "x" * 300_000})
    document = await problem(await client.post("/v1/lookup", data=body, headers=JSON_HEADERS))
    assert document["code"] == "too_large"
    assert "262,144" in document["detail"]


async def test_too_large_a_body_that_does_not_say_so(client: TestClient) -> None:
    async def chunks() -> Any:
        for _ in range(40):
            yield b"x" * 10_000

    document = await problem(await client.post("/v1/lookup", data=chunks(), headers=JSON_HEADERS))
    assert document["code"] == "too_large"


async def test_a_body_that_does_not_come(make_client: MakeClient) -> None:
    client = await make_client(time_limit=0.1)
    answered = asyncio.Event()

    async def chunks() -> Any:
        yield b'{"quote": '
        await answered.wait()

    response = await client.post("/v1/lookup", data=chunks(), headers=JSON_HEADERS)
    assert (await problem(response))["code"] == "slow_request"
    answered.set()


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/v2/lookup", "unknown_route"),
        ("GET", "/v1/lookup/", "unknown_route"),
        ("GET", "/static/../settings.py", "unknown_route"),
        ("GET", "/static/%2e%2e/__init__.py", "unknown_route"),
        ("GET", "/static/", "unknown_route"),
        ("PUT", "/v1/lookup", "method_not_allowed"),
        ("DELETE", "/v1/transcripts/x", "method_not_allowed"),
        ("POST", "/", "method_not_allowed"),
        ("GET", "/v1/transcripts/nobody-knows-this", "unknown_transcript"),
        ("GET", "/v1/transcripts/nobody-knows-this/revisions", "unknown_transcript"),
        ("GET", "/v1/transcripts/x?revision=two", "invalid_request"),
        ("GET", "/v1/transcripts/x?revision=0", "invalid_request"),
        ("GET", "/v1/coverage?x=1", "invalid_request"),
    ],
)
async def test_paths_and_methods(client: TestClient, method: str, path: str, code: str) -> None:
    document = await problem(await client.request(method, path))
    assert document["code"] == code


async def test_methods_that_would_do_are_named(client: TestClient) -> None:
    response = await client.put("/v1/lookup")
    assert response.headers["Allow"] == "GET, HEAD, POST"


async def test_not_acceptable(client: TestClient) -> None:
    response = await client.get("/v1/lookup?quote=wedge", headers={"Accept": "image/png"})
    assert (await problem(response))["code"] == "not_acceptable"
    assert response.headers["Vary"] == "Accept, Origin"


async def test_somebody_with_a_browser_gets_a_page(client: TestClient) -> None:
    response = await client.get("/nowhere/<script>", headers={"Accept": "text/html,*/*;q=0.8"})
    text = await response.text()
    assert response.status == 404
    assert response.content_type == "text/html"
    assert "No such address" in text
    assert "<script>" not in text.split("</head>")[1]


def outcome(read: Callable[[], object]) -> object:
    """What was read, or the problem it was refused with."""
    try:
        return read()
    except Problem as refused:
        return refused


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    found = outcome(lambda: parse_json(body))
    if isinstance(found, Problem):
        assert found.code in ("broken_json", "bad_encoding")
        assert orjson.loads(found.body())["detail"] == found.detail
    else:
        assert json.loads(body) == found


ANY_TEXT = st.text(st.characters(exclude_categories=()))
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {"quote": ANY_TEXT | JSON_VALUES},
    optional=dict.fromkeys(("context", "claim", "policy", "limit", "more"), JSON_VALUES),
)


@given(JSON_VALUES | FIELDS)
def test_any_value_is_an_inquiry_or_a_problem_that_can_be_sent(value: object) -> None:
    found = outcome(lambda: checked(LookupRequest, value).inquiry())
    if isinstance(found, Problem):
        assert found.kind.status == 422
        assert orjson.loads(found.body())["errors"]
    else:
        # What is looked up can be written down again: the cache and the answer need it.
        assert orjson.dumps(found)
