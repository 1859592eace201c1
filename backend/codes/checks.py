"""What stands beside the verdict: severity, checks, flags, and how the record is kept."""

from __future__ import annotations

from backend.codes.explanation import Explanation, explain
from quotes.model import AttributionStatus, ClaimFrom, DateStatus, Fidelity, FlagName, Role, Severity

SEVERITIES: dict[str, Explanation] = {
    Severity.HIGH: explain(
        "High",
        "A protected word was touched, one that can turn the sense: see the classes marked so below.",
        "Although the strike is lawful, it is not hurting the islands",
    ),
    Severity.MODERATE: explain(
        "Moderate",
        "The wording was changed, but no protected word. Read both and judge.",
        "The union told us that its members have full trust in the new radar.",
    ),
}

ATTRIBUTIONS: dict[str, Explanation] = {
    AttributionStatus.CONFIRMED: explain(
        "Confirmed",
        "Spoken by the person whom the page names.",
        "the bank has moved 60 metres to the east since October 2022",
        speaker="Tobias Renn",
    ),
    AttributionStatus.DIFFERENT_SPEAKER: explain(
        "Different speaker",
        "Spoken, but by somebody else than the page says.",
        "the bank has moved 60 metres to the east since October 2022",
        speaker="Ines Abara",
    ),
    AttributionStatus.QUESTIONER: explain(
        "Questioner",
        "A reporter's words, from a question. Pinned on an official, they are not found in the official's own words.",
        "the ministry gambled with the lives of the crew",
        speaker="Ines Abara",
    ),
    AttributionStatus.RELAYED: explain(
        "Relayed",
        "The person named did speak the words, to pass on what somebody else said. `relayed_from` says whose they are.",
        "its members have full confidence in the new radar",
        speaker="Tobias Renn",
    ),
    AttributionStatus.UNRESOLVED: explain(
        "Unresolved",
        "A speaker is named, and it cannot be told whether he said this: nothing was found, or the record does not say "
        "who speaks.",
        "The lighthouse will be painted green before the winter regatta.",
        speaker="Ines Abara",
    ),
    AttributionStatus.NOT_CLAIMED: explain(
        "Not claimed",
        "No speaker was named; `found` says who it was.",
        "the bank has moved 60 metres to the east since October 2022",
    ),
}

CLAIMS: dict[str, Explanation] = {
    ClaimFrom.REQUEST: explain(
        "By the request",
        "Whoever asked said whose words they are to be, or from when.",
        "the bank has moved 60 metres to the east since October 2022",
        speaker="Ines Abara",
    ),
    ClaimFrom.PAGE: explain(
        "By the page",
        "Nothing was claimed in the request, and the words around the quotation name a speaker or a day. A name counts "
        "only where the quotation's own sentence has it: whom “he” means is not guessed.",
    ),
}

_LIGHTHOUSE = "The ministry has no plans to sell the lighthouse at Cape Mourne."
DATES: dict[str, Explanation] = {
    DateStatus.CONFIRMED: explain(
        "Confirmed",
        "Spoken on the day that the page says. A weekday is read against the day the page was published.",
        _LIGHTHOUSE,
        date="Tuesday",
        published="2024-05-15",
    ),
    DateStatus.DIFFERENT_DATE: explain(
        "Different date",
        "Spoken, but on another day; both are given.",
        _LIGHTHOUSE,
        date="Monday",
        published="2024-05-15",
    ),
    DateStatus.MULTIPLE_DATES: explain(
        "Multiple dates",
        "Spoken on several days, none of them the one claimed.",
        "A patient harbour is a safe harbour.",
        date="2024-03-06",
    ),
    DateStatus.UNRESOLVED: explain(
        "Unresolved",
        "A day is claimed, and nothing was found that has one.",
        "The lighthouse will be painted green before the winter regatta.",
        date="2024-03-05",
    ),
    DateStatus.NOT_CLAIMED: explain(
        "Not claimed",
        "No day was named; `found_date` says when it was.",
        "The ministry has no plans to sell the lighthouse",
    ),
}

