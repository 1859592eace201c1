"""What every index promises, whatever engine is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Document:
    """One turn to be indexed. `turn` and `transcript` are the archive's keys (`transcript` < 2**40, `turn` < 2**40);
    `day` is the proleptic Gregorian ordinal of the event's date (`date.toordinal()`)."""

    turn: int
    transcript: int
    day: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place worth aligning: the words of `turn` that begin at code points `start` to `end` of its text, half-open,
    and a few that follow. `score` orders the candidates of one query and means nothing across queries."""

    turn: int
    start: int
    end: int
    score: float


class IndexWriter(Protocol):
    """Changes become visible, all together, at `commit`; what was not committed is gone after a crash."""

    def add(self, documents: Iterable[Document]) -> None: ...

    def remove(self, transcripts: Iterable[int]) -> None:
        """Drop every document of these transcripts. A later `add` of the same transcript in the same commit stays."""

    def commit(self) -> None: ...

    def close(self) -> None:
        """Let go of the write lock; what was not committed is dropped."""


class IndexReader(Protocol):
    def candidates(
        self, tokens: Sequence[str], *, limit: int = 30, days: tuple[int, int] | None = None
    ) -> list[Candidate]:
        """Places that share the rarest word pairs of `tokens` (folded, see `quotes.text`), best first; `days` keeps to
        events of these ordinals, both ends included."""

    def occurrences(
        self, tokens: Sequence[str], *, limit: int = 2000, days: tuple[int, int] | None = None
    ) -> tuple[list[Candidate], int]:
        """Places that hold all word pairs of `tokens`, in no order, and how many there are in all; `days` as above."""

    def frequencies(self, words: Sequence[str]) -> list[int]:
        """In how many indexed places each folded word stands; places removed lately may still be counted."""

    def pair_frequencies(self, words: Sequence[str]) -> list[int]:
        """In how many indexed places each two neighbours of `words` stand together; one less than `words`."""

    @property
    def size(self) -> int:
        """How many places are indexed."""

    def refresh(self) -> bool:
        """See what was committed since; True when there was something."""

    def close(self) -> None: ...
