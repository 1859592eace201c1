"""A worker that will be killed: `python -m tests.jobs.lost_worker LEASE PLACE`, PLACE being a folder or a Redis.

It claims a chunk, marks the third unit, says so on standard output and goes no further.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from backend.jobs.job import Claim, Outcome
from backend.jobs.redis_store import RedisStore
from backend.jobs.sqlite_store import SqliteStore
from backend.jobs.store import JobStore, Limits


async def main(lease: str, place: str) -> None:
    limits = Limits(lease=float(lease))
    store: JobStore = RedisStore(place, limits) if "://" in place else SqliteStore(Path(place), limits)

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        await store.mark(claim, 2)
        print(claim.attempt, claim.strikes, flush=True)
        await asyncio.Event().wait()
        return None

    await store.work(check, name="lost")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
