"""An upload, read and checked as a whole before any of it is taken in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

from pydantic import ValidationError

from backend.body import parse_json
from backend.jobs.cell_days import with_plain_days
from backend.jobs.decoding import decode_table
from backend.jobs.job import Chunk, JobKind, NewJob, Options, Row
from backend.jobs.requests import ArticleInput, JobQuery, JobRequest
from backend.jobs.rows import LISTED, Rows, chunked
from backend.jobs.tables import Record, read_table
from backend.problems import FieldError, Problem
from backend.requests import checked, pointer

TABLES: Final = ("text/csv", "text/tab-separated-values", "text/plain", "application/csv", "application/vnd.ms-excel")
LINES: Final = ("application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines")
JSON: Final = "application/json"
HTML: Final = "text/html"
TAKEN: Final = ("text/csv", "application/jsonl", JSON, "multipart/form-data")
_ENDINGS: Final = {
    "csv": "text/csv",
    "tsv": "text/csv",
    "txt": "text/csv",
    # Read as a table, they are told to be workbooks.
    "xlsx": "text/csv",
    "xls": "text/csv",
    "ods": "text/csv",
    "jsonl": LINES[0],
    "ndjson": LINES[0],
    "json": JSON,
    "html": HTML,
    "htm": HTML,
}


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent. `kind` is a media type without parameters."""

    body: bytes
    kind: str
    charset: str | None
    asked: JobQuery
    key: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """Units that were read, and those of them that will not do."""

    kind: JobKind
    units: list[Row]
    options: Options
    bad: list[FieldError] = field(default_factory=list)
    more_bad: int = 0


def kind_of_file(content_type: str, name: str) -> str:
    """The media type of a file in a form: by the ending of its name, for browsers guess."""
    return _ENDINGS.get(name.rsplit(".", 1)[-1].lower(), content_type)


def read_upload(upload: Upload, *, most: int, chunk: int) -> NewJob:
    """The job that was sent, of at most `most` rows or articles, in chunks of `chunk` rows. Raises Problem: with each
    bad row by number, up to a hundred of them."""
    read = _read(upload, most)
    if not read.units:
        raise Problem("no_rows", "There is no row in what was sent. Send at least one quotation or article.")
    bad = len(read.bad) + read.more_bad
    if bad and (not upload.asked.skip_bad or bad == len(read.units)):
        raise _bad_rows(read, bad)
    chunks: Iterable[Chunk] = (
        chunked(read.units, chunk) if read.kind is JobKind.ROWS else (Chunk([unit]) for unit in read.units)
    )
    digest = blake2b(upload.body, digest_size=20)
    digest.update(repr((upload.kind, upload.charset, upload.asked)).encode())
    return NewJob(read.kind, read.options, list(chunks), digest.hexdigest(), upload.key)


def _read(upload: Upload, most: int) -> _Read:
    asked = upload.asked
    options = Options(asked.policy, asked.limit, asked.webhook, asked.name)
    if upload.kind in TABLES:
        rows = Rows()
        for record in with_plain_days(_within(read_table(decode_table(upload.body, upload.charset)), most)):
            rows.add_record(record)
        return _Read(JobKind.ROWS, rows.rows, options, rows.bad, rows.more_bad)
    if upload.kind in LINES:
        return _lines(decode_table(upload.body, upload.charset), options, most)
    if upload.kind == HTML:
        article = {"article": 0, "html": decode_table(upload.body, upload.charset), "title": None}
        return _Read(JobKind.ARTICLES, [article], options)
    if upload.kind != JSON:
        raise Problem(
            "unsupported_media_type",
            f"A job comes as one of {', '.join(TAKEN)}; this one says {upload.kind or 'no content type'}.",
            headers={"Accept": ", ".join(TAKEN)},
        )
    return _object(parse_json(upload.body), options, most)


