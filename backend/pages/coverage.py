"""`/coverage`: what the archive holds, as its keeper looks at it every morning."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from aiohttp import web

from backend.api.archive import check_source
from backend.keys import CRAWLED, ENGINE, TEMPLATES
from backend.pages import calendar, html
from backend.requests import CalendarQuery, checked_query
from backend.standing import Holdings, SourceStanding, read_holdings
from quotes.archive import DayCoverage, DayStatus, SourceCoverage
from quotes.ingest import moments
from quotes.report import STATUS_WORDS, TO_LOOK_AT, day_sentence

# What a keeper looks at in the morning is recent; older years are a link away, and the page stays small.
_LATEST_YEARS: Final = 2
# Days and pages that are listed one by one; the API has them all.
_LISTED: Final = 60
_PROBLEMS: Final = 20
# A look that is this late does not come by itself any more.
_LATE: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year of a source that is not shown in full; `to_look_at` counts its days that somebody should."""

    year: int
    address: str
    to_look_at: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source as it is shown. `days` are those that need a look, latest first, `left_out` how many more there are;
    `overdue`: the look that was planned did not come."""

    standing: SourceStanding
    coverage: SourceCoverage | None
    address: str
    years: Sequence[calendar.Year]
    other_years: Sequence[YearLink]
    days: Sequence[tuple[DayCoverage, str]]
    left_out: int
    overdue: bool

    @property
    def to_look_at(self) -> int:
        return len(self.days) + self.left_out

    @property
    def troubled(self) -> bool:
        """Whether something asks for the keeper: a day, the listing, or a look that did not come."""
        return bool(self.to_look_at or self.overdue or (self.standing.look and self.standing.look.problem))


async def page(request: web.Request) -> web.Response:
    asked = checked_query(CalendarQuery, request)
    queue = request.app[ENGINE]
    now = moments.now()
    holdings = await queue.run(read_holdings, queue.engine.archive, request.app[CRAWLED], now)
    if asked.source is not None:
        check_source(asked.source, holdings.coverage)
    # Years of days are a lot to draw: beside the event loop, so that lookups go on.
    return await asyncio.to_thread(_render, request, holdings, asked, now)


def _render(request: web.Request, holdings: Holdings, asked: CalendarQuery, now: datetime) -> web.Response:
    views = [_view(standing, holdings.coverage.get(standing.id), asked, now) for standing in holdings.standings]
    known = [view for view in views if view.coverage or view.standing.crawled or view.standing.look]
    # What changes from day to day stands first: what this server reads, then what somebody read, then mere imports.
    known.sort(key=lambda view: (not view.standing.crawled, view.standing.look is None))
    if asked.source is not None:
        shown = [view for view in known if view.standing.id == asked.source]
    else:
        shown = [view for view in known if view.years or asked.year is None]
    values: dict[str, object] = {
        "asked": asked,
        "known": known,
        "shown": shown,
        "unread": [view.standing for view in views if view not in known],
        "statuses": [(status, STATUS_WORDS[status]) for status in DayStatus],
        "calendar": calendar,
        "now": now,
        "age": lambda at: age(moments.read(at), now),
        "problems_shown": _PROBLEMS,
    }
    return html(request.app[TEMPLATES].get_template("coverage.html"), values)


def _view(standing: SourceStanding, held: SourceCoverage | None, asked: CalendarQuery, now: datetime) -> SourceView:
    days = held.days if held else ()
    span = _years(days, now.year if standing.crawled else None)
    if asked.source not in {None, standing.id}:
        years: list[int] = []
    elif asked.year is not None:
        years = [year for year in span if year == asked.year]
    else:
        years = span if asked.source else span[:_LATEST_YEARS]
    needy = [day for day in reversed(days) if day.status in TO_LOOK_AT]
    look = standing.look
    planned = moments.read(look.next_at) if look and look.next_at else None
    return SourceView(
        standing=standing,
        coverage=held,
        address=_address(source=standing.id),
        years=[calendar.draw_year(year, days, held.gaps if held else (), now.date()) for year in years],
        other_years=[
            YearLink(year, _address(source=standing.id, year=year), sum(day.day.year == year for day in needy))
            for year in span
            if year not in years
        ],
        days=[(day, day_sentence(day)) for day in needy[:_LISTED]],
        left_out=max(0, len(needy) - _LISTED),
        overdue=standing.crawled and planned is not None and now - planned > _LATE,
    )


def _years(days: Sequence[DayCoverage], current: int | None) -> list[int]:
    """From the latest back to the earliest, also those in between of which nothing is known."""
    known = [day.day.year for day in days] + ([current] if current is not None else [])
    return list(range(max(known), min(known) - 1, -1)) if known else []


def _address(**query: object) -> str:
    return f"/coverage?{urlencode(query)}"


def age(moment: datetime, now: datetime) -> str:
    """`12 minutes ago`, `in 8 minutes`; of what is under a minute away, `just now` or `at any moment`."""
    seconds = (now - moment).total_seconds()
    size = abs(seconds)
    if size < 60:
        return "just now" if seconds >= 0 else "at any moment"
    unit, length = next((unit, length) for unit, length in _UNITS if size >= length)
    number = int(size // length)
    told = f"{number:,} {unit}{'' if number == 1 else 's'}"
    return f"{told} ago" if seconds >= 0 else f"in {told}"


_UNITS: Final = (("day", 86_400), ("hour", 3_600), ("minute", 60))
