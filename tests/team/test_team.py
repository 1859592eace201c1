"""The team as it runs: what is shared is shared, and whoever is killed is not missed."""

from __future__ import annotations

import asyncio
import io
import json
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from backend.routes import ROUTES
from tests.team.rehearsal import SECONDS, Process, Team, answering, rehearsing

WORKERS = any(route.path == "/v1/jobs" for route in ROUTES)
BURST = 120
ROWS = 500
NUMBERS = count()


class Reader:
    """Somebody who asks: from an address of their own, as limits count by it."""

    def __init__(self, session: aiohttp.ClientSession, team: Team) -> None:
        self._session = session
        self._team = team

    async def look_up(self, quote: str, at: str = "") -> tuple[int, dict[str, Any]]:
        """The status and the answer, of the proxy or of the backend `at`."""
        async with self._session.get(f"{at or self._team.address}/v1/lookup", params={"quote": quote}) as response:
            return response.status, await response.json(content_type=None)

    async def status(self, path: str, at: str = "") -> int:
        async with self._session.get(f"{at or self._team.address}{path}") as response:
            await response.read()
            return response.status

    async def send_job(self, rows: int) -> str:
        """The path of a job of so many rows, none of which was asked before."""
        sent = {"rows": [f"a quotation that nobody has said in a row {next(NUMBERS)}" for _ in range(rows)]}
        async with self._session.post(f"{self._team.address}/v1/jobs", json=sent) as response:
            assert response.status == 202, await response.text()
            return response.headers["Location"]

    async def job(self, path: str) -> dict[str, Any]:
        async with self._session.get(f"{self._team.address}{path}") as response:
            standing: dict[str, Any] = await response.json()
            return standing

    async def job_status(self) -> int:
        """What sending a job is answered with."""
        async with self._session.post(f"{self._team.address}/v1/jobs", json={"rows": ["nothing"]}) as response:
            return response.status

    async def events(self, path: str) -> AsyncIterator[dict[str, Any]]:
        """The data of a job's events, until they end."""
        async with self._session.get(f"{self._team.address}{path}") as response:
            async for line in response.content:
                if line.startswith(b"data:"):
                    yield json.loads(line.removeprefix(b"data:"))

    async def rows(self, path: str) -> int:
        """How many rows a job's results have, each once."""
        async with self._session.get(f"{self._team.address}{path}/results?format=jsonl") as response:
            rows = [json.loads(line) for line in (await response.text()).splitlines()]
            return len({json.dumps(row) for row in rows})


@asynccontextmanager
async def readers(team: Team) -> AsyncIterator[Callable[[], Awaitable[Reader]]]:
    numbers = count(10)
    async with AsyncExitStack() as stack:

        async def make() -> Reader:
            connector = aiohttp.TCPConnector(local_addr=(f"127.0.0.{next(numbers)}", 0), limit=8)
            session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(SECONDS))
            return Reader(await stack.enter_async_context(session), team)

        yield make


async def number(team: Team, backend: int, name: str) -> float:
    """One of the numbers of a backend, over all its labels where `name` has none."""
    async with aiohttp.ClientSession() as session, session.get(f"{team.backends[backend]}/metrics") as response:
        text = await response.text()
    return sum(float(found) for found in re.findall(rf"^{name}(?:{{.*}})? ([\d.e+-]+)$", text, re.MULTILINE))


LOOKUPS = r'onrecord_requests_total{method="GET",route="/v1/lookup",status="200"}'.replace("{", r"\{").replace(
    "}", r"\}"
)
FROM_REDIS = r'onrecord_cache_hits_total\{level="redis"\}'


