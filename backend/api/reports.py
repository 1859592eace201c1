"""`/v1/reports`: a reader reports a wrong answer. Nobody reads reports over HTTP."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

import orjson
from aiohttp import web

from backend.body import read_json
from backend.keys import CALLER, REPORTS
from backend.problems import Problem
from backend.requests import ReportRequest, checked
from quotes.errors import ReportsError, ReportsFull, TooManyReports

log = logging.getLogger("onrecord.server")

# Bytes of a report's question: room for the longest quotation and its neighbours on a page.
_LARGEST: Final = 65_536
_MINUTE: Final = 60


async def report(request: web.Request) -> web.Response:
    asked = checked(ReportRequest, await read_json(request))
    question = asked.question.model_dump(mode="json")
    if len(orjson.dumps(question)) > _LARGEST:
        raise Problem(
            "too_large",
            f"The question of a report may have {_LARGEST:,} bytes; leave out the neighbours and send it again.",
        )
    try:
        identity = await asyncio.to_thread(
            request.app[REPORTS].add,
            question=question,
            verdict=asked.verdict,
            snapshot=asked.snapshot,
            engine_version=asked.engine_version,
            note=asked.note,
            page_url=asked.page_url,
            key_id=request[CALLER].key_id,
        )
    except ReportsError as error:
        raise _problem(error) from error
    return web.Response(
        status=201,
        body=orjson.dumps({"id": identity}),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _problem(error: ReportsError) -> Problem:
    """What the sender can do about it; where the file lies is for the log alone."""
    match error:
        case TooManyReports():
            return Problem(error.code, error.message, retry_after=_MINUTE)
        case ReportsFull():
            detail = "This server keeps no further reports until somebody has read the old ones; tell whoever runs it."
        case _:
            detail = "The report could not be kept; tell whoever runs this server."
    log.error("POST /v1/reports: %s", error.message)
    return Problem(error.code, detail)
