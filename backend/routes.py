"""Every route, with what its documentation says. The application, `/openapi.json` and `/docs` are made from this."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from pydantic import BaseModel

from backend.api import archive, lookup, operations, transcripts
from backend.negotiation import Format
from backend.pages import documentation
from backend.pages import lookup as lookup_page
from backend.pages import transcript as transcript_page
from backend.requests import LookupQuery, LookupRequest, NoQuery, PassageQuery, TranscriptQuery

_JSON = (Format("application/json", content_type="application/json"),)
_HTML = (Format("text/html", content_type="text/html"),)
_TEXT = (Format("text/plain", content_type="text/plain"),)


@dataclass(frozen=True, slots=True)
class Route:
    """`answer` names a schema of `backend.answers`, where the answer is JSON with one. `problems` are the codes this
    route can end in beside those any route can."""

    method: str
    path: str
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    summary: str
    description: str
    query: type[BaseModel] = NoQuery
    body: type[BaseModel] | None = None
    formats: tuple[Format, ...] = _JSON
    answer: str | None = None
    problems: tuple[str, ...] = ()


_LOOKUP_PROBLEMS = (
    "bad_quotation",
    "bad_date",
    "bad_policy",
    "invalid_request",
    "not_acceptable",
    "overloaded",
    "timed_out",
    "index_unreadable",
)

ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/v1/lookup",
        lookup.post,
        "Look a quotation up",
        "Finds where the words were spoken and says how the printed ones differ. What the page claims and what stands "
        "around the quotation help to tell occasions apart. Words that are not found are an answer, not an error.",
        body=LookupRequest,
        formats=lookup.FORMATS,
        answer="Answer",
        problems=("broken_json", "bad_encoding", "too_large", "unsupported_media_type", *_LOOKUP_PROBLEMS),
    ),
    Route(
        "GET",
        "/v1/lookup",
        lookup.get,
        "Look a quotation up, the simple case",
        "The same lookup and the same answer, for a quotation by itself.",
        query=LookupQuery,
        formats=lookup.FORMATS,
        answer="Answer",
        problems=_LOOKUP_PROBLEMS,
    ),
    Route(
        "GET",
        "/v1/transcripts/{id}",
        transcripts.transcript,
        "Read a transcript",
        "One transcript with all its turns, to the character. Carries an ETag; `If-None-Match` answers 304.",
        query=TranscriptQuery,
        answer="Transcript",
        problems=("unknown_transcript", "invalid_request"),
    ),
    Route(
        "GET",
        "/v1/transcripts/{id}/revisions",
        transcripts.revisions,
        "See how a transcript changed",
        "The revisions the archive keeps of one transcript, oldest first.",
        answer="Revisions",
        problems=("unknown_transcript",),
    ),
    Route(
        "GET",
        "/v1/sources",
        archive.sources,
        "List the sources",
        "The sources of the archive, each with the number and the dates of its transcripts.",
        answer="Sources",
    ),
    Route(
        "GET",
        "/v1/coverage",
        archive.coverage,
        "See what is covered",
        "Of each source: dates, gaps that stand out, and for which day it was read with what result.",
        answer="SourcesCoverage",
    ),
    Route(
        "GET",
        "/healthz",
        operations.healthz,
        "Is the process alive",
        "Answers as long as the process serves requests at all.",
        answer="Health",
    ),
    Route(
        "GET",
        "/readyz",
        operations.readyz,
        "Is the service ready",
        "Answers 200 when the archive can be read and there is room for lookups, else 503.",
        answer="Readiness",
        problems=("overloaded", "timed_out"),
    ),
    Route(
        "GET",
        "/metrics",
        operations.metrics,
        "Numbers for Prometheus",
        "Requests, lookups by verdict, time in the engine and cache use, of all processes together.",
        formats=_TEXT,
    ),
    Route(
        "GET",
        "/openapi.json",
        documentation.openapi,
        "This interface as OpenAPI 3.1",
        "The document that describes every route here.",
    ),
    Route(
        "GET",
        "/docs",
        documentation.docs,
        "This interface for people",
        "What each route takes, and what every verdict and problem means.",
        formats=_HTML,
    ),
    Route(
        "GET",
        "/",
        lookup_page.page,
        "Page: look a quotation up",
        "A form, and below it the answer to what was asked.",
        query=LookupQuery,
        formats=_HTML,
    ),
    Route(
        "GET",
        "/transcripts/{id}",
        transcript_page.page,
        "Page: a transcript",
        "The record with the passage between `start` and `end` of a turn marked.",
        query=PassageQuery,
        formats=_HTML,
        problems=("unknown_transcript", "invalid_request"),
    ),
)
