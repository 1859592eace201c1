"""`/healthz`, `/readyz`, `/metrics`: for those who keep the server running."""

from __future__ import annotations

from contextlib import suppress

import orjson
from aiohttp import web

from backend.jobs.store import StoreUnavailable
from backend.keys import ENGINE, JOBS, METRICS
from backend.metrics import CONTENT_TYPE


async def healthz(request: web.Request) -> web.Response:
    """The process answers. Touches nothing else, so it says whether to restart the process and no more."""
    return _state({"status": "ok"})


async def readyz(request: web.Request) -> web.Response:
    """The archive and its index answer too, through the same queue as lookups: overload means not ready."""
    queue = request.app[ENGINE]
    await queue.run(queue.engine.archive.index_state)
    return _state({"status": "ready", "snapshot": queue.engine.snapshot, "version": queue.engine.version})


async def metrics(request: web.Request) -> web.Response:
    with suppress(StoreUnavailable):
        request.app[METRICS].jobs(await request.app[JOBS].numbers())
    return web.Response(body=request.app[METRICS].exposition(), headers={"Content-Type": CONTENT_TYPE})


def _state(state: dict[str, str]) -> web.Response:
    return web.Response(
        body=orjson.dumps(state), content_type="application/json", headers={"Cache-Control": "no-store"}
    )
