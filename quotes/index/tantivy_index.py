"""The embedded index, on tantivy.

One document a stretch of a turn (see `shingles`). `shingles` and `words` carry neither frequencies nor positions: a
stretch is short, so a shingle stands in it or does not, and leaving both out halves the index. A document's place is
one number, `turn << 24 | start`, read from a column without touching a document store.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import tantivy
from tantivy import Document as TantivyDocument
from tantivy import Occur, Query

from quotes.errors import ArchiveBusy, IndexUnreadable
from quotes.index.base import Candidate, Document
from quotes.index.shingles import shingles, stretches

# Postings read for one query. More finds hardly more (recall@1 99.8 % at 20,000 over 30 million words) and costs time
# in proportion; fewer lets quotations made of common words slip.
POSTINGS_BUDGET: Final = 20_000
# Taken whatever they cost: a quotation of only common words still needs a few shingles to be told from its like.
MIN_SHINGLES: Final = 4

_START_BITS: Final = 24
# Where a stretch ends is kept beside where it starts, as its length: both fit one column.
_LENGTH_BITS: Final = 10
_TOKENIZER: Final = "spaces"
# Bytes of postings held before a segment is written, which happens beside further adding; used only as far as there is
# that much to index. More makes fewer segments and leaves more to write at the end, when nothing else can be done.
_BULK_MEMORY: Final = 700_000_000
_THREADS: Final = 2
# Terms whose frequency is remembered: some 20 MB.
_FREQUENCIES_KEPT: Final = 100_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("shingles", stored=False, tokenizer_name=_TOKENIZER, index_option="basic")
    builder.add_text_field("words", stored=False, tokenizer_name=_TOKENIZER, index_option="basic")
    builder.add_unsigned_field("place", stored=False, indexed=False, fast=True)
    builder.add_unsigned_field("transcript", stored=False, indexed=True, fast=False)
    builder.add_unsigned_field("day", stored=False, indexed=False, fast=True)
    return builder.build()


def _register(index: tantivy.Index) -> tantivy.Index:
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, whitespace)
    return index


def _pack(turn: int, start: int, end: int) -> int:
    return (turn << _START_BITS | start) << _LENGTH_BITS | min(end - start, (1 << _LENGTH_BITS) - 1)


def _unpack(place: int, score: float) -> Candidate:
    length = place & ((1 << _LENGTH_BITS) - 1)
    place >>= _LENGTH_BITS
    start = place & ((1 << _START_BITS) - 1)
    return Candidate(place >> _START_BITS, start, start + length, score)


class TantivyWriter:
    """See `IndexWriter`. One at a time for a folder: tantivy's own file lock sees to it, and a crash releases it."""

    def __init__(self, folder: Path, *, memory: int = _BULK_MEMORY) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with _readable(folder):
            self._index = _register(tantivy.Index(_schema(), path=str(folder)))
        try:
            self._writer = self._index.writer(memory, _THREADS)
        except ValueError as error:
            raise ArchiveBusy(
                f"another process is writing the index in {folder}; wait until it is done, or stop it, and try again"
            ) from error

    def add(self, documents: Iterable[Document]) -> None:
        add = self._writer.add_document
        for document in documents:
            for start, end, tokens in stretches(document.text):
                entry = TantivyDocument()
                entry.add_text("shingles", " ".join(shingles(tokens)))
                entry.add_text("words", " ".join(set(tokens)))
                entry.add_unsigned("place", _pack(document.turn, start, end))
                entry.add_unsigned("transcript", document.transcript)
                entry.add_unsigned("day", document.day)
                add(entry)

    def remove(self, transcripts: Iterable[int]) -> None:
        # By query: tantivy-py's deletion by term takes the number for a signed one and deletes nothing.
        schema = _schema()
        for transcript in transcripts:
            self._writer.delete_documents_by_query(Query.term_query(schema, "transcript", transcript))

    def commit(self) -> None:
        self._writer.commit()

    def close(self) -> None:
        """Waits for merges under way; the writer cannot be used afterwards."""
        self._writer.rollback()
        self._writer.wait_merging_threads()


