"""`POST /v1/reports`: with consent a report is kept, without it nothing is; nobody reads it over HTTP."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient

from backend.api_keys import ApiKeys
from backend.keys import REPORTS
from quotes.archive import Reports
from quotes.archive.reports import FILE_NAME
from tests.backend.conftest import MakeClient, import_sample
from tests.backend.running import running

REPORT: dict[str, Any] = {
    "question": {"quote": "drive a wedge", "context": {"published": "2025-10-14"}},
    "verdict": "altered",
    "snapshot": "abc",
    "engine_version": "0.1.0",
    "consent": True,
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("reported")
    import_sample(data)
    return data


@pytest.fixture
def data(archive: Path) -> Path:
    (archive / FILE_NAME).unlink(missing_ok=True)
    return archive


@pytest.fixture
async def client(make_client: MakeClient, data: Path) -> TestClient:
    return await make_client(data=data)


async def problem_of(client: TestClient, body: object) -> dict[str, Any]:
    response = await client.post("/v1/reports", json=body)
    problem: dict[str, Any] = await response.json(content_type=None)
    assert response.status == problem["status"]
    return problem


async def test_a_report_is_kept_as_it_was_sent(client: TestClient, data: Path) -> None:
    sent = REPORT | {"note": "ヴ wrong", "page_url": "https://newspaper.example/a"}
    response = await client.post("/v1/reports", json=sent)
    assert response.status == 201
    answer = await response.json()
    (kept,) = Reports(data).all()
    assert answer == {"id": kept.id}
    assert kept.question["quote"] == "drive a wedge"
    assert kept.question["context"]["published"] == "2025-10-14"
    assert (kept.note, kept.page_url, kept.key_id) == ("ヴ wrong", "https://newspaper.example/a", None)


async def test_the_key_it_came_with_is_named_and_not_kept(make_client: MakeClient, data: Path) -> None:
    key = "a-key-of-sixteen"
    client = await make_client(data=data, api_keys=key)
    assert (await client.post("/v1/reports", json=REPORT)).status == 401
    headers = {"Authorization": f"Bearer {key}"}
    assert (await client.post("/v1/reports", json=REPORT, headers=headers)).status == 201
    (kept,) = Reports(data).all()
    assert kept.key_id == ApiKeys.read(key).id_of(key)
    assert key.encode() not in (data / FILE_NAME).read_bytes()


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        ({"consent": False}, "invalid_request", "/consent"),
        ({"consent": 1}, "invalid_request", "/consent"),
        ({"consent": "true"}, "invalid_request", "/consent"),
        ({"verdict": "wrong"}, "invalid_request", "/verdict"),
        ({"note": "x" * 2_001}, "invalid_request", "/note"),
        ({"note": "\udc00"}, "invalid_request", "/note"),
        ({"page_url": "javascript:alert(1)"}, "invalid_request", "/page_url"),
        ({"page_url": "https://newspaper.example/" + "x" * 2_000}, "invalid_request", "/page_url"),
        ({"snapshot": "x" * 101}, "invalid_request", "/snapshot"),
        ({"question": {"quote": "x", "context": {"published": "Tuesday"}}}, "bad_date", "/question/context/published"),
        ({"question": {"quote": "x", "policy": "none"}}, "bad_policy", "/question/policy"),
        ({"email": "reader@newspaper.example"}, "invalid_request", "/email"),
    ],
)
async def test_what_is_not_a_report_is_refused(
    client: TestClient, data: Path, change: dict[str, Any], code: str, pointer: str
) -> None:
    problem = await problem_of(client, REPORT | change)
    assert (problem["status"], problem["code"]) == (422, code)
    assert [error["pointer"] for error in problem["errors"]] == [pointer]
    assert Reports(data).all() == []


async def test_without_consent_nothing_is_kept_and_the_answer_says_so(client: TestClient, data: Path) -> None:
    missing = {name: value for name, value in REPORT.items() if name != "consent"}
    assert (await problem_of(client, missing))["errors"] == [{"pointer": "/consent", "detail": "Missing"}]
    assert "without consent nothing is kept" in (await problem_of(client, REPORT | {"consent": False}))["detail"]
    assert not (data / FILE_NAME).exists()


async def test_the_question_is_bounded(client: TestClient, data: Path) -> None:
    question = {"quote": "x", "context": {"neighbours": ["n" * 1_000] * 100}}
    problem = await problem_of(client, REPORT | {"question": question})
    assert (problem["status"], problem["code"]) == (413, "too_large")
    assert Reports(data).all() == []


async def test_a_flood_hears_when_to_come_again(client: TestClient, data: Path) -> None:
    client.app[REPORTS]._most_a_minute = 2
    for status in (201, 201, 429):
        response = await client.post("/v1/reports", json=REPORT)
        assert response.status == status
    assert response.headers["Retry-After"] == "60"
    assert (await response.json(content_type=None))["code"] == "too_many_reports"
    assert len(Reports(data).all()) == 2


async def test_a_full_file_refuses_and_the_log_says_what_to_do(
    client: TestClient, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client.app[REPORTS]._most = 0
    problem = await problem_of(client, REPORT)
    assert (problem["status"], problem["code"]) == (507, "reports_full")
    assert str(data) not in problem["detail"]
    assert "onrecord archive reports" in caplog.text


async def test_a_file_that_cannot_be_written_fails_the_report_and_no_lookup(client: TestClient, data: Path) -> None:
    (data / FILE_NAME).write_bytes(b"no database, " * 100)
    problem = await problem_of(client, REPORT)
    assert (problem["status"], problem["code"]) == (503, "reports_unusable")
    assert str(data) not in problem["detail"]
    assert (await client.get("/v1/lookup?quote=drive+a+wedge")).status == 200


async def test_reports_cannot_be_read_over_http(client: TestClient, data: Path) -> None:
    await client.post("/v1/reports", json=REPORT | {"note": "for the keeper alone"})
    response = await client.get("/v1/reports")
    assert response.status == 405
    assert "keeper" not in await response.text()


async def test_what_was_acknowledged_outlives_the_process(client: TestClient, data: Path, tmp_path: Path) -> None:
    """A copy of the files as they stand, taken without telling the server, holds the report."""
    identity = (await (await client.post("/v1/reports", json=REPORT)).json())["id"]
    for name in (FILE_NAME, FILE_NAME + "-wal"):
        if (data / name).exists():
            shutil.copy(data / name, tmp_path)
    with sqlite3.connect(tmp_path / FILE_NAME) as copy:
        assert copy.execute("SELECT id FROM reports").fetchall() == [(identity,)]
    copy.close()


async def test_several_processes_killed_at_any_moment_have_lost_no_report(data: Path) -> None:
    acknowledged: list[str] = []

    async def send(client: aiohttp.ClientSession, address: str) -> None:
        with suppress(aiohttp.ClientError):
            # No connection is kept, so that the processes take turns.
            while len(acknowledged) < 20:
                async with client.post(f"{address}/v1/reports", json=REPORT, headers={"Connection": "close"}) as answer:
                    if answer.status == 429:
                        return
                    assert answer.status == 201
                    acknowledged.append((await answer.json())["id"])

    async with running(data, "--processes", "2") as server, aiohttp.ClientSession() as client:
        await asyncio.gather(*(send(client, server.address) for _ in range(4)))
        os.killpg(server.process.pid, signal.SIGKILL)
        await server.process.wait()
    assert len(acknowledged) >= 20
    assert {one.id for one in Reports(data).all()} >= set(acknowledged)
