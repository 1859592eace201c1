"""The import format: kept to the character, or refused with the reason."""

from __future__ import annotations

import gzip
import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import BadTranscript
from quotes.model import Fidelity, Role, Speaker
from quotes.sources import PARSER, read_transcript
from quotes.sources.jsonl import slug


def record(**fields: Any) -> dict[str, Any]:
    return {
        "source_id": "a",
        "title": "Weekly briefing",
        "date": "2024-03-01",
        "url": None,
        "language": "en",
        "institution": "Port Meridian Harbour Authority",
        "turns": [{"speaker": None, "role": "unknown", "text": "The pier is open."}],
        **fields,
    }


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in record().items() if name != key}


def turns(*given: Any) -> dict[str, Any]:
    return record(turns=list(given))


def test_everything_a_record_says() -> None:
    text = "\u00a0Mixed “marks”,\r\n ~~Warner~~ [Warren] — ¾\u3000\t"
    line = orjson.dumps(
        record(
            source_id="odd/ID with spaces",
            source="harbour",
            url="https://example.org/a",
            fidelity="press_excerpt",
            time="14:05",
            place="Harbour Hall",
            rendering_of="b",
            retrieved_at="2024-03-02T08:00:00Z",
            provenance_note="read by hand",
            kind="weekly",
            nested={"z": 1, "a": [None, "é"]},
            turns=[
                {"speaker": "MS. ELLISON", "role": "official", "text": text, "name": "Mara Ellison", "title": "Warden"},
                {"speaker": "Q", "role": "heckler", "text": "", "unknown": 1},
                {"text": "No more."},
            ],
        )
    )
    transcript = read_transcript(line, raw="ab#7")
    assert (transcript.id, transcript.source, transcript.date) == ("odd/ID with spaces", "harbour", date(2024, 3, 1))
    assert (transcript.url, transcript.time, transcript.place) == ("https://example.org/a", "14:05", "Harbour Hall")
    assert (transcript.fidelity, transcript.rendering_of) == (Fidelity.PRESS_EXCERPT, "b")
    assert orjson.loads(transcript.extra) == {"kind": "weekly", "nested": {"z": 1, "a": [None, "é"]}}
    provenance = transcript.provenance
    assert provenance.sha256 == hashlib.sha256(line).hexdigest()
    assert (provenance.parser, provenance.raw) == (PARSER, "ab#7")
    assert (provenance.retrieved_at, provenance.note) == ("2024-03-02T08:00:00Z", "read by hand")
    first, second, third = transcript.turns
    assert (first.text, first.speaker) == (text, Speaker("MS. ELLISON", "Mara Ellison", "Warden"))
    assert [turn.index for turn in transcript.turns] == [0, 1, 2]
    assert (second.role, second.speaker.label, second.text) == (Role.UNKNOWN, "Q", "")
    assert (third.role, third.speaker) == (Role.UNKNOWN, Speaker(None))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_text_is_kept_to_the_character_property(texts: list[str]) -> None:
    line = orjson.dumps(turns(*({"speaker": "Q", "role": "journalist", "text": text} for text in [*texts, "end"])))
    assert [turn.text for turn in read_transcript(line).turns] == [*texts, "end"]


@given(
    st.binary(max_size=80)
    | st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists).map(repr).map(str.encode)
)
def test_anything_else_is_refused_property(line: bytes) -> None:
    with pytest.raises(BadTranscript):
        read_transcript(line)


