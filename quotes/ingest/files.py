"""Files of the import format: finding them, and their lines one by one."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from quotes.errors import BadTranscript, InputError

_SUFFIXES: Final = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_GZIP: Final = b"\x1f\x8b"
# The longest real transcript has half a million characters; past this a line is no transcript but a mistake.
LONGEST_LINE: Final = 64 * 1024 * 1024


def import_files(paths: Iterable[Path]) -> list[Path]:
    """The files that `paths` mean: themselves, and those of the import format in folders, at any depth, by name.
    Raises InputError for a path that is neither."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.name.endswith(_SUFFIXES) and file.is_file())
            if not found:
                raise InputError(f"{path} holds no file to import; their names end in {', '.join(_SUFFIXES)}")
            files += found
        elif not path.exists():
            raise InputError(f"{path} does not exist")
        elif not path.name.endswith(_SUFFIXES):
            raise InputError(f"{path} cannot be imported; the name of an import file ends in {', '.join(_SUFFIXES)}")
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def lines(file: IO[bytes]) -> Iterator[tuple[int, bytes | BadTranscript]]:
    """Numbers, counted from 1, and lines, with the empty ones left out. Where reading fails, the reason takes the
    line's place; reading goes on after a line that is too long and ends where a compressed file is broken."""
    packed = file.read(2) == _GZIP
    file.seek(0)
    reader = gzip.GzipFile(fileobj=file) if packed else file
    number = 0
    while True:
        number += 1
        try:
            line = reader.readline(LONGEST_LINE)
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                while (rest := reader.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield number, BadTranscript(f"is longer than {LONGEST_LINE // 2**20} MB")
                continue
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield (
                number,
                BadTranscript(f"cannot be read, nor anything after it: the compressed file is broken ({error})"),
            )
            return
        if not line:
            return
        if line.strip():
            yield number, line
