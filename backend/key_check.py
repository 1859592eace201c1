"""Notes who asks, and asks for a key where keys are set. With none set everybody is served."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web

from backend.api_keys import KeyState
from backend.keys import API_KEYS, CALLER, OPEN_PATHS
from backend.problems import Problem

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def note_caller(request: web.Request, handler: Handler) -> web.StreamResponse:
    request[CALLER] = request.app[API_KEYS].judge(request.headers.get(hdrs.AUTHORIZATION))
    return await handler(request)


@web.middleware
async def ask_for_key(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What is not served at all is not asked for a key."""
    state = request[CALLER].state
    resource = request.match_info.route.resource
    guarded = resource is not None and resource.canonical not in request.app[OPEN_PATHS]
    if guarded and state in (KeyState.MISSING, KeyState.REFUSED):
        raise _unauthorized(request, state)
    return await handler(request)


def _unauthorized(request: web.Request, state: KeyState) -> Problem:
    if request.path.startswith("/v1/"):
        # Basic would have a browser ask the reader of some page for a password.
        challenge = 'Bearer realm="OnRecord"' + (', error="invalid_token"' if state is KeyState.REFUSED else "")
        remedy = "send one as `Authorization: Bearer KEY`"
    else:
        challenge = 'Basic realm="OnRecord: any name, and a key as the password", charset="UTF-8"'
        remedy = "sign in with any name and a key as the password"
    detail = "This server asks for a key" if state is KeyState.MISSING else "The key is none of this server's"
    return Problem("unauthorized", f"{detail}; {remedy}.", headers={hdrs.WWW_AUTHENTICATE: challenge})
