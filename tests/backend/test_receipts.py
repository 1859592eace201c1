"""Receipts over HTTP: asked for by Accept, checked with the server's key or one that is given, by whichever process."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.openapi import operation_id
from backend.routes import ROUTES
from quotes.report import ReplayStatus, SignatureStatus, SigningKey
from quotes.report.receipt_replay import RecordStatus, Why
from tests.backend.conftest import MakeClient, import_sample
from tests.backend.running import running
from tests.backend.test_bad_input import problem
from tests.backend.test_openapi import check

RECEIPT = "application/vnd.onrecord.receipt+json"
WEDGE = "misinformed, invented, or designed to drive a wedge"
ASKED: dict[str, Any] = {
    "quote": WEDGE,
    "claim": {"speaker": "Lin Jian", "date": "Tuesday"},
    "context": {"published": "2025-10-15", "neighbours": ["They are just baseless."]},
    "policy": "strict",
}


@pytest.fixture
async def server(make_client: MakeClient, tmp_path: Path) -> TestClient:
    """With a key of its own, so that no test meets the key of another."""
    return await make_client(receipt_key=str(tmp_path / "key.pem"))


async def receipt(client: TestClient, asked: dict[str, Any] = ASKED) -> dict[str, Any]:
    response = await client.post("/v1/lookup", json=asked, headers={"Accept": RECEIPT})
    assert response.status == 200, await response.text()
    assert response.content_type == RECEIPT
    found: dict[str, Any] = json.loads(await response.read())
    return found


async def verified(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    response = await client.post("/v1/receipts:verify", json=body)
    assert response.status == 200, await response.text()
    found: dict[str, Any] = await response.json()
    return found


async def test_an_answer_as_a_receipt(server: TestClient) -> None:
    found = await receipt(server)
    assert found["answer"] == await (await server.post("/v1/lookup", json=ASKED)).json()
    match, basis = found["answer"]["matches"][0], found["record"][0]
    assert (basis["transcript_id"], basis["turn"]) == (match["transcript_id"], match["turn"])
    history = await (await server.get(f"/v1/transcripts/{basis['transcript_id']}/revisions")).json()
    assert basis["transcript_sha256"] == history["revisions"][0]["content"]
    key = await (await server.get("/v1/receipts/key")).json()
    assert found["key_id"] == key["key_id"] == key["jwk"]["kid"]


async def test_the_question_of_a_receipt_can_be_sent_again_as_it_is(server: TestClient) -> None:
    found = await receipt(server)
    assert await (await server.post("/v1/lookup", json=found["question"])).json() == found["answer"]


async def test_it_is_as_described(server: TestClient) -> None:
    document = await (await server.get("/openapi.json")).json()
    check(document, {"$ref": "#/components/schemas/Receipt"}, await receipt(server))
    for method in ("get", "post"):
        answers = document["paths"]["/v1/lookup"][method]["responses"]["200"]["content"]
        assert answers[RECEIPT]["schema"] == {"$ref": "#/components/schemas/Receipt"}
    found = await verified(server, {"receipt": await receipt(server)})
    check(document, {"$ref": "#/components/schemas/Verification"}, found)


async def test_the_simple_lookup_gives_receipts_too(server: TestClient) -> None:
    response = await server.get("/v1/lookup", params={"quote": WEDGE}, headers={"Accept": RECEIPT})
    found = await verified(server, {"receipt": json.loads(await response.read())})
    assert (found["signature"], found["record"], found["replay"]) == ("valid", "same", "same")


async def test_its_own_receipts_are_valid_and_answered_the_same(server: TestClient) -> None:
    issued = await receipt(server)
    found = await verified(server, {"receipt": issued})
    assert (found["signature"], found["replay"], found["differences"]) == ("valid", "same", [])
    by_itself = await server.post(
        "/v1/receipts:verify", data=json.dumps(issued, indent=2), headers={"Content-Type": RECEIPT}
    )
    assert await by_itself.json() == found


async def test_what_was_changed_is_pointed_at(server: TestClient) -> None:
    issued = await receipt(server)
    issued["answer"]["verdict"] = "verbatim"
    found = await verified(server, {"receipt": issued})
    assert found["signature"] == "invalid"
    assert found["differences"] == [
        {"pointer": "/answer/verdict", "then": "verbatim", "now": "altered", "why": ["receipt"]}
    ]


async def test_another_servers_receipt_needs_its_key(
    server: TestClient, make_client: MakeClient, tmp_path: Path
) -> None:
    other = await make_client(receipt_key=str(tmp_path / "other.pem"))
    issued = await receipt(other)
    key = await (await other.get("/v1/receipts/key")).json()
    assert (await verified(server, {"receipt": issued}))["signature"] == "unknown_key"
    for form in ("jwk", "pem"):
        assert (await verified(server, {"receipt": issued, "key": key[form]}))["signature"] == "valid"
    nobodys = SigningKey.of(Ed25519PrivateKey.generate()).public.jwk()
    assert (await verified(server, {"receipt": issued, "key": nobodys}))["signature"] == "unknown_key"


async def test_checking_makes_no_key(server: TestClient, make_client: MakeClient, tmp_path: Path) -> None:
    other = await make_client(receipt_key=str(tmp_path / "unmade.pem"))
    assert (await verified(other, {"receipt": await receipt(server)}))["signature"] == "unknown_key"
    assert not (tmp_path / "unmade.pem").exists()


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({}, "invalid_request", "/receipt"),
        ({"receipt": {}}, "bad_receipt", "/receipt/onrecord_receipt"),
        ({"receipt": [], "key": {}}, "invalid_request", "/receipt"),
        ({"receipt": "GOOD", "key": {"kty": "RSA"}}, "bad_key", "/key"),
        ({"receipt": "GOOD", "key": "-----BEGIN"}, "bad_key", "/key"),
        ({"receipt": "GOOD", "more": 1}, "invalid_request", "/more"),
    ],
)
async def test_what_cannot_be_checked_is_told(
    server: TestClient, body: dict[str, Any], code: str, pointer: str
) -> None:
    if body.get("receipt") == "GOOD":
        body = body | {"receipt": await receipt(server)}
    found = await problem(await server.post("/v1/receipts:verify", json=body))
    assert found["code"] == code
    assert found["errors"][0]["pointer"] == pointer


async def test_a_bare_receipt_has_no_prefix_in_its_pointers(server: TestClient) -> None:
    issued = await receipt(server)
    issued["record"][0]["turn"] = "first"
    response = await server.post("/v1/receipts:verify", data=json.dumps(issued), headers={"Content-Type": RECEIPT})
    found = await problem(response)
    assert [error["pointer"] for error in found["errors"]] == ["/record/0/turn"]


@pytest.mark.parametrize(
    "sent",
    [
        b'{"receipt": ' + b'{"a":' * 900 + b"1" + b"}" * 901,
        b'{"receipt": {"onrecord_receipt": 1e999}}',
        b'{"receipt": {"onrecord_receipt": 1, "x": 123456789012345678901234567890}}',
    ],
)
async def test_what_is_sent_to_break_it_does_not(server: TestClient, sent: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    await problem(await server.post("/v1/receipts:verify", data=sent, headers=headers))


async def test_numbers_that_no_receipt_can_hold_are_refused(server: TestClient) -> None:
    issued = await receipt(server)
    issued["answer"]["confidence"] = 2**60
    found = await problem(await server.post("/v1/receipts:verify", json={"receipt": issued}))
    assert found["code"] == "bad_receipt"


async def test_a_key_that_cannot_be_used_is_told_and_lookups_go_on(make_client: MakeClient, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("no key")
    client = await make_client(receipt_key=str(tmp_path / "key.pem"))
    found = await problem(await client.post("/v1/lookup", json=ASKED, headers={"Accept": RECEIPT}))
    assert (found["code"], found["status"]) == ("receipt_key_unusable", 503)
    assert (await client.post("/v1/lookup", json=ASKED)).status == 200


async def test_every_process_signs_with_one_key_kept_in_the_data_folder(tmp_path: Path) -> None:
    import_sample(tmp_path)
    ids = set()
    async with running(tmp_path, "--processes", "2") as server:
        for _ in range(8):
            async with ClientSession() as session, session.get(f"{server.address}/v1/receipts/key") as response:
                ids.add((await response.json())["key_id"])
    assert len(ids) == 1
    assert stat.S_IMODE((tmp_path / "receipt-key.pem").stat().st_mode) == 0o600


async def test_the_documentation_says_how_a_receipt_is_checked(server: TestClient) -> None:
    page = await (await server.get("/docs")).text()
    assert 'id="receipts"' in page
    assert RECEIPT in page
    for code in (*SignatureStatus, *RecordStatus, *ReplayStatus, *Why):
        assert f"<code>{code}</code>" in page, code
    assert {"post_v1_receipts_verify", "get_v1_receipts_key"} <= {operation_id(route) for route in ROUTES}
