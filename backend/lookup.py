"""One lookup, whoever asks: from the cache, else from the engine."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

import orjson

from backend.cache import AnswerCache
from backend.engine_queue import EngineQueue
from backend.metrics import Metrics
from quotes.model import Article, Inquiry
from quotes.report import answer_json


class Lookups:
    def __init__(self, engine: EngineQueue, cache: AnswerCache, metrics: Metrics) -> None:
        self._engine = engine
        self._cache = cache
        self._metrics = metrics

    async def answer(self, inquiry: Inquiry) -> bytes:
        """The lookup answer as JSON. Raises `quotes.errors.OnRecordError` and `Problem` as the engine and its queue
        do."""
        request = blake2b(orjson.dumps(inquiry), digest_size=20).digest()
        found = await self._cache.get(_key(self._engine.engine.snapshot, inquiry.policy, request))
        self._metrics.cached(found is not None)
        if found is not None:
            return found
        answer, verdict, snapshot = await self._engine.run(self._look_up, inquiry)
        self._metrics.looked_up(verdict)
        # The index may have moved on since the key above was made: keep the answer under the snapshot it names.
        await self._cache.put(_key(snapshot, inquiry.policy, request), answer)
        return answer

    async def read(self, read: Callable[[], Article]) -> Article:
        """The article that `read` makes, in the engine's thread. Raises as `answer` does, and what `read` does."""
        return await self._engine.run(read)

    async def verify(self, article: Article, *, policy: str, limit: int) -> bytes:
        """The answer for a whole article as JSON. Not kept: an article is checked once, and its answer is as large as a
        hundred others. Raises as `answer` does."""
        answer, verdicts = await self._engine.run(self._verify, article, policy, limit)
        for verdict, count in verdicts.items():
            self._metrics.looked_up(verdict, count)
        return answer

    def _verify(self, article: Article, policy: str, limit: int) -> tuple[bytes, dict[str, int]]:
        answer = self._engine.engine.verify(article, policy=policy, limit=limit)
        return orjson.dumps(answer_json(answer)), answer.summary.verdicts

    def _look_up(self, inquiry: Inquiry) -> tuple[bytes, str, str]:
        with self._metrics.engine_seconds.time():
            answer = self._engine.engine.lookup(inquiry)
            return orjson.dumps(answer_json(answer)), answer.verdict.value, answer.engine.snapshot


def _key(snapshot: str, policy: str, request: bytes) -> bytes:
    return b"\0".join((snapshot.encode(), policy.encode(), request))
