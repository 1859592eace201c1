"""When the page says the words were spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from dateutil import parser as dateutil_parser

from quotes.errors import BadDate

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES: Final = {
    name: number
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "lunes martes miércoles jueves viernes sábado domingo",
        "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
        "周一 周二 周三 周四 周五 周六 周日",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
    )
    for number, name in enumerate(names.split())
}
_RELATIVE: Final = {"today": 0, "yesterday": 1, "hoy": 0, "ayer": 1, "今天": 0, "昨天": 1}


@dataclass(frozen=True, slots=True)
class ClaimedDate:
    """`day` where the claim names one, else None with the `weekday` (0 is Monday) it names."""

    text: str
    day: date | None
    weekday: int | None

    def agrees(self, found: date) -> bool:
        return found == self.day if self.day is not None else found.weekday() == self.weekday


def read_claimed_date(text: str, published: date | None) -> ClaimedDate:
    """Read `2025-10-13`, `Oct. 13, 2025`, `13 October`, `Tuesday`, `yesterday`. A weekday is the last one up to the day
    of publication; a day without a year is the last such day. Raises BadDate for what is no date, and for a relative
    one when the page's date is not known."""
    word = re.sub(r"^(?:on|last|this|el|am|le)\s+", "", text.strip().casefold()).strip(".,")
    if word in _NAMES:
        weekday = _NAMES[word]
        day = published - timedelta(days=(published.weekday() - weekday) % 7) if published else None
        return ClaimedDate(text, day, weekday)
    if word in _RELATIVE:
        if published is None:
            raise BadDate(
                f"{text!r} means a day only beside the page's own date; send that as context.published",
                pointer="/claim/date",
            )
        day = published - timedelta(days=_RELATIVE[word])
        return ClaimedDate(text, day, day.weekday())
    day = _calendar_day(text, published)
    return ClaimedDate(text, day, day.weekday())


def _calendar_day(text: str, published: date | None) -> date:
    text = text.strip()
    try:
        if re.match(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text[:10])
        return _written(text, published)
    except (ValueError, OverflowError):
        raise BadDate(
            f"{text!r} is no date that can be read; write it as 2025-10-13, 13 October 2025 or a weekday",
            pointer="/claim/date",
        ) from None


def _written(text: str, published: date | None) -> date:
    if not re.search(r"\d", text) or not re.search(r"[A-Za-z]", text):
        raise ValueError(text)
    if re.search(r"\d{4}", text):
        return _in_year(text, published.year if published else 2000)
    if published is None:
        raise BadDate(
            f"{text!r} names no year, and the page's own date is not known; add the year or send context.published",
            pointer="/claim/date",
        )
    day = _in_year(text, published.year)
    return day if day <= published else _in_year(text, published.year - 1)


def _in_year(text: str, year: int) -> date:
    default = datetime(year, 1, 1, tzinfo=UTC)
    return dateutil_parser.parse(text, default=default).date()
