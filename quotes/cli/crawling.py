"""`onrecord crawl`."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import click

from quotes.archive import Archive
from quotes.cli.output import count, paragraph, print_json, progress_bar, row
from quotes.errors import ArchiveMissing
from quotes.fetch import Fetcher, Pace, user_agent
from quotes.ingest import Crawl, CrawlProgress, CrawlReport, Span
from quotes.sources import Source, source_named, sources

# Without --since: from a week before the last day held, for a page may come late; where nothing is held, a month back.
_OVERLAP: Final = timedelta(days=7)
_FIRST_TIME: Final = timedelta(days=30)
_SHOWN: Final = 20

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("source", metavar="[SOURCE]", required=False)
@click.option("--since", type=_DAY, help="First day to read; else from a week before the last day held.")
@click.option("--until", type=_DAY, help="Last day to read; else today.")
@click.option("--dry-run", is_flag=True, help="Show what would be fetched. Only listings are, and nothing is kept.")
@click.option("--reread", is_flag=True, help="Also read again what was read so lately that it is not due yet.")
@click.option(
    "--listing", "listings", multiple=True, help="Walk this listing, sitemap or feed in place of the source's own."
)
@click.option(
    "--pace",
    type=click.FloatRange(min=0),
    envvar="ONRECORD_CRAWL_PACE",
    show_envvar=True,
    help="Seconds between two requests to a host; 0 or none takes the source's own.",
)
@click.option(
    "--through",
    envvar="ONRECORD_CRAWL_THROUGH",
    show_envvar=True,
    help="Ask a web archive or gateway in place of the site: its address, which the page's is appended to.",
)
@click.option(
    "--contact",
    envvar="ONRECORD_CRAWL_CONTACT",
    show_envvar=True,
    help="Address of mail or of a page where a site may complain; sites are told it.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, the report last.")
@click.pass_obj
def crawl(
    data: Path,
    source: str | None,
    since: datetime | None,
    until: datetime | None,
    dry_run: bool,
    reread: bool,
    listings: tuple[str, ...],
    pace: float | None,
    through: str | None,
    contact: str | None,
    as_json: bool,
) -> None:
    """Read the official record from its site; without SOURCE, list the sources.

    Pages of the days asked for that are new, failed before, or are due to be read again. May be stopped at any moment:
    the next crawl goes on from there. Exit codes: 0 all was read, 1 some pages could not be, 3 the site could not be
    read at all.
    """
    if source is None:
        _list_sources(as_json)
        return
    known = source_named(source)
    last = until.date() if until else date.today()  # noqa: DTZ011 - the user's own day
    span = Span(since.date() if since else _first_day(data, known, last), last, reread=reread, listings=listings)
    fetcher = Fetcher(
        hosts=known.may_fetch,
        pace=Pace(pace or known.pace),
        through=through,
        user_agent=user_agent(contact),
    )
    if dry_run:
        asyncio.run(_preview(data, known, fetcher, span, as_json))
        return
    report = asyncio.run(_crawl(data, known, fetcher, span, as_json))
    if as_json:
        print_json({"event": "report", **_summary(report, known, span)})
    else:
        _print_report(report, known, span)
    if report.troubles:
        context = click.get_current_context()
        context.exit(3 if report.stopped and not report.listed else 1)


async def _crawl(data: Path, source: Source, fetcher: Fetcher, span: Span, as_json: bool) -> CrawlReport:
    with progress_bar(f"Reading {source.id}") as show:

        def progress(done: CrawlProgress) -> None:
            show(done.done, done.whole)
            if as_json and done.page:
                saved = done.saved
                print_json(
                    {
                        "event": "page",
                        "url": done.page.url,
                        "id": saved.id if saved else None,
                        "revision": saved.revision if saved else None,
                        "outcome": saved.outcome if saved else None,
                    }
                )

        async with fetcher:
            return await Crawl(data, source, fetcher, progress=progress).run(span)


async def _preview(data: Path, source: Source, fetcher: Fetcher, span: Span, as_json: bool) -> None:
    async with fetcher:
        pages = await Crawl(data, source, fetcher).preview(span)
    if as_json:
        print_json([{"url": page.url, "title": page.title, "day": page.day, "state": page.state} for page in pages])
        return
    click.echo(f"{count(len(pages), 'page')} would be fetched from {source.name}, {span.since} to {span.until}:")
    for page in pages:
        click.echo(f"  {page.day or 'no day    '}  {page.state:<7}  {page.url}")


def _first_day(data: Path, source: Source, last: date) -> date:
    try:
        with Archive.open(data, readonly=True) as archive:
            held = next((held.last for held in archive.coverage() if held.source == source.id), None)
    except ArchiveMissing:
        held = None
    return held - _OVERLAP if held else last - _FIRST_TIME


def _list_sources(as_json: bool) -> None:
    if as_json:
        print_json([{"id": one.id, "name": one.name, "verified": one.verified} for one in sources().values()])
        return
    for source in sources().values():
        doubt = "" if source.verified else " (unverified: its parser has not seen a real page yet)"
        click.echo(paragraph(f"{source.name}{doubt}", indent=" " * 26, first=f"  {source.id:<24}"))


def _summary(report: CrawlReport, source: Source, span: Span) -> dict[str, object]:
    return {"source": source.id, "since": span.since, "until": span.until} | {
        name: getattr(report, name)
        for name in "listed new added revised unchanged no_words gone troubles stopped".split()
    }


def _print_report(report: CrawlReport, source: Source, span: Span) -> None:
    click.echo(click.style(f"{source.name}, {span.since} to {span.until}", bold=True))
    click.echo(row("listed", f"{count(report.listed, 'page')}, {report.new:,} of them new"))
    read = f"{report.added:,} added, {report.revised:,} revised, {report.unchanged:,} unchanged"
    click.echo(row("read", read))
    if report.no_words:
        click.echo(row("no words", count(report.no_words, "page")))
    if report.gone:
        click.echo(row("gone", f"{count(report.gone, 'page')}; what was read of them stays"))
    if report.troubles:
        click.echo(f"{count(len(report.troubles), 'page')} could not be read:", err=True)
    for trouble in report.troubles[:_SHOWN]:
        kept = f" Kept at {trouble.kept}." if trouble.kept else ""
        click.echo(paragraph(f"{trouble.message}.{kept}", indent="    ", first="  "), err=True)
    if len(report.troubles) > _SHOWN:
        click.echo(f"  and {len(report.troubles) - _SHOWN:,} more; --json lists all", err=True)
    if report.stopped and report.stopped not in {trouble.message for trouble in report.troubles}:
        click.echo(paragraph(f"Stopped early: {report.stopped}."), err=True)
