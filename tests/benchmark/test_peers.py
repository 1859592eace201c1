"""Every peer of the benchmark does what it is there for, so that a figure beside its name means something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmark.peers import PEERS
from tests.benchmark.peers.base import Peer, Unavailable
from tests.evaluation.corpus import Spoken

TURNS = [
    Spoken("first", 0, "MS. PIKE", "2020-01-02", "The ferry to the outer islands will sail again on Friday."),
    Spoken("first", 1, "Q", "2020-01-02", "Will the ferry sail on Sundays as well, and at what price?"),
    Spoken("second", 0, "MS. PIKE", "2020-03-04", "Nobody has been asked to pay for the repair of the lighthouse."),
]


@pytest.mark.parametrize("make", PEERS, ids=lambda make: make().name)
def test_finds_a_quotation_and_weighs_its_index(make: Callable[[], Peer], tmp_path: Path) -> None:
    peer = make()
    try:
        peer.build(TURNS, tmp_path)
        assert peer.find("asked to pay for the repair of the lighthouse") == ("second", 0)
        assert peer.find("the outer islands will sail again") == ("first", 0)
        assert (peer.index_bytes() > 0) == (peer.name != "rapidfuzz over everything")
    except Unavailable as missing:
        pytest.skip(f"{peer.name}: {missing}")
    finally:
        peer.close()
