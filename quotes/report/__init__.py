"""Answers in the forms they leave the library in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
    from quotes.report.answers import answer_json
    from quotes.report.coverage import STATUS_WORDS, TO_LOOK_AT, day_sentence, narrowed
    from quotes.report.receipt import RECEIPT_MEDIA_TYPE, Receipt
    from quotes.report.receipt_issuing import issue_receipt
    from quotes.report.receipt_key import PublicKey, SigningKey, held_key, key_file, own_key, read_public_key
    from quotes.report.receipt_reading import parse_receipt, read_receipt
    from quotes.report.receipt_replay import ReplayStatus, SignatureStatus, Verification, verify_receipt
    from quotes.report.revisions import RevisionChanges, revision_history, woven

__all__ = [
    "RECEIPT_MEDIA_TYPE",
    "STATUS_WORDS",
    "TO_LOOK_AT",
    "PublicKey",
    "Receipt",
    "ReplayStatus",
    "RevisionChanges",
    "SignatureStatus",
    "SigningKey",
    "Verification",
    "answer_json",
    "day_sentence",
    "held_key",
    "issue_receipt",
    "key_file",
    "narrowed",
    "own_key",
    "parse_receipt",
    "read_public_key",
    "read_receipt",
    "revision_history",
    "verify_receipt",
    "woven",
]

__getattr__ = loaded_when_asked(
    __name__,
    {
        "PublicKey": "receipt_key",
        "RECEIPT_MEDIA_TYPE": "receipt",
        "Receipt": "receipt",
        "ReplayStatus": "receipt_replay",
        "RevisionChanges": "revisions",
        "STATUS_WORDS": "coverage",
        "SignatureStatus": "receipt_replay",
        "SigningKey": "receipt_key",
        "TO_LOOK_AT": "coverage",
        "Verification": "receipt_replay",
        "answer_json": "answers",
        "day_sentence": "coverage",
        "held_key": "receipt_key",
        "issue_receipt": "receipt_issuing",
        "key_file": "receipt_key",
        "narrowed": "coverage",
        "own_key": "receipt_key",
        "parse_receipt": "receipt_reading",
        "read_public_key": "receipt_key",
        "read_receipt": "receipt_reading",
        "revision_history": "revisions",
        "verify_receipt": "receipt_replay",
        "woven": "revisions",
    },
)
