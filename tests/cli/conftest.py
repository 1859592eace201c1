"""Running `onrecord` in this process, on the sample archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from quotes.cli import main

Run: TypeAlias = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """`run("archive", "status", data=folder)`; an exception nobody expected fails the test."""

    def run(*arguments: object, data: Path | None = None, stdin: bytes | None = None) -> Result:
        before = [] if data is None else ["--data", str(data)]
        result = CliRunner().invoke(main, [*before, *map(str, arguments)], input=stdin, prog_name="onrecord")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample archive in it. Not to be written to."""
    data = tmp_path_factory.mktemp("sample") / "data"
    result = CliRunner().invoke(main, ["--data", str(data), "import", "--sample"])
    assert result.exit_code == 0, result.output
    return data
