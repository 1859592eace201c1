"""Writing to the terminal: JSON for machines, 80 columns for people."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, Final

import click
import orjson

WIDTH: Final = 80
# What a line is not broken within: a word with the space before it; of Chinese and Japanese, a character.
_UNIT: Final = re.compile("\\s*(?:[\u3000-\u9fff\uf900-\uffef]|[^\\s\u3000-\u9fff\uf900-\uffef]+)")


def print_json(value: Any) -> None:
    """One JSON value on one line. Dataclasses, dates and enumerations print as their fields, ISO 8601 and values."""
    click.echo(json_bytes(value), nl=False)


def json_bytes(value: Any) -> bytes:
    """What `print_json` prints."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_APPEND_NEWLINE)


def _plain(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)


def write_file(path: Path, content: bytes) -> None:
    """The whole file or none of it; one that is there is replaced."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        # mkstemp lets nobody else read: fit for a key, too little for a document.
        os.fchmod(handle, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def progress_bar(label: str, *, after: float = 0.0) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where a person is watching it, of what takes longer than `after` seconds; call what it
    gives with the position and the whole."""
    begun = monotonic()
    with contextlib.ExitStack() as stack:
        bar = click.progressbar(length=0, label=label, width=30, file=sys.stderr, hidden=not sys.stderr.isatty())
        if not after:
            stack.enter_context(bar)

        def show(position: int, whole: int) -> None:
            if not bar.entered:
                if monotonic() - begun < after:
                    return
                stack.enter_context(bar)
            bar.length = whole
            bar.update(position - bar.pos)

        yield show


def paragraph(text: str, *, indent: str = "", first: str | None = None) -> str:
    """`text` wrapped to the terminal's 80 columns, counting a wide character as two."""
    return "\n".join(_wrap(text, indent, indent if first is None else first))


def _wrap(text: str, indent: str, first: str) -> list[str]:
    if not any(map(_is_wide, text)):
        return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False)
    lines, line = [], first
    for unit in _UNIT.findall(text):
        if line.strip() and _columns(line + unit) > WIDTH:
            lines.append(line)
            line = indent + unit.lstrip()
        else:
            line += unit
    return [*lines, line]


def _columns(text: str) -> int:
    return sum(1 + _is_wide(character) for character in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def row(name: str, text: str) -> str:
    """A named line: the name in the margin, the text wrapped beside it."""
    return paragraph(text, indent=" " * 14, first=f"  {name:<12}")


def count(number: int, noun: str) -> str:
    """`1 turn`, `1,697 turns`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
