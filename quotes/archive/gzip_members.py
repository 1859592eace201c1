"""Files of many gzip members, one a record: unpacking one, finding the next, and where the whole ones end.

The standard `gzip` reads all members as one stream: it neither tells where one begins nor goes on after a broken one.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from typing import IO, Final

# The largest record there may be, in bytes unpacked: twice what a page may have, so that a small file that unpacks to
# gigabytes costs no more memory than that.
LARGEST_RECORD: Final = 64 * 1024 * 1024
MAGIC: Final = b"\x1f\x8b"
_START: Final = MAGIC + b"\x08"
_RECORD: Final = b"WARC/"
_BLOCK: Final = 64 * 1024
_GZIP: Final = 31  # zlib's number for "with a gzip header and checksum"


class Unreadable(Exception):
    """A record that cannot be read; the text completes "the record …"."""


class CutOff(Unreadable):
    """The file ends inside the record."""


def inflate(file: IO[bytes], offset: int) -> tuple[bytes, int]:
    """The content of the member at `offset` of the file, its checksum checked, and the offset of its end."""
    file.seek(offset)
    unpacking = zlib.decompressobj(wbits=_GZIP)
    content = bytearray()
    while not unpacking.eof:
        block = unpacking.unconsumed_tail or file.read(_BLOCK)
        if not block:
            raise CutOff("is cut off: the file ends inside it")
        try:
            content += unpacking.decompress(block, LARGEST_RECORD + 1 - len(content))
        except zlib.error as error:
            raise Unreadable(f"cannot be unpacked ({error})") from error
        if len(content) > LARGEST_RECORD:
            raise Unreadable(f"unpacks to more than the {LARGEST_RECORD:,} bytes a record may have")
    return bytes(content), file.tell() - len(unpacking.unused_data)


def next_record(file: IO[bytes], offset: int) -> int | None:
    """Where the first record at or after `offset` begins; None where there is none."""
    while (place := _find(file, offset)) is not None:
        if _begins_record(file, place):
            return place
        offset = place + 1
    return None


def whole_length(file: IO[bytes]) -> int:
    """The number of bytes up to which the file holds whole records, given that it was written by adding to its end.

    What follows them can only be the start of a record whose writer was killed. Looked for from the end, so that a
    large file costs no more than its last records. Raises Unreadable where something else follows.
    """
    size = file.seek(0, os.SEEK_END)
    place, end = size, 0
    while (found := _find_last(file, place)) is not None:
        place = found
        if _begins_record(file, place):
            try:
                end = inflate(file, place)[1]
                break
            except Unreadable:
                continue
    if end < size:
        with contextlib.suppress(CutOff):
            inflate(file, end)
    return end


def _begins_record(file: IO[bytes], offset: int) -> bool:
    file.seek(offset)
    try:
        return zlib.decompressobj(wbits=_GZIP).decompress(file.read(_BLOCK), len(_RECORD)) == _RECORD
    except zlib.error:
        return False


def _find(file: IO[bytes], offset: int) -> int | None:
    """The first place at or after `offset` that looks like the start of a member."""
    file.seek(offset)
    held = b""
    while block := file.read(_BLOCK):
        held += block
        if (place := held.find(_START)) >= 0:
            return offset + place
        kept = min(len(held), len(_START) - 1)
        offset += len(held) - kept
        held = held[len(held) - kept :]
    return None


def _find_last(file: IO[bytes], before: int) -> int | None:
    """The last place below `before` that looks like the start of a member."""
    while before > 0:
        start = max(0, before - _BLOCK)
        file.seek(start)
        if (place := file.read(before - start + len(_START) - 1).rfind(_START)) >= 0:
            return start + place
        before = start
    return None
