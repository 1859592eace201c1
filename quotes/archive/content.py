"""What makes two readings of a transcript the same, and how long one is."""

from __future__ import annotations

import hashlib
import re
from typing import Final

import orjson

from quotes.model import Transcript
from quotes.text.scripts import UNSPACED

_UNSPACED_LANGUAGES: Final = frozenset({"ja", "yue", "zh"})
_UNSPACED_CHARACTER: Final = re.compile(f"[{UNSPACED}]")
_SPACED_RUN: Final = re.compile(rf"[^\s{UNSPACED}]*[^\W{UNSPACED}][^\s{UNSPACED}]*")


def content_digest(transcript: Transcript) -> str:
    """SHA-256 of all a transcript says, its provenance and revision number left out."""
    content = (
        transcript.id,
        transcript.source,
        transcript.institution,
        transcript.title,
        transcript.date,
        transcript.time,
        transcript.place,
        transcript.url,
        transcript.language,
        transcript.fidelity,
        transcript.rendering_of,
        transcript.extra,
        transcript.turns,
    )
    return hashlib.sha256(orjson.dumps(content)).hexdigest()


def count_words(text: str, language: str) -> int:
    """Words between spaces; in a language written without spaces, its characters, and the words among them."""
    if language.partition("-")[0] not in _UNSPACED_LANGUAGES:
        return len(text.split())
    return len(_UNSPACED_CHARACTER.findall(text)) + len(_SPACED_RUN.findall(text))
