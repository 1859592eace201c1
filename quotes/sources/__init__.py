"""What a source publishes, read into transcripts: the import format, the sites, and who stands behind a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
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

__getattr__ = loaded_when_asked(
    __name__,
    {
        "Listed": "source",
        "Listing": "source",
        "Naming": "naming",
        "PARSER": "jsonl",
        "Reading": "source",
        "Source": "source",
        "read_document": "transcripts",
        "read_page": "transcripts",
        "read_transcript": "jsonl",
        "same_person": "speakers",
        "source_named": "registry",
        "source_of": "registry",
        "sources": "registry",
    },
)
