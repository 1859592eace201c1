"""What is sent to `/review`: words that were pasted, a file, or an address; and the job that is made of it."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath
from typing import Final
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from backend.body import pieces_of, read_pieces
from backend.jobs.intake import Upload, kind_of_file, read_upload
from backend.jobs.job import Chunk, JobKind, NewJob, Options, Row
from backend.jobs.requests import JobQuery
from backend.keys import ARRIVING, LOOKUPS, SETTINGS, VISITOR
from backend.limiting import charge
from backend.problems import FieldError, Problem
from backend.requests import Model as RequestModel
from backend.requests import Policy, Published, checked
from quotes.errors import FetchError, OnRecordError
from quotes.extract import read_document
from quotes.html import decode
from quotes.model import Article, QuotationKind
from quotes.verify import MOST_QUOTATIONS

FIELDS: Final = ("text", "url", "title", "published", "policy")
# Names of files that are quotations row by row; all others are articles.
TABLES: Final = frozenset({".csv", ".tsv", ".jsonl", ".ndjson"})
_FIELD_BYTES: Final = 8_192
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of the form as they came, the file apart. `name` is what the file was called."""

    fields: dict[str, str] = field(default_factory=dict)
    file: bytes = b""
    name: str = ""
    kind: str = ""

    @property
    def is_table(self) -> bool:
        return PurePath(self.name).suffix.lower() in TABLES


class _Said(RequestModel):
    """What is said of the article beside what it says itself."""

    title: str | None = None
    published: Published = None
    policy: Policy = "default"


async def read_form(request: web.Request) -> Sent:
    """Raises Problem: `unsupported_media_type`, `too_large`, `slow_request`, `invalid_request`."""
    if request.content_type == "application/x-www-form-urlencoded":
        limit = request.app[SETTINGS].article_limit
        text = (await read_pieces(request, request.content.iter_any(), limit, "/text")).decode("utf-8", "replace")

        return Sent({name: value for name, value in parse_qsl(text, keep_blank_values=True) if name in FIELDS})
    if request.content_type != "multipart/form-data":
        raise Problem("unsupported_media_type", "Send the form of /review, as multipart/form-data.")
    with request.app[ARRIVING]:
        try:
            return await _parts(request)
        except (ValueError, AssertionError) as error:
            raise Problem("invalid_request", f"The form cannot be read: {error}") from None


async def _parts(request: web.Request) -> Sent:
    settings = request.app[SETTINGS]
    sent = Sent()
    parts = await request.multipart()
    while (part := await parts.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise Problem("invalid_request", "A part of the form has no name.")
        if part.name == "file":
            named = Sent(sent.fields, name=(part.filename or "")[:200])
            limit = settings.job_body_limit if named.is_table else settings.article_limit
            kind = part.headers.get("Content-Type", "").partition(";")[0].strip()
            sent = Sent(sent.fields, await read_pieces(request, pieces_of(part), limit, "/file"), named.name, kind)
        elif part.name in FIELDS:
            limit = settings.article_limit if part.name == "text" else _FIELD_BYTES
            raw = await read_pieces(request, pieces_of(part), limit, f"/{part.name}")
            # A form writes line ends as CRLF, and spans count code points of what was pasted.
            sent.fields[part.name] = raw.decode("utf-8", "replace").replace("\r\n", "\n")
        else:
            raise Problem("invalid_request", f"The form has no field {part.name!r}.")
    return sent


async def job_of(request: web.Request, sent: Sent) -> NewJob:
    """The job that was asked for. What cannot be read is told before anything is taken in: raises Problem, with a
    pointer to the field, and what `read_document` and the visitor raise."""
    given = {name: value.strip() for name, value in sent.fields.items() if value.strip()}
    said = checked(_Said, {name: given[name] for name in ("title", "published", "policy") if name in given})
    ways = [name for name in ("text", "url") if name in given] + (["file"] if sent.file or sent.name else [])
    if len(ways) != 1:
        detail = (
            "Paste the article’s text, choose a file, or give an address."
            if not ways
            else "More than one article was given: keep the text, the file or the address, and empty the others."
        )
        raise Problem("invalid_request", detail, errors=[FieldError(f"/{ways[0] if ways else 'text'}", detail)])
    if ways == ["file"] and sent.is_table:
        return await _table(request, sent, said.policy)
    unit, article = await _unit(request, ways[0], given, sent, said)
    spoken = sum(quotation.kind is QuotationKind.SPEECH for quotation in article.quotations)
    if not spoken:
        detail = (
            "No quotation was found in this text: nothing in it stands between quotation marks as somebody’s words. "
            "See that its marks were not lost on the way, or look a single quotation up on the front page."
        )
        raise Problem("no_quotations", detail, errors=[FieldError(f"/{ways[0]}", detail)])
    # The first was paid for with the request.
    await charge(request, min(spoken, MOST_QUOTATIONS) - 1)
    name = article.title or sent.name or given.get("url")
    options = Options(policy=said.policy, name=name)
    return NewJob(JobKind.ARTICLES, options, [Chunk([{"article": 0, **unit}])], secrets.token_hex(16))


async def _table(request: web.Request, sent: Sent, policy: str) -> NewJob:
    settings = request.app[SETTINGS]
    asked = JobQuery(policy=policy, name=sent.name or None, skip_bad=True)
    upload = Upload(sent.file, kind_of_file(sent.kind, sent.name), None, asked)
    return await asyncio.to_thread(read_upload, upload, most=settings.job_rows, chunk=settings.job_chunk)


@dataclass(frozen=True, slots=True)
class _Document:
    """An article's bytes, and what they came with."""

    body: bytes
    name: str | None = None
    content_type: str | None = None
    url: str | None = None

    @property
    def is_html(self) -> bool:
        kind = (self.content_type or "").partition(";")[0].strip().lower()
        return kind in _HTML or (self.name or "").lower().endswith(_HTML_NAMES)


async def _unit(request: web.Request, way: str, given: dict[str, str], sent: Sent, said: _Said) -> tuple[Row, Article]:
    """The article as a job's unit, and as it reads. HTML goes in as it is, so that its places in it are known."""
    document = await _document(request, way, given, sent)
    read = partial(
        read_document,
        document.body,
        name=document.name,
        content_type=document.content_type,
        url=document.url,
        title=said.title,
        published=said.published,
    )
    try:
        article = await request.app[LOOKUPS].read(read)
    except OnRecordError as error:
        raise _at(error, f"/{way}") from None
    words = {"html": decode(document.body, document.content_type)} if document.is_html else {"text": article.text}
    unit = {
        **words,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": article.url,
    }
    return {name: value for name, value in unit.items() if value is not None}, article


async def _document(request: web.Request, way: str, given: dict[str, str], sent: Sent) -> _Document:
    if way == "text":
        return _Document(sent.fields["text"].encode(), content_type="text/plain; charset=utf-8")
    if way == "file":
        return _Document(sent.file, name=sent.name)
    try:
        page = await request.app[VISITOR].get(given["url"])
    except FetchError as error:
        raise _at(error, "/url") from None
    return _Document(page.body, content_type=page.header("Content-Type"), url=page.final_url)


def _at(error: OnRecordError, place: str) -> Problem:
    return Problem(error.code, error.message, errors=[FieldError(place, error.message)])
