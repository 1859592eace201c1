"""What is done with one unit of a job: a row of a file is looked up, an article is read and all its quotations are."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any, Final

from backend.jobs.job import JobKind, Options, Outcome, Row
from quotes.errors import ArchiveError, IndexUnreadable, OnRecordError
from quotes.extract import read_document, read_html, read_text
from quotes.model import Article, Claim, Inquiry, PageContext, Verdict
from quotes.report import answer_json
from quotes.verify import Engine

log = logging.getLogger("onrecord.jobs")

# The unit is as good as any: it is the archive that is not to be used just now.
ARCHIVE_AWAY: Final = (ArchiveError, IndexUnreadable)
# Columns that result rows repeat from what was sent.
_REPEATED: Final = ("row", "line", "id", "quote", "speaker", "date", "url")


class Checker:
    """Checks units on `engine`. Raises what is in `ARCHIVE_AWAY` and nothing else: any other failure is a result."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def refresh(self) -> None:
        """See what was imported since."""
        self._engine.refresh()

    def check(self, kind: JobKind, unit: Row, neighbours: list[str], options: Options) -> Outcome:
        try:
            if refused := unit.get("refused"):
                return failed(kind, unit, refused)
            if kind is JobKind.ARTICLES:
                return self._article(unit, options)
            answer = answer_json(self._engine.lookup(inquiry(unit, neighbours, options)))
            return Outcome([result_row(unit, answer)])
        except ARCHIVE_AWAY:
            raise
        except OnRecordError as error:
            return failed(kind, unit, error.message)
        except Exception as error:  # one unit's trouble, of whatever kind, is not the others'
            log.exception("%s %s could not be checked.", kind.value, unit.get("row"))
            return failed(kind, unit, f"the check broke off ({type(error).__name__}: {error}); the fault is ours")

    def _article(self, unit: Row, options: Options) -> Outcome:
        article = read_article(unit)
        answer = answer_json(self._engine.verify(article, policy=options.policy, limit=options.limit))
        rows = []
        for index, quote in enumerate(answer["quotes"]):
            claim = quote["claim"]
            named = {
                "row": index,
                "id": unit.get("id"),
                "quote": quote["quote"],
                "speaker": claim["speaker"] or claim["printed"],
                "date": claim["date"],
                "url": unit.get("url"),
            }
            error = quote["finding"] if quote["verdict"] == Verdict.CANNOT_CHECK else None
            rows.append(result_row(named, quote, error) | {"article": unit["article"]})
        return Outcome(rows, answer)


def read_article(unit: Row) -> Article:
    """`page` is the response that was had from its `url`, where it came without a text."""
    published = unit.get("published")
    said: dict[str, Any] = {
        "title": unit.get("title"),
        "published": None if published is None else date.fromisoformat(published),
        "language": unit.get("language"),
        "url": unit.get("url"),
    }
    if (page := unit.get("page")) is not None:
        said["url"] = page.final_url
        return read_document(page.body, content_type=page.header("Content-Type"), **said)
    if "html" in unit:
        return read_html(unit["html"], **said)
    return read_text(unit["text"], **said)


def inquiry(unit: Row, neighbours: list[str], options: Options) -> Inquiry:
    """What is asked for a row; `neighbours` are the quotations of its chunk's pages, of which `near` names its own."""
    published = unit.get("published")
    return Inquiry(
        quote=unit["quote"],
        context=PageContext(
            before=unit.get("before") or "",
            after=unit.get("after") or "",
            page_url=unit.get("url"),
            published=None if published is None else date.fromisoformat(published),
            language=unit.get("language"),
            neighbours=tuple(neighbours[place] for place in unit.get("near", ())),
        ),
        claim=Claim(speaker=unit.get("speaker"), date=unit.get("date"), institution=unit.get("institution")),
        policy=unit.get("policy") or options.policy,
        limit=options.limit,
    )


def result_row(unit: Row, answer: Any, error: str | None = None) -> Row:
    """A row of the results. `answer` is that of a lookup, None where it could not be made for `error`."""
    return {
        **{name: unit.get(name) for name in _REPEATED},
        "article": None,
        "verdict": answer["verdict"] if answer else Verdict.CANNOT_CHECK.value,
        "error": error,
        "answer": answer,
    }


def failed(kind: JobKind, unit: Row, error: str) -> Outcome:
    """The results of a unit that could not be checked: one row, which says why."""
    row = result_row(unit, None, error)
    if kind is JobKind.ARTICLES:
        row |= {"row": None, "article": unit["article"], "quote": unit.get("title") or unit.get("url") or ""}
    return Outcome([row])
