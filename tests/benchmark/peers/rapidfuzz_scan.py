"""rapidfuzz over every turn: no index, the whole record read for each quotation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from tests.evaluation.corpus import Spoken


class RapidfuzzScan:
    name = "rapidfuzz over everything"
    whole = False

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        self._turns = turns
        self._texts = [utils.default_process(spoken.text) for spoken in turns]

    def find(self, quote: str) -> tuple[str, int] | None:
        wanted = utils.default_process(quote)
        fit = {i: text for i, text in enumerate(self._texts) if len(text) >= 0.8 * len(wanted)}
        best = process.extractOne(wanted, fit, scorer=fuzz.partial_ratio, score_cutoff=50)
        if best is None:
            return None
        spoken = self._turns[best[2]]
        return spoken.transcript, spoken.turn

    def index_bytes(self) -> int:
        return 0

    def close(self) -> None:
        self._texts = []
