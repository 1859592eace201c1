"""`onrecord archive`: what the archive holds, whether it is sound, and making its index anew."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.archive import Archive
from quotes.cli.coverage import coverage
from quotes.cli.output import count, paragraph, print_json, progress_bar, row
from quotes.cli.reports import reports
from quotes.cli.revisions import revisions
from quotes.ingest import catch_up, rebuild, reparse

_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def archive() -> None:
    """Look after the archive."""


@archive.command()
@_json
@click.pass_obj
def status(data: Path, as_json: bool) -> None:
    """Count what the archive holds."""
    with Archive.open(data, readonly=True) as held:
        found = held.status()
    if as_json:
        print_json(found)
        return
    click.echo(f"Archive in {data}")
    click.echo(row("transcripts", f"{found.transcripts:,} from {count(found.sources, 'source')}"))
    click.echo(row("revisions", f"{found.revisions:,}"))
    click.echo(row("turns", f"{found.turns:,}"))
    click.echo(row("words", f"{found.words:,}"))
    click.echo(row("size", f"{found.bytes / 1e6:,.1f} MB without the index"))
    click.echo(row("snapshot", found.snapshot or "none: nothing is indexed yet"))
    if found.pending:
        click.echo(row("to index", f"{count(found.pending, 'transcript')}; `onrecord archive rebuild` does it"))


archive.add_command(coverage)
archive.add_command(reports)
archive.add_command(revisions)


@archive.command("rebuild")
@_json
@click.pass_obj
def rebuild_command(data: Path, as_json: bool) -> None:
    """Make the index anew from the archive. Lookups use the old one until it is complete."""
    with Archive.open(data) as held:
        turns = held.status().turns
        with progress_bar("Indexing") as show:
            state = rebuild(held, progress=lambda indexed: show(indexed, turns))
    if as_json:
        print_json({"snapshot": state.snapshot, "turns": turns})
    else:
        click.echo(f"{count(turns, 'turn')} indexed; snapshot {state.snapshot}.")


@archive.command("reparse")
@click.option("--source", help="Only what this source published.")
@click.option("--all", "everything", is_flag=True, help="Also what today's parsers have read already.")
@_json
@click.pass_obj
def reparse_command(data: Path, source: str | None, everything: bool, as_json: bool) -> None:
    """Read again what is kept, with the parsers of today.

    What then reads otherwise becomes a revision. Without the network: pages, files and lines are kept as they came.
    """
    revised, problems = 0, 0
    with Archive.open(data) as held:
        with progress_bar("Reading again") as show:
            for one in reparse(held, source=source, everything=everything, progress=show):
                revised += one.saved is not None
                problems += one.problem is not None
                if as_json:
                    print_json(one)
                elif one.problem:
                    click.echo(paragraph(f"{one.id}: {one.problem}", indent="    ", first="  "), err=True)
        state = catch_up(held)
    if as_json:
        print_json({"revised": revised, "problems": problems, "snapshot": state.snapshot})
    else:
        click.echo(f"{count(revised, 'transcript')} read otherwise now and revised; snapshot {state.snapshot}.")
    if problems:
        click.get_current_context().exit(1)


@archive.command()
@_json
@click.pass_obj
def check(data: Path, as_json: bool) -> None:
    """Look for anything in the archive that contradicts itself (exit code 1 if so)."""
    with Archive.open(data, readonly=True) as held:
        problems = held.check()
    if as_json:
        print_json({"problems": problems})
    elif problems:
        for problem in problems:
            click.echo(paragraph(f"{problem.code}: {problem.message}", indent="    ", first="  "))
    else:
        click.echo(f"The archive in {data} is sound.")
    if problems:
        click.get_current_context().exit(1)
