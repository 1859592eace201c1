"""`/v1/sources` and `/v1/coverage`: what the archive holds."""

from __future__ import annotations

import orjson
from aiohttp import web

from backend.api.fields import fields_of
from backend.keys import ENGINE
from backend.requests import NoQuery, checked_query


async def sources(request: web.Request) -> web.Response:
    """What there is of each source; its days are in `/v1/coverage`."""
    return await _coverage(request, without=("gaps", "ledger"))


async def coverage(request: web.Request) -> web.Response:
    return await _coverage(request)


async def _coverage(request: web.Request, without: tuple[str, ...] = ()) -> web.Response:
    checked_query(NoQuery, request)
    queue = request.app[ENGINE]
    held = await queue.run(queue.engine.archive.coverage)
    body = orjson.dumps({"sources": [fields_of(source, without) for source in held]})
    return web.Response(body=body, content_type="application/json", headers={"Cache-Control": "no-cache"})
