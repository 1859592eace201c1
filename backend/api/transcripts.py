"""`/v1/transcripts/{id}`: the record itself, and how it changed."""

from __future__ import annotations

import orjson
from aiohttp import web

from backend.api.conditional import conditional
from backend.api.fields import fields_of
from backend.keys import ENGINE
from backend.requests import NoQuery, TranscriptQuery, checked_query
from quotes.model import Transcript
from quotes.report import revision_history


async def transcript(request: web.Request) -> web.Response:
    revision = checked_query(TranscriptQuery, request).revision
    queue = request.app[ENGINE]
    found = await queue.run(queue.engine.archive.transcript, request.match_info["id"], revision)
    return conditional(request, transcript_json(found), fixed=revision is not None)


async def revisions(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    queue = request.app[ENGINE]
    history = await queue.run(revision_history, queue.engine.archive, request.match_info["id"])
    # `key` is the archive's own number and means nothing outside it.
    body = orjson.dumps(
        {"revisions": [fields_of(entry.revision, without=("key",)) | {"changes": entry.changes} for entry in history]}
    )
    return conditional(request, body)


def transcript_json(transcript: Transcript) -> bytes:
    """The transcript field by field; `extra`, which is JSON already, as the object it stands for."""
    return orjson.dumps(fields_of(transcript) | {"extra": orjson.Fragment(transcript.extra)})
