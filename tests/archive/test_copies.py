"""The same briefing under several addresses is one event."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from quotes.archive import Archive
from quotes.archive.schema import FILE_NAME
from tests.archive.transcripts import transcript

BRIEFING = (
    "Good afternoon. The northern lighthouse will be rebuilt by the autumn, and the pier before it.",
    "Who pays for the lighthouse and the pier?",
    "The towns around the sound share the cost evenly, as they did with the ferry landing.",
    "And the fishing quota, has the ministry agreed to it?",
    "It has not, and talks go on next week in the capital.",
    "Thank you.",
    "When will the harbour school open its doors again?",
)


def events(data: Path) -> dict[str, int]:
    with Archive.open(data, readonly=True) as archive:
        return {header.id: header.event for header in archive.headers()}


@pytest.mark.parametrize(
    "copy",
    [
        BRIEFING,
        tuple(text.upper().replace(",", "") for text in BRIEFING),
        BRIEFING[1:],
        (*BRIEFING[:5], "A question was left out here, and this stands in its place instead."),
    ],
    ids=["to the letter", "case and punctuation", "one turn short", "one turn changed"],
)
def test_a_copy_of_one_day_is_the_same_event(tmp_path: Path, copy: tuple[str, ...]) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("first", *BRIEFING), transcript("mirror", *copy, source="embassy")])
    found = events(tmp_path)
    assert found["mirror"] == found["first"]


@pytest.mark.parametrize(
    "fields", [{"date": date(2024, 3, 2)}, {"language": "es"}], ids=["another day", "another language"]
)
def test_what_is_of_another_day_or_language_is_another_event(tmp_path: Path, fields: dict[str, object]) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("first", *BRIEFING), transcript("other", *BRIEFING, **fields)])
    assert len(set(events(tmp_path).values())) == 2


def test_briefings_of_one_day_that_share_their_greetings_stay_apart(tmp_path: Path) -> None:
    greetings = ("Good afternoon, everybody, and welcome to the briefing.", "Thank you all very much for coming.")
    morning = [f"In the morning, point number {n} of the agenda was settled." for n in range(8)]
    evening = [f"By evening, item number {n} was still being argued over." for n in range(8)]
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", *greetings, *morning), transcript("b", *greetings, *evening)])
    assert len(set(events(tmp_path).values())) == 2


def test_a_short_statement_is_told_by_its_paragraphs(tmp_path: Path) -> None:
    text = "The ministry welcomes the agreement.\nIt will be signed on Friday in the old customs house."
    other = "The ministry welcomes the agreement.\nIt regrets that the second one was put off until the spring."
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", text), transcript("b", text), transcript("c", other)])
    found = events(tmp_path)
    assert found["b"] == found["a"] != found["c"]


def test_all_addresses_of_an_event_are_known_its_own_first(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save(
            [
                transcript("first", *BRIEFING, url="https://ministry.example/1"),
                transcript("mirror", *BRIEFING, url="https://embassy.example/1"),
            ]
        )
        assert archive.addresses("first") == ["https://ministry.example/1", "https://embassy.example/1"]
        assert archive.addresses("mirror") == ["https://embassy.example/1", "https://ministry.example/1"]
        assert archive.status().copies == 1
        (coverage,) = archive.coverage()
    assert (coverage.transcripts, coverage.days[0].held) == (1, 1)


def test_an_archive_of_the_first_version_is_brought_up_and_its_copies_found(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("first", *BRIEFING), transcript("mirror", *BRIEFING)])
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    for drop in (
        "INDEX transcripts_by_event",
        "INDEX revisions_by_date",
        "TABLE pages",
        "TABLE page_events",
        "TABLE polls",
    ):
        connection.execute(f"DROP {drop}")
    connection.execute("ALTER TABLE transcripts DROP COLUMN event")
    connection.execute("ALTER TABLE transcripts DROP COLUMN sketch")
    connection.execute("ALTER TABLE ledger DROP COLUMN url")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    found = events(tmp_path)
    assert found["mirror"] == found["first"]
    with Archive.open(tmp_path, readonly=True) as archive:
        assert archive.check() != []  # nothing is indexed yet, and that is all
        assert {problem.code for problem in archive.check()} == {"index_behind"}
