"""`onrecord lookup --receipt` and `onrecord receipt`: kept in a file, checked without a network."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from quotes.report import read_public_key
from tests.cli.conftest import Run

QUOTE = "They are just baseless"


@pytest.fixture
def data(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    assert run("import", "--sample", data=folder).exit_code == 0
    return folder


@pytest.fixture
def file(run: Run, data: Path, tmp_path: Path) -> Path:
    written = tmp_path / "receipt.json"
    result = run("lookup", QUOTE, "--speaker", "Lin Jian", "--receipt", written, data=data)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "VERBATIM")
    return written


def test_a_receipt_is_written_and_checked(run: Run, data: Path, file: Path) -> None:
    assert stat.S_IMODE((data / "receipt-key.pem").stat().st_mode) == 0o600
    result = run("receipt", "verify", file, data=data)
    assert result.exit_code == 0, result.stdout
    assert "signature   valid" in result.stdout
    assert "replay      same" in result.stdout


def test_for_machines(run: Run, data: Path, file: Path) -> None:
    found = json.loads(run("receipt", "verify", file, "--json", data=data).stdout)
    assert (found["signature"], found["record"], found["replay"]) == ("valid", "same", "same")
    assert found["key_id"] == json.loads(run("receipt", "key", "--json", data=data).stdout)["kid"]


def test_a_change_is_something_to_look_at(run: Run, data: Path, file: Path) -> None:
    file.write_text(file.read_text().replace('"verdict":"verbatim"', '"verdict":"altered"'))
    result = run("receipt", "verify", file, data=data)
    assert result.exit_code == 1
    assert "invalid" in result.stdout
    assert "/answer/verdict" in result.stdout
    assert [line for line in result.stdout.splitlines() if len(line) > 80 and "://" not in line] == []


@pytest.mark.parametrize("form", ["--json", None], ids=["as JWK", "as PEM"])
def test_elsewhere_the_key_has_to_be_given(run: Run, data: Path, file: Path, tmp_path: Path, form: str | None) -> None:
    key = tmp_path / "public"
    key.write_text(run("receipt", "key", *([form] if form else []), data=data).stdout)
    elsewhere = tmp_path / "elsewhere"
    result = run("receipt", "verify", file, data=elsewhere)
    assert (result.exit_code, "unknown key" in result.stdout) == (1, True)
    result = run("receipt", "verify", file, "--key", key, data=elsewhere)
    assert (result.exit_code, "signature   valid" in result.stdout) == (1, True)
    assert "replay      not possible" in result.stdout
    assert not elsewhere.exists()


def test_what_is_no_receipt_or_key_is_wrong_usage(run: Run, data: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("{}")
    result = run("receipt", "verify", other, data=data)
    assert (result.exit_code, "/onrecord_receipt is missing" in result.stderr) == (2, True)
    result = run("receipt", "verify", file, "--key", other, data=data)
    assert (result.exit_code, str(other) in result.stderr) == (2, True)


def test_the_key_can_be_kept_elsewhere(run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_RECEIPT_KEY", str(tmp_path / "key.pem"))
    pem = run("receipt", "key", data=data).stdout
    assert read_public_key(pem).pem() == pem
    assert (tmp_path / "key.pem").exists()
    assert not (data / "receipt-key.pem").exists()


def test_a_receipt_that_cannot_be_written_leaves_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("lookup", QUOTE, "--receipt", tmp_path / "nowhere" / "receipt.json", data=data)
    assert (result.exit_code, "Traceback" in result.output) == (3, False)
    assert list((tmp_path / "folder").iterdir()) == []
