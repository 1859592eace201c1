"""`/review`: an article or a file of quotations is sent in, checked as a job, and decided on where it stands.

Everything is done by the server and works without a script; scripts spare the reader reloading. The address of a review
is its job's, which keeps what is decided and can be passed on.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Literal

from aiohttp import web
from pydantic import Field

from backend.address import public_url
from backend.codes.verdicts import VERDICTS
from backend.jobs.job import Decision, Job, JobKind, Outcome, Row, RowDecision, moment
from backend.jobs.requests import DecisionRequest
from backend.jobs.results import cells, key_of
from backend.jobs.status import job_json
from backend.jobs.store import DecidedMeanwhile, StoreUnavailable
from backend.keys import JOBS, SETTINGS, TEMPLATES
from backend.negotiation import Format, choose
from backend.pages import html
from backend.pages.review_form import FIELDS, Sent, job_of, read_form
from backend.problems import CONTENT_TYPE, FieldError, Problem
from backend.requests import Model, checked, checked_query
from backend.same_site import FORM_HEADERS, require_same_site
from quotes.errors import InputError, OnRecordError
from quotes.report import (
    BYTE_ORDER_MARK,
    EditorDecision,
    article_csv,
    article_html,
    article_values,
    report_policy,
)
from quotes.verdict.policy import POLICIES

# How long a form waits for its article to be checked before it shows the page that waits: most take a tenth of it.
_WAIT_SECONDS: Final = 3.0
_LOOK_SECONDS: Final = 0.03
_ROWS_A_PAGE: Final = 100
DECIDED: Final = {Decision.ACCEPT: "accepted", Decision.QUERY: "queried", Decision.CORRECT: "corrected"}
_FORMATS: Final = (Format("text/html"), Format("application/json"))


class FormQuery(Model):
    """What the form is filled with beforehand."""

    text: str = Field("", description="The article's text.")
    url: str = Field("", description="Its address.")
    title: str = Field("", description="Its headline.")
    published: str = Field("", description="When it was published, YYYY-MM-DD.")
    policy: str = Field("", description="Which edits are held against the writer.")


class ReviewQuery(Model):
    """What of a review is shown."""

    article: int | None = Field(
        None, ge=0, le=999_999_999, strict=False, description="Which article of several, from 0."
    )
    verdict: str = Field("", description="Of a file, only rows with this verdict.")
    row: int | None = Field(None, ge=1, le=999_999_999, strict=False, description="Which row of a file, by itself.")
    page: int = Field(1, ge=1, le=100_000, strict=False, description="Which hundred rows of a file.")


class ReviewFileQuery(Model):
    """Which article of a review, and how it is sent."""

    article: int = Field(0, ge=0, le=999_999_999, strict=False, description="Which article of several, from 0.")
    download: Literal["", "1"] = Field("", description="`1` sends it as a file to keep.")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: its columns, and the address where it is shown with all that was found."""

    cells: dict[str, Any]
    address: str


async def form(request: web.Request) -> web.Response:
    return _form_page(request, Sent(checked_query(FormQuery, request).model_dump()), None)


async def send(request: web.Request) -> web.StreamResponse:
    """Make a job of what was sent and go to its page; or show the form again with what was typed and what is wrong."""
    require_same_site(request)
    sent = Sent()
    try:
        sent = await read_form(request)
        new = await job_of(request, sent)
        job, _ = await request.app[JOBS].add(new)
    except (OnRecordError, StoreUnavailable, Problem) as error:
        problem = _problem(error)
        if _wants_json(request):
            return web.Response(status=problem.kind.status, body=problem.body(), content_type=CONTENT_TYPE)
        return _form_page(request, sent, problem)
    if new.kind is JobKind.ARTICLES:
        await _until_over(request, job)
    address = f"/review/{job.id}"
    if _wants_json(request):
        return web.json_response({"address": address}, headers={"Cache-Control": "no-store"})
    return _see_other(address)


