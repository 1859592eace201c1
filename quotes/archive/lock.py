"""One writer at a time for a data folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from quotes.errors import ArchiveBusy


class WriterLock:
    """Held from construction to `release`. The kernel lets go of it when the process dies, however it dies."""

    def __init__(self, data: Path) -> None:
        self._handle = os.open(data / "writer.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(self._handle, 20).decode(errors="replace").strip()
            os.close(self._handle)
            raise ArchiveBusy(
                f"another process{f' ({holder})' if holder else ''} is writing the archive in {data}; "
                "wait until it is done, or stop it, and try again"
            ) from error
        os.truncate(self._handle, 0)
        os.pwrite(self._handle, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        os.close(self._handle)
