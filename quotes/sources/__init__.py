"""What a source publishes, read into transcripts: the import format, and who stands behind a speaker's label."""

from quotes.sources.jsonl import PARSER, read_transcript
from quotes.sources.naming import Naming
from quotes.sources.speakers import same_person

__all__ = ["PARSER", "Naming", "read_transcript", "same_person"]
