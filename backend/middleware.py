"""What every request goes through: problems become documents, answers are counted and carry the safe headers."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from time import perf_counter
from uuid import uuid4

from aiohttp import web

from backend.jobs.store import StoreUnavailable
from backend.keys import METRICS
from backend.negotiation import Format, choose
from backend.pages.problem import problem_page
from backend.problems import CONTENT_TYPE, KINDS, FieldError, Problem, code_of_status
from quotes.errors import FetchError, InputError, OnRecordError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = logging.getLogger("onrecord.server")

_PROBLEM_FORMATS = (Format(CONTENT_TYPE), Format("application/json"), Format("text/html"))

SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@web.middleware
async def answer_always(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The handler's response, or the problem it ended in; counted either way."""
    started = perf_counter()
    try:
        response = await handler(request)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the client gets a document that says so
        if isinstance(error, web.HTTPException) and error.status < 400:
            response = error
        else:
            response = _respond(request, _problem(request, error))
    resource = request.match_info.route.resource
    # Paths and methods nobody serves are counted as one: a label for each would let anybody fill the memory.
    method, route = (request.method, resource.canonical) if resource is not None else ("other", "other")
    request.app[METRICS].answered(method, route, response.status, perf_counter() - started)
    return response


async def add_safe_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Those of the site, beside what the response says of itself."""
    for name, value in SAFE_HEADERS.items():
        response.headers.setdefault(name, value)


def _problem(request: web.Request, error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case web.HTTPMethodNotAllowed():
            allowed = ", ".join(sorted(error.allowed_methods))
            return Problem(
                "method_not_allowed",
                f"{request.path} takes {allowed}, not {request.method}.",
                headers={"Allow": allowed},
            )
        case web.HTTPNotFound() | web.HTTPForbidden():
            return Problem("unknown_route", f"Nothing is served at {request.path}. The documentation is at /docs.")
        case web.HTTPException():
            return Problem(code_of_status(error.status), error.text or error.reason)
        case StoreUnavailable():
            log.error("%s %s: %s", request.method, request.path, error)
            return Problem("jobs_unavailable", str(error), retry_after=5)
        case InputError():
            return Problem(error.code, error.message, errors=[FieldError(error.pointer or "", error.message)])
        case OnRecordError() if error.code in KINDS:
            problem = Problem(error.code, error.message)
            if problem.kind.status >= 500 and not isinstance(error, FetchError):
                log.error("%s %s: %s", request.method, request.path, error.message)
            return problem
    instance = uuid4().urn
    log.error("%s %s failed, %s", request.method, request.path, instance, exc_info=error)
    return Problem("internal_error", "The server failed on this request. The fault is ours.", instance=instance)


def _respond(request: web.Request, problem: Problem) -> web.Response:
    accept = request.headers.get("Accept")
    chosen = choose(accept, _PROBLEM_FORMATS)
    if chosen is not None and chosen.media_type == "text/html" and not request.path.startswith("/v1/"):
        response = problem_page(request, problem)
    else:
        response = web.Response(status=problem.kind.status, body=problem.body(), content_type=CONTENT_TYPE)
    response.headers.update(problem.headers)
    response.headers["Cache-Control"] = "no-store"
    return response
