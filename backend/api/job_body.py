"""The body of a job: a file by itself, JSON, or a form with a file in it."""

from __future__ import annotations

import re

from aiohttp import BodyPartReader, web

from backend.body import pieces_of, read_pieces
from backend.jobs.intake import JSON, LINES, TABLES, TAKEN, Upload, kind_of_file
from backend.jobs.requests import JobQuery
from backend.keys import ARRIVING, SETTINGS
from backend.problems import FieldError, Problem
from backend.requests import checked, checked_query

_FORM = "multipart/form-data"
# Of a form, what is not its file: a few words.
_FIELD_BYTES = 8_192
_KEY = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?")


async def read_upload_body(request: web.Request) -> Upload:
    """Raises Problem: `unsupported_media_type`, `too_large`, `slow_request`, `invalid_request`."""
    asked = checked_query(JobQuery, request)
    key = _idempotency_key(request)
    kind = request.content_type if "Content-Type" in request.headers else ""
    if kind != _FORM and kind not in (*TABLES, *LINES, JSON, "text/html"):
        raise Problem(
            "unsupported_media_type",
            f"A job comes as one of {', '.join(TAKEN)}; this one says {kind or 'no content type'}.",
            headers={"Accept": ", ".join(TAKEN)},
        )
    with request.app[ARRIVING]:
        if kind == _FORM:
            return await _form(request, asked, key)
        body = await read_pieces(request, request.content.iter_any(), request.app[SETTINGS].job_body_limit)
    return Upload(body, kind, request.charset, asked, key)


async def _form(request: web.Request, asked: JobQuery, key: str | None) -> Upload:
    """A form as a browser or `curl -F` sends it: `file`, and beside it what else the query string may hold."""
    fields: dict[str, str] = {}
    file: tuple[bytes, str, str | None] | None = None
    try:
        parts = await request.multipart()
        while (part := await parts.next()) is not None:
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise Problem("invalid_request", "A part of the form has no name; the file's is `file`.")
            if part.name == "file" and file is None:
                body = await read_pieces(request, pieces_of(part), request.app[SETTINGS].job_body_limit, "/file")
                kind = kind_of_file(part.headers.get("Content-Type", "").partition(";")[0].strip(), part.filename or "")
                file = (body, kind, part.get_charset("utf-8") if "charset" in str(part.headers) else None)
                fields.setdefault("name", (part.filename or "")[:200])
            elif part.name in JobQuery.model_fields:
                fields[part.name] = (
                    (await read_pieces(request, pieces_of(part), _FIELD_BYTES, f"/{part.name}"))
                    .decode("utf-8", "replace")
                    .strip()
                )
            else:
                detail = f"There is no field {part.name!r}; there are file, {', '.join(JobQuery.model_fields)}."
                raise Problem("invalid_request", detail, errors=[FieldError(f"/{part.name}", "No such field")])
    except (ValueError, AssertionError) as error:
        raise Problem("invalid_request", f"The form cannot be read: {error}") from None
    if file is None:
        raise Problem("invalid_request", "The form has no `file`.", errors=[FieldError("/file", "Missing")])
    given = {name: value for name, value in fields.items() if value}
    asked = checked(JobQuery, {**{name: getattr(asked, name) for name in asked.model_fields_set}, **given})
    return Upload(file[0], file[1], file[2], asked, key)


def _idempotency_key(request: web.Request) -> str | None:
    """The draft has it as a structured string, in quotes; without them it counts, too."""
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return None
    key = given.strip()
    if len(key) > 1 and key[0] == key[-1] == '"':
        key = key[1:-1]
    if not _KEY.fullmatch(key):
        raise Problem(
            "bad_request",
            "The Idempotency-Key must have 1 to 255 printable ASCII characters.",
            errors=[FieldError("", "Bad Idempotency-Key")],
        )
    return key
