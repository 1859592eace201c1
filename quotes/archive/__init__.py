"""The archive of record: one SQLite file and the raw bytes beside it, in one data folder."""

from quotes.archive.archive import Archive
from quotes.archive.pages import Page, PageCounts, PageState, Poll
from quotes.archive.reports import Report, Reports
from quotes.archive.rows import (
    DayCoverage,
    DayStatus,
    Header,
    IndexState,
    LedgerEntry,
    Outcome,
    PageProblem,
    PendingRevision,
    Problem,
    ReadResult,
    Revision,
    Saved,
    SourceCoverage,
    Status,
    StoredTurn,
)
from quotes.archive.warc_reading import read_warc
from quotes.archive.warc_store import WarcStore

__all__ = [
    "Archive",
    "DayCoverage",
    "DayStatus",
    "Header",
    "IndexState",
    "LedgerEntry",
    "Outcome",
    "Page",
    "PageCounts",
    "PageProblem",
    "PageState",
    "PendingRevision",
    "Poll",
    "Problem",
    "ReadResult",
    "Report",
    "Reports",
    "Revision",
    "Saved",
    "SourceCoverage",
    "Status",
    "StoredTurn",
    "WarcStore",
    "read_warc",
]
