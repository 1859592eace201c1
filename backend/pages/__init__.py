"""The web pages, rendered on the server. Nothing on them needs JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import orjson
from aiohttp import web
from markupsafe import Markup, escape

from quotes.report.rendering import LOOK
from quotes.report.rendering import environment as shared_environment

STATIC = Path(__file__).parent / "static"
# Style sheets that the reports hold too; served beside the others.
SHARED_STATIC = LOOK
_TEMPLATES = Path(__file__).parent / "templates"


def environment() -> jinja2.Environment:
    """The pages' templates and those they share with the reports (`quotes.report.rendering`)."""
    templates = shared_environment(_TEMPLATES)
    templates.filters["prose"] = prose
    templates.filters["json"] = lambda value: orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    return templates


def html(template: jinja2.Template, values: dict[str, object], *, status: int = 200) -> web.Response:
    return web.Response(
        text=template.render(values),
        status=status,
        content_type="text/html",
        headers={"Cache-Control": "private, no-cache"},
    )


def prose(text: str) -> Markup:
    """Our own descriptions, where `backticks` name code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped just before
