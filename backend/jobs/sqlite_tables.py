"""The jobs of one machine in `jobs.sqlite3`, beside the archive: what is read and written, each in one transaction.

The processes that serve and those that work share the file and nothing else. It is made when the first job comes, so
that a data folder which only answers lookups stays as it is.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

import orjson

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
from backend.jobs.store import DecidedMeanwhile, KeyUsed, Limits, StoreUnavailable

FILE: Final = "jobs.sqlite3"
# Waits before a webhook is tried again: this, doubled each time, until it has failed so often.
WEBHOOK_PAUSE: Final = 10.0
WEBHOOK_TRIES: Final = 8
_BUSY_SECONDS: Final = 15
_SCHEMA: Final = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS jobs (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, options TEXT NOT NULL, total INTEGER NOT NULL,
    chunks INTEGER NOT NULL, created REAL NOT NULL, version INTEGER NOT NULL DEFAULT 1, done INTEGER NOT NULL DEFAULT 0,
    chunks_done INTEGER NOT NULL DEFAULT 0, quotes INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0,
    verdicts TEXT NOT NULL DEFAULT '{}', started REAL, finished REAL, expires REAL, problem TEXT, webhook_state TEXT,
    webhook_tries INTEGER NOT NULL DEFAULT 0, webhook_at REAL, key TEXT UNIQUE, fingerprint TEXT NOT NULL,
    served REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS chunks (
    job TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE, number INTEGER NOT NULL, size INTEGER NOT NULL,
    input BLOB, result BLOB, lease TEXT, until REAL NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
    mark INTEGER, strikes TEXT NOT NULL DEFAULT '{}', PRIMARY KEY (job, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS chunks_open ON chunks (job, until) WHERE result IS NULL;
CREATE TABLE IF NOT EXISTS decisions (
    job TEXT NOT NULL REFERENCES jobs ON DELETE CASCADE, row TEXT NOT NULL, decision TEXT NOT NULL, note TEXT NOT NULL,
    text TEXT, at REAL NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (job, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counted (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO counted VALUES ('rows', 0);
"""
_JOB: Final = (
    "id, kind, state, options, total, chunks, created, version, done, chunks_done, quotes, errors, verdicts, started, "
    "finished, expires, problem, webhook_state"
)


