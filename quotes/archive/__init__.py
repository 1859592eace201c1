"""The archive of record: one SQLite file and the raw bytes beside it, in one data folder."""

from quotes.archive.archive import Archive
from quotes.archive.changes import Changes, changes
from quotes.archive.rows import (
    Header,
    IndexState,
    LedgerEntry,
    Outcome,
    PendingRevision,
    Problem,
    ReadResult,
    Revision,
    Saved,
    SourceCoverage,
    Status,
    StoredTurn,
)

__all__ = [
    "Archive",
    "Changes",
    "Header",
    "IndexState",
    "LedgerEntry",
    "Outcome",
    "PendingRevision",
    "Problem",
    "ReadResult",
    "Revision",
    "Saved",
    "SourceCoverage",
    "Status",
    "StoredTurn",
    "changes",
]
