"""A whole crawl as a person runs it, of a site where everything goes wrong; `kill -9` included, and the day after."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from quotes import Engine, Inquiry, import_paths
from quotes.archive import Archive, DayStatus, PageState, ReadResult, WarcStore
from quotes.ingest import reparse
from quotes.model import Verdict
from tests.fetch.site import Site, held, page
from tests.ingest.ministry import Briefing, Ministry, challenge, good, in_charset

SECONDS = 60
PROJECT = Path(__file__).resolve().parents[2]


def briefing(day: int, *exchanges: tuple[str, str]) -> Briefing:
    """The briefing of that day of March 2025, in words of its own."""
    plain = (f"请介绍第{day}号灯塔的情况。", f"第{day}号灯塔将在本月{day}日重新点亮，费用由沿岸各镇共同承担。")
    return Briefing(date(2025, 3, day), (plain, *exchanges))


PLAIN = briefing(28)
CHANGING = briefing(27, ("渔业协定会推迟签署吗？", "我们不会推迟签署渔业协定，双方团队仍在日夜磋商。"))
CHANGED = replace(
    CHANGING,
    exchanges=(CHANGING.exchanges[0], ("渔业协定会推迟签署吗？", "我们会推迟签署渔业协定，双方团队仍在日夜磋商。")),
)
VANISHING = briefing(26, ("码头工人罢工何时结束？", "港务局已经同工会约定，罢工将在周五午夜结束。"))
BUSY = briefing(25)
FAILING = briefing(24)
SLOW = briefing(21)
LOST = briefing(20)
HUGE = briefing(19)
MISDECLARED = briefing(18)
OLD_CHARSET = briefing(17)
CHALLENGED = briefing(3)
READ = [PLAIN, CHANGING, VANISHING, BUSY, FAILING, SLOW, MISDECLARED, OLD_CHARSET]


def build(site: Site) -> tuple[Ministry, asyncio.Event, asyncio.Event]:
    """The site on the first day, and the events of its slow page: asked for, and let go."""
    ministry = Ministry(site)
    arrived, release = asyncio.Event(), asyncio.Event()
    ministry.publish(PLAIN)
    ministry.publish(CHANGING)
    ministry.publish(VANISHING)
    ministry.publish(BUSY, page("later", status=429, headers={"Retry-After": "1"}), good(BUSY))
    ministry.publish(FAILING, page("oops", status=500), good(FAILING))
    ministry.publish(SLOW, held(arrived, release, SLOW.html()))
    ministry.redirect_for_ever(LOST)
    ministry.publish(HUGE, site.endless(200 * 2**20))
    ministry.publish(MISDECLARED, in_charset(MISDECLARED, "utf-8", "gb2312"))
    ministry.publish(OLD_CHARSET, in_charset(OLD_CHARSET, "gb18030", "utf-8"))
    ministry.publish(CHALLENGED, challenge())
    return ministry, arrived, release


@dataclass
class Crawled:
    code: int
    pages: list[dict[str, Any]]
    report: dict[str, Any]


async def start(data: Path, site: Site, *flags: str) -> asyncio.subprocess.Process:
    command = "from quotes.cli import main; main(prog_name='onrecord')"
    span = "--since 2025-03-01 --until 2025-03-31 --pace 0.001 --json"
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", command, "--data", str(data), "crawl", "mfa_china_zh"),
        *(*span.split(), "--through", site.address(), *flags),
        cwd=PROJECT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def crawl(data: Path, site: Site, *flags: str) -> Crawled:
    process = await start(data, site, *flags)
    async with asyncio.timeout(SECONDS):
        output, errors = await process.communicate()
    events = [orjson.loads(line) for line in output.splitlines()]
    assert events, errors.decode()
    assert process.returncode is not None
    return Crawled(process.returncode, events[:-1], events[-1])


def contents(data: Path) -> dict[str, list[str]]:
    """Every transcript's title with the content of each of its revisions."""
    with Archive.open(data, readonly=True) as archive:
        return {
            header.title: [revision.content for revision in archive.revisions(header.id)]
            for header in archive.headers()
        }


def standing(data: Path) -> dict[date | None, tuple[PageState, int]]:
    with Archive.open(data, readonly=True) as archive:
        return {one.day: (one.state, one.failures) for one in archive.pages("mfa_china_zh")}


def is_sound(data: Path) -> bool:
    with Archive.open(data, readonly=True) as archive:
        return archive.check() == []


