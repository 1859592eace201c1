"""tantivy's own BM25 over turns, words as its default tokenizer makes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import tantivy

from tests.benchmark.peers.base import folder_bytes
from tests.evaluation.corpus import Spoken
from tests.evaluation.placement import words


class TantivyBm25:
    name = "tantivy BM25 over turns"
    whole = True

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        self._turns = turns
        self._folder = folder
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", stored=False)
        schema.add_unsigned_field("key", stored=True)
        self._index = tantivy.Index(schema.build(), path=str(folder))
        writer = self._index.writer(heap_size=128_000_000, num_threads=2)
        for key, spoken in enumerate(turns):
            writer.add_document(tantivy.Document(text=spoken.text, key=key))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def candidates(self, quote: str, limit: int) -> list[Spoken]:
        query, _ = self._index.parse_query_lenient(" ".join(words(quote)), ["text"])
        hits = self._searcher.search(query, limit).hits
        return [self._turns[self._searcher.doc(address)["key"][0]] for _, address in hits]

    def find(self, quote: str) -> tuple[str, int] | None:
        found = self.candidates(quote, 1)
        return (found[0].transcript, found[0].turn) if found else None

    def index_bytes(self) -> int:
        return folder_bytes(self._folder)

    def close(self) -> None:
        del self._searcher, self._index
