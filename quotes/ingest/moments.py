"""Moments as they are kept: ISO 8601 in UTC, to the second, ending in Z, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(kept: str) -> datetime:
    return datetime.fromisoformat(kept).astimezone(UTC)
