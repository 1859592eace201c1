"""What is reported done outlives a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk: syncing a new file does not sync its name.

    Raises OSError if the folder cannot be opened or synced."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
