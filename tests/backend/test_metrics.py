"""Numbers of several processes, put together from their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_client.mmap_dict import MmapedDict, mmap_key

from backend.metrics import Metrics


def test_a_process_that_died_with_an_empty_file_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made before it is filled, and a process may be killed in between."""
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    whole = MmapedDict(str(tmp_path / "counter_1.db"))
    key = mmap_key("onrecord_lookups", "onrecord_lookups_total", ["verdict"], ["verbatim"], "Lookups.")
    whole.write_value(key, 3.0, 0.0)
    whole.close()
    (tmp_path / "counter_2.db").touch()
    assert b'onrecord_lookups_total{verdict="verbatim"} 3.0' in Metrics().exposition()
