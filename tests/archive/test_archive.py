"""The archive keeps whatever it was given, in every revision, and tells the same story to every reader."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.archive import Archive, DayStatus, IndexState, Outcome
from quotes.archive.content import count_words
from quotes.archive.schema import FILE_NAME, SCHEMA_VERSION
from quotes.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveMissing, UnknownTranscript
from quotes.model import Fidelity, Provenance, Role, Speaker, Turn
from tests.archive.transcripts import transcript


def outcomes(archive: Archive, *transcripts: object) -> list[Outcome]:
    return [saved.outcome for saved in archive.save(transcripts)]  # type: ignore[arg-type]


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    saved = transcript(
        "a/1?x=é",
        "¾ of “it” — ~~Warner~~ [Warren]",
        "",
        "林剑：\u00a0好。\u3000",
        time="14:05",
        place="Harbour Hall",
        url="https://example.org/a",
        fidelity=Fidelity.TRANSLATED,
        rendering_of="a/0",
        extra='{"kind":"weekly"}',
        provenance=Provenance("ab" * 32, "jsonl/1", "2024-03-02T08:00:00Z", f"{'cd' * 32}#7", "read by hand"),
    )
    odd = Turn(3, Speaker(None), Role.UNKNOWN, "(Laughter.)")
    saved = replace(saved, turns=(*saved.turns, odd))
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([saved])
        assert archive.transcript("a/1?x=é") == saved
    with Archive.open(tmp_path, readonly=True) as archive:
        assert archive.transcript("a/1?x=é", 1) == saved


def test_the_same_again_changes_nothing_and_other_words_make_a_revision(tmp_path: Path) -> None:
    first, second = transcript("a", "Open."), transcript("a", "Closed.", title="Weekly briefing, corrected")
    with Archive.open(tmp_path, create=True) as archive:
        assert outcomes(archive, first) == [Outcome.ADDED]
        assert outcomes(archive, first) == [Outcome.UNCHANGED]
        assert outcomes(archive, second, second) == [Outcome.REVISED, Outcome.UNCHANGED]
        assert archive.transcript("a") == replace(second, revision=2)
        assert archive.transcript("a", 1) == first
        assert [(one.number, one.title) for one in archive.revisions("a")] == [
            (1, "Weekly briefing"),
            (2, "Weekly briefing, corrected"),
        ]
        assert archive.status().transcripts == 1
        assert archive.status().revisions == 2


def test_the_very_same_reading_is_never_news_but_a_page_that_went_back_is(tmp_path: Path) -> None:
    early = transcript("a", "Open.", provenance=Provenance("1" * 64, "test/1", "2024-03-01"))
    late = transcript("a", "Closed.", provenance=Provenance("2" * 64, "test/1", "2024-03-02"))
    back = replace(early, provenance=Provenance("1" * 64, "test/1", "2024-03-03"))
    with Archive.open(tmp_path, create=True) as archive:
        assert outcomes(archive, early, late) == [Outcome.ADDED, Outcome.REVISED]
        assert outcomes(archive, early, late) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
        assert archive.transcript("a").turns[0].text == "Closed."
        assert outcomes(archive, back) == [Outcome.REVISED]
        assert archive.transcript("a").turns[0].text == "Open."


def test_a_batch_goes_in_whole_or_not_at_all(tmp_path: Path) -> None:
    broken = transcript("b", provenance=Provenance(None, "test/1"))  # type: ignore[arg-type]
    with Archive.open(tmp_path, create=True) as archive:
        with pytest.raises(ArchiveError):
            archive.save([transcript("a"), broken])
        assert archive.status().transcripts == 0
        assert outcomes(archive, transcript("a")) == [Outcome.ADDED]


def test_headers_turns_and_keys_agree(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", "a0", "a1"), transcript("b", "b0", "b1", "b2")])
        archive.save([transcript("a", "a0", "a1!", "a2")])
        headers = archive.headers()
        assert [header.id for header in headers] == ["b", "a"]
        assert [header.first_turn for header in headers] == sorted(header.first_turn for header in headers)
        for header in headers:
            keys = range(header.first_turn, header.first_turn + header.turn_count)
            turns = archive.turns(list(keys))
            assert [turns[key].index for key in keys] == list(range(header.turn_count))
            assert {turn.revision_key for turn in turns.values()} == {header.revision_key}
            assert [turns[key].text for key in keys] == [turn.text for turn in archive.transcript(header.id).turns]
            assert archive.turn_at(header.revision_key, 1) == turns[header.first_turn + 1]
            assert archive.turn_at(header.revision_key, header.turn_count) is None
            assert archive.turn_at(header.revision_key, -1) is None
        assert archive.turns([]) == {}
        assert archive.turns([10**9]) == {}
        assert len(archive.turns(list(range(5000)))) == 8


def test_a_reader_in_many_threads_sees_what_is_committed_meanwhile(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as writer, Archive.open(tmp_path, readonly=True) as reader:
        before = reader.generation()
        started = threading.Barrier(4)

        def read(_: int) -> int:
            started.wait(timeout=10)
            return max(len(reader.turns(list(range(1, 2000)))) for _ in range(50))

        with ThreadPoolExecutor(3) as pool:
            reading = pool.map(read, range(3))
            started.wait(timeout=10)
            for number in range(40):
                writer.save([transcript(f"t{number}", "one", "two")])
            assert all(seen <= 80 for seen in reading)
        assert reader.generation() > before
        assert len(reader.turns(list(range(1, 2000)))) == 80
        assert reader.status().transcripts == 40


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True), pytest.raises(ArchiveBusy, match="wait until it is done"):
        Archive.open(tmp_path)
    Archive.open(tmp_path).close()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Archive.open(tmp_path, create=True).close()
    with Archive.open(tmp_path, readonly=True) as archive, pytest.raises(ArchiveError, match="written"):
        archive.save([transcript("a")])


def test_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="import --sample"):
        Archive.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_an_archive_whose_making_was_killed_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    with pytest.raises(ArchiveMissing):
        Archive.open(tmp_path, readonly=True)
    with Archive.open(tmp_path, create=True) as archive:
        assert archive.status().transcripts == 0


def test_a_newer_archive_is_refused(tmp_path: Path) -> None:
    Archive.open(tmp_path, create=True).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(ArchiveError, match="newer OnRecord"):
        Archive.open(tmp_path)
    with pytest.raises(ArchiveError, match="newer OnRecord"):
        Archive.open(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"not a database, " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(ArchiveDamaged):
        Archive.open(tmp_path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE songs (title)")
    connection.close()
    with pytest.raises(ArchiveDamaged, match="not an OnRecord archive"):
        Archive.open(tmp_path)


def test_unknown_transcripts_and_revisions(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a")])
        with pytest.raises(UnknownTranscript, match="no transcript 'b'"):
            archive.transcript("b")
        with pytest.raises(UnknownTranscript, match="no revision 2"):
            archive.transcript("a", 2)
        with pytest.raises(UnknownTranscript):
            archive.revisions("b")


def test_coverage_tells_sources_apart_and_names_gaps_by_their_rhythm(tmp_path: Path) -> None:
    start = date(2020, 1, 1)
    daily = [transcript(f"d{n}", date=start + timedelta(days=n)) for n in (*range(20), *range(70, 80))]
    seldom = [
        transcript(f"s{n}", date=start + timedelta(days=45 * n), source="quarterly", language="zh") for n in range(8)
    ]
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([*daily, *seldom])
        harbour, quarterly = archive.coverage()
    assert (harbour.source, harbour.transcripts, harbour.languages) == ("harbour", 30, ("en",))
    assert harbour.gaps == ((date(2020, 1, 21), date(2020, 3, 10)),)
    assert [(day.day, day.status, day.held) for day in harbour.days][:2] == [
        (date(2020, 1, 1), DayStatus.HELD, 1),
        (date(2020, 1, 2), DayStatus.HELD, 1),
    ]
    assert (quarterly.first, quarterly.gaps, quarterly.languages) == (start, (), ("zh",))


def test_status_counts_current_revisions(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", "one two three", "four")])
        archive.save([transcript("a", "one two"), transcript("b", "外交部发言人", source="ministry", language="zh")])
        status = archive.status()
    assert (status.transcripts, status.turns, status.words, status.sources, status.revisions) == (2, 2, 8, 2, 3)
    assert (status.snapshot, status.pending) == ("", 2)
    assert status.bytes > 0


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("", "en", 0),
        ("one", "en-US", 1),
        ("it’s two", "en", 2),
        ("中美关系", "zh", 4),
        ("在 G20 峰会", "zh-CN", 4),
        ("10月13日", "zh", 4),
        ("“G20”。", "zh", 1),
    ],
)
def test_words(text: str, language: str, words: int) -> None:
    assert count_words(text, language) == words


class TestCheck:
    """`check` finds each way in which an archive can be wrong."""

    @pytest.fixture
    def data(
        self,
        tmp_path: Path,
    ) -> Path:
        data = tmp_path / "data"
        raw = tmp_path / "raw.jsonl"
        raw.write_bytes(b"{}\n")
        with Archive.open(data, create=True) as archive:
            sha256 = archive.store_raw(raw)
            archive.save([transcript("a", "one", "two", provenance=Provenance("1" * 64, "test/1", raw=f"{sha256}#1"))])
            (data / "index-1").mkdir()
            archive.record_index(IndexState("index-1", archive.generation(), "chain", "snapshot"))
        return data

    @staticmethod
    def codes(data: Path) -> set[str]:
        with Archive.open(data, readonly=True) as archive:
            return {problem.code for problem in archive.check()}

    def test_sound(self, data: Path) -> None:
        assert self.codes(data) == set()

    @pytest.mark.parametrize(
        ("damage", "code"),
        [
            ("UPDATE turns SET text = 'other' WHERE place = 1", "content_changed"),
            ("UPDATE revisions SET title = 'other'", "content_changed"),
            ("UPDATE turns SET place = 5 WHERE place = 1", "turns_out_of_place"),
            ("DELETE FROM turns WHERE place = 1", "turns_out_of_place"),
            ("INSERT INTO turns VALUES (900, 1, 0, NULL, NULL, NULL, NULL, 'unknown', 'stray')", "stray_turns"),
            ("UPDATE transcripts SET current = 77", "dangling_row"),
            ("UPDATE index_state SET watermark = 9", "index_ahead"),
            ("UPDATE index_state SET watermark = 0", "index_behind"),
            ("UPDATE index_state SET folder = 'index-9'", "index_missing"),
        ],
    )
    def test_damaged_rows(self, data: Path, damage: str, code: str) -> None:
        connection = sqlite3.connect(data / FILE_NAME)
        connection.execute(damage)
        connection.commit()
        connection.close()
        assert code in self.codes(data)

    def test_damaged_raw_file(self, data: Path) -> None:
        next(data.glob("raw/??/*")).write_bytes(b"{ }\n")
        assert self.codes(data) == {"raw_changed"}

    def test_lost_raw_file(self, data: Path) -> None:
        next(data.glob("raw/??/*")).unlink()
        assert self.codes(data) == {"raw_missing"}

    def test_damaged_file(self, data: Path) -> None:
        with Archive.open(data) as archive:
            archive.save([transcript(f"t{number}", "word " * 500) for number in range(50)])
        file = data / FILE_NAME
        content = bytearray(file.read_bytes())
        middle = len(content) // 2
        content[middle : middle + 8000] = b"\xaa" * 8000
        file.write_bytes(content)
        assert "file_damaged" in self.codes(data)


def test_raw_files_are_kept_once_and_leftovers_go(tmp_path: Path) -> None:
    source = tmp_path / "file.jsonl"
    source.write_bytes(b"line\n")
    with Archive.open(tmp_path / "data", create=True) as archive:
        sha256 = archive.store_raw(source)
        assert archive.store_raw(source) == sha256
        assert archive.raw_path(sha256).read_bytes() == b"line\n"
        leftover = tmp_path / "data/raw/tmpkilled"
        leftover.write_bytes(b"half")
    Archive.open(tmp_path / "data").close()
    assert [file.name for file in (tmp_path / "data/raw").rglob("*") if file.is_file()] == [sha256[2:]]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4), min_size=1, max_size=8
    )
)
@settings(max_examples=40)
def test_any_sequence_of_readings_keeps_every_one_property(
    tmp_path_factory: pytest.TempPathFactory, readings: list[list[str]]
) -> None:
    """Against the obvious model: a list that grows with every reading that is not in it yet."""
    expected: list[list[str]] = []
    with Archive.open(tmp_path_factory.mktemp("data"), create=True) as archive:
        for texts in readings:
            archive.save([transcript("a", *texts)])
            if texts not in expected:
                expected.append(texts)
        numbers = [revision.number for revision in archive.revisions("a")]
        assert [[turn.text for turn in archive.transcript("a", number).turns] for number in numbers] == expected
        assert {problem.code for problem in archive.check()} == {"index_behind"}
