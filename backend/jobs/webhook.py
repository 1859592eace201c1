"""Telling an address that a job is over, as Standard Webhooks have it: the job's status, signed, until it is taken.

A target is any address somebody names, so it must not lead into our own network: `quotes.fetch.Visitor` connects to
public addresses only, and to those that the settings open, and follows no redirect.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import logging
import time
from types import TracebackType
from typing import Final, Self

import orjson

from backend.jobs.job import Job
from backend.jobs.status import job_json
from backend.jobs.store import JobStore
from backend.settings import Settings
from quotes.errors import BadStatus, FetchError, RefusedTarget
from quotes.fetch import Limits, Targets, Visitor

log = logging.getLogger("onrecord.jobs")

_LIMITS: Final = Limits(body=65_536, seconds=15.0, redirects=0, attempts=1)
_PREFIX: Final = "whsec_"
_GONE: Final = 410


class Webhooks:
    """Tells the ends of jobs that are due to be told. Raises InputError where `fetch_allow` cannot be read."""

    def __init__(self, settings: Settings, store: JobStore) -> None:
        self._settings = settings
        self._store = store
        self._visitor = Visitor(targets=Targets(settings.fetch_allow), limits=_LIMITS)

    async def __aenter__(self) -> Self:
        await self._visitor.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._visitor.__aexit__(kind, error, trace)

    async def tell(self) -> None:
        """Tell all that are due, once each."""
        for job in await self._store.webhooks_due():
            delivered, again = await self._post(job)
            await self._store.told(job.id, delivered, again)

    async def _post(self, job: Job) -> tuple[bool, bool]:
        """Whether it was taken, and else whether to try again."""
        assert job.options.webhook is not None
        body = orjson.dumps(job_json(job, self._settings.public_url.rstrip("/")))
        headers = {"Content-Type": "application/json"}
        headers |= signed(self._settings.webhook_secret, f"job_{job.id}", int(time.time()), body)
        try:
            await self._visitor.post(job.options.webhook, body, headers)
        except FetchError as error:
            log.warning("The end of job %s is not told: %s", job.id, error.message)
            gone = isinstance(error, BadStatus) and error.status == _GONE
            return False, not gone and not isinstance(error, RefusedTarget)
        return True, False


def signed(secret: str, identity: str, seconds: int, body: bytes) -> dict[str, str]:
    """The headers of Standard Webhooks; without a secret, all but the signature."""
    headers = {"webhook-id": identity, "webhook-timestamp": str(seconds)}
    if secret:
        content = f"{identity}.{seconds}.".encode() + body
        digest = hmac.new(secret_bytes(secret), content, hashlib.sha256).digest()
        headers["webhook-signature"] = "v1," + base64.b64encode(digest).decode()
    return headers


def secret_bytes(secret: str) -> bytes:
    """`whsec_` and base64, as Standard Webhooks write a secret; any other text counts as its UTF-8."""
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            pass
    return secret.encode()


def check_target(address: str, opened: str) -> None:
    """Raises RefusedTarget for an address that shows by its look that nothing is sent to it."""
    Targets(opened).check(address, url=address)
