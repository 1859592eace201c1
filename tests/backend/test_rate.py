"""Limits: one suite for both limiters, in this process and in a real Redis; and the one that falls back."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from backend.rate import Limiter, MemoryLimiter, Rate, RedisLimiter, Standing, TeamLimiter
from backend.redis_link import RedisGone, RedisLink
from tests.redis_process import RedisProcess, redis_process

Make = Callable[[Rate], Limiter]
SECOND = 1_000_000
# One in ten seconds, three at once.
SLOW = Rate(6, 3)


class Time:
    def __init__(self) -> None:
        self.now = 1_700_000_000 * SECOND

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def redis(tmp_path: Path) -> AsyncIterator[RedisProcess]:
    async with redis_process(tmp_path) as process:
        yield process


@pytest.fixture(params=["memory", "redis"])
async def make(request: pytest.FixtureRequest, tmp_path: Path, time: Time) -> AsyncIterator[Make]:
    if request.param == "memory":
        yield lambda rate: MemoryLimiter(rate, clock=time)
        return
    async with redis_process(tmp_path) as process, RedisLink(process.url, seconds=5) as link:
        yield lambda rate: RedisLimiter(rate, link, clock=time)


async def test_a_burst_and_then_one_by_one(make: Make, time: Time) -> None:
    limiter = make(SLOW)
    assert [await limiter.take("a") for _ in range(4)] == [
        Standing(True, 2, 0, 10),
        Standing(True, 1, 0, 20),
        Standing(True, 0, 0, 30),
        Standing(False, 0, 10, 30),
    ]
    time.now += 4 * SECOND
    assert await limiter.take("a") == Standing(False, 0, 6, 26)
    time.now += 6 * SECOND - 1
    assert await limiter.take("a") == Standing(False, 0, 1, 21)
    time.now += 1
    assert await limiter.take("a") == Standing(True, 0, 0, 30)
    assert not (await limiter.take("a")).served
    time.now += 3600 * SECOND
    assert await limiter.take("a") == Standing(True, 2, 0, 10)


async def test_what_is_refused_costs_nothing(make: Make, time: Time) -> None:
    limiter = make(SLOW)
    for _ in range(50):
        await limiter.take("a")
    time.now += 10 * SECOND
    assert (await limiter.take("a")).served


async def test_everybody_is_counted_alone(make: Make) -> None:
    limiter = make(Rate(60, 1))
    assert (await limiter.take("a")).served
    assert (await limiter.take("b")).served
    assert not (await limiter.take("a")).served


async def test_some_cost_more_and_none_more_than_the_burst(make: Make, time: Time) -> None:
    limiter = make(SLOW)
    assert await limiter.take("a", 2) == Standing(True, 1, 0, 20)
    assert await limiter.take("a", 2) == Standing(False, 1, 10, 20)
    assert await limiter.take("a", 1) == Standing(True, 0, 0, 30)
    time.now += 29 * SECOND
    assert await limiter.take("a", 100) == Standing(False, 2, 1, 1)
    time.now += SECOND
    assert await limiter.take("a", 100) == Standing(True, 0, 0, 30)


async def test_over_any_time_no_more_is_served_than_the_rate_and_a_burst(make: Make, time: Time) -> None:
    limiter, chance = make(Rate(600, 7)), random.Random(5)
    started, served = time.now, 0
    for _ in range(400):
        time.now += chance.randrange(100_000)
        served += (await limiter.take("a")).served
        assert served <= 7 + (time.now - started) / 100_000
    assert served > (time.now - started) / 100_000 * 0.8


async def test_of_many_at_once_just_the_burst_is_served(make: Make) -> None:
    limiter = make(Rate(60, 20))
    standings = await asyncio.gather(*(limiter.take("a") for _ in range(100)))
    assert sum(one.served for one in standings) == 20


async def test_the_two_say_the_same(time: Time, redis: RedisProcess) -> None:
    async with RedisLink(redis.url, seconds=5) as link:
        for rate in (Rate(7, 3), Rate(100_000, 1), Rate(1, 90)):
            chance, who = random.Random(11), f"{rate}"
            both = MemoryLimiter(rate, clock=time), RedisLimiter(rate, link, clock=time)
            for _ in range(300):
                time.now += chance.choice([0, 1, 17, 999_999, 8_571_428, 8_571_429, 60 * SECOND])
                cost = chance.randrange(1, 5)
                assert await both[0].take(who, cost) == await both[1].take(who, cost)


async def test_numbers_that_lie_behind_are_forgotten(time: Time, redis: RedisProcess) -> None:
    memory = MemoryLimiter(SLOW, clock=time, kept=100)
    for number in range(90):
        await memory.take(f"old {number}")
    await memory.take("greedy", 3)
    time.now += 11 * SECOND
    for number in range(10):
        await memory.take(f"new {number}")
    assert set(memory._moments) == {"greedy", *(f"new {number}" for number in range(10))}
    for number in range(500):
        await memory.take(f"flood {number}")
    assert len(memory._moments) <= 100
    assert not (await memory.take("greedy", 3)).served, "a flood of others does not make anybody forgotten who is ahead"
    async with RedisLink(redis.url, seconds=5) as link:
        await RedisLimiter(Rate(6000, 3), link).take("a")
        (name,) = await link.client.keys("*")
        assert name == b"onrecord:rate:a"
        assert 0 < await link.client.pttl(name) <= 10_011


async def test_one_round_trip_and_the_clock_of_redis(redis: RedisProcess) -> None:
    async with RedisLink(redis.url, seconds=5) as link:
        limiter = RedisLimiter(Rate(6, 2), link)
        await limiter.take("a")
        before = await link.client.info("commandstats")
        assert (await limiter.take("a")).served
        assert not (await limiter.take("a")).served
        after = await link.client.info("commandstats")
        assert after["cmdstat_evalsha"]["calls"] - before["cmdstat_evalsha"]["calls"] == 2
        assert after["cmdstat_time"]["calls"] > before["cmdstat_time"]["calls"]


async def test_with_redis_gone_each_process_counts_by_itself_and_nobody_waits(redis: RedisProcess) -> None:
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[bool] = asyncio.Queue()
    async with RedisLink(redis.url, seconds=0.2, look_every=0.02, look_seconds=0.4, told=told.put_nowait) as link:
        limiter = TeamLimiter(RedisLimiter(SLOW, link), MemoryLimiter(SLOW))
        assert await told.get()
        for _ in range(3):
            assert (await limiter.take("a")).served
        assert not (await limiter.take("a")).served
        redis.pause()
        started = loop.time()
        assert [(await limiter.take("b")).served for _ in range(40)] == [True] * 3 + [False] * 37
        assert not (await limiter.take("a")).served, "it was this process that served them"
        assert loop.time() - started < 2, "one waits its 0.2 s, and the rest not at all"
        async with asyncio.timeout(5):
            assert await told.get() is False
            redis.go_on()
            assert await told.get() is True
        assert (await limiter.take("b")).served, "back in Redis, where nobody has counted them"
        assert not (await limiter.take("a")).served
        await redis.kill()
        for _ in range(200):
            await limiter.take("b")
        with pytest.raises(RedisGone):
            await link.ask(link.client.ping)
        async with asyncio.timeout(5):
            assert await told.get() is False
            await redis.start()
            assert await told.get() is True
        assert (await limiter.take("a")).served, "this Redis kept nothing on disk"
    assert told.empty()


async def test_a_late_answer_puts_redis_in_doubt_and_a_look_takes_it_back(redis: RedisProcess) -> None:
    """As a process under load has them: nothing is told, and Redis is asked again as soon as the look is over."""
    told: list[bool] = []
    async with RedisLink(redis.url, seconds=0.05, look_seconds=5, told=told.append) as link:
        redis.pause()
        with pytest.raises(RedisGone):
            await link.ask(link.client.ping)
        assert not link.there.is_set()
        redis.go_on()
        async with asyncio.timeout(5):
            await link.there.wait()
        # Once more, for what was late must not be taken for the answer to something else.
        async with asyncio.timeout(5):
            assert await link.client.get("nothing") is None
    assert told == [True]
