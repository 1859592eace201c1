"""Quotations that must not be pinned on anybody: words of transcripts that are not in the index, and short words that
stand in many places."""

from __future__ import annotations

import random
from collections import defaultdict

from quotes.model import Answer, Verdict
from quotes.verify import Engine
from tests.evaluation.corpus import Corpus
from tests.evaluation.engine import ask, day_after, told
from tests.evaluation.noise import LENGTHS
from tests.evaluation.placement import CLAIMS_NOTHING, stands_in, words
from tests.evaluation.scores import Score, tally

PER_LENGTH = 300
REPEATED = 200
_SEARCHED = 2_000_000  # code points of the record in which a phrase must stand twice; more finds rarer phrases


def attributed_wrongly(answer: Answer | None, quote: str) -> bool:
    """Whether the answer names an occasion at which these words do not stand."""
    if answer is None:
        return True
    if answer.verdict in CLAIMS_NOTHING:
        return False
    return not answer.matches or not stands_in(quote, answer.matches[0].passage.text)


def evaluate_held_out(engine: Engine, corpus: Corpus, seed: int, per_length: int = PER_LENGTH) -> list[Score]:
    """Unfiltered: what stands word for word in the index by chance is counted apart and held against nobody. Bare, and
    as a page would claim them: the right speaker, the right day, and the archive lacks that briefing."""
    rows: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    by_chance: list[tuple[bool, str]] = []
    for shortest, longest in LENGTHS:
        spans = corpus.spans(random.Random(f"{seed} negatives {shortest}"), shortest, longest, held_out=True)
        for _, (spoken, places) in zip(range(per_length), spans, strict=False):
            quote = spoken.text[places[0][0] : places[-1][1]]
            if len(words(quote)) < shortest:
                continue
            if shortest >= 6:
                claimed = ask(engine, quote, published=day_after(spoken.day), speaker=spoken.label)
                line = f"{quote[:90]!r} of {spoken.transcript} -> {told(claimed)}"
                rows["held out 6+ words, claimed: not pinned on anybody"].append(
                    (not attributed_wrongly(claimed, quote), line)
                )
            answer = ask(engine, quote)
            line = f"{quote[:90]!r} of {spoken.transcript} -> {told(answer)}"
            outcome = (not attributed_wrongly(answer, quote), line)
            rows[f"held out {shortest}-{longest} words: not pinned on anybody"].append(outcome)
            if shortest >= 6:
                rows["held out 6+ words: not pinned on anybody"].append(outcome)
                verbatim = answer is not None and answer.verdict is Verdict.VERBATIM
                by_chance.append((verbatim and outcome[0], line))
    chance = tally("held out 6+ words: stand in the index by chance", by_chance)
    return [*(tally(name, outcomes) for name, outcomes in rows.items()), Score(chance.name, chance.hits, chance.total)]


def _repeated(corpus: Corpus, draw: random.Random, count: int) -> list[str]:
    """Random phrases of 3 to 5 words that stand in two turns or more."""
    turns: list[str] = []
    held = 0
    while held < _SEARCHED:
        turns.append(" ".join(words(draw.choice(corpus.indexed).text)))
        held += len(turns[-1])
    text = "\n".join(f" {turn} " for turn in turns)
    found: list[str] = []
    for spoken, places in corpus.spans(draw, 3, 5):
        quote = spoken.text[places[0][0] : places[-1][1]]
        said = words(quote)
        if not 3 <= len(said) <= 5:
            continue
        phrase = f" {' '.join(said)} "
        first = text.find(phrase)
        if first >= 0 and text.find(phrase, text.find("\n", first)) > first:
            found.append(quote)
        if len(found) == count:
            break
    return found


def evaluate_repeated(engine: Engine, corpus: Corpus, seed: int, count: int = REPEATED) -> list[Score]:
    """A bare short phrase of many occasions: `ambiguous`, with at least two of them listed."""
    outcomes = []
    for quote in _repeated(corpus, random.Random(f"{seed} repeated"), count):
        answer = ask(engine, quote)
        told_so = answer is not None and answer.verdict is Verdict.AMBIGUOUS
        occasions = {(m.transcript_id, m.turn) for m in answer.matches} if answer else set()
        outcomes.append((told_so and len(occasions) >= 2, f"{quote!r} -> {told(answer)}, {len(occasions)} listed"))
    return [tally("bare 3-5 words said in many places called ambiguous", outcomes)]
