"""The page a problem is shown on to somebody with a browser."""

from __future__ import annotations

from aiohttp import web

from backend.keys import TEMPLATES
from backend.pages import html
from backend.problems import Problem


def problem_page(request: web.Request, problem: Problem) -> web.Response:
    template = request.app[TEMPLATES].get_template("problem.html")
    return html(template, {"problem": problem.document()}, status=problem.kind.status)
