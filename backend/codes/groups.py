"""The codes by where in an answer they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from backend.codes.articles import KINDS, PLACED_BY, PLACES
from backend.codes.checks import (
    ATTRIBUTIONS,
    CLAIMS,
    DATES,
    FIDELITIES,
    FLAGS,
    OCCURRENCES,
    REMOVALS,
    ROLES,
    SEVERITIES,
)
from backend.codes.edits import EDITS
from backend.codes.explanation import Explanation
from backend.codes.reasons import REASONS
from backend.codes.verdicts import VERDICTS

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Codes of one field. `id` begins their addresses on the page (`/docs/codes#edit-negation`); `where` is the field;
    `found` reads them from an answer."""

    id: str
    title: str
    where: str
    about: str
    codes: dict[str, Explanation]
    found: Callable[[Answer], Iterable[str | None]]


GROUPS: tuple[Group, ...] = (
    Group(
        "verdict",
        "Verdicts",
        "verdict, matches[].verdict",
        "Decided by the edits, never by a similarity number.",
        VERDICTS,
        lambda answer: [answer["verdict"]],
    ),
    Group(
        "severity",
        "Severity",
        "severity",
        "How far an alteration may carry; null where nothing was altered.",
        SEVERITIES,
        lambda answer: [answer["severity"]],
    ),
    Group(
        "edit",
        "Classes of edit",
        "matches[].diff[].class, reasons",
        "What was done to the record's words, edit by edit. Under each policy a class is free (the quotation stays "
        "verbatim), marked by the writer, minor, or it alters the quotation. Of several edits the gravest decides.",
        EDITS,
        lambda answer: [edit["class"] for edit in answer["matches"][0]["diff"]],
    ),
    Group(
        "reason",
        "Other reasons",
        "reasons",
        "Why the verdict is what it is. Most reasons are classes of edit; these are the others.",
        REASONS,
        lambda answer: answer["reasons"],
    ),
    Group(
        "attribution",
        "Attribution",
        "checks.attribution.status",
        "Whose words they are, beside and apart from the wording.",
        ATTRIBUTIONS,
        lambda answer: [answer["checks"]["attribution"]["status"]],
    ),
    Group(
        "claim_from",
        "Claim",
        "claim_from",
        "Who says whose words they are and from when; null where nobody does.",
        CLAIMS,
        lambda answer: [answer["claim_from"]],
    ),
    Group(
        "date",
        "Date",
        "checks.date.status",
        "When they were spoken, against the day that is claimed.",
        DATES,
        lambda answer: [answer["checks"]["date"]["status"]],
    ),
    Group(
        "context",
        "Context flags",
        "checks.context.flags[].flag",
        "What the record around the words does to them, also where the words themselves are verbatim. Advisory: a flag "
        "moves no verdict, and names the words of the record that raised it.",
        FLAGS,
        lambda answer: [flag["flag"] for flag in answer["checks"]["context"]["flags"]],
    ),
    Group(
        "occurrences",
        "Occurrences",
        "checks.occurrences.status",
        "How often the exact words stand in the archive.",
        OCCURRENCES,
        lambda answer: [answer["checks"]["occurrences"]["status"]],
    ),
    Group(
        "removed",
        "Removal",
        "matches[].removed.what",
        "That the publisher no longer shows the words; `since` is when that was found out. The sample archive has no "
        "example: nothing was removed from it.",
        REMOVALS,
        lambda answer: [(match["removed"] or {}).get("what") for match in answer["matches"]],
    ),
    Group(
        "role",
        "Roles",
        "matches[].speaker.role",
        "In what part somebody speaks.",
        ROLES,
        lambda answer: [match["speaker"]["role"] for match in answer["matches"]],
    ),
    Group(
        "fidelity",
        "Fidelity of the record",
        "matches[].fidelity",
        "How close the published text claims to be to the words spoken. Read a small difference against it.",
        FIDELITIES,
        lambda answer: [match["fidelity"] for match in answer["matches"]],
    ),
    Group(
        "placed_by",
        "What places a quotation of an article",
        "quotes[].placed_by",
        "The quotations of an article are looked up together (`POST /v1/verify`), and tell one another where they come "
        "from. A quotation by itself shows none of these.",
        PLACED_BY,
        lambda answer: [],
    ),
    Group(
        "place",
        "Place in an article",
        "quotes[].place",
        "Where in the article the quotation stands.",
        PLACES,
        lambda answer: [],
    ),
    Group(
        "kind",
        "Kinds of marked words",
        "set_aside[].kind",
        "What the marks around words in an article are for. Only speech is looked up; the others are set aside.",
        KINDS,
        lambda answer: [],
    ),
)
