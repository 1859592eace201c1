"""Limits as a client meets them."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, make_mocked_request

from backend.client_address import TrustedProxies
from backend.limiting import LIMITS, STANDING, Limits, charge, keep_to_the_rate
from backend.problems import Problem
from backend.rate import MemoryLimiter, Rate
from backend.routes import ROUTES
from tests.backend.conftest import MakeClient

LOOKUP = "/v1/lookup?quote=wedge"


async def test_without_a_setting_nothing_is_limited_and_nothing_said_of_it(client: TestClient) -> None:
    for _ in range(30):
        response = await client.get("/v1/receipts/key")
        assert response.status == 200
    assert not {name for name in response.headers if "ratelimit" in name.lower()}


async def test_what_is_beyond_the_limit_is_refused_with_when_to_come_again(make_client: MakeClient) -> None:
    client = await make_client(rate=6, rate_burst=2)
    first = await client.get(LOOKUP)
    assert (first.headers["RateLimit-Policy"], first.headers["RateLimit"]) == (
        '"requests";q=2;w=20',
        '"requests";r=1;t=10',
    )
    assert (await client.post("/v1/lookup", json={"quote": "wedge"})).status == 200
    refused = await client.get(LOOKUP)
    problem = await refused.json(content_type=None)
    assert (refused.status, refused.content_type, problem["code"]) == (429, "application/problem+json", "rate_limited")
    assert 0 < int(refused.headers["Retry-After"]) <= 10
    assert refused.headers["RateLimit"].startswith('"requests";r=0;t=')
    assert f"in {refused.headers['Retry-After']} s" in problem["detail"]
    page = await client.get("/", headers={"Accept": "text/html"})
    assert (page.status, page.content_type) == (429, "text/html")


async def test_addresses_that_nobody_serves_count_as_well(make_client: MakeClient) -> None:
    client = await make_client(rate=6, rate_burst=2)
    assert [(await client.get("/.env")).status for _ in range(3)] == [404, 404, 429]
    assert (await client.post("/healthz")).status == 429


async def test_probes_and_what_pages_are_made_of_are_never_refused(make_client: MakeClient) -> None:
    client = await make_client(rate=6, rate_burst=1)
    for _ in range(3):
        for path in ("/healthz", "/readyz", "/metrics", "/static/look/onrecord.css"):
            for method in ("GET", "HEAD"):
                response = await client.request(method, path)
                assert response.status == 200
                assert "RateLimit" not in response.headers
    assert {route.path for route in ROUTES if not route.cost} == {"/healthz", "/readyz", "/metrics"}


async def test_a_proxy_is_believed_where_it_is_named_and_nobody_else(make_client: MakeClient) -> None:
    trusting = await make_client(rate=6, rate_burst=1, trusted_proxies="127.0.0.0/8")
    for address in ("198.51.100.1", "198.51.100.2", "2001:db8::1"):
        headers = {"X-Forwarded-For": f"1.2.3.4, {address}"}
        assert [(await trusting.get(LOOKUP, headers=headers)).status for _ in range(2)] == [200, 429]
    assert (await trusting.get(LOOKUP, headers={"X-Forwarded-For": "2001:db8::2"})).status == 429
    doubting = await make_client(rate=6, rate_burst=1)
    statuses = [(await doubting.get(LOOKUP, headers={"X-Forwarded-For": f"198.51.100.{n}"})).status for n in range(2)]
    assert statuses == [200, 429]


async def test_every_route_has_its_price(client: TestClient) -> None:
    assert client.app is not None
    costs = client.app[LIMITS].costs
    assert {(route.method, route.path) for route in ROUTES} <= costs.keys()
    assert (costs["GET", "/v1/lookup"], costs["POST", "/v1/jobs"]) == (1, 10)


async def test_a_request_may_cost_more_once_it_is_read(client: TestClient, monkeypatch: Any) -> None:
    """As one of many quotations does: the sender pays for the rest of them before the first is looked up."""
    rate = Rate(6, 10)
    limits = Limits(rate, MemoryLimiter(rate), TrustedProxies(), {})

    async def verify(request: web.Request) -> web.Response:
        await charge(request, int(request.query["quotes"]) - 1)
        return web.Response()

    assert client.app is not None
    request = make_mocked_request("GET", "/?quotes=7", app=client.app)
    monkeypatch.setitem(client.app._state, LIMITS, limits)
    assert (await keep_to_the_rate(request, verify)).status == 200
    assert request[STANDING].remaining == 3
    with pytest.raises(Problem) as refused:
        await keep_to_the_rate(request, verify)
    assert refused.value.code == "rate_limited"
    assert int(refused.value.headers["Retry-After"]) == 40
    assert (await keep_to_the_rate(make_mocked_request("GET", "/?quotes=1", app=client.app), verify)).status == 200


async def test_an_article_costs_as_much_as_its_quotations(make_client: MakeClient) -> None:
    client = await make_client(rate=6, rate_burst=9)
    five = ["legitimate action", "drive a wedge", "will never harm", "cooperation with China", "either misinformed"]
    first = await client.post("/v1/verify", json={"quotes": five})
    assert (first.status, first.headers["RateLimit"]) == (200, '"requests";r=4;t=50')
    refused = await client.post("/v1/verify", json={"quotes": five})
    problem = await refused.json(content_type=None)
    assert (refused.status, problem["code"], refused.headers["Retry-After"]) == (429, "rate_limited", "10")
    text = "He said: “We will never harm the interests of our neighbours.” Then he left."
    assert (await client.post("/v1/verify", json={"text": text})).headers["RateLimit"].startswith('"requests";r=2;')


async def test_the_document_of_the_interface_says_that_requests_may_be_refused(client: TestClient) -> None:
    document = await (await client.get("/openapi.json")).json()
    assert "rate_limited" in document["paths"]["/v1/lookup"]["get"]["responses"]["429"]["description"]
    assert "429" not in document["paths"]["/healthz"]["get"]["responses"]
