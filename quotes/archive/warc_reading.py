"""Pages out of any WARC file, packed or plain, our own or another's, with what is broken named and passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from quotes.archive.gzip_members import MAGIC, Unreadable, inflate, next_record
from quotes.archive.warc_records import read_record
from quotes.errors import ArchiveDamaged
from quotes.model import Response

_BLOCK: Final = 64 * 1024
_PLAIN_START: Final = b"\r\nWARC/1."
Entry = Response | ArchiveDamaged | None


def read_warc(path: Path) -> Iterator[tuple[int, Response | ArchiveDamaged]]:
    """The pages in the file, each with the byte offset its record begins at, in their order. Redirects and answers
    without news (3xx) are left out, as are records of other things. Where a record is broken the reason takes its
    place, and reading goes on at the next one that can be found."""
    for offset, entry in entries(path):
        if isinstance(entry, ArchiveDamaged) or (entry is not None and not 300 <= entry.status < 400):
            yield offset, entry


def read_page(path: Path, offset: int) -> Response:
    """The page whose record begins at this byte of the file. Raises ArchiveDamaged where there is none, or the file is
    gone."""
    try:
        with path.open("rb") as file:
            entry = _entry(file, offset, packed=_is_packed(file))[0]
    except Unreadable as why:
        raise damaged(path, offset, str(why)) from why
    except FileNotFoundError as error:
        raise ArchiveDamaged(f"{path} is gone; restore it from a backup") from error
    if entry is None:
        raise damaged(path, offset, "is not of a page")
    return entry


def entries(path: Path) -> Iterator[tuple[int, Entry]]:
    """Every record: the page, the reason why there is none, or None for a record of another thing."""
    with path.open("rb") as file:
        packed = _is_packed(file)
        offset: int | None = 0
        while offset is not None and not _at_end(file, offset):
            try:
                entry, end = _entry(file, offset, packed=packed)
            except Unreadable as why:
                yield offset, damaged(path, offset, str(why))
                offset = next_record(file, offset + 1) if packed else _next_plain(file, offset + 1)
            else:
                yield offset, entry
                offset = end


def damaged(path: Path, offset: int, what: str) -> ArchiveDamaged:
    return ArchiveDamaged(
        f"{path}: the record at byte {offset} {what}; restore the file from a backup, or get the page again"
    )


def _entry(file: IO[bytes], offset: int, *, packed: bool) -> tuple[Response | None, int]:
    """The page at `offset` of the file, and where the next record begins."""
    if not packed:
        file.seek(offset)
        page, end = read_record(file)
        return page, _after_blank_lines(file, end)
    content, end = inflate(file, offset)
    page, length = read_record(io.BytesIO(content))
    if content[length:].strip(b"\r\n"):
        raise Unreadable("shares a gzip member with others; `warcio recompress OLD NEW` parts them")
    return page, end


def _is_packed(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(len(MAGIC)) == MAGIC


def _at_end(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    return not file.read(1)


def _after_blank_lines(file: IO[bytes], offset: int) -> int:
    file.seek(offset)
    while (byte := file.read(1)) and byte in b"\r\n":
        offset += 1
    return offset


def _next_plain(file: IO[bytes], offset: int) -> int | None:
    """Where the next record of a file that is not packed begins, by its first line."""
    file.seek(offset)
    held = b""
    while block := file.read(_BLOCK):
        held += block
        if (place := held.find(_PLAIN_START)) >= 0:
            return offset + place + len(b"\r\n")
        kept = min(len(held), len(_PLAIN_START) - 1)
        offset += len(held) - kept
        held = held[len(held) - kept :]
    return None
