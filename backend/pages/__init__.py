"""The web pages, rendered on the server. Nothing on them needs JavaScript."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import jinja2
import orjson
from aiohttp import web
from markupsafe import Markup, escape

STATIC = Path(__file__).parent / "static"
_TEMPLATES = Path(__file__).parent / "templates"


def environment() -> jinja2.Environment:
    """Templates that escape every value and refuse names they were not given."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["long_date"] = long_date
    templates.filters["words"] = words
    templates.filters["prose"] = prose
    templates.filters["json"] = lambda value: orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    templates.tests["web_address"] = is_web_address
    return templates


def html(template: jinja2.Template, values: dict[str, object], *, status: int = 200) -> web.Response:
    return web.Response(
        text=template.render(values),
        status=status,
        content_type="text/html",
        headers={"Cache-Control": "private, no-cache"},
    )


def long_date(value: str | date) -> str:
    """`2025-10-13` as "13 October 2025"; anything else as it is."""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        return str(value)
    return f"{day.day} {day:%B %Y}"


def words(code: str) -> str:
    """A code as words: `different_date` is "different date"."""
    return code.replace("_", " ")


def prose(text: str) -> Markup:
    """Our own descriptions, where `backticks` name code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped just before


def is_web_address(value: object) -> bool:
    """Whether a link may lead there: an archive can hold any text where an address should be, `javascript:` too."""
    return isinstance(value, str) and value.lower().startswith(("https://", "http://"))
