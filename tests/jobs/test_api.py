"""`/v1/jobs` over HTTP, with a worker beside the server in this process."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp.test_utils import TestClient, TestServer

from backend.app import create_app
from backend.ending import end
from backend.jobs.checking import Checker
from backend.jobs.opening import open_store
from backend.jobs.results import COLUMNS
from backend.jobs.working import ChunkWorker
from backend.settings import Settings
from quotes.verify import Engine
from tests.jobs.conftest import SECONDS

CSV = (
    "quote,speaker,id\ndrive a wedge between China and Pakistan,Lin Jian,=cmd()\nmade of silver spoons and a fork,,b\n"
)
ARTICLE = {
    "title": "China rejects the reports",
    "text": "China on Tuesday rejected the reports.\n\nThey were “either misinformed or invented”, foreign ministry "
    "spokesperson Lin Jian said.",
    "published": "2025-10-14",
    "id": "wire-7",
}
Make = Callable[..., Awaitable[TestClient]]


@pytest.fixture
async def make(sample_archive_copy: Path) -> AsyncIterator[Make]:
    """A function that starts a server, with nobody working."""
    clients: list[TestClient] = []

    async def make(**settings: Any) -> TestClient:
        client: TestClient = TestClient(TestServer(create_app(Settings(data=sample_archive_copy, **settings))))
        await client.start_server()
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.close()


@pytest.fixture
async def client(make: Make) -> TestClient:
    return await make()


@pytest.fixture
async def work(sample_archive_copy: Path) -> AsyncIterator[Callable[[], None]]:
    """A function that sets a worker to work."""
    store = open_store(Settings(data=sample_archive_copy))
    tasks: list[asyncio.Task[None]] = []
    with Engine.open(sample_archive_copy) as engine:
        worker = ChunkWorker(Checker(engine), store, seconds=0)
        yield lambda: tasks.append(asyncio.create_task(store.work(worker.check, name="w")))
        for task in tasks:
            await end(task)
        worker.close()
    await store.close()


async def sent(client: TestClient, body: Any = CSV, kind: str = "text/csv", **headers: str) -> dict[str, Any]:
    data = body if isinstance(body, str | bytes) else orjson.dumps(body)
    if not isinstance(body, str | bytes):
        kind = "application/json"
    response = await client.post("/v1/jobs", data=data, headers={"Content-Type": kind, **headers})
    answer: dict[str, Any] = await response.json()
    assert response.status == 202, answer
    assert response.headers["Location"] == f"/v1/jobs/{answer['id']}"
    return answer


async def over(client: TestClient, job: str) -> dict[str, Any]:
    async with asyncio.timeout(SECONDS):
        while True:
            found: dict[str, Any] = await (await client.get(f"/v1/jobs/{job}")).json()
            if found["finished"]:
                return found
            await asyncio.sleep(0.02)


async def problem(response: aiohttp.ClientResponse, status: int, code: str) -> dict[str, Any]:
    found: dict[str, Any] = await response.json(content_type=None)
    assert (response.status, found["code"]) == (status, code)
    assert response.content_type == "application/problem+json"
    return found


async def test_a_table_is_checked_and_its_results_come_in_three_forms(client: TestClient, work: Any) -> None:
    made = await sent(client)
    assert (made["status"], made["total"], made["done"]) == ("queued", 2, 0)
    work()
    done = await over(client, made["id"])
    assert (done["status"], done["done"], done["verdicts"]) == ("done", 2, {"not_found": 1, "verbatim": 1})
    where = f"/v1/jobs/{made['id']}/results"

    lines = await client.get(where)
    assert lines.content_type == "application/jsonl"
    assert lines.headers["OnRecord-Job-Status"] == "done"
    first, second = map(orjson.loads, (await lines.read()).splitlines())
    assert (first["key"], first["id"], first["verdict"]) == ("1", "=cmd()", "verbatim")
    assert first["answer"]["matches"][0]["speaker"]["name"] == "Lin Jian"
    assert second["verdict"] == "not_found"

    raw = await (await client.get(f"{where}?format=csv")).read()
    assert raw.startswith(b"\xef\xbb\xbfrow,id,quote,")
    one, two = csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))
    assert list(one) == list(COLUMNS)
    assert (one["row"], one["id"], one["verdict"], one["speaker_found"]) == ("1", "'=cmd()", "verbatim", "Lin Jian")
    assert (one["date_found"], one["attribution"]) == ("2025-10-13", "confirmed")
    assert one["permalink"].startswith("http://127.0.0.1")
    assert two["speaker_found"] == two["error"] == ""

    page = await client.get(f"{where}?format=html")
    text = await page.text()
    assert page.content_type == "text/html"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert text.count('<section class="row') == 2
    assert text.rstrip().endswith("</html>")
    for outside in ("<script", "<link", "<img", "url("):
        assert outside not in text


async def test_results_of_one_verdict(client: TestClient, work: Any) -> None:
    made = await sent(client)
    work()
    await over(client, made["id"])
    where = f"/v1/jobs/{made['id']}/results"
    lines = (await (await client.get(f"{where}?verdict=not_found,altered")).read()).splitlines()
    assert [orjson.loads(line)["row"] for line in lines] == [2]
    await problem(await client.get(f"{where}?verdict=maybe"), 422, "invalid_request")
    await problem(await client.get(f"{where}?format=pdf"), 422, "invalid_request")


async def test_what_quotations_hold_does_no_harm_in_a_report(client: TestClient, work: Any) -> None:
    made = await sent(
        client, {"rows": [{"quote": "<script>alert(1)</script> words", "id": "<b>"}], "name": "</title><x>"}
    )
    work()
    await over(client, made["id"])
    text = await (await client.get(f"/v1/jobs/{made['id']}/results?format=html")).text()
    assert "<script" not in text
    assert "<x>" not in text
    assert "<b>" not in text
    assert "&lt;script&gt;alert(1)" in text


async def test_results_so_far_can_be_read(client: TestClient) -> None:
    made = await sent(client)
    for form in ("csv", "jsonl", "html"):
        response = await client.get(f"/v1/jobs/{made['id']}/results?format={form}")
        assert response.status == 200
        assert response.headers["OnRecord-Job-Status"] == "queued"
    assert "still running" in await response.text()


def form_of(**fields: Any) -> aiohttp.FormData:
    """A form; a value that is a tuple is a file with its name and type."""
    form = aiohttp.FormData()
    for name, value in fields.items():
        if isinstance(value, tuple):
            form.add_field(name, value[0], filename=value[1], content_type=value[2])
        else:
            form.add_field(name, value, content_type="text/plain")
    return form


async def test_a_form_with_a_file(client: TestClient) -> None:
    file = (("\ufeff" + CSV + ",x,\n").encode(), "quotes.csv", "application/vnd.ms-excel")
    response = await client.post("/v1/jobs", data=form_of(policy="strict", skip_bad="true", file=file))
    made = await response.json()
    assert response.status == 202, made
    assert (made["total"], made["policy"], made["name"], made["kind"]) == (3, "strict", "quotes.csv", "rows")
    page = ("<p>He said “we will go on”.</p>", "page.html", "text/html")
    assert (await (await client.post("/v1/jobs", data=form_of(file=page))).json())["kind"] == "articles"
    for bad in (form_of(policy="strict", colour="red"), form_of(policy="strict")):
        await problem(await client.post("/v1/jobs", data=bad), 422, "invalid_request")


async def test_bad_rows_are_told_and_nothing_is_taken(client: TestClient) -> None:
    headers = {"Content-Type": "text/csv"}
    response = await client.post("/v1/jobs", data="quote,date\nfine,\n,Tuesday\n", headers=headers)
    told = await problem(response, 422, "bad_rows")
    assert told["errors"] == [{"pointer": "/rows/2/quote", "detail": "Row 2 (line 3): there is no quotation"}]
    assert (await (await client.get("/metrics")).text()).count('onrecord_jobs{state="queued"} 0.0') == 1
    response = await client.post("/v1/jobs?skip_bad=true", data="quote,date\nfine,\n,Tuesday\n", headers=headers)
    assert response.status == 202


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"quote\nx", "image/png", 415, "unsupported_media_type"),
        (b"{", "application/json", 400, "broken_json"),
        (b'{"rows": ["a"], "colour": 1}', "application/json", 422, "invalid_request"),
        (b'{"rows": ["a"], "policy": "harsh"}', "application/json", 422, "bad_policy"),
        (b'{"rows": ["a b"], "webhook": "ftp://a.example"}', "application/json", 422, "bad_webhook"),
        (b'{"rows": ["a b"], "webhook": "http://127.0.0.1/x"}', "application/json", 422, "bad_webhook"),
        (b'{"articles": [{"title": "no text"}]}', "application/json", 422, "invalid_request"),
        (b"a,b\nc,d\n", "text/csv", 422, "bad_table"),
        (b"quote\n" + b"x" * 3000, "text/csv", 413, "too_large"),
    ],
    ids=lambda value: str(value)[:30],
)
async def test_what_cannot_be_taken_is_told(make: Make, body: bytes, kind: str, status: int, code: str) -> None:
    client = await make(job_body_limit=2000)
    response = await client.post("/v1/jobs", data=body, headers={"Content-Type": kind})
    await problem(response, status, code)


async def test_the_same_key_gives_the_same_job(client: TestClient) -> None:
    first = await sent(client, **{"Idempotency-Key": '"abc"'})
    again = await client.post("/v1/jobs", data=CSV, headers={"Content-Type": "text/csv", "Idempotency-Key": "abc"})
    assert (await again.json())["id"] == first["id"]
    assert again.headers["Idempotency-Replayed"] == "true"
    other = await client.post(
        "/v1/jobs", data="quote\nx y\n", headers={"Content-Type": "text/csv", "Idempotency-Key": "abc"}
    )
    await problem(other, 422, "bad_key_reuse")
    bad = await client.post("/v1/jobs", data=CSV, headers={"Content-Type": "text/csv", "Idempotency-Key": "ä"})
    await problem(bad, 400, "bad_request")
    assert (await sent(client))["id"] != first["id"]


async def test_cancelling_twice_is_cancelling(client: TestClient) -> None:
    made = await sent(client)
    for _ in range(2):
        response = await client.delete(f"/v1/jobs/{made['id']}")
        assert response.status == 200
        assert (await response.json())["status"] == "cancelled"
    assert (await over(client, made["id"]))["expires"]


@pytest.mark.parametrize(
    "path",
    ["", "/events", "/results", "/decisions", "/articles/0", "/results?format=csv"],
    ids=lambda path: path or "job",
)
async def test_jobs_that_are_not_there(client: TestClient, path: str) -> None:
    await problem(await client.get(f"/v1/jobs/nobody{path}"), 404, "unknown_job")


async def test_an_article_is_kept_whole(client: TestClient, work: Any) -> None:
    made = await sent(client, {"articles": [ARTICLE]})
    where = f"/v1/jobs/{made['id']}"
    await problem(await client.get(f"{where}/articles/0"), 404, "unknown_row")
    work()
    done = await over(client, made["id"])
    assert (done["total"], done["quotes"]) == (1, 1)
    answer = await (await client.get(f"{where}/articles/0")).json()
    start, end = answer["quotes"][0]["span"]
    assert answer["article"]["text"][start:end] == "either misinformed or invented"
    await problem(await client.get(f"{where}/articles/1"), 404, "unknown_row")
    line = orjson.loads(await (await client.get(f"{where}/results")).read())
    assert (line["key"], line["id"], line["quote"]) == ("0.0", "wire-7", "either misinformed or invented")
    verified = await client.post("/v1/verify", json={key: ARTICLE[key] for key in ("title", "text", "published")})
    same = await verified.json()
    assert answer["quotes"] == same["quotes"]


async def test_decisions_are_part_of_the_results(client: TestClient, work: Any) -> None:
    made = await sent(client)
    work()
    await over(client, made["id"])
    where = f"/v1/jobs/{made['id']}"
    asked = {"decision": "correct", "note": "see <the record>", "text": "=right words"}
    first = await client.put(f"{where}/decisions/2", json=asked)
    assert first.status == 200
    assert first.headers["ETag"] == '"1"'
    stale = await client.put(f"{where}/decisions/2", json={"decision": "accept"}, headers={"If-Match": '"7"'})
    await problem(stale, 412, "changed_since")
    fresh = await client.put(f"{where}/decisions/2", json=asked, headers={"If-Match": '"1"'})
    assert (await fresh.json())["version"] == 2
    unseen = {"If-None-Match": "*"}
    await problem(await client.put(f"{where}/decisions/2", json=asked, headers=unseen), 412, "changed_since")
    for headers in (unseen, {"If-Match": '"1"'}):
        await problem(await client.delete(f"{where}/decisions/2", headers=headers), 412, "changed_since")
    await problem(await client.put(f"{where}/decisions/1", json=asked, headers={"If-Match": "*"}), 412, "changed_since")
    listed = (await (await client.get(f"{where}/decisions")).json())["decisions"]
    assert [(one["row"], one["decision"], one["text"]) for one in listed] == [("2", "correct", "=right words")]
    rows = [orjson.loads(line) for line in (await (await client.get(f"{where}/results")).read()).splitlines()]
    assert rows[0]["decision"] is None
    assert rows[1]["decision"]["note"] == "see <the record>"
    table = await (await client.get(f"{where}/results?format=csv")).text("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(table)))[1]["corrected"] == "'=right words"
    page = await (await client.get(f"{where}/results?format=html")).text()
    assert "see &lt;the record&gt;" in page
    for row in ("0", "3", "x", "0.1", "-1"):
        await problem(await client.put(f"{where}/decisions/{row}", json=asked), 404, "unknown_row")
    await problem(await client.put(f"{where}/decisions/1", json={"decision": "burn"}), 422, "invalid_request")


async def test_decisions_on_an_articles_quotations(client: TestClient) -> None:
    made = await sent(client, {"articles": [ARTICLE]})
    where = f"/v1/jobs/{made['id']}/decisions"
    assert (await (await client.put(f"{where}/0", json={"decision": "accept"})).json())["row"] == "0.0"
    assert (await (await client.put(f"{where}/0.4", json={"decision": "query"})).json())["row"] == "0.4"
    await problem(await client.put(f"{where}/1.0", json={"decision": "accept"}), 404, "unknown_row")


async def test_many_editors_at_once(client: TestClient) -> None:
    made = await sent(client, "quote\n" + "some words\n" * 30)
    where = f"/v1/jobs/{made['id']}/decisions"
    puts = (client.put(f"{where}/{n % 30 + 1}", json={"decision": "query", "note": str(n)}) for n in range(90))
    assert {response.status for response in await asyncio.gather(*puts)} == {200}
    listed = (await (await client.get(where)).json())["decisions"]
    assert [(one["row"], one["version"]) for one in listed] == [(str(row), 3) for row in range(1, 31)]


async def test_numbers_of_jobs_are_counted(client: TestClient, work: Any) -> None:
    made = await sent(client)
    text = await (await client.get("/metrics")).text()
    assert 'onrecord_jobs{state="queued"} 1.0' in text
    assert "onrecord_job_chunks_waiting 1.0" in text
    work()
    await over(client, made["id"])
    text = await (await client.get("/metrics")).text()
    assert 'onrecord_jobs{state="done"} 1.0' in text
    assert "onrecord_job_chunks_waiting 0.0" in text
    assert "onrecord_job_rows_checked 2.0" in text


async def test_a_folder_that_cannot_be_written_is_told(make: Make, sample_archive_copy: Path) -> None:
    client = await make()
    (sample_archive_copy / "jobs.sqlite3").mkdir()
    response = await client.post("/v1/jobs", data=CSV, headers={"Content-Type": "text/csv"})
    assert response.headers["Retry-After"] == "5"
    await problem(response, 503, "jobs_unavailable")
