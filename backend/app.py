"""The application: what it serves and what it holds while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from aiohttp import web

from backend.api_keys import ApiKeys
from backend.arriving import Arriving
from backend.cache import MemoryCache
from backend.crawler import crawled
from backend.cross_origin import add_cross_origin_headers, answer_preflight
from backend.engine_queue import EngineQueue
from backend.key_check import ask_for_key
from backend.keys import (
    API_KEYS,
    ARRIVING,
    CRAWLED,
    ENGINE,
    LOOKUPS,
    METRICS,
    OPEN_PATHS,
    OPENAPI,
    ORIGINS,
    RECEIPT_KEY,
    REPORTS,
    SETTINGS,
    TEMPLATES,
)
from backend.lookup import Lookups
from backend.metrics import Metrics
from backend.middleware import add_safe_headers, answer_always
from backend.openapi import openapi_document
from backend.origins import Origins
from backend.pages import STATIC, environment
from backend.receipt_key import ReceiptKey
from backend.routes import ROUTES
from backend.settings import Settings
from quotes.archive import Reports
from quotes.report import key_file
from quotes.verify import Engine

_STATIC = "/static"


def create_app(settings: Settings) -> web.Application:
    """The service over the archive in `settings.data`, which is opened when the application starts: that raises
    `quotes.errors.OnRecordError` where it cannot be. Raises `quotes.errors.InputError` for a setting that names what
    there is not."""
    app = web.Application(
        middlewares=[answer_always, answer_preflight, ask_for_key], client_max_size=settings.body_limit
    )
    app[SETTINGS] = settings
    app[API_KEYS] = ApiKeys.read(settings.api_keys)
    app[ORIGINS] = Origins.read(settings.extension_origins, settings.host)
    app[OPEN_PATHS] = frozenset({_STATIC, *(route.path for route in ROUTES if route.open)})
    app[CRAWLED] = frozenset(source.id for source in crawled(settings))
    app[ARRIVING] = Arriving()
    app[METRICS] = Metrics()
    app[REPORTS] = Reports(settings.data)
    app[RECEIPT_KEY] = ReceiptKey(key_file(settings.data, settings.receipt_key))
    app[TEMPLATES] = environment()
    app[OPENAPI] = openapi_document(ROUTES)
    app.on_response_prepare.append(add_safe_headers)
    app.on_response_prepare.append(add_cross_origin_headers)
    app.cleanup_ctx.append(_engine)
    for route in ROUTES:
        if route.method == "GET":
            app.router.add_get(route.path, route.handler)
        else:
            app.router.add_route(route.method, route.path, route.handler)
    app.router.add_static(_STATIC, STATIC)
    return app


async def _engine(app: web.Application) -> AsyncIterator[None]:
    settings = app[SETTINGS]
    queue = EngineQueue(
        Engine.open(settings.data), threads=settings.threads, room=settings.queue, seconds=settings.time_limit
    )
    app[ENGINE] = queue
    app[LOOKUPS] = Lookups(queue, MemoryCache(settings.cache), app[METRICS])
    following = asyncio.create_task(queue.follow(settings.refresh))
    yield
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await asyncio.to_thread(queue.close)
