"""The address people reach this server at, for links that leave it."""

from __future__ import annotations

from aiohttp import web

from backend.keys import SETTINGS


def public_url(request: web.Request) -> str:
    """Scheme and host without a closing slash: the `public_url` setting, else what the request was sent to."""
    return request.app[SETTINGS].public_url.rstrip("/") or str(request.url.origin())
