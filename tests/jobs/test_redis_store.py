"""What only Redis has: keys that it may drop, and an answer that does not come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import redis

from backend.jobs.redis_store import RedisStore
from backend.jobs.store import Limits, StoreUnavailable
from tests.jobs.conftest import new_job, until_over
from tests.jobs.redis_server import RedisServer
from tests.jobs.test_behaviour import working


@pytest.fixture
async def store(redis_server: RedisServer) -> AsyncIterator[RedisStore]:
    redis_server.empty()
    store = RedisStore(redis_server.url, Limits())
    yield store
    await store.close()


async def test_nothing_of_a_job_is_what_a_full_redis_drops(store: RedisStore, redis_server: RedisServer) -> None:
    """With `volatile-lru` it drops keys that have an end, and answers kept for speed are such."""
    waiting, _ = await store.add(new_job(4))
    job, _ = await store.add(new_job(4, key="k", options={"webhook": "https://desk.example"}))
    async with working(store):
        await until_over(store, job.id)
    with redis.Redis(port=redis_server.port) as client:
        keys = list(client.scan_iter("onrecord:*"))
        assert {f"onrecord:job:{job.id}".encode(), f"onrecord:job:{waiting.id}".encode()} <= set(keys)
        assert {key: client.ttl(key) for key in keys} == dict.fromkeys(keys, -1)


async def test_a_job_that_was_not_kept_whole_is_not_taken_in(
    store: RedisStore, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = store._run

    async def drop_first(script: str, keys: list[str], *args: object) -> object:
        with redis.Redis(port=redis_server.port) as client:
            client.hdel(keys[1], "0")
        return await run(script, keys, *args)

    monkeypatch.setattr(store, "_run", drop_first)
    with pytest.raises(StoreUnavailable, match="none of it is taken in"):
        await store.add(new_job(8))
    assert (await store.numbers()).jobs == {}


async def test_without_redis_it_is_told_soon(redis_server: RedisServer) -> None:
    store = RedisStore("redis://127.0.0.1:1/0", Limits())
    async with asyncio.timeout(5):
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            await store.ping()
    with suppress(StoreUnavailable):
        await store.close()
