"""`python -m tests.benchmark.jobs`: a large job from a CSV against all of ../shared/corpus.

    one process     the server's own worker, jobs in SQLite
    two on Redis    two `onrecord-server worker` processes
    lost on the way the same, with both killed (-9) at a third and Redis at two thirds

Fails where a row is missing or there twice, where memory grows, or where two workers are slower than --least.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import click
import orjson
import redis

from quotes.ingest import import_paths
from tests.backend.running import running
from tests.benchmark.__main__ import SHARED
from tests.benchmark.job_file import write_job_file
from tests.evaluation.suites import SEED
from tests.jobs.redis_server import RedisServer
from tests.jobs.running import Jobs, asking, children, worker

# Memory at the end against that at a third, when caches are full.
GROWTH = 1.15
LONGEST = 4 * 3600.0


@dataclass
class Run:
    """What one run showed. Times in seconds, sizes in bytes; `resident` is the size of the largest process that works,
    by the share of the job that was done."""

    name: str
    rows: int
    accepted: float = 0.0
    seconds: float = 0.0
    kept: int = 0
    resident: list[tuple[float, int]] = field(default_factory=list)
    verdicts: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.rows / self.seconds

    @property
    def growth(self) -> float:
        early = [size for share, size in self.resident if 0.3 <= share < 0.5]
        late = [size for share, size in self.resident if share >= 0.8]
        return max(late) / max(early) if early and late else 1.0


Event = Callable[[], Awaitable[None]]


async def watch(
    jobs: Jobs, body: bytes, run: Run, processes: Callable[[], list[int]], events: dict[float, Event]
) -> str:
    """Send the file, see it done, set the events off at their shares, and see that every row is there once."""
    started = time.perf_counter()
    job = (await jobs.send(body))["id"]
    run.accepted = time.perf_counter() - started
    started = time.perf_counter()
    while True:
        await asyncio.sleep(0.5)
        try:
            status = await jobs.status(job)
        except (AssertionError, aiohttp.ClientError):
            continue
        share = status["done"] / run.rows
        run.resident.append((share, max((resident(one) for one in processes()), default=0)))
        for due in [moment for moment in events if share >= moment]:
            await events.pop(due)()
        if status["status"] not in ("queued", "running"):
            break
        if time.perf_counter() - started > LONGEST:
            sys.exit("the job does not end")
    run.seconds = time.perf_counter() - started
    run.verdicts = status["verdicts"]
    await verify(jobs, job, run)
    return str(job)


async def verify(jobs: Jobs, job: str, run: Run) -> None:
    seen = bytearray(run.rows)
    async with jobs.session.get(f"{jobs.address}/v1/jobs/{job}/results") as response:
        async for line in response.content:
            row = orjson.loads(line)
            seen[row["row"] - 1] += 1
            if row["id"] != f"q{row['row'] - 1}":
                run.faults.append(f"row {row['row']} is {row['id']}")
    if missing := seen.count(0):
        run.faults.append(f"{missing} rows are missing")
    if sum(seen) != run.rows - missing:
        run.faults.append(f"{sum(seen) - run.rows + missing} rows are there twice")
    if sum(run.verdicts.values()) != run.rows:
        run.faults.append("the counts by verdict do not add up")


def resident(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0)


async def one_process(data: Path, body: bytes, rows: int) -> Run:
    run = Run("one process", rows)
    flags = ("--processes", "1", "--job-workers", "1")
    async with running(data, *flags) as server, asking(server.address) as jobs:
        await watch(jobs, body, run, lambda: server.workers[1:], {})
    run.kept = bytes_of_jobs(data)
    return run


async def on_redis(data: Path, body: bytes, rows: int, folder: Path, *, lose: bool) -> Run:
    run = Run("lost on the way" if lose else "two on Redis", rows)
    with serving(folder) as store:
        async with AsyncExitStack() as stack:
            workers = [await stack.enter_async_context(worker(data, store.url)) for _ in range(2)]
            server = await stack.enter_async_context(running(data, "--processes", "1", "--redis-url", store.url))
            jobs = await stack.enter_async_context(asking(server.address))

            def working() -> list[int]:
                return [child for one in workers for child in children(one.pid)]

            async def kill_workers() -> None:
                for child in working():
                    os.kill(child, signal.SIGKILL)

            async def restart_redis() -> None:
                store.kill()
                await asyncio.sleep(1)
                store.start()

            events: dict[float, Event] = {1 / 3: kill_workers, 2 / 3: restart_redis} if lose else {}
            job = await watch(jobs, body, run, working, events)
            with redis.Redis(port=store.port) as client:
                used: Any = client.memory_usage(f"onrecord:job:{job}:results", samples=0)
                run.kept = int(used or 0)
            if events:
                run.faults.append("the job was done before all was lost that should be; take more rows")
    return run


def bytes_of_jobs(data: Path) -> int:
    return sum(part.stat().st_size for part in data.glob("jobs.sqlite3*"))


@contextmanager
def serving(folder: Path) -> Iterator[RedisServer]:
    folder.mkdir()
    store = RedisServer(folder)
    store.start()
    try:
        yield store
    finally:
        store.kill()


def line(run: Run) -> str:
    largest = max((size for _, size in run.resident), default=0)
    found = "; ".join(run.faults) or "once each"
    return (
        f"| {run.name} | {run.rows:,} | {run.accepted:.1f} s | {run.seconds:.1f} s | {run.rate:.0f}/s | "
        f"{largest / 1e6:.0f} MB | {run.growth:.2f} | {run.kept / run.rows:.0f} | {found} |"
    )


async def measure(data: Path, body: bytes, rows: int, place: Path, only: str | None) -> list[Run]:
    runs: list[Run] = []
    todo: dict[str, Callable[[], Awaitable[Run]]] = {
        "one": lambda: one_process(data, body, rows),
        "two": lambda: on_redis(data, body, rows, place / "redis", lose=False),
        "lost": lambda: on_redis(data, body, rows, place / "redis-lost", lose=True),
    }
    for name, call in todo.items():
        if only in (None, name):
            runs.append(await call())
            print(line(runs[-1]), flush=True)
    return runs


@click.command()
@click.option("--rows", default=100_000, show_default=True)
@click.option("--seed", default=SEED, show_default=True)
@click.option("--least", default=250.0, show_default=True, help="Quotations a second that two workers have to reach.")
@click.option("--only", type=click.Choice(["one", "two", "lost"]), help="One of the runs.")
@click.option("--sets", type=click.Path(path_type=Path, exists=True), help="Sets to import, else all of them.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write the numbers there too.")
def main(rows: int, seed: int, least: float, only: str | None, sets: Path | None, json_file: Path | None) -> None:
    if not SHARED.is_dir():
        sys.exit("The benchmark needs the real transcripts in ../shared, beside the checkout.")
    with tempfile.TemporaryDirectory(prefix="onrecord-jobs-") as folder:
        place = Path(folder)
        import_paths(place / "data", [sets or SHARED / "corpus"])
        size = write_job_file(SHARED / "corpus", place / "quotes.csv", rows, seed)
        print(f"{rows:,} rows, {size / 1e6:.1f} MB, {os.cpu_count()} cores, seed {seed}\n")
        print(
            "| run | rows | taken in | done in | quotations | largest process | growth | bytes/row kept | rows found |"
        )
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |", flush=True)
        runs = asyncio.run(measure(place / "data", (place / "quotes.csv").read_bytes(), rows, place, only))
    if json_file is not None:
        numbers: list[dict[str, Any]] = [vars(run) | {"rate": run.rate, "growth": run.growth} for run in runs]
        json_file.write_text(json.dumps(numbers, indent=1), "utf-8")
    failures = [f"{run.name}: {fault}" for run in runs for fault in run.faults]
    failures += [f"{run.name}: memory grew to {run.growth:.2f}" for run in runs if run.growth > GROWTH]
    failures += [f"{run.name}: {run.rate:.0f}/s" for run in runs if run.name == "two on Redis" and run.rate < least]
    if failures:
        sys.exit("; ".join(failures))


if __name__ == "__main__":
    main()