@pytest.mark.timeout(90)
async def test_a_team(folder: Path, archive: Path) -> None:
    """One team for all of it, since to start one takes longest."""
    async with rehearsing(folder, archive, workers=WORKERS) as team, readers(team) as make:
        await _runs_as_nobody(team)
        await _both_backends_serve(team, await make())
        await _what_one_answered_the_other_serves(team, await make())
        await _limits_count_across(team, await make())
        await _the_proxy_keeps_to_itself(team, await make())
        await _a_backend_killed_is_not_missed(team, make)
        if WORKERS:
            await _workers_say_how_they_are(team)
            await _workers_do_a_job_and_tell_of_it(team, await make())
        await _redis_killed_is_not_missed(team, make)
        await _all_end_when_told(team)


async def _workers_say_how_they_are(team: Team) -> None:
    """What the engine asks in the worker's container answers in the time that it is given."""
    asked = team.services["worker"].raw["healthcheck"]
    command = asked["test"][1:]
    check = Process("check", command, team.worker[0].environment, team.folder / "check.log")
    code = None
    try:
        async with asyncio.timeout(SECONDS):
            while code != 0:
                await check.start()
                assert check.running is not None
                async with asyncio.timeout(int(asked["timeout"].rstrip("s"))):
                    code = await check.running.wait()
    finally:
        await check.kill()
    assert "at work on this machine" in check.said()


async def _runs_as_nobody(team: Team) -> None:
    for process in (*team.proxy, *team.redis):
        assert process.running is not None
        status = _standing_of(process.running.pid)
        (uids,) = re.findall(r"^Uid:\s+(.*)$", status, re.MULTILINE)
        assert "0" not in uids.split(), process.name
        (capable,) = re.findall(r"^CapEff:\s+(\w+)$", status, re.MULTILINE)
        assert int(capable, 16) == 0, process.name


def _standing_of(process: int) -> str:
    return Path(f"/proc/{process}/status").read_text("utf-8")


async def _both_backends_serve(team: Team, reader: Reader) -> None:
    answers = [await reader.look_up(f"legitimate action {number}") for number in range(20)]
    assert {status for status, _ in answers} == {200}
    for backend in range(2):
        assert await number(team, backend, LOOKUPS) >= 5


async def _what_one_answered_the_other_serves(team: Team, reader: Reader) -> None:
    quote = "will never harm China’s interests or its cooperation with China"
    before = await number(team, 1, FROM_REDIS)
    _, first = await reader.look_up(quote, team.backends[0])
    _, second = await reader.look_up(quote, team.backends[1])
    assert first == second
    assert first["verdict"] == "verbatim"
    assert await number(team, 1, FROM_REDIS) == before + 1


async def _limits_count_across(team: Team, reader: Reader) -> None:
    """By the address that the proxy passes on: what one backend serves is taken from what the other may. What is not
    served at all counts, and costs next to nothing."""
    started = asyncio.get_running_loop().time()
    served = Counter(await asyncio.gather(*(reader.status("/nowhere") for _ in range(BURST + 60))))
    seconds = asyncio.get_running_loop().time() - started
    assert served[404] + served[429] == BURST + 60
    assert BURST <= served[404] <= BURST + 10 * seconds + 1
    for backend in range(2):
        assert await number(team, backend, 'onrecord_requests_total{.*status="429"}'.replace("{", r"\{")) > 0


async def _the_proxy_keeps_to_itself(team: Team, reader: Reader) -> None:
    assert await reader.status("/metrics") == 404
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{team.address}/v1/lookup", data=io.BytesIO(b"x" * 9_000_000)) as response:
            assert response.status == 413
            assert response.content_type == "application/problem+json"
            assert (await response.json(content_type=None))["code"] == "too_large"
        long = "word " * 40_000
        async with session.get(f"{team.address}/v1/lookup", params={"quote": long}) as response:
            assert (await response.json(content_type=None))["code"] == "bad_quotation", (
                "from the service, not the proxy"
            )


