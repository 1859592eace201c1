"""What each policy makes of each class of edit, in words, and the house rules that the policies stand for."""

from __future__ import annotations

from quotes.model import EditClass, Severity, Verdict
from quotes.verdict import MARKED, PROTECTED, Policy

# By verdict and severity of a quotation that has edits of one class and no other.
EFFECTS: dict[tuple[str, str | None], str] = {
    (Verdict.VERBATIM, None): "free",
    (Verdict.VERBATIM_MARKED, None): "marked",
    (Verdict.MINOR_VARIANCE, None): "minor",
    (Verdict.ALTERED, Severity.MODERATE): "altered",
    (Verdict.ALTERED, Severity.HIGH): "altered, high",
}

HOUSE_RULES: dict[str, str] = {
    "default": "For everyday checking. What a reader could not hear is free: case, punctuation, spelling, how a number "
    "is written. Small change that many desks make without a mark, an “um”, an article, a “that”, “we’re” for "
    "“we are”, is told apart from verbatim and is no more than a minor variance. Everything else that is not "
    "marked alters the quotation.",
    "strict": "For houses that change nothing inside quotation marks. The AP Stylebook has quotations never altered, "
    "not even to mend a small slip of grammar; a slip of the tongue may come out by an ellipsis only, and "
    "with caution. The Reuters handbook lets a redundant word or clause be deleted where the sense stays the "
    "same, and no phrase be put in other words. So deletions are the only change here, and they have to be "
    "marked: any unmarked edit, an article or an “um” too, is `altered`. Words in brackets remain the "
    "writer's own marked words; the diff shows each, so that a desk which allows none can ask for a "
    "paraphrase.",
    "lenient": "For houses that tidy speech, as some American newspapers have said they do: “um”, “you know” and false "
    "starts go without a mark, and slips of grammar are mended that nobody hears and everybody reads. Fillers "
    "are free, and a mended ending or agreement is a minor variance. It is lenient about grammar and about "
    "nothing else: a protected word is `altered`, severity high, under this policy as under every other.",
}


def effect(policy: Policy, kind: EditClass) -> str:
    """What edits of this class alone make of a quotation under the policy, as one of EFFECTS."""
    if kind in policy.free:
        return "free"
    if kind in MARKED:
        return "marked"
    if kind in policy.minor:
        return "minor"
    return "altered, high" if kind in PROTECTED else "altered"
