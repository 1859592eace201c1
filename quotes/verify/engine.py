"""One quotation in, one answer out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from quotes.align import parse_quotation
from quotes.archive import Archive, IndexState
from quotes.errors import ArchiveMissing, IndexUnreadable
from quotes.index import IndexReader, open_reader
from quotes.model import Answer, Inquiry
from quotes.verdict import policy_named
from quotes.verify.answering import Findings, compose
from quotes.verify.candidates import place
from quotes.verify.catalogue import Catalogue
from quotes.verify.evidence import surprise
from quotes.verify.neighbours import Neighbours
from quotes.verify.occasion import read_occasion
from quotes.verify.occurrences import count_occurrences
from quotes.verify.retrieve import retrieve
from quotes.verify.select import Standing, select
from quotes.verify.splice import find_splice

# Part of every answer: raised when the same question to the same archive may be answered otherwise.
VERSION: Final = "4"


@dataclass(frozen=True, slots=True)
class _State:
    """What one lookup sees from beginning to end, whatever is imported meanwhile."""

    catalogue: Catalogue
    reader: IndexReader
    neighbours: Neighbours
    folder: str
    snapshot: str
    changes: tuple[int, int]


class Engine:
    """Looks quotations up in one archive. Reads only; safe to use from several threads."""

    version: Final = VERSION

    def __init__(self, archive: Archive, data: Path) -> None:
        self.archive = archive
        self._data = data
        self._state = self._load(None)

    @classmethod
    def open(cls, data: Path) -> Self:
        """The archive in folder `data`. Raises ArchiveMissing where nothing was imported yet, ArchiveDamaged,
        IndexUnreadable."""
        return cls(Archive.open(data, readonly=True), data)

    @property
    def snapshot(self) -> str:
        """The id of the index that lookups search now."""
        return self._state.snapshot

    def refresh(self) -> bool:
        """See what was imported since; True when there was something. Cheap enough to call before every lookup."""
        state = self._state
        if self.archive.changes() == state.changes and not self._index_moved(state):
            return False
        self._state = self._load(state)
        return True

    def lookup(self, inquiry: Inquiry) -> Answer:
        """Where the words stand in the record and what was done to them. Raises BadQuotation, BadDate, BadPolicy."""
        state = self._state
        policy = policy_named(inquiry.policy)
        quotation = parse_quotation(inquiry.quote)
        occasion = read_occasion(inquiry, state.neighbours.votes(inquiry.context.neighbours))
        retrieved = retrieve(quotation, occasion, state.catalogue, state.reader)
        turns = self.archive.turns([passage.turn for passage in retrieved.passages])
        surprisal = surprise(quotation.tokens.norms, quotation.bracketed, state.reader)
        placings = place(quotation, retrieved.passages, turns, occasion, surprisal, policy, self.archive.turns)
        exact_in = {header.event for place_ in retrieved.exact if (header := state.catalogue.of_turn(place_.turn))}
        selection = select(quotation, placings, occasion, surprisal, len(exact_in))
        splice = None
        if selection.best is not None and selection.standing in {Standing.SOURCE, Standing.PART}:
            splice = find_splice(selection.best, state.catalogue, self.archive, state.reader)
            if splice is None and selection.standing is Standing.PART:
                selection = select(quotation, placings, occasion, surprisal, len(exact_in), parts=False)
        occurrences = count_occurrences(
            retrieved.exact,
            retrieved.exact_count,
            placings,
            state.catalogue,
            self.archive,
            inquiry.context.published,
        )
        findings = Findings(inquiry, quotation, occasion, surprisal, selection, splice, occurrences, len(exact_in))
        return compose(findings, state.catalogue, self.archive, policy, version=VERSION, snapshot=state.snapshot)

    def close(self) -> None:
        self._state.reader.close()
        self.archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self, before: _State | None) -> _State:
        changes = self.archive.changes()
        index = self._index_state()
        if before is not None and before.folder == index.folder:
            reader = before.reader
            reader.refresh()
        else:
            try:
                reader = open_reader(self._data / index.folder)
            except IndexUnreadable:
                # A rebuild may have swapped the folder in between; it has not if the state still names it.
                again = self._index_state()
                if again.folder == index.folder:
                    raise
                index, reader = again, open_reader(self._data / again.folder)
        catalogue = Catalogue(self.archive.headers(), self.archive.superseded())
        return _State(catalogue, reader, Neighbours(catalogue, reader), index.folder, index.snapshot, changes)

    def _index_state(self) -> IndexState:
        index = self.archive.index_state()
        if index is None:
            raise ArchiveMissing(f"nothing was imported into {self._data} yet; `onrecord import` or `import --sample`")
        return index

    def _index_moved(self, state: _State) -> bool:
        index = self.archive.index_state()
        return index is not None and (index.folder, index.snapshot) != (state.folder, state.snapshot)
