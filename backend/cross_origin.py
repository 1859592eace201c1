"""What pages of other origins may do here: extensions that are allowed may read what `/v1` answers; web pages may read
nothing, and send nothing that leaves a trace.

Reading is CORS, as the Fetch standard has it: without its headers a browser keeps every answer from an extension,
problem documents too. Cookies are never let in: keys travel in `Authorization`. Sending is another matter: a form of
any page may post to a server on its reader's own machine, files too, with the key that the browser remembers
(`backend.same_site`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import hdrs, web

from backend.keys import ORIGINS
from backend.origins import EXTENSIONS
from backend.same_site import require_same_site

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_PATHS: Final = "/v1/"
_PRIVATE_NETWORK: Final = "Access-Control-Request-Private-Network"
_PREFLIGHT: Final[dict[str, str]] = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: "GET, POST, PUT, DELETE",
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "Authorization, Content-Type, Accept",
    # Seconds a browser may go on without asking again.
    hdrs.ACCESS_CONTROL_MAX_AGE: "600",
}
_SAFE: Final = (hdrs.METH_GET, hdrs.METH_HEAD, hdrs.METH_OPTIONS)
_READABLE: Final = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate"


@web.middleware
async def answer_preflight(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The question a browser asks before it sends what a form could not. Anybody else's goes on, and is told that
    OPTIONS is not served."""
    asked = request.headers
    preflight = request.method == hdrs.METH_OPTIONS and hdrs.ACCESS_CONTROL_REQUEST_METHOD in asked
    known = isinstance(request.match_info.http_exception, web.HTTPMethodNotAllowed)
    if not (preflight and known and _allowed(request)):
        return await handler(request)
    headers = _PREFLIGHT.copy()
    if asked.get(_PRIVATE_NETWORK) == "true":
        # A browser that holds loopback or an office network to be private wants to hear that this server knows.
        headers["Access-Control-Allow-Private-Network"] = "true"
    return web.Response(status=204, headers=headers)


@web.middleware
async def refuse_foreign_pages(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Extensions are no pages of a site; whatever else a browser sends here says where it comes from."""
    if request.method not in _SAFE and not request.headers.get(hdrs.ORIGIN, "").startswith(EXTENSIONS):
        require_same_site(request)
    return await handler(request)


async def add_cross_origin_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Every answer of `/v1` depends on who asks, whatever became of the request."""
    if not request.path.startswith(_PATHS):
        return
    vary = response.headers.get(hdrs.VARY)
    response.headers[hdrs.VARY] = f"{vary}, Origin" if vary else "Origin"
    if _allowed(request):
        response.headers[hdrs.ACCESS_CONTROL_ALLOW_ORIGIN] = request.headers[hdrs.ORIGIN]
        response.headers[hdrs.ACCESS_CONTROL_EXPOSE_HEADERS] = _READABLE


def _allowed(request: web.Request) -> bool:
    origins = request.headers.getall(hdrs.ORIGIN, ())
    return len(origins) == 1 and request.path.startswith(_PATHS) and request.app[ORIGINS].allow(origins[0])
