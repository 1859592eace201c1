"""Articles of forty quotations, each of one briefing, as the benchmark sends them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.benchmark.server import QUOTATIONS
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.engine import day_after
from tests.evaluation.pages import FRAGMENT_WORDS, briefings, quoted
from tests.evaluation.placement import words

ARTICLES = 21
# One in ten has at most three words: of the labelled quotations of real articles it is one in thirty.
_EVERY = 10


def articles(corpus: Corpus, seed: int) -> list[dict[str, object]]:
    """Plain text, in which the server has to find them."""
    draw = random.Random(f"{seed} articles")
    held = briefings(corpus)
    return [_article(held[draw.choice([*held])], draw) for _ in range(ARTICLES)]


def _article(turns: list[Spoken], draw: random.Random) -> dict[str, object]:
    printed = _drawn(turns, draw)
    paragraphs = [f"“{next(printed)},” the spokesperson said." for _ in range(QUOTATIONS)]
    return {"text": "\n\n".join(paragraphs), "published": day_after(turns[0].day)}


def _drawn(turns: list[Spoken], draw: random.Random) -> Iterator[str]:
    fragments: list[str] = []
    given = 0
    while True:
        for one in quoted(turns, draw, named=False):
            quote = one.quote.strip("“”").replace("“", "").replace("”", "")
            if len(words(quote)) <= FRAGMENT_WORDS:
                fragments.append(quote)
                continue
            given += 1
            yield quote
            if given % (_EVERY - 1) == 0 and fragments:
                yield fragments.pop()
