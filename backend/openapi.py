"""The OpenAPI 3.1 document, made from the routes and from the models that check requests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import BaseModel

from backend.answers import answer_schemas
from backend.problems import CONTENT_TYPE, KINDS

if TYPE_CHECKING:
    from backend.route import Route

Schema = dict[str, Any]

_REFERENCE = "#/components/schemas/{model}"
_FILES: dict[str, Schema] = {
    "multipart/form-data": {
        "type": "object",
        "properties": {"file": {"type": "string", "contentMediaType": "application/octet-stream"}},
        "required": ["file"],
    }
}
_PATH_PARAMETERS = {
    "id": "Id of a transcript.",
    "job": "Id of a job, as its making answered.",
    "row": "A row's key: its number, or `ARTICLE.QUOTATION`; both are the `key` of its result.",
    "index": "Which article of the job, from 0.",
}
# Any request can end in these.
_ALWAYS = ("bad_request", "internal_error")
_KEY: Schema = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "Where the server has keys. A browser may send one as the password of HTTP Basic instead.",
    }
}


def openapi_document(routes: Iterable[Route]) -> bytes:
    schemas = answer_schemas(_REFERENCE)
    paths: dict[str, Schema] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, schemas)
    return orjson.dumps(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "OnRecord",
                "version": "1",
                "description": "Checks quotations against an archive of official transcripts: where the words were "
                "spoken, who said them, when, to what question, and how the printed words differ from the record.",
            },
            "servers": [{"url": "/"}],
            "paths": paths,
            "components": {"schemas": dict(sorted(schemas.items())), "securitySchemes": _KEY},
        }
    )


def _operation(route: Route, schemas: dict[str, Schema]) -> Schema:
    operation: Schema = {
        "operationId": operation_id(route),
        "summary": route.summary,
        "description": route.description,
        "tags": ["api" if route.path.startswith("/v1/") else "server"],
        "responses": _responses(route),
        "security": [{}] if route.open else [{"key": []}, {}],
    }
    parameters = [*_path_parameters(route.path), *_query_parameters(route.query)]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        schemas.update(_model_schemas(route.body))
        operation["requestBody"] = {
            "required": True,
            "content": ({route.also: {"schema": {"type": "object"}}} if route.also else {})
            | {file: {"schema": _FILES.get(file, {"type": "string"})} for file in route.files}
            | {
                "application/json": {
                    "schema": {"$ref": _REFERENCE.format(model=route.body.__name__)},
                    "examples": {
                        example.name: {"summary": example.summary, "value": example.body} for example in route.examples
                    },
                }
            },
        }
    return operation


def operation_id(route: Route) -> str:
    return "_".join([route.method.lower(), *re.findall(r"\w+", route.path)])


def _responses(route: Route) -> Schema:
    responses: Schema = {
        str(route.status): {
            "description": HTTPStatus(route.status).phrase,
            "content": {
                offer.content_type: {
                    "schema": {"$ref": _REFERENCE.format(model=answer)}
                    if (answer := offer.answer or (route.answer if offer.media_type == "application/json" else None))
                    else {"type": "object" if "json" in offer.media_type else "string"}
                }
                for offer in route.formats
            },
        }
    }
    by_status: dict[int, list[str]] = {}
    for code in (*route.problems, *_by_route(route), *_ALWAYS):
        by_status.setdefault(KINDS[code].status, []).append(code)
    for status, codes in sorted(by_status.items()):
        responses[str(status)] = {
            "description": " or ".join(codes),
            "content": {CONTENT_TYPE: {"schema": {"$ref": _REFERENCE.format(model="Problem")}}},
        }
    return responses


def _by_route(route: Route) -> list[str]:
    """The codes that a route ends in for who asks, or how often, and not for what."""
    return [
        *(() if route.method == "GET" else ("cross_site",)),
        *(() if route.open else ("unauthorized",)),
        *(("rate_limited",) if route.cost else ()),
    ]


def _path_parameters(path: str) -> list[Schema]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": _PATH_PARAMETERS[name],
            "schema": {"type": "string"},
        }
        for name in re.findall(r"{(\w+)}", path)
    ]


def _query_parameters(model: type[BaseModel]) -> list[Schema]:
    schema = model.model_json_schema()
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "description": field.get("description", ""),
            "schema": _without_null(
                {key: value for key, value in field.items() if key not in ("title", "description")}
            ),
        }
        for name, field in schema["properties"].items()
    ]


def _without_null(schema: Schema) -> Schema:
    """A parameter cannot be null: it is left out."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf" and not (key == "default" and value is None)}
    return rest | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {})


def _model_schemas(model: type[BaseModel]) -> dict[str, Schema]:
    schema = model.model_json_schema(ref_template=_REFERENCE)
    parts: dict[str, Schema] = schema.pop("$defs", {})
    return parts | {model.__name__: schema}
