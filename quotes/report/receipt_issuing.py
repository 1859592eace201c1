"""Issuing the receipt of an answer that an archive gave."""

from __future__ import annotations

from typing import Any

from quotes.archive import Archive
from quotes.model import Inquiry
from quotes.report.receipt import Kept, signed_bytes, signed_receipt, unsigned_receipt
from quotes.report.receipt_key import SigningKey
from quotes.verdict import policy_named


def issue_receipt(archive: Archive, question: Inquiry, answer: dict[str, Any], key: SigningKey, at: str) -> bytes:
    """The signed receipt, as canonical JSON. `answer` is what a lookup of `question` in this archive gave, as plain
    data; `at` is ISO 8601 in UTC. Raises ArchiveError where the archive has lost what the answer rests on."""
    document = unsigned_receipt(
        question,
        answer,
        _kept(archive, answer),
        policy_named(question.policy),
        key_id=key.public.id,
        issued_at=at,
    )
    return signed_receipt(document, key.sign(signed_bytes(document)))


def _kept(archive: Archive, answer: dict[str, Any]) -> dict[tuple[str, int], Kept]:
    kept: dict[tuple[str, int], Kept] = {}
    for transcript_id in {match["transcript_id"] for match in answer["matches"]}:
        revisions = archive.revisions(transcript_id)
        for revision in revisions:
            kept[transcript_id, revision.number] = Kept(revision.content, revisions[-1].number)
    return kept
