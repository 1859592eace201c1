"""Requests shown in the documentation. Every one is sent to a server over the sample archive by the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.receipt_example import example_receipt


@dataclass(frozen=True, slots=True)
class Example:
    """A body to post, and fields of the answer it gets, of objects within it, too."""

    name: str
    summary: str
    body: dict[str, Any]
    gets: dict[str, Any]


EXAMPLES: tuple[Example, ...] = (
    Example(
        "dropped_words",
        "Words dropped inside the marks, and the wrong day",
        {
            "quote": "“misinformed, invented, or designed to drive a wedge”",
            "claim": {"speaker": "Lin Jian", "date": "Tuesday"},
            "context": {"published": "2025-10-15"},
        },
        {"verdict": "altered"},
    ),
    Example(
        "relayed",
        "Word for word, and somebody else's promise",
        {
            "quote": "will never harm China’s interests or its cooperation with China",
            "claim": {"speaker": "Lin Jian"},
        },
        {"verdict": "verbatim"},
    ),
    Example(
        "too_short",
        "Too short to place by itself",
        {"quote": "legitimate action"},
        {"verdict": "ambiguous"},
    ),
    Example(
        "not_there",
        "Nowhere in the archive",
        {"quote": "the moon over the harbour was made of seven silver spoons and one wooden fork"},
        {"verdict": "not_found"},
    ),
)

REPORT_EXAMPLES: tuple[Example, ...] = (
    Example(
        "wrong_verdict",
        "A reader holds a verdict to be wrong",
        {
            "question": {
                "quote": "misinformed, invented, or designed to drive a wedge",
                "claim": {"speaker": "Lin Jian"},
            },
            "verdict": "altered",
            "snapshot": "6f0c2b1e9d3a",
            "engine_version": "0.1.0",
            "note": "The ministry's own translation has these words.",
            "page_url": "https://newspaper.example/2025/10/14/briefing",
            "consent": True,
        },
        {},
    ),
)

ARTICLE_EXAMPLES: tuple[Example, ...] = (
    Example(
        "text",
        "A paragraph of an article",
        {
            "text": "China on Tuesday rejected the reports, calling them “misinformed, invented, or designed to drive "
            "a wedge” between the two countries. Foreign Ministry Spokesperson Lin Jian said the new controls are “a "
            "legitimate action” and “have nothing to do with Pakistan.”",
            "published": "2025-10-14",
        },
        {"summary": {"quotes": 3, "verdicts": {"altered": 1, "verbatim": 2}, "left_out": 0}},
    ),
    Example(
        "quotes",
        "Quotations that the sender has found",
        {
            "quotes": [
                {"quote": "They are just baseless", "id": "lead", "claim": {"speaker": "Lin Jian"}},
                "designed to drive a wedge",
            ],
            "published": "2025-10-14",
        },
        {"summary": {"quotes": 2, "verdicts": {"verbatim": 2}}},
    ),
)

RECEIPT_EXAMPLES: tuple[Example, ...] = (
    Example("another_servers", "A receipt of another server, with its key", example_receipt(), {"signature": "valid"}),
)
