"""`onrecord crawl`: what it lists, shows beforehand, and how it ends. The whole of it is in tests/ingest."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest

from quotes.archive import Archive
from quotes.errors import ArchiveMissing
from quotes.sources import sources
from tests.cli.conftest import Run
from tests.fetch.site import Site, page
from tests.ingest.ministry import ROOT, Ministry, target
from tests.ingest.test_crawl_end_to_end import briefing

DAYS = ("--since", "2025-03-01", "--until", "2025-03-31")


@contextmanager
def served(*days: int) -> Iterator[Site]:
    """A ministry with a briefing on each of these days of March 2025, in a thread of its own."""
    ready, done = threading.Event(), threading.Event()
    site = Site()

    async def serve() -> None:
        async with site:
            ministry = Ministry(site)
            for day in days:
                ministry.publish(briefing(day))
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        assert ready.wait(10)
        yield site
    finally:
        done.set()
        thread.join()


def test_without_a_source_all_are_listed_and_the_unverified_marked(run: Run) -> None:
    machine = orjson.loads(run("crawl", "--json").stdout)
    assert [one["id"] for one in machine] == list(sources())
    person = run("crawl").stdout
    assert all(one.id in person for one in sources().values())
    assert person.count("unverified") == sum(not one.verified for one in sources().values()) > 0


def test_an_unknown_source_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("crawl", "nobody", data=tmp_path)
    assert result.exit_code == 2
    assert "there is no source 'nobody'; there are" in result.stderr


def test_a_dry_run_shows_what_would_be_fetched_and_keeps_nothing(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with served(3, 4) as site:
        flags = ("crawl", "mfa_china_zh", *DAYS, "--through", site.address(), "--pace", "0.001", "--dry-run")
        person, machine = run(*flags, data=data), orjson.loads(run(*flags, "--json", data=data).stdout)
        assert set(site.targets) == {target(ROOT)}
    assert "2 pages would be fetched" in person.stdout
    assert [one["url"] for one in machine] == [briefing(day).url for day in (4, 3)]
    with pytest.raises(ArchiveMissing):
        Archive.open(data, readonly=True)


def test_a_crawl_ends_with_0_and_its_words_can_be_looked_up(run: Run, tmp_path: Path) -> None:
    with served(3, 4) as site:
        flags = ("crawl", "mfa_china_zh", *DAYS, "--through", site.address(), "--pace", "0.001")
        first = run(*flags, data=tmp_path)
        second = run(*flags, data=tmp_path)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "2 added, 0 revised, 0 unchanged" in first.stdout
    assert "0 added, 0 revised, 0 unchanged" in second.stdout, "nothing is due again within the hour"
    found = run("lookup", briefing(4).exchanges[0][1], data=tmp_path)
    assert found.exit_code == 0
    assert "VERBATIM" in found.stdout


def test_a_site_that_cannot_be_read_at_all_ends_with_3(run: Run, tmp_path: Path) -> None:
    with served(3) as site:
        site.on(target(ROOT), page("<html><body>A new look!</body></html>"))
        result = run("crawl", "mfa_china_zh", *DAYS, "--through", site.address(), "--pace", "0.001", data=tmp_path)
    assert result.exit_code == 3
    told = " ".join(result.stderr.split())
    assert "lists nothing, where there are always some" in told
    assert "Kept at warc/mfa_china_zh/" in told
    assert told.count("lists nothing") == 1


def test_reparse_reads_again_what_is_kept(run: Run, tmp_path: Path) -> None:
    with served(3, 4) as site:
        run("crawl", "mfa_china_zh", *DAYS, "--through", site.address(), "--pace", "0.001", data=tmp_path)
    result = run("archive", "reparse", "--all", data=tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "0 transcripts read otherwise now" in result.stdout
    machine = orjson.loads(run("archive", "reparse", "--json", data=tmp_path).stdout)
    assert (machine["revised"], machine["problems"]) == (0, 0)
