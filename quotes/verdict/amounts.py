"""Amounts, ranges and dates written otherwise: compared by what they come to, unit and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from quotes.align import Step
from quotes.text import Quantity, Tokens, is_numeric, quantity, same_amounts
from quotes.verdict.sides import Sides, gap
from quotes.verdict.words import ABBREVIATIONS, MONTHS

# An amount, range or date has no more steps than this between two ways of writing it.
_MOST_STEPS: Final = 7
# Equal words to either side of a step that may belong to its range.
_BESIDE: Final = 2
# Words of the record beyond an end of the alignment that may belong to its last amount.
_BEYOND: Final = 3
_RANGE_WORDS: Final = frozenset({"to", "and", "between", "from"})
_DATE_WORDS: Final = frozenset({"the", "of"})
_DASHES: Final = "-–—‑−"


@dataclass(frozen=True, slots=True)
class Range:
    """From one amount to another. `bounded` by "between … and …" or said as "… to …" it is the same; "from … to …" may
    be a change from the one to the other and is none."""

    low: Quantity
    high: Quantity


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; `year` 0 where none is said."""

    month: str
    day: int
    year: int


def join_amounts(sides: Sides, steps: Sequence[Step]) -> list[Step]:
    """The steps, with those joined that are one amount, range or date written otherwise:
    "three-quarters of a percentage point" and "0.75 percentage points" share a word in their middle."""
    steps = list(steps)
    place = 0
    while place + 1 < len(steps):
        if (joined := _joined(sides, steps, place)) is not None:
            count, step = joined
            steps[place : place + count] = [step]
        place += 1
    if steps:
        steps[0] = _grown(sides, steps[0], first=True)
        steps[-1] = _grown(sides, steps[-1], first=False)
    return steps


def _grown(sides: Sides, step: Step, *, first: bool) -> Step:
    """A step at an end with as many more of the record's words as make it the same amount or quarter of a year: an
    alignment ends where the printed words do."""
    if step.equal or step.marked or not step.printed or same_otherwise(sides, step):
        return step
    for more in range(1, _BEYOND + 1):
        low = max(step.source_first - more, 0) if first else step.source_first
        high = step.source_last if first else min(step.source_last + more, len(sides.source))
        wider = replace(step, source_first=low, source_last=high)
        if same_otherwise(sides, wider):
            return wider
    return step


def _joined(sides: Sides, steps: Sequence[Step], place: int) -> tuple[int, Step] | None:
    """How many steps from `place` on are one amount on either side, and the step they make; the longest run of them."""
    if steps[place].equal or steps[place].marked:
        return None
    last = place
    while last + 1 < min(len(steps), place + _MOST_STEPS) and _may_join(sides, steps[last + 1]):
        last += 1
    for end in range(last, place, -1):
        if steps[end].equal:
            continue
        for step in _spans(steps, place, end):
            if same_amount(sides, step) or _same_range(sides, step) or _same_day(sides, step):
                return end - place + 1, step
    return None


def _may_join(sides: Sides, step: Step) -> bool:
    if step.marked:
        return False
    return not step.equal or all(_in_amount(word) for word in sides.printed(step))


def _spans(steps: Sequence[Step], first: int, last: int) -> Iterator[Step]:
    """The step from `first` to `last`; at an end of the quotation the record's words may be no part of the amount."""
    begin, end = steps[first], steps[last]
    begins = {begin.source_first, begin.source_last} if first == 0 else {begin.source_first}
    ends = {end.source_first, end.source_last} if last + 1 == len(steps) else {end.source_last}
    for low in begins:
        for high in ends:
            yield Step(False, begin.quote_first, end.quote_last, low, high)


def _in_amount(word: str) -> bool:
    return is_numeric(word) or word in _RANGE_WORDS or word in _DATE_WORDS or ABBREVIATIONS.get(word, word) in MONTHS


def same_amount(sides: Sides, step: Step) -> bool:
    """Whether the step lies in one amount on either side, and the two come to the same."""
    words = sides.printed(step) + sides.recorded(step)
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
            printed = sides.quote[step.quote_first - lead : step.quote_last + trail]
            recorded = sides.source[step.source_first - lead : step.source_last + trail]
            if same_amounts(printed, recorded, dots_group=sides.in_spanish):
                return True
    return False


