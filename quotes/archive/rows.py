"""What the archive hands out beside whole transcripts. Keys are the archive's own numbers; ids are the publisher's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotes.model import Fidelity, Role


class Outcome(StrEnum):
    """What saving one transcript did."""

    ADDED = "added"
    REVISED = "revised"
    UNCHANGED = "unchanged"


class ReadResult(StrEnum):
    """What reading a source for one day came to."""

    FOUND = "found"
    NOTHING_PUBLISHED = "nothing_published"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Saved:
    """`revision` is the number of the transcript's current revision, counted from 1."""

    id: str
    key: int
    revision: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Header:
    """What a lookup needs to know of a transcript's current revision. Its turns have the keys `first_turn` to
    `first_turn + turn_count`, half-open, in the order they were spoken."""

    key: int
    id: str
    source: str
    institution: str
    title: str
    date: date
    url: str | None
    language: str
    fidelity: Fidelity
    rendering_of: str | None
    revision: int
    revision_key: int
    first_turn: int
    turn_count: int


@dataclass(slots=True)
class StoredTurn:
    """One turn with its keys; treat as frozen. A lookup reads dozens, and freezing would triple what each costs."""

    key: int
    revision_key: int
    index: int
    label: str | None
    name: str | None
    title: str | None
    institution: str | None
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One reading of a transcript that differed from the one before. `retrieved_at`, `recorded_at`: ISO 8601."""

    number: int
    key: int
    title: str
    date: date
    content: str
    sha256: str
    raw: str | None
    parser: str
    retrieved_at: str | None
    recorded_at: str
    note: str | None
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class PendingRevision:
    """A transcript's current revision that the index does not hold yet."""

    key: int
    number: int
    transcript: int
    date: date
    first_turn: int
    turn_count: int


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which folder below the data folder holds the index, and how far it has read: `watermark` is the last revision
    key in it, `chain` the digest of every revision up to there, `snapshot` the id that answers carry."""

    folder: str
    watermark: int
    chain: str
    snapshot: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    source: str
    day: date
    result: ReadResult
    transcripts: int
    note: str | None
    at: str


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What the archive holds of one source. `gaps`: first and last day, both included, of stretches without a
    transcript that stand out from the source's own rhythm."""

    source: str
    institutions: tuple[str, ...]
    languages: tuple[str, ...]
    first: date
    last: date
    transcripts: int
    turns: int
    words: int
    gaps: tuple[tuple[date, date], ...]
    ledger: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """Counts are of current revisions; `words` counts a character of Chinese as a word; `bytes` is the
    archive file, its write-ahead log and the raw store, without the index."""

    transcripts: int
    turns: int
    words: int
    sources: int
    revisions: int
    snapshot: str
    pending: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the archive that contradicts itself. `message` says what is wrong, where, and what to do."""

    code: str
    message: str
