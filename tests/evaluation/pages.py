"""Whole pages: is each quotation placed at the briefing it comes from, once the page's others have been heard?"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quotes.model import Article, PlacedBy, PrintedClaim, PrintedQuotation, QuoteAnswer
from quotes.verify import Engine
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.engine import day_after, told
from tests.evaluation.labelled import Case
from tests.evaluation.negatives import attributed_wrongly
from tests.evaluation.noise import KINDS
from tests.evaluation.placement import words
from tests.evaluation.scores import Score, tally

PAGES = 60
_QUOTATIONS = 4
_FRAGMENTS = 3
FRAGMENT_WORDS = 3
# Transcripts of fewer turns are statements; a page that quotes eight times quotes a briefing.
_TURNS = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """One quotation of a drawn page; `transcript` is None for words of a transcript that is not in the archive."""

    quote: str
    transcript: str | None
    speaker: str | None


def labelled_pages(cases: list[Case]) -> Iterator[tuple[Article, list[Case]]]:
    """The labelled quotations of each article, as the page they were printed on."""
    by_article: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_article[case["id"].partition("#")[0]].append(case)
    for of_page in by_article.values():
        printed = [Printed(case["quote"], case["transcript"], case["attributed_to"]) for case in of_page]
        yield _article(printed, of_page[0]["article_date"]), of_page


def _article(printed: list[Printed], published: str) -> Article:
    quotations = (PrintedQuotation(one.quote, (), claim=PrintedClaim(speaker=one.speaker)) for one in printed)
    return Article("", tuple(quotations), published=date.fromisoformat(published))


def drawn_pages(corpus: Corpus, seed: int, pages: int) -> Iterator[tuple[str, list[Printed]]]:
    """Day of publication and quotations. Each page quotes one briefing, every third two of one day's distance or more,
    noised, with fragments of one to three words; and one transcript that is not in the archive. Every other page names
    the speakers."""
    draw = random.Random(f"{seed} pages")
    turns = briefings(corpus)
    for page in range(pages):
        named = page % 2 == 0
        drawn_on = draw.sample([*turns], 2 if page % 3 == 2 else 1)
        printed = [one for name in drawn_on for one in quoted(turns[name], draw, named=named)]
        spoken, places = next(corpus.spans(draw, 8, 20, held_out=True))
        printed.insert(draw.randrange(len(printed)), Printed(_slice(spoken, places), None, None))
        latest = max(turns[name][0].day for name in drawn_on)
        yield day_after(latest), printed


def briefings(corpus: Corpus) -> dict[str, list[Spoken]]:
    """The turns of each transcript that is long enough to be quoted from again and again."""
    turns: dict[str, list[Spoken]] = defaultdict(list)
    for spoken in corpus.drawn:
        turns[spoken.transcript].append(spoken)
    return {name: held for name, held in turns.items() if len(held) >= _TURNS}


def quoted(turns: list[Spoken], draw: random.Random, *, named: bool) -> Iterator[Printed]:
    kinds = list(KINDS.values())
    lengths = [(8, 20)] * _QUOTATIONS + [(1, FRAGMENT_WORDS)] * _FRAGMENTS
    draw.shuffle(lengths)
    for shortest, longest in lengths:
        while True:
            spoken = draw.choice(turns)
            taken = spoken.text.split()
            length = draw.randint(shortest, longest)
            if len(taken) < length:
                continue
            first = draw.randint(0, len(taken) - length)
            some = taken[first : first + length]
            quote = draw.choice(kinds)(some, draw) if length > FRAGMENT_WORDS else " ".join(some)
            if quote and words(quote) and "(" not in quote:
                yield Printed(quote, spoken.transcript, spoken.label if named else None)
                break


def _slice(spoken: Spoken, places: list[tuple[int, int]]) -> str:
    return spoken.text[places[0][0] : places[-1][1]]


def evaluate_labelled(engine: Engine, cases: list[Case]) -> list[Score]:
    right, fragments = [], []
    for article, of_page in labelled_pages(cases):
        answers = engine.verify(article).quotes
        for place, (case, answer) in enumerate(zip(of_page, answers, strict=True)):
            line = f"{case['id']} {case['quote'][:70]!r} -> {told(answer)}"
            outcome = (bool(answer.matches) and answer.matches[0].transcript_id == case["transcript"], line)
            right.append(outcome)
            if len(words(case["quote"])) <= FRAGMENT_WORDS and _placed_beside(answers, place) >= 2:
                fragments.append(outcome)
    scores = [tally("pages of labelled quotations: right briefing", right)]
    return [*scores, tally("pages of labelled quotations: fragments", fragments)] if fragments else scores


def evaluate_drawn(engine: Engine, corpus: Corpus, seed: int, pages: int = PAGES) -> list[Score]:
    rows: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for published, printed in drawn_pages(corpus, seed, pages):
        answers = engine.verify(_article(printed, published)).quotes
        drawn_on = {one.transcript for one in printed if one.transcript}
        for place, (one, answer) in enumerate(zip(printed, answers, strict=True)):
            line = f"{one.quote[:80]!r} ({one.transcript}) -> {told(answer)}, by {answer.placed_by}"
            if one.transcript is None:
                rows["pages: words of no briefing held are not pinned on one"].append(
                    (not attributed_wrongly(answer, one.quote), line)
                )
                continue
            there = answer.matches[0].transcript_id == one.transcript if answer.matches else False
            placed = there and answer.placed_by is not PlacedBy.NOTHING
            if len(words(one.quote)) > FRAGMENT_WORDS:
                rows["pages: noised quotations, right briefing"].append((there, line))
            elif _placed_beside(answers, place) >= 2:
                kind = "one briefing" if len(drawn_on) == 1 else "two briefings"
                rows[f"pages: fragments placed at the right one, {kind}"].append((placed, line))
    return [tally(name, outcomes) for name, outcomes in rows.items()]


def _placed_beside(answers: tuple[QuoteAnswer, ...], place: int) -> int:
    return sum(answer.placed_by is PlacedBy.WORDS for index, answer in enumerate(answers) if index != place)
