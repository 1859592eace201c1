"""Request bodies that are on their way.

aiohttp's shutdown drops what still comes in on a connection, so a request that has begun and whose body is not here yet
would wait for it in vain. The server waits for these before it shuts down.
"""

from __future__ import annotations

import asyncio
from types import TracebackType


class Arriving:
    """Counts the bodies being read: each reader enters and leaves."""

    def __init__(self) -> None:
        self._count = 0
        self._none = asyncio.Event()
        self._none.set()

    def __enter__(self) -> None:
        self._count += 1
        self._none.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count -= 1
        if not self._count:
            self._none.set()

    async def all(self, seconds: float) -> None:
        """Wait until none is on its way, at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._none.wait()
        except TimeoutError:
            return
