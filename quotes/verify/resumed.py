"""An answer that somebody broke into and that went on: "… to know that the insurance rules—" "She wants them to pay?"
"—that the insurance rules have not changed." Printed as one sentence it is one: he said it all, and to nobody else.

The two turns are read as one text, the first's, a space, the second's. The answer shows them as two matches, each with
its own part of the diff.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quotes.align import Alignment, Quotation, align, read_source
from quotes.archive import Header, StoredTurn
from quotes.model import Edit, EditClass, Role
from quotes.verify.evidence import Surprisal, similarity
from quotes.verify.placing import Placing, Resumption

Turns = Callable[[Sequence[int]], Mapping[int, StoredTurn]]

REASON: Final = "resumed_after_interruption"

_BROKEN_OFF: Final = ("—", "–", "-", "―", "…", "...")
# Turns between the two parts: an interjection, and perhaps a moderator's.
_BETWEEN: Final = 2
# Printed words that either part must hold.
_LEAST: Final = 2


def resume(quotation: Quotation, placing: Placing, turns: Turns, surprisal: Surprisal) -> None:
    """Lay the quotation over `placing`'s turn and the one that it goes on in, or goes on from, where that accounts for
    more of it and both hold a part; `placing` is changed in place."""
    if not _ends_loose(placing.alignment) or placing.by_reporter:
        return
    pair = _pair(placing.header, placing.turn, turns)
    if pair is None:
        return
    first, second = pair
    border = len(first.text)
    alignment = align(quotation, read_source(f"{first.text} {second.text}", borders=(border,)))
    if alignment is None or alignment.displaced or alignment.missing or not _in_both(alignment, border):
        return
    likeness = similarity(alignment, surprisal)
    if likeness <= placing.similarity:
        return
    placing.standing += likeness - placing.similarity
    placing.similarity = likeness
    placing.alignment = alignment
    placing.turn = replace(first, text=f"{first.text} {second.text}")
    placing.resumption = Resumption(first, second)


def parts(placing: Placing, resumption: Resumption) -> tuple[Placing, Placing]:
    """The two matches of a resumed placing: each with its own turn, the part of the diff that lies in it, and the
    verdict on the whole."""
    border = len(resumption.first.text)
    wording = placing.judged
    edits = [part for edit in wording.edits for part in _cut(placing.alignment, edit, border)]
    first = [edit for edit in edits if edit.source_span[0] < border]
    second = [_shifted(edit, border + 1) for edit in edits if edit.source_span[0] >= border]
    return (
        _part(placing, resumption.first, first),
        _part(placing, resumption.second, second),
    )


def _part(placing: Placing, turn: StoredTurn, edits: Sequence[Edit]) -> Placing:
    wording = replace(placing.judged, edits=tuple(edits))
    return replace(placing, turn=turn, wording=wording, resumption=None, part=_span(edits))


def _cut(alignment: Alignment, edit: Edit, border: int) -> list[Edit]:
    """The edit in two where it reaches over the border: equal words stay with their like, others with the first."""
    start, end = edit.source_span
    if not start < border < end:
        return [edit]
    quote, source = alignment.quotation.tokens, alignment.source.tokens
    low, high = bisect_left(source.starts, start), bisect_left(source.starts, border)
    rest = bisect_left(source.starts, end)
    if not low < high < rest or edit.cls is not EditClass.EQUAL:
        last = source.ends[high - 1] if low < high else start
        return [replace(edit, source=source.text[start:last], source_span=(start, last))]
    first = bisect_left(quote.starts, edit.quote_span[0])
    middle = first + high - low
    return [
        replace(
            edit,
            quote=quote.surface(begin, stop),
            source=source.surface(here, there),
            quote_span=(quote.starts[begin], quote.ends[stop - 1]),
            source_span=(source.starts[here], source.ends[there - 1]),
        )
        for begin, stop, here, there in ((first, middle, low, high), (middle, middle + rest - high, high, rest))
    ]


def _shifted(edit: Edit, by: int) -> Edit:
    return replace(edit, source_span=(max(edit.source_span[0] - by, 0), max(edit.source_span[1] - by, 0)))


def _span(edits: Sequence[Edit]) -> tuple[int, int]:
    spans = [edit.source_span for edit in edits if edit.quote and edit.source]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)


def _ends_loose(alignment: Alignment) -> bool:
    """Whether printed words at either end, or a part between ellipses, have no match."""
    ends = (alignment.steps[0], alignment.steps[-1])
    printed = len(alignment.quotation.tokens)
    covered = ends[0].quote_first == 0 and ends[1].quote_last == printed
    return bool(alignment.missing) or not covered or any(not step.equal and step.printed for step in ends)


def _pair(header: Header, turn: StoredTurn, turns: Turns) -> tuple[StoredTurn, StoredTurn] | None:
    """The turn and the one it goes on in, else the one it goes on from and the turn."""
    keys = [turn.key + away for away in range(-_BETWEEN - 1, _BETWEEN + 2) if away]
    near = {
        key: other
        for key, other in turns([key for key in keys if key >= header.first_turn]).items()
        if other.revision_key == turn.revision_key
    }
    if _is_broken_off(turn.text) and (later := _same_voice(turn, [near.get(turn.key + n) for n in (1, 2, 3)])):
        return turn, later
    earlier = _same_voice(turn, [near.get(turn.key - n) for n in (1, 2, 3)])
    if earlier is not None and _is_broken_off(earlier.text):
        return earlier, turn
    return None


def _same_voice(turn: StoredTurn, others: Sequence[StoredTurn | None]) -> StoredTurn | None:
    """The nearest of `others` by the same official, when somebody else spoke between."""
    for place, other in enumerate(others):
        if other is None:
            return None
        if (other.label, other.name) == (turn.label, turn.name) and other.role != Role.JOURNALIST:
            return other if place else None
    return None


def _is_broken_off(text: str) -> bool:
    return text.rstrip(" \n”\"’'").endswith(_BROKEN_OFF)


def _in_both(alignment: Alignment, border: int) -> bool:
    tokens = alignment.source.tokens
    places = [
        tokens.starts[place]
        for step in alignment.steps
        if step.equal
        for place in range(step.source_first, step.source_last)
    ]
    return sum(1 for place in places if place < border) >= _LEAST <= sum(1 for place in places if place >= border)
