"""Which placing the words come from, if any can be told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from quotes.align import Quotation, loose_runs
from quotes.model import EditClass
from quotes.text import is_unspaced
from quotes.verify.evidence import Surprisal, of_part
from quotes.verify.occasion import Occasion
from quotes.verify.placing import Placing
from quotes.verify.slips import slipped

# Of quotations of 3-5 words from texts not in the archive, 44 % stand in it word for word by chance; of 6-10 words,
# 4 % (DESIGN.md). Chinese counts by character, of which a word has about two.
SHORT_WORDS: Final = 5
SHORT_CHARACTERS: Final = 8
# Words said at this many different briefings are a set phrase: without a date or a neighbour they point to none. A
# longer quotation has to be said oftener before it stops being somebody's sentence and becomes a formula.
SET_PHRASE_TRANSCRIPTS: Final = 3
LONG_SET_PHRASE_TRANSCRIPTS: Final = 10
LONG_PHRASE_WORDS: Final = 10
# How far the best occasion must stand above the next for the page to have chosen between them; about a day's
# difference in date is not enough, being the claimed speaker is.
CLEAR_MARGIN: Final = 0.03
# Evidence (nats, after the archive's size) and share of the wording that a passage needs to be called the source of
# words that are not exactly there. Set on the unfiltered negatives, of which at most 1 % may be attributed, against
# the dev cases a reader calls altered: what is lost are paraphrases, and those are shown as the nearest wording.
_ENOUGH_EVIDENCE: Final = 8.0
# The larger the archive, the more is said in it in nearly these words: for each e-fold of its words.
_PER_SIZE: Final = 0.9
_ENOUGH_ACCOUNTED: Final = 0.9
# Each hundredth of the wording less asks for this much more evidence.
_PER_HUNDREDTH: Final = 2.0
# Below this the passage has one of the quotation's thoughts and not the quotation: briefings repeat themselves.
_LEAST_ACCOUNTED: Final = 0.8
# With the claimed speaker in the expected days there are a few thousand words to choose from instead of millions; but
# that briefing may be missing, and the same speaker says much the same the day before. At 9 nats and 0.45 twice as many
# held-out quotations were pinned on him, 2.1 %.
_EXPECTED_EVIDENCE: Final = 16.0
_EXPECTED_ACCOUNTED: Final = 0.75
# Pairs of nats and share of the wording that are enough where the claimed speaker did speak on the day of the article:
# it is about a briefing that the archive then has, so a paraphrase of a phrase or two is his. Costs 1 in 1,000 of the
# held-out quotations that are claimed, over three seeds.
_SAME_DAY: Final = ((15.0, 0.5), (11.0, 0.7), (3.0, 0.8))
# The page gives a date and this is not near it.
_UNEXPECTED: Final = 8.0
# Enough to say that it may be the source, not that it is.
_LIKELY_EVIDENCE: Final = 5.0
_LIKELY_ACCOUNTED: Final = 0.75
# How much less of the wording an official's own words may account for than a reporter's at the same briefing.
_ECHO: Final = 0.1
# Shown as the nearest wording, and no more.
_NEAR_ACCOUNTED: Final = 0.4
_NEAR_ACCOUNTED_WHERE_EXPECTED: Final = 0.2


# A sentence of fewer words is everybody's.
_SENTENCE_WORDS: Final = 7
# What differs from day to day in one and the same sentence.
_TOLD_ANEW: Final = frozenset({EditClass.NUMBER, EditClass.DATE, EditClass.NAME, EditClass.UNIT})


class Standing(StrEnum):
    """What the best placing may be called, best first. PART: the source of a part of the quotation, the rest of which
    has to be found elsewhere for that to mean anything."""

    SOURCE = "source"
    PART = "part"
    LIKELY = "likely"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Selection:
    """`best` is None when nothing in the archive is like the quotation; `standing` says what it may be called.
    `rivals` are other transcripts where the words stand as well; `placed` tells whether one occasion could be
    chosen."""

    best: Placing | None
    standing: Standing
    rivals: list[Placing]
    placed: bool
    short: bool


def is_short(quotation: Quotation) -> bool:
    """Whether the quotation is too short to prove anything alone."""
    words = quotation.words
    unspaced = sum(1 for word in words if is_unspaced(word))
    return len(words) - unspaced + unspaced * SHORT_WORDS / SHORT_CHARACTERS <= SHORT_WORDS


def select(
    quotation: Quotation,
    ranked: Sequence[Placing],
    occasion: Occasion,
    surprisal: Surprisal,
    transcripts: int,
    *,
    parts: bool = True,
) -> Selection:
    """Choose among `ranked` (best standing first, judged); `transcripts` is in how many the words stand exactly.
    Without `parts` the source of a part only is not taken."""
    short = is_short(quotation)
    called = [(placing, _call(placing, short, occasion, surprisal, parts=parts)) for placing in ranked]
    for standing in Standing:
        likely = [placing for placing, name in called if name is standing]
        if likely and likely[0].by_reporter:
            likely += [placing for placing, name in called if name is Standing.LIKELY is not standing]
        if likely:
            return _choose(likely, standing, short, transcripts, len(quotation.words))
    return Selection(None, Standing.NEAR, [], False, short)


def _choose(likely: list[Placing], standing: Standing, short: bool, transcripts: int, words: int) -> Selection:
    best = _own_words(likely)
    rivals: dict[int, Placing] = {}
    for placing in likely:
        if placing.header.event != best.header.event and (standing is Standing.NEAR or _as_good(placing, best)):
            rivals.setdefault(placing.header.event, placing)
    others = list(rivals.values())
    clear = all(best.standing - rival.standing >= CLEAR_MARGIN for rival in others)
    if short:
        placed = bool(best.supports) and clear
    else:
        formula = LONG_SET_PHRASE_TRANSCRIPTS if words >= LONG_PHRASE_WORDS else SET_PHRASE_TRANSCRIPTS
        placed = clear or max(transcripts, len(others) + 1) < formula
    return Selection(best, standing, others, placed and standing in {Standing.SOURCE, Standing.PART}, short)


def _own_words(likely: list[Placing]) -> Placing:
    """The first, unless it is a reporter's and the official answered in nearly the same words: then it is his that were
    quoted, and the reporter's that are echoed."""
    first = likely[0]
    if not first.by_reporter or "the claimed speaker" in first.supports:
        return first
    return next(
        (
            placing
            for placing in likely
            if not placing.by_reporter
            and placing.header.event == first.header.event
            and placing.accounted >= first.accounted - _ECHO
        ),
        first,
    )


