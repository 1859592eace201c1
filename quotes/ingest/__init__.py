"""Bringing transcripts into the archive, from files and from the web, and the index up with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
    from quotes.ingest.crawling import Crawl, CrawlProgress, CrawlReport, Span
    from quotes.ingest.entering import Trouble
    from quotes.ingest.importing import ImportReport, Progress, import_paths
    from quotes.ingest.indexing import catch_up, rebuild
    from quotes.ingest.readers import BadLine
    from quotes.ingest.reparsing import Reparsed, reparse

__all__ = [
    "BadLine",
    "Crawl",
    "CrawlProgress",
    "CrawlReport",
    "ImportReport",
    "Progress",
    "Reparsed",
    "Span",
    "Trouble",
    "catch_up",
    "import_paths",
    "rebuild",
    "reparse",
]

__getattr__ = loaded_when_asked(
    __name__,
    {
        "BadLine": "readers",
        "Crawl": "crawling",
        "CrawlProgress": "crawling",
        "CrawlReport": "crawling",
        "ImportReport": "importing",
        "Progress": "importing",
        "Reparsed": "reparsing",
        "Span": "crawling",
        "Trouble": "entering",
        "catch_up": "indexing",
        "import_paths": "importing",
        "rebuild": "indexing",
        "reparse": "reparsing",
    },
)