FLAGS: dict[str, Explanation] = {
    FlagName.NEGATED: explain(
        "Negated",
        "A clause just outside the quotation denies it. Here: “It is not true that …”.",
        "the ministry ignored a warning from the pilots",
        speaker="Tobias Renn",
    ),
    FlagName.REVERSAL_FOLLOWS: explain(
        "Reversal follows", "The next sentence takes it back, or most of it: “But …”, “That is not so”."
    ),
    FlagName.CONDITIONAL: explain(
        "Conditional",
        "It holds on a condition that was not quoted. Here: “If the visibility falls below half a mile, …”.",
        "we would close the channel again without a second thought",
    ),
    FlagName.QUESTION: explain(
        "Question",
        "The official asked it, and did not say it. Here: “Why would …?”.",
        "any engineer in her right mind build it a metre lower",
    ),
    FlagName.RELAYED: explain(
        "Relayed",
        "It is passed on for somebody else. Here: “The union told us that …”.",
        "its members have full confidence in the new radar",
    ),
    FlagName.CUT_BEFORE: explain(
        "Cut before",
        "The quotation begins inside a clause, and a word just before it turns what is quoted. Here: “never”.",
        "promised the union a seat on the harbour board",
    ),
    FlagName.CUT_AFTER: explain(
        "Cut after",
        "The quotation ends before the sentence does, and what follows limits it. Here: “although they must still …”.",
        "Vessels that carry less than 500 tonnes are exempt",
    ),
    FlagName.HEDGED: explain(
        "Hedged",
        "The speaker was not sure, and the words that say so stand outside. Here: “I think that …”.",
        "we will probably finish the new breakwater by the end of next year",
    ),
    FlagName.ECHOED: explain(
        "Echoed",
        "The words were the questioner's first, and the official took them up.",
        "the ministry ignored a warning from the pilots",
        speaker="Tobias Renn",
    ),
}

OCCURRENCES: dict[str, Explanation] = {
    "none": explain(
        "None",
        "These exact words stand nowhere.",
        "The union told us that its members have full trust in the new radar.",
    ),
    "once": explain("Once", "In one turn of one transcript.", "the bank has moved 60 metres to the east"),
    "several": explain(
        "Several", "In more than one; `count` says in how many.", "A patient harbour is a safe harbour."
    ),
}

REMOVALS: dict[str, Explanation] = {
    "text": explain(
        "Text",
        "The publisher changed the transcript since, and these words are gone from it. They are in the revision shown.",
    ),
    "page": explain("Page", "The publisher took the page down. What is shown is the text that was read before."),
}

ROLES: dict[str, Explanation] = {
    Role.SPOKESPERSON: explain("Spokesperson", "Speaks for the institution, as an office."),
    Role.OFFICIAL: explain("Official", "Another official, of whatever rank."),
    Role.JOURNALIST: explain("Journalist", "Asks. His words are never an official's."),
    Role.MODERATOR: explain("Moderator", "Calls speakers and questions up."),
    Role.UNKNOWN: explain("Unknown", "The record does not say in what part somebody speaks."),
}

FIDELITIES: dict[str, Explanation] = {
    Fidelity.VERBATIM: explain("Verbatim", "Claims to be every word that was spoken."),
    Fidelity.NEAR_VERBATIM: explain("Near verbatim", "Spoken words, lightly tidied, as most official transcripts are."),
    Fidelity.EDITED: explain("Edited", "Edited for reading, or the text as prepared before it was spoken."),
    Fidelity.TRANSLATED: explain("Translated", "A translation of what was spoken: other words may be as right."),
    Fidelity.PRESS_EXCERPT: explain("Press excerpt", "Put together from sentences that others printed; not the whole."),
}
