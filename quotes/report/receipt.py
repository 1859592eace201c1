"""The receipt of an answer: what was asked, what was answered, and what of the record the answer rests on, in one
document that can be signed, kept, and checked years later.

    {"onrecord_receipt": 1, "issued_at", "key_id", "question", "policy": {"name", "free", "minor"}, "answer",
     "record": [{"transcript_id", "revision", "latest", "turn", "start", "end", "passage_sha256", "transcript_sha256"}],
     "signature"}

The signature is Ed25519 over the canonical JSON (RFC 8785) of everything else, in base64url without padding. So it
covers values and not bytes: a receipt may be printed with other spaces, or its fields be put in another order, but not
one value be changed. Engine version and index snapshot stand in the answer, as always.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import rfc8785

from quotes.errors import BadReceipt
from quotes.model import Inquiry
from quotes.verdict import Policy

RECEIPT_MEDIA_TYPE: Final = "application/vnd.onrecord.receipt+json"
FORMAT: Final = 1
SIGNATURE: Final = "signature"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive keeps of one revision: the SHA-256 of all it says, and the number of the `latest` revision."""

    content: str
    latest: int


@dataclass(frozen=True, slots=True)
class Basis:
    """What one match of the answer rests on: code points `start` to `end` of a turn, half-open, in a revision of a
    transcript, of which `latest` was the latest then. `passage_sha256` is of the passage in UTF-8, `transcript_sha256`
    the digest that the archive keeps of all the revision says (`content` in its list of revisions)."""

    transcript_id: str
    revision: int
    latest: int
    turn: int
    start: int
    end: int
    passage_sha256: str
    transcript_sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as read. `signed` are the bytes that `signature` is of."""

    issued_at: str
    key_id: str
    question: Inquiry
    policy: Json
    answer: Json
    record: tuple[Basis, ...]
    signature: bytes
    signed: bytes


def unsigned_receipt(
    question: Inquiry,
    answer: Json,
    kept: Mapping[tuple[str, int], Kept],
    policy: Policy,
    *,
    key_id: str,
    issued_at: str,
) -> Json:
    """All of a receipt but its signature. `answer` is an answer as plain data; `kept` has every revision that its
    matches are in, by transcript id and number; `issued_at` is ISO 8601 in UTC."""
    return {
        "onrecord_receipt": FORMAT,
        "issued_at": issued_at,
        "key_id": key_id,
        "question": _question(question),
        "policy": policy_json(policy),
        "answer": answer,
        "record": [asdict(_basis(match, kept)) for match in answer["matches"]],
    }


def signed_receipt(document: Json, signature: bytes) -> bytes:
    """The whole receipt as canonical JSON."""
    return rfc8785.dumps(document | {SIGNATURE: base64url(signature)})


def signed_bytes(document: Json) -> bytes:
    """What the signature is of: the canonical JSON of the document without it. Raises BadReceipt where there is none:
    a number that no double holds exactly, half a character, nesting without end."""
    try:
        return rfc8785.dumps({name: value for name, value in document.items() if name != SIGNATURE})
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeEncodeError) as error:
        raise BadReceipt(f"this is no receipt: it has no canonical form ({error})", pointer="") from error


def policy_json(policy: Policy) -> Json:
    """A policy as it is written into receipts: its name and its classes of edit, but not its sentence."""
    return {
        "name": policy.name,
        "free": sorted(kind.value for kind in policy.free),
        "minor": sorted(kind.value for kind in policy.minor),
    }


def passage_digest(passage: str) -> str:
    """SHA-256 of the passage in UTF-8, in hexadecimal."""
    return hashlib.sha256(passage.encode()).hexdigest()


def base64url(raw: bytes) -> str:
    """Base64 with - and _, without padding, as JSON Web Keys have it."""
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _question(inquiry: Inquiry) -> Json:
    """As the body of `POST /v1/lookup` has it, so that it can be sent again as it is."""
    question = asdict(inquiry)
    context = inquiry.context
    question["context"] |= {
        "published": context.published.isoformat() if context.published else None,
        "neighbours": list(context.neighbours),
    }
    return question


def _basis(match: Json, kept: Mapping[tuple[str, int], Kept]) -> Basis:
    passage = match["passage"]
    revision = kept[match["transcript_id"], match["revision"]]
    return Basis(
        transcript_id=match["transcript_id"],
        revision=match["revision"],
        latest=revision.latest,
        turn=match["turn"],
        start=passage["start"],
        end=passage["end"],
        passage_sha256=passage_digest(passage["text"]),
        transcript_sha256=revision.content,
    )
