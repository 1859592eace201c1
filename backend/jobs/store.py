"""What keeps jobs, as the API and the workers see it. One behaviour suite runs on every implementation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from backend.jobs.job import Claim, Decision, Job, NewJob, Numbers, Outcome, RowDecision


class StoreUnavailable(Exception):
    """The store cannot be reached now. The message says what to look at."""


class KeyUsed(Exception):
    """The Idempotency-Key came with another request before."""


class DecidedMeanwhile(Exception):
    """Somebody decided, or took back what was decided, since it was looked at; `held` is what stands now."""

    def __init__(self, held: RowDecision | None) -> None:
        super().__init__("a decision that was not seen")
        self.held = held


@dataclass(frozen=True, slots=True)
class Limits:
    """`lease`: seconds without a sign of life after which a chunk is somebody else's; `keep`: seconds a finished job is
    kept."""

    lease: float = 15.0
    keep: float = 14 * 86400.0


# Checks a claimed chunk; None where it was told to stop first. The second argument tells whether it is still wanted.
Check = Callable[[Claim, Callable[[], bool]], Awaitable[Outcome | None]]


class JobStore(Protocol):
    """Any method may raise StoreUnavailable."""

    async def add(self, job: NewJob) -> tuple[Job, bool]:
        """Take a job in, whole or not at all; False where its key and fingerprint brought it before, and then that job.
        Raises KeyUsed."""

    async def find(self, job: str) -> Job | None:
        """None for one that never was, or whose time is over."""

    async def version(self, job: str) -> int | None:
        """`Job.version`, for who looks often."""

    async def cancel(self, job: str) -> Job | None:
        """Ends a job that is not over; one that is stays as it is."""

    def outcomes(self, job: str) -> AsyncIterator[tuple[int, Outcome]]:
        """The chunks that are done, in order, one at a time."""

    async def outcome(self, job: str, number: int) -> Outcome | None:
        """One chunk that is done."""

    async def decide(
        self, job: str, row: str, decision: Decision, note: str, text: str | None, *, seen: int | None = None
    ) -> RowDecision | None:
        """Keep what an editor decided. `seen`: the version it means to replace, 0 for none; without it the last one
        wins. None where there is no such job. Raises DecidedMeanwhile."""

    async def undecide(self, job: str, row: str, *, seen: int | None = None) -> None:
        """Take back what was decided, if anything was. Raises DecidedMeanwhile, as `decide` does."""

    async def decisions(self, job: str) -> dict[str, RowDecision]:
        """By row key."""

    async def numbers(self) -> Numbers: ...

    async def work(self, check: Check, *, name: str) -> None:
        """Claim chunks, check them and keep what comes of it, until cancelled. A chunk that is being checked then is
        given back."""

    async def mark(self, claim: Claim, unit: int) -> None:
        """Note that the process goes at this unit now: if it is lost, the next claim counts a strike against it."""

    async def webhooks_due(self) -> list[Job]:
        """Jobs that are over and whose end is to be told now, each to one caller: it is due again later, unless
        `told`."""

    async def told(self, job: str, delivered: bool, again: bool = False) -> None:
        """What came of telling: delivered, or failed and to be tried `again`."""

    async def sweep(self) -> None:
        """Drop the jobs whose time is over, and set right what a crash left half done."""

    async def ping(self) -> None:
        """Raises StoreUnavailable."""

    async def close(self) -> None: ...
