"""The end of a job, told to an address: signed, tried again, and never into our own network by mistake."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from backend.jobs.job import Job
from backend.jobs.opening import open_store
from backend.jobs.sqlite_tables import WEBHOOK_TRIES
from backend.jobs.webhook import Webhooks, secret_bytes, signed
from backend.settings import Settings
from tests.jobs.conftest import new_job

SECRET = "whsec_" + base64.b64encode(b"a secret of the desk").decode()


class Desk:
    """A receiver on loopback, which answers `status`."""

    def __init__(self) -> None:
        self.status = 204
        self.received: list[tuple[Any, bytes]] = []

    async def take(self, request: web.Request) -> web.Response:
        self.received.append((request.headers.copy(), await request.read()))
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@pytest.fixture
async def desk() -> AsyncIterator[Any]:
    desk = Desk()
    app = web.Application()
    app.router.add_post("/hook", desk.take)
    async with TestServer(app) as server:
        desk.address = str(server.make_url("/hook"))  # type: ignore[attr-defined]
        desk.host = f"127.0.0.1:{server.port}"  # type: ignore[attr-defined]
        yield desk


async def told(desk: Any, data: Path, *, rounds: int = 1, **settings: Any) -> Job:
    """A cancelled job, after its end was told or not, so many times over."""
    kept = Settings(data=data, webhook_secret=SECRET, **settings)
    clock = time.time()
    store = open_store(kept)
    store._tables._now = lambda: clock  # type: ignore[attr-defined]
    job, _ = await store.add(new_job(2, options={"webhook": desk.address}))
    await store.cancel(job.id)
    async with Webhooks(kept, store) as webhooks:
        for _ in range(rounds):
            await webhooks.tell()
            clock += 86_400
    found = await store.find(job.id)
    await store.close()
    assert found is not None
    return found


async def test_the_status_is_posted_and_signed(desk: Any, tmp_path: Path) -> None:
    job = await told(desk, tmp_path, rounds=2, fetch_allow=desk.host, public_url="https://onrecord.example")
    assert job.webhook_state == "delivered"
    ((headers, body),) = desk.received
    status = orjson.loads(body)
    assert (status["id"], status["status"], status["webhook"]) == (job.id, "cancelled", "due")
    assert status["links"]["results_csv"].startswith("https://onrecord.example/v1/jobs/")
    assert headers["webhook-id"] == f"job_{job.id}"
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    content = f"job_{job.id}.{headers['webhook-timestamp']}.".encode() + body
    mac = hmac.new(b"a secret of the desk", content, hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()


async def test_it_is_not_sent_into_our_own_network(desk: Any, tmp_path: Path) -> None:
    job = await told(desk, tmp_path, rounds=3)
    assert job.webhook_state == "failed"
    assert desk.received == []


@pytest.mark.parametrize(
    ("status", "times"), [(500, WEBHOOK_TRIES), (302, WEBHOOK_TRIES), (410, 1)], ids=["failing", "redirecting", "gone"]
)
async def test_it_is_tried_again_and_not_for_ever(desk: Any, tmp_path: Path, status: int, times: int) -> None:
    desk.status = status
    job = await told(desk, tmp_path, rounds=WEBHOOK_TRIES + 3, fetch_allow=desk.host)
    assert job.webhook_state == "failed"
    assert len(desk.received) == times
    assert len({headers["webhook-id"] for headers, _ in desk.received}) == 1


async def test_one_that_comes_back_is_told(desk: Any, tmp_path: Path) -> None:
    desk.status = 503
    asyncio.get_running_loop().call_later(0.2, setattr, desk, "status", 200)

    kept = Settings(data=tmp_path, fetch_allow=desk.host)
    store = open_store(kept)
    job, _ = await store.add(new_job(2, options={"webhook": desk.address}))
    await store.cancel(job.id)
    now = time.time()
    store._tables._now = lambda: now  # type: ignore[attr-defined]
    async with Webhooks(kept, store) as webhooks, asyncio.timeout(10):
        while True:
            await webhooks.tell()
            found = await store.find(job.id)
            assert found is not None
            if found.webhook_state == "delivered":
                break
            now += 100_000
            await asyncio.sleep(0.1)
    assert "webhook-signature" not in desk.received[-1][0]
    await store.close()


def test_a_secret_is_read_as_standard_webhooks_write_it() -> None:
    """The signature is the example of their reference libraries."""
    encoded = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert secret_bytes("whsec_" + encoded) == base64.b64decode(encoded)
    assert secret_bytes("plain words") == b"plain words"
    assert secret_bytes("whsec_not base64!") == b"whsec_not base64!"
    body = b'{"test": 2432232314}'
    headers = signed("whsec_" + encoded, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
