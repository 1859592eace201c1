"""Walking a source's listings, page by page, from the newest back."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from quotes.errors import NothingListed, PageError
from quotes.fetch import Fetcher
from quotes.html import decode
from quotes.model import Response
from quotes.sources import Listing, Source
from quotes.sources.listings import is_feed, is_sitemap, read_feed, read_sitemap
from quotes.sources.refusals import refuse
from quotes.sources.source import YEAR


@dataclass(frozen=True, slots=True)
class Walked:
    """One listing page: what the server sent, and what was read from it or why nothing was."""

    response: Response
    listing: Listing | PageError


async def walk(
    source: Source, fetcher: Fetcher, since: date, until: date, listings: Sequence[str] = ()
) -> AsyncIterator[Walked]:
    """The listing pages that may name pages from `since` to `until`: the source's own, or `listings` in their place.
    One that cannot be read is handed out with its error, and the walk goes on with the next listing. Raises FetchError
    where a page cannot be had."""
    seen: set[str] = set()
    for start in listings or source.listings:
        waiting = deque([start.replace(YEAR, str(until.year))])
        first = True
        while waiting:
            url = waiting.popleft()
            if url in seen:
                continue
            seen.add(url)
            response = await fetcher.get(url)
            try:
                listing = read(source, response, since, first=first)
            except PageError as error:
                yield Walked(response, error)
                continue
            yield Walked(response, listing)
            first = False
            waiting.extend(part.url for part in listing.parts if part.day is None or part.day >= since)
            days = [entry.day for entry in listing.entries if entry.day is not None]
            if listing.older and (not days or max(days) >= since) and source.may_fetch(urlsplit(listing.older).netloc):
                waiting.append(listing.older)


def read(source: Source, response: Response, since: date, *, first: bool) -> Listing:
    """The listing in `response`, a page or a sitemap or a feed, without what is no transcript of the source. Raises
    NothingListed, ChallengePage, LoginPage, TemplateChanged."""
    url = response.final_url
    if response.gone and not first:
        # Some sites say so where the last page of a listing is followed by none.
        return Listing(())
    if response.gone:
        raise NothingListed(
            f"the listing is gone ({response.status}); see where the site lists its transcripts now", url=url
        )
    text = decode(response.body, response.header("Content-Type"))
    refuse(text, url)
    sitemap = is_sitemap(text)
    reader = read_sitemap if sitemap else read_feed if is_feed(text) else source.read_listing
    listing = reader(text, url)
    own = tuple([entry for entry in listing.entries if source.owns(entry.url)])
    if first and not own and not listing.parts and not source.may_be_empty:
        found = f"{len(listing.entries)} addresses, none of them a transcript," if listing.entries else "nothing,"
        raise NothingListed(
            f"lists {found} where there are always some; the template has changed, and read_listing of {source.id} "
            "must be looked at",
            url=url,
        )
    if sitemap:
        # Its days say when a page last changed, not which day it is of: enough to leave out what is too old.
        own = tuple([replace(entry, day=None) for entry in own if entry.day is None or entry.day >= since])
    return Listing(own, listing.older, listing.parts)
