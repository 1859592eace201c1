"""What an application and a request carry, by typed key."""

from __future__ import annotations

import asyncio

import jinja2
from aiohttp import web

from backend.api_keys import ApiKeys, Caller
from backend.arriving import Arriving
from backend.engine_queue import EngineQueue
from backend.jobs.store import JobStore
from backend.lookup import Lookups
from backend.metrics import Metrics
from backend.origins import Origins
from backend.receipt_key import ReceiptKey
from backend.redis_link import RedisLink
from backend.settings import Settings
from quotes.archive import Reports
from quotes.fetch import Visitor

API_KEYS = web.AppKey("api_keys", ApiKeys)
ARRIVING = web.AppKey("arriving", Arriving)
CLOSING = web.AppKey("closing", asyncio.Event)
CRAWLED = web.AppKey("crawled", frozenset[str])
SETTINGS = web.AppKey("settings", Settings)
ENGINE = web.AppKey("engine", EngineQueue)
JOBS: web.AppKey[JobStore] = web.AppKey("jobs", JobStore)
LOOKUPS = web.AppKey("lookups", Lookups)
METRICS = web.AppKey("metrics", Metrics)
RECEIPT_KEY = web.AppKey("receipt_key", ReceiptKey)
REPORTS = web.AppKey("reports", Reports)
VISITOR = web.AppKey("visitor", Visitor)
REDIS = web.AppKey("redis", RedisLink)
TEMPLATES = web.AppKey("templates", jinja2.Environment)
OPENAPI = web.AppKey("openapi", bytes)
ORIGINS = web.AppKey("origins", Origins)
# Paths, as routes have them, that are served without a key.
OPEN_PATHS = web.AppKey("open_paths", frozenset[str])

# Who asks: set on every request before its handler is called.
CALLER = web.RequestKey("caller", Caller)
