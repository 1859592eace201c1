"""Result rows as a table: what each column holds."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from backend.jobs.job import Outcome, Row, RowDecision
from backend.jobs.status import decision_json
from quotes.model import AttributionStatus
from quotes.report import UNPLACED

COLUMNS: Final = (
    "row",
    "id",
    "quote",
    "verdict",
    "severity",
    "finding",
    "speaker_claimed",
    "date_claimed",
    "speaker_found",
    "date_found",
    "attribution",
    "date",
    "event",
    "url",
    "permalink",
    "correction",
    "confidence",
    "error",
    "decision",
    "note",
    "corrected",
    "page",
)


@dataclass(frozen=True, slots=True)
class Results:
    """Which result rows of a job are sent. `base` is put before permalinks."""

    outcomes: AsyncIterator[tuple[int, Outcome]]
    decisions: Mapping[str, RowDecision]
    base: str
    verdicts: Collection[str] = ()

    def rows(self, outcome: Outcome) -> list[Row]:
        return [row for row in outcome.rows if not self.verdicts or row["verdict"] in self.verdicts]


def key_of(row: Row) -> str:
    """What decisions name the row by: its number, or article and quotation."""
    return str(row["row"]) if row["article"] is None else f"{row['article']}.{row['row'] or 0}"


def json_line(row: Row, decision: RowDecision | None) -> bytes:
    """The row with its whole answer, on one line."""
    told = None if decision is None else decision_json(decision)
    return orjson.dumps({"key": key_of(row), **row, "decision": told}, option=orjson.OPT_APPEND_NEWLINE)


def cells(row: Row, decision: RowDecision | None, base: str) -> dict[str, Any]:
    """The row by column; None for what there is not."""
    answer = row["answer"] or {}
    checks = answer.get("checks") or {}
    attribution = (checks.get("attribution") or {}).get("status")
    placed = row["verdict"] not in UNPLACED or attribution == AttributionStatus.QUESTIONER
    match = (answer.get("matches") or [{}])[0] if placed else {}
    found = match.get("speaker") or {}
    permalink = match.get("permalink")
    return {
        "row": key_of(row),
        "id": row["id"],
        "quote": row["quote"],
        "verdict": row["verdict"],
        "severity": answer.get("severity"),
        "finding": answer.get("finding"),
        "speaker_claimed": row["speaker"],
        "date_claimed": row["date"],
        "speaker_found": found.get("name") or found.get("label"),
        "date_found": match.get("date"),
        "attribution": attribution,
        "date": (checks.get("date") or {}).get("status"),
        "event": match.get("event"),
        "url": match.get("url"),
        "permalink": permalink and base + permalink,
        "correction": answer.get("correction"),
        "confidence": answer.get("confidence"),
        "error": row["error"],
        "decision": decision and decision.decision.value,
        "note": decision and decision.note,
        "corrected": decision and decision.text,
        "page": row["url"],
    }
