"""Answers in the forms they leave the library in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
    from quotes.report.answers import answer_json
    from quotes.report.article_report import ARTICLE_STYLES, EditorDecision, article_html, article_values, report_policy
    from quotes.report.article_table import ARTICLE_COLUMNS, article_csv
    from quotes.report.coverage import STATUS_WORDS, TO_LOOK_AT, day_sentence, narrowed
    from quotes.report.csv_cells import BYTE_ORDER_MARK, csv_lines, harmless
    from quotes.report.receipt import RECEIPT_MEDIA_TYPE, Receipt
    from quotes.report.receipt_issuing import issue_receipt
    from quotes.report.receipt_key import PublicKey, SigningKey, held_key, key_file, own_key, read_public_key
    from quotes.report.receipt_reading import parse_receipt, read_receipt
    from quotes.report.receipt_replay import ReplayStatus, SignatureStatus, Verification, verify_receipt
    from quotes.report.revisions import RevisionChanges, revision_history, woven
    from quotes.report.verdict_words import UNPLACED, VERDICT_WORDS

__all__ = [
    "ARTICLE_COLUMNS",
    "ARTICLE_STYLES",
    "BYTE_ORDER_MARK",
    "RECEIPT_MEDIA_TYPE",
    "STATUS_WORDS",
    "TO_LOOK_AT",
    "UNPLACED",
    "VERDICT_WORDS",
    "EditorDecision",
    "PublicKey",
    "Receipt",
    "ReplayStatus",
    "RevisionChanges",
    "SignatureStatus",
    "SigningKey",
    "Verification",
    "answer_json",
    "article_csv",
    "article_html",
    "article_values",
    "csv_lines",
    "day_sentence",
    "harmless",
    "held_key",
    "issue_receipt",
    "key_file",
    "narrowed",
    "own_key",
    "parse_receipt",
    "read_public_key",
    "read_receipt",
    "report_policy",
    "revision_history",
    "verify_receipt",
    "woven",
]

__getattr__ = loaded_when_asked(
    __name__,
    {
        "ARTICLE_COLUMNS": "article_table",
        "ARTICLE_STYLES": "article_report",
        "BYTE_ORDER_MARK": "csv_cells",
        "EditorDecision": "article_report",
        "PublicKey": "receipt_key",
        "RECEIPT_MEDIA_TYPE": "receipt",
        "Receipt": "receipt",
        "ReplayStatus": "receipt_replay",
        "RevisionChanges": "revisions",
        "STATUS_WORDS": "coverage",
        "SignatureStatus": "receipt_replay",
        "SigningKey": "receipt_key",
        "TO_LOOK_AT": "coverage",
        "UNPLACED": "verdict_words",
        "VERDICT_WORDS": "verdict_words",
        "Verification": "receipt_replay",
        "answer_json": "answers",
        "article_csv": "article_table",
        "article_html": "article_report",
        "article_values": "article_report",
        "csv_lines": "csv_cells",
        "day_sentence": "coverage",
        "harmless": "csv_cells",
        "held_key": "receipt_key",
        "issue_receipt": "receipt_issuing",
        "key_file": "receipt_key",
        "narrowed": "coverage",
        "own_key": "receipt_key",
        "parse_receipt": "receipt_reading",
        "read_public_key": "receipt_key",
        "read_receipt": "receipt_reading",
        "report_policy": "article_report",
        "revision_history": "revisions",
        "verify_receipt": "receipt_replay",
        "woven": "revisions",
    },
)
