"""Noised quotations: is the place they were taken from the first match, by kind of noise and by length?"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass

from quotes.verify import Engine
from tests.evaluation.corpus import Corpus, Place, Spoken
from tests.evaluation.engine import ask, told
from tests.evaluation.noise import KINDS, LENGTHS
from tests.evaluation.placement import Placed, placed, words
from tests.evaluation.scores import Score, tally

PER_CELL = 40
_TRIES = 200_000  # a kind with nothing to work on in so many spans is a fault of the kind


@dataclass(frozen=True, slots=True)
class Noised:
    kind: str
    length: str
    quote: str
    place: Place
    spoken: Spoken


def draw_quotes(corpus: Corpus, seed: int, per_cell: int = PER_CELL) -> list[Noised]:
    """`per_cell` quotations of each kind and length, counted in the words that are printed."""
    drawn: list[Noised] = []
    for kind, noise in KINDS.items():
        for shortest, longest in LENGTHS:
            draw = random.Random(f"{seed} {kind} {shortest}")
            cell: list[Noised] = []
            for _, (spoken, spans) in zip(range(_TRIES), corpus.spans(draw, shortest, longest + 2), strict=False):
                start, end = spans[0][0], spans[-1][1]
                taken = [spoken.text[a:b] for a, b in spans]
                quote = noise(taken, draw)
                if quote is not None and shortest <= len(words(quote)) <= longest:
                    cell.append(Noised(kind, f"{shortest}-{longest}", quote, spoken.place(start, end), spoken))
                if len(cell) == per_cell:
                    break
            drawn += cell
    return drawn


def evaluate(engine: Engine, corpus: Corpus, seed: int, per_cell: int = PER_CELL) -> list[Score]:
    """Strict recall@1 for each kind and each length, for 6 words and more, and the share of those whose words stand
    first elsewhere."""
    cells: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    elsewhere: list[tuple[bool, str]] = []
    for noised in draw_quotes(corpus, seed, per_cell):
        answer = ask(engine, noised.quote)
        where = placed(answer, noised.place, noised.spoken)
        line = f"{noised.kind}, {noised.length}: {noised.quote[:80]!r} ({noised.place.transcript}) -> {told(answer)}"
        outcome = (where is Placed.RIGHT, line)
        cells[f"noised {noised.length} words, {noised.kind}"].append(outcome)
        if noised.length == "3-5":
            cells["noised 3-5 words"].append(outcome)
        else:
            cells["noised 6+ words"].append(outcome)
            elsewhere.append((where is Placed.EQUAL_ELSEWHERE, line))
    scores = [tally(name, outcomes) for name, outcomes in cells.items()]
    ties = tally("noised 6+ words: equal words first elsewhere", elsewhere)
    return [*scores, Score(ties.name, ties.hits, ties.total)]
