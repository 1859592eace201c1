"""What is done for each transcript, page or lookup costs the same in a large archive as in a small one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from quotes.archive import Archive
from quotes.archive.copies import find_original, sketch
from quotes.archive.reading import (
    read_addresses,
    read_pending,
    read_replaced,
    read_revisions,
    read_transcript,
    read_turn_at,
    read_turns,
)
from quotes.archive.schema import FILE_NAME
from tests.archive.transcripts import transcript

SMALL, LARGE = 20, 400
NEW = transcript("new", "The northern lighthouse will be rebuilt by the autumn.", date=date(2010, 1, 1))


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small archive and a large one: one transcript a day, by number."""
    folders = (tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("large"))
    for folder, many in zip(folders, (SMALL, LARGE), strict=True):
        with Archive.open(folder, create=True) as archive:
            archive.save(
                transcript(
                    str(number),
                    f"Ship number {number} came in.",
                    "It was unloaded.",
                    date=date(2010, 1, 1) + timedelta(days=number),
                )
                for number in range(many)
            )
    return folders


def steps(folder: Path, ask: Callable[[sqlite3.Connection], object]) -> int:
    """Instructions of SQLite's machine that `ask` takes, the statement's being made ready not counted."""
    taken = 0

    def step() -> None:
        nonlocal taken
        taken += 1

    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.set_progress_handler(step, 1)
        ask(connection)
    return taken


def newest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(key) FROM revisions").fetchone()[0])


@pytest.mark.parametrize(
    "ask",
    [
        lambda connection: find_original(connection, NEW, sketch(turn.text for turn in NEW.turns)),
        lambda connection: read_addresses(connection, "7"),
        lambda connection: read_pending(connection, newest(connection) - 1),
        lambda connection: read_replaced(connection, 7),
        lambda connection: read_revisions(connection, "7"),
        lambda connection: read_transcript(connection, "7", None),
        lambda connection: read_turn_at(connection, 7, 1),
        lambda connection: read_turns(connection, [5, 9]),
    ],
    ids=["copies", "addresses", "pending", "replaced", "revisions", "transcript", "turn", "turns"],
)
def test_it_takes_no_more_steps_in_a_larger_archive(
    archives: tuple[Path, Path], ask: Callable[[sqlite3.Connection], object]
) -> None:
    small, large = archives
    few = steps(small, ask)
    assert 0 < steps(large, ask) <= 1.2 * few
