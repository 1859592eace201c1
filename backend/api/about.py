"""`/v1/about`: what this server is, and whether the key that came along is one of its own."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

import orjson
from aiohttp import web

from backend.keys import CALLER, ENGINE, SETTINGS
from backend.requests import NoQuery, checked_query
from quotes.verdict.policy import POLICIES
from quotes.verify import MOST_QUOTATIONS

NAME: Final = "OnRecord"
VERSION: Final = version("onrecord")


async def about(request: web.Request) -> web.Response:
    """Touches neither the queue nor the archive, so that it answers at once however busy the server is."""
    checked_query(NoQuery, request)
    engine = request.app[ENGINE].engine
    body = {
        "name": NAME,
        "version": VERSION,
        "engine_version": engine.version,
        "snapshot": engine.snapshot,
        "policies": list(POLICIES),
        "key": request[CALLER].state.value,
        "limits": {"quotes": MOST_QUOTATIONS, "bytes": request.app[SETTINGS].article_limit},
    }
    return web.Response(
        body=orjson.dumps(body),
        content_type="application/json",
        headers={"Vary": "Authorization", "Cache-Control": "no-store"},
    )
