"""`/v1/receipts`: the key that receipts are signed with, and checking one. They are issued by `/v1/lookup`."""

from __future__ import annotations

import orjson
from aiohttp import web

from backend.body import read_json
from backend.keys import ENGINE, RECEIPT_KEY
from backend.problems import FieldError, Problem
from backend.receipt_key import ReceiptKey
from backend.requests import NoQuery, ReceiptRequest, checked, checked_query
from quotes.errors import InputError
from quotes.ingest import moments
from quotes.model import Inquiry
from quotes.report import (
    RECEIPT_MEDIA_TYPE,
    PublicKey,
    Receipt,
    Verification,
    issue_receipt,
    read_public_key,
    read_receipt,
    verify_receipt,
)
from quotes.verify import Engine


async def receipt(request: web.Request, inquiry: Inquiry, answer: bytes) -> bytes:
    """The receipt of an answer, as JSON, to `inquiry`."""
    engine = request.app[ENGINE].engine
    key = request.app[RECEIPT_KEY]

    def issued() -> bytes:
        at = moments.stamp(moments.now())
        return issue_receipt(engine.archive, inquiry, orjson.loads(answer), key.own(), at)

    return await request.app[ENGINE].run(issued)


async def public_key(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    key = (await request.app[ENGINE].run(request.app[RECEIPT_KEY].own)).public
    body = orjson.dumps({"key_id": key.id, "jwk": key.jwk(), "pem": key.pem()})
    return web.Response(body=body, content_type="application/json", headers={"Cache-Control": "no-cache"})


async def verify(request: web.Request) -> web.Response:
    """The body is the receipt itself, by its own media type, or an object with the receipt and a key."""
    body = await read_json(request, also=RECEIPT_MEDIA_TYPE)
    bare = request.content_type == RECEIPT_MEDIA_TYPE
    asked = None if bare else checked(ReceiptRequest, body)
    try:
        parsed = read_receipt(asked.receipt if asked else body)
    except InputError as error:
        raise _problem(error, "" if bare else "/receipt") from None
    try:
        given = read_public_key(asked.key) if asked and asked.key is not None else None
    except InputError as error:
        raise _problem(error, "/key") from None
    queue = request.app[ENGINE]
    found = await queue.run(_verified, parsed, queue.engine, given, request.app[RECEIPT_KEY])
    return web.Response(
        body=orjson.dumps(found), content_type="application/json", headers={"Cache-Control": "no-store"}
    )


def _verified(parsed: Receipt, engine: Engine, given: PublicKey | None, key: ReceiptKey) -> Verification:
    keys = [given] if given else []
    if own := key.held():
        keys.append(own.public)
    return verify_receipt(parsed, engine, keys)


def _problem(error: InputError, at: str) -> Problem:
    return Problem(error.code, error.message, errors=[FieldError(at + (error.pointer or ""), error.message)])
