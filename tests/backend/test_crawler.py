"""`onrecord-server --crawl` against a site on loopback: what is published is found, and nothing that befalls the
crawler is felt by those who look something up."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from backend.crawler import crawled, sharing_hosts
from backend.settings import Settings
from quotes.archive import Archive
from quotes.errors import InputError
from quotes.sources import Source, sources
from tests.backend.running import SECONDS, RunningServer, running, start
from tests.fetch.site import Site
from tests.ingest.ministry import Briefing, Ministry, after, challenge, good

SOURCE = "mfa_china_zh"
TODAY = datetime.now(UTC).date()


def briefing(days_ago: int, answer: str) -> Briefing:
    return Briefing(TODAY - timedelta(days=days_ago), (("请介绍灯塔的情况。", answer),))


OLD = briefing(3, "北岸第七号灯塔将在本月重新点亮，费用由沿岸各镇共同承担。")
NEW = briefing(2, "港务局已经同渔民协会约定，新码头将在雨季之前完工。")


def flags(site: Site, *more: str) -> tuple[str, ...]:
    quick = ("--crawl-pace", "0.001", "--crawl-every", "0.001")
    return ("--processes", "1", "--crawl", SOURCE, "--crawl-through", site.address(), *quick, *more)


@pytest.fixture
async def ministry() -> AsyncIterator[Ministry]:
    async with Site() as site:
        ministry = Ministry(site)
        ministry.publish(OLD)
        yield ministry


async def found(server: RunningServer, quote: str) -> dict[str, Any]:
    """Look the words up until they are there: it is the server that has to see what the crawler read."""
    async with asyncio.timeout(SECONDS), aiohttp.ClientSession() as session:
        while True:
            async with session.post(f"{server.address}/v1/lookup", json={"quote": quote}) as response:
                answer: dict[str, Any] = await response.json()
                assert response.status == 200
            if answer["verdict"] == "verbatim":
                return answer


async def get(server: RunningServer, path: str) -> Any:
    async with aiohttp.ClientSession() as session, session.get(server.address + path) as response:
        assert response.status == 200
        return await (response.json() if response.content_type == "application/json" else response.text())


async def until(server: RunningServer, least: float, name: str, **labels: str) -> None:
    """Ask until the number is there: the crawler counts a look after all it led to can be looked up."""
    async with asyncio.timeout(SECONDS):
        while await metric(server, name, **labels) < least:
            pass


async def metric(server: RunningServer, name: str, **labels: str) -> float:
    wanted = "".join(f'(?=[^}}]*{label}="{value}")' for label, value in labels.items())
    line = re.search(rf"^{name}{{{wanted}[^}}]*}} (\S+)", await get(server, "/metrics"), re.MULTILINE)
    return float(line[1]) if line else 0.0


async def test_a_new_briefing_is_found(tmp_path: Path, ministry: Ministry) -> None:
    """From an empty folder on, with nothing imported."""
    async with running(tmp_path / "data", *flags(ministry.site)) as server:
        await found(server, OLD.exchanges[0][1])
        ministry.publish(NEW)
        answer = await found(server, NEW.exchanges[0][1])
        assert answer["matches"][0]["url"] == NEW.url
        await until(server, 2, "onrecord_crawl_looks_total", source=SOURCE, result="good")
        await until(server, 2, "onrecord_crawl_pages_total", source=SOURCE, result="added")
        now = datetime.now(UTC).timestamp()
        good_look = await metric(server, "onrecord_crawl_last_good_look_timestamp_seconds", source=SOURCE)
        assert now - SECONDS < good_look <= now
        assert await metric(server, "onrecord_crawl_next_look_timestamp_seconds", source=SOURCE) > now - SECONDS
        sources = {one["id"]: one for one in (await get(server, "/v1/sources"))["sources"]}
        assert sources[SOURCE]["crawled"]
        assert sources[SOURCE]["pages"]["read"] == 2
        assert sources[SOURCE]["look"]["problem"] is None
        assert await server.stop() == 0
    with Archive.open(tmp_path / "data") as archive:
        # Nothing was left half done: the writer's lock is free and the archive sound.
        assert archive.check() == []


async def test_a_crawler_that_is_killed_starts_again_and_serving_goes_on(tmp_path: Path, ministry: Ministry) -> None:
    async with running(tmp_path / "data", *flags(ministry.site)) as server:
        crawler = int((await server.logged(r"Crawler (\d+) is at work"))[1])
        await found(server, OLD.exchanges[0][1])
        os.kill(crawler, signal.SIGKILL)
        await server.logged(f"Crawler {crawler} ended with -9; another starts")
        ministry.publish(NEW)
        await found(server, NEW.exchanges[0][1])
        assert await server.stop() == 0


async def test_a_site_that_turns_the_crawler_away_is_left_alone(tmp_path: Path, ministry: Ministry) -> None:
    """The trouble is logged, kept and shown, and the wait for the next look doubled."""
    ministry.publish(NEW, challenge())
    async with running(tmp_path / "data", *flags(ministry.site, "--crawl-every", "30")) as server:
        await server.logged(rf"{SOURCE}: {NEW.url}: a challenge")
        await until(server, 1, "onrecord_crawl_looks_total", source=SOURCE, result="turned_away")
        (source,) = [one for one in (await get(server, "/v1/sources"))["sources"] if one["id"] == SOURCE]
        look = source["look"]
        wait = datetime.fromisoformat(look["next_at"]) - datetime.fromisoformat(look["at"])
        assert timedelta(minutes=53) < wait < timedelta(minutes=67)
        assert "challenge" in look["problem"]
        assert source["pages"]["failed"] == 1
        (coverage,) = (await get(server, f"/v1/coverage?source={SOURCE}"))["sources"]
        assert [problem["url"] for problem in coverage["problems"]] == [NEW.url]
        assert await metric(server, "onrecord_crawl_problems_total", source=SOURCE, code="challenge_page") == 1
        assert await server.stop() == 0


async def test_a_look_that_is_under_way_does_not_hold_up_the_end(tmp_path: Path, ministry: Ministry) -> None:
    arrived, release = asyncio.Event(), asyncio.Event()

    async def never(request: Any) -> Any:
        arrived.set()
        await release.wait()
        return await good(OLD)(request)

    ministry.serve(OLD, never)
    async with running(tmp_path / "data", *flags(ministry.site, "--grace", "20")) as server:
        async with asyncio.timeout(SECONDS):
            await arrived.wait()
        assert (await get(server, "/healthz"))["status"] == "ok"
        assert await server.stop() == 0
        log = await server.gone()
        assert not [line for line in log if "killed" in line or "Traceback" in line]
    release.set()


async def test_what_was_read_is_not_asked_for_again_after_a_restart(tmp_path: Path, ministry: Ministry) -> None:
    asked: list[str] = []
    ministry.serve(OLD, after(asked, "old", good(OLD)))
    for _ in range(2):
        async with running(tmp_path / "data", *flags(ministry.site)) as server:
            await until(server, 2, "onrecord_crawl_looks_total", source=SOURCE, result="good")
            assert await server.stop() == 0
    assert asked == ["old"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--crawl", "mfa_china_zh, nowhere"), "no source 'nowhere'; there are"),
        (("--crawl", "us_state", "--crawl-through", "gateway"), "'gateway' is no address"),
    ],
)
async def test_what_cannot_be_crawled_stops_the_start(tmp_path: Path, given: tuple[str, ...], told: str) -> None:
    process = await start(tmp_path, "--port", "0", *given)
    async with asyncio.timeout(SECONDS):
        output, log = await process.communicate()
    assert (process.returncode, output) == (2, b"")
    assert told in log.decode()
    assert "Traceback" not in log.decode()
    assert files_in(tmp_path) == []


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def test_sources_are_named_with_commas_and_once_each() -> None:
    named = crawled(Settings(crawl=" us_state,mfa_china_en ,us_state,"))
    assert [source.id for source in named] == ["us_state", "mfa_china_en"]
    with pytest.raises(InputError, match=", ".join(sources())):
        crawled(Settings(crawl="nobody"))


def test_sources_on_one_host_are_asked_in_turn() -> None:
    groups = sharing_hosts(sources().values(), through=False)
    together = [{source.id for source in group} for group in groups]
    assert {"mfa_china_en", "mfa_china_zh"} in together
    assert {"fed_speeches", "fed_press_conferences"} in together
    assert {"us_state"} in together
    for group in groups:
        for source in group:
            assert not [other.id for other in others(groups, group) if set(source.hosts) & set(other.hosts)]


def others(groups: list[list[Source]], group: list[Source]) -> list[Source]:
    return [source for other in groups if other is not group for source in other]


def test_through_a_gateway_all_are_asked_in_turn() -> None:
    (group,) = sharing_hosts(sources().values(), through=True)
    assert [source.id for source in group] == list(sources())
