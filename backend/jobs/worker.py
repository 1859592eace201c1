"""The process that works on jobs: beside the processes that serve, or by itself on any machine with the archive.

It opens the archive when there is something to check and closes it after a while without: a server nobody sends jobs to
is not the larger for it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

import uvloop

from backend.ending import end
from backend.jobs.checking import ARCHIVE_AWAY, Checker
from backend.jobs.job import Claim, Outcome
from backend.jobs.opening import open_store
from backend.jobs.store import JobStore, StoreUnavailable
from backend.jobs.webhook import Webhooks
from backend.jobs.working import ChunkWorker
from backend.settings import Settings
from backend.stopping import told_to_stop
from quotes.errors import OnRecordError
from quotes.fetch import Targets, Visitor
from quotes.model import Response
from quotes.verify import Engine

log = logging.getLogger("onrecord.jobs")

# The archive is closed after so long without a chunk.
_IDLE_SECONDS: Final = 120.0
# Between two rounds of what is due by time: webhooks, and jobs whose time is over.
_ROUND_SECONDS: Final = 1.0
_SWEEP_ROUNDS: Final = 5
# Between two tries where the store or the archive is away: doubled up to the second.
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 10.0
# Lookups that people wait for go first.
_NICE: Final = 5


class JobWorker:
    """Works on the jobs of `settings` until it is told to stop. If it `yields`, processes that serve go first."""

    def __init__(self, settings: Settings, *, yields: bool) -> None:
        self._settings = settings
        self._yields = yields
        self._engine: Engine | None = None
        self._chunks: ChunkWorker | None = None
        self._visitor: Visitor | None = None
        self._busy = False
        self._used = 0.0

    def run(self, line: socket.socket) -> None:
        """Work until `line` ends or SIGTERM comes. The chunk that is being checked then is given back."""
        if self._yields:
            os.nice(_NICE)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(self._run(line))

    async def _run(self, line: socket.socket) -> None:
        stop = told_to_stop(line)
        store = open_store(self._settings)
        targets, contact = Targets(self._settings.fetch_allow), self._settings.crawl_contact or None
        async with Visitor(targets=targets, contact=contact) as self._visitor:
            tasks = [asyncio.create_task(self._keep(call, store)) for call in (self._work, self._rounds)]
            line.send(b"r")
            await stop.wait()
            await end(*tasks)
        await self._close()
        with suppress(StoreUnavailable):
            await store.close()

    async def _keep(self, call: Callable[[JobStore], Awaitable[None]], store: JobStore) -> None:
        """Call again and again; where what it needs is away, after a pause, and say so once."""
        pause = _FIRST_PAUSE
        complaint = ""
        while True:
            try:
                await call(store)
                pause, complaint = _FIRST_PAUSE, ""
            except (StoreUnavailable, OnRecordError) as error:
                if str(error) != complaint:
                    complaint = str(error)
                    log.warning("Jobs wait: %s", complaint)
            except Exception:
                log.exception("Working on jobs broke off and goes on.")
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _work(self, store: JobStore) -> None:
        async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
            self._busy = True
            try:
                return await self._checking(store).check(claim, stopped)
            except ARCHIVE_AWAY:
                await self._close()
                raise
            finally:
                self._busy = False
                self._used = asyncio.get_running_loop().time()

        await store.work(check, name=f"{socket.gethostname()}-{os.getpid()}")

    def _checking(self, store: JobStore) -> ChunkWorker:
        if self._chunks is None:
            self._engine = Engine.open(self._settings.data)
            self._chunks = ChunkWorker(
                Checker(self._engine), store, seconds=self._settings.job_row_limit, fetch=self._fetch
            )
        return self._chunks

    async def _fetch(self, url: str) -> Response:
        assert self._visitor is not None
        return await self._visitor.get(url)

    async def _close(self) -> None:
        if self._chunks is not None and self._engine is not None:
            await asyncio.to_thread(self._chunks.close)
            self._engine.close()
            self._chunks = self._engine = None

    async def _rounds(self, store: JobStore) -> None:
        loop = asyncio.get_running_loop()
        async with Webhooks(self._settings, store) as webhooks:
            rounds = 0
            while True:
                await webhooks.tell()
                if rounds % _SWEEP_ROUNDS == 0:
                    await store.sweep()
                if not self._busy and loop.time() - self._used > _IDLE_SECONDS:
                    await self._close()
                rounds += 1
                await asyncio.sleep(_ROUND_SECONDS)


def job_workers(settings: Settings, *, yields: bool) -> dict[str, Callable[[socket.socket], None]]:
    """The processes of `settings.job_workers`, by name. Raises InputError where `settings.fetch_allow` cannot be
    read."""
    Targets(settings.fetch_allow)
    return {
        f"Job worker {number}": JobWorker(settings, yields=yields).run for number in range(1, settings.job_workers + 1)
    }
