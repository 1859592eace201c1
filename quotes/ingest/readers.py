"""What an import file holds, read one after the other: transcripts, and in their place the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bs4 import Tag

from quotes.archive import read_warc
from quotes.errors import ArchiveDamaged, BadTranscript, PageError, UnreadableDocument
from quotes.html import decode, meta, soup_of
from quotes.ingest.files import ImportFile, Kind, lines
from quotes.model import Response, Transcript
from quotes.sources import Source, read_document, read_transcript, source_named, source_of
from quotes.sources.dates import find_day

# Bytes of a page in which it says what its address is.
_HEAD: Final = 65_536


@dataclass(frozen=True, slots=True)
class BadLine:
    """What was left out: `line` of a file of the import format, counted from 1; of a WARC the byte its record begins
    at; 0 for a page. `pointer` is a JSON pointer into the line's record, where one place is to blame."""

    file: Path
    line: int
    reason: str
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing read. `position`: bytes of the file read so far; `size`: of the thing itself, about."""

    read: Transcript | BadLine
    position: int
    size: int


def read_items(file: ImportFile, kept: Path, sha256: str, source: str | None) -> Iterator[Item]:
    """What `file` holds, read from the copy `kept` under its digest. `source` names the source of lines that name none
    and of pages whose address tells of none. Raises InputError where it is no source that has pages."""
    match file.kind:
        case Kind.LINES:
            yield from _lines(file, kept, sha256, source)
        case Kind.PAGE:
            yield _page(file, kept, sha256, source)
        case Kind.WARC:
            yield from _warc(file, kept, sha256)


def _lines(file: ImportFile, kept: Path, sha256: str, source: str | None) -> Iterator[Item]:
    read: Transcript | BadLine
    with kept.open("rb") as reading:
        for number, line in lines(reading):
            try:
                if isinstance(line, BadTranscript):
                    raise line
                read = read_transcript(line, source=source, raw=f"{sha256}#{number}")
            except BadTranscript as error:
                read = BadLine(file.path, number, error.message, error.pointer)
            yield Item(read, reading.tell(), len(line) if isinstance(line, bytes) else 0)


def _page(file: ImportFile, kept: Path, sha256: str, source: str | None) -> Item:
    body = kept.read_bytes()
    read: Transcript | BadLine
    try:
        url = file.url or _own_address(body) or ""
        site = _source_of(url, source)
        if site is None:
            at = f"{url} is" if url else "it does not say where it is from, so it is"
            reason = f"{at} no transcript of a source known here; name one with --source, or the address in INDEX.json"
            read = BadLine(file.path, 0, reason)
        else:
            place = url or f"https://{site.hosts[0]}/{file.path.name}"
            read = read_document(site, body, place, raw=sha256, known_day=find_day(file.path.name[:10]))
    except (PageError, UnreadableDocument) as error:
        read = BadLine(file.path, 0, error.message)
    return Item(read, len(body), len(body))


def _warc(file: ImportFile, kept: Path, sha256: str) -> Iterator[Item]:
    """Pages of no source here, and what a server says in place of one, are passed over: a WARC holds pictures, style
    sheets and listings, too."""
    for offset, found in read_warc(kept):
        if isinstance(found, ArchiveDamaged):
            yield Item(BadLine(file.path, offset, found.message), offset, 0)
        elif 200 <= found.status < 300 and (site := source_of(found.final_url)):
            yield Item(_response(file, offset, found, site, sha256), offset, len(found.body))


def _response(file: ImportFile, offset: int, found: Response, site: Source, sha256: str) -> Transcript | BadLine:
    try:
        return read_document(
            site,
            found.body,
            found.final_url,
            content_type=found.header("Content-Type"),
            raw=f"{sha256}#{offset}",
            retrieved_at=found.retrieved_at,
        )
    except PageError as error:
        return BadLine(file.path, offset, error.message)


def _source_of(url: str, source: str | None) -> Source | None:
    found = source_of(url) if url else None
    return found or (source_named(source) if source else None)


def _own_address(body: bytes) -> str | None:
    """The address that a saved page says is its own."""
    if body.startswith(b"%PDF-"):
        return None
    head = soup_of(decode(body[:_HEAD]))
    link = head.find("link", rel="canonical")
    named = link.get("href") if isinstance(link, Tag) else None
    for address in (named, meta(head, "og:url"), meta(head, "Url")):
        if isinstance(address, str) and urlsplit(address).scheme in {"http", "https"}:
            return address
    return None
