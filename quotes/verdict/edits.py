"""From aligned steps to edits: what each touches.

An unequal step is first tried as presentation (the same compound, amount or abbreviation written otherwise, a stutter,
one reading of a correction), then as the writer's bracket, and only then do its words decide: the most protected word
on either side gives the class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from quotes.align import Alignment, Step
from quotes.model import Edit, EditClass
from quotes.text import Tokens, is_numeric, is_unspaced, quantity
from quotes.verdict.boundaries import moved_boundaries
from quotes.verdict.names import name_flags
from quotes.verdict.words import ABBREVIATIONS, FILLER_PHRASES, SENTENCE_OPENERS, kind_of

# From this many words on, an omission is a passage left out rather than a word dropped.
OMISSION_WORDS: Final = 3
# The record's words a bracket may stand for: a name for a pronoun or a clause, not a paragraph.
BRACKET_REACH: Final = 8

# Joined with a space these mean something else, so "may be" is not "maybe" written apart.
_NOT_COMPOUNDS: Final = frozenset(
    "maybe already altogether apart away alike along alone about across again ahead around aside into onto everyday "
    "anyway sometime nobody none another without within below behalf because become before".split()
)
_WEIGHT: Final = {
    kind: weight
    for weight, kind in enumerate(
        (
            EditClass.FILLER,
            EditClass.ARTICLE,
            EditClass.THAT,
            EditClass.CONTRACTION,
            EditClass.INFLECTION,
            EditClass.MOVED,
            EditClass.CONTENT,
            EditClass.UNMARKED_OMISSION,
            EditClass.SENTENCE_BOUNDARY_MOVED,
            EditClass.PREPOSITION,
            EditClass.SCALAR,
            EditClass.QUANTIFIER,
            EditClass.HEDGE,
            EditClass.UNIT,
            EditClass.DATE,
            EditClass.NAME,
            EditClass.CONDITIONAL,
            EditClass.MODAL,
            EditClass.NUMBER,
            EditClass.NEGATION,
        )
    )
}


@dataclass(frozen=True)
class Sides:
    """Both texts of an alignment with what is known of each token; all lists run parallel to the tokens. Names are
    looked for only when an edit has to be classed by its words: most alignments have none."""

    alignment: Alignment
    quote: list[str]
    source: list[str]

    @cached_property
    def quote_names(self) -> list[bool]:
        return name_flags(self.alignment.quotation.tokens)

    @cached_property
    def source_names(self) -> list[bool]:
        return name_flags(self.alignment.source.tokens)


def edits(alignment: Alignment) -> tuple[Edit, ...]:
    """The edits of an alignment in the order of the quotation, equal stretches included. Printed words found nowhere
    in the turn are insertions; displaced runs are left to the verdict, which calls them spliced."""
    sides = Sides(
        alignment,
        alignment.quotation.tokens.norms,
        alignment.source.norms,
    )
    found: list[Edit] = []
    steps = _join_amounts(sides)
    for place, step in enumerate(steps):
        if not step.equal and place in {0, len(steps) - 1} and _all_fillers(sides, step):
            # At an end, the record's words beside a filler are not what it stands for.
            inner = step.source_last if place == 0 else step.source_first
            found.append(_edit(sides, replace(step, source_first=inner, source_last=inner), EditClass.FILLER))
        elif step.equal:
            found.extend(_equal(sides, step))
        else:
            found.append(_edit(sides, step, _classify(sides, step)))
    for part in alignment.missing:
        step = Step(False, part.first, part.last, *(alignment.source_span[1],) * 2)
        found.append(_edit(sides, step, _classify(sides, step)))
    found.extend(moved_boundaries(alignment))
    found.extend(_asides(alignment))
    return tuple(_join_contractions(sorted(found, key=lambda edit: (edit.quote_span[0], edit.source_span[0])), sides))


def _asides(alignment: Alignment) -> Iterator[Edit]:
    """Each [sic] is the writer's own, and marked."""
    quotation = alignment.quotation
    for start, end in quotation.asides:
        token = sum(1 for place in quotation.tokens.starts if place < start)
        beside = [step for step in alignment.steps if step.quote_first < token <= step.quote_last and step.recorded]
        place = alignment.source.tokens.ends[beside[0].source_last - 1] if beside else 0
        yield Edit("insert", quotation.text[start:end], "", EditClass.BRACKET, (start, end), (place, place))


