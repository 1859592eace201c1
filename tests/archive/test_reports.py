"""Reports of wrong answers: kept for good, bounded, readable by the keeper alone, also with many writers at once."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quotes.archive import Reports
from quotes.archive.reports import FILE_NAME
from quotes.errors import ReportsError, ReportsFull, TooManyReports

QUESTION = {"quote": "drive a wedge “between”", "claim": {"speaker": "Lin Jian"}}
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def add(reports: Reports, **more: object) -> str:
    values = {"question": QUESTION, "verdict": "altered", "snapshot": "abc", "engine_version": "0.1.0"}
    return reports.add(**values | more)  # type: ignore[arg-type]


def test_what_was_sent_is_what_is_read(tmp_path: Path) -> None:
    reports = Reports(tmp_path)
    assert reports.all() == []
    first = add(reports, note="Die Übersetzung 译文", page_url="https://newspaper.example/", key_id="k1", now=NOON)
    second = add(reports)
    one, two = Reports(tmp_path).all()
    assert (one.id, two.id) == (first, second)
    assert one.question == QUESTION
    assert (one.note, one.page_url, one.key_id) == ("Die Übersetzung 译文", "https://newspaper.example/", "k1")
    assert one.received_at == "2026-01-05T12:00:00.000000Z"
    assert (two.note, two.page_url, two.key_id) == (None, None, None)


def test_a_file_that_is_just_being_made_holds_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    assert Reports(tmp_path).all() == []
    assert Reports(tmp_path).remove(["x"]) == 0


def test_nobody_else_may_read_the_files(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        add(Reports(tmp_path))
        with sqlite3.connect(tmp_path / FILE_NAME) as held:
            held.execute("SELECT count(*) FROM reports").fetchall()
            files = list(tmp_path.iterdir())
            assert len(files) == 3
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        held.close()
    finally:
        os.umask(before)


def test_a_full_file_refuses_and_forgets_nothing(tmp_path: Path) -> None:
    reports = Reports(tmp_path, most=2)
    first = add(reports)
    add(reports)
    with pytest.raises(ReportsFull, match=r"holds 2 reports.*onrecord archive reports"):
        add(reports)
    assert reports.all()[0].id == first
    assert reports.remove([first, first, "nobody"]) == 1
    add(reports)
    assert len(reports.all()) == 2


def test_bytes_are_bounded_too(tmp_path: Path) -> None:
    reports = Reports(tmp_path, most_bytes=1_000)
    add(reports, note="ü" * 500)
    with pytest.raises(ReportsFull):
        add(reports)


def test_a_flood_is_refused_for_a_minute(tmp_path: Path) -> None:
    reports = Reports(tmp_path, most_a_minute=2)
    add(reports, now=NOON)
    add(reports, now=NOON + timedelta(seconds=30))
    with pytest.raises(TooManyReports, match="in a minute"):
        add(reports, now=NOON + timedelta(seconds=59))
    add(reports, now=NOON + timedelta(seconds=61))
    assert len(reports.all()) == 3


def test_a_file_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, " * 100)
    for use in (lambda: add(Reports(tmp_path)), Reports(tmp_path).all, lambda: Reports(tmp_path).remove(["x"])):
        with pytest.raises(ReportsError, match="cannot be used"):
            use()
    with pytest.raises(ReportsError, match="No such file"):
        add(Reports(tmp_path / "nowhere"))


def test_another_processs_long_transaction_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.archive.reports._WAIT_SECONDS", 0.05)
    add(Reports(tmp_path))
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(ReportsError, match="locked"):
            add(Reports(tmp_path))
        assert len(Reports(tmp_path).all()) == 1
    finally:
        other.close()


def _send(data: str, times: int) -> None:
    for _ in range(times):
        add(Reports(Path(data), most_a_minute=1_000))


def test_processes_that_start_the_file_at_one_time_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_send, args=(str(tmp_path), 30)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * 3
    assert len({one.id for one in Reports(tmp_path).all()}) == 90
