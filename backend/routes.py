"""Every route, with what its documentation says. The application, `/openapi.json` and `/docs` are made from this."""

from __future__ import annotations

from backend.api import about, archive, lookup, operations, receipts, reports, transcripts, verify
from backend.article_request import VerifyRequest
from backend.examples import ARTICLE_EXAMPLES, EXAMPLES, RECEIPT_EXAMPLES, REPORT_EXAMPLES
from backend.job_routes import JOB_ROUTES
from backend.negotiation import Format
from backend.pages import codes as codes_page
from backend.pages import coverage as coverage_page
from backend.pages import documentation
from backend.pages import lookup as lookup_page
from backend.pages import review as review_page
from backend.pages import transcript as transcript_page
from backend.requests import (
    CalendarQuery,
    CoverageQuery,
    LookupQuery,
    LookupRequest,
    PassageQuery,
    ReceiptRequest,
    ReportRequest,
    TranscriptQuery,
)
from backend.route import BODY_PROBLEMS, HTML, TEXT, Route
from quotes.report import RECEIPT_MEDIA_TYPE

_LOOKUP_PROBLEMS = (
    "bad_quotation",
    "bad_date",
    "bad_policy",
    "invalid_request",
    "not_acceptable",
    "overloaded",
    "timed_out",
    "index_unreadable",
    "receipt_key_unusable",
)
# An article that is fetched by its address, or sent as a file.
_READING_PROBLEMS = (
    "unreadable_document",
    "refused_target",
    "wrong_type",
    "page_too_large",
    "too_many_redirects",
    "bad_status",
    "unreachable",
)
_VERIFY_PROBLEMS = (
    "bad_policy",
    "invalid_request",
    *_READING_PROBLEMS,
    "overloaded",
    "timed_out",
    "index_unreadable",
)
_REVIEW_PROBLEMS = (
    "cross_site",
    "bad_policy",
    "bad_date",
    "bad_encoding",
    "invalid_request",
    "no_quotations",
    "no_rows",
    "too_many_rows",
    "bad_rows",
    "bad_table",
    "too_large",
    "slow_request",
    "unsupported_media_type",
    *_READING_PROBLEMS,
    "overloaded",
    "timed_out",
    "jobs_unavailable",
)

ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/v1/lookup",
        lookup.post,
        "Look a quotation up",
        "Finds where the words were spoken and says how the printed ones differ. What the page claims and what stands "
        "around the quotation help to tell occasions apart. Words that are not found are an answer, not an error. As "
        "`application/vnd.onrecord.receipt+json` the answer comes as a signed receipt, to keep.",
        body=LookupRequest,
        formats=lookup.FORMATS,
        answer="Answer",
        problems=(*BODY_PROBLEMS, *_LOOKUP_PROBLEMS),
        examples=EXAMPLES,
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
        "POST",
        "/v1/verify",
        verify.post,
        "Check a whole article",
        "Finds the quotations of an article, sent as plain text, as HTML or by its address, or takes those the sender "
        "has found; looks them up together, since they tell one another which briefing the page draws on; and says "
        "what needs a look first. At most 200 are looked up; one that cannot be is `cannot_check`, and the rest go on.",
        body=VerifyRequest,
        answer="ArticleAnswer",
        problems=(*BODY_PROBLEMS, *_VERIFY_PROBLEMS),
        examples=ARTICLE_EXAMPLES,
    ),
    Route(
        "POST",
        "/v1/receipts:verify",
        receipts.verify,
        "Check a receipt",
        "Checks the signature, sees whether the record that the answer rests on is kept unchanged, and asks the "
        "question again: `replay` says whether the answer is the same today, `differences` what is not and what has "
        "changed since that can be why. A receipt of another server is checked with the `key` given. The receipt may "
        "also be the whole body, as `application/vnd.onrecord.receipt+json`.",
        body=ReceiptRequest,
        also=RECEIPT_MEDIA_TYPE,
        answer="Verification",
        problems=(
            *BODY_PROBLEMS,
            "bad_receipt",
            "bad_key",
            "invalid_request",
            "overloaded",
            "timed_out",
            "receipt_key_unusable",
        ),
        examples=RECEIPT_EXAMPLES,
    ),
    Route(
        "GET",
        "/v1/receipts/key",
        receipts.public_key,
        "The key that receipts are signed with",
        "This server's Ed25519 public key, as a JSON Web Key and in PEM. `key_id` is its thumbprint (RFC 7638), which "
        "every receipt names.",
        answer="ReceiptKey",
        problems=("overloaded", "timed_out", "receipt_key_unusable"),
    ),
    *JOB_ROUTES,
    Route(
        "POST",
        "/v1/reports",
        reports.report,
        "Report a wrong answer",
        "Keeps what was asked, what was answered and what the reader has to say of it, for whoever looks after the "
        "archive; nobody else is shown it, and it cannot be read over HTTP.",
        status=201,
        body=ReportRequest,
        answer="Reported",
        problems=(
            *BODY_PROBLEMS,
            "bad_date",
            "bad_policy",
            "invalid_request",
            "too_many_reports",
            "reports_full",
            "reports_unusable",
        ),
        examples=REPORT_EXAMPLES,
    ),
    Route(
        "GET",
        "/v1/about",
        about.about,
        "What this server is",
        "Its version, the snapshot of its index, the policies it knows and how much `/v1/verify` takes at once. `key` "
        "is `not_needed`, or `missing`, `refused` or `accepted` of the key that came with this request, so that a key "
        "can be tried here.",
        open=True,
        answer="About",
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
        "The revisions the archive keeps of one transcript, oldest first, each with its `changes` to the one before "
        "(null for the first): what could change the meaning comes first, white space and spelling are no change. "
        "`reparsed` says that the page was the same and only the reading of it another.",
        answer="Revisions",
        problems=("unknown_transcript",),
    ),
    Route(
        "GET",
        "/v1/sources",
        archive.sources,
        "List the sources",
        "Every source that can be read and every other one the archive holds: what is held of it, whether its parser "
        "has seen a real page, whether this server reads it, how the last look at its listing went and what is due. "
        "Carries an ETag; `If-None-Match` answers 304.",
        answer="Sources",
    ),
    Route(
        "GET",
        "/v1/coverage",
        archive.coverage,
        "See what is covered",
        "Of each source that anything is known of: every day with what is held and what its listing said there was, "
        "the gaps that stand out from its own rhythm, and the pages that could not be read. `since` and `until` narrow "
        "these three; the totals remain those of the whole source. Carries an ETag; `If-None-Match` answers 304.",
        query=CoverageQuery,
        answer="SourcesCoverage",
        problems=("bad_date", "invalid_request"),
    ),
    Route(
        "GET",
        "/healthz",
        operations.healthz,
        "Is the process alive",
        "Answers as long as the process serves requests at all.",
        open=True,
        answer="Health",
        cost=0,
    ),
    Route(
        "GET",
        "/readyz",
        operations.readyz,
        "Is the service ready",
        "Answers 200 when the archive can be read and there is room for lookups, else 503.",
        open=True,
        answer="Readiness",
        cost=0,
        problems=("overloaded", "timed_out"),
    ),
    Route(
        "GET",
        "/metrics",
        operations.metrics,
        "Numbers for Prometheus",
        "Requests, lookups by verdict, time in the engine and cache use, of all processes together; of the crawler, by "
        "source, looks, pages, problems, and when it last looked without one and looks next.",
        formats=TEXT,
        cost=0,
    ),
    Route(
        "GET",
        "/openapi.json",
        documentation.openapi,
        "This interface as OpenAPI 3.1",
        "The document that describes every route here.",
        open=True,
    ),
    Route(
        "GET",
        "/docs",
        documentation.docs,
        "This interface for people",
        "What each route takes, and what every verdict and problem means.",
        open=True,
        formats=HTML,
    ),
    Route(
        "GET",
        "/docs/codes",
        codes_page.page,
        "Page: what the codes mean",
        "Every code an answer can hold, explained with an example, and what each policy makes of each class of edit.",
        open=True,
        formats=HTML,
        problems=("invalid_request",),
    ),
    Route(
        "GET",
        "/",
        lookup_page.page,
        "Page: look a quotation up",
        "A form, and below it the answer to what was asked.",
        query=LookupQuery,
        formats=HTML,
    ),
    Route(
        "GET",
        "/review",
        review_page.form,
        "Page: review an article",
        "A form to paste an article, upload it (.docx, .pdf, .html, .md, .txt), give its address, or upload a file of "
        "quotations (.csv, .tsv, .jsonl).",
        query=review_page.FormQuery,
        formats=HTML,
    ),
    Route(
        "POST",
        "/review",
        review_page.send,
        "Page: send an article to be reviewed",
        "Takes that form, makes a job of it, and leads to the job's page (303); or shows the form again, with what was "
        "typed and what is wrong. Refused where another site's page sent it.",
        formats=HTML,
        problems=_REVIEW_PROBLEMS,
    ),
    Route(
        "GET",
        "/review/{job}",
        review_page.page,
        "Page: a review",
        "An article with its quotations marked and what was decided on each; of a file, its rows and how far it is.",
        query=review_page.ReviewQuery,
        formats=HTML,
        problems=("unknown_job", "invalid_request", "jobs_unavailable"),
    ),
    Route(
        "POST",
        "/review/{job}",
        review_page.decide,
        "Page: decide on a quotation",
        "Takes the form beside a quotation, and leads back to it (303). Refused where another site's page sent it.",
        formats=HTML,
        problems=("cross_site", "unknown_job", "unknown_row", "invalid_request", "jobs_unavailable"),
    ),
    Route(
        "GET",
        "/review/{job}/report",
        review_page.report,
        "Page: a review as a report",
        "The article's report in one file, with what was decided, to print or, with `download`, to keep.",
        query=review_page.ReviewFileQuery,
        formats=HTML,
        problems=("unknown_job", "unknown_row", "invalid_request", "jobs_unavailable"),
    ),
    Route(
        "GET",
        "/review/{job}/table",
        review_page.table,
        "Page: a review as a table",
        "A row a quotation as CSV, with what was decided.",
        query=review_page.ReviewFileQuery,
        formats=(Format("text/csv", content_type="text/csv"),),
        problems=("unknown_job", "unknown_row", "invalid_request", "jobs_unavailable"),
    ),
    Route(
        "GET",
        "/transcripts/{id}",
        transcript_page.page,
        "Page: a transcript",
        "The record with the passage between `start` and `end` of a turn marked, and its revisions. `revision` shows "
        "that one, and what it changed in the one before.",
        query=PassageQuery,
        formats=HTML,
        problems=("unknown_transcript", "invalid_request"),
    ),
    Route(
        "GET",
        "/coverage",
        coverage_page.page,
        "Page: what the archive holds",
        "Every source with its days as a calendar picture: what is held, what is missing, what could not be read, and "
        "when it was last looked at. The latest two years, or all those of `source`, or `year`.",
        query=CalendarQuery,
        formats=HTML,
        problems=("invalid_request",),
    ),
)