async def page(request: web.Request) -> web.Response:
    asked = checked_query(ReviewQuery, request)
    job = await _job(request)
    if job.kind is JobKind.ROWS and asked.row is not None:
        return await _row_page(request, job, asked.row)
    single = job.kind is JobKind.ARTICLES and (job.total == 1 or asked.article is not None)
    if single:
        number = asked.article or 0
        outcome = await request.app[JOBS].outcome(job.id, number)
        if outcome is not None and outcome.article is not None:
            return await _article_page(request, job, number, outcome.article)
        if outcome is not None or job.state.over:
            return _page(request, "review_failed.html", {"job": job, "reason": _reason(job, outcome)})
    if single or job.kind is JobKind.ARTICLES:
        asked = asked.model_copy(update={"article": None})
    return await _progress_page(request, job, asked)


async def decide(request: web.Request) -> web.StreamResponse:
    """What an editor decided, sent as a form: by those who run no scripts."""
    require_same_site(request)
    job = await _job(request)
    values = await request.post()
    given = {name: value for name, value in values.items() if isinstance(value, str)}
    store = request.app[JOBS]
    if given.get("do") == "cancel":
        await store.cancel(job.id)
        return _see_other(f"/review/{job.id}")
    row, number, address = _decided_on(job, given.get("row", ""))
    version = given.get("version", "")
    seen = int(version) if re.fullmatch(r"\d{1,9}", version) else None
    try:
        if given.get("decision") == "undo":
            await store.undecide(job.id, row, seen=seen)
        else:
            note, text = given.get("note", ""), given.get("text") or None
            asked = checked(DecisionRequest, {"decision": given.get("decision"), "note": note, "text": text})
            decision = Decision(asked.decision)
            text = asked.text if decision is Decision.CORRECT else None
            await store.decide(job.id, row, decision, asked.note, text, seen=seen)
    except DecidedMeanwhile as error:
        raise _decided_meanwhile(number, error.held) from None
    return _see_other(address)


def _decided_on(job: Job, given: str) -> tuple[str, int, str]:
    """The row's key, the number that readers know it by, and the address where it is shown."""
    if job.kind is JobKind.ROWS:
        if re.fullmatch(r"\d{1,9}", given) and 1 <= int(given) <= job.total:
            return str(int(given)), int(given), f"/review/{job.id}?row={int(given)}"
    elif (found := re.fullmatch(r"(\d{1,9})\.(\d{1,9})", given)) and int(found[1]) < job.total:
        where = f"?article={int(found[1])}" if job.total > 1 else ""
        number = int(found[2]) + 1
        return f"{int(found[1])}.{int(found[2])}", number, f"/review/{job.id}{where}#q{number}"
    raise Problem("unknown_row", f"Job {job.id} has no quotation {given!r}.")


async def report(request: web.Request) -> web.Response:
    asked = checked_query(ReviewFileQuery, request)
    job, answer = await _answer(request, asked.article)
    decisions = await _decisions(request, job, asked.article)
    text = await asyncio.to_thread(
        article_html,
        answer,
        decisions=_of_editors(decisions),
        server=public_url(request),
        checked=moment(job.finished or job.created),
    )
    # Sent, it may also say who frames it; in the file itself nobody would heed that.
    policy = f"{report_policy()}; frame-ancestors 'none'"
    headers = {"Content-Security-Policy": policy, "Cache-Control": "private, no-cache"}
    if asked.download:
        headers["Content-Disposition"] = f'attachment; filename="onrecord-{job.id}.html"'
    return web.Response(text=text, content_type="text/html", headers=headers)


async def table(request: web.Request) -> web.Response:
    asked = checked_query(ReviewFileQuery, request)
    job, answer = await _answer(request, asked.article)
    decisions = _of_editors(await _decisions(request, job, asked.article))
    text = BYTE_ORDER_MARK + article_csv(answer, decisions=decisions, server=public_url(request))
    headers = {
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f'attachment; filename="onrecord-{job.id}.csv"',
    }
    return web.Response(text=text, content_type="text/csv", headers=headers)


