"""The routes of bulk jobs."""

from __future__ import annotations

from backend.api import jobs
from backend.examples import Example
from backend.jobs.intake import TAKEN
from backend.jobs.requests import DecisionRequest, JobQuery, JobRequest, ResultsQuery
from backend.negotiation import Format
from backend.requests import NoQuery
from backend.route import BODY_PROBLEMS, Route

_AWAY = "jobs_unavailable"
_KNOWN = ("unknown_job", _AWAY)
_EVENTS = (Format("text/event-stream", content_type="text/event-stream"),)
_RESULTS = (
    Format("application/jsonl", content_type="application/jsonl"),
    Format("text/csv", content_type="text/csv"),
    Format("text/html", content_type="text/html"),
)

JOB_EXAMPLES: tuple[Example, ...] = (
    Example(
        "rows",
        "Quotations with what is known of them",
        {
            "rows": [
                {
                    "quote": "“misinformed, invented, or designed to drive a wedge”",
                    "speaker": "Lin Jian",
                    "date": "Tuesday",
                    "published": "2025-10-15",
                    "url": "https://paper.example/rare-earths",
                },
                "legitimate action",
            ],
            "name": "Wednesday's paper",
        },
        {"kind": "rows"},
    ),
    Example(
        "article",
        "An article, whose quotations are found",
        {
            "articles": [
                {
                    "title": "China rejects reports",
                    "text": "China on Tuesday rejected the reports.\n\nThey were “either misinformed or invented”, "
                    "foreign ministry spokesperson Lin Jian said.",
                    "published": "2025-10-15",
                }
            ]
        },
        {"kind": "articles"},
    ),
)

DECISION_EXAMPLES: tuple[Example, ...] = (
    Example(
        "correct",
        "The words are to be corrected",
        {"decision": "correct", "note": "The record has more.", "text": "either misinformed or invented"},
        {"decision": "correct"},
    ),
)

JOB_ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/v1/jobs",
        jobs.create,
        "Check many quotations",
        "Takes a CSV file (with or without a byte order mark, any common delimiter and encoding; columns quote, "
        "speaker, date, url, id, and if you have them institution, published, language, before, after, policy), JSON "
        "Lines of the same or of articles, or JSON. The whole file is checked before any of it is taken: bad rows come "
        "back by number, and with `skip_bad` the good ones are taken. Answers 202 with the job; its `Location` says "
        "how it stands. The same `Idempotency-Key` with the same body is the same job.",
        query=JobQuery,
        body=JobRequest,
        files=tuple(kind for kind in TAKEN if kind != "application/json"),
        answer="Job",
        status=202,
        problems=(
            *BODY_PROBLEMS,
            "slow_request",
            "invalid_request",
            "bad_date",
            "bad_policy",
            "no_rows",
            "too_many_rows",
            "bad_rows",
            "bad_table",
            "bad_webhook",
            "bad_key_reuse",
            _AWAY,
        ),
        examples=JOB_EXAMPLES,
        # Not by its rows: they wait for workers, take nobody's turn, and whoever sends many wants to see how it goes.
        cost=10,
    ),
    Route(
        "GET",
        "/v1/jobs/{job}",
        jobs.status,
        "See how a job stands",
        "Its state (queued, running, done, cancelled or failed), counts by verdict, and how long it will take.",
        answer="Job",
        problems=_KNOWN,
    ),
    Route(
        "DELETE",
        "/v1/jobs/{job}",
        jobs.cancel,
        "Cancel a job",
        "What is being checked stops at once, what was found stays. A job that is over stays as it is.",
        answer="Job",
        problems=_KNOWN,
    ),
    Route(
        "GET",
        "/v1/jobs/{job}/events",
        jobs.events,
        "Watch a job",
        "Server-sent events: `progress` with the job's status at every change, and `done` at the end. An event's id is "
        "the job's version; a client that comes back with `Last-Event-ID` gets what is newer, and 204 where it has "
        "seen the end.",
        formats=_EVENTS,
        problems=_KNOWN,
    ),
    Route(
        "GET",
        "/v1/jobs/{job}/results",
        jobs.results,
        "Read a job's results",
        "All that is checked so far, in the order of what was sent: JSON Lines with the whole answers, CSV for a "
        "spreadsheet, or HTML, a page that stands by itself. The header `OnRecord-Job-Status` says whether more will "
        "come. In CSV a cell that a spreadsheet would take for a formula (=, +, -, @ first) begins with an apostrophe.",
        query=ResultsQuery,
        formats=_RESULTS,
        problems=("invalid_request", *_KNOWN),
    ),
    Route(
        "GET",
        "/v1/jobs/{job}/articles/{index}",
        jobs.article,
        "Read one article of a job",
        "The article's text with all its quotations and their answers, as for one article by itself.",
        problems=("unknown_row", *_KNOWN),
    ),
    Route(
        "GET",
        "/v1/jobs/{job}/decisions",
        jobs.decisions,
        "See what was decided",
        "What editors decided on rows of the job, in the order of the rows. Results hold it, too.",
        query=NoQuery,
        answer="Decisions",
        problems=_KNOWN,
    ),
    Route(
        "PUT",
        "/v1/jobs/{job}/decisions/{row}",
        jobs.decide,
        "Decide on a row",
        "Keeps what an editor makes of a row. The last one wins; with `If-Match`, the ETag of the decision that is "
        "meant to be changed, or `If-None-Match: *`, where there is to be none yet, nobody's is lost.",
        body=DecisionRequest,
        answer="RowDecision",
        problems=(*BODY_PROBLEMS, "slow_request", "invalid_request", "unknown_row", "changed_since", *_KNOWN),
        examples=DECISION_EXAMPLES,
    ),
    Route(
        "DELETE",
        "/v1/jobs/{job}/decisions/{row}",
        jobs.undecide,
        "Take a decision back",
        "The row is as if nothing had been decided on it; answers 204, also where nothing was. `If-Match` as above.",
        status=204,
        problems=("unknown_row", "changed_since", *_KNOWN),
    ),
)
