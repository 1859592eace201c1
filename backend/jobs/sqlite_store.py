"""`JobStore` on one machine: SQLite in the data folder, nothing to install, and jobs that go on after a restart."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from backend.jobs.job import Claim, Decision, Job, NewJob, Numbers, Outcome, RowDecision
from backend.jobs.sqlite_tables import JobTables
from backend.jobs.store import Check, Limits

P = ParamSpec("P")
T = TypeVar("T")

# Between two looks for work where there was none; a look is a read of one row.
_IDLE_SECONDS: Final = 0.2
# Signs of life in the time of a lease.
_SIGNS: Final = 5


class SqliteStore:
    """A `JobStore` in folder `data`. `clock` tells seconds since 1970."""

    def __init__(self, data: Path, limits: Limits, *, clock: Callable[[], float] = time.time) -> None:
        self._tables = JobTables(data, limits, clock)
        self._limits = limits
        # One thread: a connection is used by one at a time, and SQLite lets one write anyway.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="jobs")

    async def add(self, job: NewJob) -> tuple[Job, bool]:
        return await self._do(self._tables.add, job)

    async def find(self, job: str) -> Job | None:
        return await self._do(self._tables.find, job)

    async def version(self, job: str) -> int | None:
        return await self._do(self._tables.version, job)

    async def cancel(self, job: str) -> Job | None:
        return await self._do(self._tables.cancel, job)

    async def outcomes(self, job: str) -> AsyncIterator[tuple[int, Outcome]]:
        number = -1
        while found := await self._do(self._tables.outcome_after, job, number):
            number = found[0]
            yield found

    async def outcome(self, job: str, number: int) -> Outcome | None:
        return await self._do(self._tables.outcome, job, number)

    async def decide(
        self, job: str, row: str, decision: Decision, note: str, text: str | None, *, seen: int | None = None
    ) -> RowDecision | None:
        return await self._do(self._tables.decide, job, row, decision, note, text, seen)

    async def undecide(self, job: str, row: str, *, seen: int | None = None) -> None:
        await self._do(self._tables.undecide, job, row, seen)

    async def decisions(self, job: str) -> dict[str, RowDecision]:
        return await self._do(self._tables.decisions, job)

    async def numbers(self) -> Numbers:
        return await self._do(self._tables.numbers)

    async def work(self, check: Check, *, name: str) -> None:
        while True:
            claim = await self._do(self._tables.claim)
            if claim is None:
                await asyncio.sleep(_IDLE_SECONDS)
                continue
            await self._check(check, claim)

    async def mark(self, claim: Claim, unit: int) -> None:
        await self._do(self._tables.mark, claim, unit)

    async def webhooks_due(self) -> list[Job]:
        return await self._do(self._tables.webhooks_due)

    async def told(self, job: str, delivered: bool, again: bool = False) -> None:
        await self._do(self._tables.told, job, delivered, again)

    async def sweep(self) -> None:
        await self._do(self._tables.sweep)

    async def ping(self) -> None:
        await self._do(self._tables.version, "")

    async def close(self) -> None:
        await self._do(self._tables.close)
        self._thread.shutdown()

    async def _check(self, check: Check, claim: Claim) -> None:
        lost = asyncio.Event()
        living = asyncio.create_task(self._live(claim, lost))
        try:
            outcome = await check(claim, lost.is_set)
        except BaseException:
            with suppress(Exception):
                await asyncio.shield(self._do(self._tables.give_back, claim))
            raise
        finally:
            living.cancel()
        if outcome is not None:
            await self._do(self._tables.finish, claim, outcome)
        elif not lost.is_set():
            await self._do(self._tables.give_back, claim)

    async def _live(self, claim: Claim, lost: asyncio.Event) -> None:
        while not lost.is_set():
            await asyncio.sleep(self._limits.lease / _SIGNS)
            if not await self._do(self._tables.renew, claim):
                lost.set()

    async def _do(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: call(*args, **kwargs))
