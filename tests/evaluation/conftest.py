"""The judged archives, built once for all tests of a run; ONRECORD_EVALUATION_CACHE names a folder to keep them in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.verify import Engine
from tests.evaluation import archive, corpus, labelled
from tests.evaluation.suites import Judged


@pytest.fixture(scope="session")
def sample_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    data = tmp_path_factory.mktemp("sample") / "data"
    archive.build_sample(data)
    engine = Engine.open(data)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def judged(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    cases = labelled.read_cases(shared)
    texts = corpus.load(shared / "corpus", frozenset(case["transcript"] for case in cases))
    cache = os.environ.get("ONRECORD_EVALUATION_CACHE")
    data = archive.cached(Path(cache) if cache else tmp_path_factory.mktemp("corpora"), shared / "corpus", texts)
    engine = Engine.open(data)
    yield Judged(engine, texts, cases, data)
    engine.close()
