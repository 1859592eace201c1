"""The pages of any WARC file are read, whoever wrote it and however; what is broken in it is named and passed over."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quotes.archive.gzip_members import LARGEST_RECORD
from quotes.archive.warc_reading import read_page, read_warc
from quotes.errors import ArchiveDamaged
from quotes.model import Response

HTML = "<p>¾ of “it” — 林剑：好。</p>".encode()


def write(path: Path, *, packed: bool, **options: object) -> None:
    """A crawler's file: what describes it, a request, pages in every coding, a redirect, a revisit, something else."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed, **options)
        date = {"WARC-Date": "2025-06-02T08:00:00.123456Z"}

        def add(kind: str, name: str, block: bytes, status: str = "200 OK", **headers: str) -> None:
            http = None
            if kind in {"response", "revisit"}:
                named = [(key.replace("_", "-"), value) for key, value in headers.items()]
                http = StatusAndHeaders(status, named, protocol="HTTP/1.1")
            address = name if ":" in name else f"https://calder.example/{name}"
            content_type = "text/plain" if kind == "resource" else ""
            writer.write_record(
                writer.create_warc_record(
                    address,
                    kind,
                    payload=io.BytesIO(block),
                    length=len(block),
                    http_headers=http,
                    warc_content_type=content_type,
                    warc_headers_dict=dict(date),
                )
            )

        halves = [HTML[:10], HTML[10:]]
        packed_body = gzip.compress(HTML, mtime=0)
        writer.write_record(writer.create_warcinfo_record("f.warc", {"software": "somebody's crawler"}))
        add("request", "request", b"GET / HTTP/1.1\r\n\r\n")
        add("response", "plain", HTML, Content_Type="text/html")
        add("response", "chunked", chunked(halves), Transfer_Encoding="chunked")
        add("response", "gzip", packed_body, Content_Encoding="GZip")
        add(
            "response",
            "both",
            chunked([packed_body[:9], packed_body[9:]]),
            transfer_encoding="chunked",
            content_encoding="gzip",
        )
        add("response", "deflate", zlib.compress(HTML), Content_Encoding="deflate")
        add("response", "bare-deflate", zlib.compress(HTML, wbits=-15), Content_Encoding="deflate")
        add(
            "response",
            "two-members",
            gzip.compress(halves[0], mtime=0) + gzip.compress(halves[1], mtime=0),
            Content_Encoding="gzip",
        )
        add("response", "said-only", HTML, Content_Encoding="gzip", Transfer_Encoding="chunked")
        add("response", "moved", b"", "301 Moved Permanently", Location="/plain")
        add("response", "same", b"", "304 Not Modified")
        add("revisit", "again", b"", Content_Type="text/html")
        add("response", "removed", b"gone", "410 Gone")
        add("resource", "resource", HTML)
        add("resource", "urn:pageinfo:1", b"{}")
        add("response", "dns:calder.example", b"20250602 calder.example. IN A 127.0.0.1")
        add("metadata", "metadata", b"via: https://calder.example/\r\n")


def chunked(parts: list[bytes]) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in [*parts, b""])


PACKED = pytest.mark.parametrize("packed", [True, False], ids=["packed", "not packed"])


@PACKED
@pytest.mark.parametrize("version", ["WARC/1.0", "WARC/1.1"])
def test_the_pages_of_any_file_are_read_decoded(tmp_path: Path, packed: bool, version: str) -> None:
    file = tmp_path / "theirs.warc"
    write(file, packed=packed, warc_version=version)
    found = list(read_warc(file))
    names = "plain chunked gzip both deflate bare-deflate two-members said-only removed resource".split()
    assert [entry.final_url.rpartition("/")[2] for _, entry in found if isinstance(entry, Response)] == names
    assert len(found) == len(names)
    for (offset, entry), name in zip(found, names, strict=True):
        assert isinstance(entry, Response)
        assert entry.body == (b"gone" if name == "removed" else HTML), name
        assert entry.status == (410 if name == "removed" else 200)
        assert (entry.url, entry.retrieved_at) == (entry.final_url, "2025-06-02T08:00:00Z")
        assert read_page(file, offset) == entry
    assert dict(found[0:1])[found[0][0]].header("content-type") == "text/html"  # type: ignore[union-attr]
    assert found[-1][1].header("content-type") == "text/plain"  # type: ignore[union-attr]


def spoil(file: Path, found: bytes, put: bytes, *, packed: bool) -> None:
    """Change the first record of the file that holds `found`; the same length keeps plain offsets."""
    if not packed:
        content = file.read_bytes()
        assert found in content
        file.write_bytes(content.replace(found, put, 1))
        return
    out, rest, done = b"", file.read_bytes(), False
    while rest:
        unpacking = zlib.decompressobj(31)
        record = unpacking.decompress(rest)
        if found in record and not done:
            record, done = record.replace(found, put, 1), True
        out += gzip.compress(record, mtime=0)
        rest = unpacking.unused_data
    assert done
    file.write_bytes(out)


