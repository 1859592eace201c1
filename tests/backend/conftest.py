"""A server over the sample archive: in this process for most tests, as a real `onrecord-server` for the rest."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from backend.app import create_app
from backend.server import LONGEST_LINE
from backend.settings import Settings
from quotes.ingest import import_paths

MakeClient = Callable[..., Awaitable[TestClient]]


def import_sample(data: Path) -> None:
    with as_file(files("quotes") / "sample") as sample:
        import_paths(data, sorted(sample.glob("*.jsonl")))


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive; no test writes to it."""
    data = tmp_path_factory.mktemp("sample")
    import_sample(data)
    return data


@pytest.fixture
def sample_archive_copy(sample_archive: Path, tmp_path: Path) -> Path:
    """One to write to."""
    return Path(shutil.copytree(sample_archive, tmp_path / "archive"))


@pytest.fixture
async def make_client(sample_archive: Path) -> AsyncIterator[MakeClient]:
    """A function that starts a server over the sample archive with the given settings, and returns its client."""
    clients: list[TestClient] = []

    async def make(**settings: object) -> TestClient:
        app: web.Application = create_app(Settings(**{"data": sample_archive} | settings))  # type: ignore[arg-type]
        client = TestClient(TestServer(app))
        await client.server.start_server(max_line_size=LONGEST_LINE)
        clients.append(client)
        return client

    yield make
    for client in clients:
        await client.close()


@pytest.fixture
async def client(make_client: MakeClient) -> TestClient:
    return await make_client()
