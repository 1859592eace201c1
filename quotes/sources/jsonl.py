"""The import format: one transcript a line.

    {"source_id", "title", "date": "YYYY-MM-DD", "url", "language", "institution", "turns": [{"speaker", "role",
    "text"}], …}

Optional: `source`, `fidelity`, `time`, `place` (or `location`), `rendering_of`, `retrieved_at`, `provenance_note`; a
turn may name its speaker in full with `name`, `title`, `institution`. Every other key is kept in `Transcript.extra`.
Nothing is trimmed or repaired: text stays as it is, and what cannot be a transcript is refused with the reason.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any, Final

import orjson

from quotes.errors import BadTranscript
from quotes.model import Fidelity, Provenance, Role, Speaker, Transcript, Turn
from quotes.sources.naming import Naming

# Goes up whenever the same line would be read otherwise than before.
PARSER: Final = "jsonl/1"

_ROLES: Final = {role.value: role for role in Role}
_KNOWN: Final = frozenset(
    "source_id title date url language institution turns source fidelity time place rendering_of retrieved_at "
    "provenance_note".split()
)
_MARK_OF_ORDER: Final = b"\xef\xbb\xbf"
_LONGEST_ID: Final = 500
# An escaped NUL, not a backslash followed by letters that look like one.
_NUL: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def read_transcript(line: bytes, *, source: str | None = None, raw: str | None = None) -> Transcript:
    """The transcript in one line of an import file, its speakers resolved. `source` stands in for the record's own
    where it names none; `raw` says where the line is kept. Raises BadTranscript, with a JSON pointer into the record
    where one place is to blame."""
    record = _record(line.removeprefix(_MARK_OF_ORDER))
    transcript_id = _text(record, "source_id")
    if len(transcript_id) > _LONGEST_ID:
        raise BadTranscript(f"source_id is longer than {_LONGEST_ID} characters", pointer="/source_id")
    institution = _text(record, "institution")
    title = _text(record, "title")
    day = _day(record)
    place = _optional(record, "place") or _optional(record, "location")
    authors = record.get("author_line")
    naming = Naming(
        title=title,
        authors=authors if isinstance(authors, str) else "",
        heading=place or "",
        institution=institution,
        day=day,
    )
    return Transcript(
        id=transcript_id,
        source=_optional(record, "source") or source or slug(institution),
        institution=institution,
        title=title,
        date=day,
        time=_optional(record, "time"),
        place=place,
        url=_optional(record, "url"),
        language=_text(record, "language"),
        fidelity=_fidelity(record),
        rendering_of=_optional(record, "rendering_of"),
        turns=naming.resolve(_turns(record)),
        provenance=Provenance(
            sha256=hashlib.sha256(line).hexdigest(),
            parser=PARSER,
            retrieved_at=_optional(record, "retrieved_at"),
            raw=raw,
            note=_optional(record, "provenance_note"),
        ),
        extra=_extra(record),
    )


def slug(institution: str) -> str:
    """A source id for an institution: its letters and digits, of any script, joined by hyphens, so that `The White
    House (Obama)` and `The White House (Trump 1)` stay apart."""
    return "-".join(re.findall(r"[^\W_]+", institution.casefold().replace("u.s.", "us"))) or "unnamed"


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadTranscript(_unreadable(line, error)) from error
    if not isinstance(record, dict):
        raise BadTranscript(f"is {_kind(record)} where a JSON object is wanted")
    if b"\\u0000" in line and _NUL.search(line):
        raise BadTranscript("holds a NUL character (\\u0000), which no text has")
    return record


def _unreadable(line: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        line.decode()
    except UnicodeDecodeError as broken:
        return f"is not UTF-8: byte {broken.start + 1} of the line is 0x{line[broken.start]:02x}"
    return f"is not JSON: {error.msg} (character {error.colno} of the line)"


def _turns(record: dict[str, Any]) -> tuple[Turn, ...]:
    turns = record.get("turns")
    if turns is None:
        raise BadTranscript("has no turns", pointer="/turns")
    if not isinstance(turns, list):
        raise BadTranscript(f"turns is {_kind(turns)} where a list is wanted", pointer="/turns")
    if not turns:
        raise BadTranscript("turns is empty: nobody says anything", pointer="/turns")
    read = tuple([_turn(turn, index) for index, turn in enumerate(turns)])
    if not any(turn.text.strip() for turn in read):
        raise BadTranscript("no turn has any text: nobody says anything", pointer="/turns")
    return read


def _turn(turn: Any, index: int) -> Turn:
    pointer = f"/turns/{index}"
    if not isinstance(turn, dict):
        raise BadTranscript(f"turn {index} is {_kind(turn)} where an object is wanted", pointer=pointer)
    text = turn.get("text")
    if not isinstance(text, str):
        raise BadTranscript(
            f"text of turn {index} is {_kind(text)} where a string is wanted", pointer=f"{pointer}/text"
        )
    label = turn.get("speaker")
    if label is not None and not isinstance(label, str):
        raise BadTranscript(
            f"speaker of turn {index} is {_kind(label)} where a string or null is wanted", pointer=f"{pointer}/speaker"
        )
    role = turn.get("role")
    if len(turn) > 3:
        speaker = Speaker(
            label,
            _optional(turn, "name", pointer),
            _optional(turn, "title", pointer),
            _optional(turn, "institution", pointer),
        )
    else:
        speaker = Speaker(label)
    return Turn(index, speaker, _ROLES.get(role, Role.UNKNOWN) if isinstance(role, str) else Role.UNKNOWN, text)


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        raise BadTranscript(f"has no {key}", pointer=f"/{key}")
    if not isinstance(value, str):
        raise BadTranscript(f"{key} is {_kind(value)} where a string is wanted", pointer=f"/{key}")
    if not value.strip():
        raise BadTranscript(f"{key} is empty", pointer=f"/{key}")
    return value


def _optional(record: dict[str, Any], key: str, within: str = "") -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise BadTranscript(f"{key} is {_kind(value)} where a string or null is wanted", pointer=f"{within}/{key}")
    return value or None


def _day(record: dict[str, Any]) -> date:
    value = _text(record, "date")
    try:
        # fromisoformat alone would take 20240102 and 2024-W01-2 as well.
        if len(value) == 10 and value[4] == "-" and value[7] == "-":
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise BadTranscript(f"date is {value[:40]!r}, which is no day of the form YYYY-MM-DD", pointer="/date")


def _fidelity(record: dict[str, Any]) -> Fidelity:
    value = _optional(record, "fidelity")
    if value is None:
        return Fidelity.NEAR_VERBATIM
    try:
        return Fidelity(value)
    except ValueError:
        known = ", ".join(Fidelity)
        raise BadTranscript(f"fidelity is {value[:40]!r}; it may be {known}", pointer="/fidelity") from None


def _extra(record: dict[str, Any]) -> str:
    unknown = {key: value for key, value in record.items() if key not in _KNOWN}
    if record.get("place") is None:
        unknown.pop("location", None)
    try:
        return orjson.dumps(unknown, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError as error:
        raise BadTranscript(f"its unknown keys cannot be kept: {error}") from error


def _kind(value: Any) -> str:
    match value:
        case None:
            return "missing"
        case bool():
            return "a truth value"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
    return "an object"
