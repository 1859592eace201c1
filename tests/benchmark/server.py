"""A real `onrecord-server` on loopback: started, waited for, loaded, weighed, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from tests.benchmark.measure import Timings

PROCESSES = 2
READY_WITHIN = 30.0
# Of each article of the benchmark.
QUOTATIONS = 40


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running server. `started_in`: seconds from its start to the first answer of /readyz."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, started_in: float) -> None:
        self._process = process
        self.address = address
        self.started_in = started_in

    def resident_bytes(self) -> tuple[int, int]:
        """Memory of the server and its children: what each holds resident, summed, and the same with shared pages
        counted once."""
        resident = shared_once = 0
        for pid in [self._process.pid, *_descendants(self._process.pid)]:
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Rss:"):
                    resident += int(line.split()[1]) * 1024
                elif line.startswith("Pss:"):
                    shared_once += int(line.split()[1]) * 1024
        return resident, shared_once


def _descendants(pid: int) -> list[int]:
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return children + [grand for child in children for grand in _descendants(child)]


@asynccontextmanager
async def running(data: Path, processes: int = PROCESSES) -> AsyncIterator[Server]:
    """The server on `data`, stopped at the end by SIGTERM; its log goes to this program's standard error."""
    port = _free_port()
    settings = {"ONRECORD_DATA": str(data), "ONRECORD_PORT": str(port), "ONRECORD_PROCESSES": str(processes)}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", "from backend.main import main; main()"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        async with asyncio.timeout(READY_WITHIN), aiohttp.ClientSession() as client:
            while not await _ready(client, address):
                if process.poll() is not None:
                    raise RuntimeError(
                        f"the server ended with {process.returncode} before it was ready; its log is above"
                    )
                await asyncio.sleep(0.01)
        yield Server(process, address, time.perf_counter() - start)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


async def _ready(client: aiohttp.ClientSession, address: str) -> bool:
    try:
        async with client.get(f"{address}/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


async def verify(address: str, articles: Sequence[dict[str, object]]) -> Timings:
    """POST /v1/verify with each article, one after the other; the first, which loads what is loaded when first asked
    for, is not counted."""
    timings = Timings()
    async with aiohttp.ClientSession() as client:
        for article in articles:
            asked = time.perf_counter()
            async with client.post(f"{address}/v1/verify", json=article) as answer:
                body = await answer.json()
            timings.seconds.append(time.perf_counter() - asked)
            if body["summary"]["quotes"] != QUOTATIONS:
                raise RuntimeError(f"{body['summary']['quotes']} quotations were read of {QUOTATIONS}")
    del timings.seconds[0]
    return timings


async def load(address: str, quotes: Sequence[str], *, connections: int, seconds: float) -> tuple[Timings, int, float]:
    """POST /v1/lookup with each quotation in turn over `connections` connections: the times of the answers with status
    200, how many had another status, and the seconds it all took."""
    timings, refused = Timings(), 0
    start = time.perf_counter()
    end = start + seconds
    left = iter(quotes)

    async def customer(client: aiohttp.ClientSession) -> None:
        nonlocal refused
        for quote in left:
            asked = time.perf_counter()
            if asked > end:
                return
            async with client.post(f"{address}/v1/lookup", json={"quote": quote}) as answer:
                await answer.read()
            if answer.status == 200:
                timings.seconds.append(time.perf_counter() - asked)
            else:
                refused += 1

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=connections)) as client:
        await asyncio.gather(*(customer(client) for _ in range(connections)))
    return timings, refused, time.perf_counter() - start
