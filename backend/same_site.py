"""Forms that change something are taken from this site's own pages only.

Another site's page can make a reader's browser send a form here, and where people are let in by their address or by a
proxy's cookie, it would be sent in their name. Every browser says where a form comes from: by `Sec-Fetch-Site` over
HTTPS and on this machine, by `Origin` everywhere. What says neither is no browser, and has nobody's name to abuse.
`backend.cross_origin` asks this of whatever is not merely read, for the interface takes files from forms too.

Pages with such forms are sent with `Referrer-Policy: same-origin`, for under `no-referrer` a browser names no origin.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from backend.address import public_url
from backend.problems import Problem

FORM_HEADERS: Final = {"Referrer-Policy": "same-origin"}
_OURS: Final = frozenset({"same-origin", "none"})


def require_same_site(request: web.Request) -> None:
    """Raises Problem `cross_site`."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None:
        ours = site in _OURS
    elif origin is not None:
        ours = _host(origin) in {request.host.lower(), _host(public_url(request))}
    else:
        ours = True
    if not ours:
        raise Problem(
            "cross_site",
            f"This form was sent from {origin or 'another site'}; send it from a page of this server. Behind a proxy "
            "that names another host, the operator has to set the public address.",
        )


def _host(address: str) -> str:
    """Host and port as a Host header has them; what is no address is nobody's."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
