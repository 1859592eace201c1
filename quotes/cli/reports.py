"""`onrecord archive reports`: the wrong answers that readers reported, for whoever looks after the archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from quotes.archive import Archive, Report, Reports
from quotes.cli.output import count, paragraph, print_json, row


@click.command()
@click.option("--remove", "removed", multiple=True, metavar="ID", help="Take this report away for good; repeatable.")
@click.option("--remove-all", is_flag=True, help="Take away for good what is listed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def reports(data: Path, removed: tuple[str, ...], remove_all: bool, as_json: bool) -> None:
    """List the wrong answers that readers reported, oldest first.

    They are kept until they are removed; when 10,000 are held, further ones are refused.
    """
    Archive.open(data, readonly=True).close()
    held = Reports(data)
    if removed and not remove_all:
        gone = held.remove(removed)
        if as_json:
            print_json({"removed": gone})
        else:
            click.echo(f"{count(gone, 'report')} removed.")
        if gone < len(set(removed)):
            click.echo(f"{count(len(set(removed)) - gone, 'report')} of these ids there was not.", err=True)
            click.get_current_context().exit(1)
        return
    found = held.all()
    if as_json:
        print_json({"reports": found})
    else:
        for one in found:
            for line in _lines(one):
                click.echo(line)
        click.echo(f"{count(len(found), 'report')} in {data}.")
    if remove_all:
        # Those that were listed and no others: one may have come since.
        gone = held.remove(one.id for one in found)
        click.echo(f"{count(gone, 'report')} removed.", err=True)


def _lines(one: Report) -> Iterator[str]:
    context, claim = one.question.get("context") or {}, one.question.get("claim") or {}
    yield click.style(paragraph(f"{one.received_at[:19]}Z  {one.id}"), bold=True)
    yield row("quotation", _printable(str(one.question.get("quote", ""))))
    claimed = ", ".join(_printable(str(value)) for name in ("speaker", "date") if (value := claim.get(name)))
    if claimed:
        yield row("claimed", claimed)
    yield row("verdict", f"{_printable(one.verdict)} (snapshot {_printable(one.snapshot)})")
    if page := one.page_url or context.get("page_url"):
        yield row("page", _printable(str(page)))
    if one.note:
        yield row("note", _printable(one.note))


def _printable(text: str) -> str:
    """A stranger's words without what a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)
