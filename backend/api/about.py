"""`/v1/about`: what this server is, and whether the key that came along is one of its own."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

import orjson
from aiohttp import hdrs, web

from backend.keys import API_KEYS, ENGINE, SETTINGS
from backend.requests import NoQuery, checked_query
from quotes.verdict.policy import POLICIES

NAME: Final = "OnRecord"
VERSION: Final = version("onrecord")
# How many quotations of one page are looked up.
QUOTES: Final = 200


async def about(request: web.Request) -> web.Response:
    """Touches neither the queue nor the archive, so that it answers at once however busy the server is."""
    checked_query(NoQuery, request)
    engine = request.app[ENGINE].engine
    state, _ = request.app[API_KEYS].judge(request.headers.get(hdrs.AUTHORIZATION))
    body = {
        "name": NAME,
        "version": VERSION,
        "engine_version": engine.version,
        "snapshot": engine.snapshot,
        "policies": list(POLICIES),
        "key": state.value,
        "limits": {"quotes": QUOTES, "bytes": request.app[SETTINGS].body_limit},
    }
    return web.Response(
        body=orjson.dumps(body),
        content_type="application/json",
        headers={"Vary": "Authorization", "Cache-Control": "no-store"},
    )
