"""Raw responses as they were read, for good: `<data>/warc/<source>/<YYYY-MM>.warc.gz`, one gzip member a record.

Any tool for web archives reads these files. A record is named by its place, `warc/<source>/<file>#<byte offset>`.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quotes.archive.durable import sync_folder
from quotes.archive.gzip_members import LARGEST_RECORD, Unreadable, whole_length
from quotes.archive.warc_reading import entries, read_page
from quotes.archive.warc_records import packed_info, packed_response
from quotes.errors import ArchiveDamaged, ArchiveError
from quotes.model import Response

_FOLDER: Final = "warc"
_FILE: Final = re.compile(r"[a-z0-9_]+/\d{4}-\d\d\.warc\.gz")
_PLACE: Final = re.compile(rf"{_FOLDER}/({_FILE.pattern})#(\d+)")


class WarcStore:
    """Adding is for the process that holds the archive's writer lock, from any of its threads; reading is for all, at
    any time."""

    def __init__(self, data: Path) -> None:
        self.folder = data / _FOLDER
        self._lock = threading.Lock()
        self._ends: dict[Path, int] = {}

    def append(self, source: str, response: Response) -> str:
        """Keep `response`; returns its place. On disk for good when this returns, and not at all if it raises.

        A record that was cut off by a kill is removed first; it was never reported kept. Raises ArchiveDamaged when the
        file ends in anything else that cannot be read, ArchiveError when the response cannot be kept."""
        name = f"{source}/{response.retrieved_at[:7]}.warc.gz"
        if not _FILE.fullmatch(name):
            raise ArchiveError(
                f"{name!r} cannot be a file of the archive; correct the source's id or the date of reading"
            )
        # Half the record is room enough for headers; a body beyond it is no page.
        if len(response.body) > LARGEST_RECORD // 2:
            raise ArchiveError(
                f"{response.url}: {len(response.body):,} bytes are more than the {LARGEST_RECORD // 2:,} that are kept "
                "of a page; lower the limit of fetching to that"
            )
        record = packed_response(response)
        with self._lock:
            file = self.folder / name
            end = self._whole_end(file)
            info = b"" if end else packed_info(response.retrieved_at)
            _write(file, end, info + record)
            self._ends[file] = end + len(info) + len(record)
        return f"{_FOLDER}/{name}#{end + len(info)}"

    def read(self, place: str) -> Response:
        """What `append` kept there, its digests checked. Raises ArchiveDamaged, which names file and offset."""
        parts = _PLACE.fullmatch(place)
        if not parts:
            raise ArchiveDamaged(f"{place!r} is no place in {self.folder}; read the page again from its site")
        return read_page(self.folder / parts[1], int(parts[2]))

    def verify(self) -> Iterator[tuple[str, ArchiveDamaged | None]]:
        """The place of every record, with what is wrong with it if anything is. Reads all there is, once. A place that
        the archive knows and this does not name is lost; the start of a record whose writer was killed is no fault."""
        for file in self._files():
            whole = _whole_length(file)
            for offset, entry in entries(file):
                if isinstance(whole, int) and offset >= whole:
                    break
                yield (
                    f"{_FOLDER}/{file.parent.name}/{file.name}#{offset}",
                    entry if isinstance(entry, ArchiveDamaged) else None,
                )

    def size(self) -> int:
        """Bytes on disk."""
        return sum(file.stat().st_size for file in self._files())

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*/*.warc.gz"))

    def _whole_end(self, file: Path) -> int:
        """Where the next record goes. Looked for once; after that this process knows what it has written."""
        size = file.stat().st_size if file.exists() else 0
        if not size or self._ends.get(file) == size:
            return size
        whole = _whole_length(file)
        if isinstance(whole, ArchiveDamaged):
            raise whole
        return whole


def _whole_length(file: Path) -> int | ArchiveDamaged:
    with file.open("rb") as reading:
        try:
            return whole_length(reading)
        except Unreadable as why:
            return ArchiveDamaged(
                f"{file}: what follows the last whole record {why}; restore the file from a backup, or move it away"
            )


def _write(file: Path, end: int, content: bytes) -> None:
    """Put `content` at `end`, where the file then ends, and wait for the disk; leave it as it was if that fails."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        with open(handle, "r+b", buffering=0, closefd=False) as writing:
            writing.truncate(end)
            writing.seek(end)
            left = memoryview(content)
            while left:
                left = left[writing.write(left) :]
        os.fsync(handle)
    except BaseException:
        os.truncate(handle, end)
        raise
    finally:
        os.close(handle)
    if end == 0:
        for folder in (file.parent, file.parent.parent, file.parent.parent.parent):
            sync_folder(folder)
