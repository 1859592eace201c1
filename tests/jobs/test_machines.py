"""Workers beside the server: killed in the middle, with Redis killed too, and every row is there once."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.backend.running import running
from tests.jobs.conftest import CHECKOUT, SECONDS
from tests.jobs.redis_server import RedisServer
from tests.jobs.running import asking, children, worker

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="reads process ids from /proc")

QUOTES = (
    "misinformed, invented, or designed to drive a wedge",
    "The reported stories are either misinformed or invented",
    "the moon over the harbour was made of silver",
    "legitimate action",
)
QUICK = ("--job-lease", "1")


def table(rows: int) -> str:
    return "quote,id\n" + "".join(f'"{QUOTES[row % 4]} {row}",r{row}\n' for row in range(1, rows + 1))


async def test_embedded_workers_are_killed_and_the_server_too(sample_archive_copy: Path) -> None:
    data = sample_archive_copy
    flags = ("--processes", "1", "--job-workers", "2", "--job-chunk", "8", *QUICK)
    rows = 600
    async with running(data, *flags) as server, asking(server.address) as jobs:
        job = (await jobs.send(table(rows)))["id"]
        await jobs.until(job, 8)
        _serving, *working = server.workers
        for process in working:
            os.kill(process, signal.SIGKILL)
        await jobs.until(job, 80)
        os.killpg(server.process.pid, signal.SIGKILL)
    async with running(data, *flags) as server, asking(server.address) as jobs:
        held = await jobs.status(job)
        assert 80 <= held["done"] <= rows
        assert (await jobs.over(job))["status"] == "done"
        found = await jobs.rows(job)
        assert [row["row"] for row in found] == list(range(1, rows + 1))
        assert [row["id"] for row in found] == [f"r{row}" for row in range(1, rows + 1)]
        assert (await jobs.status(job))["quotes"] == rows
        assert await server.stop() == 0


async def test_a_row_that_takes_its_process_with_it_is_set_aside(sample_archive_copy: Path) -> None:
    """And the rows beside it, in its chunk and in others, are answered."""
    flags = ("--processes", "1", "--job-workers", "1", "--job-chunk", "4", "--job-lease", "0.5")
    body = "quote\n" + "".join(f"{'deadly' if row == 6 else 'plain'} words of row {row}\n" for row in range(1, 13))
    async with running(sample_archive_copy, *flags, module="tests.jobs.poisoned_server") as server:
        async with asking(server.address) as jobs:
            job = (await jobs.send(body))["id"]
            status = await jobs.over(job)
            assert (status["status"], status["done"], status["errors"]) == ("done", 12, 1)
            rows = await jobs.rows(job)
        assert await server.stop() == 0
    assert [row["row"] for row in rows] == list(range(1, 13))
    assert [row["row"] for row in rows if row["verdict"] == "cannot_check"] == [6]
    assert "was lost 2 times" in rows[5]["error"]


async def test_articles_by_address_are_read_and_those_that_cannot_be_fail_alone(sample_archive_copy: Path) -> None:
    async def page(request: web.Request) -> web.Response:
        paragraph = "Foreign ministry spokesperson Lin Jian said they were “either misinformed or invented”."
        return web.Response(
            text=f"<title>t</title><article><h1>Reports</h1><p>{paragraph}</p></article>", content_type="text/html"
        )

    site = web.Application()
    site.router.add_get("/page", page)
    async with TestServer(site) as served:
        flags = ("--processes", "1", "--job-workers", "1", "--fetch-allow", f"127.0.0.1:{served.port}")
        async with running(sample_archive_copy, *flags) as server, asking(server.address) as jobs:
            urls = [str(served.make_url(path)) for path in ("/page", "/gone")] + ["http://127.0.0.1/ours"]
            job = (await jobs.send({"articles": [{"url": url} for url in urls]}, "application/json"))["id"]
            assert (await jobs.over(job))["errors"] == 2
            found, gone, ours = await jobs.rows(job)
            assert await server.stop() == 0
    assert found["quote"] == "either misinformed or invented"
    assert found["verdict"] == "verbatim"
    assert "404" in gone["error"]
    assert ours["key"] == "2.0"
    assert ours["verdict"] == "cannot_check"


async def test_workers_and_redis_are_killed_on_the_way(sample_archive: Path, redis_server: RedisServer) -> None:
    redis_server.empty()
    url = redis_server.url
    rows = 600
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(worker(sample_archive, url, *QUICK))
        second = await stack.enter_async_context(worker(sample_archive, url, *QUICK))
        flags = ("--processes", "1", "--redis-url", url, "--job-chunk", "8", *QUICK)
        server = await stack.enter_async_context(running(sample_archive, *flags))
        jobs = await stack.enter_async_context(asking(server.address))
        job = (await jobs.send(table(rows)))["id"]
        await jobs.until(job, 8)
        for process in (first, second):
            for child in children(process.pid):
                os.kill(child, signal.SIGKILL)
        await jobs.until(job, 80)
        redis_server.kill()
        async with jobs.session.get(f"{server.address}/v1/jobs/{job}") as response:
            assert response.status == 503
            assert response.headers["Retry-After"]
            assert (await response.json())["code"] == "jobs_unavailable"
        async with jobs.session.get(f"{server.address}/v1/lookup?quote=drive+a+wedge") as response:
            assert response.status == 200
        redis_server.start()
        assert (await jobs.over(job, 2 * SECONDS))["status"] == "done"
        found = await jobs.rows(job)
        assert [row["row"] for row in found] == list(range(1, rows + 1))
        assert (await jobs.status(job))["quotes"] == rows
        first.send_signal(signal.SIGTERM)
        async with asyncio.timeout(SECONDS):
            assert await first.wait() == 0


async def test_a_server_alone_with_redis_keeps_jobs_for_the_first_worker(
    sample_archive: Path, redis_server: RedisServer
) -> None:
    redis_server.empty()
    flags = ("--processes", "2", "--redis-url", redis_server.url)
    async with running(sample_archive, *flags) as server, asking(server.address) as jobs:
        job = (await jobs.send(table(3)))["id"]
        assert (await jobs.status(job))["status"] == "queued"
        async with worker(sample_archive, redis_server.url, "--job-workers", "2") as process:
            assert (await jobs.over(job))["status"] == "done"
            assert len(children(process.pid)) == 2
            assert await checked(redis_server.url) == 0
        assert await server.stop() == 0


async def checked(url: str) -> int:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.main", "worker", "--redis-url", url, "--check"),
        cwd=CHECKOUT,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    return await process.wait()
