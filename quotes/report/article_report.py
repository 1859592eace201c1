"""A checked article as one page that needs nothing else: no server, no script, no other file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from markupsafe import Markup

from quotes.report.article_marks import marked_paragraphs
from quotes.report.rendering import render, styles

ARTICLE_STYLES: Final = ("onrecord.css", "article.css")


@dataclass(frozen=True, slots=True)
class EditorDecision:
    """What an editor made of a quotation. `decision`: `accept`, `query` or `correct`; `text`: the corrected words;
    `at`: when, ISO 8601."""

    decision: str
    note: str = ""
    text: str | None = None
    at: str | None = None


def article_html(
    answer: Mapping[str, Any],
    *,
    decisions: Mapping[int, EditorDecision] | None = None,
    server: str | None = None,
    checked: str | None = None,
) -> str:
    """The report of `answer`, an article's answer as plain data (`answer_json`). `decisions`: by index of the
    quotation; `server`: address of the service whose transcripts it links to, without it only to their sources;
    `checked`: the moment it was checked, ISO 8601."""
    values = article_values(answer, decisions=decisions, base=server.rstrip("/") if server else None)
    style = styles(ARTICLE_STYLES)
    return render(
        "article_report.html",
        values
        | {
            "checked": checked,
            "policy": report_policy(),
            "style": Markup(style),  # noqa: S704 - our own file
        },
    )


def article_values(
    answer: Mapping[str, Any], *, decisions: Mapping[int, EditorDecision] | None, base: str | None
) -> dict[str, Any]:
    """What the shared templates are filled with. `base` is put before links into the service; without it there are
    none, with an empty one they stay on the server that shows the page."""
    return {
        "answer": answer,
        "paragraphs": marked_paragraphs(answer),
        "decisions": dict(decisions or {}),
        "base": base,
    }


def report_policy() -> str:
    """The Content-Security-Policy that a report carries, and is to be served with: its own style sheet, by its digest,
    and nothing else."""
    digest = b64encode(sha256(f"\n{styles(ARTICLE_STYLES)}\n".encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