@pytest.mark.parametrize(
    ("line", "reason", "pointer"),
    [
        (b"", "is not JSON", None),
        (b"{", "is not JSON", None),
        (b"[]", "is a list where a JSON object is wanted", None),
        (b"null", "is missing where a JSON object is wanted", None),
        (b'{"source_id": "a\xff"}', "is not UTF-8: byte 17 of the line is 0xff", None),
        (b'{"source_id": "\\ud800"}', "is not JSON", None),
        (b'{"source_id": "\x00"}', "is not JSON", None),
        (b'{"source_id": "\\u0000"}', "holds a NUL character", None),
        (b'{"source_id": "\\\\\\u0000"}', "holds a NUL character", None),
        (without("source_id"), "has no source_id", "/source_id"),
        (without("date"), "has no date", "/date"),
        (without("language"), "has no language", "/language"),
        (without("institution"), "has no institution", "/institution"),
        (without("title"), "has no title", "/title"),
        (without("turns"), "has no turns", "/turns"),
        (record(source_id=7), "source_id is a number where a string is wanted", "/source_id"),
        (record(source_id=" "), "source_id is empty", "/source_id"),
        (record(source_id="x" * 501), "longer than 500", "/source_id"),
        (record(date="20240301"), "'20240301', which is no day", "/date"),
        (record(date="2024-02-30"), "no day of the form YYYY-MM-DD", "/date"),
        (record(date="2024-W09-5"), "no day of the form", "/date"),
        (record(date=20240301), "date is a number", "/date"),
        (record(url=["x"]), "url is a list where a string or null is wanted", "/url"),
        (record(fidelity="exact"), "it may be verbatim, near_verbatim", "/fidelity"),
        (turns(), "turns is empty", "/turns"),
        (record(turns={}), "turns is an object where a list is wanted", "/turns"),
        (turns("hello"), "turn 0 is a string where an object is wanted", "/turns/0"),
        (turns({"speaker": "Q", "text": "Yes?"}, {"speaker": "Q"}), "text of turn 1 is missing", "/turns/1/text"),
        (turns({"text": True}), "text of turn 0 is a truth value", "/turns/0/text"),
        (turns({"speaker": 1, "text": "a"}), "speaker of turn 0 is a number", "/turns/0/speaker"),
        (turns({"text": " "}, {"text": ""}), "no turn has any text", "/turns"),
        (b'{"x": ' + b"[" * 2000 + b"]" * 2000 + b"}", "is not JSON", None),
    ],
)
def test_bad_records(line: bytes | dict[str, Any], reason: str, pointer: str | None) -> None:
    with pytest.raises(BadTranscript, match=reason.replace("(", r"\(")) as caught:
        read_transcript(line if isinstance(line, bytes) else orjson.dumps(line))
    assert caught.value.pointer == pointer


def test_deep_unknown_keys_are_refused_with_a_reason() -> None:
    deep = b"[" * 600 + b"]" * 600
    with pytest.raises(BadTranscript, match="unknown keys cannot be kept"):
        read_transcript(orjson.dumps(record())[:-1] + b',"deep":' + deep + b"}")


def test_a_backslash_before_digits_is_no_nul() -> None:
    line = orjson.dumps(record(title=r"a path \u0000 in text"))
    assert read_transcript(line).title == r"a path \u0000 in text"


def test_a_byte_order_mark_is_no_part_of_the_record() -> None:
    assert read_transcript(b"\xef\xbb\xbf" + orjson.dumps(record())).id == "a"


@pytest.mark.parametrize("author", [["A", "B"], 3, None])
def test_unknown_keys_of_any_type_are_kept(author: object) -> None:
    transcript = read_transcript(orjson.dumps(record(author_line=author, location="Harbour Hall")))
    assert orjson.loads(transcript.extra) == {"author_line": author}
    assert transcript.place == "Harbour Hall"


@pytest.mark.parametrize(
    ("institution", "source"),
    [
        ("The White House (Obama)", "the-white-house-obama"),
        ("The White House (Trump 1)", "the-white-house-trump-1"),
        ("U.S. Department of State", "us-department-of-state"),
        ("中华人民共和国外交部", "中华人民共和国外交部"),
        ("Presidencia de la República (México)", "presidencia-de-la-república-méxico"),
        ("—", "unnamed"),
    ],
)
def test_slugs_keep_institutions_apart(institution: str, source: str) -> None:
    assert slug(institution) == source


def test_every_real_record_is_read_to_the_character(shared: Path) -> None:
    """The first records of each file; ids, turns and texts as they stand."""
    for file in sorted((shared / "corpus").glob("*.jsonl.gz")):
        with gzip.open(file) as lines:
            for _, line in zip(range(20), lines, strict=False):
                given_record = orjson.loads(line)
                transcript = read_transcript(line)
                assert transcript.id == given_record["source_id"]
                assert [(turn.speaker.label, turn.role, turn.text) for turn in transcript.turns] == [
                    (turn["speaker"], turn["role"], turn["text"]) for turn in given_record["turns"]
                ]
