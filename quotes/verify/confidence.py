"""How sure the first match is the occasion the words come from, as a probability.

A logistic model of what the choice rests on, fitted to quotations whose occasion is known: noised ones of every kind
and length, bare and with the article's date, and words of transcripts that are not in the archive, bare and with the
right speaker and date claimed. `python -m tests.evaluation.calibration --fit` fits it anew, on seeds that the gate does
not draw from; the gate holds the calibration error to its promise.
"""

from __future__ import annotations

import math
from typing import Final

from quotes.verify.evidence import Surprisal
from quotes.verify.select import Selection, Standing

# Nats from which on more of them tell less, and beyond which they tell nothing.
_KNEE: Final = 10.0
_MOST_NATS: Final = 30.0
# In log-odds, in the order of `terms`.
WEIGHTS: Final = (-2.873, 0.207, 0.056, 18.555, -1.25, -0.675, 0.81, 2.757, 4.792, 2.734, 1.524)


def terms(selection: Selection, surprisal: Surprisal) -> tuple[float, ...] | None:
    """What the probability is worked out from: a constant; nats of evidence up to the knee, and beyond; share of the
    wording accounted for; doublings of the number of occasions; whether the words stand there exactly, and whether the
    page points there as well; whether it is likely or near only (a weaker wording was let in, so what is accounted for
    weighs otherwise); whether one occasion was chosen; whether the quotation is short. None where nothing was found."""
    best = selection.best
    if best is None:
        return None
    evidence = min(max(best.evidence - math.log(surprisal.words), 0.0), _MOST_NATS)
    exact = best.exact or best.alignment.exact
    return (
        1.0,
        min(evidence, _KNEE),
        max(evidence - _KNEE, 0.0),
        best.accounted - 0.9,
        math.log2(1 + len(selection.rivals)),
        float(exact),
        float(exact and bool(best.supports)),
        float(selection.standing is Standing.LIKELY),
        float(selection.standing is Standing.NEAR),
        float(selection.placed),
        float(selection.short),
    )


def confidence(selection: Selection, surprisal: Surprisal) -> float:
    """0 to 1, two decimals; 0 when nothing was found."""
    found = terms(selection, surprisal)
    if found is None:
        return 0.0
    odds = sum(weight * term for weight, term in zip(WEIGHTS, found, strict=True))
    return round(1 / (1 + math.exp(-odds)), 2)
