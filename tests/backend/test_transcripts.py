"""`/v1/transcripts`: the record to the character, and requests that know it already."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from aiohttp.test_utils import TestClient

from quotes.archive import Archive


@pytest.fixture(scope="module")
def transcript_id(sample_archive: Path) -> str:
    with Archive.open(sample_archive, readonly=True) as archive:
        return archive.headers()[0].id


async def test_the_record_to_the_character(client: TestClient, sample_archive: Path, transcript_id: str) -> None:
    response = await client.get(f"/v1/transcripts/{transcript_id}")
    sent = orjson.loads(await response.read())
    with Archive.open(sample_archive, readonly=True) as archive:
        held = archive.transcript(transcript_id)
    assert [turn["text"] for turn in sent["turns"]] == [turn.text for turn in held.turns]
    assert sent["date"] == held.date.isoformat()
    assert sent["fidelity"] == held.fidelity.value
    assert sent["extra"] == orjson.loads(held.extra)


async def test_a_transcript_that_is_held_already_is_not_sent_again(client: TestClient, transcript_id: str) -> None:
    path = f"/v1/transcripts/{transcript_id}"
    first = await client.get(path)
    for held in (first.headers["ETag"], "W/" + first.headers["ETag"], f'"other", {first.headers["ETag"]}', "*"):
        again = await client.get(path, headers={"If-None-Match": held})
        assert (again.status, await again.read()) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    other = await client.get(path, headers={"If-None-Match": '"something-else"'})
    assert other.status == 200


async def test_only_a_numbered_revision_may_be_kept_unasked(client: TestClient, transcript_id: str) -> None:
    latest = await client.get(f"/v1/transcripts/{transcript_id}")
    numbered = await client.get(f"/v1/transcripts/{transcript_id}?revision=1")
    assert latest.headers["Cache-Control"] == "no-cache"
    assert "max-age" in numbered.headers["Cache-Control"]
    assert await latest.read() == await numbered.read()


async def test_a_revision_that_does_not_exist(client: TestClient, transcript_id: str) -> None:
    response = await client.get(f"/v1/transcripts/{transcript_id}?revision=7")
    assert response.status == 404
    assert (await response.json(content_type=None))["code"] == "unknown_transcript"


async def test_revisions(client: TestClient, transcript_id: str) -> None:
    sent = await (await client.get(f"/v1/transcripts/{transcript_id}/revisions")).json()
    assert [(revision["number"], revision["changes"]) for revision in sent["revisions"]] == [(1, None)]
