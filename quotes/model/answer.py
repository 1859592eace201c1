"""What is answered. Field names are those of the HTTP API; an answer serialises field by field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The wording verdict: decided by the edits, never by a similarity number."""

    VERBATIM = "verbatim"
    VERBATIM_MARKED = "verbatim_marked"
    MINOR_VARIANCE = "minor_variance"
    ALTERED = "altered"
    SPLICED = "spliced"
    TRANSLATION_VARIANT = "translation_variant"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    OUT_OF_COVERAGE = "out_of_coverage"
    CANNOT_CHECK = "cannot_check"


class Severity(StrEnum):
    """How far an alteration may carry: `high` when a protected word is touched."""

    HIGH = "high"
    MODERATE = "moderate"


class EditClass(StrEnum):
    """What one edit touches. The first group is never held against the writer, the second is the writer's own marking,
    the third is small change, the rest alter the wording."""

    EQUAL = "equal"
    PRESENTATION = "presentation"
    RECORD_NOISE = "record_noise"

    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"

    FILLER = "filler"
    ARTICLE = "article"
    THAT = "that"
    CONTRACTION = "contraction"
    FUNCTION_WORD = "function_word"

    CONTENT = "content"
    INFLECTION = "inflection"
    MOVED = "moved"
    UNMARKED_OMISSION = "unmarked_omission"
    SENTENCE_BOUNDARY_MOVED = "sentence_boundary_moved"

    NEGATION = "negation"
    MODAL = "modal"
    TENSE = "tense"
    PERSON = "person"
    ROLES = "roles"
    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"
    QUANTIFIER = "quantifier"
    HEDGE = "hedge"
    CONDITIONAL = "conditional"
    SCALAR = "scalar"
    PREPOSITION = "preposition"


class AttributionStatus(StrEnum):
    CONFIRMED = "confirmed"
    DIFFERENT_SPEAKER = "different_speaker"
    QUESTIONER = "questioner"
    RELAYED = "relayed"
    UNRESOLVED = "unresolved"
    NOT_CLAIMED = "not_claimed"


class DateStatus(StrEnum):
    CONFIRMED = "confirmed"
    DIFFERENT_DATE = "different_date"
    MULTIPLE_DATES = "multiple_dates"
    UNRESOLVED = "unresolved"
    NOT_CLAIMED = "not_claimed"


class ClaimFrom(StrEnum):
    """Where it was taken from whose words they are said to be, and from when: `request` says so itself, or the `page`
    does, in the words around the quotation."""

    REQUEST = "request"
    PAGE = "page"


class FlagName(StrEnum):
    """What the record around a passage does to it, weightiest first.

    `negated`: a clause outside the passage denies it. `reversal_follows`: the next sentence takes it back.
    `conditional`: it holds on a condition that was not quoted. `question`: it is asked, not said. `relayed`: it is
    somebody else's. `cut_before`, `cut_after`: the quotation begins or ends inside a clause, and a word just outside
    turns it. `hedged`: the speaker was not sure. `echoed`: the words were the questioner's first."""

    NEGATED = "negated"
    REVERSAL_FOLLOWS = "reversal_follows"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    RELAYED = "relayed"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    HEDGED = "hedged"
    ECHOED = "echoed"


@dataclass(frozen=True, slots=True)
class MatchSpeaker:
    name: str | None
    label: str | None
    title: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The matched words. `start`, `end`: code points of the turn's text, half-open; `text` is that slice."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """The turn that the matched one answers."""

    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class PassageContext:
    """The record around the passage: up to 300 characters either side within the turn, and the question."""

    before: str
    after: str
    question: Question | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the record to the printed words. `op`: `equal`, `insert` (only printed), `delete` (only in the
    record), `replace`. `quote`, `source`: the words on either side, as they stand. `quote_span` is in code points of
    the quotation as sent, `source_span` of the turn's text; both half-open."""

    op: str
    quote: str
    source: str
    cls: EditClass
    quote_span: tuple[int, int]
    source_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Removal:
    """That the publisher no longer shows the words. `what`: `text` when a later revision of the transcript is without
    them, `page` when the page is gone; `since`: when that was found, ISO 8601."""

    what: str
    since: str


@dataclass(frozen=True, slots=True)
class Match:
    """One occasion on which the words, or words near them, stand in the record. `turn` is the turn's index in the
    transcript's `revision`; `also_at` are other addresses of the same event; `removed` is None while the words stand;
    `similarity` ranks matches of one answer and decides nothing."""

    verdict: Verdict
    speaker: MatchSpeaker
    date: str
    weekday: str
    institution: str
    event: str
    transcript_id: str
    revision: int
    turn: int
    url: str | None
    deep_link: str | None
    permalink: str
    also_at: tuple[str, ...]
    removed: Removal | None
    fidelity: str
    language: str
    passage: Passage
    context: PassageContext
    diff: tuple[Edit, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class AttributionCheck:
    """`relayed_from` names whose words the official passes on, with the cue's words."""

    status: AttributionStatus
    claimed: str | None = None
    found: str | None = None
    relayed_from: str | None = None
    cue: str | None = None
    cue_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DateCheck:
    """ISO dates with their weekdays in English; `claimed_date` is what `claimed` resolves to."""

    status: DateStatus
    claimed: str | None = None
    claimed_date: str | None = None
    claimed_weekday: str | None = None
    found_date: str | None = None
    found_weekday: str | None = None


@dataclass(frozen=True, slots=True)
class ContextFlag:
    """A cue around the passage that a reader should see. `span`: code points of the turn's text, half-open."""

    flag: FlagName
    cue: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ContextCheck:
    status: str
    flags: tuple[ContextFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    date: str
    transcript_id: str
    turn: int
    event: str
    permalink: str


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How often these words stand in the record: by turns, counted to `count`; `capped` when there are more."""

    status: str
    count: int
    capped: bool
    first: Occurrence | None = None
    last: Occurrence | None = None
    nearest_before: Occurrence | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    attribution: AttributionCheck
    date: DateCheck
    context: ContextCheck
    occurrences: Occurrences


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched. `sources` are ids; `first`, `last` ISO dates; `gaps` sentences a person can read."""

    sources: tuple[str, ...]
    languages: tuple[str, ...]
    first: str | None
    last: str | None
    transcripts: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineInfo:
    version: str
    policy: str
    snapshot: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`finding` is one plain sentence an editor can paste. `confidence`, 0 to 1: that the first match is the occasion
    the words come from. `basis` says what the choice of the first match rests on. `correction`: the quotation as it
    could be printed, in the record's words with brackets and ellipses put in; None where nothing needs correcting or
    nothing of the record can stand for it. `claim_from`: None where no speaker, day or institution is claimed."""

    verdict: Verdict
    severity: Severity | None
    finding: str
    confidence: float
    basis: str
    reasons: tuple[str, ...]
    correction: str | None
    matches: tuple[Match, ...]
    checks: Checks
    claim_from: ClaimFrom | None
    coverage: Coverage
    engine: EngineInfo
