"""The real transcripts beside the checkout, as the evaluation samples from them."""

from __future__ import annotations

import gzip
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, combinations
from pathlib import Path
from typing import Any

import orjson

ENGLISH = (
    "fomc_press_conferences_2011_2022",
    "obama_whitehouse_press_2009_2016",
    "state_department_press_briefings_2021_2022",
    "state_department_remarks_statements_2021_2022",
    "trump_whitehouse_covid_briefings_2020",
    "whitehouse_press_briefings_2021_2025",
)
HELD_OUT_EVERY = 100
_LONGER_TURN = 80  # code points; shorter turns ("Thank you all.") are said again and again
_SHARED = 3  # turns; statements of one turn open alike ("The below is attributable to…") and go on otherwise
_SET_PHRASE = 20  # transcripts; a beginning that as many share is a form of words, and no sign of a copy


@dataclass(frozen=True, slots=True)
class Prose:
    """How the text of a language falls into sentences and words. A sentence has `shortest` to `longest` words, ends in
    one of `stops` and holds nothing of `not_prose`: stage directions, repairs, brackets, page breaks."""

    sentence_end: re.Pattern[str]
    not_prose: re.Pattern[str]
    word: re.Pattern[str]
    shortest: int
    longest: int
    stops: str
    spaced: bool = True

    def sentences(self, text: str) -> list[str]:
        return [sentence for sentence in self.sentence_end.split(text) if self._fits(sentence)]

    def _fits(self, sentence: str) -> bool:
        if not sentence or sentence[-1] not in self.stops or self.not_prose.search(sentence):
            return False
        length = len(sentence.split()) if self.spaced else len(self.word.findall(sentence))
        return self.shortest <= length <= self.longest


ENGLISH_PROSE = Prose(
    sentence_end=re.compile(
        r"(?<=[a-z0-9%’'][.!?])(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSt\.)\s+(?=[A-Z“\"])"
    ),
    not_prose=re.compile(r"~~|[\[\]()*]|--|[—–…]|\?\?|\n|\xad|\s-\s|-\s|\bQ\s"),
    word=re.compile(r"(?:[^\w\s]+ )?\S*\w\S*"),
    shortest=8,
    longest=40,
    stops=".!?",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one turn. `start`, `end`: code points of the turn's text, half-open."""

    transcript: str
    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn: where it stands, the label and day of the record, its text."""

    transcript: str
    turn: int
    label: str | None
    day: str
    text: str

    def place(self, start: int, end: int) -> Place:
        return Place(self.transcript, self.turn, start, end)


@dataclass(frozen=True)
class Corpus:
    """The turns of the sets of a language. Each hundredth transcript is held out of the index: quotations from these
    are the negatives. `transcripts` and `words` count what is indexed.

    Where the sets hold a briefing twice, both copies are indexed and quotations are `drawn` from neither: there is no
    telling which of the two is right, and words whose copy is in the index are no negative. Of what is drawn from,
    every place is as likely as any other.
    """

    indexed: tuple[Spoken, ...]
    drawn: tuple[Spoken, ...]
    held_out: tuple[Spoken, ...]
    transcripts: int
    words: int
    sets: tuple[str, ...] = ENGLISH
    prose: Prose = ENGLISH_PROSE

    def sentences(self, draw: random.Random) -> Iterator[tuple[Spoken, str]]:
        """Endless random sentences of prose."""
        while True:
            spoken = self._turn(draw)
            if fit := self.prose.sentences(spoken.text):
                yield spoken, draw.choice(fit)

    def spans(
        self, draw: random.Random, shortest: int, longest: int, *, held_out: bool = False
    ) -> Iterator[tuple[Spoken, list[tuple[int, int]]]]:
        """Endless random runs of `shortest` to `longest` words, wherever they begin: the places of the words,
        a dash with the word that follows."""
        while True:
            spoken = self._turn(draw, held_out=held_out)
            words = [m.span() for m in self.prose.word.finditer(spoken.text)]
            length = draw.randint(shortest, longest)
            if len(words) >= length:
                first = draw.randint(0, len(words) - length)
                yield spoken, words[first : first + length]

    def _turn(self, draw: random.Random, *, held_out: bool = False) -> Spoken:
        """A turn, the longer the likelier."""
        if held_out:
            return draw.choices(self.held_out, cum_weights=self._lengths_held_out)[0]
        return draw.choices(self.drawn, cum_weights=self._lengths)[0]

    @cached_property
    def _lengths(self) -> list[int]:
        return list(accumulate(len(spoken.text) for spoken in self.drawn))

    @cached_property
    def _lengths_held_out(self) -> list[int]:
        return list(accumulate(len(spoken.text) for spoken in self.held_out))


def read_set(folder: Path, name: str) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Each line of a set, as it stands and parsed."""
    with gzip.open(folder / f"{name}.jsonl.gz") as lines:
        for line in lines:
            yield line, orjson.loads(line)


def twice_published(turns: Sequence[Spoken]) -> frozenset[str]:
    """Transcripts of which a third of the longer turns, and more than a few, begin as those of another one do."""
    holders: dict[str, set[str]] = defaultdict(set)
    longer: Counter[str] = Counter()
    for spoken in turns:
        if len(spoken.text) >= _LONGER_TURN:
            holders["".join(filter(str.isalnum, spoken.text[:_LONGER_TURN]))].add(spoken.transcript)
            longer[spoken.transcript] += 1
    common: Counter[tuple[str, str]] = Counter()
    for transcripts in holders.values():
        if len(transcripts) < _SET_PHRASE:
            common.update(combinations(sorted(transcripts), 2))
    pairs = [pair for pair, count in common.items() if count >= max(_SHARED, min(longer[one] for one in pair) / 3)]
    return frozenset(chain.from_iterable(pairs))


def load(
    folder: Path,
    labelled: frozenset[str] = frozenset(),
    *,
    sets: tuple[str, ...] = ENGLISH,
    prose: Prose = ENGLISH_PROSE,
) -> Corpus:
    """The sets of `folder` that are named: the English ones have 22 million words, 0.5 GB in memory. The transcripts of
    labelled cases are never held out."""
    turns = [
        Spoken(record["source_id"], index, turn["speaker"], record["date"], turn["text"])
        for name in sets
        for _, record in read_set(folder, name)
        for index, turn in enumerate(record["turns"])
    ]
    copies = twice_published(turns)
    transcripts = list(dict.fromkeys(spoken.transcript for spoken in turns))
    out = {*transcripts[HELD_OUT_EVERY // 2 :: HELD_OUT_EVERY]} - copies - labelled
    indexed = [spoken for spoken in turns if spoken.transcript not in out]
    return Corpus(
        indexed=tuple(indexed),
        drawn=tuple(spoken for spoken in indexed if spoken.transcript not in copies),
        held_out=tuple(spoken for spoken in turns if spoken.transcript in out),
        transcripts=len(transcripts) - len(out),
        words=sum(len(spoken.text.split()) for spoken in indexed),
        sets=sets,
        prose=prose,
    )
