"""Text that remembers where in its source each character came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from quotes.extract.layout import Block, Role
from quotes.model import Span

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad\u2060"))
_VISIBLE: Final = re.compile(r"[^\s\u200b\ufeff\u00ad\u2060]+")


@dataclass(slots=True)
class Traced:
    """`starts` and `ends`: code points of the source, one pair a character of the text, half-open. A character that the
    source does not have has an empty span at the place where it was put in."""

    characters: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """`text` as it stands at `start`; with `end`, all of it stands for `start` to `end` (an entity, a space)."""
        self.characters += text
        if end is None:
            self.starts += range(start, start + len(text))
            self.ends += range(start + 1, start + len(text) + 1)
        else:
            self.starts += [start] * len(text)
            self.ends += [end] * len(text)

    def __len__(self) -> int:
        return len(self.characters)

    @property
    def text(self) -> str:
        return "".join(self.characters)

    def folded(self, *, lines: bool) -> Traced:
        """White space folded as a browser folds it, none at the ends; `lines` keeps line breaks."""
        text = self.text
        result = Traced()
        last = 0
        for found in _VISIBLE.finditer(text):
            start, end = found.span()
            gap = text[last:start]
            if result.characters and not gap.translate(_INVISIBLE).isspace():
                # Nothing but marks that are not seen stands between.
                gap = ""
            if result.characters and gap:
                result.add("\n" if lines and "\n" in gap else " ", self.starts[last], self.ends[start - 1])
            result.characters += self.characters[start:end]
            result.starts += self.starts[start:end]
            result.ends += self.ends[start:end]
            last = end
        return result


@dataclass(frozen=True, slots=True)
class Paragraph:
    traced: Traced
    role: Role


def laid_out(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Block], Traced]:
    """All paragraphs as one text, parted by blank lines, with its blocks and where each character came from."""
    whole = Traced()
    blocks: list[Block] = []
    for paragraph in paragraphs:
        traced = paragraph.traced
        if not traced:
            continue
        if whole.characters:
            place = traced.starts[0]
            whole.add("\n\n", place, place)
        start = len(whole)
        whole.characters += traced.characters
        whole.starts += traced.starts
        whole.ends += traced.ends
        blocks.append(Block(start, len(whole), paragraph.role))
    return whole.text, blocks, whole


def source_span(traced: Traced, span: Span) -> Span:
    """The span of the source that a span of the text came from."""
    start, end = span
    return traced.starts[start], max(traced.ends[start:end])
