"""Verification: one quotation, or those of an article, against the archive; from words to answer."""

from quotes.verify.article import MOST_QUOTATIONS
from quotes.verify.engine import Engine
from quotes.verify.finding import spoken_day

__all__ = ["MOST_QUOTATIONS", "Engine", "spoken_day"]
