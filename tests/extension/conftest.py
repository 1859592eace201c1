"""What the tests of both browsers share: pages to read and a real server with the sample archive, behind a gate."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backend.conftest import import_sample
from tests.extension.serving import Gate, PageHandler, gate_before, real_server, serving


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("extension") / "data"
    import_sample(data)
    return data


@pytest.fixture(scope="session")
def one_gate(sample_data: Path) -> Iterator[Gate]:
    with real_server(sample_data) as behind, gate_before(behind) as gate:
        yield gate


@pytest.fixture
def gate(one_gate: Gate) -> Gate:
    """A real server with the sample archive behind it, and nothing noted yet."""
    one_gate.reset()
    return one_gate


@pytest.fixture(scope="session")
def pages() -> Iterator[str]:
    """The address of the pages."""
    with serving(PageHandler) as server:
        server.seen = []  # type: ignore[attr-defined]
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    """Where pictures go, if somebody asked for them: ONRECORD_PICTURES."""
    asked = os.environ.get("ONRECORD_PICTURES")
    if not asked:
        return None
    folder = Path(asked)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
