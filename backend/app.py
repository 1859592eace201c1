"""The application: what it serves and what it holds while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress

from aiohttp import web

from backend.api_keys import ApiKeys
from backend.arriving import Arriving
from backend.cache import AnswerCache, MemoryCache
from backend.client_address import TrustedProxies
from backend.crawler import crawled
from backend.cross_origin import add_cross_origin_headers, answer_preflight, refuse_foreign_pages
from backend.engine_queue import EngineQueue
from backend.jobs.opening import open_store
from backend.jobs.store import StoreUnavailable
from backend.key_check import ask_for_key, note_caller
from backend.keys import (
    API_KEYS,
    ARRIVING,
    CLOSING,
    CRAWLED,
    ENGINE,
    JOBS,
    LOOKUPS,
    METRICS,
    OPEN_PATHS,
    OPENAPI,
    ORIGINS,
    RECEIPT_KEY,
    REDIS,
    REPORTS,
    SETTINGS,
    TEMPLATES,
    VISITOR,
)
from backend.limiting import LIMITS, Limits, add_rate_headers, keep_to_the_rate
from backend.lookup import Lookups
from backend.metrics import Metrics
from backend.middleware import add_safe_headers, answer_always
from backend.openapi import openapi_document
from backend.origins import Origins
from backend.pages import SHARED_STATIC, STATIC, environment
from backend.rate import Limiter, MemoryLimiter, Rate, RedisLimiter, TeamLimiter
from backend.receipt_key import ReceiptKey
from backend.redis_cache import RedisCache, TwoLevels
from backend.redis_link import RedisLink
from backend.routes import ROUTES
from backend.settings import Settings
from quotes.archive import Reports
from quotes.fetch import Targets, Visitor
from quotes.report import key_file
from quotes.verify import Engine

_STATIC = "/static"
_SHARED_STATIC = "/static/look"


def create_app(settings: Settings) -> web.Application:
    """The service over the archive in `settings.data`, which is opened when the application starts: that raises
    `quotes.errors.OnRecordError` where it cannot be, or where a setting is not to be understood."""
    app = web.Application(
        # Whoever has no key is counted too, by address, before being turned away.
        middlewares=[
            answer_always,
            answer_preflight,
            refuse_foreign_pages,
            note_caller,
            keep_to_the_rate,
            ask_for_key,
        ],
        client_max_size=settings.body_limit,
    )
    app[SETTINGS] = settings
    app[API_KEYS] = ApiKeys.read(settings.api_keys)
    app[ORIGINS] = Origins.read(settings.extension_origins, settings.host)
    app[OPEN_PATHS] = frozenset({_STATIC, _SHARED_STATIC, *(route.path for route in ROUTES if route.open)})
    app[CRAWLED] = frozenset(source.id for source in crawled(settings))
    app[ARRIVING] = Arriving()
    app[METRICS] = Metrics()
    app[REPORTS] = Reports(settings.data)
    app[CLOSING] = asyncio.Event()
    app[RECEIPT_KEY] = ReceiptKey(key_file(settings.data, settings.receipt_key))
    app[TEMPLATES] = environment()
    app[OPENAPI] = openapi_document(ROUTES)
    app.on_response_prepare.append(add_safe_headers)
    app.on_response_prepare.append(add_rate_headers)
    app.on_response_prepare.append(add_cross_origin_headers)
    app.cleanup_ctx.append(_redis)
    app.on_shutdown.append(_close_streams)
    app.cleanup_ctx.append(_engine)
    app.cleanup_ctx.append(_jobs)
    app.cleanup_ctx.append(_visitor)
    for route in ROUTES:
        if route.method == "GET":
            app.router.add_get(route.path, route.handler)
        else:
            app.router.add_route(route.method, route.path, route.handler)
    app.router.add_static(_SHARED_STATIC, SHARED_STATIC)
    app.router.add_static(_STATIC, STATIC)
    return app


async def _redis(app: web.Application) -> AsyncIterator[None]:
    """Redis where there is one, and what is kept there: the limits here, the answers with the engine."""
    settings, metrics = app[SETTINGS], app[METRICS]
    rate = Rate(settings.rate, settings.rate_burst or settings.rate)
    limiter: Limiter | None = MemoryLimiter(rate) if settings.rate else None
    async with AsyncExitStack() as stack:
        if settings.redis_url:
            app[REDIS] = await stack.enter_async_context(RedisLink(settings.redis_url, told=metrics.redis))
            limiter = TeamLimiter(RedisLimiter(rate, app[REDIS]), limiter) if limiter else None
        app[LIMITS] = Limits(
            rate=rate,
            limiter=limiter,
            proxies=TrustedProxies.read(settings.trusted_proxies),
            costs={(route.method, route.path): route.cost for route in ROUTES}
            | {("GET", folder): 0 for folder in ("/static", "/static/look")},
        )
        yield


async def _visitor(app: web.Application) -> AsyncIterator[None]:
    settings = app[SETTINGS]
    async with Visitor(targets=Targets(settings.fetch_allow), contact=settings.crawl_contact or None) as visitor:
        app[VISITOR] = visitor
        yield


async def _engine(app: web.Application) -> AsyncIterator[None]:
    settings = app[SETTINGS]
    queue = EngineQueue(
        Engine.open(settings.data), threads=settings.threads, room=settings.queue, seconds=settings.time_limit
    )
    app[ENGINE] = queue
    cache: AnswerCache = MemoryCache(settings.cache)
    if REDIS in app:
        cache = TwoLevels(cache, RedisCache(app[REDIS]), app[METRICS])
    app[LOOKUPS] = Lookups(queue, cache, app[METRICS])
    following = asyncio.create_task(queue.follow(settings.refresh))
    yield
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await asyncio.to_thread(queue.close)


async def _jobs(app: web.Application) -> AsyncIterator[None]:
    app[JOBS] = open_store(app[SETTINGS])
    yield
    with suppress(StoreUnavailable):
        await app[JOBS].close()


async def _close_streams(app: web.Application) -> None:
    """What is watched would else be waited for until the grace is over."""
    app[CLOSING].set()
