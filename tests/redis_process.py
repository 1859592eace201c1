"""A real redis-server on a free port of loopback, or in a folder of its own; killed with the test."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from redis.asyncio import Redis
from redis.exceptions import RedisError

_SECONDS = 10


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class RedisProcess:
    """`url` stays the same when the process is killed and started again."""

    def __init__(self, folder: Path, *flags: str) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._folder = folder
        self._flags = flags
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        program = shutil.which("redis-server")
        assert program, "run tools/system-packages"
        self._process = await asyncio.create_subprocess_exec(
            program,
            *("--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self._folder), "--save", "", *self._flags),
            stdout=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(_SECONDS), Redis.from_url(self.url, retry=None) as client:
            while True:
                with suppress(RedisError, OSError):
                    await client.ping()
                    return
                await asyncio.sleep(0.01)

    async def kill(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
            self._process = None

    def pause(self) -> None:
        """Takes connections and answers nothing, as a machine that hangs."""
        assert self._process is not None
        self._process.send_signal(19)

    def go_on(self) -> None:
        assert self._process is not None
        self._process.send_signal(18)


@asynccontextmanager
async def redis_process(folder: Path, *flags: str) -> AsyncIterator[RedisProcess]:
    process = RedisProcess(folder, *flags)
    try:
        await process.start()
        yield process
    finally:
        await process.kill()
