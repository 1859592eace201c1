"""`onrecord receipt`: checking the receipt of an answer, and the key that receipts are signed with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from quotes.cli.options import receipt_key_option
from quotes.cli.output import count, paragraph, print_json, row
from quotes.errors import ArchiveMissing, BadKey
from quotes.report import (
    PublicKey,
    Receipt,
    ReplayStatus,
    SignatureStatus,
    Verification,
    held_key,
    key_file,
    own_key,
    parse_receipt,
    read_public_key,
    verify_receipt,
)
from quotes.verify import Engine

# What differs is told by field, and --json has it all.
_SHOWN: Final = 12
_LONGEST: Final = 160


@click.group()
def receipt() -> None:
    """Check receipts of answers, and show the key they are signed with."""


@receipt.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key",
    "given",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Public key of the server that signed it, as PEM or JWK, where that is another one.",
)
@receipt_key_option
@click.option("--json", "as_json", is_flag=True, help="Print what the HTTP API answers.")
@click.pass_obj
def verify(data: Path, file: Path, given: Path | None, receipt_key: Path | None, as_json: bool) -> None:
    """Check the signature of the receipt in FILE, and ask its question again in this archive.

    Needs no network. Exit code 0 when the signature is valid and the answer is the same, else 1.
    """
    parsed = parse_receipt(file.read_bytes())
    keys = [_public_key(given)] if given else []
    if own := held_key(key_file(data, receipt_key)):
        keys.append(own.public)
    found = _verified(data, parsed, keys)
    if as_json:
        print_json(found)
    else:
        for line in _lines(found):
            click.echo(line)
    if (found.signature, found.replay) != (SignatureStatus.VALID, ReplayStatus.SAME):
        click.get_current_context().exit(1)


@receipt.command("key")
@receipt_key_option
@click.option("--json", "as_json", is_flag=True, help="Print it as a JSON Web Key.")
@click.pass_obj
def show_key(data: Path, receipt_key: Path | None, as_json: bool) -> None:
    """Print the public key, for those who check receipts elsewhere; the key is made where there is none."""
    data.mkdir(parents=True, exist_ok=True)
    public = own_key(key_file(data, receipt_key)).public
    if as_json:
        print_json(public.jwk())
    else:
        click.echo(public.pem(), nl=False)


def _public_key(file: Path) -> PublicKey:
    text = file.read_text("utf-8", errors="replace")
    try:
        value: Any = json.loads(text)
    except ValueError:
        value = text
    try:
        # What `GET /v1/receipts/key` answers will do as well.
        return read_public_key(value.get("jwk", value) if isinstance(value, dict) else value)
    except BadKey as error:
        raise BadKey(f"{file}: {error.message}") from error


def _verified(data: Path, parsed: Receipt, keys: list[PublicKey]) -> Verification:
    try:
        engine = Engine.open(data)
    except ArchiveMissing:
        return verify_receipt(parsed, None, keys)
    with engine:
        return verify_receipt(parsed, engine, keys)


def _lines(found: Verification) -> Iterator[str]:
    yield paragraph(found.finding)
    yield ""
    yield row("signature", f"{_words(found.signature)}, key {found.key_id}")
    yield row("issued", found.issued_at)
    yield row("record", _words(found.record))
    yield row("replay", _words(found.replay))
    for change in found.changed:
        name = _words(change.what) + (f" of {change.transcript_id}" if change.transcript_id else "")
        yield row("changed", f"{name}: {_shown(change.then)}, now {_shown(change.now)}")
    for difference in found.differences[:_SHOWN]:
        yield ""
        yield row("field", difference.pointer)
        yield row("then", _shown(difference.then))
        yield row("now", _shown(difference.now))
        yield row("why", ", ".join(map(_words, difference.why)))
    if len(found.differences) > _SHOWN:
        yield ""
        yield row("", f"and {count(len(found.differences) - _SHOWN, 'more field')}; --json has them all")


def _words(code: str) -> str:
    return code.replace("_", " ")


def _shown(value: object) -> str:
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
