"""What every `AnswerCache` promises; each implementation is run through it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend.cache import AnswerCache, MemoryCache


@pytest.fixture(params=[MemoryCache])
def make(request: pytest.FixtureRequest) -> Callable[[int], AnswerCache]:
    factory: Callable[[int], AnswerCache] = request.param
    return factory


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
