"""Keys: who is asked for one, how it comes, what is said of it, and that it stays a secret."""

from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from importlib.metadata import version
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient

from backend.api_keys import ApiKeys, Caller
from backend.keys import CALLER
from backend.middleware import SAFE_HEADERS
from backend.routes import ROUTES
from quotes.errors import InputError
from tests.backend.conftest import MakeClient
from tests.backend.running import SECONDS, start

KEY = "3f9a0c77d1e2b4c5"
OTHER = "correct.horse~battery+staple/="
OPEN = {"/v1/about", "/healthz", "/readyz", "/openapi.json", "/docs", "/docs/codes"}


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def basic(key: str) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(f"anybody:{key}".encode()).decode()}


@pytest.fixture
async def client(make_client: MakeClient) -> TestClient:
    return await make_client(api_keys=f"{KEY}, {OTHER}")


def test_the_open_routes_are_these_and_no_path_is_half_open() -> None:
    assert {route.path for route in ROUTES if route.open} == OPEN
    assert OPEN & {route.path for route in ROUTES if not route.open} == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
async def test_without_a_key_only_open_routes_are_served(client: TestClient, route: object) -> None:
    assert isinstance(route, type(ROUTES[0]))
    response = await client.request(route.method, re.sub(r"{\w+}", "1", route.path))
    assert (response.status == 401) != route.open
    if response.status == 401:
        challenge = response.headers["WWW-Authenticate"]
        assert challenge.startswith('Bearer realm="OnRecord"' if route.path.startswith("/v1/") else "Basic ")


async def test_the_style_sheet_of_the_page_that_refuses_is_served(client: TestClient) -> None:
    assert (await client.get("/static/look/onrecord.css")).status == 200


@pytest.mark.parametrize("headers", [bearer(KEY), bearer(OTHER), basic(KEY), {"Authorization": f"bearer  {KEY} "}])
@pytest.mark.parametrize("path", ["/v1/sources", "/", "/v1/lookup?quote=drive+a+wedge", "/metrics"])
async def test_any_of_the_keys_will_do_either_way(client: TestClient, headers: dict[str, str], path: str) -> None:
    assert (await client.get(path, headers=headers)).status == 200


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer",
        "Bearer ",
        f"Bearer {KEY[:-1]}",
        f"Bearer {KEY}x",
        f"Bearer {KEY.upper()}",
        f"Bearer {KEY},{OTHER}",
        f"Token {KEY}",
        KEY,
        "Basic !!!",
        "Basic " + b64encode(KEY.encode()).decode(),
        "Basic " + b64encode(f"{KEY}:".encode()).decode(),
        "Basic " + b64encode(b"x:\xff").decode(),
        "Bearer \udcff",
    ],
)
async def test_anything_else_is_refused(client: TestClient, authorization: str) -> None:
    response = await client.get("/v1/sources", headers={"Authorization": authorization})
    assert response.status == 401
    problem = await response.json(content_type=None)
    assert problem["code"] == "unauthorized"
    assert KEY not in str(problem) + str(response.headers)
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="OnRecord", error="invalid_token"'


async def test_a_missing_key_is_told_from_a_wrong_one(client: TestClient) -> None:
    missing = await (await client.get("/v1/sources")).json(content_type=None)
    wrong = await (await client.get("/v1/sources", headers=bearer("x" * 16))).json(content_type=None)
    assert "asks for a key" in missing["detail"]
    assert "none of this server's" in wrong["detail"]


async def test_a_key_in_the_address_is_no_key(client: TestClient) -> None:
    """It would end up in histories and logs."""
    assert (await client.get(f"/v1/sources?key={KEY}")).status == 401


async def test_a_person_is_asked_by_their_browser_and_reads_why(client: TestClient) -> None:
    response = await client.get("/", headers={"Accept": "text/html"})
    assert response.status == 401
    assert response.content_type == "text/html"
    assert "a key as the password" in await response.text()
    assert response.headers.getall("Content-Security-Policy") == [SAFE_HEADERS["Content-Security-Policy"]]


async def test_what_is_not_served_is_not_asked_for_a_key(client: TestClient) -> None:
    assert (await client.get("/v1/nowhere")).status == 404
    assert (await client.delete("/v1/lookup")).status == 405


