"""Both stores of jobs, for the one behaviour suite, and what is done with them in tests."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from backend.jobs.job import Chunk, Job, JobKind, NewJob, Options, Row
from backend.jobs.redis_store import RedisStore
from backend.jobs.sqlite_store import SqliteStore
from backend.jobs.store import JobStore, Limits
from tests.backend.conftest import import_sample
from tests.jobs.redis_server import RedisServer

MakeStore = Callable[..., JobStore]
SECONDS = 30
CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.kill()


@pytest.fixture(params=["sqlite", "redis"])
async def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[MakeStore]:
    """A function that opens the same jobs once more, as another process would."""
    opened: list[JobStore] = []
    if request.param == "redis":
        server: RedisServer = request.getfixturevalue("redis_server")
        server.empty()

    def make(**limits: float) -> JobStore:
        kept = Limits(**{"lease": 2.0} | limits)
        store: JobStore
        store = SqliteStore(tmp_path, kept) if request.param == "sqlite" else RedisStore(server.url, kept)
        opened.append(store)
        return store

    yield make
    for store in opened:
        await store.close()


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, make_store: MakeStore) -> str:
    """Where the jobs of `make_store` are, as another process is told it."""
    kept = isinstance(make_store(), SqliteStore)
    return str(tmp_path) if kept else request.getfixturevalue("redis_server").url


@pytest.fixture
def store(make_store: MakeStore) -> JobStore:
    return make_store()


def new_job(rows: int = 10, *, size: int = 4, **fields: object) -> NewJob:
    units: list[Row] = [{"row": number, "line": number, "quote": f"quote {number}"} for number in range(1, rows + 1)]
    chunks = [Chunk(units[start : start + size]) for start in range(0, rows, size)]
    options = Options(**fields.pop("options", {}))  # type: ignore[arg-type]
    return NewJob(JobKind.ROWS, options, chunks, fingerprint="f", **fields)  # type: ignore[arg-type]


async def until_over(store: JobStore, job: str) -> Job:
    async with asyncio.timeout(SECONDS):
        while True:
            found = await store.find(job)
            assert found is not None
            if found.state.over:
                return found
            await asyncio.sleep(0.02)


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive; its jobs are in Redis or nowhere."""
    data = tmp_path_factory.mktemp("sample")
    import_sample(data)
    return data


@pytest.fixture
def sample_archive_copy(sample_archive: Path, tmp_path: Path) -> Path:
    """One with jobs of its own."""
    return Path(shutil.copytree(sample_archive, tmp_path / "archive"))
