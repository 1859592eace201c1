"""Answers in the forms they leave the library in."""

from quotes.report.answer_json import answer_json

__all__ = ["answer_json"]
