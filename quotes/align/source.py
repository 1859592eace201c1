"""Reading a stretch of the record for alignment: its words, and which of them the record itself marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quotes.text import MarkKind, RecordMark, Tokens, fold_words, record_marks, tokenize


@dataclass(frozen=True)
class Source:
    """A turn's text, or the window `start` to `end` of it, without its stage directions. `norms` are its folded words;
    where they stand is worked out only when asked for, since most windows are looked at and passed over."""

    text: str
    start: int
    end: int
    marks: tuple[RecordMark, ...]

    @property
    def whole(self) -> bool:
        return self.start == 0 and self.end == len(self.text)

    @cached_property
    def norms(self) -> list[str]:
        """As `tokens.norms`, at a third of the cost."""
        window = self.text[self.start : self.end]
        for start, end in self._stage:
            low, high = max(start - self.start, 0), min(end - self.start, len(window))
            if low < high:
                window = window[:low] + " " * (high - low) + window[high:]
        return fold_words(window)

    @cached_property
    def tokens(self) -> Tokens:
        """The words with their places: code points of the whole turn's text."""
        return tokenize(self.text, start=self.start, end=self.end, skip=self._stage)

    def is_optional(self, first: int, last: int) -> bool:
        """Whether each of the tokens `first` up to `last` is struck out or in the record's own brackets, so that one
        reading of the correction leaves it out."""
        noted = [mark for mark in self.marks if mark.kind is not MarkKind.STAGE]
        return bool(noted) and all(
            any(mark.start <= place < mark.end for mark in noted) for place in self.tokens.starts[first:last]
        )

    @property
    def _stage(self) -> list[tuple[int, int]]:
        return [(mark.start, mark.end) for mark in self.marks if mark.kind is MarkKind.STAGE]


def read_source(text: str, start: int = 0, end: int | None = None) -> Source:
    """The words of a turn's `text` from code point `start` to `end`, widened to whole words; without a window the
    whole turn."""
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Source(text, start, end, tuple(record_marks(text)))
