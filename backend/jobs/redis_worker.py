"""Chunks as SAQ hands them out."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any, Final, Protocol

from saq.worker import Worker

from backend.ending import end
from backend.jobs.chunk_queue import ChunkQueue
from backend.jobs.job import Claim, Outcome
from backend.jobs.store import Check, Limits, StoreUnavailable
from quotes.errors import OnRecordError

log = logging.getLogger("onrecord.jobs")
# It tells of every chunk.
logging.getLogger("saq").setLevel(logging.WARNING)

# Waited for a chunk in one command, well within the time that an answer of Redis may take.
_DEQUEUE_SECONDS: Final = 2.0
# Signs of life in the time of a lease.
_SIGNS: Final = 5


class Chunks(Protocol):
    """What the queue's chunks are taken from and given back to: see `RedisStore`."""

    queue: ChunkQueue

    async def begin(self, job: str, number: int) -> Claim | None: ...

    async def wanted(self, job: str) -> bool: ...

    async def finish(self, claim: Claim, outcome: Outcome) -> bool: ...

    async def give_back(self, claim: Claim) -> None: ...


class _Quiet(Worker[Any]):
    """Leaves the process's signals to the process."""

    SIGNALS: list[Any] = []  # noqa: RUF012 - as the class above has it


async def work(chunks: Chunks, check: Check, name: str, limits: Limits) -> None:
    async def check_chunk(context: Any, *, job: str, number: int) -> None:
        claim = await chunks.begin(job, number)
        if claim is not None:
            await _check(chunks, check, claim, context["job"], limits)

    seconds = max(1, round(limits.lease / 3))
    worker = _Quiet(
        chunks.queue,
        [("check", check_chunk)],
        id=name,
        concurrency=1,
        dequeue_timeout=_DEQUEUE_SECONDS,
        timers={"sweep": seconds, "schedule": 1, "worker_info": 5, "abort": 1},
    )
    await worker.start()
    # It ends when it is cancelled, and only then, and says nothing of it.
    raise asyncio.CancelledError


async def _check(chunks: Chunks, check: Check, claim: Claim, task: Any, limits: Limits) -> None:
    lost = asyncio.Event()
    living = asyncio.create_task(_live(chunks, claim, task, lost, limits))
    try:
        outcome = await check(claim, lost.is_set)
        if outcome is not None:
            await chunks.finish(claim, outcome)
    except (StoreUnavailable, OnRecordError) as error:
        # It is in the store still, and is put in the queue again before long.
        log.warning("Chunk %s of job %s waits: %s", claim.number, claim.job, error)
        with suppress(StoreUnavailable):
            await chunks.give_back(claim)
    except BaseException:
        with suppress(StoreUnavailable):
            await asyncio.shield(chunks.give_back(claim))
        raise
    finally:
        await end(living)


async def _live(chunks: Chunks, claim: Claim, task: Any, lost: asyncio.Event, limits: Limits) -> None:
    while not lost.is_set():
        await asyncio.sleep(limits.lease / _SIGNS)
        try:
            await task.update()
            if not await chunks.wanted(claim.job):
                lost.set()
        except Exception as error:  # noqa: BLE001 - Redis is away; what is checked is kept when it is back
            log.warning("No sign of life could be given: %s", error)
