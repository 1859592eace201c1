"""A real `onrecord-server`, started on a free port and ended with the test."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

SECONDS = 30
_CHECKOUT = Path(__file__).resolve().parents[2]


class RunningServer:
    """`address` is where it listens; `process` is its supervisor."""

    def __init__(self, process: asyncio.subprocess.Process, address: str) -> None:
        self.process = process
        self.address = address
        self.log: list[str] = []

    @property
    def workers(self) -> list[int]:
        """Ids of the processes that serve."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return sorted(int(child) for task in tasks for child in task.read_text().split())

    async def logged(self, pattern: str) -> re.Match[str]:
        """Wait for a line of the log, from the first not yet waited for on."""
        assert self.process.stderr is not None
        async with asyncio.timeout(SECONDS):
            while line := (await self.process.stderr.readline()).decode():
                self.log.append(line)
                if found := re.search(pattern, line):
                    return found
        raise AssertionError(f"the server ended without logging {pattern!r}: {self.log}")

    async def gone(self) -> list[str]:
        """Wait for the end of every process that writes to the log; the rest of the log."""
        assert self.process.stderr is not None
        async with asyncio.timeout(SECONDS):
            return (await self.process.stderr.read()).decode().splitlines()

    async def stop(self, number: int = signal.SIGTERM) -> int:
        """The exit code."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        async with asyncio.timeout(SECONDS):
            return await self.process.wait()


async def start(data: Path, *flags: str, module: str = "backend.main") -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        # Where a test is not about jobs, nobody does any: fewer processes, and all of them serve.
        *("--data", str(data), "--job-workers", "0", *flags),
        cwd=_CHECKOUT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")},
        start_new_session=True,
    )


@asynccontextmanager
async def running(data: Path, *flags: str, module: str = "backend.main") -> AsyncIterator[RunningServer]:
    """The server once it is ready; killed with all its processes at the end, if it runs still."""
    process = await start(data, "--port", "0", *flags, module=module)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(SECONDS):
            line = (await process.stdout.readline()).decode()
        found = re.fullmatch(r"OnRecord is ready at (http://\S+)\n", line)
        assert found, (line, await process.communicate())
        yield RunningServer(process, found[1])
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()