def _join_contractions(found: list[Edit], sides: Sides) -> Iterator[Edit]:
    """The parts of one contraction were compared one by one; they are one edit."""
    quote, source = sides.alignment.quotation.text, sides.alignment.source.tokens.text
    held: Edit | None = None
    for edit in found:
        if held is not None and held.cls is edit.cls is EditClass.CONTRACTION:
            printed = held.quote_span[0], max(held.quote_span[1], edit.quote_span[1])
            recorded = held.source_span[0], max(held.source_span[1], edit.source_span[1])
            held = Edit("replace", quote[slice(*printed)], source[slice(*recorded)], edit.cls, printed, recorded)
            continue
        if held is not None:
            yield held
        held = edit
    if held is not None:
        yield held


def weight(kind: EditClass) -> int:
    """How much an edit of this class can do to what is said, to rank classes by; -1 for those that can do nothing."""
    return _WEIGHT.get(kind, -1)


def heaviest(kinds: Iterable[EditClass]) -> EditClass:
    """The class that weighs most; EQUAL of none."""
    return max(kinds, key=weight, default=EditClass.EQUAL)


def _equal(sides: Sides, step: Step) -> Iterator[Edit]:
    """An equal step is cut where one side writes a contraction and the other its words in full, and where the writer
    bracketed part of a word."""
    quote, source = sides.alignment.quotation.tokens, sides.alignment.source.tokens
    length = step.printed
    glued = sides.alignment.quotation.glued
    kinds = [
        EditClass.BRACKET
        if glued[step.quote_first + place]
        else EditClass.CONTRACTION
        if quote.contracted[step.quote_first + place] != source.contracted[step.source_first + place]
        else EditClass.EQUAL
        for place in range(length)
    ]
    place = 0
    while place < length:
        end = place + 1
        while end < length and kinds[end] == kinds[place]:
            end += 1
        part = Step(
            kinds[place] is EditClass.EQUAL,
            step.quote_first + place,
            step.quote_first + end,
            step.source_first + place,
            step.source_first + end,
        )
        yield _edit(sides, part, kinds[place])
        place = end


def _edit(sides: Sides, step: Step, kind: EditClass) -> Edit:
    quote, source = sides.alignment.quotation.tokens, sides.alignment.source.tokens
    op = "equal" if step.equal else "insert" if not step.recorded else "delete" if not step.printed else "replace"
    return Edit(
        op=op,
        quote=quote.surface(step.quote_first, step.quote_last),
        source=source.surface(step.source_first, step.source_last),
        cls=kind,
        quote_span=_span(quote.starts, quote.ends, step.quote_first, step.quote_last, len(quote.text)),
        source_span=_span(source.starts, source.ends, step.source_first, step.source_last, len(source.text)),
    )


def _span(starts: Sequence[int], ends: Sequence[int], first: int, last: int, length: int) -> tuple[int, int]:
    if first < last:
        return starts[first], ends[last - 1]
    place = starts[first] if first < len(starts) else (ends[-1] if ends else length)
    return place, place


def _classify(sides: Sides, step: Step) -> EditClass:
    if step.marked:
        return EditClass.ELLIPSIS
    bracketed = sides.alignment.quotation.bracketed[step.quote_first : step.quote_last]
    printed = [
        word for word, mine in zip(sides.quote[step.quote_first : step.quote_last], bracketed, strict=True) if not mine
    ]
    recorded = sides.source[step.source_first : step.source_last]
    if any(sides.alignment.quotation.glued[step.quote_first : step.quote_last]) and len(printed) == len(recorded) == 1:
        return EditClass.BRACKET if _negates(printed[0], recorded[0]) is False else EditClass.NEGATION
    if any(bracketed):
        if not printed and len(recorded) <= BRACKET_REACH:
            negated = EditClass.NEGATION in {kind_of(word) for word in recorded}
            kept = any(kind_of(word) is EditClass.NEGATION for word in sides.quote[step.quote_first : step.quote_last])
            return EditClass.NEGATION if negated and not kept else EditClass.BRACKET
        if printed == recorded:
            return EditClass.BRACKET
    if _same_written_otherwise(sides, step, printed, recorded):
        return EditClass.PRESENTATION
    if _record_noise(sides, step, printed, recorded):
        return EditClass.RECORD_NOISE
    return _by_words(sides, step, printed, recorded)


