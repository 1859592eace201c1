"""Whole sentences put together otherwise than they were spoken: each is the record's, and the quotation is not."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from quotes.model import Verdict
from quotes.verify import Engine
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.engine import ask, day_after, told
from tests.evaluation.scores import Score, tally

PER_KIND = 300
# Whoever asks: nobody prints a question and an answer as one statement.
_REPORTERS: Final = frozenset({"Q", "QUESTION"})
# Longer than this, what stood between is another matter, and no reader takes the two for one statement.
_BETWEEN_WORDS = 40


@dataclass(frozen=True, slots=True)
class Run:
    """Three sentences that follow one another in a turn, and one of another transcript."""

    spoken: Spoken
    first: str
    between: str
    last: str
    elsewhere: str


_KINDS: Final[dict[str, tuple[Callable[[Run], str], frozenset[Verdict]]]] = {
    "sentence left out, unmarked: called altered or spliced": (
        lambda run: f"{run.first} {run.last}",
        frozenset({Verdict.ALTERED, Verdict.SPLICED}),
    ),
    "sentence left out, marked: called verbatim_marked": (
        lambda run: f"{run.first} … {run.last}",
        frozenset({Verdict.VERBATIM_MARKED}),
    ),
    "sentences in the other order: called spliced": (
        lambda run: f"{run.last} {run.first}",
        frozenset({Verdict.SPLICED}),
    ),
    "sentences of two transcripts: called spliced": (
        lambda run: f"{run.first} {run.elsewhere}",
        frozenset({Verdict.SPLICED}),
    ),
}


def draw_runs(corpus: Corpus, seed: int, count: int = PER_KIND) -> list[Run]:
    draw = random.Random(f"{seed} rearranged")
    runs: dict[str, Run] = {}
    answers = ((spoken, sentence) for spoken, sentence in corpus.sentences(draw) if spoken.label not in _REPORTERS)
    for spoken, sentence in answers:
        if len(runs) == count:
            break
        other, elsewhere = next(answers)
        if (following := _following(corpus, spoken, sentence)) and other.transcript != spoken.transcript:
            runs[sentence] = Run(spoken, sentence, *following, elsewhere)
    return list(runs.values())


def _following(corpus: Corpus, spoken: Spoken, sentence: str) -> tuple[str, str] | None:
    """The two sentences of prose that follow `sentence` in its turn."""
    every = corpus.prose.sentence_end.split(spoken.text)
    fit = {*corpus.prose.sentences(spoken.text)}
    at = every.index(sentence)
    following = every[at + 1 : at + 3]
    if len(following) < 2 or not fit.issuperset(following) or len({sentence, *following}) < 3:
        return None
    between, last = following
    return (between, last) if len(between.split()) <= _BETWEEN_WORDS else None


def evaluate(engine: Engine, corpus: Corpus, seed: int, count: int = PER_KIND) -> list[Score]:
    """With the date of the article, as a page gives it."""
    runs = draw_runs(corpus, seed, count)
    return [tally(kind, list(_outcomes(engine, runs, *rule))) for kind, rule in _KINDS.items()]


def _outcomes(
    engine: Engine, runs: list[Run], printed: Callable[[Run], str], due: frozenset[Verdict]
) -> Iterator[tuple[bool, str]]:
    for run in runs:
        quote = printed(run)
        answer = ask(engine, quote, published=day_after(run.spoken.day))
        yield answer is not None and answer.verdict in due, f"{quote!r} of {run.spoken.transcript} -> {told(answer)}"
