"""Crawling one source: its listings walked, its pages read, each kept as it came and entered as it stands.

Every page is finished before the next is asked for: its bytes are in the WARC, its transcript and how it stands are
committed together. So a crawl may be killed at any moment, and the next one goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from quotes.archive import Archive, LedgerEntry, Outcome, Page, PageState, Poll, ReadResult, Saved, SourceCoverage
from quotes.errors import (
    ArchiveMissing,
    BadStatus,
    ChallengePage,
    FetchError,
    Forbidden,
    LoginPage,
    PageError,
    Unreachable,
)
from quotes.fetch import Fetcher
from quotes.ingest import moments
from quotes.ingest.entering import Entering, Trouble
from quotes.ingest.indexing import catch_up
from quotes.ingest.schedule import is_due, within
from quotes.ingest.walking import walk
from quotes.ingest.writing import writing
from quotes.sources import Source

# So many pages in a row that could not be had mean that the site is down or turns us away: going on would be rude.
_ENOUGH_FAILURES: Final = 5
# A site that asks whether we are human, or who we are, is not asked for another page.
_TURNED_AWAY: Final = frozenset({ChallengePage.code, LoginPage.code})
# Pages read again between two looks of a scheduler at a listing: some ten minutes' worth at the usual pace.
_AGAIN_AT_ONCE: Final = 200
# Transcripts read between two commits of the index, each of which takes some tenths of a second.
_INDEX_EVERY: Final = 25


@dataclass(slots=True)
class CrawlReport:
    """What a crawl came to. `listed` pages of the days asked for, `new` ones among them; then the pages read, by
    outcome. `stopped` says why it ended before all was read, None where it did not."""

    listed: int = 0
    new: int = 0
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    no_words: int = 0
    gone: int = 0
    troubles: list[Trouble] = field(default_factory=list)
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class CrawlProgress:
    """Told after every page and listing: how many pages of how many are done, and what was just read."""

    done: int
    whole: int
    page: Page | None = None
    saved: Saved | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Which pages to read: of the days `since` to `until`, both included. `reread`: also those that are not due to be
    read again. `patient`: failed ones only when they are due, as a scheduler wants it; a person who asks again means
    all of them. `listings`: addresses of listings, sitemaps or feeds to walk in place of the source's own."""

    since: date
    until: date
    reread: bool = False
    patient: bool = False
    listings: tuple[str, ...] = ()

    def wants(self, page: Page, now: datetime) -> bool:
        if page.state is PageState.LISTED:
            return within(page, self.since, self.until)
        if page.state is PageState.FAILED and not self.patient:
            return within(page, self.since, self.until)
        # A scheduler reads again whatever is due, however old: edits of last year's record are news too.
        return (self.patient or within(page, self.since, self.until)) and (self.reread or is_due(page, now))

    def in_turn(self, pages: Sequence[Page]) -> list[Page]:
        """New pages first, then those read again, then those that failed, each the latest day first. A scheduler reads
        only so many again before it looks at the listing once more: what is new does not wait behind a backlog."""
        new = [page for page in pages if page.state is PageState.LISTED]
        failed = [page for page in pages if page.state is PageState.FAILED]
        again = [page for page in pages if page.state not in {PageState.LISTED, PageState.FAILED}]
        return [*new, *(again[:_AGAIN_AT_ONCE] if self.patient else again), *failed]


