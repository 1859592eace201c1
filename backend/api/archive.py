"""`/v1/sources` and `/v1/coverage`: what the archive holds, source by source and day by day."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
from aiohttp import web

from backend.api.conditional import conditional
from backend.keys import CRAWLED, ENGINE
from backend.problems import FieldError, Problem
from backend.requests import CoverageQuery, NoQuery, checked_query
from backend.standing import read_holdings
from quotes.ingest import moments
from quotes.report import narrowed
from quotes.sources import sources as known_sources


async def sources(request: web.Request) -> web.Response:
    """What there is of each source and who reads it; its days are in `/v1/coverage`."""
    checked_query(NoQuery, request)
    queue = request.app[ENGINE]
    holdings = await queue.run(read_holdings, queue.engine.archive, request.app[CRAWLED], moments.now())
    return conditional(request, orjson.dumps({"sources": holdings.standings}))


async def coverage(request: web.Request) -> web.Response:
    asked = checked_query(CoverageQuery, request)
    queue = request.app[ENGINE]
    held = await queue.run(queue.engine.archive.coverage)
    if asked.source is not None:
        check_source(asked.source, (source.source for source in held))
        held = [source for source in held if source.source == asked.source]
    body = orjson.dumps({"sources": [narrowed(source, asked.since, asked.until) for source in held]})
    return conditional(request, body)


def check_source(source_id: str, held: Iterable[str]) -> None:
    """Raises `Problem` for a source that is neither `held` nor registered."""
    there_are = sorted({*held, *known_sources()})
    if source_id not in there_are:
        detail = f"There is no source {source_id!r}; there are {', '.join(there_are)}."
        raise Problem("invalid_request", detail, errors=[FieldError("/source", detail)])
