"""`/v1/transcripts/{id}`: the record itself, and how it changed."""

from __future__ import annotations

from hashlib import blake2b

import orjson
from aiohttp import web

from backend.api.fields import fields_of
from backend.keys import ENGINE
from backend.requests import NoQuery, TranscriptQuery, checked_query
from quotes.model import Transcript


async def transcript(request: web.Request) -> web.Response:
    revision = checked_query(TranscriptQuery, request).revision
    queue = request.app[ENGINE]
    found = await queue.run(queue.engine.archive.transcript, request.match_info["id"], revision)
    return _conditional(request, transcript_json(found), fixed=revision is not None)


async def revisions(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    queue = request.app[ENGINE]
    found = await queue.run(queue.engine.archive.revisions, request.match_info["id"])
    # `key` is the archive's own number and means nothing outside it.
    body = orjson.dumps({"revisions": [fields_of(revision, without=("key",)) for revision in found]})
    return _conditional(request, body, fixed=False)


def transcript_json(transcript: Transcript) -> bytes:
    """The transcript field by field; `extra`, which is JSON already, as the object it stands for."""
    return orjson.dumps(fields_of(transcript) | {"extra": orjson.Fragment(transcript.extra)})


def _conditional(request: web.Request, body: bytes, *, fixed: bool) -> web.Response:
    """The body, or 304 where the client holds it already. A `fixed` one never changes: revisions are not rewritten."""
    tag = blake2b(body, digest_size=16).hexdigest()
    headers = {"ETag": f'"{tag}"', "Cache-Control": "max-age=86400" if fixed else "no-cache"}
    held = request.if_none_match or ()
    if any(etag.value in ("*", tag) for etag in held):
        return web.Response(status=304, headers=headers)
    return web.Response(body=body, headers=headers, content_type="application/json")
