"""`onrecord lookup`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from quotes.cli.answer_text import AS_PRINTED, answer_lines
from quotes.cli.options import receipt_key_option
from quotes.cli.output import print_json, write_file
from quotes.errors import BadDate, BadQuotation
from quotes.ingest import moments
from quotes.model import Claim, Inquiry, PageContext
from quotes.report import answer_json
from quotes.verify import Engine


@click.command()
@click.argument("text")
@click.option("--speaker", help="Whose words they are said to be.")
@click.option("--date", "claimed_date", help="When they are said to have been spoken: 2025-10-13, or a weekday.")
@click.option("--published", help="When the page that quotes them was published: 2025-10-14.")
@click.option("--before", default="", help="The text just before them, which may say whose words they are, and when.")
@click.option("--after", default="", help="The text just after them. Neither is read where a claim is given.")
@click.option("--institution", help="For which institution they are said to have been spoken.")
@click.option("--policy", default="default", show_default=True, help="How strict: default, strict or lenient.")
@click.option("--limit", type=click.IntRange(1, 50), default=5, show_default=True, help="How many occasions at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as the HTTP API gives it.")
@click.option(
    "--receipt",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the answer there as a signed receipt, which `onrecord receipt verify` checks.",
)
@receipt_key_option
@click.pass_obj
def lookup(
    data: Path,
    text: str,
    speaker: str | None,
    claimed_date: str | None,
    published: str | None,
    before: str,
    after: str,
    institution: str | None,
    policy: str,
    limit: int,
    as_json: bool,
    receipt: Path | None,
    receipt_key: Path | None,
) -> None:
    """Check one quotation; TEXT `-` reads it from standard input.

    Exit code 0 when it is verbatim, or changed only where it is marked; 1 when there is something to look at.
    """
    inquiry = Inquiry(
        quote=_standard_input() if text == "-" else text,
        context=PageContext(before=before, after=after, published=_day(published)),
        claim=Claim(speaker=speaker, date=claimed_date, institution=institution),
        policy=policy,
        limit=limit,
    )
    with Engine.open(data) as engine:
        answer = engine.lookup(inquiry)
        plain = answer_json(answer)
        if receipt is not None:
            # Signing is a library of its own, which a lookup without a receipt need not wait for.
            from quotes.report import issue_receipt, key_file, own_key  # noqa: PLC0415

            key = own_key(key_file(data, receipt_key))
            issued = issue_receipt(engine.archive, inquiry, plain, key, moments.stamp(moments.now()))
            write_file(receipt, issued + b"\n")
    if as_json:
        print_json(plain)
    else:
        click.echo("\n".join(answer_lines(answer)))
    if answer.verdict not in AS_PRINTED:
        click.get_current_context().exit(1)


def _standard_input() -> str:
    raw = sys.stdin.buffer.read()
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadQuotation(
            f"standard input is not UTF-8: byte {error.start + 1} is 0x{raw[error.start]:02x}"
        ) from error


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise BadDate(f"--published is {published!r}; give a day such as 2025-10-14") from error
