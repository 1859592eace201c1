"""`/docs/codes`: every code of an answer, with what it means and a quotation that gets it."""

from __future__ import annotations

from aiohttp import web

from backend.codes import GROUPS, HOUSE_RULES, effect
from backend.keys import TEMPLATES
from backend.pages import html
from backend.requests import NoQuery, checked_query
from quotes.model import EditClass
from quotes.verdict import POLICIES


async def page(request: web.Request) -> web.Response:
    checked_query(NoQuery, request)
    values: dict[str, object] = {
        "groups": GROUPS,
        "policies": [(policy, HOUSE_RULES[policy.name]) for policy in POLICIES.values()],
        "effects": {
            kind.value: {name: effect(policy, kind) for name, policy in POLICIES.items()} for kind in EditClass
        },
    }
    return html(request.app[TEMPLATES].get_template("codes.html"), values)
