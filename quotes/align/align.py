"""Laying a quotation over a turn: locate each part, then count the edits of the span found, never of the whole turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quotes.align.headings import prints_heading
from quotes.align.quotation import Part, Quotation
from quotes.align.source import Source
from quotes.align.steps import LONG_END, Step, slide, steps_between
from quotes.text import is_unspaced

# 0-100, on words. Below it a stretch of the record shares hardly more than function words with the quotation's; the
# verdict weighs what is above. Measured on the dev cases: the loosest paraphrase that a reader calls altered has 46.
LOCATE_CUTOFF = 35.0
# For a part or run placed away from the rest, where chance has the whole turn to play with: three words of four.
REPLACE_CUTOFF = 75.0
# For an end of the quotation that may stand on the other side of the rest, out of order: nearly word for word.
SWAPPED_CUTOFF = 90.0
# Words read to either side of the stretch that is most like the quotation; more are read after that, and taken only
# where more of the quotation is found: a phrase that comes again soon after must not draw the match away.
_NEAR = 2
# A run of printed words without a match is looked for elsewhere in the turn from this length on; three words stand
# in most turns by chance.
REPLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """Printed tokens `first` up to `last` found as a run of their own; `steps` lead there."""

    first: int
    last: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """`steps` run through the quotation in order, over one ascending stretch of the record. `displaced` are runs found
    in the same turn but out of that order; `missing` are ranges of printed tokens found nowhere in the turn."""

    quotation: Quotation
    source: Source
    steps: tuple[Step, ...]
    displaced: tuple[Segment, ...]
    missing: tuple[Part, ...]

    @property
    def source_span(self) -> tuple[int, int]:
        """Tokens of the record from the first matched or replaced word to the last; (0, 0) when there is none."""
        if not self.steps:
            return 0, 0
        return self.steps[0].source_first, self.steps[-1].source_last

    @property
    def matched(self) -> int:
        """How many printed tokens are compared equal, displaced runs included."""
        return sum(step.printed for step in self._all_steps() if step.equal)

    def equal_tokens(self) -> Iterator[int]:
        """The printed tokens that are compared equal, ascending within each run."""
        for step in self._all_steps():
            if step.equal:
                yield from range(step.quote_first, step.quote_last)

    @property
    def exact(self) -> bool:
        return len(self.steps) == 1 and self.steps[0].equal and not self.displaced and not self.missing

    def _all_steps(self) -> Iterator[Step]:
        yield from self.steps
        for segment in self.displaced:
            yield from segment.steps


def align(quotation: Quotation, source: Source) -> Alignment | None:
    """Lay `quotation` over `source`; None when not even its longest part is like anything there."""
    if prints_heading(quotation.text):
        source = source.with_headings()
    norms = source.norms
    main = max(
        range(len(quotation.parts)), key=lambda index: quotation.parts[index].last - quotation.parts[index].first
    )
    anchor = _locate(quotation, quotation.parts[main], norms, 0, len(norms), LOCATE_CUTOFF)
    if not anchor:
        return None
    steps = list(anchor)
    displaced: list[Segment] = []
    missing: list[Part] = []
    for part in quotation.parts[main + 1 :]:
        _append(quotation, part, norms, steps, displaced, missing)
    for part in reversed(quotation.parts[:main]):
        _prepend(quotation, part, norms, steps, displaced, missing)
    if source.whole:
        steps = slide(_spread(quotation, norms, steps, displaced), norms)
    return Alignment(quotation, source, tuple(steps), tuple(displaced), tuple(missing))


def loose_runs(alignment: Alignment) -> list[Part]:
    """The printed words found nowhere in the turn: missing parts, and the printed side of unequal steps. Between two
    loose runs a match too short to be more than chance counts as loose too."""
    runs: list[Part] = []
    joinable = False
    for step in alignment.steps:
        if step.marked or not step.printed:
            continue
        if step.equal:
            joinable = step.printed < LONG_END
        elif runs and joinable:
            runs[-1] = Part(runs[-1].first, step.quote_last)
        else:
            runs.append(Part(step.quote_first, step.quote_last))
            joinable = False
    return [*alignment.missing, *runs]


def has_loose_run(alignment: Alignment) -> bool:
    """Whether a run long enough to be looked for elsewhere in the turn has no match yet."""
    return bool(alignment.missing) or any(_loose(step) for step in alignment.steps)


def _append(
    quotation: Quotation,
    part: Part,
    norms: Sequence[str],
    steps: list[Step],
    displaced: list[Segment],
    missing: list[Part],
) -> None:
    after = steps[-1].source_last
    found = _locate(quotation, part, norms, after, len(norms), _cutoff(quotation, part))
    if found:
        steps += [*_gap(steps[-1], found[0], marked=True), *found]
    else:
        _displace(quotation, part, norms, displaced, missing)


def _prepend(
    quotation: Quotation,
    part: Part,
    norms: Sequence[str],
    steps: list[Step],
    displaced: list[Segment],
    missing: list[Part],
) -> None:
    found = _locate(quotation, part, norms, 0, steps[0].source_first, _cutoff(quotation, part), last=True)
    if found:
        steps[:0] = [*found, *_gap(found[-1], steps[0], marked=True)]
    else:
        _displace(quotation, part, norms, displaced, missing)


def _displace(
    quotation: Quotation, part: Part, norms: Sequence[str], displaced: list[Segment], missing: list[Part]
) -> None:
    found = _replace(quotation, part, norms, 0, len(norms))
    if found:
        displaced.append(Segment(part.first, part.last, tuple(found)))
    else:
        missing.append(part)


def _spread(quotation: Quotation, norms: Sequence[str], steps: list[Step], displaced: list[Segment]) -> list[Step]:
    """Look for what has no match at either end beyond the matched stretch, then on its other side, then for any run
    anywhere else."""
    if (tail := _weak_end(steps)) and tail < len(steps):
        run = Part(steps[tail].quote_first, steps[-1].quote_last)
        if found := _replace(quotation, run, norms, steps[tail - 1].source_last, len(norms)):
            steps = [*steps[:tail], *_gap(steps[tail - 1], found[0], marked=False), *found]
        elif whole := _after_last_long(steps):
            run = Part(steps[whole].quote_first, steps[-1].quote_last)
            if found := _replace(quotation, run, norms, 0, steps[0].source_first, SWAPPED_CUTOFF, last=True):
                displaced.append(Segment(run.first, run.last, tuple(found)))
                steps = steps[:whole]
    if (head := _weak_end(steps[::-1])) and head < len(steps):
        kept = steps[len(steps) - head :]
        run = Part(steps[0].quote_first, kept[0].quote_first)
        if found := _replace(quotation, run, norms, 0, kept[0].source_first, last=True):
            steps = [*found, *_gap(found[-1], kept[0], marked=False), *kept]
        elif whole := _after_last_long(steps[::-1]):
            kept = steps[len(steps) - whole :]
            run = Part(steps[0].quote_first, kept[0].quote_first)
            if found := _replace(quotation, run, norms, kept[-1].source_last, len(norms), SWAPPED_CUTOFF):
                displaced.append(Segment(run.first, run.last, tuple(found)))
                steps = kept
    for step in steps:
        if _loose(step):
            run = Part(step.quote_first, step.quote_last)
            found = _replace(quotation, run, norms, 0, len(norms))
            if found and (found[-1].source_last <= step.source_first or found[0].source_first >= step.source_last):
                displaced.append(Segment(run.first, run.last, tuple(found)))
    return steps


def _replace(
    quotation: Quotation,
    run: Part,
    norms: Sequence[str],
    low: int,
    high: int,
    cutoff: float = REPLACE_CUTOFF,
    *,
    last: bool = False,
) -> list[Step]:
    """The steps of a run that is long enough to be looked for away from the rest."""
    return _locate(quotation, run, norms, low, high, cutoff, last=last) if _long(quotation, run) else []


def _weak_end(steps: Sequence[Step]) -> int:
    """Where the last steps begin that match by chance at most: an unmatched run, and after it only words that stand
    anywhere. The number of steps when there is no such end, 0 when there is nothing else."""
    place = len(steps)
    for index in range(len(steps) - 1, -1, -1):
        if _telling(steps[index]):
            break
        if _loose(steps[index]):
            place = index
    return place


def _after_last_long(steps: Sequence[Step]) -> int:
    """Where the steps begin that follow the last match that is more than chance; 0 where there is none."""
    return next((index + 1 for index in range(len(steps) - 1, -1, -1) if _telling(steps[index])), 0)


def _telling(step: Step) -> bool:
    return step.equal and step.printed >= LONG_END


def _loose(step: Step) -> bool:
    return not step.equal and not step.marked and step.printed >= REPLACE_WORDS


def _long(quotation: Quotation, part: Part) -> bool:
    """A Chinese character is half a word: four of them stand in most turns by chance."""
    unspaced = sum(map(is_unspaced, quotation.tokens.norms[part.first : part.last]))
    return part.last - part.first - unspaced / 2 >= REPLACE_WORDS


def _cutoff(quotation: Quotation, part: Part) -> float:
    return LOCATE_CUTOFF if _long(quotation, part) else 99.0


def _gap(before: Step, after: Step, *, marked: bool) -> list[Step]:
    if before.source_last == after.source_first and before.quote_last == after.quote_first:
        return []
    return [Step(False, before.quote_last, after.quote_first, before.source_last, after.source_first, marked)]


def _locate(
    quotation: Quotation, part: Part, norms: Sequence[str], low: int, high: int, cutoff: float, *, last: bool = False
) -> list[Step]:
    """The steps from the best stretch of `norms[low:high]` to `part`, or none below `cutoff`. Of equal stretches the
    first is taken, with `last` the last: the one nearest to the rest."""
    # A bracketed word is the writer's own and must not be found in the record, so it is made unlike any word there.
    words = [
        f"[{word}]" if mine else word
        for word, mine in zip(
            quotation.tokens.norms[part.first : part.last], quotation.bracketed[part.first : part.last], strict=True
        )
    ]
    field = norms[low:high]
    if not words or not field:
        return []
    needle = [word for word in words if word[0] != "["] or words
    if last:
        needle, field = needle[::-1], field[::-1]
    found = fuzz.partial_ratio_alignment(needle, field, score_cutoff=cutoff)
    if found is None or found.score < cutoff:
        return []
    if len(needle) <= len(field):
        first, end = found.dest_start, found.dest_end
    else:
        first, end = 0, len(field)
    if last:
        first, end = len(field) - end, len(field) - first
        field = field[::-1]
    near: list[Step] = []
    for slack in (_NEAR, len(words) // 2 + 6):
        begin, stop = max(first - slack, 0), min(end + slack, len(field))
        steps = steps_between(words, field[begin:stop], part.first, low + begin)
        if not near or _equal(steps) > _equal(near):
            near = steps
        if _equal(near) == len(words):
            break
    return near


def _equal(steps: Sequence[Step]) -> int:
    return sum(step.printed for step in steps if step.equal)
