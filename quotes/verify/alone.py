"""One quotation by itself: what is claimed of it, by whoever asks or else by the words around it, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quotes.errors import BadDate
from quotes.extract import read_around
from quotes.model import Answer, Claim, ClaimFrom, DateStatus, Inquiry
from quotes.verify.answering import Findings
from quotes.verify.recall import Recall
from quotes.verify.searching import Snapshot


def look_up(snapshot: Snapshot, inquiry: Inquiry, version: str) -> Answer:
    """See `Engine.lookup`."""
    votes = snapshot.neighbours.votes(inquiry.context.neighbours)
    if _claims(inquiry.claim):
        answer = snapshot.answer(snapshot.find(inquiry, votes), version)
        return replace(answer, claim_from=ClaimFrom.REQUEST)
    inquiry = _with_page_claim(inquiry)
    answer = with_unread_day(
        snapshot.answer(find_readable(snapshot, inquiry, votes), version),
        inquiry.claim.date,
    )
    return replace(answer, claim_from=ClaimFrom.PAGE if _claims(inquiry.claim) else None)


def find_readable(
    snapshot: Snapshot, inquiry: Inquiry, votes: Mapping[int, float], recall: Recall | None = None
) -> Findings:
    """As `Snapshot.find`, of a claim that an article makes: “last week” names no day, and the rest of it is still worth
    checking. `inquiry` of the findings is then without it."""
    try:
        return snapshot.find(inquiry, votes, recall)
    except BadDate:
        return snapshot.find(replace(inquiry, claim=replace(inquiry.claim, date=None)), votes, recall)


def with_unread_day(answer: Answer, day: str | None) -> Answer:
    """The answer with the day as the article names it, where that could not be read."""
    if not day or answer.checks.date.claimed is not None:
        return answer
    dated = replace(answer.checks.date, status=DateStatus.UNRESOLVED, claimed=day)
    return replace(answer, checks=replace(answer.checks, date=dated))


def _claims(claim: Claim) -> bool:
    return any(said and said.strip() for said in (claim.speaker, claim.date, claim.institution))


def _with_page_claim(inquiry: Inquiry) -> Inquiry:
    context = inquiry.context
    claim = read_around(inquiry.quote, context.before, context.after, context.language)
    return replace(inquiry, claim=claim.as_claim())
