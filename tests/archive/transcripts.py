"""Transcripts to save, made up for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from quotes.model import Provenance, Role, Speaker, Transcript, Turn

_SPEAKER = Speaker("MS. ELLISON", "Mara Ellison", "Spokesperson", "Port Meridian Harbour Authority")


def transcript(transcript_id: str, *texts: str, **fields: Any) -> Transcript:
    """One with a turn for each of `texts`, and whatever `fields` say otherwise."""
    turns = tuple(
        Turn(index, _SPEAKER, Role.SPOKESPERSON, text) for index, text in enumerate(texts or ("The harbour is open.",))
    )
    plain = Transcript(
        id=transcript_id,
        source="harbour",
        institution="Port Meridian Harbour Authority",
        title="Weekly briefing",
        date=date(2024, 3, 1),
        language="en",
        turns=turns,
        provenance=Provenance("0" * 64, "test/1"),
    )
    return replace(plain, **fields)