def _same_day(placing: Placing, occasion: Occasion) -> bool:
    """Whether the claimed speaker spoke on the day of the article. Not asked for Chinese, whose set phrases run on for
    whole clauses."""
    return (
        occasion.published == placing.header.date
        and "the claimed speaker" in placing.supports
        and not any(map(is_unspaced, placing.alignment.quotation.words))
    )


def _as_good(placing: Placing, best: Placing) -> bool:
    if best.exact:
        # But for a contraction, it may be: the words stand there, too.
        return placing.exact or placing.alignment.exact
    return placing.accounted >= best.accounted - 0.02


def _call(placing: Placing, short: bool, occasion: Occasion, surprisal: Surprisal, *, parts: bool) -> Standing | None:
    # Word for word, or but for contractions: the words do stand there, however few they are.
    if placing.exact or placing.alignment.exact:
        return Standing.SOURCE
    evidence = placing.evidence - math.log(surprisal.words)
    expected = len(placing.supports) >= 2
    if expected and not short:
        bars = [(_EXPECTED_EVIDENCE, _EXPECTED_ACCOUNTED), *(_SAME_DAY if _same_day(placing, occasion) else ())]
        if any(evidence >= least and placing.accounted >= share for least, share in bars):
            return Standing.SOURCE
    enough = _ENOUGH_EVIDENCE + _PER_SIZE * math.log(surprisal.words)
    needed = enough + 100 * _PER_HUNDREDTH * max(_ENOUGH_ACCOUNTED - placing.accounted, 0.0)
    if occasion.days is not None and not placing.supports:
        needed += _UNEXPECTED
    if len(placing.alignment.quotation.words) >= _SENTENCE_WORDS:
        slip = slipped(placing)
        if slip is not None and (placing.supports or (slip not in _TOLD_ANEW and occasion.days is None)):
            return Standing.SOURCE
    if evidence >= needed and placing.accounted >= _LEAST_ACCOUNTED:
        return Standing.SOURCE
    if parts and (missing := loose_runs(placing.alignment)) and placing.wording is not None:
        share, part_evidence = of_part(placing.alignment, placing.wording, surprisal, missing)
        if share >= _ENOUGH_ACCOUNTED and part_evidence - math.log(surprisal.words) >= enough:
            return Standing.PART
    if evidence >= _LIKELY_EVIDENCE and placing.accounted >= _LIKELY_ACCOUNTED:
        return Standing.LIKELY
    near = _NEAR_ACCOUNTED_WHERE_EXPECTED if expected else _NEAR_ACCOUNTED
    return Standing.NEAR if placing.accounted >= near else None
