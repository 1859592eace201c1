"""The store that the settings name."""

from __future__ import annotations

from backend.jobs.sqlite_store import SqliteStore
from backend.jobs.store import JobStore, Limits
from backend.settings import Settings

_DAY = 86_400.0


def open_store(settings: Settings) -> JobStore:
    """Opens nothing yet: a store that is away is noticed when it is asked."""
    limits = Limits(lease=settings.job_lease, keep=settings.job_keep * _DAY)
    if settings.redis_url:
        from backend.jobs.redis_store import RedisStore  # noqa: PLC0415 - half a second that most servers do not need

        return RedisStore(settings.redis_url, limits)
    return SqliteStore(settings.data, limits)
