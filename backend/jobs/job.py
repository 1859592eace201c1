"""What a job is: its chunks going in, its result rows coming out, and how it stands."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

Row = dict[str, Any]

_ROW_KEY: Final = re.compile(r"(?:(\d{1,9})\.)?(\d{1,9})")


class JobState(StrEnum):
    """`failed`: what was sent can no longer be read, so nothing more can be checked; what was found so far stays."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def over(self) -> bool:
        return self in (JobState.DONE, JobState.CANCELLED, JobState.FAILED)


class JobKind(StrEnum):
    """What is counted: `rows` of a file, or `articles`, each of which has result rows of its own."""

    ROWS = "rows"
    ARTICLES = "articles"


class Decision(StrEnum):
    """What an editor makes of a row: `accept` it as printed, `query` it with the writer, `correct` it."""

    ACCEPT = "accept"
    QUERY = "query"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class Options:
    """How the whole job is to be done. `limit`: matches in an answer; `webhook`: address that is told of the end;
    `name`: what the upload was called."""

    policy: str = "default"
    limit: int = 3
    webhook: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a job. `units` are its rows, or one article; `neighbours` the quotations of the same pages, which rows
    name by their places here; `size` counts the units."""

    units: list[Row]
    neighbours: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.units)


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job to be taken in. `fingerprint` tells the request from any other; `key` is its Idempotency-Key, if any."""

    kind: JobKind
    options: Options
    chunks: list[Chunk]
    fingerprint: str
    key: str | None = None
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))

    @property
    def total(self) -> int:
        return sum(chunk.size for chunk in self.chunks)


@dataclass(frozen=True, slots=True)
class Job:
    """How a job stands. `total`, `done` count rows or articles, by `kind`; `chunks`, `chunks_done` its pieces; `quotes`
    result rows so far, `verdicts` the same by verdict, `errors` those that could not be checked for an error. Times are
    seconds since 1970. `version` rises with every change. `webhook_state` is None, `due`, `delivered` or `failed`."""

    id: str
    kind: JobKind
    state: JobState
    options: Options
    total: int
    chunks: int
    created: float
    version: int = 1
    done: int = 0
    chunks_done: int = 0
    quotes: int = 0
    errors: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    started: float | None = None
    finished: float | None = None
    expires: float | None = None
    problem: str | None = None
    webhook_state: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A chunk somebody has undertaken to check. `attempt` counts from 1; `strikes` counts, by unit of the chunk, how
    often the process was lost over it; `lease` names this undertaking to the store."""

    job: str
    number: int
    kind: JobKind
    options: Options
    chunk: Chunk
    attempt: int
    strikes: dict[int, int] = field(default_factory=dict)
    lease: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a chunk: result rows in order, and for an article its whole answer."""

    rows: list[Row]
    article: Row | None = None

    def verdicts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row["verdict"]] = counts.get(row["verdict"], 0) + 1
        return counts

    def errors(self) -> int:
        return sum(row["error"] is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class RowDecision:
    """`row` is the row's key; `text` the corrected words; `at` seconds since 1970; `version` counts the changes."""

    row: str
    decision: Decision
    note: str
    text: str | None
    at: float
    version: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of all jobs held: how many by state, how many chunks wait, and how many rows were ever checked."""

    jobs: dict[str, int]
    waiting: int
    rows: int


def row_key(text: str) -> str | None:
    """The key of a row as it is kept: `17` for row 17, `2.5` for quotation 5 of article 2; None where it is no key."""
    found = _ROW_KEY.fullmatch(text)
    if found is None:
        return None
    return str(int(found[2])) if found[1] is None else f"{int(found[1])}.{int(found[2])}"


def moment(seconds: float | None) -> str | None:
    """Seconds since 1970 as ISO 8601."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
