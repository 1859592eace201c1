"""Real sentences changed on purpose: a flip must not pass for the record, a fold must."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quotes.model import Answer, Severity, Verdict
from quotes.verify import Engine
from tests.evaluation import flips, folds
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.engine import ask, day_after, told
from tests.evaluation.placement import BETTER_THAN_ALTERED, stands_in
from tests.evaluation.scores import Score, tally

SENTENCES = 2000
_TRIES = 400_000


@dataclass(frozen=True, slots=True)
class Rewritten:
    kind: str
    quote: str
    sentence: str
    spoken: Spoken


def draw_sentences(
    corpus: Corpus, kinds: Mapping[str, Callable[[str, random.Random], str | None]], seed: int, count: int = SENTENCES
) -> list[Rewritten]:
    """`count` rewritten sentences, no two alike, the kinds in turn."""
    drawn: dict[str, Rewritten] = {}
    for place, (kind, rewrite) in enumerate(kinds.items()):
        draw = random.Random(f"{seed} {kind}")
        due = count * (place + 1) // len(kinds)
        for _, (spoken, sentence) in zip(range(_TRIES), corpus.sentences(draw), strict=False):
            if len(drawn) == due:
                break
            quote = rewrite(sentence, draw)
            if quote is not None:
                drawn[quote] = Rewritten(kind, quote, sentence, spoken)
    return list(drawn.values())


def _passes(answer: Answer | None, quote: str) -> bool:
    """Whether a flipped sentence is called better than altered, by the answer or by a match it lists, though it does
    not stand in that passage."""
    if answer is None:
        return True
    called = [(match.verdict, match.passage.text) for match in answer.matches]
    called.append((answer.verdict, answer.matches[0].passage.text if answer.matches else ""))
    return any(verdict in BETTER_THAN_ALTERED and not stands_in(quote, text) for verdict, text in called)


def _caught(answer: Answer | None, quote: str) -> bool:
    """Whether a flipped sentence is called altered with severity high, or is the record's own at another place."""
    if answer is None:
        return False
    if answer.verdict is Verdict.ALTERED and answer.severity is Severity.HIGH:
        return True
    return any(stands_in(quote, match.passage.text) for match in answer.matches)


def evaluate_flips(engine: Engine, corpus: Corpus, seed: int, count: int = SENTENCES) -> list[Score]:
    """Bare, and with the date of the article, as a page gives it."""
    better: list[tuple[bool, str]] = []
    bare: list[tuple[bool, str]] = []
    dated: list[tuple[bool, str]] = []
    for flip in draw_sentences(corpus, flips.KINDS, seed, count):
        line = f"{flip.kind}: {flip.quote!r} from {flip.sentence!r} -> "
        for caught, published in ((bare, None), (dated, day_after(flip.spoken.day))):
            answer = ask(engine, flip.quote, published=published)
            better.append((not _passes(answer, flip.quote), line + told(answer)))
            caught.append((_caught(answer, flip.quote), line + told(answer)))
    return [
        tally("flips not called better than altered", better),
        tally("flips called altered, severity high", dated),
        tally("flips called altered, severity high, bare", bare),
    ]


def evaluate_folds(engine: Engine, corpus: Corpus, seed: int, count: int = SENTENCES) -> list[Score]:
    """The date of the article is given, as a page gives it: a sentence said at many briefings is placed by it."""
    outcomes = []
    for fold in draw_sentences(corpus, folds.KINDS, seed, count):
        answer = ask(engine, fold.quote, published=day_after(fold.spoken.day))
        line = f"{fold.kind}: {fold.quote!r} from {fold.sentence!r} -> {told(answer)}"
        outcomes.append((answer is not None and answer.verdict is Verdict.VERBATIM, line))
    return [tally("folds called verbatim", outcomes)]
