"""`onrecord-server` as a process: starting, serving with several processes, losing one, stopping."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import socket
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from backend.main import _read
from backend.settings import Settings
from backend.supervisor import pause_after
from quotes.errors import InputError
from quotes.ingest import import_paths
from tests.backend.running import SECONDS, running, start
from tests.redis_process import RedisProcess

QUOTE = {"quote": "designed to drive a wedge between China and Pakistan"}
COUNTED = r'^onrecord_requests_total{[^}]*route="/v1/lookup",status="200"} (\S+)'

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="reads process ids from /proc")


def fresh() -> aiohttp.ClientSession:
    """A session that opens a new connection for every request, so that any process may answer."""
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True))


async def test_several_processes_answer_alike_and_count_together(sample_archive: Path) -> None:
    async with running(sample_archive, "--processes", "2") as server, fresh() as session:
        assert len(server.workers) == 2
        answers = set()
        for _ in range(20):
            async with session.post(f"{server.address}/v1/lookup", json=QUOTE) as response:
                assert response.status == 200
                answers.add(await response.read())
        assert len(answers) == 1
        for _ in range(2):
            async with session.get(f"{server.address}/metrics") as response:
                counted = re.search(COUNTED, await response.text(), re.MULTILINE)
            assert counted is not None
            assert float(counted[1]) == 20
        assert await server.stop() == 0


@pytest.mark.parametrize("processes", [1, 2])
async def test_a_process_that_dies_is_replaced(sample_archive: Path, processes: int) -> None:
    """Meanwhile the others serve; where there are none, requests wait for the next."""
    async with running(sample_archive, "--processes", str(processes)) as server, fresh() as session:
        before = server.workers
        for _ in before:
            await server.logged("serves")
        os.kill(before[0], signal.SIGKILL)
        await server.logged(f"Process {before[0]} ended with -9; another starts")
        async with session.post(f"{server.address}/v1/lookup", json=QUOTE) as response:
            assert response.status == 200
        replaced = await server.logged(r"Process (\d+) serves")
        assert set(server.workers) == {*before[1:], int(replaced[1])}
        assert await server.stop() == 0


async def test_a_process_that_dies_with_connections_not_yet_taken_is_replaced(sample_archive: Path) -> None:
    async with running(sample_archive, "--processes", "1") as server, fresh() as session:
        (worker,) = server.workers
        host, port = urlsplit(server.address).hostname, urlsplit(server.address).port
        os.kill(worker, signal.SIGSTOP)
        untaken = [await asyncio.open_connection(host, port) for _ in range(5)]
        os.kill(worker, signal.SIGKILL)
        for reader, writer in untaken:
            # Whether taken by nobody or by the next process, no connection is left hanging.
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            try:
                async with asyncio.timeout(SECONDS):
                    await reader.read()
            except ConnectionError:
                continue
            finally:
                writer.close()
        async with session.post(f"{server.address}/v1/lookup", json=QUOTE) as response:
            assert response.status == 200
        assert await server.stop() == 0


async def test_processes_end_with_their_supervisor(sample_archive: Path) -> None:
    async with running(sample_archive, "--processes", "2") as server:
        os.kill(server.process.pid, signal.SIGKILL)
        # The log ends when the last process that can write to it has.
        await server.gone()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_request_that_has_begun_is_answered_before_the_end(sample_archive: Path, number: int) -> None:
    async with running(sample_archive, "--processes", "1") as server:
        host, port = urlsplit(server.address).hostname, urlsplit(server.address).port
        body = json.dumps(QUOTE).encode()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(
            b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body)
        )
        # The server asks for the body: the handler is running.
        assert b"100 Continue" in await reader.readuntil(b"\r\n\r\n")
        stopping = asyncio.ensure_future(server.stop(number))
        await refused(str(host), int(port or 0))
        writer.write(body)
        assert b" 200 OK" in await reader.readline()
        assert b'"verdict"' in await reader.read()
        writer.close()
        assert await stopping == 0


async def refused(host: str, port: int) -> None:
    """Wait until nobody listens any more."""
    async with asyncio.timeout(SECONDS):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, port)
            except (ConnectionRefusedError, ConnectionResetError):
                return
            writer.close()


async def test_stopping_under_load_breaks_no_answer(sample_archive: Path) -> None:
    async with running(sample_archive, "--processes", "2") as server:
        answered = asyncio.Event()
        statuses: list[int] = []
        broken: list[BaseException] = []

        async def ask(name: int) -> None:
            async with aiohttp.ClientSession() as session:
                for number in range(1_000_000):
                    quote = f"{QUOTE['quote']} {name} {number}"
                    try:
                        async with session.post(f"{server.address}/v1/lookup", json={"quote": quote}) as response:
                            await response.read()
                    except aiohttp.ClientPayloadError as error:
                        broken.append(error)
                        return
                    except aiohttp.ClientConnectionError:
                        # Nothing of an answer had come: refused, or closed between two requests.
                        return
                    statuses.append(response.status)
                    if len(statuses) == 200:
                        answered.set()

        asking = [asyncio.ensure_future(ask(name)) for name in range(8)]
        async with asyncio.timeout(SECONDS):
            await answered.wait()
        assert await server.stop() == 0
        await asyncio.gather(*asking)
        assert broken == []
        assert set(statuses) == {200}


async def test_a_new_transcript_is_found_within_a_second(sample_archive: Path, tmp_path: Path) -> None:
    data = shutil.copytree(sample_archive, tmp_path / "data")
    words = "the lighthouse keeper of Port Ellison has counted seventeen grey seals since Thursday"
    record = {
        "source_id": "seals-1",
        "title": "Daily briefing",
        "date": "2025-11-03",
        "url": "https://example.org/seals",
        "language": "en",
        "institution": "Harbour Office",
        "turns": [{"speaker": "MS. GREY", "role": "spokesperson", "text": f"Good morning. I can say that {words}."}],
    }
    new = tmp_path / "new.jsonl"
    new.write_text(json.dumps(record) + "\n")
    async with running(data, "--processes", "2") as server, fresh() as session:

        async def verdict() -> str:
            async with session.post(f"{server.address}/v1/lookup", json={"quote": words}) as response:
                found: str = (await response.json())["verdict"]
                return found

        assert await verdict() == "not_found"
        await asyncio.to_thread(import_paths, data, [new])
        async with asyncio.timeout(1):
            in_a_row = 0
            while in_a_row < 10:
                in_a_row = in_a_row + 1 if await verdict() == "verbatim" else 0


async def test_a_port_in_use_is_said_and_nothing_is_served(sample_archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = await start(sample_archive, "--port", str(taken.getsockname()[1]))
        _, errors = await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode == 3
    assert b"already in use" in errors
    assert b"--port" in errors


async def test_another_server_of_ours_on_the_port_counts_as_in_use(sample_archive: Path) -> None:
    async with running(sample_archive, "--processes", "1") as server:
        process = await start(sample_archive, "--port", str(urlsplit(server.address).port))
        _, errors = await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode == 3
    assert b"already in use" in errors


async def test_no_archive_is_said_once_and_nothing_is_served(tmp_path: Path) -> None:
    process = await start(tmp_path / "nowhere", "--port", "0", "--processes", "2")
    out, errors = await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode == 3
    assert out == b""
    assert b"nowhere" in errors
    assert b"Traceback" not in errors


@pytest.mark.parametrize(
    "flags", [("--port", "99999"), ("--processes", "0"), ("--time-limit", "0"), ("--colour", "red")]
)
async def test_settings_that_cannot_be_are_refused(tmp_path: Path, flags: tuple[str, str]) -> None:
    process = await start(tmp_path, *flags)
    _, errors = await asyncio.wait_for(process.communicate(), SECONDS)
    assert process.returncode == 2
    assert flags[0].encode() in errors


async def test_what_cannot_be_understood_stops_the_start_and_says_how_to_write_it(sample_archive: Path) -> None:
    process = await start(sample_archive, "--port", "0", "--redis-url", "localhost:6379")
    out, errors = await asyncio.wait_for(process.communicate(), SECONDS)
    assert (process.returncode, out) == (2, b"")
    assert b"write it like redis://redis:6379/0" in errors
    assert b"Traceback" not in errors
    for settings in (Settings(trusted_proxies="proxy.example"), Settings(fetch_allow="http://wiki.example")):
        with pytest.raises(InputError, match="write "):
            _read(settings)


async def test_a_server_starts_and_serves_without_the_redis_it_was_given(sample_archive: Path, tmp_path: Path) -> None:
    redis = RedisProcess(tmp_path)
    flags = ("--processes", "1", "--redis-url", redis.url, "--rate", "60000")
    async with running(sample_archive, *flags) as server, aiohttp.ClientSession() as session:
        try:
            async with session.get(f"{server.address}/v1/lookup?quote=wedge") as response:
                assert response.status == 200
            await server.logged("Redis is gone")
            await redis.start()
            await server.logged("Redis is back")
            async with session.get(f"{server.address}/metrics") as response:
                assert "onrecord_redis_up 1.0" in await response.text()
        finally:
            await redis.kill()


def test_pauses_between_restarts_grow_to_a_bound() -> None:
    assert [pause_after(deaths) for deaths in (1, 2, 3, 4, 9, 10_000)] == [0.25, 0.5, 1.0, 2.0, 30.0, 30.0]
