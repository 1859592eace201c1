"""One chunk, checked unit by unit, so that whatever one unit does the others get their answers.

A unit that raises is answered `cannot_check` at once. One that takes its process with it (it crashes, or hangs and is
ended) leaves its chunk unfinished, which is then claimed again, and from the second time on each unit is marked in the
store before it is checked. So it is known which one was being checked when the process was lost; the third loss of a
chunk at the same unit sets that one aside, with its error, and the rest is done.
"""

from __future__ import annotations

import asyncio
import faulthandler
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

from backend.jobs.checking import Checker, failed
from backend.jobs.job import Claim, JobKind, Outcome, Row
from backend.jobs.store import JobStore
from quotes.errors import OnRecordError
from quotes.model import Response

P = ParamSpec("P")
T = TypeVar("T")

# Has the page at an address; raises OnRecordError where it cannot be had.
Fetch = Callable[[str], Awaitable[Response]]

# One loss may be the machine's, or a person's with `kill`; two at the same unit are the unit's.
STRIKES: Final = 2
# Units checked in one go, before the event loop is asked whether to go on.
_AT_ONCE: Final = 8


class ChunkWorker:
    """Checks chunks on `checker`, in a thread of its own. `seconds`: how long a unit may take before the process is
    ended (0: for ever), which works even where the interpreter hangs, and leaves a traceback in the log. `fetch` has
    the pages of articles that came as an address."""

    def __init__(self, checker: Checker, store: JobStore, *, seconds: float, fetch: Fetch | None = None) -> None:
        self._checker = checker
        self._store = store
        self._seconds = seconds
        self._fetch = fetch
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="checking")

    async def check(self, claim: Claim, stopped: Callable[[], bool]) -> Outcome | None:
        """What came of the chunk; None where it was `stopped` first. Raises `ARCHIVE_AWAY` errors."""
        careful = claim.attempt > 1
        step = 1 if careful else _AT_ONCE
        rows = []
        article = None
        await self._run(self._checker.refresh)
        for start in range(0, claim.chunk.size, step):
            if stopped():
                return None
            if claim.strikes.get(start, 0) >= STRIKES:
                lost = failed(claim.kind, claim.chunk.units[start], _set_aside(claim.strikes[start]))
                rows += lost.rows
                continue
            if careful:
                await self._store.mark(claim, start)
            for outcome in await self._outcomes(claim, start, start + step):
                rows += outcome.rows
                article = outcome.article
        return Outcome(rows, article)

    def close(self) -> None:
        self._thread.shutdown()

    async def _outcomes(self, claim: Claim, start: int, end: int) -> list[Outcome]:
        units = claim.chunk.units[start:end]
        if claim.kind is JobKind.ARTICLES:
            try:
                units = [await self._with_page(unit) for unit in units]
            except OnRecordError as error:
                # A chunk of articles is one article.
                return [failed(claim.kind, units[0], error.message)]
        return await self._run(self._some, claim, units)

    async def _with_page(self, unit: Row) -> Row:
        if self._fetch is None or "url" not in unit or not {"html", "text", "refused"}.isdisjoint(unit):
            return unit
        return {**unit, "page": await self._fetch(unit["url"])}

    def _some(self, claim: Claim, units: list[Row]) -> list[Outcome]:
        outcomes = []
        for unit in units:
            if self._seconds:
                faulthandler.dump_traceback_later(self._seconds, exit=True)
            try:
                outcomes.append(self._checker.check(claim.kind, unit, claim.chunk.neighbours, claim.options))
            finally:
                if self._seconds:
                    faulthandler.cancel_dump_traceback_later()
        return outcomes

    async def _run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: call(*args, **kwargs))


def _set_aside(strikes: int) -> str:
    return (
        f"the process that checked this was lost {strikes} times, crashed or out of time; it is set aside. "
        "The server's log says more; please report it"
    )
