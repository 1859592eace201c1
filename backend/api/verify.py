"""`/v1/verify`: all quotations of an article."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from backend.article_request import VerifyRequest
from backend.body import read_json
from backend.keys import LOOKUPS, SETTINGS, VISITOR
from backend.requests import checked
from quotes.extract import read_document


async def post(request: web.Request) -> web.Response:
    raw = await read_json(request, limit=request.app[SETTINGS].article_limit)
    asked = checked(VerifyRequest, raw)
    read = asked.article()
    if read is None:
        assert asked.url is not None
        page = await request.app[VISITOR].get(asked.url)
        read = partial(
            read_document,
            page.body,
            content_type=page.header("Content-Type"),
            url=page.final_url,
            title=asked.title,
            published=asked.published,
            language=asked.language,
        )
    body = await request.app[LOOKUPS].verify(read, policy=asked.policy, limit=asked.limit)
    return web.Response(body=body, content_type="application/json", headers={"Cache-Control": "private, no-cache"})
