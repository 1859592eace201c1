"""The wording verdict: a function of the edits and the policy, of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.align import Alignment
from quotes.model import Edit, EditClass, Severity, Verdict
from quotes.verdict import doubts
from quotes.verdict.edits import OMISSION_WORDS, edits
from quotes.verdict.hidden import Hidden, hidden
from quotes.verdict.policy import MARKED, PROTECTED, Policy


@dataclass(frozen=True, slots=True)
class Wording:
    """What was found of one alignment. `reasons` name the classes that decided, heaviest kinds first as they occur, and
    after them what is only told; `hidden` is what the writer's ellipses leave out that a reader should know of."""

    verdict: Verdict
    severity: Severity | None
    reasons: tuple[str, ...]
    edits: tuple[Edit, ...]
    hidden: tuple[Hidden, ...] = ()


def judge(alignment: Alignment, policy: Policy, heard: str = "") -> Wording:
    """The verdict on `alignment` under `policy`: one of verbatim, verbatim_marked, minor_variance, altered, spliced.
    `heard`: the question that the turn answers, where it is known."""
    found = edits(alignment, heard)
    missed = hidden(alignment)
    reasons = (*(("out_of_order",) if alignment.displaced else ()), *_reasons(found, missed, policy))
    if doubts.in_doubt(alignment, found):
        reasons += (doubts.REASON,)
    verdict, severity = _verdict(alignment, found, missed, policy)
    return Wording(verdict, severity, reasons, found, missed)


def _verdict(
    alignment: Alignment, found: Sequence[Edit], missed: Sequence[Hidden], policy: Policy
) -> tuple[Verdict, Severity | None]:
    if alignment.displaced:
        return Verdict.SPLICED, _severity(found)
    if any(one.turns for one in missed):
        return Verdict.ALTERED, Severity.HIGH
    kinds = {edit.cls for edit in found} - policy.free
    if kinds - policy.minor - MARKED:
        return Verdict.ALTERED, _severity(found)
    if kinds & policy.minor:
        return Verdict.MINOR_VARIANCE, None
    return (Verdict.VERBATIM_MARKED if kinds & MARKED else Verdict.VERBATIM), None


def _severity(found: Sequence[Edit]) -> Severity:
    return Severity.HIGH if any(edit.cls in PROTECTED for edit in found) else Severity.MODERATE


def _reasons(found: Sequence[Edit], missed: Sequence[Hidden], policy: Policy) -> tuple[str, ...]:
    reasons: dict[str, None] = {one.reason.value: None for one in missed if one.turns}
    for edit in sorted(found, key=lambda edit: edit.cls not in PROTECTED):
        if edit.cls not in policy.free:
            reasons[edit.cls.value] = None
        if _omits_passage(edit):
            reasons[EditClass.UNMARKED_OMISSION.value] = None
    return (*reasons, *dict.fromkeys(one.reason.value for one in missed if one.reason.value not in reasons))


def _omits_passage(edit: Edit) -> bool:
    return (
        edit.op == "delete"
        and edit.cls in PROTECTED | {EditClass.CONTENT, EditClass.UNMARKED_OMISSION}
        and len(edit.source.split()) >= OMISSION_WORDS
    )
