"""Extensions may read every answer of `/v1`, whatever became of the request; web pages may read none."""

from __future__ import annotations

import asyncio
import socket

import aiohttp
import pytest
from aiohttp.test_utils import TestClient

from backend.keys import LOOKUPS
from backend.origins import Origins
from backend.problems import Problem
from quotes.errors import InputError
from tests.backend.conftest import MakeClient

CHROMIUM = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://2f8b5c1e-0d3a-4f6b-9c7e-1a2b3c4d5e6f"
WEB = "https://newspaper.example"
PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}


@pytest.mark.parametrize(
    ("named", "host", "origin", "allowed"),
    [
        ("", "127.0.0.1", CHROMIUM, True),
        ("", "127.8.0.1", FIREFOX, True),
        ("", "::1", CHROMIUM, True),
        ("", "localhost", CHROMIUM, True),
        ("", "0.0.0.0", CHROMIUM, False),
        ("", "192.0.2.7", FIREFOX, False),
        ("", "onrecord.example", FIREFOX, False),
        ("none", "127.0.0.1", CHROMIUM, False),
        (CHROMIUM, "0.0.0.0", CHROMIUM, True),
        (f" {CHROMIUM}/ , {FIREFOX}", "0.0.0.0", FIREFOX, True),
        (CHROMIUM, "127.0.0.1", CHROMIUM[:-1] + "a", False),
        (CHROMIUM, "127.0.0.1", FIREFOX, False),
        ("moz-extension://*", "0.0.0.0", FIREFOX, True),
        ("moz-extension://*", "0.0.0.0", CHROMIUM, False),
        ("", "127.0.0.1", WEB, False),
        ("", "127.0.0.1", "http://127.0.0.1:8321", False),
        ("", "127.0.0.1", "null", False),
        ("", "127.0.0.1", "chrome-extension://*", False),
        ("", "127.0.0.1", CHROMIUM + ".evil.example", False),
        ("", "127.0.0.1", CHROMIUM + ":80", False),
        ("", "127.0.0.1", "x" + CHROMIUM, False),
        ("", "127.0.0.1", "", False),
    ],
)
def test_which_origins_are_allowed(named: str, host: str, origin: str, allowed: bool) -> None:
    assert Origins.read(named, host).allow(origin) == allowed


@pytest.mark.parametrize("named", ["*", WEB, "null", "chrome-extension://", CHROMIUM + "/x", f"{CHROMIUM},none"])
def test_a_setting_that_names_no_extension_is_refused_and_says_what_would_do(named: str) -> None:
    with pytest.raises(InputError, match=r"write chrome-extension://ID"):
        Origins.read(named, "127.0.0.1")


