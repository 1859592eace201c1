"""All quotations of an article together: what each says alone, then what they say of one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, fields, replace
from functools import partial
from typing import Final

from quotes.errors import InputError
from quotes.model import (
    Answer,
    Article,
    ArticleAnswer,
    AttributionCheck,
    AttributionStatus,
    Checks,
    ClaimFrom,
    ContextCheck,
    DateCheck,
    DateStatus,
    EngineInfo,
    Inquiry,
    PageContext,
    PlacedBy,
    PrintedQuotation,
    QuotationKind,
    QuoteAnswer,
    ReadArticle,
    SetAside,
    Span,
    Verdict,
)
from quotes.verdict import policy_named
from quotes.verify.alone import find_readable, with_unread_day
from quotes.verify.answering import Findings
from quotes.verify.ballot import Ballot
from quotes.verify.occurrences import NONE
from quotes.verify.recall import Recall
from quotes.verify.searching import Snapshot
from quotes.verify.summary import summarise

# Of an article, as many as are looked up at once; the rest is counted and left.
MOST_QUOTATIONS: Final = 200


@dataclass(slots=True)
class _Looked:
    """One quotation on its way: what was asked, what was found or why nothing could be, and what told its place."""

    printed: PrintedQuotation
    inquiry: Inquiry
    findings: Findings | None = None
    trouble: InputError | None = None
    placed_by: PlacedBy = PlacedBy.NOTHING
    recall: Recall = field(default_factory=Recall)


def verify_article(
    snapshot: Snapshot,
    article: Article,
    threads: Executor,
    *,
    policy: str,
    limit: int,
    version: str,
    told: Callable[[int, int], None] | None = None,
) -> ArticleAnswer:
    """See `Engine.verify`. `threads` do the lookups."""
    house = policy_named(policy)
    spoken = [quotation for quotation in article.quotations if quotation.kind is QuotationKind.SPEECH]
    asked = spoken[:MOST_QUOTATIONS]
    looked: list[_Looked] = []
    for one in threads.map(lambda quotation: _look_alone(snapshot, article, quotation, house.name, limit), asked):
        looked.append(one)
        if told is not None:
            told(len(looked), len(asked))
    ballot = Ballot.of([one.findings for one in looked])
    votes = [ballot.votes(place) for place in range(len(looked))]
    list(threads.map(partial(_ask_neighbours, snapshot), looked, votes))
    if not any(ballot.events):
        _hear_fragments(snapshot, looked)
    engine = EngineInfo(version, house.name, snapshot.id)
    answers = tuple(_answer(snapshot, one, engine) for one in looked)
    return ArticleAnswer(
        article=ReadArticle(
            title=article.title,
            outlet=article.outlet,
            published=article.published.isoformat() if article.published else None,
            language=article.language,
            url=article.url,
            text=article.text or None,
        ),
        quotes=answers,
        set_aside=tuple(_set_aside(one) for one in article.quotations if one.kind is not QuotationKind.SPEECH),
        summary=summarise(answers, snapshot.catalogue.record_of, left_out=len(spoken) - len(answers)),
        engine=engine,
    )


def _look_alone(snapshot: Snapshot, article: Article, quotation: PrintedQuotation, policy: str, limit: int) -> _Looked:
    page = PageContext(
        page_url=article.url,
        page_title=article.title,
        published=article.published,
        language=article.language,
    )
    looked = _Looked(quotation, Inquiry(quotation.text, page, quotation.claim.as_claim(), policy, limit))
    try:
        looked.findings = find_readable(snapshot, looked.inquiry, {}, looked.recall)
        looked.inquiry = looked.findings.inquiry
    except InputError as trouble:
        looked.trouble = trouble
    if looked.findings is not None and looked.findings.selection.placed:
        looked.placed_by = PlacedBy.WORDS
    return looked


def _ask_neighbours(snapshot: Snapshot, one: _Looked, votes: Mapping[int, float]) -> None:
    """Look again where the page's other quotations may know better: for what was not placed, and for words that stand
    as well at the briefing that the others come from."""
    if one.findings is None or not votes:
        return
    selection = one.findings.selection
    if selection.placed:
        best = selection.best
        elsewhere = any(votes.get(rival.header.event, 0.0) for rival in selection.rivals)
        if best is None or votes.get(best.header.event, 0.0) or not (elsewhere or selection.short):
            return
    _look_again(snapshot, one, votes)


def _hear_fragments(snapshot: Snapshot, looked: list[_Looked]) -> None:
    """Where none could be placed alone, what all the places of each have in common may tell."""
    for place, one in enumerate(looked):
        others = [other.printed.text for index, other in enumerate(looked) if index != place]
        if one.findings is not None and (votes := snapshot.neighbours.votes(others)):
            _look_again(snapshot, one, votes)


def _look_again(snapshot: Snapshot, one: _Looked, votes: Mapping[int, float]) -> None:
    again = snapshot.find(one.inquiry, votes, one.recall)
    if again.selection.placed:
        one.findings, one.placed_by = again, PlacedBy.NEIGHBOURS
    elif one.placed_by is PlacedBy.NOTHING:
        # Not told, and still: the likelier occasions come first.
        one.findings = again


def _answer(snapshot: Snapshot, one: _Looked, engine: EngineInfo) -> QuoteAnswer:
    if one.findings is not None:
        answer = snapshot.answer(one.findings, engine.version)
    else:
        answer = _cannot_check(snapshot, one, engine)
    printed = one.printed
    answer = replace(with_unread_day(answer, printed.claim.date), claim_from=_claim_from(printed))
    found = {field.name: getattr(answer, field.name) for field in fields(Answer)}
    return QuoteAnswer(
        **found,
        quote=printed.text,
        id=printed.id,
        place=printed.place,
        span=_whole(printed.spans),
        spans=printed.spans,
        source_spans=printed.source_spans,
        claim=printed.claim,
        placed_by=one.placed_by,
    )


def _cannot_check(snapshot: Snapshot, one: _Looked, engine: EngineInfo) -> Answer:
    assert one.trouble is not None
    claim = one.inquiry.claim
    return Answer(
        verdict=Verdict.CANNOT_CHECK,
        severity=None,
        finding=f"Cannot be checked: {one.trouble.message}.",
        confidence=0.0,
        basis="nothing was looked up",
        reasons=(one.trouble.code,),
        correction=None,
        matches=(),
        checks=Checks(
            AttributionCheck(
                AttributionStatus.UNRESOLVED if claim.speaker else AttributionStatus.NOT_CLAIMED, claim.speaker
            ),
            DateCheck(DateStatus.UNRESOLVED if claim.date else DateStatus.NOT_CLAIMED, claim.date),
            ContextCheck("none"),
            NONE,
        ),
        claim_from=None,
        coverage=snapshot.catalogue.coverage,
        engine=engine,
    )


def _claim_from(printed: PrintedQuotation) -> ClaimFrom | None:
    """Quotations that were sent one by one, with what is claimed of each, stand in no text."""
    claim = printed.claim.as_claim()
    if not (claim.speaker or claim.date or claim.institution):
        return None
    return ClaimFrom.PAGE if printed.spans else ClaimFrom.REQUEST


def _whole(spans: tuple[Span, ...]) -> Span | None:
    return (spans[0][0], spans[-1][1]) if spans else None


def _set_aside(quotation: PrintedQuotation) -> SetAside:
    span = _whole(quotation.spans) or (0, 0)
    return SetAside(quotation.text, quotation.kind, span, quotation.spans, quotation.source_spans)