class JobTables:
    """One connection, for one thread at a time. Raises StoreUnavailable where the file cannot be used."""

    def __init__(self, data: Path, limits: Limits, clock: Callable[[], float] = time.time) -> None:
        self._file = data / FILE
        self._limits = limits
        self._now = clock
        self._connection: sqlite3.Connection | None = None

    def add(self, new: NewJob) -> tuple[Job, bool]:
        now = self._now()
        with self._writing(make=True) as db:
            if new.key is not None:
                held = db.execute("SELECT id, fingerprint FROM jobs WHERE key = ?", [new.key]).fetchone()
                if held is not None:
                    if held[1] != new.fingerprint:
                        raise KeyUsed(new.key)
                    return _required(_find(db, held[0])), False
            db.execute(
                "INSERT INTO jobs (id, kind, state, options, total, chunks, created, key, fingerprint, served) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    *(new.id, new.kind.value, JobState.QUEUED.value, orjson.dumps(new.options).decode(), new.total),
                    *(len(new.chunks), now, new.key, new.fingerprint, now),
                ],
            )
            db.executemany(
                "INSERT INTO chunks (job, number, size, input) VALUES (?, ?, ?, ?)",
                ((new.id, number, chunk.size, pack_chunk(chunk)) for number, chunk in enumerate(new.chunks)),
            )
            return _required(_find(db, new.id)), True

    def find(self, job: str) -> Job | None:
        with self._reading() as db:
            return None if db is None else _find(db, job)

    def version(self, job: str) -> int | None:
        with self._reading() as db:
            found = db and db.execute("SELECT version FROM jobs WHERE id = ?", [job]).fetchone()
            return found[0] if found else None

    def cancel(self, job: str) -> Job | None:
        if self.find(job) is None:
            return None
        with self._writing() as db:
            self._end(db, job, JobState.CANCELLED)
            return _find(db, job)

    def outcome(self, job: str, number: int) -> Outcome | None:
        with self._reading() as db:
            found = (
                db
                and db.execute(
                    "SELECT result FROM chunks WHERE job = ? AND number = ? AND result IS NOT NULL", [job, number]
                ).fetchone()
            )
            return unpack_outcome(found[0]) if found else None

    def outcome_after(self, job: str, number: int) -> tuple[int, Outcome] | None:
        """The first done chunk past `number`."""
        with self._reading() as db:
            found = (
                db
                and db.execute(
                    "SELECT number, result FROM chunks WHERE job = ? AND number > ? AND result IS NOT NULL "
                    "ORDER BY number LIMIT 1",
                    [job, number],
                ).fetchone()
            )
            return (found[0], unpack_outcome(found[1])) if found else None

    def decide(
        self, job: str, row: str, decision: Decision, note: str, text: str | None, seen: int | None
    ) -> RowDecision | None:
        if self.find(job) is None:
            return None
        with self._writing() as db:
            _require_seen(db, job, row, seen)
            db.execute(
                "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET "
                "decision = excluded.decision, note = excluded.note, text = excluded.text, at = excluded.at, "
                "version = version + 1",
                [job, row, decision.value, note, text, self._now()],
            )
            return _decisions(db, job, row)[row]

    def undecide(self, job: str, row: str, seen: int | None) -> None:
        if self.find(job) is not None:
            with self._writing() as db:
                _require_seen(db, job, row, seen)
                db.execute("DELETE FROM decisions WHERE job = ? AND row = ?", [job, row])

    def decisions(self, job: str) -> dict[str, RowDecision]:
        with self._reading() as db:
            return {} if db is None else _decisions(db, job)

    def numbers(self) -> Numbers:
        with self._reading() as db:
            if db is None:
                return Numbers({}, 0, 0)
            jobs = dict(db.execute("SELECT state, count(*) FROM jobs GROUP BY state").fetchall())
            waiting = db.execute(
                "SELECT coalesce(sum(chunks - chunks_done), 0) FROM jobs WHERE state IN ('queued', 'running')"
            ).fetchone()
            rows = db.execute("SELECT number FROM counted WHERE name = 'rows'").fetchone()
            return Numbers(jobs, waiting[0], rows[0])

    def claim(self) -> Claim | None:
        """A chunk that waits or whose lease has run out, of the job that was served longest ago: a small job does not
        wait for the end of a large one."""
        with self._reading() as db:
            if db is None or not db.execute("SELECT 1 FROM jobs WHERE state IN ('queued', 'running')").fetchone():
                return None
        now = self._now()
        with self._writing() as db:
            found = db.execute(
                "SELECT c.job, c.number, c.input, c.attempts, c.mark, c.strikes, j.kind, j.options FROM jobs j "
                "JOIN chunks c ON c.job = j.id AND c.number = (SELECT min(number) FROM chunks o "
                "WHERE o.job = j.id AND o.result IS NULL AND o.until < ?) "
                "WHERE j.state IN ('queued', 'running') ORDER BY j.served LIMIT 1",
                [now],
            ).fetchone()
            if found is None:
                return None
            job, number, packed, attempts, mark, kept, kind, options = found
            strikes = {int(unit): count for unit, count in orjson.loads(kept).items()}
            if mark is not None:
                strikes[mark] = strikes.get(mark, 0) + 1
            lease = token_hex(8)
            db.execute(
                "UPDATE chunks SET lease = ?, until = ?, attempts = attempts + 1, mark = NULL, strikes = ? "
                "WHERE job = ? AND number = ?",
                [lease, now + self._limits.lease, _numbered(strikes), job, number],
            )
            db.execute(
                "UPDATE jobs SET state = 'running', started = coalesce(started, ?), served = ?, "
                "version = version + (state = 'queued') WHERE id = ?",
                [now, now, job],
            )
        try:
            chunk = unpack_chunk(packed)
        except (ValueError, TypeError) as error:
            with self._writing() as db:
                self._end(db, job, JobState.FAILED, f"Chunk {number} of what was sent cannot be read: {error}.")
            return None
        return Claim(job, number, JobKind(kind), Options(**orjson.loads(options)), chunk, attempts + 1, strikes, lease)

    def renew(self, claim: Claim) -> bool:
        """Whether the claim still holds and the job is still wanted."""
        with self._writing() as db:
            held = db.execute(
                "UPDATE chunks SET until = ? WHERE job = ? AND number = ? AND lease = ? AND result IS NULL",
                [self._now() + self._limits.lease, claim.job, claim.number, claim.lease],
            )
            state = db.execute("SELECT state FROM jobs WHERE id = ?", [claim.job]).fetchone()
            return held.rowcount == 1 and state is not None and state[0] == JobState.RUNNING

    def mark(self, claim: Claim, unit: int) -> None:
        with self._writing() as db:
            db.execute(
                "UPDATE chunks SET mark = ? WHERE job = ? AND number = ? AND lease = ?",
                [unit, claim.job, claim.number, claim.lease],
            )

    def give_back(self, claim: Claim) -> None:
        """As if it had not been claimed."""
        with self._writing() as db:
            db.execute(
                "UPDATE chunks SET until = 0, lease = NULL, mark = NULL, attempts = attempts - 1 "
                "WHERE job = ? AND number = ? AND lease = ? AND result IS NULL",
                [claim.job, claim.number, claim.lease],
            )

    def finish(self, claim: Claim, outcome: Outcome) -> bool:
        """Keep what came of a chunk; False where it is there already or no longer wanted."""
        packed = pack_outcome(outcome)
        with self._writing() as db:
            kept = db.execute(
                "UPDATE chunks SET result = ?, input = NULL, lease = NULL, mark = NULL WHERE job = ? AND number = ? "
                "AND result IS NULL AND EXISTS (SELECT 1 FROM jobs WHERE id = job AND state = 'running')",
                [packed, claim.job, claim.number],
            )
            if not kept.rowcount:
                return False
            found = db.execute("SELECT verdicts FROM jobs WHERE id = ?", [claim.job]).fetchone()
            verdicts = orjson.loads(found[0])
            for verdict, count in outcome.verdicts().items():
                verdicts[verdict] = verdicts.get(verdict, 0) + count
            db.execute(
                "UPDATE jobs SET version = version + 1, chunks_done = chunks_done + 1, done = done + ?, "
                "quotes = quotes + ?, errors = errors + ?, verdicts = ? WHERE id = ?",
                [
                    *(claim.chunk.size, len(outcome.rows), outcome.errors()),
                    *(orjson.dumps(verdicts).decode(), claim.job),
                ],
            )
            db.execute("UPDATE counted SET number = number + ? WHERE name = 'rows'", [len(outcome.rows)])
            if db.execute("SELECT chunks = chunks_done FROM jobs WHERE id = ?", [claim.job]).fetchone()[0]:
                self._end(db, claim.job, JobState.DONE)
            return True

    def webhooks_due(self) -> list[Job]:
        with self._reading() as db:
            due = "webhook_state = 'due' AND webhook_at <= ?"
            if db is None or not db.execute(f"SELECT 1 FROM jobs WHERE {due}", [self._now()]).fetchone():  # noqa: S608
                return []
        with self._writing() as db:
            rows = db.execute(
                "UPDATE jobs SET webhook_at = ? + ? * (1 << webhook_tries), webhook_tries = webhook_tries + 1 "  # noqa: S608
                f"WHERE {due} RETURNING {_JOB}",
                [self._now(), WEBHOOK_PAUSE, self._now()],
            ).fetchall()
            return [_job(row) for row in rows]

    def told(self, job: str, delivered: bool, again: bool) -> None:
        with self._writing() as db:
            db.execute(
                "UPDATE jobs SET version = version + 1, webhook_state = CASE WHEN ? THEN 'delivered' "
                "WHEN ? AND webhook_tries < ? THEN 'due' ELSE 'failed' END WHERE id = ?",
                [delivered, again, WEBHOOK_TRIES, job],
            )

    def sweep(self) -> None:
        with self._reading() as db:
            if db is None or not db.execute("SELECT 1 FROM jobs WHERE expires < ?", [self._now()]).fetchone():
                return
        with self._writing() as db:
            db.execute("DELETE FROM jobs WHERE expires < ?", [self._now()])
        with self._reading() as db:
            # Else the file never gets smaller again. It is fetched, since each step frees one page.
            _ = db and db.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _end(self, db: sqlite3.Connection, job: str, state: JobState, problem: str | None = None) -> None:
        now = self._now()
        db.execute(
            "UPDATE jobs SET state = ?, finished = ?, expires = ?, version = version + 1, problem = ?, "
            "webhook_at = ?, webhook_state = CASE WHEN options ->> 'webhook' IS NULL THEN NULL ELSE 'due' END "
            "WHERE id = ? AND state IN ('queued', 'running')",
            [state.value, now, now + self._limits.keep, problem, now, job],
        )
        db.execute("UPDATE chunks SET input = NULL, lease = NULL WHERE job = ? AND result IS NULL", [job])

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """None where no job ever came."""
        with self._told():
            if self._connection is None and not self._file.exists():
                yield None
            else:
                yield self._open()

    @contextmanager
    def _writing(self, *, make: bool = False) -> Iterator[sqlite3.Connection]:
        with self._told():
            db = self._open(make=make)
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.rollback()
                raise
            db.commit()

    def _open(self, *, make: bool = False) -> sqlite3.Connection:
        if self._connection is None:
            mode = "rwc" if make else "rw"
            db = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode={mode}",
                uri=True,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                db.executescript(_SCHEMA)
                db.execute("PRAGMA synchronous = NORMAL")
                db.execute("PRAGMA foreign_keys = ON")
            except BaseException:
                db.close()
                raise
            self._connection = db
        return self._connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreUnavailable(
                f"The jobs in {self._file.name} of the data folder cannot be used: {error}. See that the folder can be "
                "written and has room."
            ) from error


