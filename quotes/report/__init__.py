"""Answers in the forms they leave the library in."""

from quotes.report.answer_json import answer_json
from quotes.report.revisions import RevisionChanges, revision_history, woven

__all__ = ["RevisionChanges", "answer_json", "revision_history", "woven"]
