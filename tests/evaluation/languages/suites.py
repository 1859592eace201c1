"""The parts of the gate for a language besides English, under names that begin with its code."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from quotes.model import Answer, Severity, Verdict
from quotes.verify import Engine
from tests.evaluation.corpus import Corpus
from tests.evaluation.engine import ask, day_after, told
from tests.evaluation.languages.language import Language
from tests.evaluation.noised import Noised
from tests.evaluation.placement import BETTER_THAN_ALTERED, CLAIMS_NOTHING, at
from tests.evaluation.rewritten import draw_sentences
from tests.evaluation.scores import Score, tally

PER_CELL: Final = 20
SENTENCES: Final = 600
PER_LENGTH: Final = 150
REPEATED: Final = 100
_TRIES: Final = 4_000  # stretches in which a kind of noise finds what it works on, or has no more of that length
_SEARCHED: Final = 1_000_000  # code points of the record in which a phrase must stand twice


@dataclass(frozen=True)
class Judged:
    """An engine on the sets of a language, and what they hold."""

    language: Language
    engine: Engine
    corpus: Corpus


def draw_quotes(language: Language, corpus: Corpus, seed: int, per_cell: int = PER_CELL) -> list[Noised]:
    """`per_cell` quotations of each kind and length, counted in what is printed."""
    drawn: list[Noised] = []
    for kind, noise in language.noises.items():
        for shortest, longest in language.lengths:
            draw = random.Random(f"{seed} {kind} {shortest}")
            cell: list[Noised] = []
            for _, (spoken, spans) in zip(range(_TRIES), corpus.spans(draw, shortest, longest + 2), strict=False):
                quote = noise([spoken.text[first:last] for first, last in spans], draw)
                if quote is not None and shortest <= len(language.words(quote)) <= longest:
                    place = spoken.place(spans[0][0], spans[-1][1])
                    cell.append(Noised(kind, f"{shortest}-{longest}", quote, place, spoken))
                if len(cell) == per_cell:
                    break
            drawn += cell
    return drawn


def evaluate_noised(judged: Judged, seed: int) -> list[Score]:
    """Strict recall@1: is the place that a quotation was taken from the first match?"""
    language = judged.language
    cells: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    elsewhere: list[tuple[bool, str]] = []
    short = f"{language.lengths[0][0]}-{language.lengths[0][1]}"
    for noised in draw_quotes(language, judged.corpus, seed):
        answer = ask(judged.engine, noised.quote)
        first = answer.matches[0] if answer and answer.matches else None
        right = first is not None and at(first, noised.place)
        line = f"{noised.kind}, {noised.length}: {noised.quote[:80]!r} ({noised.place.transcript}) -> {told(answer)}"
        cells[f"{language.code} noised {noised.length} {language.unit}, {noised.kind}"].append((right, line))
        if noised.length == short:
            cells[f"{language.code} noised {short} {language.unit}"].append((right, line))
            continue
        cells[f"{language.code} noised {language.longer}"].append((right, line))
        taken = noised.spoken.text[noised.place.start : noised.place.end]
        same = first is not None and not right and language.stands_in(taken, first.passage.text)
        elsewhere.append((same, line))
    ties = tally(f"{language.code} noised {language.longer}: equal words first elsewhere", elsewhere)
    return [*(tally(name, outcomes) for name, outcomes in cells.items()), Score(ties.name, ties.hits, ties.total)]


def _passes(language: Language, answer: Answer | None, quote: str) -> bool:
    """Whether changed words are called better than altered, by the answer or by a match it lists, though they do not
    stand in that passage."""
    if answer is None:
        return True
    called = [(match.verdict, match.passage.text) for match in answer.matches]
    called.append((answer.verdict, answer.matches[0].passage.text if answer.matches else ""))
    return any(verdict in BETTER_THAN_ALTERED and not language.stands_in(quote, text) for verdict, text in called)


def evaluate_flips(judged: Judged, seed: int) -> list[Score]:
    """One small change that turns what was said is never called better than altered, and where it is called altered,
    severe."""
    language = judged.language
    safe, placed, severe = [], [], []
    for flip in draw_sentences(judged.corpus, language.flips, seed, SENTENCES):
        answer = ask(judged.engine, flip.quote, published=day_after(flip.spoken.day))
        line = f"{flip.kind}: {flip.quote!r} from {flip.sentence!r} -> {told(answer)}"
        safe.append((not _passes(language, answer, flip.quote), line))
        altered = answer is not None and answer.verdict is Verdict.ALTERED
        placed.append((altered, line))
        if altered and answer is not None:
            severe.append((answer.severity is Severity.HIGH, f"{line} {answer.reasons}"))
    return [
        tally(f"{language.code} flips not called better than altered", safe),
        tally(f"{language.code} flips called altered", placed),
        tally(f"{language.code} flips called altered: with high severity", severe),
    ]


def evaluate_folds(judged: Judged, seed: int) -> list[Score]:
    """The same words printed another way are verbatim. The date of the article is given, as a page gives it."""
    language = judged.language
    outcomes = []
    for fold in draw_sentences(judged.corpus, language.folds, seed, SENTENCES):
        answer = ask(judged.engine, fold.quote, published=day_after(fold.spoken.day))
        reasons = answer.reasons if answer else ()
        line = f"{fold.kind}: {fold.quote!r} from {fold.sentence!r} -> {told(answer)} {reasons}"
        outcomes.append((answer is not None and answer.verdict is Verdict.VERBATIM, line))
    return [tally(f"{language.code} folds called verbatim", outcomes)]


def _attributed_wrongly(language: Language, answer: Answer | None, quote: str) -> bool:
    """Whether the answer names an occasion at which these words do not stand."""
    if answer is None:
        return True
    if answer.verdict in CLAIMS_NOTHING:
        return False
    return not answer.matches or not language.stands_in(quote, answer.matches[0].passage.text)


def evaluate_held_out(judged: Judged, seed: int) -> list[Score]:
    """Words of transcripts that are not in the index, bare and as a page would claim them, are pinned on nobody; what
    stands word for word in the index by chance is held against nobody."""
    language = judged.language
    rows: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for shortest, longest in language.lengths:
        spans = judged.corpus.spans(random.Random(f"{seed} negatives {shortest}"), shortest, longest, held_out=True)
        for _, (spoken, places) in zip(range(PER_LENGTH), spans, strict=False):
            quote = spoken.text[places[0][0] : places[-1][1]]
            if len(language.words(quote)) < shortest:
                continue
            answers = {f"held out {shortest}-{longest} {language.unit}": ask(judged.engine, quote)}
            if shortest > language.lengths[0][0]:
                answers[f"held out {language.longer}"] = answers[f"held out {shortest}-{longest} {language.unit}"]
                answers[f"held out {language.longer}, claimed"] = ask(
                    judged.engine, quote, published=day_after(spoken.day), speaker=spoken.label
                )
            for name, answer in answers.items():
                line = f"{quote[:90]!r} of {spoken.transcript} -> {told(answer)}"
                rows[f"{language.code} {name}: not pinned on anybody"].append(
                    (not _attributed_wrongly(language, answer, quote), line)
                )
    return [tally(name, outcomes) for name, outcomes in rows.items()]


def _repeated(language: Language, corpus: Corpus, draw: random.Random) -> list[str]:
    """Random short phrases that stand in two transcripts or more."""
    turns: list[str] = []
    held = 0
    while held < _SEARCHED:
        turns.append(" ".join(language.words(draw.choice(corpus.indexed).text)))
        held += len(turns[-1])
    text = "\n".join(f" {turn} " for turn in turns)
    shortest, longest = language.lengths[0]
    found: list[str] = []
    for spoken, places in corpus.spans(draw, shortest, longest):
        quote = spoken.text[places[0][0] : places[-1][1]]
        said = language.words(quote)
        phrase = f" {' '.join(said)} "
        first = text.find(phrase)
        if shortest <= len(said) <= longest and first >= 0 and text.find(phrase, text.find("\n", first)) > first:
            found.append(quote)
        if len(found) == REPEATED:
            break
    return found


def evaluate_repeated(judged: Judged, seed: int) -> list[Score]:
    """A bare short phrase of many occasions: `ambiguous`, with at least two of them listed."""
    language = judged.language
    outcomes = []
    for quote in _repeated(language, judged.corpus, random.Random(f"{seed} repeated")):
        answer = ask(judged.engine, quote)
        occasions = {(match.transcript_id, match.turn) for match in answer.matches} if answer else set()
        told_so = answer is not None and answer.verdict is Verdict.AMBIGUOUS and len(occasions) >= 2
        outcomes.append((told_so, f"{quote!r} -> {told(answer)}, {len(occasions)} listed"))
    length = f"{language.lengths[0][0]}-{language.lengths[0][1]} {language.unit}"
    return [tally(f"{language.code} bare {length} said in many places called ambiguous", outcomes)]


PARTS: dict[str, Callable[[Judged, int], list[Score]]] = {
    "noised": evaluate_noised,
    "flips": evaluate_flips,
    "folds": evaluate_folds,
    "held out": evaluate_held_out,
    "repeated": evaluate_repeated,
}
