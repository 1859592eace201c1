"""One Firefox a module, and pages for it. Needs firefox-esr; skips where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.extension.firefox.browser import FIREFOX, Firefox, Preferences, firefox
from tests.extension.firefox.loop_thread import LoopThread


@pytest.fixture(scope="module")
def loop() -> Iterator[LoopThread]:
    with LoopThread() as thread:
        yield thread


@pytest.fixture(scope="module")
def preferences() -> Preferences:
    """What a module sets otherwise than a fresh profile has it."""
    return {}


@pytest.fixture(scope="module")
def browser(loop: LoopThread, preferences: Preferences) -> Firefox:
    if FIREFOX is None:
        pytest.skip("needs firefox-esr (apt-get install firefox-esr)")
    return loop.enter(firefox(loop, preferences))
