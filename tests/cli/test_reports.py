"""`onrecord archive reports`: read, machine-read and taken away; a stranger's words steer no terminal."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from quotes.archive import Archive, Reports
from tests.cli.conftest import Run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    Archive.open(tmp_path, create=True).close()
    return tmp_path


def add(data: Path, note: str | None = None, page: str | None = None) -> str:
    question = {
        "quote": "drive a wedge",
        "claim": {"speaker": "Lin Jian", "date": "Tuesday"},
        "context": {"page_url": "https://newspaper.example/a"},
    }
    return Reports(data).add(
        question=question, verdict="altered", snapshot="abc", engine_version="0.1.0", note=note, page_url=page
    )


def test_a_keeper_reads_what_was_asked_answered_and_said(run: Run, data: Path) -> None:
    first = add(data, "Not altered:\x1b[2J the ministry\nsays so \u202e too.")
    second = add(data, page="https://newspaper.example/b")
    result = run("archive", "reports", data=data)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert shown.index(first) < shown.index(second)
    assert "quotation drive a wedge claimed Lin Jian, Tuesday verdict altered (snapshot abc)" in shown
    assert "page https://newspaper.example/a note Not altered: [2J the ministry says so too." in shown
    assert "page https://newspaper.example/b" in shown
    assert "2 reports in" in shown
    assert not {"\x1b", "\u202e"} & set(result.stdout)


def test_machines_read_every_field(run: Run, data: Path) -> None:
    identity = add(data, "why")
    (one,) = orjson.loads(run("archive", "reports", "--json", data=data).stdout)["reports"]
    assert one["id"] == identity
    assert one["question"]["claim"]["speaker"] == "Lin Jian"
    assert set(one) == {
        *("id", "received_at", "question", "verdict", "snapshot", "engine_version", "note", "page_url", "key_id")
    }


def test_reports_are_removed_by_id_and_all_that_was_listed(run: Run, data: Path) -> None:
    first, second, _ = add(data), add(data), add(data)
    result = run("archive", "reports", "--remove", first, "--remove", second, data=data)
    assert (result.exit_code, result.stdout) == (0, "2 reports removed.\n")
    again = run("archive", "reports", "--remove", first, data=data)
    assert again.exit_code == 1
    assert "1 report of these ids there was not" in again.stderr
    listed = run("archive", "reports", "--remove-all", "--json", data=data)
    assert len(orjson.loads(listed.stdout)["reports"]) == 1
    assert orjson.loads(run("archive", "reports", "--json", data=data).stdout) == {"reports": []}
    assert "0 reports" in run("archive", "reports", data=data).stdout


def test_without_an_archive_it_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    result = run("archive", "reports", data=tmp_path / "nowhere")
    assert result.exit_code == 3
    assert "there is no archive" in result.stderr