@pytest.mark.parametrize("origin", [CHROMIUM, FIREFOX])
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/about", 200),
        ("/v1/lookup?quote=drive+a+wedge", 200),
        ("/v1/lookup?quote=", 422),
        ("/v1/lookup?limit=0", 422),
        ("/v1/transcripts/nobody", 404),
        ("/v1/nowhere", 404),
        ("/v1/reports", 405),
    ],
)
async def test_an_extension_may_read_every_answer(client: TestClient, origin: str, path: str, status: int) -> None:
    response = await client.get(path, headers={"Origin": origin})
    assert response.status == status
    assert response.headers.getall("Access-Control-Allow-Origin") == [origin]
    assert "Origin" in response.headers["Vary"].split(", ")
    assert "Retry-After" in response.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RuntimeError("broken"), 500),
        (Problem("overloaded", "Too many.", retry_after=1), 503),
        (Problem("too_many_reports", "Too many.", retry_after=60), 429),
    ],
)
async def test_also_when_the_server_fails_or_has_enough(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    async def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(client.app[LOOKUPS], "answer", fail)
    response = await client.get("/v1/lookup?quote=drive+a+wedge", headers={"Origin": CHROMIUM})
    assert response.status == status
    assert response.headers["Access-Control-Allow-Origin"] == CHROMIUM


async def test_also_a_body_too_large_or_of_the_wrong_kind(make_client: MakeClient) -> None:
    client = await make_client(body_limit=100)
    for body, content_type, status in [(b"x" * 101, "application/json", 413), (b"x", "text/plain", 415)]:
        response = await client.post("/v1/lookup", data=body, headers={"Origin": FIREFOX, "Content-Type": content_type})
        assert response.status == status
        assert response.headers["Access-Control-Allow-Origin"] == FIREFOX


async def test_also_who_asks_too_often_and_how_often_they_may(make_client: MakeClient) -> None:
    client = await make_client(rate=60, rate_burst=1)
    for status in (200, 429):
        response = await client.get("/v1/about", headers={"Origin": CHROMIUM})
        assert response.status == status
        assert response.headers["Access-Control-Allow-Origin"] == CHROMIUM
    readable = response.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(readable) & set(response.headers)
    # Asking whether one may ask is not asking.
    assert (await client.options("/v1/lookup", headers={"Origin": CHROMIUM} | PREFLIGHT)).status == 204


async def test_also_where_a_key_is_missing(make_client: MakeClient) -> None:
    client = await make_client(api_keys="a-key-of-sixteen")
    response = await client.get("/v1/sources", headers={"Origin": CHROMIUM})
    assert response.status == 401
    assert response.headers["Access-Control-Allow-Origin"] == CHROMIUM
    assert "WWW-Authenticate" in response.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("origin", [WEB, "null", "http://localhost:8321"])
async def test_a_web_page_may_read_nothing(client: TestClient, origin: str) -> None:
    response = await client.get("/v1/about", headers={"Origin": origin})
    assert not [name for name in response.headers if name.startswith("Access-Control-")]
    # A cache must not hand this answer to an extension, nor an extension's to this page.
    assert "Origin" in response.headers["Vary"].split(", ")
    preflight = await client.options("/v1/lookup", headers={"Origin": origin} | PREFLIGHT)
    assert preflight.status == 405
    assert not [name for name in preflight.headers if name.startswith("Access-Control-")]


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/static/look/onrecord.css"])
async def test_only_the_interface_is_shared(client: TestClient, path: str) -> None:
    response = await client.get(path, headers={"Origin": CHROMIUM})
    assert response.status == 200
    assert "Access-Control-Allow-Origin" not in response.headers


async def test_two_origins_are_nobodys(client: TestClient) -> None:
    """The framework's client sends no header twice, and a proxy may."""
    assert client.port is not None
    with socket.create_connection(("127.0.0.1", client.port)) as line:
        line.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=line)
        writer.write(f"GET /v1/about HTTP/1.1\r\nHost: x\r\nOrigin: {CHROMIUM}\r\nOrigin: {WEB}\r\n\r\n".encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        writer.close()
    assert b"access-control" not in answer.lower()


@pytest.mark.parametrize("path", ["/v1/lookup", "/v1/reports", "/v1/about", "/v1/transcripts/x", "/v1/receipts:verify"])
async def test_a_preflight_is_answered(client: TestClient, path: str) -> None:
    response = await client.options(path, headers={"Origin": CHROMIUM} | PREFLIGHT)
    assert response.status == 204
    assert await response.read() == b""
    headers = response.headers
    assert headers["Access-Control-Allow-Origin"] == CHROMIUM
    assert {"GET", "POST"} <= set(headers["Access-Control-Allow-Methods"].split(", "))
    assert headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type, Accept"
    assert "Access-Control-Allow-Credentials" not in headers
    assert "Access-Control-Allow-Private-Network" not in headers


async def test_a_preflight_for_a_private_network_hears_that_it_is_meant(client: TestClient) -> None:
    asked = {"Origin": CHROMIUM, "Access-Control-Request-Private-Network": "true"} | PREFLIGHT
    response = await client.options("/v1/lookup", headers=asked)
    assert response.headers["Access-Control-Allow-Private-Network"] == "true"


async def test_a_preflight_carries_no_key_and_needs_none(make_client: MakeClient) -> None:
    client = await make_client(api_keys="a-key-of-sixteen")
    response = await client.options("/v1/lookup", headers={"Origin": CHROMIUM} | PREFLIGHT)
    assert response.status == 204


async def test_a_preflight_for_nothing_and_an_options_request_are_as_ever(client: TestClient) -> None:
    nothing = await client.options("/v1/nowhere", headers={"Origin": CHROMIUM} | PREFLIGHT)
    assert nothing.status == 404
    plain = await client.options("/v1/lookup", headers={"Origin": CHROMIUM})
    assert (plain.status, plain.headers["Allow"]) == (405, "GET, HEAD, POST")


async def test_what_an_answer_depends_on_is_told_whole(client: TestClient) -> None:
    response = await client.get("/v1/lookup?quote=drive+a+wedge", headers={"Origin": CHROMIUM})
    assert response.headers.getall("Vary") == ["Accept, Origin"]


OWN = "http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        (OWN, 200),
        (CHROMIUM, 200),
        (FIREFOX, 200),
        (WEB, 403),
        ("null", 403),
        ("http://[", 403),
        ("http://127.0.0.1:1", 403),
        ("http://localhost:{port}", 403),
        ("http://127.0.0.1:{port}.evil.example", 403),
        ("https://onrecord.example", 200),
        ("https://onrecord.example:444", 403),
    ],
)
async def test_a_page_of_another_address_may_send_nothing(
    make_client: MakeClient, origin: str | None, status: int
) -> None:
    client = await make_client(public_url="https://onrecord.example/")
    headers = {"Origin": origin.format(port=client.port)} if origin else {}
    response = await client.post("/v1/lookup", json={"quote": "drive a wedge"}, headers=headers)
    assert response.status == status
    if status == 403:
        assert (await response.json(content_type=None))["code"] == "cross_site"


async def test_what_a_form_of_another_page_could_post_is_refused_before_it_is_read(client: TestClient) -> None:
    """Forms ask for no leave beforehand: they may carry files, and the browser adds the key it remembers."""
    form = aiohttp.FormData()
    form.add_field("file", b"quote\ndrive a wedge\n", filename="quotes.csv", content_type="text/csv")
    response = await client.post("/v1/jobs", data=form, headers={"Origin": WEB})
    assert response.status == 403


async def test_links_from_anywhere_lead_here(client: TestClient) -> None:
    assert (await client.get("/?quote=drive+a+wedge", headers={"Origin": WEB})).status == 200
