"""How a job stands, as it is sent: over HTTP, in events and to a webhook."""

from __future__ import annotations

import time
from typing import Any

from backend.jobs.job import Job, JobKind, RowDecision, moment

# The rate means nothing before so many seconds.
_SETTLED = 1.0


def job_json(job: Job, base: str = "") -> dict[str, Any]:
    """`base` is put before the links."""
    address = f"{base}/v1/jobs/{job.id}"
    rate = _rate(job)
    links = {
        "self": address,
        "events": f"{address}/events",
        "decisions": f"{address}/decisions",
        "results": f"{address}/results?format=jsonl",
        "results_csv": f"{address}/results?format=csv",
        "results_html": f"{address}/results?format=html",
        "articles": f"{address}/articles/{{index}}" if job.kind is JobKind.ARTICLES else None,
    }
    return {
        "id": job.id,
        "name": job.options.name,
        "kind": job.kind.value,
        "status": job.state.value,
        "problem": job.problem,
        "policy": job.options.policy,
        "total": job.total,
        "done": job.done,
        "quotes": job.quotes,
        "verdicts": dict(sorted(job.verdicts.items())),
        "errors": job.errors,
        "created": moment(job.created),
        "started": moment(job.started),
        "finished": moment(job.finished),
        "expires": moment(job.expires),
        "rate": None if rate is None else round(rate, 1),
        "seconds_left": None if rate is None or job.state.over else round((job.total - job.done) / rate, 1),
        "webhook": job.webhook_state,
        "version": job.version,
        "links": links,
    }


def _rate(job: Job) -> float | None:
    """Rows or articles a second, since the first was begun."""
    if job.started is None or not job.done:
        return None
    seconds = (job.finished or time.time()) - job.started
    return job.done / seconds if seconds >= _SETTLED or (job.state.over and seconds > 0) else None


def decision_json(decision: RowDecision) -> dict[str, Any]:
    return {
        "row": decision.row,
        "decision": decision.decision.value,
        "note": decision.note,
        "text": decision.text,
        "at": moment(decision.at),
        "version": decision.version,
    }