class Crawl:
    """One crawl of `source` into the archive in `data`, which is made where there is none."""

    def __init__(
        self,
        data: Path,
        source: Source,
        fetcher: Fetcher,
        *,
        progress: Callable[[CrawlProgress], None] = lambda done: None,
        clock: Callable[[], datetime] = moments.now,
    ) -> None:
        self._data = data
        self._source = source
        self._fetcher = fetcher
        self._progress = progress
        self._now = clock
        self._entering = Entering(data, source, clock)
        self._failures = 0

    async def run(self, span: Span, *, next_poll: timedelta | None = None) -> CrawlReport:
        """Walk the listings, then read what `span` wants, newest first. `next_poll`: when the listing is looked at
        next, noted for whoever asks. Pages that cannot be read are in the report, and so is why it stopped early."""
        report = CrawlReport()
        complete = await self._walk(span, report, next_poll)
        if (complete or report.listed) and not report.stopped:
            await self._read_all(span, report)
        return report

    async def preview(self, span: Span) -> list[Page]:
        """The pages `run` would fetch; the listings are fetched, and nothing is kept. Raises PageError, FetchError."""
        known = {page.url: page for page in self._known()}
        listed: dict[str, Page] = {}
        async for walked in walk(self._source, self._fetcher, span.since, span.until, span.listings):
            if isinstance(walked.listing, PageError):
                raise walked.listing
            for entry in walked.listing.entries:
                listed.setdefault(entry.url, Page(entry.url, self._source.id, entry.title, entry.day))
        now = self._now()
        return [page for page in {**listed, **known}.values() if span.wants(page, now)]

    def _known(self) -> list[Page]:
        try:
            with Archive.open(self._data, readonly=True) as archive:
                return archive.pages(self._source.id)
        except ArchiveMissing:
            return []

    async def _walk(self, span: Span, report: CrawlReport, next_poll: timedelta | None) -> bool:
        """Whether the listings were read to the end."""
        days: set[date] = set()
        problem: str | None = None
        try:
            async for walked in walk(self._source, self._fetcher, span.since, span.until, span.listings):
                if isinstance(walked.listing, PageError):
                    problem = walked.listing.message
                    async with writing(self._data):
                        kept = self._entering.keep(walked.response)
                    self._troubled(Trouble(walked.response.url, walked.listing.code, problem, kept), report)
                    continue
                at = moments.stamp(self._now())
                pages = [
                    Page(entry.url, self._source.id, entry.title, entry.day, listed_at=at)
                    for entry in walked.listing.entries
                ]
                async with writing(self._data) as archive:
                    report.new += archive.note_listed(self._source.id, pages)
                report.listed += sum(1 for page in pages if within(page, span.since, span.until))
                days.update(page.day for page in pages if page.day)
                self._progress(CrawlProgress(0, 0))
        except FetchError as error:
            async with writing(self._data):
                trouble = self._entering.trouble(error)
            problem = trouble.message
            self._troubled(trouble, report)
        now = self._now()
        poll = Poll(
            self._source.id,
            moments.stamp(now),
            report.listed,
            problem,
            moments.stamp(now + next_poll) if next_poll else None,
        )
        quiet = [] if problem else self._quiet_days(span, days, now)
        async with writing(self._data) as archive:
            archive.note_poll(poll, quiet)
        if problem and not report.listed:
            report.stopped = report.stopped or problem
        return problem is None

    def _quiet_days(self, span: Span, listed: set[date], now: datetime) -> list[LedgerEntry]:
        """The days looked at on which nothing is listed. Today is not over, and before the oldest entry a listing may
        simply end."""
        first = max(span.since, min(listed, default=span.until))
        last = min(span.until, now.date() - timedelta(days=2))
        days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        known = {day.day for source in self._coverage() if source.source == self._source.id for day in source.days}
        at = moments.stamp(now)
        return [
            LedgerEntry(self._source.id, day, ReadResult.NOTHING_PUBLISHED, 0, None, at)
            for day in days
            if day not in listed and day not in known
        ]

    def _coverage(self) -> Sequence[SourceCoverage]:
        try:
            with Archive.open(self._data, readonly=True) as archive:
                return archive.coverage()
        except ArchiveMissing:
            return ()

    async def _read_all(self, span: Span, report: CrawlReport) -> None:
        now = self._now()
        wanted = span.in_turn([page for page in self._known() if span.wants(page, now)])
        unindexed = 0
        for done, page in enumerate(wanted, start=1):
            saved = await self._read(page, report)
            unindexed += saved is not None and saved.outcome is not Outcome.UNCHANGED
            if unindexed >= _INDEX_EVERY:
                await self._index()
                unindexed = 0
            self._progress(CrawlProgress(done, len(wanted), page, saved))
            if report.stopped:
                break
        if self._is_behind():
            await self._index()

    def _is_behind(self) -> bool:
        """Whether the index lacks something, be it left over from a crawl that was killed."""
        try:
            with Archive.open(self._data, readonly=True) as archive:
                state = archive.index_state()
                return state is None or archive.generation() > state.watermark
        except ArchiveMissing:
            return False

    async def _index(self) -> None:
        async with writing(self._data) as archive:
            catch_up(archive)

    async def _read(self, page: Page, report: CrawlReport) -> Saved | None:
        try:
            response = await self._fetcher.get(page.url, etag=page.etag, last_modified=page.last_modified)
        except FetchError as error:
            await self._failed(page, error, report)
            return None
        self._failures = 0
        async with writing(self._data) as archive:
            saved, trouble = self._entering.answer(archive, page, response)
        if trouble is not None:
            self._troubled(trouble, report)
        elif response.gone:
            report.gone += 1
        elif saved is None:
            report.no_words += 1
        else:
            report.added += saved.outcome is Outcome.ADDED
            report.revised += saved.outcome is Outcome.REVISED
            report.unchanged += saved.outcome is Outcome.UNCHANGED
        return saved

    async def _failed(self, page: Page, error: FetchError, report: CrawlReport) -> None:
        async with writing(self._data) as archive:
            trouble = self._entering.failure(archive, page, error)
        self._troubled(trouble, report)
        if isinstance(error, BadStatus | Unreachable | Forbidden):
            self._failures += 1
        if self._failures >= _ENOUGH_FAILURES:
            report.stopped = f"{self._failures} pages in a row could not be had, the last because {error.message}"

    @staticmethod
    def _troubled(trouble: Trouble, report: CrawlReport) -> None:
        report.troubles.append(trouble)
        if trouble.code in _TURNED_AWAY:
            report.stopped = f"{trouble.message}; the rest is left for later"
