"""Ending tasks for certain."""

from __future__ import annotations

import asyncio
from typing import Any, Final

# Long enough for what gives back its work when it is told to end.
_AGAIN: Final = 1.0


async def end(*tasks: asyncio.Task[Any]) -> None:
    """Cancel `tasks` and wait until they are over, whatever they raise.

    One cancellation may be lost: where an answer comes in the same turn of the loop, `asyncio.wait_for` of Python 3.11,
    which redis-py sends its commands with, returns it and forgets that it was cancelled. So they are asked again."""
    while open_ := [task for task in tasks if not task.done()]:
        for task in open_:
            task.cancel()
        await asyncio.wait(open_, timeout=_AGAIN)
    for task in tasks:
        if not task.cancelled():
            task.exception()
