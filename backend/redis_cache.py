"""Finished answers in Redis, so that what one process of a team has answered every other one serves."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

import quotes
from backend.cache import AnswerCache
from backend.metrics import Metrics
from backend.redis_link import RedisGone, RedisLink

PREFIX: Final = "onrecord:answer:"
# Seconds. All answers name their snapshot and none goes stale; those of an old snapshot are only in the way. Having an
# end is also what lets Redis drop them, and nothing else, when its memory is full (maxmemory-policy volatile-lru).
_KEPT: Final = 6 * 3600
_RESOURCES: Final = frozenset({".py", ".csv", ".json"})


class RedisCache:
    """An `AnswerCache` in Redis, which is as if empty while Redis is gone. Keys are digests: what was asked cannot be
    read from them. Processes whose engines decide differently share nothing: the key names the build as well."""

    def __init__(self, link: RedisLink) -> None:
        self._link = link
        self._build = engine_build()

    async def get(self, key: bytes) -> bytes | None:
        try:
            found = await self._link.ask(lambda: self._link.client.get(self._name(key)))
        except RedisGone:
            return None
        return found.encode() if isinstance(found, str) else found

    async def put(self, key: bytes, answer: bytes) -> None:
        try:
            await self._link.ask(lambda: self._link.client.set(self._name(key), answer, ex=_KEPT))
        except RedisGone:
            return

    def _name(self, key: bytes) -> str:
        return PREFIX + blake2b(key, digest_size=20, key=self._build).hexdigest()


class TwoLevels:
    """An `AnswerCache` of a `near` one in front of a `far` one. What is found far is kept near."""

    def __init__(self, near: AnswerCache, far: AnswerCache, metrics: Metrics) -> None:
        self._near = near
        self._far = far
        self._metrics = metrics

    async def get(self, key: bytes) -> bytes | None:
        if (found := await self._near.get(key)) is not None:
            self._metrics.found_in("memory")
            return found
        if (found := await self._far.get(key)) is not None:
            self._metrics.found_in("redis")
            await self._near.put(key, found)
        return found

    async def put(self, key: bytes, answer: bytes) -> None:
        await self._near.put(key, answer)
        await self._far.put(key, answer)


@cache
def engine_build() -> bytes:
    """Digest of the library as it is installed. Redis outlives an upgrade, and the version is raised less often than a
    verdict is mended."""
    root = Path(quotes.__file__).parent
    digest = blake2b(digest_size=20)
    for file in sorted(root.rglob("*")):
        if file.suffix in _RESOURCES and "sample" not in file.parts:
            digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.digest()
