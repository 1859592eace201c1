"""Answers in the forms they leave the library in."""

from quotes.report.answer_json import answer_json
from quotes.report.coverage import STATUS_WORDS, TO_LOOK_AT, day_sentence, narrowed
from quotes.report.revisions import RevisionChanges, revision_history, woven

__all__ = [
    "STATUS_WORDS",
    "TO_LOOK_AT",
    "RevisionChanges",
    "answer_json",
    "day_sentence",
    "narrowed",
    "revision_history",
    "woven",
]
