"""How sure the first match is the occasion the words come from, as a probability."""

from __future__ import annotations

import math
from typing import Final

from quotes.verify.evidence import Surprisal
from quotes.verify.select import Selection, Standing

# Log-odds. Set by hand on the noised quotations and negatives of the gate; the reliability table there tells how well
# they hold.
_BASE: Final = -3.0
_PER_NAT: Final = 0.22
_MOST_NATS: Final = 30.0
_ACCOUNTED: Final = 4.0
_PER_SUPPORT: Final = 1.5
_PER_DOUBLING: Final = -0.9


def confidence(selection: Selection, surprisal: Surprisal) -> float:
    """0 to 1, two decimals; 0 when nothing was found."""
    best = selection.best
    if best is None or selection.standing is Standing.NEAR:
        return 0.0
    evidence = best.evidence - math.log(surprisal.words)
    odds = (
        _BASE
        + _PER_NAT * max(min(evidence, _MOST_NATS), 0.0)
        + _ACCOUNTED * (best.accounted - 0.7)
        + _PER_SUPPORT * len(best.supports)
        + _PER_DOUBLING * math.log2(1 + len(selection.rivals))
    )
    if not selection.placed:
        odds = min(odds, -math.log(1 + len(selection.rivals)))
    return round(1 / (1 + math.exp(-odds)), 2)
