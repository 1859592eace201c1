"""Verification: one quotation against the archive, from words to answer."""

from quotes.verify.engine import Engine
from quotes.verify.finding import spoken_day

__all__ = ["Engine", "spoken_day"]
