"""Every problem the service reports, as RFC 9457 documents: one shape, stable codes.

    {"type", "title", "status", "detail", "code", "errors"?: [{"pointer", "detail"}], "instance"?}

`type` is an address on the documentation page, where each code is explained. A pointer is a JSON pointer into the
request body, or `/name` for the query parameter of that name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

import orjson

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    status: int
    title: str
    meaning: str


KINDS: dict[str, Kind] = {
    "bad_request": Kind(400, "Bad request", "The request is not proper HTTP, or a parameter is given twice."),
    "broken_json": Kind(400, "Broken JSON", "The body does not parse as JSON, names a key twice or nests too deep."),
    "bad_encoding": Kind(400, "Bad encoding", "The body is not UTF-8."),
    "unauthorized": Kind(401, "Key needed", "The server asks for a key and got none, or one that is not its own."),
    "cross_site": Kind(403, "Sent from elsewhere", "Something to be done that a page of another site sent."),
    "unknown_route": Kind(404, "No such address", "Nothing is served at this path."),
    "unknown_transcript": Kind(404, "No such transcript", "The archive holds no transcript of that id or revision."),
    "unknown_job": Kind(404, "No such job", "There is no job of that id, or the time it was kept for is over."),
    "unknown_row": Kind(404, "No such row", "The job has no result of that row or article, or not yet."),
    "method_not_allowed": Kind(405, "Method not allowed", "The path exists, but not for this method; see `Allow`."),
    "not_acceptable": Kind(406, "Not acceptable", "None of the formats in `Accept` is one this path can answer in."),
    "slow_request": Kind(408, "Request too slow", "The request's body did not arrive in time."),
    "changed_since": Kind(412, "Changed since", "Somebody changed it meanwhile: what was seen is an older version."),
    "too_large": Kind(413, "Body too large", "The body is larger than the server takes."),
    "unsupported_media_type": Kind(415, "Unsupported media type", "The body must be application/json in UTF-8."),
    "expectation_failed": Kind(417, "Expectation failed", "The only expectation this server meets is 100-continue."),
    "invalid_request": Kind(422, "Invalid request", "A field is missing, unknown, or of the wrong type."),
    "bad_input": Kind(422, "Bad input", "What was asked cannot be asked; the detail says what would do."),
    "bad_quotation": Kind(422, "Not a quotation", "Nothing to look up: empty, punctuation only, too long, or broken."),
    "bad_date": Kind(422, "Not a date", "A date that is neither YYYY-MM-DD nor, for a claim, a weekday."),
    "bad_policy": Kind(422, "No such policy", "The policy named is none of those there are; the detail lists them."),
    "no_quotations": Kind(422, "No quotation found", "Nothing in the article stands in marks as somebody's words."),
    "no_rows": Kind(422, "Nothing to check", "The file or list holds no row."),
    "too_many_rows": Kind(422, "Too many rows", "A job may not have so many; send it as several."),
    "bad_rows": Kind(422, "Bad rows", "Rows that cannot be checked, by number; nothing of the job was taken in."),
    "bad_table": Kind(422, "Not a table of quotations", "No column of the file can be told to be the quotations."),
    "bad_webhook": Kind(422, "No such webhook", "The webhook's address is none that anything is sent to."),
    "bad_key_reuse": Kind(
        422, "Key used before", "The `Idempotency-Key` came with another request before; take a new one for this."
    ),
    "bad_receipt": Kind(
        422, "Not a receipt", "What was sent is no receipt of an answer; `errors` points to what is wrong."
    ),
    "bad_key": Kind(422, "Not a public key", "The key is neither a JSON Web Key nor PEM of an Ed25519 public key."),
    "too_many_reports": Kind(429, "Too many reports", "The server was sent many in a minute; see `Retry-After`."),
    "rate_limited": Kind(429, "Too many requests", "More requests than one who asks may send; see `Retry-After`."),
    "refused_target": Kind(
        422,
        "Not fetched for anybody",
        "The address, or what it redirects to, is not on the public web, or is no page's.",
    ),
    "unreadable_document": Kind(
        422, "Unreadable", "What was sent holds no text: a broken, locked or pictured document."
    ),
    "wrong_type": Kind(422, "Nothing to read", "What is at the address is no HTML, plain text, Markdown, PDF or DOCX."),
    "page_too_large": Kind(422, "Page too large", "What is at the address is larger than the server fetches."),
    "too_many_redirects": Kind(422, "Too many redirects", "The address redirects on and on."),
    "internal_error": Kind(500, "Internal error", "A fault of ours. `instance` is what to name when reporting it."),
    "bad_status": Kind(502, "Page refused", "The server at the address refuses the page, or failed on it."),
    "unreachable": Kind(502, "Page out of reach", "There was no answer from the address, or not in time."),
    "overloaded": Kind(503, "Overloaded", "More lookups are waiting than the server takes on; see `Retry-After`."),
    "jobs_unavailable": Kind(
        503, "Jobs unavailable", "What keeps the jobs cannot be reached; lookups go on. See `Retry-After`."
    ),
    "timed_out": Kind(503, "Timed out", "The lookup took longer than the server allows."),
    "archive_missing": Kind(503, "No archive", "The archive's folder is not there any more."),
    "archive_busy": Kind(503, "Archive busy", "Another process has the archive locked for longer than it should."),
    "archive_damaged": Kind(
        503, "Archive damaged", "What is on disk contradicts itself: run `onrecord archive check`."
    ),
    "archive_error": Kind(503, "Archive error", "The archive could not do what was asked of it."),
    "reports_full": Kind(507, "Reports full", "As many reports are kept as may be; somebody has to read them first."),
    "reports_unusable": Kind(503, "Report not kept", "The file of reports cannot be written or read."),
    "receipt_key_unusable": Kind(503, "No receipts", "The key that receipts are signed with cannot be read or made."),
    "index_unreadable": Kind(503, "Index unreadable", "The index needs `onrecord archive rebuild`."),
}


@dataclass(frozen=True, slots=True)
class FieldError:
    """One bad field. `pointer` is empty where the whole request is meant."""

    pointer: str
    detail: str


class Problem(Exception):
    """A request that ends in a problem document. `code` is one of `KINDS`."""

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        instance: str | None = None,
        headers: dict[str, str] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.kind = KINDS[code]
        self.detail = detail
        self.errors = tuple(errors)
        self.instance = instance
        self.headers = dict(headers or {})
        if retry_after is not None:
            self.headers["Retry-After"] = str(retry_after)

    def document(self) -> dict[str, object]:
        document: dict[str, object] = {
            "type": f"/docs#{self.code}",
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": _utf8(self.detail),
            "code": self.code,
        }
        if self.errors:
            document["errors"] = [
                {"pointer": _utf8(error.pointer), "detail": _utf8(error.detail)} for error in self.errors
            ]
        if self.instance is not None:
            document["instance"] = self.instance
        return document

    def body(self) -> bytes:
        return orjson.dumps(self.document())


def code_of_status(status: int) -> str:
    """The code that stands for a bare HTTP status, as the framework raises it."""
    codes = {403: "unknown_route", 404: "unknown_route", 413: "too_large", 417: "expectation_failed"}
    return codes.get(status, "bad_request" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal_error")


def _utf8(text: str) -> str:
    """A request's own words may hold lone surrogates, which no JSON document can carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
