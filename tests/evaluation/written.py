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
# Begins the names of the scores of single kinds, which have no floors of their own.
OF_KIND = "written: "

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
        elif key == "flags":
            raised = sorted(flag.flag for flag in answer.checks.context.flags)
            wrong += [f"flags are {raised}, not {sorted(wanted)}"] if raised != sorted(wanted) else []
        elif got[key] not in (wanted if isinstance(wanted, list) else [wanted]):
            wrong.append(f"{key} is {got[key]}, not {wanted}")
    return wrong


def kind(case: Case) -> str:
    """What the case is of: the name of its file, which its id begins with."""
    return str(case["id"]).rpartition("-")[0]


def evaluate(engine: Engine, cases: list[Case]) -> list[Score]:
    """The share of all cases, and of each kind of them."""
    outcomes = []
    by_kind: dict[str, list[tuple[bool, str]]] = {}
    for case in cases:
        try:
            wrong = faults(engine.lookup(inquiry(case)), case["expect"])
        except Exception as fault:  # noqa: BLE001
            wrong = [f"crashed: {fault!r}"]
        outcomes.append((not wrong, f"{case['id']} {case['quote'][:60]!r}: {'; '.join(wrong)}"))
        by_kind.setdefault(kind(case), []).append(outcomes[-1])
    kinds = [tally(f"{OF_KIND}{name}", of_kind) for name, of_kind in sorted(by_kind.items())]
    return [tally("written cases answered as expected", outcomes), *kinds]
