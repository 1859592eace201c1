"""What each verdict is called, in words for readers."""

from __future__ import annotations

from typing import Final

from quotes.model import Verdict

VERDICT_WORDS: Final[dict[str, str]] = {
    Verdict.VERBATIM: "Verbatim",
    Verdict.VERBATIM_MARKED: "Verbatim, with marked edits",
    Verdict.MINOR_VARIANCE: "Minor variance",
    Verdict.ALTERED: "Altered",
    Verdict.SPLICED: "Spliced",
    Verdict.TRANSLATION_VARIANT: "Translation variant",
    Verdict.AMBIGUOUS: "Ambiguous",
    Verdict.NOT_FOUND: "Not found",
    Verdict.OUT_OF_COVERAGE: "Out of coverage",
    Verdict.CANNOT_CHECK: "Cannot be checked",
}

# What nothing was found for. It may have come near something all the same; whose that is, is nobody's claim.
UNPLACED: Final = frozenset({Verdict.NOT_FOUND, Verdict.OUT_OF_COVERAGE, Verdict.CANNOT_CHECK})
