"""`/v1/lookup`: one quotation, in the format asked for."""

from __future__ import annotations

import orjson
from aiohttp import web

from backend.address import public_url
from backend.api.json_ld import quotation, web_annotation
from backend.api.receipts import receipt
from backend.body import read_json
from backend.keys import LOOKUPS
from backend.negotiation import Format, choose
from backend.problems import Problem
from backend.requests import LookupQuery, LookupRequest, checked, checked_query, input_problem
from quotes.errors import InputError
from quotes.model import Inquiry
from quotes.report import RECEIPT_MEDIA_TYPE

JSON = Format("application/json", content_type="application/json")
QUOTATION = Format(
    "application/ld+json",
    frozenset({"https://schema.org", "https://schema.org/", "http://schema.org", "http://schema.org/"}),
    'application/ld+json;profile="https://schema.org"',
)
ANNOTATION = Format(
    "application/ld+json",
    frozenset({"http://www.w3.org/ns/anno.jsonld"}),
    'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
)
RECEIPT = Format(RECEIPT_MEDIA_TYPE, content_type=RECEIPT_MEDIA_TYPE, answer="Receipt")
FORMATS = (JSON, QUOTATION, ANNOTATION, RECEIPT)

# Where the library names a field of an inquiry, the query string has one level less.
QUERY_POINTERS = {"/claim/speaker": "/speaker", "/claim/date": "/date", "/context/published": "/published"}


async def post(request: web.Request) -> web.Response:
    chosen = _format(request)
    asked = checked(LookupRequest, await read_json(request))
    try:
        return await _respond(request, chosen, asked.inquiry())
    except InputError as error:
        raise input_problem(error) from None


async def get(request: web.Request) -> web.Response:
    chosen = _format(request)
    asked = checked_query(LookupQuery, request)
    try:
        return await _respond(request, chosen, asked.inquiry())
    except InputError as error:
        raise input_problem(error, QUERY_POINTERS) from None


def _format(request: web.Request) -> Format:
    accept = ", ".join(request.headers.getall("Accept", ()))
    chosen = choose(accept, FORMATS)
    if chosen is None:
        offers = ", ".join(offer.content_type for offer in FORMATS)
        raise Problem("not_acceptable", f"An answer comes as one of: {offers}.", headers={"Vary": "Accept"})
    return chosen


async def _respond(request: web.Request, chosen: Format, inquiry: Inquiry) -> web.Response:
    body = await request.app[LOOKUPS].answer(inquiry)
    if chosen is QUOTATION:
        body = orjson.dumps(quotation(orjson.loads(body), inquiry.quote, public_url(request)))
    elif chosen is ANNOTATION:
        body = orjson.dumps(web_annotation(orjson.loads(body), inquiry, public_url(request)))
    elif chosen is RECEIPT:
        body = await receipt(request, inquiry, body)
    return web.Response(
        body=body,
        headers={"Content-Type": chosen.content_type, "Vary": "Accept", "Cache-Control": "private, no-cache"},
    )
