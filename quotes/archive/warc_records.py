"""Responses as WARC records, and back.

A body is kept as it is read, without transfer or content encoding, because that is what digests and parsers are about.
The headers that described the encoded body would mislead every reader of the file, so they are kept under another name
(`X-Orig-Content-Encoding: gzip`), as browser-based crawlers do. The address first asked for stands in a header of the
record, `OnRecord-Requested-URI`, beside the `WARC-Target-URI` that answered: the standard has readers ignore header
fields they do not know, whereas a record of its own could be separated from its response.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import IO, Any, Final

from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from quotes.archive.gzip_members import LARGEST_RECORD, CutOff, Unreadable
from quotes.model import Response

_VERSION: Final = "WARC/1.0"
_REQUESTED: Final = "OnRecord-Requested-URI"
_ASIDE: Final = "X-Orig-"
_OF_THE_ENCODED_BODY: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_WINDOWS: Final = {
    "gzip": (31,),
    "x-gzip": (31,),
    "deflate": (15, -15),
}  # zlib's numbers; deflate comes with or without
_PLAIN: Final = frozenset({"", "identity", "none", "utf-8"})
_TO_THE_SECOND: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")


def packed_response(response: Response) -> bytes:
    """A gzip member that holds the record of `response`."""
    headers = [(_aside(name), _one_line(value)) for name, value in response.headers]
    status = f"{response.status} {_phrase(response.status)}"
    http = StatusAndHeaders(status, [*headers, ("Content-Length", str(len(response.body)))], protocol="HTTP/1.1")
    # Written as the UTF-8 that sites send, where the library would percent-encode it.
    block = http.to_bytes(encoding="utf-8") + response.body
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Target-URI", response.final_url),
        (_REQUESTED, response.url),
        ("WARC-Date", _utc(response.retrieved_at)),
        ("WARC-Payload-Digest", _digest(response.body)),
    ]
    return _packed(fields, block, "application/http; msgtype=response")


def packed_info(at: str) -> bytes:
    """A gzip member with the record a file begins with: what wrote it, when (ISO 8601), and how."""
    lines = {
        "software": "OnRecord",
        "format": "WARC File Format 1.0",
        "robots": "obey",
        "description": f"Bodies are kept decoded; headers of the encoded body as {_ASIDE}*. "
        f"{_REQUESTED} is the address asked for, before redirects.",
    }
    block = "".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode()
    return _packed([("WARC-Type", "warcinfo"), ("WARC-Date", _utc(at))], block, "application/warc-fields")


def read_record(stream: IO[bytes]) -> tuple[Response | None, int]:
    """The page in the record that begins where `stream` stands, None for a record of anything else, and the offset in
    `stream` of the record's end. Raises Unreadable; digests are checked."""
    try:
        record: Any = ArcWarcRecordLoader(verify_http=False).parse_record_stream(
            stream, known_format="warc", check_digests=True
        )
    except EOFError as error:
        raise CutOff("is cut off: the file ends inside it") from error
    except (ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        raise Unreadable(f"does not begin as one ({error})") from error
    except AttributeError as error:  # how the library says that there is no WARC-Target-URI
        raise Unreadable("does not say which address it is of") from error
    declared = record.rec_headers.get_header("Content-Length") or ""
    if not (declared.isascii() and declared.isdigit()):
        raise Unreadable("does not say how long it is")
    end = stream.tell() + record.raw_stream.limit
    if not _is_page(record):
        return None, end
    return _response(record), end


def _response(record: Any) -> Response:
    fields, http = record.rec_headers, record.http_headers
    if record.raw_stream.limit > LARGEST_RECORD:
        raise Unreadable(f"has more than the {LARGEST_RECORD:,} bytes a page may have")
    raw = record.raw_stream.read()
    if record.raw_stream.limit:
        raise CutOff(f"is cut off: {record.raw_stream.limit:,} bytes are missing")
    if truncated := fields.get_header("WARC-Truncated"):
        raise Unreadable(f"was cut short when it was recorded ({truncated})")
    _check_digests(record)
    date = _TO_THE_SECOND.fullmatch(fields.get_header("WARC-Date") or "")
    if not date:
        raise Unreadable("does not say when it was read")
    target = fields.get_header("WARC-Target-URI")
    requested = fields.get_header(_REQUESTED)
    if http is None:
        kind = fields.get_header("Content-Type")
        return Response(target, target, 200, (("Content-Type", kind),) if kind else (), raw, f"{date[1]}Z")
    headers = _restored(http.headers) if requested else tuple(http.headers)
    return Response(requested or target, target, _status(http), headers, _decoded(http, raw), f"{date[1]}Z")


def _is_page(record: Any) -> bool:
    target = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not target.startswith(("http://", "https://")):
        return False
    return record.rec_type == "resource" or (record.rec_type == "response" and record.http_headers is not None)


def _check_digests(record: Any) -> None:
    """The block digest is of the record to the byte. The payload digest counts only where there is no other, and where
    the body is not encoded: writers do not agree on whether it is of the encoded body or of the decoded one."""
    problems = record.digest_checker.problems
    if record.rec_headers.get_header("WARC-Block-Digest") is not None:
        problems = [problem for problem in problems if "block" in problem]
    elif record.http_headers is not None and any(
        record.http_headers.get_header(name) for name in ("Transfer-Encoding", "Content-Encoding")
    ):
        problems = []
    if problems:
        raise Unreadable(f"is not what was written: {problems[0]}")


def _decoded(http: Any, raw: bytes) -> bytes:
    if (http.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        raw = ChunkedDataReader(io.BytesIO(raw)).read()
    coding = (http.get_header("Content-Encoding") or "").strip().lower()
    if coding in _PLAIN:
        return raw
    if coding not in _WINDOWS:
        raise Unreadable(f"is encoded as {coding}, which is not read here; write the file anew with decoded bodies")
    for window in _WINDOWS[coding]:
        try:
            return _unpacked(raw, window)
        except zlib.error:
            continue
    # Many tools keep the header and write the body decoded.
    return raw


def _unpacked(raw: bytes, window: int) -> bytes:
    body = bytearray()
    while raw:
        unpacking = zlib.decompressobj(wbits=window)
        try:
            body += unpacking.decompress(raw, LARGEST_RECORD + 1 - len(body))
        except zlib.error:
            if body:  # what follows a whole body is no part of it
                break
            raise
        if len(body) > LARGEST_RECORD:
            raise Unreadable(f"unpacks to more than the {LARGEST_RECORD:,} bytes a page may have")
        if not unpacking.eof:
            raise Unreadable("holds a packed body that breaks off")
        raw = unpacking.unused_data
    return bytes(body)


def _status(http: Any) -> int:
    code = http.get_statuscode()
    if not (code.isascii() and code.isdigit() and len(code) == 3):
        raise Unreadable("does not begin with an HTTP status")
    return int(code)


def _packed(fields: list[tuple[str, str]], block: bytes, content_type: str) -> bytes:
    identity = [("WARC-Record-ID", StatusAndHeadersParser.make_warc_id()), ("WARC-Block-Digest", _digest(block))]
    record = ArcWarcRecord(
        "warc",
        fields[0][1],
        StatusAndHeaders("", [*fields, *identity], protocol=_VERSION),
        io.BytesIO(block),
        None,
        content_type,
        len(block),
    )
    out = io.BytesIO()
    WARCWriter(out, gzip=True).write_record(record)
    return out.getvalue()


def _digest(content: bytes) -> str:
    digester = Digester("sha256")
    digester.update(content)
    return str(digester)


def _aside(name: str) -> str:
    lower = name.lower()
    return f"{_ASIDE}{name}" if lower in _OF_THE_ENCODED_BODY or lower.startswith(_ASIDE.lower()) else name


def _restored(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.removeprefix(_ASIDE), value) for name, value in headers if name.lower() not in _OF_THE_ENCODED_BODY
    )


def _one_line(value: str) -> str:
    return re.sub(r"\s*[\r\n]\s*", " ", value)


def _utc(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
