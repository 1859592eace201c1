"""One place of the record that may be where the words come from."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.align import Alignment
from quotes.archive import Header, StoredTurn
from quotes.model import Role, Verdict
from quotes.verdict import Wording


@dataclass(frozen=True, slots=True)
class Resumption:
    """Two turns of one speaker, broken into between, that are read as one."""

    first: StoredTurn
    second: StoredTurn


@dataclass(slots=True)
class Placing:
    """`similarity` orders by wording, `standing` by wording and everything the page says; `accounted` and `evidence`
    (nats) tell whether the wording is a source or a chance likeness (see `evidence`), once judged. With a `resumption`
    the turn's text is that of both; `part` is the passage where only a part of the alignment lies in the turn."""

    header: Header
    turn: StoredTurn
    alignment: Alignment
    similarity: float
    standing: float = 0.0
    wording: Wording | None = None
    accounted: float = 0.0
    evidence: float = 0.0
    supports: list[str] = field(default_factory=list)
    resumption: Resumption | None = None
    part: tuple[int, int] | None = None

    @property
    def judged(self) -> Wording:
        """The wording, of placings that were judged."""
        if self.wording is None:
            raise AssertionError("this placing was ranked too low to be judged")
        return self.wording

    @property
    def exact(self) -> bool:
        """Whether nothing unmarked was done to the words here."""
        return self.wording is not None and self.wording.verdict in {Verdict.VERBATIM, Verdict.VERBATIM_MARKED}

    @property
    def by_reporter(self) -> bool:
        return self.turn.role == Role.JOURNALIST

    @property
    def span(self) -> tuple[int, int]:
        """Code points of the turn's text, half-open."""
        if self.part is not None:
            return self.part
        first, last = self.alignment.source_span
        tokens = self.alignment.source.tokens
        return (tokens.starts[first], tokens.ends[last - 1]) if first < last else (0, 0)
