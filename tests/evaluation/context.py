"""Context flags against sentences written for them, in `context_cases.jsonl`.

A case is a text with the passage between ⟦ and ⟧, the question it answers where there is one, the flag it was written
for, and all the flags that are due; in two cases of five or more a cue is near that does not govern the passage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from quotes.model import ContextFlag, FlagName
from quotes.verdict import context_flags, relay
from tests.evaluation.scores import Score, tally

CASES = Path(__file__).with_name("context_cases.jsonl")

Case = dict[str, Any]


def read_cases() -> list[Case]:
    return [orjson.loads(line) for line in CASES.read_bytes().splitlines()]


def flags_of(case: Case) -> tuple[ContextFlag, ...]:
    """What is raised on the case's passage, every flag switched on."""
    before, passage, after = case["text"].replace("⟧", "⟦").split("⟦")
    text, start, end = before + passage + after, len(before), len(before) + len(passage)
    question = case.get("question", "")
    return context_flags(
        text,
        start,
        end,
        question=question,
        relayed=relay(text, start, end, question=question),
        wanted=frozenset(FlagName),
    )


def evaluate(cases: list[Case]) -> list[Score]:
    """Of each flag, how many raised were due (precision, over all cases) and how many due were raised (recall)."""
    raised = [(case, {flag.flag for flag in flags_of(case)}) for case in cases]
    scores = []
    for name in FlagName:
        right = [(name in case["expect"], f"{case['id']} {case['text']}") for case, found in raised if name in found]
        found = [(name in flags, f"{case['id']} {case['text']}") for case, flags in raised if name in case["expect"]]
        scores += [tally(f"context {name}: precision", right), tally(f"context {name}: recall", found)]
    return scores
