"""One process's connections to Redis, and whether Redis is there.

Nothing that answers a request may wait for a Redis that is gone. Every question has a short bound, the first that finds
Redis gone is the only one that waits, and until a look in the background finds it again nobody asks.
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

from quotes.errors import InputError

log = logging.getLogger("onrecord.redis")

T = TypeVar("T")

# Two hundred times what Redis takes on one machine, and no more than a reader would notice.
_SECONDS: Final = 0.05
# Between two looks for a Redis that is gone, and how long one may take.
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
    """An async context manager; `told` is called with whether Redis is there, at the start and at every change."""

    def __init__(
        self,
        url: str,
        *,
        seconds: float = _SECONDS,
        look_every: float = _LOOK_EVERY,
        told: Callable[[bool], object] = bool,
    ) -> None:
        self.client = connect(url, seconds=max(seconds, _LOOK_SECONDS))
        # Set while Redis is there, for whoever has to wait for it.
        self.there = asyncio.Event()
        self.there.set()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._seconds = seconds
        self._look_every = look_every
        self._told = told
        self._looking: asyncio.Task[None] | None = None
        self._complaint = ""

    async def __aenter__(self) -> Self:
        self._told(True)
        # The first connection takes longer than a question over one that stands.
        with suppress(RedisGone):
            await self._ask(self.client.ping, _LOOK_SECONDS)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
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
            self._lost(str(error) or f"no answer within {seconds:g} seconds")
            raise RedisGone from error
        except RedisError as error:
            # It is there and says no: full, for one. Said once and not at every request.
            if str(error) != self._complaint:
                log.warning("Redis refuses a command: %s", error)
                self._complaint = str(error)
            raise RedisGone from error

    def _lost(self, why: str) -> None:
        if self.there.is_set():
            self.there.clear()
            self._told(False)
            log.warning("Redis is gone (%s); this process goes on by itself until it is back.", why)
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(self._look_every)
            with suppress(RedisError, OSError):
                async with asyncio.timeout(_LOOK_SECONDS):
                    await self.client.ping()
                break
        self.there.set()
        self._complaint = ""
        self._told(True)
        log.info("Redis is back.")