def same_otherwise(sides: Sides, step: Step) -> bool:
    """Whether the step is one amount, range, date or quarter of a year on either side."""
    return same_amount(sides, step) or _same_range(sides, step) or _same_day(sides, step) or _same_quarter(sides, step)


def _same_range(sides: Sides, step: Step) -> bool:
    """With the equal figures beside the step, as far as they go: "40-50" and "40 to 50" differ in a word between."""
    quote, source = sides.alignment.quotation.tokens, sides.alignment.source.tokens
    for lead in range(_BESIDE, -1, -1):
        for trail in range(_BESIDE, -1, -1):
            here = step.quote_first - lead, step.quote_last + trail
            there = step.source_first - lead, step.source_last + trail
            if min(here[0], there[0]) < 0 or here[1] > len(quote) or there[1] > len(source):
                continue
            printed = _range(sides.quote, quote, *here)
            if printed is not None and printed == _range(sides.source, source, *there):
                return True
    return False


def _figures(word: str) -> bool:
    return is_numeric(word) or any(map(str.isdigit, word))


def _range(words: Sequence[str], tokens: Tokens, first: int, last: int) -> Range | None:
    """The range that the words from `first` up to `last` are: 3-4 million, 3 to 4 million, between 3 and 4 million."""
    if first < last and words[first] == "between":
        first, links = first + 1, {"and"}
    else:
        links = {"to"}
    # Most runs of words are no range, and that is seen at their ends.
    if first >= last or not (_figures(words[first]) and _figures(words[last - 1])):
        return None
    for cut in range(first + 1, last):
        if words[cut] in links:
            high = cut + 1
        elif links == {"to"} and any(dash in gap(tokens, cut) for dash in _DASHES):
            high = cut
        else:
            continue
        upper = quantity(words[high:last])
        lower = quantity(words[first:cut])
        if upper is not None and lower is not None:
            return _with_scale(lower, upper, words[first:cut], words[high:last])
    return None


def _with_scale(lower: Quantity, upper: Quantity, low: Sequence[str], high: Sequence[str]) -> Range:
    """ "3 to 4 million dollars", "$3-4 million": what is said once, of scale and unit, holds of both."""
    unit = upper.unit or lower.unit
    figures = [quantity([word]) for word in high if word[0].isdigit()]
    if len(low) - bool(lower.unit) == 1 and len(figures) == 1 and figures[0] is not None and figures[0].value:
        scale = upper.value / figures[0].value
        if scale >= Fraction(1000) and lower.value < scale:
            lower = Quantity(lower.value * scale, lower.unit)
    return Range(Quantity(lower.value, lower.unit or unit), Quantity(upper.value, unit))


def _same_day(sides: Sides, step: Step) -> bool:
    printed = _day(sides.printed(step))
    return printed is not None and printed == _day(sides.recorded(step))


def _day(words: Sequence[str]) -> Day | None:
    """The day that is written as "October 13, 2025", "13 October 2025", "the 13th of October"."""
    month, numbers = "", []
    for word in words:
        plain = ABBREVIATIONS.get(word, word)
        if plain in MONTHS and not month:
            month = plain
        elif word[0].isdigit():
            numbers.append(word)
        elif word not in _DATE_WORDS:
            return None
    if not month or not 1 <= len(numbers) <= 2:
        return None
    day = numbers[0].removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    if not day.isdecimal() or not 1 <= int(day) <= 31:
        return None
    if len(numbers) == 1:
        return Day(month, int(day), 0)
    year = numbers[1]
    return Day(month, int(day), int(year)) if year.isdecimal() and len(year) == 4 else None


def _same_quarter(sides: Sides, step: Step) -> bool:
    """ "Q2" is "the second quarter"."""
    printed = _quarter(sides.printed(step))
    return printed is not None and printed == _quarter(sides.recorded(step))


def _quarter(words: Sequence[str]) -> int | None:
    words = [word for word in words if word not in _DATE_WORDS]
    if len(words) == 2 and words[0] == "q" and words[1] in {"1", "2", "3", "4"}:
        return int(words[1])
    if len(words) == 2 and words[1] == "quarter" and words[0] in {"1st", "2nd", "3rd", "4th"}:
        return int(words[0][0])
    return None
