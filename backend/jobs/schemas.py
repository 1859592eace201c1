"""Schemas of what is said of jobs, for the OpenAPI document. `backend.answers` closes them."""

from __future__ import annotations

from typing import Any, Final

from backend.jobs.job import Decision, JobKind, JobState
from quotes.model import Verdict

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_MOMENT_OR_NULL: Schema = {"type": ["string", "null"], "format": "date-time"}
_LINKS: Final = ("self", "events", "decisions", "results", "results_csv", "results_html")


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties}


JOB_SCHEMAS: Final[dict[str, Schema]] = {
    "Job": _object(
        id=_TEXT,
        name=_TEXT_OR_NULL,
        kind={"enum": [kind.value for kind in JobKind]},
        status={"enum": [state.value for state in JobState]},
        problem=_TEXT_OR_NULL,
        policy=_TEXT,
        total=_COUNT,
        done=_COUNT,
        quotes=_COUNT,
        verdicts={
            "type": "object",
            "propertyNames": {"enum": [verdict.value for verdict in Verdict]},
            "additionalProperties": _COUNT,
        },
        errors=_COUNT,
        created=_MOMENT,
        started=_MOMENT_OR_NULL,
        finished=_MOMENT_OR_NULL,
        expires=_MOMENT_OR_NULL,
        rate=_NUMBER_OR_NULL,
        seconds_left=_NUMBER_OR_NULL,
        webhook={"enum": ["due", "delivered", "failed", None]},
        version=_COUNT,
        links={
            "type": "object",
            "properties": {**dict.fromkeys(_LINKS, _TEXT), "articles": _TEXT_OR_NULL},
            "required": [*_LINKS, "articles"],
        },
    )
    | {
        "description": "How a job stands. `total`, `done` count rows or articles, by `kind`; `quotes` are result rows "
        "so far and `errors` those that could not be checked for an error. `rate` is in rows or articles a second."
    },
    "RowDecision": _object(
        row=_TEXT,
        decision={"enum": [decision.value for decision in Decision]},
        note=_TEXT,
        text=_TEXT_OR_NULL,
        at=_MOMENT,
        version=_COUNT,
    ),
    "Decisions": _object(decisions={"type": "array", "items": {"$ref": "#/components/schemas/RowDecision"}}),
}
