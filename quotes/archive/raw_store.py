"""Raw bytes as they were read, each file once, named by its SHA-256: `raw/ab/cdef…`."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quotes.archive.durable import sync_folder

_BLOCK: Final = 1 << 20


class RawStore:
    def __init__(self, data: Path) -> None:
        self.folder = data / "raw"

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:]

    def store(self, source: Path) -> str:
        """Keep a copy of `source`; returns its SHA-256. On disk for good when this returns, never seen half-written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as reading, tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as copy:
            temporary = Path(copy.name)
            try:
                while block := reading.read(_BLOCK):
                    digest.update(block)
                    copy.write(block)
                place = self.path(digest.hexdigest())
                if place.exists():
                    temporary.unlink()
                    return digest.hexdigest()
                copy.flush()
                os.fsync(copy.fileno())
                place.parent.mkdir(exist_ok=True)
                temporary.replace(place)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        sync_folder(place.parent)
        sync_folder(self.folder)
        return digest.hexdigest()

    def discard_leftovers(self) -> None:
        """Remove the temporary files of imports that were killed. Only for the one process that may write."""
        if self.folder.is_dir():
            for leftover in self.folder.iterdir():
                if leftover.is_file():
                    leftover.unlink()

    def digests(self) -> Iterator[tuple[str, str]]:
        """The SHA-256 each stored file is named by, and the one its bytes have."""
        for file in sorted(self.folder.glob("??/*")):
            with file.open("rb") as reading:
                yield file.parent.name + file.name, hashlib.file_digest(reading, "sha256").hexdigest()

    def size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.glob("??/*"))