class _Frequencies(dict[tuple[str, str], int]):
    """In how many documents of one snapshot a term of a field stands. Asked for twice in each lookup, and for the same
    common words in all of them."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        super().__init__()
        self._searcher = searcher

    def __missing__(self, term: tuple[str, str]) -> int:
        if len(self) >= _FREQUENCIES_KEPT:
            self.clear()
        frequency = self[term] = self._searcher.doc_freq(*term)
        return frequency


class TantivyReader:
    """See `IndexReader`. Safe to use from several threads; `refresh` swaps the snapshot whole."""

    def __init__(self, folder: Path) -> None:
        self._meta = folder / "meta.json"
        if not self._meta.exists():
            raise IndexUnreadable(
                f"there is no index in {folder}; `onrecord archive rebuild` makes it from the archive"
            )
        with _readable(folder):
            self._index = _register(tantivy.Index.open(str(folder)))
        self._schema = _schema()
        self._seen = self._stamp()
        self._index.config_reader(reload_policy="manual")
        self._index.reload()
        self._searcher = self._index.searcher()
        self._frequency = _Frequencies(self._searcher)

    def candidates(
        self, tokens: Sequence[str], *, limit: int = 30, days: tuple[int, int] | None = None
    ) -> list[Candidate]:
        searcher = self._searcher
        terms = self._rarest(shingles(tokens))
        if not terms and tokens:
            return []
        query = Query.boolean_query([(Occur.Should, self._term(term)) for term in terms])
        if days is not None:
            query = Query.boolean_query([(Occur.Must, self._within(days)), (Occur.Must, query)])
        hits = searcher.search(query, limit, count=False).hits
        return self._places(searcher, hits)

    def occurrences(
        self, tokens: Sequence[str], *, limit: int = 2000, days: tuple[int, int] | None = None
    ) -> tuple[list[Candidate], int]:
        searcher = self._searcher
        if len(tokens) == 1:
            terms = [Query.term_query(self._schema, "words", tokens[0], "basic")]
        else:
            terms = [self._term(term) for term in set(shingles(tokens))]
        if not terms:
            return [], 0
        if days is not None:
            terms.append(self._within(days))
        query = Query.const_score_query(Query.boolean_query([(Occur.Must, term) for term in terms]), 1.0)
        found = searcher.search(query, limit, count=True)
        # Missing from the library's stubs, not from the library.
        count: int = found.count  # type: ignore[attr-defined]
        return self._places(searcher, found.hits), count

    def frequencies(self, words: Sequence[str]) -> list[int]:
        frequency = self._frequency
        return [frequency["words", word] for word in words]

    def pair_frequencies(self, words: Sequence[str]) -> list[int]:
        frequency = self._frequency
        return [frequency["shingles", pair] for pair in map("_".join, pairwise(words))]

    @property
    def size(self) -> int:
        return self._searcher.num_docs

    def refresh(self) -> bool:
        stamp = self._stamp()
        if stamp == self._seen:
            return False
        self._index.reload()
        self._searcher = self._index.searcher()
        self._frequency = _Frequencies(self._searcher)
        self._seen = stamp
        return True

    def close(self) -> None:
        """Nothing is held but mapped files, which go with the object."""

    def _rarest(self, terms: Sequence[str]) -> list[str]:
        spent = 0
        chosen: list[str] = []
        known = self._frequency
        for frequency, term in sorted((known["shingles", term], term) for term in set(terms)):
            if frequency == 0:
                continue
            if len(chosen) >= MIN_SHINGLES and spent + frequency > POSTINGS_BUDGET:
                break
            chosen.append(term)
            spent += frequency
        return chosen

    def _term(self, term: str) -> Query:
        return Query.term_query(self._schema, "shingles", term, "basic")

    def _within(self, days: tuple[int, int]) -> Query:
        first, last = (max(day, 0) for day in days)
        return Query.range_query(self._schema, "day", tantivy.FieldType.Unsigned, first, last)

    @staticmethod
    def _places(searcher: tantivy.Searcher, hits: list[tuple[float, tantivy.DocAddress]]) -> list[Candidate]:
        places = searcher.fast_field_values("place", [address for _, address in hits])
        return [_unpack(int(place or 0), score) for place, (score, _) in zip(places, hits, strict=True)]

    def _stamp(self) -> tuple[int, int]:
        status = self._meta.stat()
        return status.st_mtime_ns, status.st_ino


@contextlib.contextmanager
def _readable(folder: Path) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise IndexUnreadable(
            f"the index in {folder} cannot be read ({error}); `onrecord archive rebuild` makes it anew from the archive"
        ) from error
