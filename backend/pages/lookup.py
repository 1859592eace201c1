"""`/`: a form to look a quotation up with, and the answer below it."""

from __future__ import annotations

import orjson
from aiohttp import web

from backend.api.lookup import QUERY_POINTERS
from backend.codes.verdicts import VERDICTS
from backend.keys import LOOKUPS, TEMPLATES
from backend.pages import html
from backend.problems import Problem
from backend.requests import LookupQuery, checked_query, input_problem
from quotes.errors import InputError
from quotes.verdict.policy import POLICIES

_FIELDS = ("quote", "speaker", "date", "published", "policy")


async def page(request: web.Request) -> web.Response:
    """What was asked stays in the form, also where it cannot be asked; the problem then stands beside its field."""
    values: dict[str, object] = {
        "form": {name: request.query.get(name, "") for name in _FIELDS},
        "answer": None,
        "problem": None,
        "errors": {},
        "verdicts": VERDICTS,
        "policies": POLICIES.values(),
    }
    status = 200
    if "quote" in request.query:
        try:
            values["answer"] = await _answer(request)
        except Problem as problem:
            status = problem.kind.status
            values["problem"] = problem.document()
            values["errors"] = {error.pointer.removeprefix("/"): error.detail for error in problem.errors}
    return html(request.app[TEMPLATES].get_template("lookup.html"), values, status=status)


async def _answer(request: web.Request) -> object:
    asked = checked_query(LookupQuery, request)
    try:
        return orjson.loads(await request.app[LOOKUPS].answer(asked.inquiry()))
    except InputError as error:
        raise input_problem(error, QUERY_POINTERS) from None
