"""Text: folding, tokens with offsets, spelling, scripts, amounts, the marks of records. Pure functions of strings."""

from quotes.text.quantities import Quantity, is_numeric, quantity, same_amounts, same_unit
from quotes.text.record_marks import MarkKind, RecordMark, record_marks, stage_spans
from quotes.text.scripts import is_unspaced, simplify
from quotes.text.tokens import Tokens, fold_words, tokenize

__all__ = [
    "MarkKind",
    "Quantity",
    "RecordMark",
    "Tokens",
    "fold_words",
    "is_numeric",
    "is_unspaced",
    "quantity",
    "record_marks",
    "same_amounts",
    "same_unit",
    "simplify",
    "stage_spans",
    "tokenize",
]
