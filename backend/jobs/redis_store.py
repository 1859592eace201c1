"""`JobStore` on Redis: any number of workers on any number of machines.

SAQ hands out the chunks and takes those of dead workers back. Everything else of a job is kept here beside it, changed
in single steps, so that a chunk which is done twice counts once. Of each job only some chunks are in the queue at a
time: so jobs go forward side by side, and what a crash lost from the queue is put there again.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Coroutine
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

import orjson
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import RedisError
from saq.job import Job as Task

from backend.jobs import redis_scripts as scripts
from backend.jobs.chunk_queue import ChunkQueue
from backend.jobs.job import (
    Claim,
    Decision,
    Job,
    JobKind,
    JobState,
    NewJob,
    Numbers,
    Options,
    Outcome,
    RowDecision,
)
from backend.jobs.packing import pack_chunk, pack_outcome, unpack_chunk, unpack_outcome
from backend.jobs.sqlite_tables import WEBHOOK_PAUSE, WEBHOOK_TRIES
from backend.jobs.store import Check, DecidedMeanwhile, KeyUsed, Limits, StoreUnavailable

P = ParamSpec("P")
T = TypeVar("T")

QUEUE: Final = "onrecord"
_PREFIX: Final = "onrecord:"
# Chunks of a job in the queue at a time: enough that no worker waits for the next, and few, for the next job's sake.
_FEWEST_FED: Final = 8
# An upload that is broken off leaves its chunks; they go after so many seconds.
_ORPHANED: Final = 3600
# A signal to stop is not answered while a command is waited for, and Redis may be away: so neither takes long.
_CONNECT_SECONDS: Final = 2.0
_ANSWER_SECONDS: Final = 5.0
_COUNTS: Final = ("total", "chunks", "version", "done", "chunks_done", "quotes", "errors")
_TIMES: Final = ("created", "started", "finished", "expires")


def connect(url: str) -> Redis:
    """Connects when first used. A command is sent again once or twice where the connection broke: Redis restarts."""
    return Redis.from_url(
        url,
        socket_connect_timeout=_CONNECT_SECONDS,
        socket_timeout=_ANSWER_SECONDS,
        retry=Retry(ExponentialBackoff(cap=0.5, base=0.05), 2),
        health_check_interval=30,
    )


def _told(method: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    @wraps(method)
    async def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return await method(*args, **kwargs)
        except (RedisError, OSError, TimeoutError) as error:
            raise StoreUnavailable(
                f"Redis, which holds the jobs, cannot be reached now ({str(error) or type(error).__name__}). They wait "
                "and go on when it is back."
            ) from error

    return call


class RedisStore:
    """A `JobStore` in the Redis at `url`. `clock` tells seconds since 1970."""

    def __init__(self, url: str, limits: Limits, *, clock: Callable[[], float] = time.time) -> None:
        # redis-py types every command for its blocking client as well.
        self._redis: Any = connect(url)
        self._limits = limits
        self._now = clock
        self.queue = ChunkQueue(connect(url), name=QUEUE)

    @_told
    async def add(self, job: NewJob) -> tuple[Job, bool]:
        keys = _keys(job.id)
        if job.key is not None:
            keys.append(f"{_PREFIX}key:{job.key}")
            held = await self._redis.hget(keys[-1], "id")
            if held is not None:
                return await self._held(keys, job), False
        for start in range(0, len(job.chunks), 100):
            packed = {number: pack_chunk(job.chunks[number]) for number in range(len(job.chunks))[start : start + 100]}
            await self._redis.hset(keys[1], mapping=packed)
            await self._redis.expire(keys[1], _ORPHANED)
        fields: dict[str, Any] = {
            "id": job.id,
            "kind": job.kind.value,
            "state": JobState.QUEUED.value,
            "options": orjson.dumps(job.options),
            "total": job.total,
            "chunks": len(job.chunks),
            "created": self._now(),
            "version": 1,
        }
        if job.options.webhook is not None:
            fields["webhook"] = 1
        flat = [part for field in fields.items() for part in field]
        added = await self._run(scripts.ADD, keys, job.id, job.fingerprint, fields["created"], len(job.chunks), *flat)
        if added is None:
            raise StoreUnavailable(
                "Redis did not keep all of the job, so none of it is taken in. See that it has room."
            )
        if added.decode() != job.id:
            await self._redis.delete(keys[1])
            return await self._held(keys, job), False
        await self._feed(job.id)
        return await self._required(job.id), True

    async def _held(self, keys: list[str], job: NewJob) -> Job:
        """The job that has the key already."""
        identity, fingerprint = await self._redis.hmget(keys[-1], ["id", "fingerprint"])
        if fingerprint is None or fingerprint.decode() != job.fingerprint:
            raise KeyUsed(job.key)
        return await self._required(identity.decode())

    @_told
    async def find(self, job: str) -> Job | None:
        return await self._find(job)

    @_told
    async def version(self, job: str) -> int | None:
        found, expires = await self._redis.hmget(_keys(job)[0], ["version", "expires"])
        return None if found is None or self._ended(expires) else int(found)

    @_told
    async def cancel(self, job: str) -> Job | None:
        await self._end(job, JobState.CANCELLED)
        return await self._find(job)

    async def outcomes(self, job: str) -> AsyncIterator[tuple[int, Outcome]]:
        for number in await self._finished(job):
            found = await self.outcome(job, number)
            if found is not None:
                yield number, found

    @_told
    async def _finished(self, job: str) -> list[int]:
        return sorted(int(number) for number in await self._redis.hkeys(_keys(job)[2]))

    @_told
    async def outcome(self, job: str, number: int) -> Outcome | None:
        packed = await self._redis.hget(_keys(job)[2], str(number))
        return None if packed is None else unpack_outcome(packed)

    @_told
    async def decide(
        self, job: str, row: str, decision: Decision, note: str, text: str | None, *, seen: int | None = None
    ) -> RowDecision | None:
        now = self._now()
        texts = (text or "", int(text is not None))
        version = await self._run(scripts.DECIDE, _keys(job), _seen(seen), row, decision.value, note, *texts, repr(now))
        if isinstance(version, bytes):
            raise DecidedMeanwhile(_decision(row, version))
        return None if version is None else RowDecision(row, decision, note, text, now, version)

    @_told
    async def undecide(self, job: str, row: str, *, seen: int | None = None) -> None:
        held = await self._run(scripts.UNDECIDE, _keys(job), _seen(seen), row)
        if held is not None:
            raise DecidedMeanwhile(_decision(row, held))

    @_told
    async def decisions(self, job: str) -> dict[str, RowDecision]:
        kept = await self._redis.hgetall(_keys(job)[4])
        return {key.decode(): made for key, value in kept.items() if (made := _decision(key.decode(), value))}

    @_told
    async def numbers(self) -> Numbers:
        jobs: dict[str, int] = {}
        waiting = 0
        for identity in await self._redis.zrange(f"{_PREFIX}jobs", 0, -1):
            state, chunks, done = await self._redis.hmget(
                _keys(identity.decode())[0], ["state", "chunks", "chunks_done"]
            )
            if state is not None:
                name = state.decode()
                jobs[name] = jobs.get(name, 0) + 1
                waiting += 0 if JobState(name).over else int(chunks) - int(done or 0)
        return Numbers(jobs, waiting, int(await self._redis.get(f"{_PREFIX}rows") or 0))

    async def work(self, check: Check, *, name: str) -> None:
        # Loaded by who works, for SAQ's worker brings more than its queue does.
        from backend.jobs.redis_worker import work  # noqa: PLC0415

        await work(self, check, name, self._limits)

    @_told
    async def begin(self, job: str, number: int) -> Claim | None:
        """Undertake to check a chunk that the queue gave out; None where nobody wants it any more."""
        keys = _keys(job)
        packed = await self._redis.hget(keys[1], str(number))
        kind, options = await self._redis.hmget(keys[0], ["kind", "options"])
        begun = await self._run(scripts.BEGIN, keys, number, repr(self._now()))
        if begun is None or packed is None:
            return None
        try:
            chunk = unpack_chunk(packed)
        except (ValueError, TypeError) as error:
            await self._end(job, JobState.FAILED, f"Chunk {number} of what was sent cannot be read: {error}.")
            return None
        strikes = {int(unit): int(count) for unit, count in orjson.loads(begun[1]).items()}
        return Claim(job, number, JobKind(kind.decode()), Options(**orjson.loads(options)), chunk, begun[0], strikes)

    @_told
    async def wanted(self, job: str) -> bool:
        return bool(await self._redis.hget(_keys(job)[0], "state") == b"running")

    @_told
    async def mark(self, claim: Claim, unit: int) -> None:
        await self._redis.hset(_keys(claim.job)[3], f"m:{claim.number}", str(unit))

    @_told
    async def give_back(self, claim: Claim) -> None:
        tries = _keys(claim.job)[3]
        if await self._redis.hexists(tries, f"a:{claim.number}"):
            await self._redis.hincrby(tries, f"a:{claim.number}", -1)
            await self._redis.hdel(tries, f"m:{claim.number}")

    @_told
    async def finish(self, claim: Claim, outcome: Outcome) -> bool:
        """Keep what came of a chunk; False where it is there already or no longer wanted."""
        kept = await self._run(
            scripts.FINISH,
            [*_keys(claim.job), f"{_PREFIX}rows"],
            claim.number,
            pack_outcome(outcome),
            claim.chunk.size,
            len(outcome.rows),
            outcome.errors(),
            orjson.dumps(outcome.verdicts()),
            repr(self._now()),
            repr(self._limits.keep),
        )
        await self._feed(claim.job)
        return bool(kept)

    @_told
    async def webhooks_due(self) -> list[Job]:
        due = await self._run(scripts.DUE, _keys(""), repr(self._now()), WEBHOOK_PAUSE)
        found = [await self._find(identity.decode()) for identity in due]
        return [job for job in found if job is not None]

    @_told
    async def told(self, job: str, delivered: bool, again: bool = False) -> None:
        key = _keys(job)[0]
        tries = int(await self._redis.hget(key, "webhook_tries") or 0)
        again = again and not delivered and tries < WEBHOOK_TRIES
        if not again:
            await self._redis.zrem(f"{_PREFIX}webhooks", job)
        if await self._redis.exists(key):
            state = "delivered" if delivered else "due" if again else "failed"
            await self._redis.hset(key, "webhook_state", state)
            await self._redis.hincrby(key, "version", 1)

    @_told
    async def sweep(self) -> None:
        for identity in await self._redis.smembers(f"{_PREFIX}open"):
            await self._feed(identity.decode())
        await self._run(scripts.EXPIRE, _keys(""), repr(self._now()))

    @_told
    async def ping(self) -> None:
        await self._redis.ping()

    @_told
    async def workers(self) -> list[str]:
        """Names of the workers that gave a sign of life lately."""
        keys = await self._redis.zrangebyscore(f"saq:{QUEUE}:stats", int(self._now() * 1000), "inf")
        return [key.decode().rsplit(":", 1)[-1] for key in keys]

    @_told
    async def close(self) -> None:
        await self._redis.aclose()
        await self.queue.disconnect()

    async def _find(self, job: str) -> Job | None:
        kept = await self._redis.hgetall(_keys(job)[0])
        fields = {name.decode(): value for name, value in kept.items()}
        if "id" not in fields or self._ended(fields.get("expires")):
            return None
        verdicts = {name[2:]: int(value) for name, value in fields.items() if name.startswith("v:")}
        return Job(
            id=job,
            kind=JobKind(fields["kind"].decode()),
            state=JobState(fields["state"].decode()),
            options=Options(**orjson.loads(fields["options"])),
            verdicts=verdicts,
            **{name: int(fields.get(name, 0)) for name in _COUNTS},
            **{name: float(fields[name]) if name in fields else None for name in _TIMES},  # type: ignore[arg-type]
            problem=fields["problem"].decode() if "problem" in fields else None,
            webhook_state=fields["webhook_state"].decode() if "webhook_state" in fields else None,
        )

    def _ended(self, expires: bytes | None) -> bool:
        """Whether it was kept long enough; then it is dropped before long."""
        return expires is not None and float(expires) < self._now()

    async def _required(self, job: str) -> Job:
        found = await self._find(job)
        assert found is not None
        return found

    async def _end(self, job: str, state: JobState, problem: str = "") -> None:
        await self._run(scripts.END, _keys(job), state.value, repr(self._now()), repr(self._limits.keep), problem)

    async def _feed(self, job: str) -> None:
        """See that the queue holds what of the job should be in it. What is there already stays as it is."""
        workers = await self._redis.zcount(f"saq:{QUEUE}:stats", int(self._now() * 1000), "inf")
        for number in await self._run(scripts.FEED, _keys(job), max(_FEWEST_FED, 2 * workers)):
            await self.queue.enqueue(
                Task(
                    function="check",
                    kwargs={"job": job, "number": number},
                    key=f"{job}:{number}",
                    timeout=0,
                    heartbeat=max(1, round(self._limits.lease)),
                    retries=1_000_000,
                    ttl=-1,
                )
            )

    async def _run(self, script: str, keys: list[str], *args: Any) -> Any:
        return await self._redis.register_script(script)(keys=keys, args=args)


def _keys(job: str) -> list[str]:
    base = f"{_PREFIX}job:{job}"
    parts = [f"{base}:{part}" for part in ("input", "results", "tries", "decisions")]
    return [base, *parts, f"{_PREFIX}open", f"{_PREFIX}webhooks"]


def _seen(version: int | None) -> str:
    return "" if version is None else str(version)


def _decision(row: str, kept: bytes) -> RowDecision | None:
    """What is kept of a row; None for nothing."""
    if not kept:
        return None
    it = orjson.loads(kept)
    return RowDecision(row, Decision(it["decision"]), it["note"], it["text"], it["at"], it["version"])
