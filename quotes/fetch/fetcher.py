"""Fetching a page: by leave of robots.txt, paced, retried, followed through its redirects, within limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from types import TracebackType
from typing import Final, Self

from quotes.errors import FetchError, TooManyRedirects
from quotes.fetch.addresses import Hop, Route, check, host
from quotes.fetch.clock import Clock
from quotes.fetch.exchange import Answer, Exchange
from quotes.fetch.limits import Limits
from quotes.fetch.pace import Pace, Turns
from quotes.fetch.retrying import Retrying, named, refused
from quotes.fetch.robots import Robots
from quotes.fetch.user_agent import USER_AGENT, product
from quotes.model import Response
from quotes.model.web import GONE

_DEFAULT_CLOCK: Final = Clock()
_DEFAULT_LIMITS: Final = Limits()
_DEFAULT_PACE: Final = Pace()


class Fetcher:
    """An async context manager; `get` may be called from many tasks at once.

    `hosts` says whether a host (in lower case, with its port where that is not the usual one) may be asked at all. One
    host is asked one thing at a time, at `pace`; a `through` gateway counts as the host, since it does the work.
    `through` is explained at `addresses.Route` (InputError for one that is no address), the User-Agent at `user_agent`.
    """

    def __init__(
        self,
        *,
        hosts: Callable[[str], bool],
        pace: Pace = _DEFAULT_PACE,
        limits: Limits = _DEFAULT_LIMITS,
        through: str | None = None,
        user_agent: str = USER_AGENT,
        clock: Clock = _DEFAULT_CLOCK,
    ) -> None:
        self._hosts = hosts
        self._pace = pace
        self._limits = limits
        self._clock = clock
        self._route = Route(through)
        self._exchange = Exchange(limits, user_agent)
        self._retrying = Retrying(limits, clock)
        self._turns = Turns(pace, clock)
        self._robots = Robots(self._get_unasked, product(user_agent), clock)

    async def __aenter__(self) -> Self:
        await self._exchange.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._exchange.__aexit__(kind, error, trace)

    async def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Response:
        """What the server answers: 2xx, 404 or 410, or 304 where `etag` or `last_modified` (as an earlier answer's
        headers gave them) say which version is held.

        Raises Forbidden, OffSite, TooManyRedirects, TooLarge, BadStatus (other refusals, and failures that do not
        pass) and Unreachable; each names `url` and says what to do."""
        # A validator belongs to what answered before. A date would fit any older page that a redirect now leads to, and
        # hide the change; an entity tag fits nothing else.
        everywhere = {"If-None-Match": etag} if etag else {}
        first = everywhere | ({"If-Modified-Since": last_modified} if last_modified else {})
        return await self._follow(url, first, everywhere, robots=True)

    async def _get_unasked(self, url: str) -> Response:
        return await self._follow(url, {}, {}, robots=False)

    async def _follow(self, url: str, first: dict[str, str], later: dict[str, str], *, robots: bool) -> Response:
        hop, headers = self._route.to(url), first
        seen: set[str] = set()
        while True:
            check(hop, self._hosts, url=url)
            if hop.asked in seen:
                raise TooManyRedirects(
                    f"its redirects lead in a circle, back to {hop.url}; see in a browser what the site wants",
                    url=url,
                )
            seen.add(hop.asked)
            crawl_delay = await self._robots.permit(hop.url, url=url) if robots else 0.0
            answer = await self._ask(hop, headers, crawl_delay, url)
            if answer.redirect is None:
                return self._response(answer, hop, url, conditional=bool(headers))
            if len(seen) > self._limits.redirects:
                raise TooManyRedirects(
                    f"more than {self._limits.redirects} redirects, the last from {hop.url} to {answer.redirect}; "
                    "see in a browser where they lead",
                    url=url,
                )
            hop, headers = self._route.onward(hop, answer.redirect), later

    async def _ask(self, hop: Hop, headers: dict[str, str], crawl_delay: float, url: str) -> Answer:
        """The turn is kept through the retries: a server in trouble is not asked for another page meanwhile."""
        name = host(hop.asked)
        async with self._turns.turn(name, crawl_delay):
            pause = self._pace.pause(crawl_delay, self._clock.chance())
            return await self._retrying(
                lambda: self._exchange.ask(hop.asked, headers, url=url), host=name, pause=pause, url=url
            )

    def _response(self, answer: Answer, hop: Hop, url: str, *, conditional: bool) -> Response:
        status = answer.status
        if not (200 <= status < 300 or status in GONE or (status == 304 and conditional)):
            raise _refused(answer, hop, url)
        now = self._clock.utc().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Response(url, hop.url, status, answer.headers, answer.body, now)


def _refused(answer: Answer, hop: Hop, url: str) -> FetchError:
    status = answer.status
    if status in {401, 403, 451}:
        remedy = "the site does not want to be read so; look at it in a browser, or ask its operator for leave"
    elif status < 400:
        remedy = "an answer that leads nowhere; look at the page in a browser"
    else:
        remedy = "look at the page in a browser, and correct the address"
    place = "" if hop.url == url else f" at {hop.url}"
    return refused(answer, f"the server answered {named(status)}{place}; {remedy}", url)
