"""`onrecord archive coverage`: what is held of each source, and a calendar of its last weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import click

from quotes.archive import Archive, DayStatus, SourceCoverage
from quotes.cli.output import count, paragraph, print_json, row
from quotes.errors import BadDate, InputError
from quotes.report import STATUS_WORDS, TO_LOOK_AT, day_sentence, narrowed
from quotes.sources import sources as known_sources

# A column a week: with the weekdays before them they fit into 80.
_WEEKS: Final = 60
_LISTED: Final = 10
# Letters and points, which are as wide in every terminal.
_SIGNS: Final = {
    DayStatus.HELD: "#",
    DayStatus.PARTIAL: "+",
    DayStatus.MISSING: "o",
    DayStatus.FAILED: "x",
    DayStatus.NOTHING: ".",
}
_COLOURS: Final = {
    DayStatus.HELD: "green",
    DayStatus.PARTIAL: "yellow",
    DayStatus.MISSING: "red",
    DayStatus.FAILED: "red",
}
_LEGEND: Final = ", ".join(f"{sign} {STATUS_WORDS[status]}" for status, sign in _SIGNS.items())
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option("--source", help="Only this source.")
@click.option("--since", type=_DAY, help="First day of the calendar, the gaps and the problems.")
@click.option("--until", type=_DAY, help="Last day of them, included.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def coverage(data: Path, source: str | None, since: datetime | None, until: datetime | None, as_json: bool) -> None:
    """Show what the archive holds of each source, and what is missing.

    Totals are of the whole source, whatever days are asked for.
    """
    first, last = since.date() if since else None, until.date() if until else None
    if first and last and last < first:
        raise BadDate(f"--until {last} is before --since {first}: no day is both", pointer="/until")
    with Archive.open(data, readonly=True) as archive:
        held = archive.coverage()
    if source is not None:
        there_are = sorted({*known_sources(), *(one.source for one in held)})
        if source not in there_are:
            raise InputError(f"there is no source {source!r}; there are {', '.join(there_are)}", pointer="/source")
        held = [one for one in held if one.source == source]
    found = [narrowed(one, first, last) for one in held]
    if as_json:
        print_json(found)
        return
    for one in found:
        _print_coverage(one, first, last)
    if found:
        click.echo(paragraph(f"A column is a week: {_LEGEND}, blank not looked at."))
    else:
        click.echo("Nothing is known of it yet." if source else "Nothing is held yet.")


def _print_coverage(source: SourceCoverage, since: date | None, until: date | None) -> None:
    click.echo(click.style(source.source, bold=True))
    click.echo(row("institution", "; ".join(source.institutions) or "not known yet"))
    click.echo(row("languages", ", ".join(source.languages) or "not known yet"))
    click.echo(row("dates", f"{source.first} to {source.last}" if source.first else "none yet"))
    click.echo(row("holds", f"{count(source.transcripts, 'transcript')}, {count(source.words, 'word')}"))
    if source.gaps:
        click.echo(row("gaps", "; ".join(f"{first} to {last}" for first, last in source.gaps)))
    if source.undated:
        click.echo(row("no day", f"{count(source.undated, 'listed page')} of no known day, waiting to be read"))
    needy = [day for day in reversed(source.days) if day.status in TO_LOOK_AT]
    for name, day in zip(["to look at", *[""] * _LISTED], needy[:_LISTED], strict=False):
        click.echo(row(name, f"{day.day}  {day_sentence(day)}"))
    if len(needy) > _LISTED:
        click.echo(row("", f"and {count(len(needy) - _LISTED, 'earlier day')}; --json lists all"))
    for name, problem in zip(["problems", *[""] * _LISTED], source.problems[:_LISTED], strict=False):
        click.echo(
            row(name, problem.problem if problem.url in problem.problem else f"{problem.url}: {problem.problem}")
        )
    if len(source.problems) > _LISTED:
        click.echo(row("", f"and {count(len(source.problems) - _LISTED, 'page')} more; --json lists them"))
    for line in calendar(source, since, until):
        click.echo(f"  {line}")
    click.echo()


def calendar(source: SourceCoverage, since: date | None, until: date | None) -> list[str]:
    """The last weeks up to `until`, else the last day known of, a row a weekday under the names of the months; no
    earlier than `since`. Empty where no day is known of."""
    if not source.days:
        return []
    last = min(until or date.max, source.days[-1].day)
    monday = last - timedelta(days=last.weekday())
    earliest = max(since or date.min, source.days[0].day)
    weeks = min(_WEEKS, (monday - (earliest - timedelta(days=earliest.weekday()))).days // 7 + 1)
    mondays = [monday - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    signs = {day.day: _sign(day.status) for day in source.days}
    rows = [
        f"{name}  " + "".join(signs.get(start + timedelta(days=ahead), " ") for start in mondays).rstrip()
        for ahead, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
    ]
    return [f"     {_months(mondays)}".rstrip(), *rows]


def _sign(status: DayStatus) -> str:
    colour = _COLOURS.get(status)
    return click.style(_SIGNS[status], fg=colour) if colour else _SIGNS[status]


def _months(mondays: list[date]) -> str:
    """The name of each month over the week that its first day is in, and the year where there is room for it."""
    line = ""
    for place, start in enumerate(mondays):
        first = (start + timedelta(days=6)).replace(day=1)
        begins = start <= first <= start + timedelta(days=6)
        if (begins or place == 0) and (not line or len(line) < place):
            name = f"{first:%b}" if first.month > 1 or not begins else f"{first.year}"
            line = line.ljust(place) + name
    return line