HEAD = b"WARC/1.0\r\nWARC-Date: 2025-06-02T08:00:00.123456Z\r\nWARC-Type: response"
PLAIN_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@PACKED
@pytest.mark.parametrize(
    ("found", "put", "says"),
    [
        (HTML, HTML.replace(b"it", b"IT"), "is not what was written: block digest"),
        (PLAIN_HEAD, PLAIN_HEAD.replace(b"200 OK", b"OK 200"), "is not what was written"),
        (HEAD, HEAD.replace(b"WARC/1.0", b"WORC/1.0"), "does not begin as one"),
    ],
    ids=["body", "status", "version"],
)
def test_a_broken_record_gives_its_reason_and_the_others_are_read(
    tmp_path: Path, packed: bool, found: bytes, put: bytes, says: str
) -> None:
    file = tmp_path / "broken.warc"
    write(file, packed=packed)
    whole = [entry.final_url for _, entry in read_warc(file) if isinstance(entry, Response)]
    spoil(file, found, put, packed=packed)
    entries = [entry for _, entry in read_warc(file)]
    problems = [entry for entry in entries if isinstance(entry, ArchiveDamaged)]
    assert [says in problem.message for problem in problems] == [True]
    read = [entry.final_url for entry in entries if isinstance(entry, Response)]
    assert read == whole[1:]


DATE = "2025-06-02T08:00:00Z"


def record(block: bytes, *fields: str) -> bytes:
    head = "\r\n".join(("WARC/1.0", "WARC-Type: response", *fields))
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


OK = b"HTTP/1.1 200 OK\r\n\r\nwords"
TO = "WARC-Target-URI: https://calder.example/a"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (record(OK, TO, f"WARC-Date: {DATE}"), "how long"),
        (record(OK, TO, f"WARC-Date: {DATE}", "Content-Length: -5"), "how long"),
        (record(OK, TO, f"WARC-Date: {DATE}", "Content-Length: many"), "how long"),
        (record(OK, f"WARC-Date: {DATE}", "Content-Length: 24"), "which address"),
        (record(OK, TO, "Content-Length: 24"), "when it was read"),
        (record(OK, TO, "WARC-Date: June", "Content-Length: 24"), "when it was read"),
        (record(OK, TO, f"WARC-Date: {DATE}", "Content-Length: 99"), "cut off"),
        (record(OK, TO, f"WARC-Date: {DATE}", "Content-Length: 24", "WARC-Truncated: length"), "cut short .*length"),
        (record(b"HTTP/1.1 OK\r\n\r\nwords", TO, f"WARC-Date: {DATE}", "Content-Length: 20"), "HTTP status"),
        (
            record(
                b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nwords", TO, f"WARC-Date: {DATE}", "Content-Length: 46"
            ),
            "br",
        ),
        (
            record(
                b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"words", mtime=0)[:-4],
                TO,
                f"WARC-Date: {DATE}",
                "Content-Length: 64",
            ),
            "breaks off",
        ),
    ],
    ids=[
        "no length",
        "negative length",
        "no number",
        "no address",
        "no date",
        "bad date",
        "too long",
        "truncated",
        "no status",
        "unknown coding",
        "half a body",
    ],
)
@PACKED
def test_a_record_that_lacks_something_says_what(tmp_path: Path, content: bytes, says: str, packed: bool) -> None:
    file = tmp_path / "lacking.warc"
    file.write_bytes(gzip.compress(content) if packed else content)
    ((offset, problem),) = read_warc(file)
    assert offset == 0
    assert isinstance(problem, ArchiveDamaged)
    with pytest.raises(ArchiveDamaged, match=says):
        raise problem


def test_a_file_packed_as_one_says_how_to_part_it(tmp_path: Path) -> None:
    file = tmp_path / "one.warc.gz"
    write(file, packed=False)
    file.write_bytes(gzip.compress(file.read_bytes()))
    ((_, problem),) = read_warc(file)
    assert "warcio recompress" in str(problem)


@pytest.mark.parametrize("inside", [True, False], ids=["body", "record"])
def test_a_record_that_unpacks_to_too_much_is_passed_over(tmp_path: Path, inside: bool) -> None:
    zeros = b"\0" * (LARGEST_RECORD + 1)
    coding = b"Content-Encoding: gzip\r\n" if inside else b""
    block = b"HTTP/1.1 200 OK\r\n" + coding + b"\r\n" + (gzip.compress(zeros, 1) if inside else zeros)
    big = record(block, TO, f"WARC-Date: {DATE}", f"Content-Length: {len(block)}")
    small = record(OK, TO, f"WARC-Date: {DATE}", f"Content-Length: {len(OK)}")
    file = tmp_path / "bomb.warc.gz"
    file.write_bytes(gzip.compress(big, 1) + gzip.compress(small))
    (_, problem), (_, after) = read_warc(file)
    assert "unpacks to more than the 67,108,864 bytes" in str(problem)
    assert isinstance(after, Response)
    assert after.body == b"words"


@pytest.mark.parametrize(
    "content", [b"", b"not a WARC at all", b"\x1f\x8b", gzip.compress(b"nor this", mtime=0), b"\0" * 200_000]
)
def test_a_file_of_something_else_is_an_error_not_a_crash(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)
    found = list(read_warc(file))
    assert [isinstance(entry, ArchiveDamaged) for _, entry in found] == [True] * bool(content)


@PACKED
def test_a_file_cut_anywhere_gives_its_whole_records_and_at_most_one_reason(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / "cut.warc"
    write(file, packed=packed)
    whole = file.read_bytes()
    pages = [entry for _, entry in read_warc(file)]
    for cut in range(0, len(whole), 7):
        file.write_bytes(whole[:cut])
        found = [entry for _, entry in read_warc(file)]
        problems = [entry for entry in found if isinstance(entry, ArchiveDamaged)]
        read = [entry for entry in found if isinstance(entry, Response)]
        assert len(problems) <= 1
        assert read == pages[: len(read)]
