"""Which turns of one revision are which of the next, by their words alone.

Turns with the same words pair first, in order; what is left between two such pairs goes to the nearest in order. A turn
left over beside a changed one may be a piece of it, split off or joined since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

# Two turns are one turn changed when they share this part of all their words. By chance two long turns of one briefing
# share a fourth to a third, in order; a rewriting that keeps less than half reads better as one removed, one added.
ALIKE: Final = 0.5
# …or when the shorter stands almost whole in the longer, and is no mere "Thank you very much, next question".
CONTAINED: Final = 0.9
CONTAINED_WORDS: Final = 8
# A piece split off stands in the old turn where no other piece does; lower, and a new question sharing a few words with
# what was cut from the answer before it would count as one.
PIECE: Final = 0.8
PIECE_WORDS: Final = 3
# The same short turn ("Thank you.") stands in many places, so one removed here and one added there did not move.
MOVED_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Pairing:
    """Places in the two lists of turns. One side is empty for a turn added or removed, and has several places for one
    joined or split. `same` says that the words are equal, `moved` that they are and stand out of order."""

    earlier: tuple[int, ...]
    later: tuple[int, ...]
    same: bool = False
    moved: bool = False


def pair_turns(earlier: Sequence[Sequence[str]], later: Sequence[Sequence[str]]) -> list[Pairing]:
    """Every place of both lists in one pairing each, in reading order; each turn is its folded words."""
    was, now = ([" ".join(words) for words in turns] for turns in (earlier, later))
    blocks = LCSseq.opcodes(was, now)
    same = [
        Pairing((old,), (new,), same=True)
        for block in blocks
        if block.tag == "equal"
        for old, new in zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    ]
    edges = [(-1, -1), *((pairing.earlier[0], pairing.later[0]) for pairing in same), (len(was), len(now))]
    gaps = [
        (range(old + 1, next_old), range(new + 1, next_new)) for (old, new), (next_old, next_new) in pairwise(edges)
    ]
    moved = list(_moved(was, now, gaps))
    gone = {pairing.earlier[0] for pairing in moved}
    come = {pairing.later[0] for pairing in moved}
    letters = _Letters()
    written = [letters.write(words) for words in earlier], [letters.write(words) for words in later]
    nearest = [
        pairing
        for before, after in gaps
        for pairing in _nearest(
            *written,
            [place for place in before if place not in gone],
            [place for place in after if place not in come],
        )
    ]
    return sorted([*same, *moved, *nearest], key=lambda pairing: (pairing.later or pairing.earlier)[0])


def cuts(whole: Sequence[str], pieces: Sequence[Sequence[str]]) -> list[int]:
    """Before which words of `whole` each of the `pieces` but the first begins."""
    letters = _Letters()
    steps = LCSseq.opcodes(letters.write(whole), letters.write(chain.from_iterable(pieces)))
    places: list[int] = []
    border = 0
    for piece in pieces[:-1]:
        border += len(piece)
        step = next(step for step in steps if step.dest_start < border <= step.dest_end)
        places.append(min(step.src_start + border - step.dest_start, step.src_end))
    return places


class _Letters:
    """Words as single characters: the library compares strings three times as fast as lists."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def write(self, words: Iterable[str]) -> str:
        letters = self._letters
        return "".join([letters.setdefault(word, chr(len(letters) + 1)) for word in words])


def _moved(was: Sequence[str], now: Sequence[str], gaps: Sequence[tuple[range, range]]) -> Iterator[Pairing]:
    """Turns with the same words that no order-keeping pairing has room for."""
    held: dict[str, list[int]] = defaultdict(list)
    for place in chain.from_iterable(before for before, _ in gaps):
        if was[place].count(" ") >= MOVED_WORDS - 1:
            held[was[place]].append(place)
    for place in chain.from_iterable(after for _, after in gaps):
        if places := held.get(now[place]):
            yield Pairing((places.pop(0),), (place,), same=True, moved=True)


def _nearest(was: Sequence[str], now: Sequence[str], before: Sequence[int], after: Sequence[int]) -> list[Pairing]:
    """The pairings of one gap: those that keep the most words, in order, and the pieces beside them."""
    changed = _changed(was, now, before, after)
    pieces = [([old], [new]) for old, new in changed]
    taken = {place for place, _ in changed}, {place for _, place in changed}
    come = [
        place
        for place in after
        if place not in taken[1] and not _join_piece(pieces, place, side=1, whole=was, parts=now)
    ]
    gone = [
        place
        for place in before
        if place not in taken[0] and not _join_piece(pieces, place, side=0, whole=now, parts=was)
    ]
    return [
        *(Pairing(tuple(sorted(old)), tuple(sorted(new))) for old, new in pieces),
        *(Pairing((), (place,)) for place in come),
        *(Pairing((place,), ()) for place in gone),
    ]


def _changed(
    was: Sequence[str], now: Sequence[str], before: Sequence[int], after: Sequence[int]
) -> list[tuple[int, int]]:
    width = len(after)
    kept = [[_words_kept(was[old], now[new]) for new in after] for old in before]
    best = [[0] * (width + 1) for _ in range(len(before) + 1)]
    for row in range(len(before) - 1, -1, -1):
        below, here = best[row + 1], best[row]
        for column in range(width - 1, -1, -1):
            paired = kept[row][column] and kept[row][column] + below[column + 1]
            here[column] = max(paired, below[column], here[column + 1])
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < len(before) and column < width:
        if kept[row][column] and best[row][column] == kept[row][column] + best[row + 1][column + 1]:
            pairs.append((before[row], after[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _words_kept(old: str, new: str) -> int:
    """How many words two turns share in order; 0 where they are no one turn."""
    short, both = min(len(old), len(new)), len(old) + len(new)
    if 2 * short < ALIKE * both and short < CONTAINED_WORDS:
        return 0
    kept: int = LCSseq.similarity(old, new)
    if 2 * kept >= ALIKE * both or (short >= CONTAINED_WORDS and kept >= CONTAINED * short):
        return kept
    return 0


def _join_piece(
    pieces: list[tuple[list[int], list[int]]], place: int, *, side: int, whole: Sequence[str], parts: Sequence[str]
) -> bool:
    """Add the part at `place` to the changed turn before or after it, if it is a piece of that; whether it was."""
    if len(parts[place]) < PIECE_WORDS:
        return False
    follows = sum(pair[side][0] < place for pair in pieces)
    for pair in pieces[max(follows - 1, 0) : follows + 1]:
        if len(pair[1 - side]) > 1:
            continue
        turn = whole[pair[1 - side][0]]
        alone = "".join([parts[part] for part in sorted(pair[side])])
        joined = "".join([parts[part] for part in sorted([*pair[side], place])])
        if LCSseq.similarity(turn, joined) - LCSseq.similarity(turn, alone) >= PIECE * len(parts[place]):
            pair[side].append(place)
            return True
    return False