@pytest.mark.parametrize(
    ("keys", "headers", "state"),
    [
        ("", {}, "not_needed"),
        ("", bearer(KEY), "not_needed"),
        (KEY, {}, "missing"),
        (KEY, bearer("wrong"), "refused"),
        (KEY, bearer(KEY), "accepted"),
    ],
)
async def test_a_key_can_be_tried(make_client: MakeClient, keys: str, headers: dict[str, str], state: str) -> None:
    client = await make_client(api_keys=keys, article_limit=4_096)
    response = await client.get("/v1/about", headers=headers)
    about = await response.json()
    assert about["key"] == state
    assert about["name"] == "OnRecord"
    assert about["snapshot"]
    assert about["version"] == version("onrecord")
    assert about["limits"] == {"quotes": 200, "bytes": 4_096}
    assert set(about["policies"]) == {"default", "strict", "lenient"}
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("headers", "known"), [(bearer(KEY), True), (basic(KEY), True)])
async def test_handlers_are_told_who_asks(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], known: bool
) -> None:
    seen: list[Caller] = []

    async def note(request: web.Request) -> web.Response:
        seen.append(request[CALLER])
        return web.Response()

    for route in client.app.router.routes():
        if route.resource is not None and route.resource.canonical == "/v1/sources":
            monkeypatch.setattr(route, "_handler", note)
    await client.get("/v1/sources", headers=headers)
    (caller,) = seen
    assert caller.state == "accepted"
    assert caller.key_id == ApiKeys.read(KEY).id_of(KEY)
    assert caller.key_id is not None
    assert caller.key_id not in KEY


async def test_each_key_has_a_rate_of_its_own_and_who_has_none_that_of_their_address(make_client: MakeClient) -> None:
    client = await make_client(api_keys=f"{KEY},{OTHER}", rate=60, rate_burst=2)
    for headers, expected in [
        (bearer(KEY), [200, 200, 429]),
        (basic(KEY), [429]),
        (bearer(OTHER), [200, 200, 429]),
        # Guessing at keys is counted too.
        (bearer("wrong"), [401, 401, 429]),
        ({}, [429]),
    ]:
        for status in expected:
            response = await client.get("/v1/sources", headers=headers)
            assert response.status == status
    assert "RateLimit" in response.headers


def test_ids_tell_keys_apart_and_hold_none_of_them() -> None:
    keys = ApiKeys.read(f"{KEY},{OTHER},{KEY}")
    assert len(keys.digests) == 2
    assert keys.id_of(KEY) != keys.id_of(OTHER)
    assert keys.id_of("x" * 16) is None
    assert KEY not in repr(keys)


def test_keys_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"# the news desk\n{KEY}\n\n  {OTHER}  \n")
    keys = ApiKeys.read(f"@{file}")
    assert keys.id_of(KEY)
    assert keys.id_of(OTHER)
    assert keys.id_of("# the news desk") is None


@pytest.mark.parametrize("named", ["short", "has a blank in it", f"{KEY},q@q", "ключключключключ"])
def test_keys_that_will_not_do_are_refused_without_being_printed(named: str) -> None:
    with pytest.raises(InputError, match="will not do") as refused:
        ApiKeys.read(named)
    assert named.rpartition(",")[2] not in refused.value.message


def test_a_file_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        ApiKeys.read(f"@{tmp_path / 'nowhere'}")
    (tmp_path / "keys").write_text("# nobody\n")
    with pytest.raises(InputError, match="holds none"):
        ApiKeys.read(f"@{tmp_path / 'keys'}")
    (tmp_path / "keys").write_bytes(b"\xff" * 20)
    with pytest.raises(InputError, match="UTF-8"):
        ApiKeys.read(f"@{tmp_path / 'keys'}")


@pytest.mark.parametrize("flag", [("--api-keys", "tooshort"), ("--extension-origins", "https://newspaper.example")])
async def test_the_server_does_not_start_on_a_setting_that_will_not_do(
    sample_archive: Path, flag: tuple[str, str]
) -> None:
    process = await start(sample_archive, "--port", "0", *flag)
    try:
        async with asyncio.timeout(SECONDS):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 2
    assert b"ready" not in out
    assert len(err.decode().strip().splitlines()) == 1
    assert b"ONRECORD_" in err
