"""What a user would pick to find a quotation, each behind one interface."""

from __future__ import annotations

from collections.abc import Callable

from tests.benchmark.peers.base import Peer
from tests.benchmark.peers.bm25 import TantivyBm25
from tests.benchmark.peers.fts5 import by_trigrams, by_words
from tests.benchmark.peers.onrecord import OnRecord
from tests.benchmark.peers.pg_trgm import PgTrgm
from tests.benchmark.peers.rapidfuzz_scan import RapidfuzzScan

PEERS: tuple[Callable[[], Peer], ...] = (OnRecord, TantivyBm25, by_words, by_trigrams, PgTrgm, RapidfuzzScan)
