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
    """What one try to read came to: of a page, or of a source for one day."""

    FOUND = "found"
    UNCHANGED = "unchanged"
    NO_WORDS = "no_words"
    GONE = "gone"
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
    """What a lookup needs to know of one revision of a transcript. Its turns have the keys `first_turn` to
    `first_turn + turn_count`, half-open, in the order they were spoken. `event` is the key of the transcript that
    stands for the event, of which this may be another copy. `superseded_since`: when a later revision was read, whose
    text differs; `gone_since`: when the page was found to be gone. Both ISO 8601, None while it stands."""

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
    event: int
    superseded_since: str | None = None
    gone_since: str | None = None


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
    """One try to read: of the page at `url`, or of the source as a whole for `day`, None where it is not
    known."""

    source: str
    day: date | None
    result: ReadResult
    transcripts: int
    note: str | None
    at: str
    url: str | None = None


class DayStatus(StrEnum):
    """HELD: all that was listed is in the archive, or something is and no listing says what there should be. PARTIAL:
    some of it is. MISSING: listed, and none of it read. FAILED: none of it, for reading failed. NOTHING: the source was
    looked at and published nothing."""

    HELD = "held"
    PARTIAL = "partial"
    MISSING = "missing"
    FAILED = "failed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DayCoverage:
    """What is known of one source on one day: events `held`, and of the pages `listed`, how many were `read`, hold no
    words (`skipped`), `failed`, are `gone` or are `waiting` to be read. `words` of the events held."""

    day: date
    status: DayStatus
    held: int
    words: int
    listed: int
    read: int
    skipped: int
    failed: int
    gone: int
    waiting: int


@dataclass(frozen=True, slots=True)
class PageProblem:
    """A page that could not be read, or is gone; `since` is when that was found, `problem` says what to do."""

    url: str
    title: str
    day: date | None
    problem: str
    since: str


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What the archive holds of one source, copies of one event counted once. `first`, `last`: days of its transcripts,
    None where there are none yet. `gaps`: first and last day, both included, of stretches without a transcript that
    stand out from the source's own rhythm. `days`: every day something is known of, ascending. `problems`: the latest
    pages that could not be read; `undated`: listed pages of no known day that wait to be read."""

    source: str
    institutions: tuple[str, ...]
    languages: tuple[str, ...]
    first: date | None
    last: date | None
    transcripts: int
    turns: int
    words: int
    gaps: tuple[tuple[date, date], ...]
    days: tuple[DayCoverage, ...]
    problems: tuple[PageProblem, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts are of current revisions; `copies` of the transcripts are of an event that another one stands for; `words`
    counts a character of Chinese as a word; `bytes` is the archive file, its write-ahead log and the raw bytes, without
    the index."""

    transcripts: int
    turns: int
    words: int
    sources: int
    revisions: int
    copies: int
    snapshot: str
    pending: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the archive that contradicts itself. `message` says what is wrong, where, and what to do."""

    code: str
    message: str
