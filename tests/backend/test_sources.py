"""`/v1/sources` and `/v1/coverage`: what is told of what is held, and of who reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from quotes.archive import Archive
from quotes.sources import sources
from tests.backend.conftest import MakeClient
from tests.backend.covered import IMPORTED, SOURCE, TURNED_AWAY, covered_archive

LAST = date(2025, 11, 5)
SINCE, UNTIL = LAST - timedelta(weeks=4), LAST - timedelta(weeks=1)


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, date]]:
    data = tmp_path_factory.mktemp("covered")
    return data, covered_archive(data, last=LAST, weeks=20)


@pytest.fixture
async def special(covered: tuple[Path, dict[str, date]]) -> dict[str, date]:
    return covered[1]


@pytest.fixture
async def client(make_client: MakeClient, covered: tuple[Path, dict[str, date]]) -> TestClient:
    return await make_client(data=covered[0], crawl=SOURCE)


async def get(client: TestClient, path: str, **query: str) -> Any:
    response = await client.get(path, params=query)
    assert response.status == 200
    return (await response.json())["sources"]


async def test_every_source_is_told_of_the_held_ones_first(client: TestClient) -> None:
    told = [source["id"] for source in await get(client, "/v1/sources")]
    assert told[:3] == sorted([SOURCE, IMPORTED, TURNED_AWAY])
    assert sorted(told) == sorted({*sources(), IMPORTED})


async def test_a_source_is_told_with_its_parser_its_last_look_and_its_pages(client: TestClient) -> None:
    by_id = {source["id"]: source for source in await get(client, "/v1/sources")}
    read = by_id[SOURCE]
    assert (read["crawled"], read["verified"], read["parser"]) == (True, True, sources()[SOURCE].parser)
    assert read["hosts"] == list(sources()[SOURCE].hosts)
    assert read["look"]["problem"] is None
    assert datetime.fromisoformat(read["look"]["next_at"]) > datetime.now(UTC)
    assert read["pages"] == {
        "listed": 1,
        "read": 1,
        "skipped": 0,
        "failed": 2,
        "gone": 1,
        "due": 1,
        "next_due": "2099-01-01T00:00:00Z",
    }
    imported = by_id[IMPORTED]
    assert (imported["crawled"], imported["verified"], imported["parser"], imported["look"]) == (
        False,
        None,
        None,
        None,
    )
    assert imported["name"] == "Port Ellison Harbour Board"
    assert (imported["first"], imported["transcripts"]) == ("2025-06-18", 21)
    assert "challenge" in by_id[TURNED_AWAY]["look"]["problem"]
    assert by_id["kremlin"]["verified"] is False
    assert by_id["kremlin"]["transcripts"] == 0


async def test_coverage_has_every_day_and_what_became_of_it(client: TestClient, special: dict[str, date]) -> None:
    (told,) = await get(client, "/v1/coverage", source=SOURCE)
    days = {day["day"]: day for day in told["days"]}
    stand = {name: days[str(day)]["status"] for name, day in special.items() if name != "gap"}
    assert stand == {
        "partial": "partial",
        "missing": "missing",
        "failed": "failed",
        "gone": "missing",
        "nothing": "nothing",
    }
    assert [gap[0] for gap in told["gaps"]] == [str(special["gap"] - timedelta(days=2))]
    assert len(told["problems"]) == 3


async def test_coverage_is_narrowed_to_the_days_asked_for(client: TestClient, special: dict[str, date]) -> None:
    (whole,) = await get(client, "/v1/coverage", source=SOURCE)
    (part,) = await get(client, "/v1/coverage", source=SOURCE, since=str(SINCE), until=str(UNTIL))
    assert part["days"] == [day for day in whole["days"] if str(SINCE) <= day["day"] <= str(UNTIL)]
    assert {problem["day"] for problem in part["problems"]} == {
        str(special[name]) for name in ("partial", "failed", "gone")
    }
    assert part["gaps"] == []
    assert part["transcripts"] == whole["transcripts"]
    assert all(source["days"] == [] for source in await get(client, "/v1/coverage", since="2030-01-01"))


async def test_a_source_nothing_is_known_of_has_no_coverage_yet(client: TestClient) -> None:
    assert await get(client, "/v1/coverage", source="kremlin") == []


@pytest.mark.parametrize(
    ("query", "code", "pointer", "detail"),
    [
        ({"since": "yesterday"}, "bad_date", "/since", "YYYY-MM-DD"),
        ({"since": "2025-02-30"}, "bad_date", "/since", "YYYY-MM-DD"),
        ({"until": "2025-W45-1"}, "bad_date", "/until", "YYYY-MM-DD"),
        ({"until": "20251105"}, "bad_date", "/until", "YYYY-MM-DD"),
        ({"since": "2025-11-05", "until": "2025-11-04"}, "bad_date", "/until", "Before `since`"),
        ({"source": "nobody"}, "invalid_request", "/source", SOURCE),
        ({"day": "2025-11-05"}, "invalid_request", "/day", "No such field"),
    ],
)
async def test_what_cannot_be_asked_is_told(
    client: TestClient, query: dict[str, str], code: str, pointer: str, detail: str
) -> None:
    response = await client.get("/v1/coverage", params=query)
    document = await response.json(content_type=None)
    assert (response.status, document["code"]) == (422, code)
    assert [error["pointer"] for error in document["errors"]] == [pointer]
    assert detail in document["errors"][0]["detail"]


@pytest.mark.parametrize("path", ["/v1/sources", "/v1/coverage"])
async def test_answers_are_as_described_and_not_sent_twice(client: TestClient, path: str) -> None:
    document = await (await client.get("/openapi.json")).json()
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    response = await client.get(path)
    Draft202012Validator({**schema, "components": document["components"]}).validate(await response.json())
    again = await client.get(path, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status, await again.read()) == (304, b"")


async def test_an_answer_changes_with_the_archive(make_client: MakeClient, tmp_path: Path) -> None:
    covered_archive(tmp_path, last=LAST, weeks=16)
    client = await make_client(data=tmp_path)
    before = (await client.get("/v1/coverage")).headers["ETag"]
    with Archive.open(tmp_path) as archive:
        (waiting,) = [page for page in archive.pages(SOURCE) if page.state == "listed"]
        archive.note_listed(SOURCE, [replace(waiting, url=waiting.url.replace("_1.", f"_{n}.")) for n in (2, 3)])
    response = await client.get("/v1/coverage", headers={"If-None-Match": before})
    assert response.status == 200
    (told,) = [source for source in (await response.json())["sources"] if source["source"] == SOURCE]
    assert max(day["waiting"] for day in told["days"]) == 3
