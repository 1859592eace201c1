"""Bringing transcripts into the archive, from files and from the web, and the index up with it."""

from quotes.ingest.crawling import Crawl, CrawlReport, Span
from quotes.ingest.crawling import Progress as CrawlProgress
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
