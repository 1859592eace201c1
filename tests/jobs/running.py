"""A server with its jobs, and `onrecord-server worker`, as real processes; and what is asked of them."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import orjson

from tests.jobs.conftest import CHECKOUT, SECONDS


class Jobs:
    """The jobs of the server at `address`."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def send(self, body: Any, kind: str = "text/csv", query: str = "", **headers: str) -> dict[str, Any]:
        data = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else orjson.dumps(body)
        headers = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.post(f"{self.address}/v1/jobs{query}", data=data, headers=headers) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == 202, answer
            return answer

    async def status(self, job: str) -> dict[str, Any]:
        async with self.session.get(f"{self.address}/v1/jobs/{job}") as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == 200, answer
            return answer

    async def over(self, job: str, seconds: float = SECONDS) -> dict[str, Any]:
        async with asyncio.timeout(seconds):
            while True:
                with suppress(AssertionError, aiohttp.ClientError):
                    found = await self.status(job)
                    if found["status"] in ("done", "cancelled", "failed"):
                        return found
                await asyncio.sleep(0.1)

    async def until(self, job: str, done: int) -> None:
        async with asyncio.timeout(SECONDS):
            while True:
                if (await self.status(job))["done"] >= done:
                    return
                await asyncio.sleep(0.02)

    async def results(self, job: str, form: str = "jsonl") -> bytes:
        async with self.session.get(f"{self.address}/v1/jobs/{job}/results?format={form}") as response:
            assert response.status == 200
            return await response.read()

    async def rows(self, job: str) -> list[dict[str, Any]]:
        return [orjson.loads(line) for line in (await self.results(job)).splitlines()]


@asynccontextmanager
async def asking(address: str) -> AsyncIterator[Jobs]:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
        yield Jobs(session, address)


@asynccontextmanager
async def worker(data: Path, url: str, *flags: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`onrecord-server worker` once it is at work; killed with all its processes at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.main", "worker", "--data", str(data), "--redis-url", url, *flags),
        cwd=CHECKOUT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")},
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(SECONDS):
            assert b"works on jobs" in await process.stdout.readline()
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return sorted(int(child) for task in tasks for child in task.read_text().split())
