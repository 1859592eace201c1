"""Bringing transcripts into the archive, and the index up with it."""

from quotes.ingest.importing import BadLine, ImportReport, Progress, import_paths
from quotes.ingest.indexing import rebuild

__all__ = ["BadLine", "ImportReport", "Progress", "import_paths", "rebuild"]
