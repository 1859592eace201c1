"""`onrecord verify`."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import click

from quotes.cli.article_text import article_lines, needs_a_look
from quotes.cli.output import json_bytes, progress_bar, write_file
from quotes.errors import BadDate
from quotes.extract import read_document
from quotes.ingest import moments
from quotes.model import Article, ArticleAnswer
from quotes.report import BYTE_ORDER_MARK, answer_json, article_csv, article_html
from quotes.verify import Engine

_ADDRESS: Final = ("http://", "https://")
_FORMS: Final = {".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of the article beside what it says itself."""

    title: str | None
    published: date | None
    language: str | None


@click.command()
@click.argument("source", metavar="FILE|URL|-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    help="text for people; json as the HTTP API answers; csv, a row a quotation; html, a report in one file. Without "
    "it what the ending of --out says, else text.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write it there: all of it, or nothing.")
@click.option("--title", help="The headline, where the article does not say.")
@click.option("--published", help="When it was published: 2025-10-14. Weekdays are read against it.")
@click.option("--language", help="Its language, such as en or zh.")
@click.option("--policy", default="default", show_default=True, help="How strict: default, strict or lenient.")
@click.option(
    "--limit", type=click.IntRange(1, 50), default=3, show_default=True, help="Occasions a quotation at most."
)
@click.option(
    "--fetch-allow",
    default="",
    envvar="ONRECORD_FETCH_ALLOW",
    show_envvar=True,
    help="Hosts and networks beside the public web that a URL may lead to, with commas between them.",
)
@click.option(
    "--server",
    envvar="ONRECORD_PUBLIC_URL",
    show_envvar=True,
    help="Address of an OnRecord server, whose transcripts the report links to.",
)
@click.pass_obj
def verify(
    data: Path,
    source: str,
    form: str | None,
    out: Path | None,
    title: str | None,
    published: str | None,
    language: str | None,
    policy: str,
    limit: int,
    fetch_allow: str,
    server: str | None,
) -> None:
    """Check every quotation of an article: text, Markdown, HTML, .docx or PDF.

    The article is a file, the address of a page, or standard input (`-`). Exit code 0 when every quotation is verbatim,
    or changed only where that is marked; 1 when there is something to look at.
    """
    told = _Told(title, _day(published), language)
    form = form or _FORMS.get(out.suffix.lower() if out else "", "text")
    if out is not None and not out.parent.is_dir():
        # Before the work is done, not after it.
        raise FileNotFoundError(f"there is no folder {out.parent} to write {out.name} to; make it, or name another")
    with Engine.open(data) as engine:
        article = _read(source, told, fetch_allow)
        with progress_bar("Checking quotations", after=1.0) as show:
            answer = engine.verify(article, policy=policy, limit=limit, told=show)
    if form == "text" and out is None:
        click.echo("\n".join(article_lines(answer)))
    elif out is None:
        click.echo(_rendered(answer, form, server), nl=False)
    else:
        mark = BYTE_ORDER_MARK.encode() if form == "csv" else b""
        write_file(out, mark + _rendered(answer, form, server))
    if needs_a_look(answer):
        click.get_current_context().exit(1)


def _read(source: str, told: _Told, fetch_allow: str) -> Article:
    if source.lower().startswith(_ADDRESS):
        body, content_type, address = asyncio.run(_fetched(source, fetch_allow))
        name = None
    else:
        body = sys.stdin.buffer.read() if source == "-" else _file(Path(source))
        content_type, address, name = None, None, None if source == "-" else source
    return read_document(
        body,
        name=name,
        content_type=content_type,
        url=address,
        title=told.title,
        published=told.published,
        language=told.language,
    )


def _file(path: Path) -> bytes:
    if path.is_dir() or not path.exists():
        what = f"{path} is a folder" if path.is_dir() else f"there is no file {path}"
        raise FileNotFoundError(
            f"{what}; give the path of the article, its address with http:// or https:// before it, or - to read "
            "standard input"
        )
    return path.read_bytes()


async def _fetched(url: str, fetch_allow: str) -> tuple[bytes, str | None, str]:
    # The web is a library of its own, which an article on disk need not wait for.
    from quotes.fetch import Targets, Visitor  # noqa: PLC0415

    async with Visitor(targets=Targets(fetch_allow)) as visitor:
        page = await visitor.get(url)
    return page.body, page.header("Content-Type"), page.final_url


def _rendered(answer: ArticleAnswer, form: str, server: str | None) -> bytes:
    if form == "text":
        return click.unstyle("\n".join(article_lines(answer)) + "\n").encode()
    plain = answer_json(answer)
    if form == "json":
        return json_bytes(plain)
    if form == "csv":
        return article_csv(plain, server=server).encode()
    return article_html(plain, server=server, checked=moments.stamp(moments.now())).encode()


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise BadDate(f"--published is {published!r}; give a day such as 2025-10-14") from error