async def _article_page(request: web.Request, job: Job, number: int, answer: dict[str, Any]) -> web.Response:
    decisions = await _decisions(request, job, number)
    first = [one["quote"] for one in answer["summary"]["look_first"]]
    places = range(len(answer["quotes"]))
    values = article_values(answer, decisions=_of_editors(decisions), base="") | {
        "job": job,
        "number": number,
        "order": [*first, *(place for place in places if place not in set(first))],
        "first": len(first),
        "versions": {place: decision.version for place, decision in decisions.items()},
        "suffix": f"&article={number}" if job.total > 1 else "",
        "again": f"?article={number}" if job.total > 1 else "",
        "left": sum(place not in decisions for place in places),
    }
    # Two hundred quotations take a third of a second, for which nobody else is to wait.
    return await asyncio.to_thread(_page, request, "review_article.html", values)


async def _progress_page(request: web.Request, job: Job, asked: ReviewQuery) -> web.Response:
    """How a job stands, and of a file or of several articles what was found so far."""
    single = job.kind is JobKind.ARTICLES and job.total == 1
    rows, more = ([], False) if single else await _rows(request, job, asked)
    values = {
        "job": job,
        "status": job_json(job),
        "single": single,
        "asked": asked,
        "rows": rows,
        "more": more,
        "counted": [(code, VERDICTS[code].word, job.verdicts.get(code, 0)) for code in VERDICTS],
    }
    return _page(request, "review_job.html", values)


async def _row_page(request: web.Request, job: Job, number: int) -> web.Response:
    """One row of a file, with all that was found of it."""
    row = await _row(request, job, number)
    if row is None:
        there = f"its rows are 1 to {job.total}" if number > job.total else "it is not checked yet"
        raise Problem("unknown_row", f"Job {job.id} has no result of row {number}; {there}.")
    unknown = {"verdict": row["verdict"], "severity": None, "correction": None}
    claim = {"speaker": row["speaker"], "date": row["date"], "office": None, "institution": None}
    values = {
        "job": job,
        "row": number,
        "quote": {
            **(row["answer"] or unknown),
            "quote": row["quote"],
            "claim": claim,
            "place": "body",
            "placed_by": None,
        },
        "error": row["error"],
        "decision": (await request.app[JOBS].decisions(job.id)).get(str(number)),
        "back": f"/review/{job.id}?page={(number - 1) // _ROWS_A_PAGE + 1}",
    }
    return _page(request, "review_row.html", values)


