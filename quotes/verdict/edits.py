"""From aligned steps to edits: what each touches.

An unequal step is first tried as presentation (the same compound, amount or abbreviation written otherwise, a stutter,
one reading of a correction), then as the writer's bracket, and only then do its words decide: the most protected word
on either side gives the class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from quotes.align import Alignment, Step
from quotes.model import Edit, EditClass
from quotes.text import Tokens, is_unspaced
from quotes.verdict import brackets, grammar, repairs, spanish
from quotes.verdict.amounts import join_amounts, same_otherwise
from quotes.verdict.boundaries import moved_boundaries, unhooked_denials
from quotes.verdict.chinese import STRUCTURAL
from quotes.verdict.ends import all_fillers, own_sentence, with_fillers
from quotes.verdict.forms import inflects, negates, person_shifts, tense_shifts
from quotes.verdict.moves import moved_steps
from quotes.verdict.sides import Sides
from quotes.verdict.twice import denial_lost
from quotes.verdict.words import ABBREVIATIONS, SENTENCE_OPENERS

# From this many words on, an omission is a passage left out rather than a word dropped.
OMISSION_WORDS: Final = 3

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
            EditClass.FUNCTION_WORD,
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
            EditClass.TENSE,
            EditClass.PERSON,
            EditClass.DATE,
            EditClass.NAME,
            EditClass.ROLES,
            EditClass.CONDITIONAL,
            EditClass.MODAL,
            EditClass.NUMBER,
            EditClass.NEGATION,
        )
    )
}


# A moved word is told as moved unless it is one of a kind whose place decides.
_MAY_MOVE: Final = frozenset(
    {
        EditClass.CONTENT,
        EditClass.UNMARKED_OMISSION,
        EditClass.INFLECTION,
        EditClass.NAME,
        EditClass.PREPOSITION,
        EditClass.MOVED,
        EditClass.PERSON,
    }
)


def edits(alignment: Alignment, heard: str = "") -> tuple[Edit, ...]:
    """The edits of an alignment in the order of the quotation, equal stretches included. Printed words found nowhere
    in the turn are insertions; displaced runs are left to the verdict, which calls them spliced. `heard` is the
    question that the turn answers, where it is known: it names whom a bracket may mean."""
    sides = Sides(
        alignment,
        alignment.quotation.tokens.norms,
        alignment.source.norms,
    )
    found: list[Edit] = []
    steps = join_amounts(sides, with_fillers(sides, own_sentence(sides, alignment.steps)))
    moved = {} if alignment.displaced else moved_steps(sides, steps)
    for place, step in enumerate(steps):
        if not step.equal and place in {0, len(steps) - 1} and all_fillers(sides, step):
            # At an end, the record's words beside a filler are not what it stands for.
            inner = step.source_last if place == 0 else step.source_first
            found.append(_edit(sides, replace(step, source_first=inner, source_last=inner), EditClass.FILLER))
        elif step.equal:
            found.extend(_equal(sides, step, ends=place == len(steps) - 1 or steps[place + 1].marked))
        else:
            kind = _classify(sides, step, heard)
            found.append(_edit(sides, step, moved.get(place, kind) if kind in _MAY_MOVE else kind))
    for part in alignment.missing:
        step = Step(False, part.first, part.last, *(alignment.source_span[1],) * 2)
        found.append(_edit(sides, step, _classify(sides, step, heard)))
    found.extend(moved_boundaries(alignment))
    found.extend(unhooked_denials(alignment))
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


def _equal(sides: Sides, step: Step, *, ends: bool) -> Iterator[Edit]:
    """An equal step is cut where one side writes a contraction and the other its words in full, where the writer
    bracketed part of a word, and, if it `ends` the quotation or what stands before an ellipsis, where that ends within
    a word of the record: "which are" for "which aren't" cuts off the denial, and no ellipsis stands for half a word."""
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
    if ends and (cut := _end_of_word(source, step.source_last)) > step.source_last:
        rest = Step(False, step.quote_last, step.quote_last, step.source_last, cut)
        kinds[-1] = heaviest((kinds[-1], _left_out(sides, rest)))
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


def _end_of_word(tokens: Tokens, place: int) -> int:
    """The first token from `place` on that is no part of the word before it; contractions and "cannot" have parts."""
    while 0 < place < len(tokens) and tokens.starts[place] == tokens.starts[place - 1]:
        place += 1
    return place


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


def _classify(sides: Sides, step: Step, heard: str) -> EditClass:
    if step.marked:
        return EditClass.ELLIPSIS
    bracketed = sides.alignment.quotation.bracketed[step.quote_first : step.quote_last]
    printed = [word for word, mine in zip(sides.printed(step), bracketed, strict=True) if not mine]
    recorded = sides.recorded(step)
    glued = sides.alignment.quotation.glued[step.quote_first : step.quote_last]
    if any(glued) and recorded and all(mine or part for mine, part in zip(bracketed, glued, strict=True)):
        return brackets.of_parts(sides, step, heard)
    if any(bracketed):
        contradicts = brackets.contradiction(sides, step, heard)
        if (not printed and len(recorded) <= brackets.REACH) or printed == recorded:
            return contradicts or EditClass.BRACKET
        if contradicts:
            return contradicts
    if _same_written_otherwise(sides, step, printed, recorded):
        return EditClass.PRESENTATION
    if recorded and not printed:
        return _left_out(sides, step)
    if printed and not recorded:
        return _put_in(sides, step, printed)
    return _by_words(sides, step, printed, recorded)


def _same_written_otherwise(sides: Sides, step: Step, printed: Sequence[str], recorded: Sequence[str]) -> bool:
    if printed and recorded:
        joined = "".join(printed)
        if joined == "".join(recorded) and joined not in _NOT_COMPOUNDS:
            return True
        if [ABBREVIATIONS.get(word, word) for word in printed] == [ABBREVIATIONS.get(word, word) for word in recorded]:
            return True
        if len(printed) == len(recorded) == 1 and STRUCTURAL.issuperset((*printed, *recorded)):
            # 的, 地 and 得 as words of their own; in 目的 or 取得 the character is another word's.
            pair = {sides.quote_kinds[step.quote_first], sides.source_kinds[step.source_first]}
            return EditClass.CONTENT not in pair
    return same_otherwise(sides, step)


def _left_out(sides: Sides, step: Step) -> EditClass:
    """The class of words that only the record has, but for what a speaker repeats, takes back or only fills with."""
    first, last = step.source_first, step.source_last
    if sides.alignment.source.is_optional(first, last):
        return EditClass.RECORD_NOISE
    left, taken = repairs.left_of_speech(sides, first, last)
    if not left:
        return EditClass.NEGATION if taken is EditClass.RECORD_NOISE and denial_lost(sides, step) else taken
    if _is_opener(sides.alignment.source.tokens, first, last):
        return EditClass.FILLER
    low, high = min(left), max(left) + 1
    kept = replace(step, source_first=low, source_last=high)
    if len(left) == high - low and (kind := grammar.dropped(sides, kept)):
        return kind
    if all(_is_opener(sides.alignment.source.tokens, place, place + 1) for place in left):
        return EditClass.FILLER
    return _weighed(heaviest(_kinds_of(sides.source, sides.source_kinds, sides.source_names, left)), len(left))


def _put_in(sides: Sides, step: Step, printed: Sequence[str]) -> EditClass:
    """The class of words that only the quotation has."""
    first, last = step.quote_first, step.quote_last
    if repairs.says_twice(sides.quote, first, last):
        return EditClass.NEGATION if denial_lost(sides, step) else EditClass.RECORD_NOISE
    if _is_opener(sides.alignment.quotation.tokens, first, last):
        return EditClass.FILLER
    if kind := grammar.put_in(sides, step):
        return kind
    return heaviest(_kinds_of(sides.quote, sides.quote_kinds, sides.quote_names, range(first, last), printed))


def _weighed(worst: EditClass, words: int) -> EditClass:
    if words >= OMISSION_WORDS and worst in {EditClass.CONTENT, EditClass.INFLECTION}:
        return EditClass.UNMARKED_OMISSION
    return worst


def _by_words(sides: Sides, step: Step, printed: Sequence[str], recorded: Sequence[str]) -> EditClass:
    """The class of words printed for others."""
    left, _ = repairs.left_of_speech(sides, step.source_first, step.source_last, repeats_only=True)
    if 0 < len(left) < len(recorded):
        recorded = [sides.source[place] for place in sorted(left)]
    if _is_contraction(printed, recorded) or _hides_has(sides, step):
        return EditClass.CONTRACTION
    gone = Counter(recorded) - Counter(printed)
    come = Counter(printed) - Counter(recorded)
    if not gone and not come:
        return EditClass.MOVED
    if len(gone) == len(come) == 1:
        (old,), (new,) = gone, come
        if negates(old, new):
            return EditClass.NEGATION
        if grammar.is_variant(old, new):
            return EditClass.FUNCTION_WORD
        if tense_shifts([old], [new]):
            return EditClass.TENSE
        if inflects(old, new):
            return EditClass.INFLECTION
    there, here = range(step.source_first, step.source_last), range(step.quote_first, step.quote_last)
    kinds = {
        *_kinds_of(sides.source, sides.source_kinds, sides.source_names, there, gone),
        *_kinds_of(sides.quote, sides.quote_kinds, sides.quote_names, here, come),
    }
    if any(negates(old, new) for old in gone for new in come):
        kinds.add(EditClass.NEGATION)
    if tense_shifts([*gone], [*come]):
        kinds.add(EditClass.TENSE)
    if person_shifts(gone.keys(), come.keys()) or (
        sides.in_spanish and spanish.person_shifts(gone.keys(), come.keys())
    ):
        kinds.add(EditClass.PERSON)
    return heaviest(kinds)


def _kinds_of(
    words: Sequence[str],
    kinds: Sequence[EditClass],
    names: Sequence[bool],
    places: Iterable[int],
    changed: Iterable[str] | None = None,
) -> Iterator[EditClass]:
    """The kinds of the words in `places`; with `changed` of those words only."""
    places = list(places)
    wanted = None if changed is None else {*changed}
    for place in places:
        word = words[place]
        if wanted is not None and word not in wanted:
            continue
        if kinds[place] is EditClass.CONTENT and names[place] and not is_unspaced(word):
            yield EditClass.NAME
        else:
            yield kinds[place]


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
