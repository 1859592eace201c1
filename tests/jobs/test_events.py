"""A job watched: server-sent events over the real processes of a server, left and taken up again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson

from tests.backend.running import running
from tests.jobs.conftest import SECONDS
from tests.jobs.running import Jobs, asking

ROWS = "quote\n" + "".join(f"words of row {row} in the file\n" for row in range(400))
FLAGS = ("--processes", "2", "--job-chunk", "4")


async def read(jobs: Jobs, job: str, last: str | None = None) -> AsyncIterator[tuple[str, str, dict[str, Any]]]:
    """Id, name and data of each event; the stream's end ends it."""
    headers = {} if last is None else {"Last-Event-ID": last}
    async with (
        asyncio.timeout(SECONDS),
        jobs.session.get(f"{jobs.address}/v1/jobs/{job}/events", headers=headers) as response,
    ):
        assert response.status == 200
        assert response.content_type == "text/event-stream"
        event: dict[str, str] = {}
        async for raw in response.content:
            line = raw.decode().rstrip("\n")
            if not line and "data" in event:
                yield event.get("id", ""), event["event"], orjson.loads(event["data"])
                event = {}
            name, _, value = line.partition(": ")
            event[name] = value


async def test_a_job_is_watched_to_its_end_through_any_process(sample_archive_copy: Path) -> None:
    async with running(sample_archive_copy, *FLAGS, "--job-workers", "1") as server, asking(server.address) as jobs:
        job = (await jobs.send(ROWS))["id"]
        seen = [found async for found in read(jobs, job)]
        ids = [int(identity) for identity, _, _ in seen]
        assert ids == sorted(set(ids))
        assert [name for _, name, _ in seen] == ["progress"] * (len(seen) - 1) + ["done"]
        assert seen[-1][2]["status"] == "done"
        assert seen[-1][2]["done"] == 400
        assert sum(seen[-1][2]["verdicts"].values()) == 400

        # Whoever saw all but the end is told it at once; whoever saw the end has nothing to wait for.
        (last,) = [found async for found in read(jobs, job, str(ids[-1] - 1))]
        assert last == seen[-1]
        address = f"{jobs.address}/v1/jobs/{job}/events"
        async with jobs.session.get(address, headers={"Last-Event-ID": str(ids[-1])}) as response:
            assert response.status == 204
        async with jobs.session.get(address, headers={"Last-Event-ID": "no number"}) as response:
            assert b"event: done" in await response.read()
        assert await server.stop() == 0


async def test_a_watcher_goes_on_at_the_next_server(sample_archive_copy: Path) -> None:
    """A server that stops lets go of those who watch, and does not wait for them."""
    async with running(sample_archive_copy, *FLAGS) as server, asking(server.address) as jobs:
        job = (await jobs.send("quote\nsome words\n"))["id"]
        watching = read(jobs, job)
        identity, name, status = await anext(watching)
        assert (name, status["status"]) == ("progress", "queued")
        started = asyncio.get_running_loop().time()
        assert await server.stop() == 0
        assert asyncio.get_running_loop().time() - started < 5
        assert [found async for found in watching] == []
    async with running(sample_archive_copy, *FLAGS, "--job-workers", "1") as server, asking(server.address) as jobs:
        after = [found async for found in read(jobs, job, identity)]
        assert after[-1][1] == "done"
        assert all(int(found[0]) > int(identity) for found in after)
        assert await server.stop() == 0


async def test_cancelling_is_an_end_too(sample_archive_copy: Path) -> None:
    async with running(sample_archive_copy, *FLAGS) as server, asking(server.address) as jobs:
        job = (await jobs.send("quote\nsome words\n"))["id"]
        watching = read(jobs, job)
        await anext(watching)
        async with jobs.session.delete(f"{jobs.address}/v1/jobs/{job}") as response:
            assert response.status == 200
        ((_, name, status),) = [found async for found in watching]
        assert (name, status["status"]) == ("done", "cancelled")
