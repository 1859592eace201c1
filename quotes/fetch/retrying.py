"""Asking again where the trouble may pass, with longer and longer waits, or as long as the server asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from quotes.errors import BadStatus, FetchError, Unreachable
from quotes.fetch.clock import Clock
from quotes.fetch.exchange import Answer, NoAnswer
from quotes.fetch.limits import Limits

_PASSING: Final = frozenset({429, 500, 502, 503, 504})
# The first wait, doubled each time: with five attempts a server has half a minute to come back, a crawl loses no more.
_FIRST_WAIT: Final = 2.0
_JITTER: Final = 0.5
# A server that names a longer time than this, in seconds, means "go away"; dates beyond it would run out of numbers.
_A_YEAR: Final = 366 * 24 * 3600.0


class Trouble(Exception):
    """`what` happened, with which `answer` (None: there was none); `wait` is how many seconds the server asked for."""

    def __init__(self, what: str, answer: Answer | None = None, wait: float = 0.0) -> None:
        super().__init__(what)
        self.what = what
        self.answer = answer
        self.wait = wait


class Retrying:
    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._away: dict[str, tuple[datetime, Trouble]] = {}

    async def __call__(self, ask: Callable[[], Awaitable[Answer]], *, host: str, pause: float, url: str) -> Answer:
        """The answer of the first attempt that gets one, which may be a refusal; `pause` is the least number of seconds
        between two. Raises, in the name of `url`, Unreachable or BadStatus when the trouble does not pass; a `host`
        that asked to be left alone for longer than the limit is not asked again until then."""
        if (away := self._away.get(host)) and self._clock.utc() < away[0]:
            raise _left_alone(away[1], away[0], url)

        async def attempt() -> Answer:
            try:
                answer = await ask()
            except NoAnswer as error:
                raise Trouble(str(error)) from error
            if answer.status not in _PASSING:
                return answer
            wait = seconds_asked_for(answer.header("retry-after"), self._clock.utc())
            raise Trouble(f"the server answered {named(answer.status)}", answer, wait)

        def wait(state: RetryCallState) -> float:
            trouble = state.outcome.exception() if state.outcome else None
            backoff = _FIRST_WAIT * 2.0 ** (state.attempt_number - 1) * (1 + _JITTER * self._clock.chance())
            return max(backoff, pause, trouble.wait if isinstance(trouble, Trouble) else 0)

        retrying = AsyncRetrying(
            sleep=self._clock.sleep,
            stop=stop_after_attempt(self._limits.attempts),
            wait=wait,
            retry=retry_if_exception(lambda it: isinstance(it, Trouble) and it.wait <= self._limits.longest_wait),
            reraise=True,
        )
        try:
            return await retrying(attempt)
        except Trouble as trouble:
            if trouble.wait > self._limits.longest_wait:
                until = self._clock.utc() + timedelta(seconds=trouble.wait)
                self._away[host] = until, trouble
                raise _left_alone(trouble, until, url) from trouble
            raise _given_up(trouble, int(retrying.statistics["attempt_number"]), url) from trouble


def _left_alone(trouble: Trouble, until: datetime, url: str) -> BadStatus:
    assert trouble.answer is not None
    back = until.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return refused(trouble.answer, f"{trouble.what} and asks not to be asked again before {back}; try again then", url)


def _given_up(trouble: Trouble, attempts: int, url: str) -> FetchError:
    message = f"{trouble.what}, asked {attempts} times; see whether the site is up, and try again later"
    return refused(trouble.answer, message, url) if trouble.answer else Unreachable(message, url=url)


def refused(answer: Answer, message: str, url: str) -> BadStatus:
    return BadStatus(message, url=url, status=answer.status, headers=answer.headers, body=answer.body)


def seconds_asked_for(retry_after: str | None, now: datetime) -> float:
    """What a Retry-After header, seconds or an HTTP date, asks for from `now` on; 0 for none that can be read."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), _A_YEAR)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    seconds = ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds()
    return min(max(0.0, seconds), _A_YEAR)


def named(status: int) -> str:
    """`503 Service Unavailable`."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
