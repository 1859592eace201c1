"""A site, a time and a fetcher for each test of fetching."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from quotes.fetch import Fetcher
from tests.fetch.site import Site
from tests.fetch.timing import Timing


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with Site() as running:
        yield running


@pytest.fixture
def timing() -> Timing:
    return Timing()


@pytest.fixture
async def fetcher(timing: Timing) -> AsyncIterator[Callable[..., Any]]:
    """Makes fetchers that may ask every host, unless told otherwise, and closes them."""
    async with AsyncExitStack() as stack:

        async def make(**options: Any) -> Fetcher:
            options.setdefault("hosts", lambda _: True)
            options.setdefault("clock", timing.clock)
            return await stack.enter_async_context(Fetcher(**options))

        yield make
