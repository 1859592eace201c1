"""What every `AnswerCache` promises; each implementation is run through it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from backend.cache import AnswerCache, MemoryCache
from backend.metrics import Metrics
from backend.redis_cache import RedisCache, TwoLevels
from backend.redis_link import RedisLink
from tests.redis_process import RedisProcess, redis_process


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[RedisProcess]:
    async with redis_process(tmp_path) as process:
        yield process


@pytest.fixture(params=["memory", "redis", "both"])
async def make(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Callable[[int], AnswerCache]]:
    if request.param == "memory":
        yield MemoryCache
        return
    async with redis_process(tmp_path) as process, RedisLink(process.url, seconds=5) as link:
        far = RedisCache(link)
        yield lambda size: far if request.param == "redis" else TwoLevels(MemoryCache(size), far, Metrics())


async def test_gives_back_what_was_put(make: Callable[[int], AnswerCache]) -> None:
    cache = make(100)
    await cache.put(b"key", b"answer")
    assert await cache.get(b"key") == b"answer"
    assert await cache.get(b"other") is None


async def test_a_later_answer_replaces_the_earlier(make: Callable[[int], AnswerCache]) -> None:
    cache = make(100)
    await cache.put(b"key", b"earlier")
    await cache.put(b"key", b"later")
    assert await cache.get(b"key") == b"later"


async def test_drops_what_was_used_longest_ago() -> None:
    cache = MemoryCache(3 * 10)
    for name in (b"a", b"b", b"c"):
        await cache.put(name, b"123456789")
    await cache.get(b"a")
    await cache.put(b"d", b"123456789")
    held = [name for name in (b"a", b"b", b"c", b"d") if await cache.get(name) is not None]
    assert held == [b"a", b"c", b"d"]


async def test_replacing_frees_the_room_of_the_replaced() -> None:
    cache = MemoryCache(20)
    for _ in range(5):
        await cache.put(b"a", b"123456789")
    await cache.put(b"b", b"123456789")
    assert await cache.get(b"a") is not None


async def test_an_answer_larger_than_the_cache_is_not_kept() -> None:
    cache = MemoryCache(10)
    await cache.put(b"a", b"x" * 11)
    assert await cache.get(b"a") is None


async def test_size_zero_keeps_nothing() -> None:
    cache = MemoryCache(0)
    await cache.put(b"a", b"")
    assert await cache.get(b"a") is None


async def test_one_process_serves_what_another_has_answered(redis: RedisProcess) -> None:
    async with RedisLink(redis.url, seconds=5) as ours, RedisLink(redis.url, seconds=5) as theirs:
        metrics = Metrics()
        await TwoLevels(MemoryCache(100), RedisCache(ours), Metrics()).put(b"key", b"answer")
        cache = TwoLevels(MemoryCache(100), RedisCache(theirs), metrics)
        assert [await cache.get(b"key") for _ in range(3)] == [b"answer"] * 3
    counted = metrics.exposition().decode()
    assert 'onrecord_cache_hits_total{level="redis"} 1.0' in counted
    assert 'onrecord_cache_hits_total{level="memory"} 2.0' in counted


async def test_redis_is_told_no_question_and_every_answer_ends(redis: RedisProcess) -> None:
    async with RedisLink(redis.url, seconds=5) as link:
        await RedisCache(link).put(b"snapshot\0default\0the secret question", b"answer")
        (name,) = await link.client.keys("*")
        assert str(name).startswith("b'onrecord:answer:")
        assert "secret" not in str(name)
        assert 0 < await link.client.ttl(name) <= 6 * 3600


async def test_another_build_of_the_engine_answers_for_itself(
    redis: RedisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with RedisLink(redis.url, seconds=5) as link:
        await RedisCache(link).put(b"key", b"of the old code")
        monkeypatch.setattr("backend.redis_cache.engine_build", lambda: b"another")
        assert await RedisCache(link).get(b"key") is None


async def test_with_redis_gone_the_near_level_serves_and_it_is_said_once(
    redis: RedisProcess, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "onrecord.redis")
    gone = asyncio.Event()

    def told(there: bool) -> None:
        if not there:
            gone.set()

    async with RedisLink(redis.url, look_every=0.02, told=told) as link:
        cache = TwoLevels(MemoryCache(100), RedisCache(link), Metrics())
        await redis.kill()
        for number in range(20):
            await cache.put(b"%d" % number, b"")
        await gone.wait()
        assert await cache.get(b"19") == b""
        assert await cache.get(b"never") is None
        await redis.start()
        await link.there.wait()
        await cache.put(b"key", b"answer")
        assert await RedisCache(link).get(b"key") == b"answer"
    assert [record.getMessage().split("(")[0].strip() for record in caplog.records] == [
        "Redis is gone",
        "Redis is back.",
    ]


async def test_a_full_redis_is_there_and_keeps_nothing_new(
    redis: RedisProcess, caplog: pytest.LogCaptureFixture
) -> None:
    async with RedisLink(redis.url, seconds=5) as link:
        cache = RedisCache(link)
        await cache.put(b"old", b"answer")
        await link.client.config_set("maxmemory", 1)
        for number in range(3):
            await cache.put(b"%d" % number, b"answer")
        assert await cache.get(b"old") == b"answer"
        assert link.there.is_set()
    assert [record.getMessage() for record in caplog.records if record.name == "onrecord.redis"] == [
        "Redis refuses a command: command not allowed when used memory > 'maxmemory'."
    ]


async def test_when_memory_is_full_redis_drops_answers_and_never_what_has_no_end(redis: RedisProcess) -> None:
    """With the policy that docker-compose.yml sets: jobs have no end, answers and limits have one."""
    async with RedisLink(redis.url, seconds=5) as link:
        await link.client.set("onrecord:job", "of a hundred thousand rows")
        await link.client.config_set("maxmemory-policy", "volatile-lru")
        used = (await link.client.info("memory"))["used_memory"]
        await link.client.config_set("maxmemory", used + 2_000_000)
        cache = RedisCache(link)
        for number in range(300):
            await cache.put(b"%d" % number, b"x" * 20_000)
        held = [number for number in range(300) if await cache.get(b"%d" % number) is not None]
        assert 10 < len(held) < 150
        assert 299 in held
        assert await link.client.get("onrecord:job") == b"of a hundred thousand rows"
