"""The article the project grew from, quotation by quotation as it prints them, and what its quotations say together."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import BadPolicy
from quotes.model import Article, DateStatus, Place, PlacedBy, PrintedClaim, PrintedQuotation, QuotationKind, Verdict
from quotes.verify import Engine

BRIEFING = "mfa-cn-en-2025-10-13"
LIN = PrintedClaim(speaker="Lin Jian", printed="he", verb="said", date="Tuesday")
PRINTED = (
    "misinformed, invented, or designed to drive a wedge",
    (
        "The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores purchased by staff in "
        "Pakistan. The reported stories are either misinformed or invented, or even designed to drive a wedge between "
        "China and Pakistan. They are just baseless,"
    ),
    "will never harm China’s interests or its cooperation with China.",
    "China’s recently released export control measures on related rare earth items have nothing to do with Pakistan,",
    "a legitimate action",
    "all-weather strategic cooperative partners",
    "iron-clad friendship has stood the test of time.",
)


def article(*quotes: str, claim: PrintedClaim = LIN, published: date | None = date(2025, 10, 14)) -> Article:
    text = "\n\n".join(quotes)
    printed = []
    for quote in quotes:
        start = text.index(quote)
        printed.append(PrintedQuotation(quote, ((start, start + len(quote)),), claim=claim))
    return Article(text, tuple(printed), published=published)


def test_one_briefing_is_found_for_all_quotations(engine: Engine) -> None:
    found = engine.verify(article(*PRINTED))
    assert [answer.matches[0].transcript_id for answer in found.quotes] == [BRIEFING] * len(PRINTED)
    assert len(found.summary.briefings) == 1
    briefing = found.summary.briefings[0]
    assert (briefing.transcript_id, briefing.date, briefing.weekday) == (BRIEFING, "2025-10-13", "Monday")
    assert briefing.quotes == tuple(range(len(PRINTED)))
    assert "Lin Jian" in briefing.speakers


def test_another_translation_of_it_is_the_same_briefing(engine: Engine) -> None:
    summary = engine.verify(article("or even are intended to sow discord. They are groundless,", PRINTED[3])).summary
    assert summary.verdicts == {"verbatim": 1, "translation_variant": 1}
    assert [(one.transcript_id, one.quotes) for one in summary.briefings] == [(BRIEFING, (0, 1))]


def test_the_day_that_is_wrong_throughout_is_said_once(engine: Engine) -> None:
    summary = engine.verify(article(*PRINTED)).summary
    assert summary.finding.endswith("The article says Tuesday; the record says Monday 13 October 2025.")
    assert summary.verdicts == {"verbatim": 5, "altered": 2}


def test_what_is_gravest_comes_first(engine: Engine) -> None:
    first, *others = engine.verify(article(*PRINTED)).summary.look_first
    assert (first.quote, first.verdict) == (0, Verdict.ALTERED)
    assert "“even”" in first.why
    # The altered, the relayed; and the wrong day once for all that have nothing else.
    assert [one.quote for one in others] == [1, 2, 3]
    assert others[-1].why == (
        "The article says Tuesday; the record says Monday 13 October 2025. "
        "Nothing else needs a look in these 4 quotations."
    )


def test_a_fragment_is_placed_by_its_neighbours_and_says_so(engine: Engine) -> None:
    alone = engine.verify(article("a legitimate action", claim=PrintedClaim(), published=None)).quotes[0]
    assert (alone.verdict, alone.placed_by) == (Verdict.AMBIGUOUS, PlacedBy.NOTHING)
    together = engine.verify(article(*PRINTED, claim=PrintedClaim(), published=None))
    fragment = together.quotes[PRINTED.index("a legitimate action")]
    assert (fragment.verdict, fragment.placed_by) == (Verdict.VERBATIM, PlacedBy.NEIGHBOURS)
    assert "the page's other quotations" in fragment.basis
    assert together.quotes[1].placed_by is PlacedBy.WORDS


def test_each_keeps_its_spans_claim_and_place(engine: Engine) -> None:
    given = article(*PRINTED)
    for printed, answer in zip(given.quotations, engine.verify(given).quotes, strict=True):
        assert answer.span is not None
        assert given.text[slice(*answer.span)] == answer.quote == printed.text
        assert (answer.claim, answer.place) == (LIN, Place.BODY)


def test_a_quotation_that_cannot_be_looked_up_fails_alone(engine: Engine) -> None:
    found = engine.verify(article("…", PRINTED[3]))
    assert [answer.verdict for answer in found.quotes] == [Verdict.CANNOT_CHECK, Verdict.VERBATIM]
    assert "no word" in found.quotes[0].finding
    assert found.quotes[0].reasons == ("bad_quotation",)


def test_a_day_that_names_none_is_no_reason_to_fail(engine: Engine) -> None:
    answer = engine.verify(article(PRINTED[3], claim=PrintedClaim(speaker="Lin Jian", date="last autumn"))).quotes[0]
    assert (answer.verdict, answer.checks.date.status) == (Verdict.VERBATIM, DateStatus.UNRESOLVED)
    assert (answer.checks.date.claimed, answer.checks.date.found_date) == ("last autumn", "2025-10-13")


def test_titles_and_scare_quotes_are_set_aside(engine: Engine) -> None:
    aside = PrintedQuotation("wedge", ((0, 5),), kind=QuotationKind.SCARE)
    found = engine.verify(Article("wedge issues", (aside,)))
    assert (found.quotes, [one.quote for one in found.set_aside]) == ((), ["wedge"])
    assert found.summary.finding == "No quotation was found in this text."


def test_no_more_than_two_hundred_are_looked_up_and_the_rest_is_counted(engine: Engine) -> None:
    quotes = tuple(PrintedQuotation("designed to drive a wedge", ()) for _ in range(203))
    summary = engine.verify(Article("", quotes)).summary
    assert (summary.quotes, summary.left_out) == (200, 3)
    assert summary.finding.endswith("3 quotations more were not looked up.")


def test_the_policy_is_one_for_all(engine: Engine) -> None:
    assert engine.verify(article(PRINTED[0]), policy="strict").quotes[0].engine.policy == "strict"
    with pytest.raises(BadPolicy):
        engine.verify(article(PRINTED[0]), policy="relaxed")
