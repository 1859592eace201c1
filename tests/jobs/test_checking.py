"""One unit and one chunk at a time: what is asked for a row, and what becomes of units that go wrong."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.jobs.checking import Checker, inquiry
from backend.jobs.job import Chunk, Claim, JobKind, Options, Outcome, Row
from backend.jobs.packing import pack_outcome, unpack_outcome
from backend.jobs.working import ChunkWorker
from quotes.errors import ArchiveBusy
from quotes.model import Verdict
from quotes.report import harmless
from quotes.verify import Engine
from tests.jobs.conftest import CHECKOUT

NOT_THERE = "the moon over the harbour was made of silver spoons"


@pytest.fixture
def engine(sample_archive: Path) -> Iterator[Engine]:
    with Engine.open(sample_archive) as engine:
        yield engine


class Store:
    """Where marks are noted."""

    def __init__(self) -> None:
        self.marks: list[int] = []

    async def mark(self, claim: Claim, unit: int) -> None:
        self.marks.append(unit)


def rows(*quotes: str) -> list[Row]:
    return [{"row": number, "line": number, "quote": quote} for number, quote in enumerate(quotes, 1)]


def claim(units: list[Row], attempt: int = 1, **strikes: Any) -> Claim:
    return Claim("j", 0, JobKind.ROWS, Options(), Chunk(units), attempt, **strikes)


async def checked(engine: Any, wanted: Claim, store: Store | None = None, stop_after: int = 999) -> Outcome | None:
    worker = ChunkWorker(Checker(engine), store or Store(), seconds=0)  # type: ignore[arg-type]
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > stop_after

    try:
        return await worker.check(wanted, stopped)
    finally:
        worker.close()


def test_a_row_asks_all_that_is_known_of_it() -> None:
    row: Row = {
        "quote": "q",
        "speaker": "s",
        "date": "Tuesday",
        "institution": "i",
        "url": "u",
        "published": "2025-10-15",
        "language": "en",
        "before": "b",
        "after": "a",
        "policy": "strict",
        "near": [1, 0],
    }
    asked = inquiry(row, ["n0", "n1"], Options("lenient", 7))
    assert (asked.quote, asked.policy, asked.limit) == ("q", "strict", 7)
    assert (asked.claim.speaker, asked.claim.date, asked.claim.institution) == ("s", "Tuesday", "i")
    context = asked.context
    assert (context.before, context.after, context.page_url, context.language) == ("b", "a", "u", "en")
    assert context.published is not None
    assert context.published.isoformat() == "2025-10-15"
    assert context.neighbours == ("n1", "n0")
    assert inquiry({"quote": "q"}, [], Options("lenient")).policy == "lenient"


async def test_a_chunk_is_answered_row_by_row(engine: Engine) -> None:
    outcome = await checked(engine, claim(rows("drive a wedge between China and Pakistan", NOT_THERE)))
    assert outcome is not None
    assert [row["verdict"] for row in outcome.rows] == ["verbatim", "not_found"]
    first = outcome.rows[0]
    assert first["answer"]["matches"][0]["speaker"]["name"] == "Lin Jian"
    assert first["error"] is None
    assert unpack_outcome(pack_outcome(outcome)) == outcome


async def test_what_raises_fails_alone(engine: Engine) -> None:
    class Poisoned:
        def refresh(self) -> bool:
            return False

        def lookup(self, asked: Any) -> Any:
            if "poison" in asked.quote:
                raise ZeroDivisionError("by nought")
            return engine.lookup(asked)

    units = [
        *rows("drive a wedge", "poison", "…"),
        {"row": 4, "line": 4, "quote": "", "refused": "there is no quotation"},
    ]
    outcome = await checked(Poisoned(), claim(units))
    assert outcome is not None
    assert [row["verdict"] == Verdict.CANNOT_CHECK for row in outcome.rows] == [False, True, True, True]
    assert "ZeroDivisionError: by nought" in outcome.rows[1]["error"]
    assert "no word" in outcome.rows[2]["error"]
    assert outcome.rows[3]["error"] == "there is no quotation"
    assert outcome.errors() == 3


async def test_an_archive_that_is_away_is_no_fault_of_the_row(engine: Engine) -> None:
    class Away:
        def refresh(self) -> bool:
            return False

        def lookup(self, asked: Any) -> Any:
            raise ArchiveBusy("locked")

    with pytest.raises(ArchiveBusy):
        await checked(Away(), claim(rows("drive a wedge")))


async def test_a_second_attempt_marks_each_unit_first(engine: Engine) -> None:
    store = Store()
    await checked(engine, claim(rows("one word", "two words", "three words"), attempt=1), store)
    assert store.marks == []
    await checked(engine, claim(rows("one word", "two words", "three words"), attempt=2), store)
    assert store.marks == [0, 1, 2]


async def test_a_unit_that_took_its_process_twice_is_set_aside(engine: Engine) -> None:
    store = Store()
    wanted = claim(rows("drive a wedge", "two words", NOT_THERE), attempt=4, strikes={1: 2, 2: 1})
    outcome = await checked(engine, wanted, store)
    assert outcome is not None
    assert store.marks == [0, 2]
    assert [row["row"] for row in outcome.rows] == [1, 2, 3]
    assert outcome.rows[1]["verdict"] == Verdict.CANNOT_CHECK
    assert "was lost 2 times" in outcome.rows[1]["error"]
    assert outcome.rows[2]["verdict"] == Verdict.NOT_FOUND


async def test_a_chunk_that_nobody_wants_any_more_stops_early(engine: Engine) -> None:
    assert await checked(engine, claim(rows(*["some words"] * 40)), stop_after=1) is None


async def test_articles_are_read_and_their_quotations_checked(engine: Engine) -> None:
    unit: Row = {
        "article": 3,
        "id": "a3",
        "text": "China on Tuesday rejected the reports.\n\nThe reports were “either misinformed or invented, or even "
        "designed to drive a wedge between China and Pakistan”, foreign ministry spokesperson Lin Jian said.",
        "published": "2025-10-14",
    }
    outcome = await checked(engine, Claim("j", 3, JobKind.ARTICLES, Options(), Chunk([unit]), 1))
    assert outcome is not None
    assert outcome.article is not None
    assert outcome.article["article"]["text"] == unit["text"]
    (row,) = outcome.rows
    assert (row["article"], row["row"], row["id"], row["verdict"]) == (3, 0, "a3", "verbatim")
    assert row["speaker"] == "Lin Jian"
    assert row["answer"] == outcome.article["quotes"][0]


async def test_an_article_that_was_refused_is_one_row(engine: Engine) -> None:
    unit: Row = {"article": 1, "line": 2, "refused": "is not JSON"}
    outcome = await checked(engine, Claim("j", 1, JobKind.ARTICLES, Options(), Chunk([unit]), 1))
    assert outcome is not None
    assert outcome.article is None
    assert [(row["article"], row["row"], row["error"]) for row in outcome.rows] == [(1, None, "is not JSON")]


def test_a_unit_that_hangs_ends_its_process() -> None:
    """Even where the interpreter never comes to itself: the regular expression below holds its lock."""
    program = """
import asyncio, re
from backend.jobs.job import Chunk, Claim, JobKind, Options
from backend.jobs.working import ChunkWorker
class Hanging:
    def refresh(self): pass
    def check(self, *a): re.fullmatch(r"(a+)+b", "a" * 64)
claim = Claim("j", 0, JobKind.ROWS, Options(), Chunk([{}]), 1)
asyncio.run(ChunkWorker(Hanging(), None, seconds=0.5).check(claim, lambda: False))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 1
    assert "Timeout" in done.stderr
    assert "fullmatch" in done.stderr


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n=HYPERLINK(1)", "\u00a0=1"]
)
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["plain", "a=b", "", "1 - 2", 0.5, 17])
def test_what_is_no_formula_stays_as_it_is(cell: object) -> None:
    assert harmless(cell) == cell
    out = io.StringIO()
    csv.writer(out).writerow([harmless(cell)])
    assert next(csv.reader(io.StringIO(out.getvalue())), [""]) == [str(cell)]