def _same_written_otherwise(sides: Sides, step: Step, printed: Sequence[str], recorded: Sequence[str]) -> bool:
    if printed and recorded:
        joined = "".join(printed)
        if joined == "".join(recorded) and joined not in _NOT_COMPOUNDS:
            return True
        if [ABBREVIATIONS.get(word, word) for word in printed] == [ABBREVIATIONS.get(word, word) for word in recorded]:
            return True
    return _same_amount(sides, step)


def _join_amounts(sides: Sides) -> list[Step]:
    """The steps, with those joined that are one amount written otherwise: "three-quarters of a percentage point" and
    "0.75 percentage points" share a word in their middle."""
    steps = list(sides.alignment.steps)
    place = 0
    while place + 2 < len(steps):
        first, between, last = steps[place : place + 3]
        if not first.equal and between.equal and not last.equal and between.printed <= 2:
            # At an end of the quotation the record's words may be no part of the amount.
            begins = {first.source_first, first.source_last} if place == 0 else {first.source_first}
            ends = {last.source_first, last.source_last} if place + 3 == len(steps) else {last.source_last}
            joined = next(
                (
                    step
                    for begin in begins
                    for end in ends
                    if _same_amount(sides, step := Step(False, first.quote_first, last.quote_last, begin, end))
                ),
                None,
            )
            if joined is not None:
                steps[place : place + 3] = [joined]
                continue
        place += 1
    return steps


def _same_amount(sides: Sides, step: Step) -> bool:
    """Whether the step lies in one amount on either side, and the two come to the same."""
    words = sides.quote[step.quote_first : step.quote_last] + sides.source[step.source_first : step.source_last]
    if not words or not all(is_numeric(word) for word in words):
        return False
    before = after = 0
    while (
        step.quote_first - before > 0
        and step.source_first - before > 0
        and is_numeric(sides.quote[step.quote_first - before - 1])
        and sides.quote[step.quote_first - before - 1] == sides.source[step.source_first - before - 1]
    ):
        before += 1
    while (
        step.quote_last + after < len(sides.quote)
        and step.source_last + after < len(sides.source)
        and is_numeric(sides.quote[step.quote_last + after])
        and sides.quote[step.quote_last + after] == sides.source[step.source_last + after]
    ):
        after += 1
    for lead in range(before, -1, -1):
        for trail in range(after, -1, -1):
            printed = quantity(sides.quote[step.quote_first - lead : step.quote_last + trail])
            if printed is not None and printed == quantity(
                sides.source[step.source_first - lead : step.source_last + trail]
            ):
                return True
    return False


def _record_noise(sides: Sides, step: Step, printed: Sequence[str], recorded: Sequence[str]) -> bool:
    """A word said twice, on either side, or one reading of a correction that the record shows both of."""
    if recorded and not printed:
        if sides.alignment.source.is_optional(step.source_first, step.source_last):
            return True
        return _repeats(sides.source, step.source_first, step.source_last)
    return bool(printed and not recorded) and _repeats(sides.quote, step.quote_first, step.quote_last)


