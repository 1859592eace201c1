"""Reading a stretch of the record for alignment: its words, and which of them the record itself marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from quotes.align.headings import heading_spans
from quotes.text import MarkKind, RecordMark, Tokens, fold_words, record_marks, tokenize


@dataclass(frozen=True)
class Source:
    """A turn's text, or the window `start` to `end` of it, without its stage directions and, if not `headed`, without
    its page headings. `norms` are its folded words; where they stand is worked out only when asked for, since most
    windows are looked at and passed over. `borders`, code points of `text`, are where somebody else spoke between two
    turns read as one."""

    text: str
    start: int
    end: int
    marks: tuple[RecordMark, ...]
    borders: tuple[int, ...] = ()
    headed: bool = False

    @property
    def whole(self) -> bool:
        return self.start == 0 and self.end == len(self.text)

    @cached_property
    def norms(self) -> list[str]:
        """As `tokens.norms`, at a third of the cost."""
        window = self.text[self.start : self.end]
        for start, end in self._unsaid:
            low, high = max(start - self.start, 0), min(end - self.start, len(window))
            if low < high:
                window = window[:low] + " " * (high - low) + window[high:]
        return fold_words(window)

    @cached_property
    def tokens(self) -> Tokens:
        """The words with their places: code points of the whole turn's text."""
        return tokenize(self.text, start=self.start, end=self.end, skip=self._unsaid)

    def with_headings(self) -> Source:
        """The same with the page headings among its words, for a quotation that was copied along with one."""
        return replace(self, headed=True) if heading_spans(self.text) else self

    def is_optional(self, first: int, last: int) -> bool:
        """Whether each of the tokens `first` up to `last` is struck out or in the record's own brackets, so that one
        reading of the correction leaves it out."""
        noted = [mark for mark in self.marks if mark.kind is not MarkKind.STAGE]
        return bool(noted) and all(
            any(mark.start <= place < mark.end for mark in noted) for place in self.tokens.starts[first:last]
        )

    @cached_property
    def _unsaid(self) -> list[tuple[int, int]]:
        stage = [(mark.start, mark.end) for mark in self.marks if mark.kind is MarkKind.STAGE]
        headings = [] if self.headed else heading_spans(self.text)
        return sorted(stage + headings) if headings else stage


def read_source(text: str, start: int = 0, end: int | None = None, *, borders: tuple[int, ...] = ()) -> Source:
    """The words of a turn's `text` from code point `start` to `end`, widened to whole words; without a window the
    whole turn. `borders` as in Source."""
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Source(text, start, end, tuple(record_marks(text)), borders)