async def _row(request: web.Request, job: Job, number: int) -> Row | None:
    """Looked for first in the chunk where it is unless chunks were of another size when the job was taken in."""
    store = request.app[JOBS]
    likely = await store.outcome(job.id, (number - 1) // request.app[SETTINGS].job_chunk)
    for row in likely.rows if likely else ():
        if row["row"] == number:
            return row
    async for _, outcome in store.outcomes(job.id):
        for row in outcome.rows:
            if row["row"] == number:
                return row
    return None


async def _rows(request: web.Request, job: Job, asked: ReviewQuery) -> tuple[list[_Row], bool]:
    """One page of the table, and whether there is another."""
    if asked.verdict and asked.verdict not in VERDICTS:
        detail = f"There is no verdict {asked.verdict!r}."
        raise Problem("invalid_request", detail, errors=[FieldError("/verdict", detail)])
    store, base = request.app[JOBS], ""
    decisions = await store.decisions(job.id)
    skip, rows = (asked.page - 1) * _ROWS_A_PAGE, list[_Row]()
    async for _, outcome in store.outcomes(job.id):
        for row in outcome.rows:
            if asked.verdict and row["verdict"] != asked.verdict:
                continue
            if skip:
                skip -= 1
                continue
            if len(rows) == _ROWS_A_PAGE:
                return rows, True
            if row["article"] is not None:
                address = f"/review/{job.id}?article={row['article']}#q{(row['row'] or 0) + 1}"
            else:
                address = f"/review/{job.id}?row={row['row']}"
            rows.append(_Row(cells(row, decisions.get(key_of(row)), base), address))
    return rows, False


async def _answer(request: web.Request, article: int) -> tuple[Job, dict[str, Any]]:
    job = await _job(request)
    outcome = await request.app[JOBS].outcome(job.id, article) if job.kind is JobKind.ARTICLES else None
    if outcome is None or outcome.article is None:
        raise Problem("unknown_row", f"Job {job.id} has no article {article} that is checked.")
    return job, outcome.article


async def _decisions(request: web.Request, job: Job, article: int) -> dict[int, RowDecision]:
    """Of one article, by index of the quotation."""
    kept = await request.app[JOBS].decisions(job.id)
    prefix = f"{article}."
    return {int(row.removeprefix(prefix)): one for row, one in kept.items() if row.startswith(prefix)}


def _of_editors(decisions: dict[int, RowDecision]) -> dict[int, EditorDecision]:
    return {
        place: EditorDecision(one.decision.value, one.note, one.text, moment(one.at))
        for place, one in decisions.items()
    }


async def _job(request: web.Request) -> Job:
    job = await request.app[JOBS].find(request.match_info["job"])
    if job is None:
        raise Problem(
            "unknown_job",
            f"There is no review {request.match_info['job']!r}, or its time is over: "
            f"it is kept for {request.app[SETTINGS].job_keep:g} days.",
        )
    return job


async def _until_over(request: web.Request, job: Job) -> None:
    store = request.app[JOBS]
    with suppress(TimeoutError, StoreUnavailable):
        async with asyncio.timeout(_WAIT_SECONDS):
            # Another process checks it, which the store alone can tell of.
            while (found := await store.find(job.id)) is not None and not found.state.over:  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_SECONDS)


def _decided_meanwhile(number: int, held: RowDecision | None) -> Problem:
    done = f"{DECIDED[held.decision]} it" if held else "took the decision back"
    note = f" (“{held.note}”)" if held and held.note else ""
    return Problem(
        "changed_since",
        f"A colleague {done}{note} while you had quotation {number} before you, so yours is not saved. Go back, keep "
        "what you wrote, load the page again and decide anew.",
    )


def _reason(job: Job, outcome: Outcome | None) -> str:
    if outcome is not None and outcome.rows:
        return f"It could not be checked: {outcome.rows[0]['error']}."
    if job.problem:
        return f"It could not be checked: {job.problem}."
    return "It was cancelled before it was checked."


def _problem(error: OnRecordError | StoreUnavailable | Problem) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, StoreUnavailable):
        return Problem("jobs_unavailable", str(error), retry_after=5)
    place = error.pointer if isinstance(error, InputError) and error.pointer else ""
    return Problem(error.code, error.message, errors=[FieldError(place, error.message)] if place else [])


def _wants_json(request: web.Request) -> bool:
    chosen = choose(request.headers.get("Accept"), _FORMATS)
    return chosen is not None and chosen.media_type == "application/json"


def _see_other(address: str) -> web.Response:
    return web.Response(status=303, headers={"Location": address, "Cache-Control": "no-store"})


def _form_page(request: web.Request, sent: Sent, problem: Problem | None) -> web.Response:
    values: dict[str, Any] = {
        "form": {name: sent.fields.get(name, "") for name in FIELDS},
        "file": sent.name,
        "problem": None if problem is None else problem.document(),
        "errors": {} if problem is None else {one.pointer.removeprefix("/"): one.detail for one in problem.errors},
        "bad_rows": []
        if problem is None
        else [one.detail for one in problem.errors if one.pointer.startswith("/rows/")],
        "policies": POLICIES.values(),
        "limit": request.app[SETTINGS].article_limit,
    }
    response = _page(request, "review.html", values, status=problem.kind.status if problem else 200)
    if problem is not None:
        response.headers.update(problem.headers)
    return response


def _page(request: web.Request, name: str, values: dict[str, Any], *, status: int = 200) -> web.Response:
    response = html(request.app[TEMPLATES].get_template(name), values, status=status)
    response.headers.update(FORM_HEADERS)
    return response
