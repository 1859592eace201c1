"""The interface's description: valid, whole, and true of what is sent."""

from __future__ import annotations

import re
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from backend.app import create_app
from backend.codes.verdicts import VERDICTS
from backend.examples import Example
from backend.openapi import operation_id
from backend.problems import KINDS
from backend.route import Route
from backend.routes import ROUTES
from backend.settings import Settings, settings_table
from quotes.errors import FetchError, OnRecordError, PageError, UnreadableDocument
from quotes.model import Verdict


@pytest.fixture
async def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = await (await client.get("/openapi.json")).json()
    return found


def holds(answer: Any, promised: Any) -> bool:
    """Whether the answer has all that is promised of it, at whatever depth."""
    if isinstance(promised, dict):
        return isinstance(answer, dict) and all(holds(answer.get(name), value) for name, value in promised.items())
    return bool(answer == promised)


def check(document: dict[str, Any], schema: dict[str, Any], value: object) -> None:
    Draft202012Validator({**schema, "components": document["components"]}).validate(value)


def test_every_route_served_is_declared() -> None:
    app = create_app(Settings())
    served = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and not isinstance(route.resource, web.StaticResource)
    }
    declared = {(route.method, route.path) for route in ROUTES}
    assert {(method, path) for method, path in served if method != "HEAD"} == declared


async def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(document).validate()
    assert document["openapi"].startswith("3.1")


async def test_every_route_is_described(document: dict[str, Any], client: TestClient) -> None:
    described = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    assert described == {(route.method, route.path) for route in ROUTES}
    page = await (await client.get("/docs")).text()
    for route in ROUTES:
        assert f'id="{operation_id(route)}"' in page, route.path


async def test_every_field_a_caller_can_send_says_what_it_means(document: dict[str, Any]) -> None:
    for name in (
        "LookupRequest",
        "LookupContext",
        "LookupClaim",
        "VerifyRequest",
        "SentQuotation",
        "JobRequest",
        "ArticleInput",
        "DecisionRequest",
    ):
        for field, schema in document["components"]["schemas"][name]["properties"].items():
            assert schema.get("description"), f"{name}.{field}"
    for methods in document["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                assert parameter["description"], parameter["name"]


async def test_the_page_explains_every_verdict_problem_and_setting(client: TestClient) -> None:
    page = await (await client.get("/docs")).text()
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert {verdict.value for verdict in Verdict} | set(KINDS) <= anchors
    for setting in settings_table():
        assert setting.flag in page
        assert setting.variable in page


def test_every_verdict_has_words_and_every_error_of_the_library_a_problem() -> None:
    assert set(VERDICTS) == set(Verdict)
    below = [OnRecordError]
    for error in below:
        below.extend(error.__subclasses__())
    own = {error.code for error in below if error.__module__.startswith("quotes.")} - {OnRecordError.code}
    # Import records do not come over HTTP, and neither do the pages that a crawl could not have or read.
    not_asked_for = {error.code for error in below if issubclass(error, PageError | FetchError | UnreadableDocument)}
    assert own - not_asked_for - {"bad_transcript"} <= set(KINDS)


@pytest.mark.parametrize(
    ("route", "example"),
    [(route, example) for route in ROUTES for example in route.examples],
    ids=lambda value: value.path if isinstance(value, Route) else value.name,
)
async def test_examples_get_what_they_promise(
    client: TestClient, document: dict[str, Any], route: Route, example: Example
) -> None:
    operation = document["paths"][route.path][route.method.lower()]
    body = operation["requestBody"]["content"]["application/json"]
    assert body["examples"][example.name]["value"] == example.body
    check(document, body["schema"], example.body)
    response = await client.request(route.method, await existing(client, route.path), json=example.body)
    answer = orjson.loads(await response.read())
    assert response.status == route.status, answer
    assert str(route.status) in operation["responses"]
    assert holds(answer, example.gets), answer
    check(document, {"$ref": f"#/components/schemas/{route.answer}"}, answer)


def test_every_route_with_a_body_has_examples() -> None:
    assert [route.path for route in ROUTES if route.body and not route.examples] == []


@pytest.mark.parametrize("code", [code for code, verdict in VERDICTS.items() if verdict.printed])
async def test_examples_of_verdicts_get_them(client: TestClient, code: str) -> None:
    answer = await (await client.get(f"/v1/lookup?{VERDICTS[code].address()}")).json()
    assert answer["verdict"] == code, answer["finding"]


def test_only_technical_failure_has_no_example() -> None:
    assert {code for code, verdict in VERDICTS.items() if not verdict.printed} == {Verdict.CANNOT_CHECK}


@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.answer and route.method == "GET" and route.path != "/v1/lookup"],
    ids=lambda route: route.path,
)
async def test_answers_are_as_described(client: TestClient, document: dict[str, Any], route: Route) -> None:
    response = await client.get(await existing(client, route.path))
    assert response.status == 200
    schema = document["paths"][route.path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    check(document, schema, await response.json())


async def existing(client: TestClient, path: str) -> str:
    """The path with ids in it of what there is: a transcript, and a job with a row."""
    if "{id}" in path:
        answer = await (await client.get("/v1/lookup?quote=drive+a+wedge")).json()
        path = path.replace("{id}", answer["matches"][0]["transcript_id"])
    if "{job}" in path:
        made = await (await client.post("/v1/jobs", json={"rows": ["drive a wedge"]})).json()
        path = path.replace("{job}", made["id"]).replace("{row}", "1")
    return path


@pytest.mark.parametrize("path", ["/v1/lookup?quote=", "/v1/lookup?limit=0", "/v1/transcripts/nobody", "/nowhere"])
async def test_problems_are_as_described(client: TestClient, document: dict[str, Any], path: str) -> None:
    problem = await (await client.get(path)).json(content_type=None)
    check(document, {"$ref": "#/components/schemas/Problem"}, problem)


async def test_a_description_that_were_wrong_would_be_noticed(client: TestClient, document: dict[str, Any]) -> None:
    """The schemas are closed: a field too many or too few fails."""
    answer = await (await client.get("/v1/lookup?quote=drive+a+wedge")).json()
    validator = Draft202012Validator({"$ref": "#/components/schemas/Answer", "components": document["components"]})
    assert validator.is_valid(answer)
    assert not validator.is_valid(answer | {"more": 1})
    assert not validator.is_valid({name: value for name, value in answer.items() if name != "finding"})
    match = answer["matches"][0]
    assert not validator.is_valid(answer | {"matches": [match | {"turn": "three"}]})