def _object(value: object, options: Options, most: int) -> _Read:
    asked = checked(JobRequest, value)
    if (asked.rows is None) == (asked.articles is None):
        raise Problem(
            "invalid_request",
            "Send either `rows` or `articles`.",
            errors=[FieldError("", "Should have either rows or articles")],
        )
    given = asked.model_fields_set
    options = Options(
        asked.policy if "policy" in given else options.policy,
        asked.limit if "limit" in given else options.limit,
        asked.webhook if "webhook" in given else options.webhook,
        asked.name if "name" in given else options.name,
    )
    if asked.articles is not None:
        _bounded(len(asked.articles), most)
        units = [_article(number, article) for number, article in enumerate(asked.articles)]
        return _Read(JobKind.ARTICLES, units, options)
    rows = Rows()
    for number, row in enumerate(asked.rows or (), 1):
        _bounded(number, most)
        rows.add_object(number, number, row)
    return _Read(JobKind.ROWS, rows.rows, options, rows.bad, rows.more_bad)


def _lines(text: str, options: Options, most: int) -> _Read:
    """JSON Lines: rows, or articles, as the first line is."""
    rows, articles = Rows(), _Articles()
    number = 0
    of_articles: bool | None = None
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        number += 1
        _bounded(number, most)
        try:
            value = json.loads(content)
        except (ValueError, RecursionError) as error:
            fault = str(error)
            if isinstance(error, json.JSONDecodeError):
                fault = f"{error.msg.removesuffix(' starting at')}, character {error.colno}"
            (articles if of_articles else rows).add_broken(number, line, f"is not JSON: {fault}")
            continue
        is_article = isinstance(value, dict) and "quote" not in value and not {"html", "text", "url"}.isdisjoint(value)
        of_articles = is_article if of_articles is None else of_articles
        if is_article != of_articles:
            told = "is an article, and the first line is a row" if is_article else "is no article, as the first line is"
            (articles if of_articles else rows).add_broken(number, line, told + "; send them as two jobs")
        elif of_articles:
            articles.add(number, line, value)
        else:
            rows.add_object(number, line, value)
    if of_articles:
        return _Read(JobKind.ARTICLES, articles.units, options, articles.bad, articles.more_bad)
    return _Read(JobKind.ROWS, rows.rows, options, rows.bad, rows.more_bad)


class _Articles:
    """Articles of a file of JSON Lines, good and bad."""

    def __init__(self) -> None:
        self.units: list[Row] = []
        self.bad: list[FieldError] = []
        self.more_bad = 0

    def add(self, number: int, line: int, value: Any) -> None:
        try:
            self.units.append(_article(len(self.units), ArticleInput.model_validate(value)))
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            self.add_broken(number, line, first["msg"], pointer(*first["loc"]))

    def add_broken(self, number: int, line: int, fault: str, place: str = "") -> None:
        if len(self.bad) < LISTED:
            self.bad.append(FieldError(f"/articles/{number}{place}", f"Article {number} (line {line}): {fault}"))
        else:
            self.more_bad += 1
        self.units.append({"article": len(self.units), "line": line, "refused": fault})


def _article(number: int, article: ArticleInput) -> Row:
    return {"article": number, **article.model_dump(mode="json", exclude_none=True)}


def _within(records: Iterable[Record], most: int) -> Iterator[Record]:
    for record in records:
        _bounded(record.number, most)
        yield record


def _bounded(number: int, most: int) -> None:
    if number > most:
        raise Problem("too_many_rows", f"A job may have {most:,} rows; this one has more. Send it as several.")


def _bad_rows(read: _Read, bad: int) -> Problem:
    what = "rows" if read.kind is JobKind.ROWS else "articles"
    more = f" The first {len(read.bad)} are listed; {read.more_bad:,} more are bad." if read.more_bad else ""
    if bad == len(read.units):
        told = f"None of the {bad:,} {what} can be taken" if bad > 1 else f"The only {what[:-1]} cannot be taken"
        detail = f"{told}.{more} Mend {'them' if bad > 1 else 'it'} and send the file again."
    else:
        detail = (
            f"{bad:,} of {len(read.units):,} {what} cannot be taken, so nothing was.{more} Mend them, or send the file "
            "again with ?skip_bad=true."
        )
    return Problem(
        "bad_rows",
        detail,
        errors=read.bad,
    )
