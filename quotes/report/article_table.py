"""A checked article as a table: a row a quotation, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from quotes.model import AttributionStatus
from quotes.report.article_report import EditorDecision
from quotes.report.csv_cells import csv_lines
from quotes.report.verdict_words import UNPLACED

ARTICLE_COLUMNS: Final = (
    "number",
    "id",
    "place",
    "quote",
    "start",
    "end",
    "verdict",
    "severity",
    "finding",
    "correction",
    "speaker_claimed",
    "date_claimed",
    "speaker_found",
    "date_found",
    "attribution",
    "date",
    "context",
    "placed_by",
    "event",
    "passage",
    "url",
    "permalink",
    "confidence",
    "decision",
    "note",
    "corrected",
)


def article_csv(
    answer: Mapping[str, Any], *, decisions: Mapping[int, EditorDecision] | None = None, server: str | None = None
) -> str:
    """CSV with a heading line, for `answer` as plain data. `number` counts from 1, as the report does; `start`, `end`
    are code points of the article's text; `server` is put before permalinks. A file wants `BYTE_ORDER_MARK` first,
    or a spreadsheet misreads it."""
    rows = [
        _row(place, quote, (decisions or {}).get(place), server or "") for place, quote in enumerate(answer["quotes"])
    ]
    return csv_lines([ARTICLE_COLUMNS, *rows])


def _row(place: int, quote: Mapping[str, Any], decision: EditorDecision | None, base: str) -> list[Any]:
    checks = quote["checks"]
    placed = quote["verdict"] not in UNPLACED or checks["attribution"]["status"] == AttributionStatus.QUESTIONER
    match: Mapping[str, Any] = quote["matches"][0] if placed and quote["matches"] else {}
    speaker = match.get("speaker") or {}
    start, end = quote["span"] or (None, None)
    cells = {
        "number": place + 1,
        "id": quote["id"],
        "place": quote["place"],
        "quote": quote["quote"],
        "start": start,
        "end": end,
        "verdict": quote["verdict"],
        "severity": quote["severity"],
        "finding": quote["finding"],
        "correction": quote["correction"],
        "speaker_claimed": quote["claim"]["speaker"],
        "date_claimed": quote["claim"]["date"],
        "speaker_found": speaker.get("name") or speaker.get("label"),
        "date_found": match.get("date"),
        "attribution": checks["attribution"]["status"],
        "date": checks["date"]["status"],
        "context": " ".join(flag["flag"] for flag in checks["context"]["flags"]),
        "placed_by": quote["placed_by"],
        "event": match.get("event"),
        "passage": (match.get("passage") or {}).get("text"),
        "url": match.get("url"),
        "permalink": base + match["permalink"] if match else None,
        "confidence": quote["confidence"],
        "decision": decision and decision.decision,
        "note": decision and decision.note,
        "corrected": decision and decision.text,
    }
    return [cells[name] for name in ARTICLE_COLUMNS]
