"""Importing: what is good goes in and can be found, what is bad is named, and doing it twice changes nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import orjson
import pytest

from quotes.archive import Archive, Outcome
from quotes.errors import ArchiveBusy, InputError
from quotes.index import IndexReader, IndexWriter, open_reader, open_writer
from quotes.ingest import Progress, import_paths, rebuild
from quotes.ingest.files import LONGEST_LINE
from quotes.text import fold_words
from tests.ingest.records import briefings, record, unique_words, write


def reader(data: Path) -> IndexReader:
    with Archive.open(data, readonly=True) as archive:
        state = archive.index_state()
    assert state is not None
    return open_reader(data / state.folder)


def places(data: Path, words: str) -> int:
    """In how many indexed stretches these words stand together."""
    return reader(data).occurrences(fold_words(words))[1]


def sound(data: Path) -> bool:
    with Archive.open(data, readonly=True) as archive:
        return archive.check() == []


def test_files_folders_and_gzip(tmp_path: Path) -> None:
    write(tmp_path / "in/deep/a.jsonl", [record("a", "The ferry leaves at noon.")])
    write(tmp_path / "in/b.jsonl.gz", [record("b"), record("c", date="2024-03-08")])
    (tmp_path / "in/notes.txt").write_text("no transcript")
    single = write(tmp_path / "d.ndjson", [record("d")])
    report = import_paths(tmp_path / "data", [tmp_path / "in", single])
    assert (report.added, report.bad) == (4, [])
    with Archive.open(tmp_path / "data") as archive:
        assert [header.id for header in archive.headers()] == ["b", "c", "a", "d"]
        raw = archive.transcript("c").provenance.raw
        assert raw is not None
        sha256, _, line = raw.partition("#")
        stored = gzip.decompress(archive.raw_path(sha256).read_bytes()).splitlines()
        assert orjson.loads(stored[int(line) - 1])["source_id"] == "c"
    assert places(tmp_path / "data", "ferry leaves at noon") == 1
    assert sound(tmp_path / "data")


def test_again_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", briefings(["a", "b"], turns=3, seed=1))
    first = import_paths(tmp_path / "data", [file])
    size = reader(tmp_path / "data").size
    second = import_paths(tmp_path / "data", [file])
    assert (second.added, second.revised, second.unchanged) == (0, 0, 2)
    assert second.snapshot == first.snapshot
    assert reader(tmp_path / "data").size == size


def test_a_revision_is_searched_with_what_it_took_out_of_the_earlier_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = import_paths(data, [write(tmp_path / "1.jsonl", [record("a", "The quay will close."), record("b")])])
    second = import_paths(data, [write(tmp_path / "2.jsonl", [record("a", "The quay will not close.")])])
    assert (second.revised, second.added) == (1, 0)
    assert second.snapshot != first.snapshot
    assert places(data, "will close") == 1
    assert places(data, "will not close") == 1
    assert places(data, "pier is open") == 1
    third = import_paths(data, [write(tmp_path / "3.jsonl", [record("a", "The quay will close!")])])
    assert third.revised == 1
    assert places(data, "will close") == 1
    assert places(data, "will not close") == 1


def test_bad_lines_are_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    lines = [
        record("good"),
        b'{"source_id": "cut off',
        b"",
        b"\xff\xfe",
        record("undated", date="2024-13-01"),
        record("good too"),
    ]
    file = write(tmp_path / "mixed.jsonl", lines)
    report = import_paths(tmp_path / "data", [file])
    assert report.added == 2
    assert [(bad.file, bad.line, bad.pointer) for bad in report.bad] == [
        (file, 2, None),
        (file, 4, None),
        (file, 5, "/date"),
    ]
    assert "is not JSON" in report.bad[0].reason
    assert "0xff" in report.bad[1].reason
    assert "'2024-13-01'" in report.bad[2].reason


def test_a_line_beyond_measure_is_left_out(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl.gz", [record("a"), b"x" * (LONGEST_LINE + 5), record("b")])
    report = import_paths(tmp_path / "data", [file])
    assert report.added == 2
    assert [(bad.line, bad.reason) for bad in report.bad] == [(2, "is longer than 64 MB")]


@pytest.mark.parametrize("damage", ["cut", "garbled"])
def test_a_broken_compressed_file_gives_what_it_can(tmp_path: Path, damage: str) -> None:
    file = write(tmp_path / "a.jsonl.gz", briefings([f"t{n}" for n in range(60)], turns=40, seed=3))
    packed = bytearray(file.read_bytes())
    if damage == "cut":
        del packed[len(packed) * 3 // 4 :]
    else:
        packed[len(packed) * 3 // 4 :] = b"\x5a" * (len(packed) // 4)
    file.write_bytes(packed)
    report = import_paths(tmp_path / "data", [file])
    assert 10 < report.added < 60
    assert "the compressed file is broken" in report.bad[-1].reason
    assert sound(tmp_path / "data")


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    report = import_paths(tmp_path / "data", [write(tmp_path / "a.jsonl", [])])
    assert (report.transcripts, report.bad) == (0, [])


@pytest.mark.parametrize("name", ["missing.jsonl", "page.doc", "empty"])
def test_paths_that_cannot_be_imported(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.doc").write_bytes(b"words")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=name):
        import_paths(tmp_path / "data", [tmp_path / name])


def test_progress_is_told_after_the_commit(tmp_path: Path) -> None:
    data = tmp_path / "data"
    files = [
        write(tmp_path / f"{n}.jsonl", [*briefings([f"{n}-{m}" for m in range(3)], turns=2, seed=n), b"bad"])
        for n in range(3)
    ]
    told: list[Progress] = []

    def progress(done: Progress) -> None:
        with Archive.open(data, readonly=True) as archive:
            held = {header.id for header in archive.headers()}
        assert {saved.id for saved in done.saved} <= held
        told.append(done)

    report = import_paths(data, files, progress=progress)
    assert sorted(saved.id for done in told for saved in done.saved) == sorted(
        f"{n}-{m}" for n in range(3) for m in range(3)
    )
    assert {saved.outcome for done in told for saved in done.saved} == {Outcome.ADDED}
    assert [done.position for done in told] == sorted(done.position for done in told)
    assert told[-1].position == told[-1].size == sum(file.stat().st_size for file in files)
    assert [bad for done in told for bad in done.bad] == report.bad


def test_sources(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", [record("a"), record("b", source="named")])
    import_paths(tmp_path / "data", [file], source="given")
    with Archive.open(tmp_path / "data") as archive:
        assert [header.source for header in archive.headers()] == ["given", "named"]


def test_one_import_at_a_time(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", [record("a")])
    with Archive.open(tmp_path / "data", create=True), pytest.raises(ArchiveBusy):
        import_paths(tmp_path / "data", [file])


class _Failing:
    """An index writer whose process dies when it should commit."""

    def __init__(self, folder: Path) -> None:
        self._writer = open_writer(folder)
        self.add, self.remove, self.close = self._writer.add, self._writer.remove, self._writer.close

    def commit(self) -> None:
        raise RuntimeError("killed")


class _Forgetful(_Failing):
    """… or right after it did, before the archive is told."""

    def commit(self) -> None:
        self._writer.commit()
        super().commit()


@pytest.mark.parametrize("writer", [_Failing, _Forgetful])
def test_an_index_left_behind_catches_up(tmp_path: Path, writer: type[IndexWriter]) -> None:
    data = tmp_path / "data"
    first = write(tmp_path / "1.jsonl", briefings(["a", "b"], turns=2, seed=1))
    second = write(tmp_path / "2.jsonl", briefings(["a", "c"], turns=2, seed=2, edition="again"))
    third = write(tmp_path / "3.jsonl", briefings(["d"], turns=1, seed=3))
    import_paths(data, [first])
    with pytest.raises(RuntimeError, match="killed"):
        import_paths(data, [second], open_index_writer=writer)
    report = import_paths(data, [third])
    assert report.added == 1
    clean = import_paths(tmp_path / "clean", [first, second, third])
    assert reader(data).size == reader(tmp_path / "clean").size
    assert clean.snapshot == report.snapshot
    assert places(data, unique_words("a", 0)) == 1
    assert places(data, unique_words("aagain", 0)) == 1
    assert sound(data)


def test_a_killed_first_import_into_an_empty_index_doubles_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    import_paths(data, [write(tmp_path / "empty.jsonl", [])])
    file = write(tmp_path / "1.jsonl", briefings(["a"], turns=1, seed=1))
    with pytest.raises(RuntimeError, match="killed"):
        import_paths(data, [file], open_index_writer=_Forgetful)
    import_paths(data, [file])
    assert places(data, unique_words("a", 0)) == 1


def test_a_lost_or_unreadable_index_is_made_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    file = write(tmp_path / "1.jsonl", briefings(["a", "b"], turns=2, seed=1))
    snapshot = import_paths(data, [file]).snapshot
    for part in (data / "index-1").iterdir():
        part.write_bytes(b"nonsense")
    assert import_paths(data, [file]).snapshot == snapshot
    assert places(data, unique_words("b", 1)) == 1
    assert sound(data)


class TestRebuild:
    def test_gives_the_same_snapshot_and_drops_the_old_folder(self, tmp_path: Path) -> None:
        data = tmp_path / "data"
        before = import_paths(data, [write(tmp_path / "1.jsonl", briefings(["a", "b"], turns=2, seed=1))])
        told: list[int] = []
        with Archive.open(data) as archive:
            state = rebuild(archive, progress=told.append)
        assert state.snapshot == before.snapshot
        assert [folder.name for folder in data.glob("index-*")] == [state.folder] == ["index-2"]
        assert told == [2, 4]
        assert places(data, unique_words("a", 1)) == 1

    def test_killed_leaves_the_old_index_in_use(self, tmp_path: Path) -> None:
        data = tmp_path / "data"
        file = write(tmp_path / "1.jsonl", briefings(["a"], turns=2, seed=1))
        import_paths(data, [file])
        with Archive.open(data) as archive, pytest.raises(RuntimeError, match="killed"):
            rebuild(archive, open_index_writer=_Failing)
        assert places(data, unique_words("a", 1)) == 1
        import_paths(data, [file])
        assert [folder.name for folder in data.glob("index-*")] == ["index-1"]
