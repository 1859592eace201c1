"""docker-compose.yml as plain processes on loopback: its commands, its environment, its configuration files;
nothing is replaced but hosts, ports, folders and one time."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from pathlib import Path

import aiohttp

from tests.redis_process import free_port
from tests.team.compose import ROOT, Service, read_compose

SECONDS = 15
PASSWORD = "a-password-of-the-rehearsal"
_NOBODY = 65534
_BIN = Path(sys.executable).parent


@dataclass
class Process:
    """One process of a service, started again with the same command after it was killed."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    log: Path
    user: int | None = None
    running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = await asyncio.create_subprocess_exec(
                *self.command,
                cwd=ROOT,
                env={"PATH": f"{_BIN}:{os.environ['PATH']}:/usr/sbin", "HOME": "/tmp", **self.environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=self.user,
                group=self.user,
                extra_groups=() if self.user else None,
            )

    async def kill(self) -> None:
        """The process and all that it has started, without a word."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            await self.running.wait()
            self.running = None

    async def stop(self, number: int) -> int:
        """The exit code after a signal that asks for the end."""
        assert self.running is not None
        self.running.send_signal(number)
        async with asyncio.timeout(SECONDS):
            return await self.running.wait()

    def said(self) -> str:
        return self.log.read_text("utf-8", errors="replace") if self.log.exists() else ""


@dataclass
class Team:
    """`address` is the proxy's; `backends` are their own addresses, in the order of `backend`."""

    services: dict[str, Service]
    folder: Path
    data: Path
    address: str = ""
    backends: list[str] = field(default_factory=list)
    redis: list[Process] = field(default_factory=list)
    backend: list[Process] = field(default_factory=list)
    worker: list[Process] = field(default_factory=list)
    proxy: list[Process] = field(default_factory=list)
    redis_url: str = ""

    @property
    def processes(self) -> list[Process]:
        return [*self.proxy, *self.worker, *self.backend, *self.redis]


@asynccontextmanager
async def rehearsing(folder: Path, data: Path, *, workers: bool) -> AsyncIterator[Team]:
    """All services of docker-compose.yml once they are healthy. `folder` is one that anybody may enter, `data` holds
    the archive. Whatever happens, nothing of it runs on."""
    team = Team(read_compose("docker-compose.yml", {"REDIS_PASSWORD": PASSWORD}), folder, data)
    try:
        await _start(team, workers=workers)
        yield team
    except BaseException:
        for process in team.processes:
            print(f"--- {process.name}\n{process.said()[-4000:]}")
        raise
    finally:
        for process in team.processes:
            await process.kill()


async def _start(team: Team, *, workers: bool) -> None:
    redis_port = free_port()
    team.redis_url = f"redis://:{PASSWORD}@127.0.0.1:{redis_port}/0"
    team.redis.append(_redis(team, redis_port))
    await team.redis[0].start()
    await answering(lambda: _redis_answers(redis_port))
    for number in range(team.services["backend"].replicas):
        port = free_port()
        team.backends.append(f"http://127.0.0.1:{port}")
        team.backend.append(_onrecord(team, "backend", number, redis_port, port))
    if workers:
        team.worker.extend(_onrecord(team, "worker", number, redis_port, 0) for number in range(2))
    for process in (*team.backend, *team.worker):
        await process.start()
    for address in team.backends:
        await answering(partial(_healthy, f"{address}/readyz"))
    port = free_port()
    team.address = f"http://127.0.0.1:{port}"
    team.proxy.append(_proxy(team, port))
    await team.proxy[0].start()
    await answering(lambda: _healthy(f"{team.address}/healthz"))


def _redis(team: Team, port: int) -> Process:
    service = team.services["redis"]
    folder = _own(team.folder / "redis")
    ((place, source),) = service.files.items()
    # A copy, for the checkout may be one that others may not enter.
    file = shutil.copy(source, team.folder)
    command = [file if word == place else word for word in service.command]
    return Process(
        "redis",
        [*map(str, command), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)],
        service.environment,
        team.folder / "redis.log",
        _nobody(),
    )


def _onrecord(team: Team, name: str, number: int, redis_port: int, port: int) -> Process:
    service = team.services[name]
    environment = service.environment | {
        "ONRECORD_DATA": str(team.data),
        "ONRECORD_HOST": "127.0.0.1",
        "ONRECORD_PORT": str(port),
        "ONRECORD_REDIS_URL": service.environment["ONRECORD_REDIS_URL"].replace(
            "redis:6379", f"127.0.0.1:{redis_port}"
        ),
        # What a worker had in hand when Redis went is done again after so long; a test need not wait for the fifteen
        # seconds that are usual.
        "ONRECORD_JOB_LEASE": "2",
        # The network of the containers is loopback here.
        "ONRECORD_TRUSTED_PROXIES": service.environment["ONRECORD_TRUSTED_PROXIES"] + ",127.0.0.0/8",
    }
    return Process(f"{name} {number + 1}", service.command, environment, team.folder / f"{name}{number + 1}.log")


def _proxy(team: Team, port: int) -> Process:
    """nginx as somebody who may nothing, like in its container."""
    service = team.services["proxy"]
    folder = _own(team.folder / "nginx")
    ((place, source),) = service.files.items()
    rendered = render_nginx(source.read_text("utf-8"), port, team.backends, folder)
    file = folder / "nginx.conf"
    file.write_text(rendered, "utf-8")
    command = [str(file) if word == place else word for word in service.command]
    log = team.folder / "nginx.log"
    log.touch()
    # `-e`: where nginx would write before it has read its file, which a container's may.
    return Process("proxy", [*command, "-e", "stderr", "-p", str(folder)], {}, log, _nobody())


def render_nginx(text: str, port: int, backends: list[str], folder: Path) -> str:
    """The file with its own port, files and backends; each replacement has to fit, so none can be forgotten."""
    servers = "\n".join(rf"server {address.removeprefix('http://')}\1" for address in backends)
    for pattern, replacement in (
        (r"listen 8080;", f"listen 127.0.0.1:{port};"),
        (r"server backend:8321 resolve([^;]*;)", servers),
        (r"(?m)^ *resolver [^;]*;$", ""),
        (r"/tmp/", f"{folder}/"),
        (r"/dev/stderr", "stderr"),
    ):
        text, found = re.subn(pattern, replacement, text)
        assert found, pattern
    return text


def _own(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    if (user := _nobody()) is not None:
        shutil.chown(folder, user, user)
    return folder


def _nobody() -> int | None:
    return _NOBODY if os.geteuid() == 0 else None


async def answering(ask: Callable[[], Awaitable[bool]]) -> None:
    """Wait until `ask` is true."""
    async with asyncio.timeout(SECONDS):
        for pause in repeat(0.02):
            if await ask():
                return
            await asyncio.sleep(pause)


async def _healthy(address: str) -> bool:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(2)) as session:
        try:
            async with session.get(address) as response:
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False


async def _redis_answers(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.write(f"AUTH {PASSWORD}\r\nPING\r\n".encode())
    lines = [await reader.readline(), await reader.readline()]
    writer.close()
    await writer.wait_closed()
    return lines == [b"+OK\r\n", b"+PONG\r\n"]
