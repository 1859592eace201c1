"""Writing a little at a time beside other writers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_delay, wait_random_exponential

from quotes.archive import Archive
from quotes.errors import ArchiveBusy

# An import holds the archive for minutes; a crawl that waits longer than this would rather say so.
_PATIENCE: Final = 600.0
_LONGEST_WAIT: Final = 2.0


@asynccontextmanager
async def writing(data: Path) -> AsyncIterator[Archive]:
    """The archive for writing, made where there is none, for as long as the block takes; waits its turn while another
    process writes. Raises ArchiveBusy when that takes ten minutes."""
    turns = AsyncRetrying(
        retry=retry_if_exception_type(ArchiveBusy),
        stop=stop_after_delay(_PATIENCE),
        wait=wait_random_exponential(0.05, _LONGEST_WAIT),
        reraise=True,
    )
    archive: Archive = await turns(_open, data)
    try:
        yield archive
    finally:
        archive.close()


async def _open(data: Path) -> Archive:
    return Archive.open(data, create=True)
