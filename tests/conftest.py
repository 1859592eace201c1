"""What every test has: the shared data where it is there, and reproducible property tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[1] / "../shared"

settings.register_profile("test", max_examples=100, deadline=None, print_blob=True, derandomize=True)
settings.register_profile("fuzz", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real transcripts and labelled quotations that lies beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("needs the real transcripts in ../shared, beside the checkout")
    return SHARED
