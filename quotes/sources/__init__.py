"""What a source publishes, read into transcripts: the import format, the sites, and who stands behind a label."""

from quotes.sources.jsonl import PARSER, read_transcript
from quotes.sources.naming import Naming
from quotes.sources.registry import source_named, source_of, sources
from quotes.sources.source import Listed, Listing, Reading, Source
from quotes.sources.speakers import same_person
from quotes.sources.transcripts import read_document, read_page

__all__ = [
    "PARSER",
    "Listed",
    "Listing",
    "Naming",
    "Reading",
    "Source",
    "read_document",
    "read_page",
    "read_transcript",
    "same_person",
    "source_named",
    "source_of",
    "sources",
]
