"""Answers for articles, made up by hand: what a report has to bear, whatever the archive holds."""

from __future__ import annotations

from typing import Any

CLAIM = {"speaker": None, "printed": None, "office": None, "verb": None, "date": None, "institution": None}
CHECKS = {
    "attribution": {"status": "not_claimed", "claimed": None, "found": None, "relayed_from": None, "cue": None},
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
}
COVERAGE = {
    "sources": ["x"],
    "languages": ["en"],
    "first": "2020-01-01",
    "last": "2024-12-31",
    "transcripts": 3,
    "gaps": [],
}


def match(passage: str, *, language: str = "en", **more: object) -> dict[str, Any]:
    return {
        "verdict": "altered",
        "speaker": {"name": "Ana Ellison", "label": "MS. ELLISON", "title": "Spokesperson", "role": "spokesperson"},
        "date": "2024-03-01",
        "weekday": "Friday",
        "institution": "Harbour Authority",
        "event": "Weekly briefing",
        "transcript_id": "pier",
        "revision": 1,
        "turn": 0,
        "url": "https://harbour.example/1",
        "deep_link": "https://harbour.example/1#:~:text=pier",
        "permalink": "/transcripts/pier?turn=0",
        "also_at": [],
        "removed": None,
        "fidelity": "verbatim",
        "language": language,
        "passage": {"text": passage, "start": 0, "end": len(passage)},
        "context": {"before": "", "after": " So it stays.", "question": {"speaker": "Q", "text": "And the pier?"}},
        "diff": [
            {"op": "equal", "quote": "The pier is", "source": "The pier is", "class": "equal"},
            {"op": "replace", "quote": "open", "source": "closed", "class": "content"},
        ],
        "similarity": 0.9,
    } | more


def quote(text: str, *spans: tuple[int, int], verdict: str = "altered", **more: object) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "severity": "high" if verdict == "altered" else None,
        "finding": f"What was found of {text}.",
        "confidence": 0.9,
        "basis": "the wording",
        "reasons": [],
        "correction": None,
        "matches": [],
        "checks": CHECKS,
        "claim_from": None,
        "coverage": COVERAGE,
        "engine": {"version": "5", "policy": "default", "snapshot": "abc"},
        "quote": text,
        "id": None,
        "place": "body",
        "span": [spans[0][0], spans[-1][1]] if spans else None,
        "spans": [list(span) for span in spans],
        "source_spans": [],
        "claim": CLAIM,
        "placed_by": "words",
    } | more


def answer(
    text: str | None, *quotes: dict[str, Any], set_aside: list[dict[str, Any]] | None = None, **article: object
) -> dict[str, Any]:
    counts: dict[str, int] = {}
    for one in quotes:
        counts[one["verdict"]] = counts.get(one["verdict"], 0) + 1
    return {
        "article": {
            "title": None,
            "outlet": None,
            "published": None,
            "language": None,
            "url": None,
            "text": text,
        }
        | article,
        "quotes": list(quotes),
        "set_aside": set_aside or [],
        "summary": {
            "quotes": len(quotes),
            "verdicts": counts,
            "briefings": [],
            "look_first": [
                {"quote": place, "verdict": one["verdict"], "why": one["finding"]} for place, one in enumerate(quotes)
            ],
            "finding": f"{len(quotes)} quotations.",
            "left_out": 0,
        },
        "engine": {"version": "5", "policy": "default", "snapshot": "abc"},
    }


def aside(text: str, start: int, kind: str = "title") -> dict[str, Any]:
    span = [start, start + len(text)]
    return {"quote": text, "kind": kind, "span": span, "spans": [span], "source_spans": []}
