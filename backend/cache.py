"""Finished answers, kept for who asks the same again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol


class AnswerCache(Protocol):
    """Answers by key. An answer may be gone at any time; a key names the index snapshot, so none goes stale."""

    async def get(self, key: bytes) -> bytes | None: ...

    async def put(self, key: bytes, answer: bytes) -> None: ...


class MemoryCache:
    """An `AnswerCache` in this process: holds up to `size` bytes of keys and answers, and drops first what was used
    longest ago."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._used = 0
        self._answers: OrderedDict[bytes, bytes] = OrderedDict()

    async def get(self, key: bytes) -> bytes | None:
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    async def put(self, key: bytes, answer: bytes) -> None:
        replaced = self._answers.pop(key, None)
        if replaced is not None:
            self._used -= len(key) + len(replaced)
        self._answers[key] = answer
        self._used += len(key) + len(answer)
        while self._used > self._size:
            dropped, value = self._answers.popitem(last=False)
            self._used -= len(dropped) + len(value)
