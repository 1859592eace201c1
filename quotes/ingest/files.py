"""Files to import: finding them, and telling what each one is."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final

import orjson

from quotes.errors import BadTranscript, InputError

# What a folder's pages' addresses are listed in: [{"file": …, "url": …}, …].
INDEX_FILE: Final = "INDEX.json"
_GZIP: Final = b"\x1f\x8b"
# The longest real transcript has half a million characters; past this a line is no transcript but a mistake.
LONGEST_LINE: Final = 64 * 1024 * 1024


class Kind(StrEnum):
    """LINES: the import format. PAGE: a page or PDF as a site sent it. WARC: many of them."""

    LINES = "lines"
    PAGE = "page"
    WARC = "warc"


_SUFFIXES: Final = {
    ".jsonl": Kind.LINES,
    ".jsonl.gz": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".ndjson.gz": Kind.LINES,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".shtml": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".pdf": Kind.PAGE,
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
}
SUFFIXES: Final = ", ".join(_SUFFIXES)


@dataclass(frozen=True, slots=True)
class ImportFile:
    """`url` is the address that the folder's index gives for a saved page, None where there is none."""

    path: Path
    kind: Kind
    url: str | None = None


def import_files(paths: Iterable[Path]) -> list[ImportFile]:
    """The files that `paths` mean: themselves, and those in folders that can be imported, at any depth, by name. Raises
    InputError for a path that is neither, and for an index that cannot be read."""
    files: dict[Path, ImportFile] = {}
    for path in paths:
        if path.is_dir():
            found = list(_in_folder(path))
            if not found:
                raise InputError(f"{path} holds no file to import; their names end in {SUFFIXES}")
        elif not path.exists():
            raise InputError(f"{path} does not exist")
        elif (kind := _kind(path)) is None:
            raise InputError(f"{path} cannot be imported; the name of an import file ends in {SUFFIXES}")
        else:
            found = [ImportFile(path, kind)]
        for file in found:
            files.setdefault(file.path, file)
    return list(files.values())


def _in_folder(folder: Path) -> Iterator[ImportFile]:
    addresses = _addresses(folder)
    for file in sorted(folder.rglob("*")):
        kind = _kind(file)
        if kind is not None and file.is_file():
            yield ImportFile(file, kind, addresses.get(file.relative_to(folder).as_posix()))


def _addresses(folder: Path) -> Mapping[str, str]:
    """By file, relative to the folder, the address it was saved from."""
    index = folder / INDEX_FILE
    if not index.is_file():
        return {}
    wanted = 'wanted is a list of {"file": …, "url": …}'
    try:
        entries = orjson.loads(index.read_bytes())
        return {entry["file"]: entry["url"] for entry in entries if entry.get("url")}
    except orjson.JSONDecodeError as error:
        raise InputError(f"{index} is not JSON ({error}); {wanted}") from error
    except (AttributeError, KeyError, TypeError) as error:
        raise InputError(f"{index} is not an index of saved pages; {wanted}") from error


def _kind(path: Path) -> Kind | None:
    return next((kind for suffix, kind in _SUFFIXES.items() if path.name.lower().endswith(suffix)), None)


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
