"""What a user would build in an afternoon, through the same tests: tantivy's BM25 for candidates, rapidfuzz's
partial_ratio for the verdict, 90 and more taken for "yes, said"."""

from __future__ import annotations

from pathlib import Path

from rapidfuzz import fuzz, utils

from tests.benchmark.peers.bm25 import TantivyBm25
from tests.evaluation import flips, folds
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.noised import draw_quotes
from tests.evaluation.rewritten import draw_sentences
from tests.evaluation.scores import Score, tally

SAID = 90.0
_CANDIDATES = 30
_ASKED = 500


def _best(peer: TantivyBm25, quote: str) -> tuple[float, Spoken | None]:
    wanted = utils.default_process(quote)
    scored = [
        (fuzz.partial_ratio(wanted, utils.default_process(spoken.text)), spoken)
        for spoken in peer.candidates(quote, _CANDIDATES)
    ]
    return max(scored, key=lambda pair: pair[0], default=(0.0, None))


def evaluate(corpus: Corpus, seed: int, folder: Path) -> list[Score]:
    """Under the names of the scores of the gate, where the same thing is measured; placement by turn only, since the
    baseline gives no span."""
    peer = TantivyBm25()
    peer.build(corpus.indexed, folder)
    placed = []
    for noised in [n for n in draw_quotes(corpus, seed) if n.length != "3-5"][::3]:
        spoken = _best(peer, noised.quote)[1]
        right = spoken is not None and (spoken.transcript, spoken.turn) == (noised.place.transcript, noised.place.turn)
        placed.append((right, noised.quote))
    turned = [(_best(peer, f.quote)[0] < SAID, f.quote) for f in draw_sentences(corpus, flips.KINDS, seed, _ASKED)]
    folded = [(_best(peer, f.quote)[0] >= SAID, f.quote) for f in draw_sentences(corpus, folds.KINDS, seed, _ASKED)]
    peer.close()
    return [
        tally("noised 6+ words", placed),
        tally("flips not called better than altered", turned),
        tally("folds called verbatim", folded),
    ]
