"""What the gate needs to know of a language besides English: its sets, how its text is cut, how it is rewritten."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.evaluation.corpus import Prose

Rewrite = Callable[[str, random.Random], str | None]
# Of a stretch of the record as printed, cut into words (Chinese: characters) with the punctuation that follows them.
Noise = Callable[[list[str], random.Random], str | None]


@dataclass(frozen=True)
class Language:
    """`lengths` are counted in `unit`s; the first is too short to be placed alone. `words` folds on its own, so that a
    fault of the engine's folding cannot hide itself."""

    code: str
    unit: str
    sets: tuple[str, ...]
    prose: Prose
    lengths: tuple[tuple[int, int], ...]
    words: Callable[[str], list[str]]
    noises: Mapping[str, Noise]
    flips: Mapping[str, Rewrite]
    folds: Mapping[str, Rewrite]

    @property
    def longer(self) -> str:
        """The lengths beyond the first, as figures name them: "9+ characters"."""
        return f"{self.lengths[1][0]}+ {self.unit}"

    def stands_in(self, quote: str, text: str) -> bool:
        """Whether the words of `quote` stand in `text`, in their order, with nothing between."""
        return f" {' '.join(self.words(quote))} " in f" {' '.join(self.words(text))} "
