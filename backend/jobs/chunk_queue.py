"""SAQ's queue, as chunks need it.

Its own sweep takes a task that a worker has just been handed, and not yet begun, for one that is stuck; it asks a dead
worker to stop and waits five seconds for the answer. Chunks may be checked twice, so nobody has to be asked.
"""

from __future__ import annotations

from typing import Any, Final

from saq.job import Job as Task
from saq.job import Status
from saq.queue.redis import RedisQueue
from saq.utils import now

_SILENT: Final = "its worker gave no sign of life"


class ChunkQueue(RedisQueue):
    """A queue whose tasks go to the next worker when theirs has been silent for their `heartbeat`."""

    def __init__(self, redis: Any, *, name: str) -> None:
        super().__init__(redis, name=name)
        # Handed out and not begun, since when, in milliseconds.
        self._handed_out: dict[bytes, int] = {}

    async def sweep(self, lock: int = 60, abort: float = 0.0) -> list[str]:
        """Put silent tasks in the queue again; one worker does it in `lock` seconds. Their ids."""
        client: Any = self.redis
        if not await client.set(self._sweep, 1, nx=True, ex=lock):
            return []
        swept = []
        active = await client.lrange(self._active, 0, -1)
        self._handed_out = {key: since for key, since in self._handed_out.items() if key in active}
        for key in active:
            task = self.deserialize(await client.get(key))
            if task is None:
                await client.lrem(self._active, 0, key)
                await client.zrem(self._incomplete, key)
            elif now() - self._last_sign(key, task) > task.heartbeat * 1000:
                swept.append(key.decode())
                await self.retry(task, _SILENT)
        return swept

    def _last_sign(self, key: bytes, task: Task) -> int:
        if task.status == Status.ACTIVE:
            self._handed_out.pop(key, None)
            return task.touched
        return self._handed_out.setdefault(key, now())
