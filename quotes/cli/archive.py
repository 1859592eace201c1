"""`onrecord archive`: what the archive holds, whether it is sound, and making its index anew."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import click

from quotes.archive import Archive, SourceCoverage, changes
from quotes.cli.output import count, paragraph, print_json, progress_bar, row
from quotes.ingest import rebuild

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


@archive.command()
@_json
@click.pass_obj
def coverage(data: Path, as_json: bool) -> None:
    """Show which sources, languages and dates the archive covers."""
    with Archive.open(data, readonly=True) as held:
        sources = held.coverage()
    if as_json:
        print_json(sources)
        return
    for source in sources:
        _print_coverage(source)


def _print_coverage(source: SourceCoverage) -> None:
    click.echo(click.style(source.source, bold=True))
    click.echo(row("institution", "; ".join(source.institutions)))
    click.echo(row("languages", ", ".join(source.languages)))
    click.echo(row("dates", f"{source.first} to {source.last}"))
    click.echo(row("holds", f"{count(source.transcripts, 'transcript')}, {count(source.words, 'word')}"))
    if source.gaps:
        click.echo(row("gaps", "; ".join(f"{first} to {last}" for first, last in source.gaps)))
    for entry in source.ledger[-5:]:
        click.echo(row("read", f"{entry.day}: {entry.result}, {count(entry.transcripts, 'transcript')}"))


@archive.command()
@click.argument("transcript_id", metavar="ID")
@_json
@click.pass_obj
def revisions(data: Path, transcript_id: str, as_json: bool) -> None:
    """List the revisions of a transcript and what each one changed."""
    with Archive.open(data, readonly=True) as held:
        found = held.revisions(transcript_id)
        texts = [held.transcript(transcript_id, revision.number) for revision in found]
    differences = [None, *(changes(earlier, later) for earlier, later in pairwise(texts))]
    if as_json:
        print_json([{"revision": one, "changes": two} for one, two in zip(found, differences, strict=True)])
        return
    for revision, difference in zip(found, differences, strict=True):
        click.echo(click.style(f"Revision {revision.number}: {revision.title}", bold=True))
        click.echo(row("date", revision.date.isoformat()))
        click.echo(row("recorded", revision.recorded_at))
        if revision.retrieved_at:
            click.echo(row("retrieved", revision.retrieved_at))
        click.echo(row("holds", f"{count(revision.turns, 'turn')}, {count(revision.words, 'word')}"))
        click.echo(row("sha-256", revision.sha256))
        if revision.note:
            click.echo(row("note", revision.note))
        if difference:
            turns = (
                f"{len(difference.added)} added, {len(difference.changed)} changed, {len(difference.removed)} removed"
            )
            click.echo(row("turns", turns))
            if difference.fields:
                click.echo(row("also changed", ", ".join(difference.fields)))


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
