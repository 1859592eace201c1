"""Responses are kept to the byte; a killed writer costs nothing that was reported kept; whatever is broken is named."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from quotes.archive.gzip_members import LARGEST_RECORD, whole_length
from quotes.archive.warc_reading import read_warc
from quotes.archive.warc_store import WarcStore
from quotes.errors import ArchiveDamaged, ArchiveError
from quotes.model import Response

HTML = "<p>¾ of “it” — 林剑：好。</p>".encode()
URL = "https://calder.example/briefings/1"
PAGE = Response(URL, URL, 200, (("Content-Type", "text/html"),), HTML, "2025-06-02T08:00:00Z")


def page(number: int, **changes: object) -> Response:
    return replace(PAGE, url=f"{URL}?{number}", final_url=f"{URL}?{number}", **changes)  # type: ignore[arg-type]


def file_of(store: WarcStore, source: str = "calder") -> Path:
    return store.folder / source / "2025-06.warc.gz"


def offset_of(place: str) -> int:
    return int(place.rpartition("#")[2])


@pytest.mark.parametrize(
    "response",
    [
        PAGE,
        replace(PAGE, url="https://calder.example/old?a=b c&d=é#part"),
        replace(PAGE, url="https://calder.example/新闻", final_url="https://calder.example/新闻"),
        replace(PAGE, body=b""),
        replace(PAGE, body=b"WARC/1.0\r\n\r\n\x1f\x8b\x08\0" * 3),
        replace(PAGE, body=gzip.compress(b"a file that is packed itself")),
        replace(PAGE, status=404),
        replace(PAGE, status=299),
        replace(PAGE, status=304, body=b""),
        replace(PAGE, headers=()),
        replace(
            PAGE,
            headers=(
                ("Content-Length", "17"),
                ("content-encoding", "gzip"),
                ("Transfer-Encoding", "chunked"),
                ("X-Orig-Content-Length", "3"),
                ("ETag", '"v1"'),
                ("X-Two", "first"),
                ("x-two", "sécond “quoted”; name=é"),
                ("X-Empty", ""),
            ),
        ),
    ],
    ids=["plain", "redirected", "unquoted", "empty", "warc in warc", "packed", "404", "299", "304", "bare", "headers"],
)
def test_what_is_kept_is_what_is_read(tmp_path: Path, response: Response) -> None:
    store = WarcStore(tmp_path)
    first, second = store.append("calder", response), store.append("calder", page(2))
    assert first.startswith("warc/calder/2025-06.warc.gz#")
    for reader in (store, WarcStore(tmp_path)):
        assert reader.read(first) == response
        assert reader.read(second) == page(2)
    assert list(store.verify())[1:] == [(first, None), (second, None)], "after the file's own description"
    assert store.size() == file_of(store).stat().st_size


@given(
    st.binary(max_size=2000),
    st.lists(st.tuples(st.from_regex(r"[A-Za-z-]+", fullmatch=True), st.text("aé“ ;=", max_size=9))),
)
def test_any_body_and_headers_come_back(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, headers: list[tuple[str, str]]
) -> None:
    kept = replace(PAGE, body=body, headers=tuple((name, value.strip()) for name, value in headers))
    store = WarcStore(tmp_path_factory.mktemp("data"))
    assert store.read(store.append("calder", kept)) == kept


def test_a_header_over_several_lines_becomes_one(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    place = store.append("calder", replace(PAGE, headers=(("X-Long", "one\r\n two\n\nX-Forged: yes"),)))
    assert store.read(place).headers == (("X-Long", "one two X-Forged: yes"),)


def test_files_go_by_source_and_month_of_reading(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    places = [
        store.append("calder", PAGE),
        store.append("sound", PAGE),
        store.append("calder", replace(PAGE, retrieved_at="2025-07-01T00:00:00Z")),
    ]
    assert [place.partition("#")[0] for place in places] == [
        "warc/calder/2025-06.warc.gz",
        "warc/sound/2025-06.warc.gz",
        "warc/calder/2025-07.warc.gz",
    ]


@pytest.mark.parametrize(
    ("source", "changes", "says"),
    [
        ("../calder", {}, "cannot be a file of the archive"),
        ("", {}, "cannot be a file of the archive"),
        ("calder", {"retrieved_at": "yesterday"}, "the date of reading"),
        ("calder", {"body": b"x" * (LARGEST_RECORD // 2 + 1)}, "lower the limit"),
    ],
    ids=["way out", "no source", "no date", "too large"],
)
def test_what_cannot_be_kept_is_refused_before_anything_is_written(
    tmp_path: Path, source: str, changes: dict[str, object], says: str
) -> None:
    with pytest.raises(ArchiveError, match=says):
        WarcStore(tmp_path).append(source, replace(PAGE, **changes))  # type: ignore[arg-type]
    assert list(tmp_path.rglob("*")) == []


def test_other_tools_read_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = WarcStore(tmp_path)
    encoded = page(1, headers=(("Content-Encoding", "gzip"), ("Content-Length", "3"), ("Content-Type", "text/html")))
    places = [store.append("calder", encoded), store.append("calder", page(2))]
    with file_of(store).open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        seen = []
        for record in records:
            body = record.content_stream().read()
            seen.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), body))
            if record.rec_type == "response":
                assert records.get_record_offset() == offset_of(places[len(seen) - 2])
                assert record.http_headers.get_header("Content-Length") == str(len(HTML))
    assert seen[0][0] == "warcinfo"
    assert seen[1:] == [("response", f"{URL}?1", HTML), ("response", f"{URL}?2", HTML)]

    class Options:
        inputs = (str(file_of(store)),)
        verbose = False

    assert Checker(Options()).process_all() == 0
    assert "fail" not in capsys.readouterr().out


def test_threads_may_append_at_once(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    places: dict[int, str] = {}

    def keep(number: int) -> None:
        places[number] = store.append("calder", page(number))

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {number: store.read(place) for number, place in places.items()} == {n: page(n) for n in range(8)}


# A writer that is killed.


@pytest.mark.parametrize("before", [0, 2], ids=["first record", "third record"])
def test_a_record_cut_off_at_any_byte_is_removed_by_the_next_append(tmp_path: Path, before: int) -> None:
    store = WarcStore(tmp_path)
    places = [store.append("calder", page(number)) for number in range(before)]
    file = file_of(store)
    start = file.stat().st_size if before else 0
    store.append("calder", page(98))
    whole = file.read_bytes()
    for cut in range(start, len(whole)):
        file.write_bytes(whole[:cut])
        reader = WarcStore(tmp_path)
        assert [reader.read(place) for place in places] == [page(number) for number in range(before)]
        assert [problem for _, problem in reader.verify()] == [None] * len(list(reader.verify()))
        assert file.read_bytes() == whole[:cut], "reading repairs nothing"
        place = reader.append("calder", page(99))
        assert reader.read(place) == page(99)
        assert file.read_bytes()[:start] == whole[:start]
        pages = [entry for _, entry in read_warc(file)]
        assert [entry for entry in pages if isinstance(entry, ArchiveDamaged)] == []
        assert pages[:before] == [page(number) for number in range(before)]
        assert pages[-1] == page(99)
        assert len(pages) <= before + 1


WRITER = """
import sys
from pathlib import Path
from quotes.archive.warc_store import WarcStore
from quotes.model import Response
store = WarcStore(Path(sys.argv[1]))
for number in range(10_000):
    url = f"https://calder.example/{number}"
    print(store.append("calder", Response(url, url, 200, (), b"words " * number, "2025-06-02T08:00:00Z")), flush=True)
