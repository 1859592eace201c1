"""Alignment: a quotation laid over the record, word by word. Decides nothing; the verdict reads what stands here."""

from quotes.align.align import Alignment, Segment, align, has_loose_run, loose_runs
from quotes.align.quotation import Part, Quotation, parse_quotation
from quotes.align.source import Source, read_source
from quotes.align.steps import Step
from quotes.align.whole import align_whole

__all__ = [
    "Alignment",
    "Part",
    "Quotation",
    "Segment",
    "Source",
    "Step",
    "align",
    "align_whole",
    "has_loose_run",
    "loose_runs",
    "parse_quotation",
    "read_source",
]
