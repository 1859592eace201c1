"""`/v1/jobs`: taking a job in, saying how it stands, its results, and what editors decide on them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from functools import partial
from typing import Any, Final

import orjson
from aiohttp import web

from backend.address import public_url
from backend.api.job_body import read_upload_body
from backend.body import read_json
from backend.jobs.events import events as job_events
from backend.jobs.intake import read_upload
from backend.jobs.job import Decision, Job, Outcome, RowDecision, row_key
from backend.jobs.requests import DecisionRequest, ResultsQuery
from backend.jobs.results import Results, json_line, key_of
from backend.jobs.results_csv import CONTENT_TYPE as CSV
from backend.jobs.results_csv import csv_parts
from backend.jobs.results_html import CONTENT_TYPE as HTML
from backend.jobs.results_html import SERVED_POLICY, html_parts
from backend.jobs.status import decision_json, job_json
from backend.jobs.store import DecidedMeanwhile, KeyUsed
from backend.jobs.webhook import check_target
from backend.keys import CLOSING, JOBS, SETTINGS, TEMPLATES
from backend.problems import FieldError, Problem
from backend.requests import NoQuery, checked, checked_query
from quotes.errors import RefusedTarget
from quotes.model import Verdict

JSON_LINES: Final = "application/jsonl; charset=utf-8"
_NO_STORE: Final = {"Cache-Control": "no-store"}
_VERSION: Final = re.compile(r'"(\d{1,9})"')
_EVENT: Final = re.compile(r"\d{1,18}")


async def create(request: web.Request) -> web.Response:
    """202 with the job and its address; the same again for the same Idempotency-Key and request."""
    settings = request.app[SETTINGS]
    upload = await read_upload_body(request)
    new = await asyncio.to_thread(read_upload, upload, most=settings.job_rows, chunk=settings.job_chunk)
    if new.options.webhook is not None:
        try:
            check_target(new.options.webhook, settings.fetch_allow)
        except RefusedTarget as error:
            raise Problem("bad_webhook", error.message, errors=[FieldError("/webhook", error.message)]) from None
    try:
        job, made = await request.app[JOBS].add(new)
    except KeyUsed:
        raise Problem(
            "bad_key_reuse",
            f"The Idempotency-Key {upload.key!r} came with another request before. Take a new key for a new request.",
        ) from None
    body = job_json(job, public_url(request))
    headers = {"Location": f"/v1/jobs/{job.id}", **_NO_STORE}
    if not made:
        headers["Idempotency-Replayed"] = "true"
    return web.Response(status=202, body=orjson.dumps(body), content_type="application/json", headers=headers)


async def status(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    return _json(job_json(await _job(request), public_url(request)))


async def cancel(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    job = await request.app[JOBS].cancel(request.match_info["job"])
    if job is None:
        raise _unknown(request)
    return _json(job_json(job, public_url(request)))


async def events(request: web.Request) -> web.StreamResponse:
    """Server-sent events, until the job is over. A client that has seen the end is told not to come back (204)."""
    checked_query(NoQuery, request)
    job = await _job(request)
    last = request.headers.get("Last-Event-ID", "").strip()
    seen = int(last) if _EVENT.fullmatch(last) else 0
    if job.state.over and seen >= job.version:
        return web.Response(status=204)
    status = partial(job_json, base=public_url(request))
    headers = {"Content-Type": "text/event-stream", "X-Accel-Buffering": "no", **_NO_STORE}
    return await _stream(request, headers, job_events(request.app[JOBS], job.id, seen, status, request.app[CLOSING]))


async def results(request: web.Request) -> web.StreamResponse:
    """What there is so far, chunk by chunk, so that it does not matter how much it is."""
    asked = checked_query(ResultsQuery, request)
    job = await _job(request)
    verdicts = _verdicts(asked.verdict)
    store = request.app[JOBS]
    found = Results(store.outcomes(job.id), await store.decisions(job.id), public_url(request), verdicts)
    ending = asked.format
    shown = "inline" if ending == "html" else "attachment"
    headers = {
        "Content-Disposition": f'{shown}; filename="onrecord-{job.id}.{ending}"',
        "OnRecord-Job-Status": job.state.value,
        **_NO_STORE,
    }
    if ending == "csv":
        return await _stream(request, headers | {"Content-Type": CSV}, csv_parts(found))
    if ending == "html":
        headers |= {"Content-Type": HTML, "Content-Security-Policy": SERVED_POLICY}
        return await _stream(request, headers, html_parts(found, job, request.app[TEMPLATES]))
    return await _stream(request, headers | {"Content-Type": JSON_LINES}, _json_lines(found))


async def article(request: web.Request) -> web.Response:
    """One article with all its quotations, once it is checked."""
    checked_query(NoQuery, request)
    job = await _job(request)
    index = request.match_info["index"]
    outcome = await request.app[JOBS].outcome(job.id, int(index)) if re.fullmatch(r"\d{1,9}", index) else None
    if outcome is None or outcome.article is None:
        reason = outcome.rows[0]["error"] if outcome and outcome.rows else None
        raise Problem(
            "unknown_row",
            f"Article {index} of job {job.id} could not be checked: {reason}."
            if reason
            else f"Job {job.id} has no article {index} that is checked; it has {job.done} of {job.total} so far.",
        )
    return _json(outcome.article)


async def decisions(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    job = await _job(request)
    kept = await request.app[JOBS].decisions(job.id)
    order = sorted(kept, key=lambda key: [int(part) for part in key.split(".")])
    return _json({"decisions": [decision_json(kept[key]) for key in order]})


async def decide(request: web.Request) -> web.Response:
    """The last one wins, unless `If-Match` says which version it means to change, or `If-None-Match: *` that there is
    none yet."""
    checked_query(NoQuery, request)
    job = await _job(request)
    row = _row(request, job)
    asked = checked(DecisionRequest, await read_json(request))
    store = request.app[JOBS]
    seen = await _seen(request, job, row)
    try:
        kept = await store.decide(job.id, row, Decision(asked.decision), asked.note, asked.text, seen=seen)
    except DecidedMeanwhile as error:
        raise _changed(row, error.held) from None
    if kept is None:
        raise _unknown(request)
    response = _json(decision_json(kept))
    response.headers["ETag"] = _tag(kept)
    return response


async def undecide(request: web.Request) -> web.Response:
    """Takes a decision back; that there is none is what was asked for, and no error."""
    checked_query(NoQuery, request)
    job = await _job(request)
    row = _row(request, job)
    try:
        await request.app[JOBS].undecide(job.id, row, seen=await _seen(request, job, row))
    except DecidedMeanwhile as error:
        raise _changed(row, error.held) from None
    return web.Response(status=204, headers=_NO_STORE)


async def _job(request: web.Request) -> Job:
    found = await request.app[JOBS].find(request.match_info["job"])
    if found is None:
        raise _unknown(request)
    return found


def _row(request: web.Request, job: Job) -> str:
    """The key of the row that is named; of a job with one article, its quotations may be named by number."""
    given = request.match_info["row"]
    row = row_key(given)
    if row is not None and job.kind.value == "articles" and "." not in row and job.total == 1:
        row = f"0.{row}"
    fits = row is not None and ("." in row) == (job.kind.value == "articles")
    if row is not None and fits:
        first = int(row.split(".")[0])
        fits = first < job.total if "." in row else 1 <= first <= job.total
    if row is None or not fits:
        form = "ARTICLE.QUOTATION, both from 0" if job.kind.value == "articles" else f"1 to {job.total}"
        raise Problem("unknown_row", f"Job {job.id} has no row {given!r}; its rows are {form}.")
    return row


def _tag(decision: RowDecision | None) -> str:
    return f'"{0 if decision is None else decision.version}"'


async def _seen(request: web.Request, job: Job, row: str) -> int | None:
    """The version of the decision that the request means to change, 0 for none; None where it does not say."""
    if request.headers.get("If-None-Match", "").strip() == "*":
        return 0
    wanted = request.headers.get("If-Match")
    if wanted is None:
        return None
    if found := _VERSION.fullmatch(wanted.strip()):
        return int(found[1])
    held = (await request.app[JOBS].decisions(job.id)).get(row)
    if held is None or wanted.strip() != "*":
        raise _changed(row, held)
    return held.version


def _changed(row: str, held: RowDecision | None) -> Problem:
    return Problem("changed_since", f"The decision on row {row} is now {_tag(held)}. Read it and decide again.")


def _unknown(request: web.Request) -> Problem:
    return Problem("unknown_job", f"There is no job {request.match_info['job']!r}, or its time is over.")


def _verdicts(text: str | None) -> frozenset[str]:
    given = frozenset(part.strip() for part in (text or "").split(",") if part.strip())
    if unknown := sorted(given - {verdict.value for verdict in Verdict}):
        detail = f"There is no verdict {unknown[0]!r}; there are {', '.join(verdict.value for verdict in Verdict)}."
        raise Problem("invalid_request", detail, errors=[FieldError("/verdict", detail)])
    return given


async def _json_lines(found: Results) -> AsyncIterator[bytes]:
    async for _, outcome in found.outcomes:
        yield _lines_of(found, outcome)


def _lines_of(found: Results, outcome: Outcome) -> bytes:
    return b"".join(json_line(row, found.decisions.get(key_of(row))) for row in found.rows(outcome))


async def _stream(request: web.Request, headers: dict[str, str], parts: AsyncIterator[bytes]) -> web.StreamResponse:
    response = web.StreamResponse(headers=headers)
    await response.prepare(request)
    async for part in parts:
        if part:
            await response.write(part)
    await response.write_eof()
    return response


def _json(value: Any) -> web.Response:
    return web.Response(body=orjson.dumps(value), content_type="application/json", headers=_NO_STORE)
