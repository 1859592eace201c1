"""One page fetched, or one message posted, for somebody who gives the address.

The address comes from outside, and this machine may stand in a network that its sender may not enter. So unlike the
crawler, which has its sources' hosts for a list, the visitor asks the public web and nothing else (`targets`).

robots.txt is not asked: it speaks to robots that find their way from page to page (RFC 9309). Here a person opens one
page that they name, as with a browser, and nothing is followed from it. The User-Agent says so, and a server that does
not want it can refuse.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC
from types import TracebackType
from typing import Final, Self

from quotes.errors import BadStatus, RefusedTarget, TooManyRedirects, Unreachable, WrongType
from quotes.fetch.addresses import Route
from quotes.fetch.clock import Clock
from quotes.fetch.exchange import Answer, Exchange, NoAnswer, Resolve
from quotes.fetch.limits import Limits
from quotes.fetch.retrying import named, refused
from quotes.fetch.targets import Targets
from quotes.fetch.user_agent import visiting_agent
from quotes.model import Response

# Pages in memory at a time; more wait, and their time counts.
_AT_ONCE: Final = 16
# A person waits. News pages have a tenth of the bytes, with what they are made of.
VISIT_LIMITS: Final = Limits(body=5 * 1024 * 1024, seconds=15.0, redirects=5, attempts=1)

HTML: Final = "text/html"
XHTML: Final = "application/xhtml+xml"
PLAIN: Final = "text/plain"
MARKDOWN: Final = "text/markdown"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Media types that an article may come as, each with what it is read as.
READ_AS: Final[Mapping[str, str]] = {
    **{kind: kind for kind in (HTML, XHTML, PLAIN, MARKDOWN, PDF, DOCX)},
    "text/x-markdown": MARKDOWN,
    "application/x-pdf": PDF,
}
_UNSAID: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_ACCEPT: Final = f"{HTML}, {XHTML}, {MARKDOWN};q=0.9, {PLAIN};q=0.9, {PDF};q=0.8, {DOCX};q=0.8"

_DEFAULT_CLOCK: Final = Clock()
_DEFAULT_TARGETS: Final = Targets()


class Visitor:
    """An async context manager; `get` and `post` may be called from many tasks at once. `limits.seconds` counts for
    all of a visit, redirects included; nothing is tried twice. `resolve` is for tests: it stands in for DNS."""

    def __init__(
        self,
        *,
        targets: Targets = _DEFAULT_TARGETS,
        limits: Limits = VISIT_LIMITS,
        contact: str | None = None,
        resolve: Resolve | None = None,
        clock: Clock = _DEFAULT_CLOCK,
    ) -> None:
        self._targets = targets
        self._limits = limits
        self._clock = clock
        self._route = Route(None)
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._exchange = Exchange(limits, visiting_agent(contact), targets=targets, resolve=resolve)

    async def __aenter__(self) -> Self:
        await self._exchange.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._exchange.__aexit__(kind, error, trace)

    async def get(self, url: str) -> Response:
        """The page at `url`, a 2xx answer that `media_type` knows. Raises RefusedTarget where it, or what it redirects
        to, is not on the public web; WrongType, TooLarge, TooManyRedirects, BadStatus and Unreachable; each names `url`
        and says what to do."""
        try:
            async with asyncio.timeout(self._limits.seconds), self._room:
                return await self._follow(url)
        except TimeoutError as error:
            raise Unreachable(
                f"no whole page within {self._limits.seconds:g} seconds; see whether it opens in a browser, "
                "and paste its text instead",
                url=url,
            ) from error

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send `body` to `url` once: the 2xx status that it was taken with. What is said beside that is not read, and
        redirects are not followed. Raises RefusedTarget, BadStatus (with the answer's headers) and Unreachable."""
        self._targets.check(url, url=url)
        try:
            async with asyncio.timeout(self._limits.seconds):
                answer = await self._exchange.ask(self._route.to(url).asked, dict(headers), url=url, post=body)
        except (TimeoutError, NoAnswer) as error:
            raise Unreachable(f"{str(error) or 'no answer in time'}; see whether its server is up", url=url) from error
        if not 200 <= answer.status < 300:
            remedy = "give the address it sends on to" if answer.redirect else "see what its server wants"
            raise refused(answer, f"the server answered {named(answer.status)}; {remedy}", url)
        return answer.status

    async def _follow(self, url: str) -> Response:
        hop = self._route.to(url)
        seen: set[str] = set()
        while True:
            self._targets.check(hop.url, url=url)
            if hop.url in seen or len(seen) > self._limits.redirects:
                way = "in a circle" if hop.url in seen else f"on more than {self._limits.redirects} times"
                raise TooManyRedirects(
                    f"its redirects lead {way}, the last to {hop.url}; open it in a browser, and give the address that "
                    "it ends at",
                    url=url,
                )
            seen.add(hop.url)
            answer = await self._ask(hop.url, url)
            if answer.redirect is None:
                return self._page(answer, hop.url, url)
            hop = self._route.onward(hop, answer.redirect)

    async def _ask(self, place: str, url: str) -> Answer:
        def admit(answer: Answer) -> None:
            if 200 <= answer.status < 300:
                _admit(answer, url)

        try:
            return await self._exchange.ask(place, {"Accept": _ACCEPT}, url=url, admit=admit)
        except NoAnswer as error:
            raise Unreachable(f"{error}; see whether it opens in a browser, and paste its text", url=url) from error
        except RefusedTarget as error:
            if place == url:
                raise
            raise RefusedTarget(f"redirects, and {error.message.removeprefix(f'{url}: ')}", url=url) from error

    def _page(self, answer: Answer, place: str, url: str) -> Response:
        if not 200 <= answer.status < 300:
            raise _turned_down(answer, url)
        now = self._clock.utc().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        response = Response(url, place, answer.status, answer.headers, answer.body, now)
        media_type(response)
        return response


def media_type(response: Response) -> str:
    """What an answer is read as, one of the values of `READ_AS`: as it says itself, and where it does not say, by its
    first bytes. Raises WrongType for anything else."""
    said = _said(response.header("content-type"))
    if said not in _UNSAID:
        if said not in READ_AS:
            raise _wrong_type(said, response.url)
        return READ_AS[said]
    body = response.body
    start = body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    if start.startswith(b"PK\x03\x04") and b"word/document.xml" in body:
        return DOCX
    if not said and start[:1] == b"<" and b"\0" not in start:
        return HTML
    raise _wrong_type(said or "no content type", response.url)


def _admit(answer: Answer, url: str) -> None:
    """Before the body is read: a film is not loaded to find that it is one."""
    said = _said(answer.header("content-type"))
    if said not in _UNSAID and said not in READ_AS:
        raise _wrong_type(said, url)


def _said(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()


def _wrong_type(said: str, url: str) -> WrongType:
    return WrongType(
        f"is {said[:100]}, and not HTML, plain text, Markdown, PDF or DOCX; give the address of the article itself, "
        "or paste its text",
        url=url,
    )


def _turned_down(answer: Answer, url: str) -> BadStatus:
    status = answer.status
    if status in {404, 410}:
        remedy = "correct the address, or paste the article's text"
    elif status < 500 or status == 503:
        remedy = "the site does not want to be read so; open the page in a browser, and paste its text"
    else:
        remedy = "try again later, or paste the article's text"
    return refused(answer, f"the server answered {named(status)}; {remedy}", url)