def _repeats(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` say again what stands right before or after them."""
    length = last - first
    said = words[first:last]
    return words[max(first - length, 0) : first] == said or words[last : last + length] == said


def _without_repeat(words: Sequence[str], first: int, last: int) -> int:
    """Where the run from `first` ends when the words at its end that are said again right after it are not counted."""
    for length in range(last - first - 1, 0, -1):
        if words[last - length : last] == words[last : last + length]:
            return last - length
    return last


def _by_words(sides: Sides, step: Step, printed: Sequence[str], recorded: Sequence[str]) -> EditClass:
    if recorded and not printed:
        step = replace(step, source_last=_without_repeat(sides.source, step.source_first, step.source_last))
        recorded = sides.source[step.source_first : step.source_last]
    if _is_contraction(printed, recorded) or _hides_has(sides, step):
        return EditClass.CONTRACTION
    gone = Counter(recorded) - Counter(printed)
    come = Counter(printed) - Counter(recorded)
    if not gone and not come:
        return EditClass.MOVED
    if len(gone) == len(come) == 1:
        (old,), (new,) = gone, come
        if (negated := _negates(old, new)) or _inflects(old, new):
            return EditClass.NEGATION if negated else EditClass.INFLECTION
    worst = heaviest(_kinds(sides, step, gone, come))
    if not printed and _is_opener(sides.alignment.source.tokens, step.source_first, step.source_last):
        return EditClass.FILLER
    if not recorded and _is_opener(sides.alignment.quotation.tokens, step.quote_first, step.quote_last):
        return EditClass.FILLER
    if not printed and len(recorded) >= OMISSION_WORDS and worst in {EditClass.CONTENT, EditClass.INFLECTION}:
        return EditClass.UNMARKED_OMISSION
    return worst


def _kinds(sides: Sides, step: Step, gone: Counter[str], come: Counter[str]) -> Iterator[EditClass]:
    for words, changed, names, first in (
        (sides.source[step.source_first : step.source_last], gone, sides.source_names, step.source_first),
        (sides.quote[step.quote_first : step.quote_last], come, sides.quote_names, step.quote_first),
    ):
        fillers = _filler_phrases(words)
        for place, word in enumerate(words):
            if word not in changed:
                continue
            if place in fillers:
                yield EditClass.FILLER
                continue
            kind = kind_of(word)
            if kind is EditClass.CONTENT and names[first + place] and not is_unspaced(word):
                kind = EditClass.NAME
            yield kind


def _all_fillers(sides: Sides, step: Step) -> bool:
    words = sides.quote[step.quote_first : step.quote_last]
    fillers = _filler_phrases(words)
    return all(place in fillers or kind_of(word) is EditClass.FILLER for place, word in enumerate(words))


def _filler_phrases(words: Sequence[str]) -> set[int]:
    places: set[int] = set()
    for phrase in FILLER_PHRASES:
        for place in range(len(words) - len(phrase) + 1):
            if tuple(words[place : place + len(phrase)]) == phrase:
                places.update(range(place, place + len(phrase)))
    return places


def _is_opener(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens `first` up to `last` are an And, But, So or Well at the head of a sentence."""
    if first == last or not all(word in SENTENCE_OPENERS for word in tokens.norms[first:last]):
        return False
    before = tokens.text[tokens.ends[first - 1] : tokens.starts[first]] if first else "."
    return any(mark in before for mark in ".?!。？！\n—–")


def _is_contraction(printed: Sequence[str], recorded: Sequence[str]) -> bool:
    pair = {*printed} ^ {*recorded}
    if len(printed) != len(recorded) or len(pair) != 2:
        return False
    return pair in ({"'s", "is"}, {"'s", "has"}, {"'d", "would"}, {"'d", "had"})


def _hides_has(sides: Sides, step: Step) -> bool:
    """ "It's been" folds to "it is been": against "it has been" it is the same contraction."""
    quote, source = sides.alignment.quotation.tokens, sides.alignment.source.tokens
    printed = sides.quote[step.quote_first : step.quote_last]
    recorded = sides.source[step.source_first : step.source_last]
    if (printed, recorded) == (["is"], ["has"]):
        return quote.contracted[step.quote_first]
    return (printed, recorded) == (["has"], ["is"]) and source.contracted[step.source_first]


_NEGATIVE_PREFIXES: Final = ("un", "in", "im", "il", "ir", "non", "dis", "mis")


def _negates(old: str, new: str) -> bool:
    """Whether one word is the other with a negative prefix."""
    short, long = sorted((old, new), key=len)
    return len(short) > 3 and any(prefix + short == long for prefix in _NEGATIVE_PREFIXES)


_ENDINGS: Final = frozenset("s es ed d ing ly al er est 's".split()) | {""}
_BE_FORMS: Final = (
    frozenset({"is", "are", "am", "be", "being"}),
    frozenset({"was", "were"}),
    frozenset({"has", "have"}),
    frozenset({"do", "does"}),
)


def _inflects(old: str, new: str) -> bool:
    """Whether two words are forms of one: same stem, another ending, and none of them protected."""
    if kind_of(old) is not EditClass.CONTENT or kind_of(new) is not EditClass.CONTENT:
        return False
    if any(old in forms and new in forms for forms in _BE_FORMS):
        return True
    stem = len(old) - len(old.removeprefix(_common(old, new)))
    if stem < 3 or stem < min(len(old), len(new)) - 2:
        return False
    return old[stem:] in _ENDINGS | {"y", "ies", "e"} and new[stem:] in _ENDINGS | {"y", "ies", "ied", "e"}


def _common(old: str, new: str) -> str:
    length = next(
        (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    return old[:length]
