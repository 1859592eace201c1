"""Was this quotation copied from this passage, or would chance give as good a match?

The answer is a log-likelihood ratio in nats. Had the words been copied, each one found equal was certain and each edit
was rare; had they been written without the passage, each word cost its surprisal in the archive's own language, given
the word before it. So a run of "I'm not going to" proves next to nothing and "drive a wedge" much, and no list of
stop words is needed. Before a passage may be called the source, the ratio must also outweigh the number of places that
it was picked from.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from quotes.align import Alignment, Part, Step
from quotes.index import IndexReader
from quotes.model import Edit, EditClass
from quotes.text import is_unspaced
from quotes.verdict import Wording

# Words of a stretch, to turn "in how many places" into "how often".
_WORDS_PER_PLACE: Final = 70
# No word tells more than this, and one that the archive has never seen hardly anything: it is a slip of the keyboard
# oftener than a word that the passage ought to hold.
_MOST_SURPRISING: Final = 11.0
_UNSEEN: Final = 4.0

# Pairs of words are counted as if each word had been followed this often by what follows words in general: so a pair
# of two rare words met once is not taken for a set phrase.
_PRIOR: Final = 8.0

# What a character of Chinese found where it was printed proves, of the nats that its pair with the one before has: the
# set phrases of officialese are longer than pairs can tell. At 1 as many as 8 in 100 held-out quotations were pinned on
# somebody, at 0.45 about 2; lower still, short sentences altered in one word were no longer placed
# (`python -m tests.evaluation.languages`).
_CHARACTER: Final = 0.45

# What an edit costs, in nats: about one word in thirty of printed quotations is touched by one, and a longer edit is
# rarer than a short one. Kinds that change no word are cheap.
_EDIT: Final = 3.5
_EDITED_WORD: Final = 0.7
_OMITTED_WORD: Final = 0.3
_SMALL_EDIT: Final = 1.0
# Nats of the words on each side of an omission from which the words left out no longer speak against the passage.
_PROVES_AN_OMISSION: Final = 40.0
_SMALL: Final = frozenset(
    {
        EditClass.PRESENTATION,
        EditClass.RECORD_NOISE,
        EditClass.CONTRACTION,
        EditClass.FILLER,
        EditClass.ARTICLE,
        EditClass.THAT,
        EditClass.FUNCTION_WORD,
        EditClass.ELLIPSIS,
        EditClass.BRACKET,
        EditClass.SENTENCE_BOUNDARY_MOVED,
    }
)
# Kinds whose printed words stand in the record all the same, written otherwise.
_SAME: Final = frozenset({EditClass.PRESENTATION, EditClass.RECORD_NOISE, EditClass.CONTRACTION, EditClass.INFLECTION})


@dataclass(frozen=True, slots=True)
class Surprisal:
    """Nats for each printed token, parallel to the quotation's: `alone` without, `after` with the word before it
    known; 0 for what the writer bracketed. `proves` is the share of its nats that finding a token counts for. `places`
    is the size of the archive's index."""

    alone: tuple[float, ...]
    after: tuple[float, ...]
    proves: tuple[float, ...]
    places: int

    @property
    def words(self) -> float:
        """About how many words the archive holds."""
        return float(self.places * _WORDS_PER_PLACE + 1)


def surprise(norms: Sequence[str], bracketed: Sequence[bool], reader: IndexReader) -> Surprisal:
    """The surprisal of a quotation's tokens in the archive that `reader` searches."""
    places = reader.size
    frequencies = reader.frequencies(norms)
    pairs = reader.pair_frequencies(norms)
    everything = places * _WORDS_PER_PLACE + 1
    # Leave one out: the place the words are about to be found in must not vouch for their being common.
    shares = [max(frequency - 1, 0.5) / everything for frequency in frequencies]
    alone = [
        min(-math.log(share), _MOST_SURPRISING) if frequency else _UNSEEN
        for frequency, share in zip(frequencies, shares, strict=True)
    ]
    after = [
        min(-math.log((max(pair - 1, 0) + _PRIOR * share) / (max(before - 1, 0) + _PRIOR)), most)
        for before, pair, share, most in zip(
            frequencies,
            pairs,
            shares[1:],
            (_MOST_SURPRISING if seen else _UNSEEN for seen in frequencies[1:]),
            strict=False,
        )
    ]
    keep = [0.0 if mine else 1.0 for mine in bracketed]
    return Surprisal(
        tuple(nats * kept for nats, kept in zip(alone, keep, strict=True)),
        tuple(max(nats, 0.0) * kept for nats, kept in zip([alone[0], *after] if alone else [], keep, strict=True)),
        tuple(_CHARACTER if is_unspaced(norm) else 1.0 for norm in norms),
        places,
    )


