"""The queue before the engine: bounded in number and in time, and the event loop never waits for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.engine_queue import EngineQueue
from backend.keys import ENGINE
from backend.problems import Problem
from quotes.errors import ArchiveBusy, BadQuotation
from quotes.model import Inquiry
from quotes.verify import Engine
from tests.backend.conftest import MakeClient


@pytest.fixture
def queue(sample_archive: Path) -> Iterator[EngineQueue]:
    queue = EngineQueue(Engine.open(sample_archive), threads=1, room=2, seconds=5)
    yield queue
    queue.close()


async def test_results_and_errors_come_through(queue: EngineQueue) -> None:
    assert await queue.run(lambda: 42) == 42
    with pytest.raises(BadQuotation):
        await queue.run(queue.engine.lookup, Inquiry(""))


async def test_one_more_than_there_is_room_for_is_refused(queue: EngineQueue) -> None:
    go = threading.Event()
    waiting = [asyncio.ensure_future(queue.run(go.wait)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Problem) as refused:
        await queue.run(go.wait)
    assert refused.value.code == "overloaded"
    assert refused.value.headers["Retry-After"] == "1"
    go.set()
    assert await asyncio.gather(*waiting) == [True, True]
    assert await queue.run(lambda: "room again") == "room again"


async def test_a_call_that_takes_too_long_is_given_up(sample_archive: Path) -> None:
    queue = EngineQueue(Engine.open(sample_archive), threads=1, room=2, seconds=0.05)
    go = threading.Event()
    with pytest.raises(Problem) as late:
        await queue.run(go.wait)
    assert late.value.code == "timed_out"
    with pytest.raises(Problem) as behind:
        await queue.run(lambda: "never begun")
    assert behind.value.code == "timed_out"
    # What still runs keeps its place; what never began has given its own back.
    assert queue._room.acquire(blocking=False)
    assert not queue._room.acquire(blocking=False)
    queue._room.release()
    go.set()
    queue.close()


async def test_trouble_in_seeing_what_is_new_is_said_once_and_passes(
    queue: EngineQueue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looks: Iterator[ArchiveBusy | bool] = iter([ArchiveBusy("locked"), ArchiveBusy("locked"), True])
    seen = asyncio.Event()
    loop = asyncio.get_running_loop()

    def refresh() -> bool:
        look = next(looks, False)
        if isinstance(look, ArchiveBusy):
            raise look
        loop.call_soon_threadsafe(seen.set)
        return look

    monkeypatch.setattr(queue.engine, "refresh", refresh)
    following = asyncio.ensure_future(queue.follow(0.001))
    async with asyncio.timeout(5):
        await seen.wait()
    following.cancel()
    await asyncio.wait([following])
    assert caplog.text.count("New transcripts are not seen: locked") == 1


async def test_refused_lookups_say_when_to_come_again(make_client: MakeClient) -> None:
    client = await make_client(queue=1)
    go = threading.Event()
    running = asyncio.ensure_future(client.app[ENGINE].run(go.wait))
    await asyncio.sleep(0)
    response = await client.get("/v1/lookup?quote=drive+a+wedge")
    assert response.status == 503
    assert response.headers["Retry-After"] == "1"
    assert (await response.json(content_type=None))["code"] == "overloaded"
    assert (await client.get("/readyz")).status == 503
    assert (await client.get("/healthz")).status == 200
    go.set()
    await running
    assert (await client.get("/v1/lookup?quote=drive+a+wedge")).status == 200


async def test_the_loop_answers_while_the_engine_works(make_client: MakeClient) -> None:
    """Pure Python work in the engine's thread, which does not let go of the interpreter by itself."""
    client = await make_client(queue=64)
    working = threading.Event()
    stop = threading.Event()

    def work() -> int:
        working.set()
        rounds = 0
        while not stop.is_set():
            rounds += sum(range(1000))
        return rounds

    running = asyncio.ensure_future(client.app[ENGINE].run(work))
    await asyncio.to_thread(working.wait)
    waits = []
    for _ in range(20):
        started = time.perf_counter()
        assert (await client.get("/healthz")).status == 200
        waits.append(time.perf_counter() - started)
    stop.set()
    assert await running > 0
    # Each answer takes several turns of the loop, at 5 ms each when the interpreter is contended.
    assert sorted(waits)[len(waits) // 2] < 0.25, waits
