"""`/openapi.json` and `/docs`: the interface, for machines and for people."""

from __future__ import annotations

import re
from typing import Any

import orjson
from aiohttp import web

from backend.codes.verdicts import VERDICTS
from backend.keys import OPENAPI, TEMPLATES
from backend.pages import html
from backend.problems import KINDS
from backend.settings import settings_table
from quotes.report import RECEIPT_MEDIA_TYPE
from quotes.verdict.policy import POLICIES

Json = dict[str, Any]


async def openapi(request: web.Request) -> web.Response:
    return web.Response(body=request.app[OPENAPI], content_type="application/json")


async def docs(request: web.Request) -> web.Response:
    document = orjson.loads(request.app[OPENAPI])
    values: dict[str, object] = {
        "openapi": document,
        "bodies": _bodies(document),
        "answers": list(_reached(document["components"]["schemas"], "Answer", {}).items()),
        "policies": POLICIES.values(),
        "verdicts": VERDICTS,
        "kinds": KINDS,
        "receipt": RECEIPT_MEDIA_TYPE,
        "settings": list(settings_table()),
    }
    return html(request.app[TEMPLATES].get_template("docs.html"), values)


def _bodies(document: Json) -> dict[str, list[tuple[str, Json]]]:
    """By operation, its body's schema and that of every object in it, each with the name of its field."""
    schemas = document["components"]["schemas"]
    bodies: dict[str, list[tuple[str, Json]]] = {}
    for methods in document["paths"].values():
        for operation in methods.values():
            if "requestBody" in operation:
                whole = _named(schemas, operation["requestBody"]["content"]["application/json"]["schema"])
                parts = [(name, _named(schemas, part)) for name, part in whole["properties"].items() if "$ref" in part]
                bodies[operation["operationId"]] = [("The body", whole), *parts]
    return bodies


def _named(schemas: Json, reference: Json) -> Json:
    schema: Json = schemas[reference["$ref"].rsplit("/", 1)[1]]
    return schema


def _reached(schemas: Json, name: str, seen: dict[str, Json]) -> dict[str, Json]:
    """The object schemas that `name` is made of, itself first, in order of appearance."""
    schema = schemas[name]
    if name not in seen and "properties" in schema:
        seen[name] = schema
        for part in re.findall(r"#/components/schemas/(\w+)", str(schema["properties"])):
            _reached(schemas, part, seen)
    return seen