@pytest.mark.timeout(240)
async def test_a_crawl_killed_and_gone_on_with_and_again_the_next_day(tmp_path: Path) -> None:
    data, clean = tmp_path / "data", tmp_path / "clean"
    async with Site() as site:
        ministry, arrived, release = build(site)

        # Day one: killed while the slow page is on its way.
        process = await start(data, site)
        async with asyncio.timeout(SECONDS):
            await arrived.wait()
        process.send_signal(signal.SIGKILL)
        output, _ = await process.communicate()
        reported = [orjson.loads(line)["id"] for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
        assert process.returncode == -signal.SIGKILL
        assert len(reported) >= 4
        with Archive.open(data, readonly=True) as archive:
            assert {header.id for header in archive.headers()} >= set(reported), "reported, then lost"

        # Gone on with: what was read is not asked for again.
        before = len(site.seen)
        release.set()
        first = await crawl(data, site)
        asked = [one.target for one in site.seen[before:]]
        assert not any(PLAIN.url in target for target in asked)
        assert first.code == 1
        assert first.report["added"] + len(reported) == len(READ)
        assert {trouble["code"] for trouble in first.report["troubles"]} == {
            "too_many_redirects",
            "page_too_large",
            "challenge_page",
        }
        assert CHALLENGED.url in first.report["stopped"]
        assert site.sent < 100 * 2**20, "a body that large is not read to its end"
        (challenged,) = [one for one in first.report["troubles"] if one["code"] == "challenge_page"]
        assert b"Just a moment" in WarcStore(data).read(challenged["kept"]).body

        whole = await crawl(clean, site)
        assert whole.report["added"] == len(READ)
        assert contents(data) == contents(clean)
        assert contents(data).keys() == {one.title for one in READ}
        assert is_sound(data)
        with Archive.open(data, readonly=True) as archive:
            for one in (MISDECLARED, OLD_CHARSET):
                (header,) = [header for header in archive.headers() if header.title == one.title]
                assert [turn.text for turn in archive.transcript(header.id).turns] == list(one.exchanges[0])

        # Day two: one page says otherwise, one is gone, nothing else is new.
        ministry.serve(CHANGING, good(CHANGED))
        ministry.serve(VANISHING, page("no more", status=410))
        second = await crawl(data, site, "--reread")
        assert (second.report["added"], second.report["revised"], second.report["gone"]) == (0, 1, 1)
        assert second.report["unchanged"] == len(READ) - 2
        assert standing(data)[VANISHING.day] == (PageState.GONE, 0)

        # Once more, with nothing new at all.
        third = await crawl(data, site, "--reread")
        assert (third.report["added"], third.report["revised"], third.report["unchanged"]) == (0, 0, len(READ) - 1)
        held_then = contents(data)
        assert [len(revisions) for title, revisions in held_then.items() if title == CHANGING.title] == [2]
        assert is_sound(data)

        await crawl(clean, site, "--reread")
        assert contents(clean) == held_then
        assert {day: state for day, (state, _) in standing(clean).items()} == {
            day: state for day, (state, _) in standing(data).items()
        }

    with Engine.open(data) as engine:
        now = engine.lookup(Inquiry("我们会推迟签署渔业协定，双方团队仍在日夜磋商")).matches[0]
        then = engine.lookup(Inquiry("我们不会推迟签署渔业协定，双方团队仍在日夜磋商"))
        gone = engine.lookup(Inquiry("港务局已经同工会约定，罢工将在周五午夜结束"))
    assert now.removed is None
    assert then.verdict is Verdict.VERBATIM
    assert then.matches[0].removed is not None
    assert then.matches[0].removed.what == "text"
    assert gone.verdict is Verdict.VERBATIM
    assert gone.matches[0].removed is not None
    assert gone.matches[0].removed.what == "page"

    with Archive.open(data, readonly=True) as archive:
        (coverage,) = archive.coverage()
        days = {day.day: day for day in coverage.days}
        assert days[PLAIN.day].status is DayStatus.HELD
        assert days[LOST.day].status is DayStatus.FAILED
        assert days[date(2025, 3, 22)].status is DayStatus.NOTHING
        assert {problem.url for problem in coverage.problems} == {
            one.url for one in (LOST, HUGE, CHALLENGED, VANISHING)
        }
        tried = [entry.result for entry in archive.ledger("mfa_china_zh", limit=1000) if entry.url == CHANGING.url]
        assert tried == [ReadResult.UNCHANGED, ReadResult.FOUND, ReadResult.FOUND]

    await asyncio.to_thread(offline, data, tmp_path / "offline")


def offline(data: Path, elsewhere: Path) -> None:
    """From what was kept alone, everything can be read once more, here and in another archive."""
    before = contents(data)
    with Archive.open(data) as archive:
        assert [one for one in reparse(archive, everything=True) if one.problem] == []
    assert contents(data) == before
    import_paths(elsewhere, [data / "warc"])
    assert {title: revisions[-1] for title, revisions in contents(elsewhere).items()} == {
        title: revisions[-1] for title, revisions in before.items()
    }
