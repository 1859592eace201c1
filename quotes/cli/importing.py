"""`onrecord import`."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import click

from quotes.cli.output import count, print_json, progress_bar
from quotes.ingest import BadLine, ImportReport, Progress, import_paths

_SHOWN = 20


@click.command("import")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option("--sample", is_flag=True, help="Import the sample archive that comes with OnRecord.")
@click.option("--source", help="Source of pages that do not tell their own, and source id of records that name none.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, the report last.")
@click.pass_obj
def import_command(data: Path, paths: tuple[Path, ...], sample: bool, source: str | None, as_json: bool) -> None:
    """Import transcripts: JSONL files, saved pages and PDFs of the sources that `onrecord crawl` lists, WARCs, or
    folders of them.

    A transcript counts as imported once it is safely on disk; importing again changes nothing. What is no transcript is
    listed and left out (exit code 1), the rest goes in. Saved pages have their addresses in the folder's INDEX.json, a
    list of {"file", "url"}, or in themselves.
    """
    if bool(paths) == sample:
        raise click.UsageError("give files or folders to import, or --sample")
    with contextlib.ExitStack() as stack:
        if sample:
            paths = (stack.enter_context(as_file(files("quotes") / "sample")),)
        show = stack.enter_context(progress_bar("Importing"))

        def progress(done: Progress) -> None:
            show(done.position, done.size)
            if as_json:
                _report_lines(done)

        report = import_paths(data, paths, source=source, progress=progress)
    if as_json:
        print_json({"event": "report", **_summary(report)})
    else:
        _print_report(report, data)
    if report.bad:
        click.get_current_context().exit(1)


def _report_lines(done: Progress) -> None:
    for saved in done.saved:
        print_json({"event": "saved", "id": saved.id, "revision": saved.revision, "outcome": saved.outcome})
    for bad in done.bad:
        print_json({"event": "bad_line", **_bad(bad)})


def _summary(report: ImportReport) -> dict[str, object]:
    return {
        "files": report.files,
        "transcripts": report.transcripts,
        "added": report.added,
        "revised": report.revised,
        "unchanged": report.unchanged,
        "bad": len(report.bad),
        "snapshot": report.snapshot,
        "seconds": round(report.seconds, 3),
    }


def _bad(bad: BadLine) -> dict[str, object]:
    return {"file": bad.file, "line": bad.line, "reason": bad.reason, "pointer": bad.pointer}


def _print_report(report: ImportReport, data: Path) -> None:
    outcome = f"{report.added:,} added, {report.revised:,} revised, {report.unchanged:,} unchanged"
    click.echo(f"{count(report.transcripts, 'transcript')} in {data}: {outcome}.")
    _print_bad(report.bad)


def _print_bad(bad: Sequence[BadLine]) -> None:
    if not bad:
        return
    click.echo(f"{len(bad):,} left out:", err=True)
    for line in bad[:_SHOWN]:
        click.echo(f"  {line.file}{f':{line.line}' if line.line else ''}: {line.reason}", err=True)
    if len(bad) > _SHOWN:
        click.echo(f"  and {len(bad) - _SHOWN:,} more; --json lists all", err=True)
