"""The process that keeps the archive up with its sources.

It runs beside the processes that serve and shares nothing with them but the data folder, so it can die, hang or be
turned away without one lookup noticing; what it reads they find by themselves.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import uvloop

from backend.metrics import CrawlMetrics
from backend.settings import Settings
from backend.stopping import told_to_stop
from backend.watching import Watch
from quotes.archive import Archive
from quotes.errors import ArchiveMissing
from quotes.fetch import Fetcher, Pace, user_agent
from quotes.ingest import catch_up
from quotes.sources import Source, source_named

log = logging.getLogger("onrecord.crawler")


class Crawler:
    """Watches the sources named in `settings.crawl`. Raises InputError where one of them is not registered, or where
    `settings.crawl_through` is no address."""

    def __init__(self, settings: Settings) -> None:
        self._fetchers: list[Fetcher] = []
        self._watches: list[Watch] = []
        metrics = CrawlMetrics()
        for together in sharing_hosts(crawled(settings), through=bool(settings.crawl_through)):
            fetcher = _fetcher(together, settings)
            self._fetchers.append(fetcher)
            for source in together:
                every = timedelta(minutes=settings.crawl_every or source.every)
                self._watches.append(Watch(settings.data, source, fetcher, every, metrics))

    def run(self, line: socket.socket) -> None:
        """Watch until `line` ends or SIGTERM comes. What is being read then is left for the next time; what was read is
        kept."""
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(self._run(line))

    async def _run(self, line: socket.socket) -> None:
        stop = told_to_stop(line)
        async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
            for fetcher in self._fetchers:
                await stack.enter_async_context(fetcher)
            watching = [tasks.create_task(watch.keep()) for watch in self._watches]
            line.send(b"r")
            await stop.wait()
            for task in watching:
                task.cancel()


def crawled(settings: Settings) -> list[Source]:
    """The sources to be watched. Raises InputError for an id that is not registered, with those that are."""
    named = dict.fromkeys(name.strip() for name in settings.crawl.split(","))
    return [source_named(name) for name in named if name]


def sharing_hosts(sources: Iterable[Source], *, through: bool) -> list[list[Source]]:
    """The sources in groups that must not ask at the same time, since one server answers for them all: those that have
    a host in common, directly or by way of others; `through` a gateway, all of them."""
    groups: list[list[Source]] = []
    for source in sources:
        near = [group for group in groups if through or any(_share_a_host(source, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), source])
    return groups


def _share_a_host(one: Source, other: Source) -> bool:
    def names(source: Source) -> Iterable[str]:
        return (name.replace("*", "any") for name in (*source.hosts, *source.mirrors, *source.aliases))

    return any(map(one.may_fetch, names(other))) or any(map(other.may_fetch, names(one)))


def _fetcher(together: Sequence[Source], settings: Settings) -> Fetcher:
    return Fetcher(
        hosts=lambda host: any(source.may_fetch(host) for source in together),
        pace=Pace(settings.crawl_pace or max(source.pace for source in together)),
        through=settings.crawl_through or None,
        user_agent=user_agent(settings.crawl_contact or None),
    )


def make_archive(data: Path) -> None:
    """Make the archive that is to be filled, where there is none: the processes that serve cannot start without."""
    try:
        with Archive.open(data, readonly=True) as archive:
            if archive.index_state() is not None:
                return
    except ArchiveMissing:
        pass
    with Archive.open(data, create=True) as archive:
        catch_up(archive)
