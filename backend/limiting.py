"""Requests beyond what one may ask are refused, before they cost anything.

The fields `RateLimit` and `RateLimit-Policy` are those of the IETF's draft (draft-ietf-httpapi-ratelimit-headers): the
burst and the seconds in which it is had again; what is left of it, and the seconds until none is missing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import hdrs, web

from backend.client_address import TrustedProxies, neighbourhood
from backend.keys import CALLER
from backend.problems import Problem
from backend.rate import Limiter, Rate, Standing

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Limits:
    """`limiter` is None where nothing is limited. `costs`: what a request costs before anything is known of it, by
    method and path as routes have it; 0 is not counted. What is not listed costs one, addresses that nobody serves
    too."""

    rate: Rate
    limiter: Limiter | None
    proxies: TrustedProxies
    costs: dict[tuple[str, str], int]


LIMITS: Final = web.AppKey("limits", Limits)
STANDING: Final = web.RequestKey("standing", Standing)


@web.middleware
async def keep_to_the_rate(request: web.Request, handler: Handler) -> web.StreamResponse:
    resource = request.match_info.route.resource
    method = "GET" if request.method == hdrs.METH_HEAD else request.method
    cost = request.app[LIMITS].costs.get((method, resource.canonical if resource else ""), 1)
    if cost:
        await charge(request, cost)
    return await handler(request)


async def charge(request: web.Request, cost: int) -> None:
    """Count `cost` requests more of whoever sent this one, as soon as it is known how much it asks for: one for each
    quotation, say. Raises `Problem` `rate_limited` where they may not have that now."""
    limits = request.app[LIMITS]
    if limits.limiter is None or cost < 1:
        return
    standing = await limits.limiter.take(caller(request), cost)
    request[STANDING] = standing
    if not standing.served:
        raise Problem(
            "rate_limited",
            f"More than {limits.rate.a_minute} requests a minute, or {limits.rate.burst} at once, are not served to "
            f"one who asks. Ask again in {standing.retry_after} s.",
            retry_after=standing.retry_after,
        )


def caller(request: web.Request) -> str:
    """Who is counted as one: a key, wherever it is used; else the address that asks."""
    noted = request.get(CALLER)
    if noted is not None and noted.key_id is not None:
        return f"key:{noted.key_id}"
    return "address:" + neighbourhood(request.app[LIMITS].proxies.client(request))


async def add_rate_headers(request: web.Request, response: web.StreamResponse) -> None:
    standing = request.get(STANDING)
    if standing is not None:
        rate = request.app[LIMITS].rate
        response.headers["RateLimit-Policy"] = f'"requests";q={rate.burst};w={rate.window}'
        response.headers["RateLimit"] = f'"requests";r={standing.remaining};t={standing.full_after}'
