"""What every store of jobs does. One suite, run on SQLite and on Redis."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial

import pytest

from backend.ending import end
from backend.jobs.job import Claim, Decision, JobState, Outcome, Row
from backend.jobs.redis_store import RedisStore
from backend.jobs.sqlite_store import SqliteStore
from backend.jobs.store import Check, DecidedMeanwhile, JobStore, KeyUsed
from tests.jobs.conftest import CHECKOUT, SECONDS, MakeStore, new_job, until_over


def answered(claim: Claim) -> Outcome:
    rows: list[Row] = [
        {**unit, "verdict": "verbatim" if unit["row"] % 2 else "not_found", "error": None, "answer": {}}
        for unit in claim.chunk.units
    ]
    return Outcome(rows)


async def answer(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
    return answered(claim)


@asynccontextmanager
async def working(store: JobStore, check: Check = answer, name: str = "w") -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(store.work(check, name=name))
    yield task
    await end(task)


async def results(store: JobStore, job: str) -> list[int]:
    return [row["row"] for _, outcome in [found async for found in store.outcomes(job)] for row in outcome.rows]


async def test_a_job_is_found_as_it_was_sent(store: JobStore) -> None:
    job, made = await store.add(new_job(10, options={"policy": "strict", "name": "n"}))
    assert made
    found = await store.find(job.id)
    assert found == job
    assert (found.state, found.total, found.chunks, found.version) == (JobState.QUEUED, 10, 3, 1)
    assert (found.options.policy, found.options.name) == ("strict", "n")
    assert await store.find("nobody") is None
    assert await store.version("nobody") is None
    assert await results(store, job.id) == []
    numbers = await store.numbers()
    assert (numbers.jobs, numbers.waiting, numbers.rows) == ({"queued": 1}, 3, 0)


async def test_before_the_first_job_there_are_none(store: JobStore) -> None:
    assert await store.find("x") is None
    assert await store.cancel("x") is None
    assert await store.decide("x", "1", Decision.ACCEPT, "", None) is None
    assert (await store.numbers()).jobs == {}
    assert await store.webhooks_due() == []
    await store.sweep()
    await store.ping()


async def test_every_row_is_answered_once_and_counted(store: JobStore) -> None:
    job, _ = await store.add(new_job(11))
    async with working(store):
        done = await until_over(store, job.id)
    assert await results(store, job.id) == list(range(1, 12))
    assert (done.state, done.done, done.quotes, done.errors, done.chunks_done) == (JobState.DONE, 11, 11, 0, 3)
    assert done.verdicts == {"verbatim": 6, "not_found": 5}
    assert done.started is not None
    assert done.finished is not None
    assert done.created <= done.started <= done.finished
    assert done.expires is not None
    assert (await store.numbers()).rows == 11
    outcome = await store.outcome(job.id, 1)
    assert outcome is not None
    assert [row["row"] for row in outcome.rows] == [5, 6, 7, 8]
    assert await store.outcome(job.id, 9) is None


async def test_several_workers_share_a_job(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    seen: Counter[int] = Counter()
    names = set()

    def check(name: str) -> Check:
        async def call(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
            seen[claim.number] += 1
            names.add(name)
            await asyncio.sleep(0.02)
            return answered(claim)

        return call

    job, _ = await store.add(new_job(60, size=3))
    async with working(store, check("a"), "a"), working(other, check("b"), "b"):
        await until_over(store, job.id)
    assert seen == dict.fromkeys(range(20), 1)
    assert names == {"a", "b"}
    assert await results(store, job.id) == list(range(1, 61))


async def test_a_large_job_does_not_hold_up_a_small_one(store: JobStore) -> None:
    large, _ = await store.add(new_job(400, size=2))

    async def slowly(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        await asyncio.sleep(0.005)
        return answered(claim)

    async with working(store, slowly):
        small, _ = await store.add(new_job(2))
        await until_over(store, small.id)
        found = await store.find(large.id)
    assert found is not None
    assert found.done < 200


async def test_the_same_key_is_the_same_job(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    added = await asyncio.gather(*(place.add(new_job(key="k")) for place in (store, other) for _ in range(3)))
    assert len({job.id for job, _ in added}) == 1
    assert sum(made for _, made in added) == 1
    different = new_job(key="k")
    object.__setattr__(different, "fingerprint", "another")
    with pytest.raises(KeyUsed):
        await store.add(different)
    assert (await store.numbers()).jobs == {"queued": 1}


async def test_cancelling_stops_what_runs_and_keeps_what_was_found(make_store: MakeStore) -> None:
    store = make_store(lease=1.0)
    job, _ = await store.add(new_job(12))
    under_way, stopped_early = asyncio.Event(), asyncio.Event()

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        if claim.number == 0:
            return answered(claim)
        under_way.set()
        while True:
            if stopped():
                stopped_early.set()
                return None
            await asyncio.sleep(0.01)

    async with working(store, check), asyncio.timeout(SECONDS):
        await under_way.wait()
        cancelled = await store.cancel(job.id)
        assert cancelled is not None
        assert cancelled.state is JobState.CANCELLED
        await stopped_early.wait()
    again = await store.cancel(job.id)
    assert again == await store.find(job.id) == cancelled
    assert await results(store, job.id) == [1, 2, 3, 4]
    assert cancelled.done == 4


async def test_a_job_that_is_done_stays_done_when_cancelled(store: JobStore) -> None:
    job, _ = await store.add(new_job(2))
    async with working(store):
        done = await until_over(store, job.id)
    assert await store.cancel(job.id) == done


async def test_a_worker_that_is_stopped_gives_its_chunk_back(make_store: MakeStore) -> None:
    store = make_store(lease=60)
    job, _ = await store.add(new_job(4))
    under_way = asyncio.Event()

    async def hang(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        under_way.set()
        await asyncio.Event().wait()
        return None

    async with working(store, hang), asyncio.timeout(SECONDS):
        await under_way.wait()
    attempts = []

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        attempts.append((claim.attempt, claim.strikes))
        return answered(claim)

    async with working(make_store(lease=60), check):
        await until_over(store, job.id)
    assert attempts == [(1, {})]


async def test_a_check_that_raises_is_tried_again(store: JobStore) -> None:
    """What the archive's being away looks like: no fault of the row's."""
    job, _ = await store.add(new_job(4))
    calls = 0

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise RuntimeError("away")
        return answered(claim)

    async with asyncio.timeout(SECONDS):
        while (found := await store.find(job.id)) is not None and not found.state.over:
            with suppress(RuntimeError, TimeoutError):
                await asyncio.wait_for(store.work(check, name="w"), 0.5)
    assert await results(store, job.id) == [1, 2, 3, 4]


async def test_versions_rise_with_every_change(store: JobStore) -> None:
    job, _ = await store.add(new_job(12))
    versions = [job.version]

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        versions.append(await store.version(job.id) or 0)
        return answered(claim)

    async with working(store, check):
        done = await until_over(store, job.id)
    assert versions == sorted(set(versions))
    assert done.version > versions[-1]


async def test_decisions_are_kept_and_the_last_one_wins(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    job, _ = await store.add(new_job(4))
    first = await store.decide(job.id, "2", Decision.QUERY, "who said so?", None)
    assert first is not None
    assert first.version == 1
    await other.decide(job.id, "2", Decision.CORRECT, "«¿sí?» 引", "right words")
    await other.decide(job.id, "0.3", Decision.ACCEPT, "", "")
    kept = await store.decisions(job.id)
    assert set(kept) == {"2", "0.3"}
    assert (kept["2"].decision, kept["2"].note, kept["2"].text, kept["2"].version) == (
        Decision.CORRECT,
        "«¿sí?» 引",
        "right words",
        2,
    )
    assert kept["0.3"].text == ""
    assert first.at <= kept["2"].at


async def test_a_decision_is_taken_back_as_if_it_had_not_been(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    job, _ = await store.add(new_job(4))
    await store.decide(job.id, "2", Decision.QUERY, "who said so?", None)
    await other.undecide(job.id, "2")
    await other.undecide(job.id, "3")
    await other.undecide("x", "2")
    assert await store.decisions(job.id) == {}
    again = await store.decide(job.id, "2", Decision.ACCEPT, "", None)
    assert again is not None
    assert again.version == 1


async def test_a_decision_that_was_not_seen_is_not_replaced(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    job, _ = await store.add(new_job(4))
    decide = partial(store.decide, job.id, "2", Decision.ACCEPT, "", None)
    outcomes = await asyncio.gather(*(decide(seen=0) for _ in range(5)), return_exceptions=True)
    assert [type(one) for one in outcomes].count(DecidedMeanwhile) == 4
    await other.decide(job.id, "2", Decision.QUERY, "mine", None, seen=1)
    for late in (decide(seen=0), decide(seen=1), store.undecide(job.id, "2", seen=1)):
        with pytest.raises(DecidedMeanwhile) as told:
            await late
        assert told.value.held is not None
        assert (told.value.held.note, told.value.held.version) == ("mine", 2)
    await store.undecide(job.id, "2", seen=2)
    with pytest.raises(DecidedMeanwhile) as told:
        await decide(seen=2)
    assert told.value.held is None
    await store.undecide(job.id, "2", seen=0)
    assert await store.decisions(job.id) == {}


async def test_what_was_kept_long_enough_goes_with_all_that_belongs_to_it(make_store: MakeStore) -> None:
    store = make_store(keep=0.5)
    job, _ = await store.add(new_job(4, key="k"))
    unfinished, _ = await store.add(new_job(4))
    await store.decide(job.id, "1", Decision.ACCEPT, "", None)
    await store.cancel(job.id)
    async with asyncio.timeout(SECONDS):
        while await store.find(job.id) is not None:
            await asyncio.sleep(0.1)
            await store.sweep()
    assert await store.decisions(job.id) == {}
    assert await results(store, job.id) == []
    assert await store.find(unfinished.id) is not None
    await store.sweep()
    assert (await store.numbers()).jobs == {"queued": 1}


async def test_the_end_is_told_once_and_again_later_where_it_failed(make_store: MakeStore) -> None:
    store, other = make_store(), make_store()
    job, _ = await store.add(new_job(2, options={"webhook": "https://desk.example/hook"}))
    silent, _ = await store.add(new_job(2))
    assert await store.webhooks_due() == []
    async with working(store):
        await until_over(store, job.id)
        await until_over(store, silent.id)
    due = await asyncio.gather(store.webhooks_due(), other.webhooks_due())
    assert [job.id for found in due for job in found] == [job.id]
    await store.told(job.id, delivered=False, again=True)
    assert await store.webhooks_due() == [], "not before a pause"
    found = await store.find(job.id)
    assert found is not None
    assert found.webhook_state == "due"
    await store.told(job.id, delivered=True)
    found = await store.find(job.id)
    assert found is not None
    assert found.webhook_state == "delivered"


async def test_a_chunk_of_a_killed_worker_is_taken_over(make_store: MakeStore, place: str) -> None:
    """And the unit it was at has a strike, each time."""
    store = make_store(lease=1.0)
    job, _ = await store.add(new_job(4))
    assert [await killed_at_its_mark(place, store) for _ in range(2)] == ["1 {}", "2 {2: 1}"]
    seen = []

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        seen.append((claim.attempt, claim.strikes))
        return answered(claim)

    async with working(store, check), sweeping(store):
        await until_over(store, job.id)
    assert seen == [(3, {2: 2})]
    assert await results(store, job.id) == [1, 2, 3, 4]


async def test_a_chunk_that_is_finished_twice_counts_once(store: JobStore) -> None:
    """As by a worker that was silent too long, and then comes back."""
    job, _ = await store.add(new_job(8))
    kept: list[Claim] = []

    async def check(claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        kept.append(claim)
        return answered(claim)

    async with working(store, check):
        done = await until_over(store, job.id)
    for claim in kept:
        assert not await finish(store, claim)
    assert await store.find(job.id) == done
    assert await results(store, job.id) == list(range(1, 9))
    assert (await store.numbers()).rows == 8


async def finish(store: JobStore, claim: Claim) -> bool:
    if isinstance(store, RedisStore):
        return await store.finish(claim, answered(claim))
    assert isinstance(store, SqliteStore)
    return store._tables.finish(claim, answered(claim))


async def killed_at_its_mark(place: str, store: JobStore) -> str:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.jobs.lost_worker", "1.0", place), stdout=asyncio.subprocess.PIPE, cwd=CHECKOUT
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(SECONDS), sweeping(store):
            return (await process.stdout.readline()).decode().strip()
    finally:
        process.kill()
        await process.communicate()


@asynccontextmanager
async def sweeping(store: JobStore) -> AsyncIterator[None]:
    """As every worker's process does now and then."""

    async def sweep() -> None:
        while True:
            await store.sweep()
            await asyncio.sleep(0.2)

    task = asyncio.create_task(sweep())
    yield
    await end(task)
