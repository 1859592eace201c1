"""One process's connections to Redis, and whether Redis is there.

Nothing that answers a request may wait for a Redis that is gone. Every question has a short bound; the first that goes
unanswered puts Redis in doubt, and until a look in the background has found it nobody asks. A process under load is
late itself, so that only a look which has time and fails makes Redis gone, and is told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Final, Self, TypeVar

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from backend.ending import end
from quotes.errors import InputError

log = logging.getLogger("onrecord.redis")

T = TypeVar("T")

# A hundred times what Redis takes, and no more than the one reader who meets it would bear. With 50 ms a process on a
# machine with three times more to do than it has cores took its own lateness for that of Redis.
_SECONDS: Final = 0.2
# Between two looks for a Redis that is gone, and how long one may take, and the first connection.
_LOOK_EVERY: Final = 0.5
_LOOK_SECONDS: Final = 1.0
# Questions at a time. More would wait for each other in this process and be taken for a Redis that is slow.
_AT_ONCE: Final = 32


class RedisGone(Exception):
    """Redis did not answer, or not what was asked, and need not be waited for."""


def connect(url: str, *, seconds: float, connections: int = _AT_ONCE) -> Redis:
    """A client that gives up after `seconds` and tries nothing twice. Raises InputError for what is no address of a
    Redis; whether one is there is not looked at."""
    try:
        pool = BlockingConnectionPool.from_url(
            url,
            protocol=2,
            max_connections=connections,
            timeout=seconds,
            socket_connect_timeout=seconds,
            socket_timeout=seconds,
            socket_keepalive=True,
            retry=Retry(NoBackoff(), 0),
        )
    except ValueError as error:
        raise InputError(
            f"The address of Redis cannot be read ({error}); write it like redis://redis:6379/0"
        ) from error
    return Redis.from_pool(pool)


class RedisLink:
    """An async context manager; `told` is called with whether Redis is there, at the start and at every change. In
    seconds: `seconds` bounds a question, `look_seconds` a look for a Redis in doubt; `look_every` is between two."""

    def __init__(
        self,
        url: str,
        *,
        seconds: float = _SECONDS,
        look_every: float = _LOOK_EVERY,
        look_seconds: float = _LOOK_SECONDS,
        told: Callable[[bool], object] = bool,
    ) -> None:
        self.client = connect(url, seconds=max(seconds, look_seconds))
        # Set while Redis is there, for whoever has to wait for it.
        self.there = asyncio.Event()
        self.there.set()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._seconds = seconds
        self._look_every = look_every
        self._look_seconds = look_seconds
        self._told = told
        self._looking: asyncio.Task[None] | None = None
        self._complaint = ""

    async def __aenter__(self) -> Self:
        self._told(True)
        # The first connection takes longer than a question over one that stands.
        with suppress(RedisGone):
            await self._ask(self.client.ping, self._look_seconds)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._looking is not None:
            await end(self._looking)
        await self.client.aclose(close_connection_pool=True)

    async def ask(self, question: Callable[[], Awaitable[T]]) -> T:
        """What `question`, commands of `client`, answers. Raises RedisGone, at once where Redis is known to be gone."""
        return await self._ask(question, self._seconds)

    async def _ask(self, question: Callable[[], Awaitable[T]], seconds: float) -> T:
        if not self.there.is_set():
            raise RedisGone
        try:
            async with self._room:
                if not self.there.is_set():
                    raise RedisGone
                async with asyncio.timeout(seconds):
                    return await question()
        except (RedisConnectionError, RedisTimeoutError, OSError) as error:
            self._doubt()
            raise RedisGone from error
        except RedisError as error:
            # It is there and says no: full, for one. Said once and not at every request.
            if str(error) != self._complaint:
                log.warning("Redis refuses a command: %s", error)
                self._complaint = str(error)
            raise RedisGone from error

    def _doubt(self) -> None:
        if self.there.is_set():
            self.there.clear()
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        gone = False
        while (why := await self._why_gone()) is not None:
            if not gone:
                gone = True
                self._told(False)
                log.warning("Redis is gone (%s); this process goes on by itself until it is back.", why)
            await asyncio.sleep(self._look_every)
        self._complaint = ""
        self.there.set()
        if gone:
            self._told(True)
            log.info("Redis is back.")

    async def _why_gone(self) -> str | None:
        try:
            async with asyncio.timeout(self._look_seconds):
                await self.client.ping()
        except (RedisError, OSError) as error:
            return str(error) or f"no answer within {self._look_seconds:g} seconds"
        return None
