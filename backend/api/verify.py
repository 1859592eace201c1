"""`/v1/verify`: all quotations of an article."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from backend.article_request import VerifyRequest
from backend.body import read_json
from backend.keys import LOOKUPS, SETTINGS, VISITOR
from backend.limiting import charge
from backend.requests import checked
from quotes.extract import read_document
from quotes.model import QuotationKind
from quotes.verify import MOST_QUOTATIONS


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
    article = await request.app[LOOKUPS].read(read)
    # The first was paid for with the request. Refused is what is not begun, and what was begun is not thrown away.
    looked_up = sum(one.kind is QuotationKind.SPEECH for one in article.quotations)
    await charge(request, min(looked_up, MOST_QUOTATIONS) - 1)
    body = await request.app[LOOKUPS].verify(article, policy=asked.policy, limit=asked.limit)
    return web.Response(body=body, content_type="application/json", headers={"Cache-Control": "private, no-cache"})
