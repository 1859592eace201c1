"""The reasons for a verdict that are not classes of edit."""

from __future__ import annotations

from backend.codes.explanation import Explanation, explain

REASONS: dict[str, Explanation] = {
    "out_of_order": explain(
        "Out of order",
        "`spliced`: the parts stand in one answer, in another order.",
        "No cargo has been lost. Nobody has been hurt.",
    ),
    "different_turns": explain(
        "Different turns",
        "`spliced`: the parts come from different answers of one briefing.",
        "The tolls will not double. Traffic may rise by 2 percent, or it may fall by 2 percent.",
    ),
    "different_events": explain(
        "Different events",
        "`spliced`: the parts come from different briefings.",
        "The ministry has no plans to sell the lighthouse at Cape Mourne. "
        "Nobody should imagine that steel is a climate policy.",
    ),
    "ellipsis_joins_answers": explain(
        "Ellipsis joins answers",
        "`spliced`: the ellipsis stands for a question and the words around it, so two answers are printed as one.",
        "Both sides have had some sleep … What I will say is that a strike is easier to start than to stop",
    ),
    "ellipsis_hides_negation": explain(
        "Ellipsis hides a negation",
        "A “not” or “never” went with the words left out. Where it denies what is left, as here, the quotation is "
        "`altered`, mark or no mark; elsewhere this is only told.",
        "The ministry … promised the union a seat on the harbour board.",
    ),
    "ellipsis_hides_condition": explain(
        "Ellipsis hides a condition",
        "The words left out say on what condition it holds. Here: “but only if the pilots say so”.",
        "We may reopen it on Thursday … The Harbour Master General will be in this room on Thursday",
    ),
    "ellipsis_hides_hedge": explain(
        "Ellipsis hides a hedge",
        "The words left out say that the speaker was not sure. Told, and held against nobody. Here: “I think that”.",
        "They will publish their report in the spring … it will probably answer most of your questions",
    ),
    "ellipsis_hides_reversal": explain(
        "Ellipsis hides a reversal",
        "A “but” or “however” went with the words left out. Here: “But I will not spend the winter”.",
        "there is room to lower the harbour dues in the spring … before it arrives",
    ),
    "ellipsis_hides_interjection": explain(
        "Ellipsis hides an interjection",
        "Somebody else spoke in between, and the ellipsis stands for that too.",
        "she wants every shipowner to know … the insurance rules have not changed",
    ),
    "resumed_after_interruption": explain(
        "Resumed after an interruption",
        "The speaker was interrupted and went on. The sentence stands in two turns and is one all the same.",
        "she wants every shipowner to know that the insurance rules have not changed",
    ),
    "record_may_be_in_error": explain(
        "Record may be in error",
        "A note, and never a verdict: by the record's own logic the printed words may be right. It has a small word "
        "twice, or says the same sentence elsewhere as it is printed.",
    ),
    "too_short": explain(
        "Too short",
        "`ambiguous`: so few words stand somewhere by chance. A date, a speaker or the page's other quotations may "
        "place them.",
        "legitimate action",
    ),
    "set_phrase": explain(
        "Set phrase",
        "`ambiguous`: said at so many briefings that the words point to none of them.",
        "A patient harbour is a safe harbour.",
    ),
    "near_match": explain(
        "Near match",
        "`ambiguous`: words near these were said, and are too common to call them the source.",
        "I would like to keep the neighbours",
    ),
    "another_translation": explain(
        "Another translation",
        "`translation_variant`: the words are those of another rendering of the same statement.",
        "The reports you mentioned are either unaware of the facts, or are based on speculation",
    ),
    "questioner": explain(
        "Questioner",
        "`not_found` in the words of the person named: a reporter said them.",
        "the ministry gambled with the lives of the crew",
        speaker="Ines Abara",
    ),
}
