"""The engine behind a bounded queue, so that lookups neither stall the event loop nor pile up without end."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from backend.problems import Problem
from quotes.verify import Engine

log = logging.getLogger("onrecord.server")

P = ParamSpec("P")
T = TypeVar("T")


class EngineQueue:
    """Runs calls on `engine` in `threads` threads. At most `room` calls run or wait; one more is refused."""

    def __init__(self, engine: Engine, *, threads: int, room: int, seconds: float) -> None:
        self.engine = engine
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="engine")
        self._room = threading.BoundedSemaphore(room)
        self._seconds = seconds

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The call's result. Raises what it raises, `Problem` `overloaded` when there is no room, and `timed_out` after
        `seconds`; a call that has begun by then runs on and keeps its room until it ends, for a thread cannot be
        stopped."""
        if not self._room.acquire(blocking=False):
            raise Problem(
                "overloaded", "More lookups are waiting than this server takes on. Try again shortly.", retry_after=1
            )
        future = self._pool.submit(call, *args, **kwargs)
        future.add_done_callback(lambda _: self._room.release())
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise Problem(
                "timed_out", f"No answer within {self._seconds:g} seconds. Try again, or send less text.", retry_after=5
            ) from None

    async def follow(self, seconds: float) -> None:
        """See what is imported meanwhile, by looking every so many seconds, until cancelled. A look takes its turn
        among the lookups but is never refused."""
        complaint = ""
        while True:
            try:
                await asyncio.wrap_future(self._pool.submit(self.engine.refresh))
                complaint = ""
            except Exception as error:  # noqa: BLE001 - lookups go on over what was seen last, and so do the looks
                # Said once, and not four times a second.
                if str(error) != complaint:
                    log.warning("New transcripts are not seen: %s", error)
                    complaint = str(error)
            await asyncio.sleep(seconds)

    def close(self) -> None:
        """Wait for the calls that run, drop those that wait, close the engine."""
        self._pool.shutdown(cancel_futures=True)
        self.engine.close()