"""


def test_a_killed_writer_loses_nothing_that_was_reported_kept(tmp_path: Path) -> None:
    reported: list[str] = []
    for _ in range(2):
        with subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            reported += [writer.stdout.readline().strip() for _ in range(20)]
            writer.kill()
    store = WarcStore(tmp_path)
    assert [store.read(place).body for place in reported] == [b"words " * number for number in range(20)] * 2
    assert [problem for _, problem in store.verify() if problem] == []


def test_looking_for_the_end_reads_no_more_than_the_last_records(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    for number in range(20):
        store.append("calder", page(number, body=os.urandom(100_000)))
    end = file_of(store).stat().st_size

    class Counting(io.FileIO):
        taken = 0

        def read(self, size: int | None = -1) -> bytes:
            block = super().read(size) or b""
            self.taken += len(block)
            return block

    with Counting(file_of(store)) as file:
        assert whole_length(file) == end
        assert file.taken < end // 4


def test_an_end_that_is_no_start_of_a_record_is_never_removed(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    place = store.append("calder", PAGE)
    with file_of(store).open("ab") as file:
        file.write(b"what is this?")
    before = file_of(store).read_bytes()
    with pytest.raises(ArchiveDamaged, match=r"follows the last whole record cannot be unpacked .*; restore"):
        WarcStore(tmp_path).append("calder", page(2))
    assert file_of(store).read_bytes() == before
    assert WarcStore(tmp_path).read(place) == PAGE
    problems = [problem for _, problem in WarcStore(tmp_path).verify() if problem]
    assert len(problems) == 1
    assert f"{file_of(store)}: the record at byte" in problems[0].message


def test_a_disk_that_is_full_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    store = WarcStore(tmp_path)
    place = store.append("calder", PAGE)
    before = file_of(store).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            store.append("calder", page(2, body=os.urandom(10_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file_of(store).read_bytes() == before
    assert store.read(store.append("calder", page(2))) == page(2)
    assert store.read(place) == PAGE


# Damage.


def test_a_flipped_byte_anywhere_in_a_record_is_noticed(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    places = [store.append("calder", page(number)) for number in range(3)]
    file = file_of(store)
    whole = file.read_bytes()
    start, end = offset_of(places[1]), offset_of(places[2])
    unnoticed = []
    # The time, the compressor's remark and the operating system in a gzip header mean nothing.
    for at in [at for at in range(start, end) if at - start not in range(4, 10)]:
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        assert (store.read(places[0]), store.read(places[2])) == (page(0), page(2))
        found, pages = dict(store.verify()), dict(read_warc(file))
        assert (found[places[0]], found[places[2]]) == (None, None)
        assert (pages[offset_of(places[0])], pages[offset_of(places[2])]) == (page(0), page(2))
        if found[places[1]] is None:
            assert store.read(places[1]) == page(1)
            unnoticed.append(at)
            continue
        assert isinstance(pages[start], ArchiveDamaged)
        with pytest.raises(ArchiveDamaged, match="restore") as error:
            store.read(places[1])
        assert error.value.message.startswith(f"{file}: the record at byte {start} ")
    assert set(unnoticed) <= {end - 9}, "bits that fill up the last byte before the checksum mean nothing either"


def test_a_changed_body_with_a_sound_checksum_is_noticed(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    place = store.append("calder", PAGE)
    file = file_of(store)
    forged = gzip.decompress(file.read_bytes()[offset_of(place) :]).replace(b"it", b"IT")
    file.write_bytes(file.read_bytes()[: offset_of(place)] + gzip.compress(forged))
    with pytest.raises(ArchiveDamaged, match="is not what was written: block digest failed"):
        store.read(place)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("warc/calder/2025-06.warc.gz#1", "byte 1 cannot be unpacked"),
        ("warc/calder/2025-06.warc.gz#999999", "the file ends inside it"),
        ("warc/calder/2025-06.warc.gz#0", "is not of a page"),
        ("warc/calder/1999-01.warc.gz#0", "is gone; restore it"),
        ("warc/../../etc/passwd#0", "is no place"),
        ("raw/ab/cd", "is no place"),
    ],
    ids=str,
)
def test_a_place_that_holds_no_page_says_so(tmp_path: Path, place: str, says: str) -> None:
    store = WarcStore(tmp_path)
    store.append("calder", PAGE)
    with pytest.raises(ArchiveDamaged, match=says):
        store.read(place)
