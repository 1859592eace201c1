"""The steps that lead from the record's words to the printed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from quotes.text import quantity, same_unit


@dataclass(frozen=True, slots=True)
class Step:
    """Printed tokens `quote_first`:`quote_last` stand for the record's `source_first`:`source_last`; `equal` when they
    are compared equal one by one, `marked` when an ellipsis stands for the record's words. Consecutive steps join
    without a gap on either side."""

    equal: bool
    quote_first: int
    quote_last: int
    source_first: int
    source_last: int
    marked: bool = False

    @property
    def printed(self) -> int:
        """How many printed tokens it holds."""
        return self.quote_last - self.quote_first

    @property
    def recorded(self) -> int:
        """How many tokens of the record it holds."""
        return self.source_last - self.source_first


# A few words at an end of the quotation that match only beyond a gap are more likely to be a chance "the" than the
# quotation's own: an end must be this many words for each word skipped to reach it, or as long as LONG_END.
_WORDS_PER_SKIPPED = 1 / 3
LONG_END = 4
# Words, or Chinese numerals, beyond those of an amount as it is printed that it may have in the record.
_LONGEST_AMOUNT = 10
# No word is empty: what stands for the border of a text is like no word and like the other text's border.
_BORDER = ""


def steps_between(quote: Sequence[str], source: Sequence[str], quote_at: int, source_at: int) -> list[Step]:
    """The steps that keep the most words of two lists equal, counted from `quote_at` and `source_at`; words of the
    record before the first and after the last printed one are no steps.

    The longest common subsequence, not the fewest edits: a window holds words beyond the quotation's ends, and an edit
    distance over it would rather replace a printed word by one of those than leave both alone."""
    steps = _trimmed(quote, source)
    if len(steps) > 1:
        # Of equally long subsequences the library takes the first words it meets; from the other end it meets others.
        backwards = _mirror(_trimmed(quote[::-1], source[::-1], mirrored=True), quote, source)
        steps = min(steps, backwards, key=_untidiness)
        steps = _drawn_together(steps, quote, source)
    return [
        Step(
            step.equal,
            step.quote_first + quote_at,
            step.quote_last + quote_at,
            step.source_first + source_at,
            step.source_last + source_at,
        )
        for step in steps
    ]


def steps_throughout(quote: Sequence[str], source: Sequence[str]) -> list[Step]:
    """The steps from the whole of one list to the whole of the other, for two texts of which neither is a part: words
    at either end that only one of them has are steps too. The first and the last step are equal, and may be empty."""
    quote, source = [_BORDER, *quote, _BORDER], [_BORDER, *source, _BORDER]
    forwards = slide(_diff(quote, source, 0, 0), source)
    backwards = slide(_mirror(_diff(quote[::-1], source[::-1], 0, 0), quote, source), source)
    printed, recorded = len(quote) - 2, len(source) - 2
    return [
        Step(
            step.equal,
            max(step.quote_first - 1, 0),
            min(step.quote_last - 1, printed),
            max(step.source_first - 1, 0),
            min(step.source_last - 1, recorded),
        )
        for step in min(forwards, backwards, key=len)
    ]


def _trimmed(quote: Sequence[str], source: Sequence[str], *, mirrored: bool = False) -> list[Step]:
    steps = _drawn_together(slide(_diff(quote, source, 0, 0), source), quote, source)
    steps = _trim_front(steps, quote, source, mirrored=mirrored)
    steps = _mirror(steps, quote, source)
    steps = _trim_front(steps, quote[::-1], source[::-1], mirrored=not mirrored)
    return _mirror(steps, quote[::-1], source[::-1])


def _drawn_together(steps: list[Step], quote: Sequence[str], source: Sequence[str]) -> list[Step]:
    """The steps with the matches at both ends moved as near to the rest as their words stand."""
    steps = _drawn_in(steps, source)
    if len(steps) < 2 or not steps[0].equal or steps[1].equal:
        return steps
    turned = _drawn_in(_mirror(steps, quote, source), source[::-1])
    return _mirror(turned, quote[::-1], source[::-1])


def _drawn_in(steps: list[Step], source: Sequence[str]) -> list[Step]:
    """The last match moved nearer where its words stand within the gap before it, too: what comes again further on is
    not what was quoted."""
    if len(steps) < 2 or not steps[-1].equal or steps[-2].equal or steps[-2].marked:
        return steps
    gap, match = steps[-2:]
    words = list(source[match.source_first : match.source_last])
    for place in range(gap.source_first, gap.source_last):
        if list(source[place : place + len(words)]) == words:
            break
    else:
        return steps
    end = place + len(words)
    kept = [Step(True, match.quote_first, match.quote_last, place, end)]
    if gap.printed or place > gap.source_first:
        kept.insert(0, Step(False, gap.quote_first, gap.quote_last, gap.source_first, place))
    return [*steps[:-2], *kept]


def _untidiness(steps: list[Step]) -> tuple[int, int, int]:
    """Fewer printed words unmatched, then fewer words of the record passed over, then fewer steps."""
    return (
        sum(step.printed for step in steps if not step.equal),
        sum(step.recorded for step in steps if not step.equal),
        len(steps),
    )


def _diff(quote: Sequence[str], source: Sequence[str], quote_at: int, source_at: int) -> list[Step]:
    steps: list[Step] = []
    for op in LCSseq.opcodes(quote, source):
        equal = op.tag == "equal"
        first, end = op.src_start + quote_at, op.src_end + quote_at
        source_first, source_end = op.dest_start + source_at, op.dest_end + source_at
        if steps and not equal and not steps[-1].equal:
            last = steps.pop()
            first, source_first = last.quote_first, last.source_first
        steps.append(Step(equal, first, end, source_first, source_end))
    return steps


def _mirror(steps: list[Step], quote: Sequence[str], source: Sequence[str]) -> list[Step]:
    """The same steps counted from the ends of both lists."""
    n, m = len(quote), len(source)
    return [
        Step(s.equal, n - s.quote_last, n - s.quote_first, m - s.source_last, m - s.source_first)
        for s in reversed(steps)
    ]


def _trim_front(
    steps: list[Step], quote: Sequence[str], source: Sequence[str], *, mirrored: bool = False
) -> list[Step]:
    """Take from the front the words of the record that belong to no printed word."""
    while steps:
        first = steps[0]
        if first.equal:
            if len(steps) < 3 or first.printed >= LONG_END:
                return steps
            gap = steps[1]
            if gap.recorded - gap.printed <= first.printed / _WORDS_PER_SKIPPED:
                return steps
            steps = [Step(False, first.quote_first, gap.quote_last, first.source_first, gap.source_last), *steps[2:]]
        elif first.printed == 0:
            steps = steps[1:]
        elif _strays(steps):
            far = steps[2]
            steps = [Step(False, first.quote_first, far.quote_last, first.source_first, far.source_last), *steps[3:]]
        elif first.recorded > 0 and len(steps) > 1:
            # Of the record's words, those next to the match that write the printed ones otherwise, else as many.
            low = first.source_last - _written_otherwise(
                quote[first.quote_first : first.quote_last],
                source[first.source_first : first.source_last],
                mirrored=mirrored,
            )
            near = _diff(quote[: first.quote_last], source[low : first.source_last], 0, low)
            return [*_without_lead(near), *steps[1:]]
        else:
            return steps
    return steps


def _strays(steps: Sequence[Step]) -> bool:
    """Whether the few words matched next to an unmatched end lie beyond a gap too wide for them: the end was matched to
    its like further on ("5 percent" to the next "percent")."""
    if len(steps) < 4 or not steps[1].equal or steps[1].printed >= LONG_END:
        return False
    return steps[2].recorded - steps[2].printed > steps[1].printed / _WORDS_PER_SKIPPED


def _written_otherwise(printed: Sequence[str], recorded: Sequence[str], *, mirrored: bool) -> int:
    """How many of the last words of `recorded` stand for `printed`: those that join or amount to the same, else as many
    as were printed; none for a run so long that it comes from somewhere else."""
    step = -1 if mirrored else 1
    joined = "".join(printed[::step])
    amount = quantity(printed[::step])
    most = len(printed) + (_LONGEST_AMOUNT if amount is not None else 3)
    for count in range(1, min(most, len(recorded)) + 1):
        near = recorded[len(recorded) - count :][::step]
        if "".join(near) == joined or same_unit(printed[::step], near):
            return count
        if amount is not None and quantity(near) == amount:
            return count
    return min(len(printed), len(recorded)) if len(printed) < LONG_END else 0


def _without_lead(steps: list[Step]) -> list[Step]:
    return steps[1:] if steps and not steps[0].equal and steps[0].printed == 0 else steps


def slide(steps: list[Step], source: Sequence[str]) -> list[Step]:
    """A match beside an omission moves to its other side when the same words stand there too, next to another match:
    so the words left out are told once, and a repeated beginning is not taken for the quotation's own."""
    index = 0
    while index < len(steps):
        match = steps[index]
        length = match.printed
        words = source[match.source_first : match.source_last]
        lone_before = index == 0 or _omits(steps[index - 1])
        lone_after = index == len(steps) - 1 or _omits(steps[index + 1])
        if match.equal and lone_before and index + 2 < len(steps) and _omits(steps[index + 1]):
            later = steps[index + 1].source_last - length
            if later >= match.source_last and source[later : later + length] == words:
                following = steps[index + 2]
                moved = [Step(True, match.quote_first, following.quote_last, later, following.source_last)]
                if index:
                    first = steps[index - 1].source_first
                    moved.insert(0, Step(False, match.quote_first, match.quote_first, first, later))
                steps[max(index - 1, 0) : index + 3] = moved
                continue
        if match.equal and lone_after and index >= 2 and _omits(steps[index - 1]):
            earlier = steps[index - 1].source_first + length
            if earlier <= match.source_first and source[earlier - length : earlier] == words:
                preceding = steps[index - 2]
                moved = [Step(True, preceding.quote_first, match.quote_last, preceding.source_first, earlier)]
                if index + 1 < len(steps):
                    last = steps[index + 1].source_last
                    moved.append(Step(False, match.quote_last, match.quote_last, earlier, last))
                steps[index - 2 : index + 2] = moved
                index -= 1
                continue
        index += 1
    return steps


def _omits(step: Step) -> bool:
    return not step.equal and not step.marked and step.printed == 0
