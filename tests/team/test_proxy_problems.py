"""What the proxy says by itself, where no backend answers: extensions may read it, as they may read the service."""

from __future__ import annotations

import asyncio
import io
import os
import shutil
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.team.compose import ROOT
from tests.team.rehearsal import answering, render_nginx

EXTENSION = "moz-extension://2f8b5c1e-0d3a-4f6b-9c7e-1a2b3c4d5e6f"


@pytest.fixture
async def proxy(tmp_path: Path) -> AsyncIterator[str]:
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "run tools/system-packages"
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    text = render_nginx((ROOT / "deploy/nginx.conf").read_text("utf-8"), port, ["http://127.0.0.1:1"], tmp_path)
    file = tmp_path / "nginx.conf"
    file.write_text(text, "utf-8")
    process = await asyncio.create_subprocess_exec(
        program,
        *("-e", "stderr", "-c", str(file), "-p", str(tmp_path), "-g", "daemon off; master_process off;"),
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:

        async def listens() -> bool:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                return False
            writer.close()
            await writer.wait_closed()
            return True

        await answering(listens)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        (EXTENSION, EXTENSION),
        ("chrome-extension://abcdefghijklmnopabcdefghijklmnop", "chrome-extension://abcdefghijklmnopabcdefghijklmnop"),
        ("https://newspaper.example", None),
        ("https://x.example/chrome-extension://abc", None),
        ("null", None),
    ],
)
async def test_extensions_may_read_that_nobody_answers(proxy: str, origin: str, allowed: str | None) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{proxy}/v1/about", headers={"Origin": origin}) as response:
            assert response.status == 503
            assert response.headers.get("Access-Control-Allow-Origin") == allowed
            assert response.headers["Retry-After"] == "2"
            assert response.headers["Vary"] == "Origin"
            assert (await response.json(content_type=None))["code"] == "overloaded"
        large = io.BytesIO(b"x" * (9 * 2**20))
        async with client.post(f"{proxy}/v1/verify", data=large, headers={"Origin": origin}) as response:
            assert response.status == 413
            assert response.headers.get("Access-Control-Allow-Origin") == allowed
