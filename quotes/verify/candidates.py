"""Passages aligned, weighed, ranked and judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quotes.align import Alignment, Quotation, align, has_loose_run, read_source
from quotes.archive import StoredTurn
from quotes.model import Role
from quotes.verdict import Policy, Wording, judge
from quotes.verify.evidence import Surprisal, accounted, evidence, similarity
from quotes.verify.occasion import Occasion
from quotes.verify.placing import Placing
from quotes.verify.recall import Recall
from quotes.verify.resumed import Turns, resume
from quotes.verify.retrieve import Passage

# Judged with all their edits, unless they stand this far behind the first: too far to come out ahead.
JUDGED: Final = 6
_OUT_OF_REACH: Final = 0.3
# Read again over their whole turn when a run of the quotation was not found near the rest.
_READ_WHOLE: Final = 3
# On the scale of similarity: nothing done to the words at all.
_EXACT: Final = 0.05
# Text that its publisher removed stands behind the same words where they still are, and behind a copy of the event.
_REMOVED: Final = -0.02
_COPY: Final = -0.001
# A stretch border may cost an exact passage some of its pairs.
_SHARE_OF_EXACT: Final = 0.6
# Turns before a passage among which its question is.
_QUESTIONS: Final = 3
# Code points read to either side of a passage, beyond the quotation's own length: room for what was left out.
_MARGIN: Final = 160


def place(
    quotation: Quotation,
    passages: Sequence[Passage],
    turns: Mapping[int, StoredTurn],
    occasion: Occasion,
    surprisal: Surprisal,
    policy: Policy,
    nearby: Turns,
    recall: Recall,
) -> list[Placing]:
    """The passages as placings, best standing first, the first of them judged; what cannot be aligned is left out.
    `nearby` reads further turns by their keys."""
    placings = list(_aligned(quotation, passages, turns, surprisal, recall))
    for placing in placings:
        gain, supports = occasion.fit(placing.header)
        speaker_gain, speaker_supports = occasion.fit_speaker(placing.header, placing.turn)
        placing.supports = speaker_supports + supports
        placing.standing = placing.similarity + gain + speaker_gain + (_EXACT if placing.alignment.exact else 0.0)
        placing.standing += _REMOVED if placing.header.superseded_since else 0.0
        placing.standing += _COPY if placing.header.event != placing.header.key else 0.0
    placings.sort(key=lambda placing: -placing.standing)
    for placing in placings[:_READ_WHOLE]:
        _read_whole(quotation, placing, surprisal, recall)
        resume(quotation, placing, nearby, surprisal)
    placings.sort(key=lambda placing: -placing.standing)
    judged = [placing for placing in placings[:JUDGED] if placing.standing > placings[0].standing - _OUT_OF_REACH]
    for placing in judged:
        _judge(quotation, placing, surprisal, policy, nearby, recall)
        bonus = _EXACT if placing.exact and not placing.alignment.exact else 0.0
        placing.standing += placing.accounted - placing.similarity + bonus
    # Of equals the later date: a phrase is quoted from the last time it was said.
    judged.sort(key=lambda placing: (-round(placing.standing, 4), -placing.header.date.toordinal(), placing.turn.key))
    return judged


def _judge(
    quotation: Quotation, placing: Placing, surprisal: Surprisal, policy: Policy, nearby: Turns, recall: Recall
) -> None:
    alignment = placing.alignment

    def judged() -> tuple[Wording, float, float, Alignment]:
        wording = judge(alignment, policy, _heard(quotation, placing, nearby))
        # The alignment is kept with it, so that its id stays its own.
        return wording, accounted(alignment, wording, surprisal), evidence(alignment, wording, surprisal), alignment

    placing.wording, placing.accounted, placing.evidence, _ = recall.once(("judged", id(alignment)), judged)


def _heard(quotation: Quotation, placing: Placing, nearby: Turns) -> str:
    """The questions before the turn; they are read for what a writer's bracket may mean, and only then."""
    if not any(quotation.bracketed):
        return ""
    before = range(max(placing.turn.key - _QUESTIONS, placing.header.first_turn), placing.turn.key)
    return "\n".join(turn.text for turn in nearby(before).values() if turn.role == Role.JOURNALIST)


def _aligned(
    quotation: Quotation,
    passages: Sequence[Passage],
    turns: Mapping[int, StoredTurn],
    surprisal: Surprisal,
    recall: Recall,
) -> Iterator[Placing]:
    """The passages that can be aligned. Once the words were found exactly, only passages that share as many of their
    pairs can hold them too, and the rest is not read."""
    least = 0.0
    for passage in passages:
        turn = turns.get(passage.turn)
        if turn is None or passage.share < least:
            continue
        placing = _align(quotation, passage, turn, surprisal, recall)
        if placing is None:
            continue
        # A reporter's short question scores twice what the answer does that says it again.
        if placing.alignment.exact and not placing.by_reporter:
            least = _SHARE_OF_EXACT * passage.share
        yield placing


def _align(
    quotation: Quotation, passage: Passage, turn: StoredTurn, surprisal: Surprisal, recall: Recall
) -> Placing | None:
    reach = len(quotation.text) + _MARGIN
    alignment = recall.once(
        ("window", turn.key, passage.start, passage.end),
        lambda: align(quotation, read_source(turn.text, passage.start - reach, passage.end + reach)),
    )
    if alignment is None or not alignment.steps:
        return None
    return Placing(passage.header, turn, alignment, similarity(alignment, surprisal))


def _read_whole(quotation: Quotation, placing: Placing, surprisal: Surprisal, recall: Recall) -> None:
    """Lay the quotation over the whole turn where the window did not account for all its parts, or ended within it."""
    if placing.alignment.source.whole or not (has_loose_run(placing.alignment) or _cut_off(placing.alignment)):
        return
    alignment = recall.once(("whole", placing.turn.key), lambda: align(quotation, read_source(placing.turn.text)))
    if alignment is None or not alignment.steps:
        return
    likeness = similarity(alignment, surprisal)
    if likeness > placing.similarity:
        placing.standing += likeness - placing.similarity
        placing.similarity = likeness
        placing.alignment = alignment


def _cut_off(alignment: Alignment) -> bool:
    """Whether printed words at an end have no match where the window ends: the record goes on with them, maybe."""
    first, last = alignment.steps[0], alignment.steps[-1]
    start, end = alignment.source.start, alignment.source.end
    return (not first.equal and first.source_first == 0 < start) or (
        not last.equal and last.source_last == len(alignment.source.norms) and end < len(alignment.source.text)
    )
