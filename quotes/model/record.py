"""The official record: transcripts, their turns, where they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Fidelity(StrEnum):
    """How close the published text claims to be to the words spoken."""

    VERBATIM = "verbatim"
    NEAR_VERBATIM = "near_verbatim"
    EDITED = "edited"
    TRANSLATED = "translated"
    PRESS_EXCERPT = "press_excerpt"


class Role(StrEnum):
    """In what part somebody speaks at a briefing."""

    SPOKESPERSON = "spokesperson"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    MODERATOR = "moderator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the label as the record prints it, and what it stands for where that is known."""

    label: str | None
    name: str | None = None
    title: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted words. `text` is the record's own, to the character; offsets into it are Unicode
    code points, half-open."""

    index: int
    speaker: Speaker
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a transcript was read. `sha256` is of the raw bytes it was parsed from; `raw` says where these are kept
    (`<sha256 of the stored file>#<line>`), None where they were not."""

    sha256: str
    parser: str
    retrieved_at: str | None = None
    raw: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """One briefing, speech or statement as one source published it.

    `rendering_of` is the id of the transcript this one words anew (another translation of the same event); a match in
    it is a translation variant and not a misquotation. `extra` holds the import record's unknown keys as JSON text.
    """

    id: str
    source: str
    institution: str
    title: str
    date: date
    language: str
    turns: tuple[Turn, ...]
    provenance: Provenance
    url: str | None = None
    time: str | None = None
    place: str | None = None
    fidelity: Fidelity = Fidelity.NEAR_VERBATIM
    rendering_of: str | None = None
    revision: int = 1
    extra: str = field(default="{}", repr=False)
