"""The archives of the other languages, built once for all tests of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.languages.judging import LANGUAGES, judged
from tests.evaluation.languages.suites import Judged


@pytest.fixture(scope="session", params=LANGUAGES)
def held(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    cache = os.environ.get("ONRECORD_EVALUATION_CACHE")
    with judged(
        LANGUAGES[request.param], shared, Path(cache) if cache else tmp_path_factory.mktemp("corpora")
    ) as found:
        yield found