def _find(db: sqlite3.Connection, job: str) -> Job | None:
    found = db.execute(f"SELECT {_JOB} FROM jobs WHERE id = ?", [job]).fetchone()  # noqa: S608 - our own columns
    return _job(found) if found else None


def _job(row: tuple[Any, ...]) -> Job:
    fields = dict(zip(_JOB.split(", "), row, strict=True))
    fields["kind"] = JobKind(fields["kind"])
    fields["state"] = JobState(fields["state"])
    fields["options"] = Options(**orjson.loads(fields["options"]))
    fields["verdicts"] = orjson.loads(fields["verdicts"])
    return Job(**fields)


def _required(job: Job | None) -> Job:
    assert job is not None
    return job


def _require_seen(db: sqlite3.Connection, job: str, row: str, seen: int | None) -> None:
    held = _decisions(db, job, row).get(row)
    if seen is not None and seen != (held.version if held else 0):
        raise DecidedMeanwhile(held)


def _decisions(db: sqlite3.Connection, job: str, row: str | None = None) -> dict[str, RowDecision]:
    rows = db.execute(
        "SELECT row, decision, note, text, at, version FROM decisions WHERE job = ? AND row = coalesce(?, row)",
        [job, row],
    )
    return {key: RowDecision(key, Decision(decision), *rest) for key, decision, *rest in rows}


def _numbered(strikes: dict[int, int]) -> str:
    return orjson.dumps({str(unit): count for unit, count in strikes.items()}).decode()
