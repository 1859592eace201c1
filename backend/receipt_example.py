"""The receipt that the documentation shows: of an answer that found nothing, so it is short, and signed with the first
test key of RFC 8032, which everybody has."""

from __future__ import annotations

from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from quotes.model import Inquiry
from quotes.report import SigningKey
from quotes.report.receipt import signed_bytes, signed_receipt, unsigned_receipt
from quotes.verdict import policy_named

_EVERYBODYS_KEY = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
_QUOTE = "the moon over the harbour was made of seven silver spoons and one wooden fork"
_ANSWER: dict[str, Any] = {
    "verdict": "not_found",
    "severity": None,
    "finding": "Not found in the 17 transcripts from 2022-10-26 to 2025-10-13 that were searched; that does not mean "
    "it was not said.",
    "confidence": 0.0,
    "basis": "nothing in the archive is like these words",
    "reasons": [],
    "matches": [],
    "checks": {
        "attribution": {
            "status": "not_claimed",
            "claimed": None,
            "found": None,
            "relayed_from": None,
            "cue": None,
            "cue_span": None,
        },
        "date": {
            "status": "not_claimed",
            "claimed": None,
            "claimed_date": None,
            "claimed_weekday": None,
            "found_date": None,
            "found_weekday": None,
        },
        "context": {"status": "none", "flags": []},
        "occurrences": {
            "status": "none",
            "count": 0,
            "capped": False,
            "first": None,
            "last": None,
            "nearest_before": None,
        },
    },
    "coverage": {
        "sources": ["calder-sound", "mfa-cn"],
        "languages": ["en", "es", "zh"],
        "first": "2022-10-26",
        "last": "2025-10-13",
        "transcripts": 17,
        "gaps": ["6 of 17 transcripts are press excerpts, not whole records"],
    },
    "engine": {"version": "2", "policy": "default", "snapshot": "c1f070170638"},
}


def example_receipt() -> dict[str, Any]:
    """The body of a request to check it: the receipt and the key it is signed with."""
    key = SigningKey.of(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(_EVERYBODYS_KEY)))
    document = unsigned_receipt(
        Inquiry(_QUOTE), _ANSWER, {}, policy_named("default"), key_id=key.public.id, issued_at="2026-11-24T12:00:00Z"
    )
    receipt = orjson.loads(signed_receipt(document, key.sign(signed_bytes(document))))
    return {"receipt": receipt, "key": key.public.jwk()}
