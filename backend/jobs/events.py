"""A job's progress as server-sent events.

    id: 17                      the job's version, which only rises
    event: progress | done      `done` is the last
    data: {the job's status}

An event holds the whole status, so whoever comes back with the id of the last one it saw misses nothing that still
matters: what is newer is sent at once, and where that was the end there is nothing to wait for. All this is read from
the store, so it does not matter which process answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any, Final

import orjson

from backend.jobs.job import Job
from backend.jobs.store import JobStore

_LOOK_SECONDS: Final = 0.25
# Proxies close what is silent for a minute or less.
_HEARTBEAT_SECONDS: Final = 15.0
# How long a client waits before it comes back, in milliseconds.
_RETRY: Final = 2000


async def events(
    store: JobStore, job: str, seen: int, status: Callable[[Job], dict[str, Any]], closing: asyncio.Event
) -> AsyncIterator[bytes]:
    """From the state after version `seen` (0: from the start) until the job is over or gone, or the server is
    `closing`: the client comes back to the next one."""
    clock = asyncio.get_running_loop().time
    spoken = clock()
    yield f"retry: {_RETRY}\n\n".encode()
    while not closing.is_set():
        version = await store.version(job)
        if version is None:
            yield b"event: gone\ndata: {}\n\n"
            return
        if version > seen and (found := await store.find(job)):
            seen = found.version
            name = "done" if found.state.over else "progress"
            yield f"id: {seen}\nevent: {name}\ndata: ".encode() + orjson.dumps(status(found)) + b"\n\n"
            if found.state.over:
                return
            spoken = clock()
        elif clock() - spoken > _HEARTBEAT_SECONDS:
            yield b": still here\n\n"
            spoken = clock()
        with suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), _LOOK_SECONDS)
