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
        "星期一 星期二 星期三 星期四 星期五 星期六 星期天",
        "礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 礼拜天",
        "周一 周二 周三 周四 周五 周六 周日",
        "周一 周二 周三 周四 周五 周六 周天",
        "週一 週二 週三 週四 週五 週六 週日",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "montag dienstag mittwoch donnerstag freitag sonnabend sonntag",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
    )
    for number, name in enumerate(names.split())
}
_RELATIVE: Final = {
    **dict.fromkeys(
        ["this morning", "this afternoon", "this evening", *"tonight today hoy heute aujourd'hui 今天 今日".split()], 0
    ),
    **dict.fromkeys(["last night", *"yesterday ayer anoche hier gestern 昨天 昨日".split()], 1),
}
_MONTHS: Final = {
    name: number
    for names in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber märz april mai juni juli august setiembre oktober november dezember",
    )
    for number, name in enumerate(names.split(), 1)
}
# `13 de octubre de 2025`, `1er octobre`, `13. Oktober`, `13 October`: English months are left to dateutil.
_NAMED_MONTH: Final = re.compile(
    r"(?P<day>\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?(?P<month>[^\W\d_]+)(?:\s+(?:del?\s+)?(?P<year>\d{4}))?"
)
# A bare `13日` is the last thirteenth up to the day of publication.
_CHINESE: Final = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[日号]")
# `2025/10/13`, `13.10.2025`, `13/10/25`, `10-13-2025`, as spreadsheets write days, with a time or without.
_NUMERIC: Final = re.compile(
    r"(?P<first>\d{4}|\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{4}|\d{1,2})\.?"
    r"(?:[ T]\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?)?"
)
# `13-Oct-25`, as an English spreadsheet writes a day by itself.
_SHORT: Final = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d\d)")


@dataclass(frozen=True, slots=True)
class ClaimedDate:
    """`day` where the claim names one, else None with the `weekday` (0 is Monday) it names."""

    text: str
    day: date | None
    weekday: int | None

    def agrees(self, found: date) -> bool:
        return found == self.day if self.day is not None else found.weekday() == self.weekday


def read_claimed_date(text: str, published: date | None) -> ClaimedDate:
    """Read `2025-10-13`, `Oct. 13, 2025`, `13 October`, `Tuesday`, `yesterday`, and the like in Spanish, French,
    German and Chinese, and days in numbers where day and month can be told apart. A weekday is the last one up to the
    day of publication; a day without a year is the last such day. Raises BadDate for what is no date, and for a
    relative one when the page's date is not known."""
    word = text.strip().casefold().strip(".,").replace("’", "'")
    if word not in _RELATIVE:
        word = re.sub(r"^(?:on|last|this|el|este|am|le|ce)\s+", "", word)
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


def month_first(text: str) -> bool | None:
    """Whether the month comes first in a day written in numbers, as in 10/13/2025; None where it does not tell."""
    found = _NUMERIC.fullmatch(text.strip())
    if found is None or found["mark"] == "." or len(found["first"]) == 4:
        return None
    first, second = int(found["first"]), int(found["second"])
    return None if (first > 12) == (second > 12) else second > 12


def numeric_day(text: str, *, month_comes_first: bool | None = None) -> date | None:
    """The day that is written in numbers alone, in any order that tells which is which; None for other text.
    `month_comes_first` is for 10/11/2025, which does not. Raises BadDate for that, and ValueError for no day."""
    found = _NUMERIC.fullmatch(text.strip())
    if found is None:
        return None
    first, second, third = (int(found[name]) for name in ("first", "second", "third"))
    if len(found["first"]) == 4:
        return date(first, second, third)
    if len(found["third"]) == 1:
        raise ValueError(text)
    year = third if len(found["third"]) == 4 else 2000 + third
    told = False if found["mark"] == "." else month_first(text)
    if told is None:
        told = False if first == second else month_comes_first
    if told is None:
        one, other = date(year, second, first), date(year, first, second)
        raise BadDate(
            f"{text!r} may be {one.day} {one:%B} or {other.day} {other:%B}; write it as {one} or {other}",
            pointer="/claim/date",
        )
    return date(year, first, second) if told else date(year, second, first)


def _calendar_day(text: str, published: date | None) -> date:
    text = text.strip()
    try:
        if (day := numeric_day(text)) is not None:
            return day
        if short := _SHORT.fullmatch(text):
            text = f"{short[1]} {short[2]} 20{short[3]}"
        if re.match(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text[:10])
        if (parts := _parted(text)) is not None:
            return _of_parts(text, *parts, published)
        return _written(text, published)
    except (ValueError, OverflowError):
        raise BadDate(
            f"{text!r} is no date that can be read; write it as 2025-10-13, 13 October 2025 or a weekday",
            pointer="/claim/date",
        ) from None


def _parted(text: str) -> tuple[int | None, int | None, int] | None:
    """Year, month and day of a date in another language than English, what it does not name None."""
    bare = re.sub(r"^(?:on|el|am|le|den|du)\s+", "", text.casefold()).strip(" ,")
    if found := _CHINESE.fullmatch(bare):
        return (
            int(found["year"]) if found["year"] else None,
            int(found["month"]) if found["month"] else None,
            int(found["day"]),
        )
    found = _NAMED_MONTH.fullmatch(bare)
    if found and (found["month"] in _MONTHS):
        return int(found["year"]) if found["year"] else None, _MONTHS[found["month"]], int(found["day"])
    return None


def _of_parts(text: str, year: int | None, month: int | None, day: int, published: date | None) -> date:
    if year is not None and month is not None:
        return date(year, month, day)
    if published is None:
        raise _no_year(text)
    if month is None:
        months = [published.year * 12 + published.month - 1 - back for back in range(12)]
    else:
        months = [(published.year - back) * 12 + month - 1 for back in range(5)]
    for number in months:
        try:
            found = date(number // 12, number % 12 + 1, day)
        except ValueError:
            continue
        if found <= published:
            return found
    raise ValueError(text)


def _no_year(text: str) -> BadDate:
    return BadDate(
        f"{text!r} names no year, and the page's own date is not known; add the year or send context.published",
        pointer="/claim/date",
    )


def _written(text: str, published: date | None) -> date:
    if not re.search(r"\d", text) or not re.search(r"[A-Za-z]", text):
        raise ValueError(text)
    if re.search(r"\d{4}", text):
        return _in_year(text, published.year if published else 2000)
    if published is None:
        raise _no_year(text)
    day = _in_year(text, published.year)
    return day if day <= published else _in_year(text, published.year - 1)


def _in_year(text: str, year: int) -> date:
    default = datetime(year, 1, 1, tzinfo=UTC)
    return dateutil_parser.parse(text, default=default).date()
