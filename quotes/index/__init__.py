"""The index: finds, among millions of words, the few places worth aligning. Derived from the archive, always."""

from pathlib import Path

from quotes.index.base import Candidate, Document, IndexReader, IndexWriter
from quotes.index.tantivy_index import TantivyReader, TantivyWriter

__all__ = ["Candidate", "Document", "IndexReader", "IndexWriter", "open_reader", "open_writer"]


def open_writer(folder: Path) -> IndexWriter:
    """The index in `folder`, made where there is none, for writing. Raises ArchiveBusy, IndexUnreadable."""
    return TantivyWriter(folder)


def open_reader(folder: Path) -> IndexReader:
    """The index in `folder` as it was last committed. Raises IndexUnreadable."""
    return TantivyReader(folder)
