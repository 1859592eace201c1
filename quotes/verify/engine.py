"""One quotation in, one answer out; or those of a whole article."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from quotes.archive import Archive, IndexState
from quotes.errors import ArchiveMissing, IndexUnreadable
from quotes.index import open_reader
from quotes.model import Answer, Article, ArticleAnswer, Inquiry
from quotes.verify.alone import look_up
from quotes.verify.article import verify_article
from quotes.verify.catalogue import Catalogue
from quotes.verify.neighbours import Neighbours
from quotes.verify.searching import Snapshot

# Part of every answer: raised when the same question to the same archive may be answered otherwise.
VERSION: Final = "5"
# While one quotation of an article waits for the index, which lets go of the interpreter's lock, another is aligned: of
# forty a quarter of the time, on two cores.
_THREADS: Final = 2


class Engine:
    """Looks quotations up in one archive. Reads only; safe to use from several threads."""

    version: Final = VERSION

    def __init__(self, archive: Archive, data: Path) -> None:
        self.archive = archive
        self._data = data
        self._state = self._load(None)
        # Kept, since each has a connection to the archive of its own; none starts before an article comes.
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="article")

    @classmethod
    def open(cls, data: Path) -> Self:
        """The archive in folder `data`. Raises ArchiveMissing where nothing was imported yet, ArchiveDamaged,
        IndexUnreadable."""
        return cls(Archive.open(data, readonly=True), data)

    @property
    def snapshot(self) -> str:
        """The id of the index that lookups search now."""
        return self._state.id

    def refresh(self) -> bool:
        """See what was imported since; True when there was something. Cheap enough to call before every lookup."""
        state = self._state
        if self.archive.changes() == state.changes and not self._index_moved(state):
            return False
        self._state = self._load(state)
        return True

    def lookup(self, inquiry: Inquiry) -> Answer:
        """Where the words stand in the record and what was done to them. Where `inquiry` claims nothing, what the words
        around the quotation claim is checked. Raises BadQuotation, BadDate, BadPolicy."""
        return look_up(self._state, inquiry, VERSION)

    def verify(
        self,
        article: Article,
        *,
        policy: str = "default",
        limit: int = 3,
        told: Callable[[int, int], None] | None = None,
    ) -> ArticleAnswer:
        """All quotations of `article` together: each tells the others which briefing the page draws on. `limit` is how
        many matches each has; `told` is called with how many of how many were looked up. A quotation that cannot be
        fails alone, as `cannot_check`. Raises BadPolicy."""
        return verify_article(
            self._state, article, self._threads, policy=policy, limit=limit, version=VERSION, told=told
        )

    def close(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._state.reader.close()
        self.archive.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self, before: Snapshot | None) -> Snapshot:
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
        return Snapshot(
            self.archive, catalogue, reader, Neighbours(catalogue, reader), index.folder, index.snapshot, changes
        )

    def _index_state(self) -> IndexState:
        index = self.archive.index_state()
        if index is None:
            raise ArchiveMissing(f"nothing was imported into {self._data} yet; `onrecord import` or `import --sample`")
        return index

    def _index_moved(self, state: Snapshot) -> bool:
        index = self.archive.index_state()
        return index is not None and (index.folder, index.snapshot) != (state.folder, state.id)
