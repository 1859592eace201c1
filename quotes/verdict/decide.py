"""The wording verdict: a function of the edits and the policy, of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.align import Alignment
from quotes.model import Edit, EditClass, Severity, Verdict
from quotes.verdict.edits import OMISSION_WORDS, edits
from quotes.verdict.policy import MARKED, PROTECTED, Policy


@dataclass(frozen=True, slots=True)
class Wording:
    """What was found of one alignment. `reasons` name the classes that decided, heaviest kinds first as they occur."""

    verdict: Verdict
    severity: Severity | None
    reasons: tuple[str, ...]
    edits: tuple[Edit, ...]


def judge(alignment: Alignment, policy: Policy) -> Wording:
    """The verdict on `alignment` under `policy`: one of verbatim, verbatim_marked, minor_variance, altered, spliced."""
    found = edits(alignment)
    reasons = _reasons(found, policy)
    if alignment.displaced:
        return Wording(Verdict.SPLICED, _severity(found), ("out_of_order", *reasons), found)
    kinds = {edit.cls for edit in found} - policy.free
    if kinds - policy.minor - MARKED:
        return Wording(Verdict.ALTERED, _severity(found), reasons, found)
    if kinds & policy.minor:
        return Wording(Verdict.MINOR_VARIANCE, None, reasons, found)
    if kinds & MARKED:
        return Wording(Verdict.VERBATIM_MARKED, None, reasons, found)
    return Wording(Verdict.VERBATIM, None, (), found)


def _severity(found: Sequence[Edit]) -> Severity:
    return Severity.HIGH if any(edit.cls in PROTECTED for edit in found) else Severity.MODERATE


def _reasons(found: Sequence[Edit], policy: Policy) -> tuple[str, ...]:
    reasons: dict[str, None] = {}
    for edit in sorted(found, key=lambda edit: edit.cls not in PROTECTED):
        if edit.cls not in policy.free:
            reasons[edit.cls.value] = None
        if _omits_passage(edit):
            reasons[EditClass.UNMARKED_OMISSION.value] = None
    return tuple(reasons)


def _omits_passage(edit: Edit) -> bool:
    return (
        edit.op == "delete"
        and edit.cls in PROTECTED | {EditClass.CONTENT, EditClass.UNMARKED_OMISSION}
        and len(edit.source.split()) >= OMISSION_WORDS
    )