async def _a_backend_killed_is_not_missed(team: Team, make: Callable[[], Awaitable[Reader]]) -> None:
    statuses: Counter[int] = Counter()
    a_hundred = asyncio.Event()

    async def ask_on(reader: Reader, who: int) -> None:
        """Less than the limit allows, and always something new, so that the engines are asked."""
        for turn in range(BURST - 20):
            status, _ = await reader.look_up(f"a quotation of nobody at all {who} {turn}")
            statuses[status] += 1
            if statuses.total() == 100:
                a_hundred.set()

    askers = [asyncio.create_task(ask_on(await make(), who)) for who in range(6)]
    await a_hundred.wait()
    await team.backend[1].kill()
    assert statuses.total() < 300, "killed while they ask"
    await asyncio.gather(*askers)
    assert statuses == {200: 6 * (BURST - 20)}
    assert "quote" not in team.proxy[0].said(), "what somebody looks up stands in no log"
    await team.backend[1].start()
    reader = await make()
    await answering(lambda: _ready(reader, team.backends[1]))


async def _workers_do_a_job_and_tell_of_it(team: Team, reader: Reader) -> None:
    """Events come through the proxy as they happen: there are several, and each before the job is over but the last."""
    address = await reader.send_job(ROWS)
    events: list[dict[str, Any]] = []
    async for event in reader.events(f"{address}/events"):
        if not events:
            assert (await reader.job(address))["done"] < ROWS, "the first event has not waited for the others"
        events.append(event)
    assert len(events) > 1
    assert [event["status"] for event in events][-1] == "done"
    assert events[0]["done"] < events[-1]["done"] == ROWS
    assert await reader.rows(address) == ROWS


async def _redis_killed_is_not_missed(team: Team, make: Callable[[], Awaitable[Reader]]) -> None:
    loop = asyncio.get_running_loop()
    reader = await make()
    job = await reader.send_job(ROWS) if WORKERS else ""
    await team.redis[0].kill()
    started = loop.time()
    answers = [await reader.look_up(f"while there is no Redis {turn}") for turn in range(60)]
    assert {status for status, _ in answers} == {200}
    assert loop.time() - started < 5
    for backend, address in enumerate(team.backends):
        # By itself, for the proxy may still leave alone the one that was killed.
        assert (await reader.look_up("while there is no Redis", address))[0] == 200
        await answering(partial(_redis_is, team, backend, 0))
    if WORKERS:
        assert await reader.status(job) == 503
        assert await reader.job_status() == 503
    # Each process counts by itself: more than one burst is served, and there is an end still.
    greedy = await make()
    served = Counter(await asyncio.gather(*(greedy.status("/nowhere") for _ in range(6 * BURST))))
    assert served[404] > BURST * 1.5
    assert served[429] > 0
    await team.redis[0].start()
    for backend in range(2):
        await answering(partial(_all_found_redis_again, team, backend))
        assert await number(team, backend, "onrecord_redis_up") == 1
    if WORKERS:
        # It waited, and goes on where it was.
        assert [event["status"] async for event in reader.events(f"{job}/events")][-1] == "done"
        assert await reader.rows(job) == ROWS
    # What was answered before is there still: it was written down.
    before = await number(team, 1, FROM_REDIS)
    await reader.look_up("legitimate action 3", team.backends[1])
    await reader.look_up("legitimate action 4", team.backends[1])
    assert await number(team, 1, FROM_REDIS) > before


async def _redis_is(team: Team, backend: int, up: int) -> bool:
    return await number(team, backend, "onrecord_redis_up") == up


async def _all_found_redis_again(team: Team, backend: int) -> bool:
    said = team.backend[backend].said()
    return 0 < said.count("Redis is gone") == said.count("Redis is back")


async def _ready(reader: Reader, backend: str) -> bool:
    try:
        return await reader.status("/readyz", backend) == 200
    except aiohttp.ClientError:
        return False


async def _all_end_when_told(team: Team) -> None:
    """With the signal that Compose sends each."""
    told = team.services["proxy"].raw["stop_signal"]
    assert await team.proxy[0].stop(signal.Signals[told]) == 0
    for process in (*team.backend, *team.worker, *team.redis):
        assert await process.stop(signal.SIGTERM) == 0, process.name
