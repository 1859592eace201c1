"""Watching one source: its listing is looked at every few minutes, what is new is read, what is due is read again.

How it stands is kept in the archive and nowhere else: when the next look is due, and how long the last wait was, which
is doubled for a site that turns us away. So a crawler that is started again goes on where the last one was, and does
not knock at once on a door that was just shut.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from backend.metrics import CrawlMetrics
from quotes.archive import Archive, Poll
from quotes.errors import ArchiveError, ArchiveMissing, ChallengePage, LoginPage, OnRecordError
from quotes.fetch import Fetcher
from quotes.ingest import Crawl, CrawlReport, Span, moments
from quotes.ingest.writing import writing
from quotes.sources import Source

log = logging.getLogger("onrecord.crawler")

# How far back the listing is read at each look: pages come late, some by a week; the wider, the more requests.
LOOK_BACK: Final = timedelta(days=14)
# A look comes by chance up to this share earlier or later, so that sources do not beat together.
_JITTER: Final = 0.1
# A site that turns us away may have its reasons for long, but not for good.
_LONGEST_WAIT: Final = timedelta(days=1)
# A trouble that goes on is told again after so long.
_TELL_AGAIN: Final = timedelta(days=1)
_TURNED_AWAY: Final = frozenset({ChallengePage.code, LoginPage.code})
_OUTCOMES: Final = ("added", "revised", "unchanged", "no_words", "gone")


class Watch:
    """Watches `source` into the archive in `data`, a look `every` so long. `clock` tells the time, with its zone;
    `chance` a number in [0, 1)."""

    def __init__(
        self,
        data: Path,
        source: Source,
        fetcher: Fetcher,
        every: timedelta,
        metrics: CrawlMetrics,
        *,
        clock: Callable[[], datetime] = moments.now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._data = data
        self._source = source
        self._crawl = Crawl(data, source, fetcher, clock=clock)
        self._every = every
        self._metrics = metrics
        self._now = clock
        self._chance = chance
        self._told: dict[str, datetime] = {}

    async def keep(self) -> None:
        """Look whenever a look is due, until cancelled. Whatever goes wrong is told, kept, and tried again."""
        due = self.first_look()
        while True:
            self._metrics.due(self._source.id, due)
            await asyncio.sleep((due - self._now()).total_seconds())
            due = await self.look()

    async def look(self) -> datetime:
        """Look at the listing once and read what is new or due; when the next look is."""
        at = self._now()
        waited = self._waited()
        today = at.date()
        unentered = None
        try:
            report = await self._crawl.run(Span(today - LOOK_BACK, today, patient=True), next_poll=self._every)
        except Exception as error:  # noqa: BLE001 - one source's trouble, of whatever kind, is not the others'
            report = CrawlReport(stopped=self._broken_off(error))
            unentered = Poll(self._source.id, moments.stamp(at), 0)
        codes = [trouble.code for trouble in report.troubles]
        turned_away = not _TURNED_AWAY.isdisjoint(codes)
        wait = max(min(2 * waited, _LONGEST_WAIT), self._every) if turned_away else self._every
        due = self._now() + wait * (1 + _JITTER * (2 * self._chance() - 1))
        poll = await self._note(unentered, report, due)
        result = "turned_away" if turned_away else "good" if poll and poll.problem is None else "failed"
        self._metrics.looked(self._source.id, result, at)
        self._metrics.read(self._source.id, {name: getattr(report, name) for name in _OUTCOMES}, codes)
        self._tell((trouble.code, trouble.message) for trouble in report.troubles)
        if report.added or report.revised:
            log.info("%s: %s added, %s revised.", self._source.id, report.added, report.revised)
        return due

    def _broken_off(self, error: Exception) -> str:
        if isinstance(error, OnRecordError):
            self._tell([(error.code, error.message)])
            return error.message
        message = f"reading it broke off ({type(error).__name__}: {error}); the fault is ours, please report it"
        self._tell([(type(error).__name__, message)], error)
        return message

    def first_look(self) -> datetime:
        """When the first look is: as the last one left it, if that had a problem; where all was well, no later than an
        interval from now; now, where there was none."""
        poll = self._poll()
        if poll is None or poll.next_at is None:
            return self._now()
        due = moments.read(poll.next_at)
        return due if poll.problem else min(due, self._now() + self._every)

    def _waited(self) -> timedelta:
        """How long the last look meant to wait for this one, where it had a problem."""
        poll = self._poll()
        if poll is None or poll.next_at is None or poll.problem is None:
            return self._every
        return moments.read(poll.next_at) - moments.read(poll.at)

    def _poll(self) -> Poll | None:
        try:
            with Archive.open(self._data, readonly=True) as archive:
                return archive.polls().get(self._source.id)
        except ArchiveMissing:
            return None
        except ArchiveError as error:
            self._tell([(error.code, error.message)])
            return None

    async def _note(self, unentered: Poll | None, report: CrawlReport, due: datetime) -> Poll | None:
        """Enter when the next look is and what ended this one early; `unentered` is this look, where it broke off
        before it was entered. None where the archive cannot be written."""
        try:
            async with writing(self._data) as archive:
                poll = unentered or archive.polls()[self._source.id]
                poll = replace(poll, problem=poll.problem or report.stopped, next_at=moments.stamp(due))
                archive.note_poll(poll)
        except ArchiveError as error:
            self._tell([(error.code, error.message)])
            return None
        return poll

    def _tell(self, troubles: Iterable[tuple[str, str]], error: Exception | None = None) -> None:
        """Log each kind of trouble once, and not at every look that meets it."""
        now = self._now()
        for kind, message in troubles:
            if kind not in self._told or now - self._told[kind] > _TELL_AGAIN:
                self._told[kind] = now
                log.warning("%s: %s", self._source.id, message, exc_info=error)
