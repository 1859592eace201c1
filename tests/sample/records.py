"""The sample archive and the written cases, read without the engine that is judged by them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from quotes.text import MarkKind, fold_words, record_marks

ROOT: Final = Path(__file__).resolve().parents[2]
SAMPLE: Final = ROOT / "quotes" / "sample"
CASES: Final = ROOT / "tests" / "evaluation" / "cases"

Record = dict[str, Any]

_STUTTER: Final = re.compile(r"\b([\w ]+)—\1\b")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


def read_lines(folder: Path) -> dict[str, list[Record]]:
    """The records of each JSONL file of a folder, by the file's stem."""
    return {file.stem: list(map(json.loads, file.read_text("utf-8").splitlines())) for file in folder.glob("*.jsonl")}


@cache
def transcripts() -> dict[str, Record]:
    return {record["source_id"]: record for records in read_lines(SAMPLE).values() for record in records}


def words(text: str) -> list[str]:
    """Folded words; a verb's 's is written out."""
    return ["is" if word == "'s" else word for word in fold_words(text)]


def compact(text: str) -> str:
    """Folded words run together, so that a hyphen or a space more or less is no difference."""
    return "".join(words(text))


def readings(text: str) -> list[str]:
    """What may have been said in a turn: without stage directions, with either side of a correction, stutters kept or
    dropped."""
    spoken = []
    for dropped in (MarkKind.STRUCK, MarkKind.BRACKETED):
        kept = text
        for mark in reversed(record_marks(text)):
            if mark.kind in {MarkKind.STAGE, dropped}:
                kept = kept[: mark.start] + kept[mark.end :]
        spoken += [kept, _STUTTER.sub(r"\1", kept)]
    return spoken


@cache
def said(transcript: str, turn: int) -> tuple[str, ...]:
    """The readings of one turn, compact."""
    return tuple(compact(reading) for reading in readings(transcripts()[transcript]["turns"][turn]["text"]))


def stands_in(quote: str, transcript: str, turn: int) -> bool:
    return any(compact(quote) in reading for reading in said(transcript, turn))


@cache
def places(quote: str) -> list[tuple[str, int]]:
    """The turns that hold the quotation's words in one run."""
    return [
        (name, index)
        for name, record in transcripts().items()
        for index in range(len(record["turns"]))
        if stands_in(quote, name, index)
    ]


def is_short(quote: str) -> bool:
    """Five words or fewer; eight characters or fewer of Chinese."""
    han = len(_HAN.findall(quote))
    return han <= 8 if han else len(quote.split()) <= 5
