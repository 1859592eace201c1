"""Chunks as SAQ hands them out."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from saq.worker import Worker

from backend.ending import end
from backend.jobs.job import Claim
from backend.jobs.store import Check, Limits, StoreUnavailable
from quotes.errors import OnRecordError

if TYPE_CHECKING:
    from backend.jobs.redis_store import RedisStore

log = logging.getLogger("onrecord.jobs")
# It tells of every chunk.
logging.getLogger("saq").setLevel(logging.WARNING)

# Waited for a chunk in one command, well within the time that an answer of Redis may take.
_DEQUEUE_SECONDS: Final = 2.0
# Signs of life in the time of a lease.
_SIGNS: Final = 5


class _Quiet(Worker[Any]):
    """Leaves the process's signals to the process."""

    SIGNALS: list[Any] = []  # noqa: RUF012 - as the class above has it


async def work(store: RedisStore, check: Check, name: str, limits: Limits) -> None:
    async def check_chunk(context: Any, *, job: str, number: int) -> None:
        claim = await store.begin(job, number)
        if claim is not None:
            await _check(store, check, claim, context["job"], limits)

    seconds = max(1, round(limits.lease / 3))
    worker = _Quiet(
        store.queue,
        [("check", check_chunk)],
        id=name,
        concurrency=1,
        dequeue_timeout=_DEQUEUE_SECONDS,
        timers={"sweep": seconds, "schedule": 1, "worker_info": 5, "abort": 1},
    )
    await worker.start()
    # It ends when it is cancelled, and only then, and says nothing of it.
    raise asyncio.CancelledError


async def _check(store: RedisStore, check: Check, claim: Claim, task: Any, limits: Limits) -> None:
    lost = asyncio.Event()
    living = asyncio.create_task(_live(store, claim, task, lost, limits))
    try:
        outcome = await check(claim, lost.is_set)
        if outcome is not None:
            await store.finish(claim, outcome)
    except (StoreUnavailable, OnRecordError) as error:
        # It is in the store still, and is put in the queue again before long.
        log.warning("Chunk %s of job %s waits: %s", claim.number, claim.job, error)
        with suppress(StoreUnavailable):
            await store.give_back(claim)
    except BaseException:
        with suppress(StoreUnavailable):
            await asyncio.shield(store.give_back(claim))
        raise
    finally:
        await end(living)


async def _live(store: RedisStore, claim: Claim, task: Any, lost: asyncio.Event, limits: Limits) -> None:
    while not lost.is_set():
        await asyncio.sleep(limits.lease / _SIGNS)
        try:
            await task.update()
            if not await store.wanted(claim.job):
                lost.set()
        except Exception as error:  # noqa: BLE001 - Redis is away; what is checked is kept when it is back
            log.warning("No sign of life could be given: %s", error)
