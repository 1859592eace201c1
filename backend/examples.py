"""Requests shown in the documentation. Every one is sent to a server over the sample archive by the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A body for `POST /v1/lookup`, and the verdict it gets."""

    name: str
    summary: str
    body: dict[str, Any]
    verdict: str


EXAMPLES: tuple[Example, ...] = (
    Example(
        "dropped_words",
        "Words dropped inside the marks, and the wrong day",
        {
            "quote": "“misinformed, invented, or designed to drive a wedge”",
            "claim": {"speaker": "Lin Jian", "date": "Tuesday"},
            "context": {"published": "2025-10-15"},
        },
        "altered",
    ),
    Example(
        "relayed",
        "Word for word, and somebody else's promise",
        {
            "quote": "will never harm China’s interests or its cooperation with China",
            "claim": {"speaker": "Lin Jian"},
        },
        "verbatim",
    ),
    Example(
        "too_short",
        "Too short to place by itself",
        {"quote": "legitimate action"},
        "ambiguous",
    ),
    Example(
        "not_there",
        "Nowhere in the archive",
        {"quote": "the moon over the harbour was made of seven silver spoons and one wooden fork"},
        "not_found",
    ),
)
