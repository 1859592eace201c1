"""Days as titles and date lines print them: English, Spanish and Chinese months, and American figures."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero",
            "february feb febrero febuary",
            "march mar marzo",
            "april apr abril",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = r"(?P<month>[A-Za-z]{3,10})\.?"
_ORDINAL: Final = r"(?:st|nd|rd|th|°|º|\.o)?"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})\s*年\s*(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        # 13 de octubre de 2025, 1° de enero de 2024, 13 October 2025
        rf"(?<![\d/.])(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:del?\s+)?(?P<year>\d{{4}})\b",
        # October 13, 2025, and as hurried typists have it: October13,2025
        rf"\b{_MONTH}\s*(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*,\s*|\s+)(?P<year>\d{{4}})\b",
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        # American: month first; a year of two figures is of this century.
        r"(?<![\d/])(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])",
    )
)


def find_day(text: str) -> date | None:
    """The first day that `text` names in full; None where it names none."""
    days = find_days(text)
    return days[0] if days else None


def find_days(text: str) -> list[date]:
    """Every day that `text` names in full, in order."""
    found: dict[int, date] = {}
    for pattern in _PATTERNS:
        for place in pattern.finditer(text):
            day = _read(place.groupdict())
            if day is not None:
                found.setdefault(place.start(), day)
    return [found[start] for start in sorted(found)]


def _read(parts: dict[str, str | None]) -> date | None:
    name, number = parts.get("month"), parts.get("number")
    month = _MONTHS.get(name.lower()) if name else int(number or 0)
    year = int(parts["year"] or 0)
    try:
        return date(year + 2000 if year < 100 else year, month or 0, int(parts["day"] or 0))
    except ValueError:
        return None
