"""A checked article for people, in 80 columns: what it comes to first, then its quotations in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click

from quotes.cli.answer_text import AS_PRINTED, COLOURS, claim_lines, difference_lines, plain, when, who
from quotes.cli.output import count, paragraph, row
from quotes.model import ArticleAnswer, QuoteAnswer, SetAside, Verdict

_LONGEST_QUOTATION: Final = 240
# Where the first match is no source to name, only an occasion among others or the nearest wording.
_UNPLACED: Final = frozenset({Verdict.AMBIGUOUS, Verdict.NOT_FOUND, Verdict.OUT_OF_COVERAGE, Verdict.CANNOT_CHECK})


def article_lines(answer: ArticleAnswer) -> Iterator[str]:
    """Lines to print, without line ends."""
    article = answer.article
    if article.title:
        yield paragraph(article.title)
    if stood := ", ".join(filter(None, (article.outlet, article.published, article.url))):
        yield paragraph(stood)
    if article.title or stood:
        yield ""
    yield click.style(paragraph(answer.summary.finding), bold=True)
    if look_first := answer.summary.look_first:
        yield paragraph(
            "To look at first: " + ", ".join(f"[{one.quote + 1}]" for one in look_first), indent="  ", first=""
        )
    for place, quote in enumerate(answer.quotes):
        yield ""
        yield from _quotation_lines(place + 1, quote)
    if answer.set_aside:
        yield ""
        yield from _aside_lines(answer.set_aside)
    if answer.quotes:
        coverage, engine = answer.quotes[0].coverage, answer.engine
        yield ""
        searched = f"{count(coverage.transcripts, 'transcript')}, {coverage.first} to {coverage.last}"
        yield paragraph(f"Searched: {searched} (snapshot {engine.snapshot}, policy {engine.policy}).")


def _quotation_lines(number: int, quote: QuoteAnswer) -> Iterator[str]:
    severity = f", severity {quote.severity}" if quote.severity else ""
    verdict = click.style(plain(quote.verdict).upper(), bold=True, fg=COLOURS.get(quote.verdict, "yellow"))
    headline = ", in the headline" if quote.place == "headline" else ""
    yield f"[{number}] {verdict}{severity}{headline}"
    yield paragraph(f"“{_shortened(quote.quote)}”", indent="    ")
    yield paragraph(quote.finding, indent="    ")
    match = quote.matches[0] if quote.matches and quote.verdict not in _UNPLACED else None
    if match is not None:
        yield from difference_lines(match)
    if quote.correction:
        yield row("could read", f"“{quote.correction}”")
    if match is not None:
        yield row("record", f"{who(match)}, {when(match)}")
        yield row("source", match.url or match.permalink)
    yield from claim_lines(quote)


def _aside_lines(set_aside: tuple[SetAside, ...]) -> Iterator[str]:
    """Words in marks that nobody is said to have spoken."""
    named = "; ".join(f"“{_shortened(one.quote)}” ({plain(one.kind)})" for one in set_aside)
    yield paragraph(f"Set aside, not looked up: {named}", indent="  ", first="")


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTATION else f"{flat[: _LONGEST_QUOTATION - 2]} …"


def needs_a_look(answer: ArticleAnswer) -> bool:
    """Whether any quotation is neither verbatim nor changed only where that is marked, or was not looked up."""
    return bool(answer.summary.left_out or answer.summary.verdicts.keys() - AS_PRINTED)
