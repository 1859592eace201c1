"""Results as one page that needs nothing else: sent row by row, readable without the server and without JavaScript.

Rows are shown or hidden by verdict with checkboxes that CSS reads, which works at any length. The summary stands first
and is that of the job when the page was made.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Final

import jinja2

from backend.codes.verdicts import VERDICTS
from backend.jobs.job import Job, moment
from backend.jobs.results import Results, cells, key_of
from quotes.model import Verdict

CONTENT_TYPE: Final = "text/html; charset=utf-8"
# No script, no address but the links people click: a report is opened from mail and file shares.
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# The same, and what only a header can say.
SERVED_POLICY: Final = POLICY + "; frame-ancestors 'none'"


async def html_parts(results: Results, job: Job, templates: jinja2.Environment) -> AsyncIterator[bytes]:
    shown = [verdict for verdict in Verdict if not results.verdicts or verdict in results.verdicts]
    counted = [(verdict.value, VERDICTS[verdict].word, job.verdicts.get(verdict.value, 0)) for verdict in shown]
    values: dict[str, Any] = {
        "job": job,
        "made": moment(job.finished),
        "created": moment(job.created),
        "verdicts": [entry for entry in counted if entry[2]],
        "policy": POLICY,
    }
    yield templates.get_template("report_head.html").render(values).encode()
    rows_template = templates.get_template("report_rows.html")
    names = {verdict.value: VERDICTS[verdict].word for verdict in Verdict}
    async for _, outcome in results.outcomes:
        rows = []
        for row in results.rows(outcome):
            cell = cells(row, results.decisions.get(key_of(row)), results.base)
            matches = (row["answer"] or {}).get("matches") or [{}]
            rows.append(cell | {"diff": matches[0].get("diff") or []})
        yield rows_template.render({"rows": rows, "names": names}).encode()
    yield templates.get_template("report_foot.html").render({}).encode()
