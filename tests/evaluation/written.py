"""Cases written for the project against the sample archive, in `cases/*.jsonl`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import orjson

from quotes.model import Answer, Claim, Inquiry, PageContext
from quotes.verify import Engine
from tests.evaluation.scores import Score, tally

CASES = Path(__file__).with_name("cases")

Case = dict[str, Any]


def read_cases() -> list[Case]:
    return [orjson.loads(line) for file in sorted(CASES.glob("*.jsonl")) for line in file.read_bytes().splitlines()]


def inquiry(case: Case) -> Inquiry:
    page = dict(case.get("context") or {})
    if page.get("published"):
        page["published"] = date.fromisoformat(page["published"])
    page["neighbours"] = tuple(page.get("neighbours", ()))
    return Inquiry(case["quote"], PageContext(**page), Claim(**(case.get("claim") or {})))


def faults(answer: Answer, expect: dict[str, Any]) -> list[str]:
    """What of the answer is not as expected, a line each."""
    first = answer.matches[0] if answer.matches else None
    got: dict[str, Any] = {
        "verdict": answer.verdict,
        "severity": answer.severity,
        "transcript_id": first.transcript_id if first else None,
        "turn": first.turn if first else None,
        "attribution": answer.checks.attribution.status,
        "date": answer.checks.date.status,
    }
    wrong = []
    for key, wanted in expect.items():
        if key == "reasons_include":
            due = [wanted] if isinstance(wanted, str) else wanted
            wrong += [
                f"reason {reason} is missing from {list(answer.reasons)}" for reason in set(due) - {*answer.reasons}
            ]
        elif got[key] not in (wanted if isinstance(wanted, list) else [wanted]):
            wrong.append(f"{key} is {got[key]}, not {wanted}")
    return wrong


def evaluate(engine: Engine, cases: list[Case]) -> list[Score]:
    outcomes = []
    for case in cases:
        try:
            wrong = faults(engine.lookup(inquiry(case)), case["expect"])
        except Exception as fault:  # noqa: BLE001
            wrong = [f"crashed: {fault!r}"]
        outcomes.append((not wrong, f"{case['id']} {case['quote'][:60]!r}: {'; '.join(wrong)}"))
    return [tally("written cases answered as expected", outcomes)]
