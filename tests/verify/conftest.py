from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import quotes
from quotes.ingest import import_paths
from quotes.verify import Engine

SAMPLE = Path(quotes.__file__).parent / "sample"


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample archive."""
    data = tmp_path_factory.mktemp("sample-archive")
    import_paths(data, [SAMPLE])
    return data


@pytest.fixture(scope="session")
def engine(sample_data: Path) -> Iterator[Engine]:
    with Engine.open(sample_data) as opened:
        yield opened