def similarity(alignment: Alignment, surprisal: Surprisal) -> float:
    """0 to 1: the share of printed words found equal, weighed by their surprisal, less for the record's words left out
    between them. It orders passages; it decides no verdict."""
    return _share(alignment, surprisal, set(alignment.equal_tokens()))


def accounted(alignment: Alignment, wording: Wording, surprisal: Surprisal) -> float:
    """0 to 1: as `similarity`, with the words counted as found that the record writes otherwise or says in another
    order."""
    tokens = alignment.quotation.tokens
    spans = [edit.quote_span for edit in wording.edits if edit.cls in _SAME and edit.quote_span[0] < edit.quote_span[1]]
    same = {
        token
        for token, place in enumerate(tokens.starts)
        if spans and any(start <= place < end for start, end in spans)
    }
    return _share(alignment, surprisal, same | _moved(alignment) | set(alignment.equal_tokens()))


def evidence(alignment: Alignment, wording: Wording, surprisal: Surprisal) -> float:
    """The log-likelihood ratio, in nats, of the quotation being copied from this passage against chance, before
    anything is said of how many passages there were to choose from."""
    gained = sum(_gain(step, surprisal) for step in alignment.steps if step.equal)
    for segment in alignment.displaced:
        gained += sum(_gain(step, surprisal) for step in segment.steps if step.equal) - _EDIT
    return gained - sum(_cost(edit) for edit in wording.edits)


def of_part(
    alignment: Alignment, wording: Wording, surprisal: Surprisal, missing: Sequence[Part]
) -> tuple[float, float]:
    """`accounted` and `evidence` of the quotation without the printed words of `missing`: whether the rest of it,
    alone, would be placed here."""
    tokens = alignment.quotation.tokens
    absent = {token for part in missing for token in range(part.first, part.last)}
    spans = [(tokens.starts[part.first], tokens.ends[part.last - 1]) for part in missing]
    kept = [edit for edit in wording.edits if not any(s <= edit.quote_span[0] < e for s, e in spans)]
    found = {token for token in alignment.equal_tokens() if token not in absent}
    total = sum(nats for token, nats in enumerate(surprisal.alone) if token not in absent) or 1.0
    share = sum(surprisal.alone[token] for token in found) / total
    gained = sum(_gain(step, surprisal) for step in alignment.steps if step.equal and step.quote_first not in absent)
    return share, gained - sum(_cost(edit) for edit in kept)


def _moved(alignment: Alignment) -> set[int]:
    """The printed tokens without a match whose like stands in the passage without one: the two were swapped."""
    loose = Counter(
        norm
        for step in alignment.steps
        if not step.equal and not step.marked
        for norm in alignment.source.norms[step.source_first : step.source_last]
    )
    moved: set[int] = set()
    for step in alignment.steps:
        for token in range(step.quote_first, step.quote_last if not step.equal else step.quote_first):
            norm = alignment.quotation.tokens.norms[token]
            if loose[norm] > 0:
                loose[norm] -= 1
                moved.add(token)
    return moved


def _gain(step: Step, surprisal: Surprisal) -> float:
    first, last = step.quote_first, step.quote_last
    nats = (surprisal.alone[first], *surprisal.after[first + 1 : last])
    return float(sum(map(mul, nats, surprisal.proves[first:last])))


def _cost(edit: Edit) -> float:
    if edit.cls is EditClass.EQUAL:
        return 0.0
    if edit.cls in _SMALL:
        return _SMALL_EDIT
    return _EDIT + _EDITED_WORD * len(edit.quote.split()) + _OMITTED_WORD * min(len(edit.source.split()), 40)


def _share(alignment: Alignment, surprisal: Surprisal, found: set[int]) -> float:
    total = sum(surprisal.alone) or 1.0
    skipped = sum(_skipped(alignment.steps, place, surprisal) for place in range(len(alignment.steps)))
    printed = len(alignment.quotation.tokens)
    density = printed / (printed + 0.3 * min(skipped, 2 * printed))
    return sum(surprisal.alone[token] for token in found) / total * density


def _skipped(steps: Sequence[Step], place: int, surprisal: Surprisal) -> float:
    """Words of the record that the step passes over without a mark, the fewer the more the words on both sides of it
    prove: of two sentences that can only have come from here, what stood between them was left out."""
    step = steps[place]
    if step.equal or step.marked or step.recorded <= step.printed:
        return 0.0
    beside = [steps[near] for near in (place - 1, place + 1) if 0 <= near < len(steps) and steps[near].equal]
    proof = min(_gain(match, surprisal) for match in beside) if len(beside) == 2 else 0.0
    return (step.recorded - step.printed) * max(1.0 - proof / _PROVES_AN_OMISSION, 0.0)
