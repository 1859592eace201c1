"""What every answer carries, and what happens when a handler fails."""

from __future__ import annotations

import logging

import pytest
from aiohttp.test_utils import TestClient

from backend.keys import LOOKUPS
from backend.middleware import SAFE_HEADERS

PATHS = ["/", "/docs", "/healthz", "/nowhere", "/static/look/onrecord.css", "/v1/lookup?quote=", "/v1/coverage"]


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_carries_the_safe_headers(client: TestClient, path: str) -> None:
    response = await client.get(path)
    for name, value in SAFE_HEADERS.items():
        assert response.headers.getall(name) == [value]


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() -> None:
    policy = dict(part.strip().split(" ", 1) for part in SAFE_HEADERS["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


async def test_a_fault_of_ours_is_named_and_not_shown(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> bytes:
        raise RuntimeError("the secret of the engine")

    monkeypatch.setattr(client.app[LOOKUPS], "answer", fail)
    with caplog.at_level(logging.ERROR):
        response = await client.get("/v1/lookup?quote=wedge")
    body = await response.text()
    problem = await response.json(content_type=None)
    assert response.status == 500
    assert response.content_type == "application/problem+json"
    assert problem["code"] == "internal_error"
    assert "secret" not in body
    assert "Traceback" not in body
    assert problem["instance"].startswith("urn:uuid:")
    assert problem["instance"] in caplog.text
    assert "the secret of the engine" in caplog.text


async def test_what_nobody_serves_is_counted_under_one_name(client: TestClient) -> None:
    for path in ("/a", "/b", "/c"):
        await client.get(path)
    await client.request("PROPFIND", "/")
    metrics = await (await client.get("/metrics")).text()
    assert 'onrecord_requests_total{method="other",route="other",status="404"} 3.0' in metrics
    assert 'onrecord_requests_total{method="other",route="other",status="405"} 1.0' in metrics
    assert "PROPFIND" not in metrics


async def test_head_is_get_without_the_body(client: TestClient) -> None:
    for path in ("/healthz", "/docs", "/v1/coverage"):
        head, get = await client.head(path), await client.get(path)
        assert (head.status, await head.read()) == (200, b"")
        assert head.headers["Content-Length"] == get.headers["Content-Length"]
