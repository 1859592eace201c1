"""One Firefox with the extension in it, a real server over the sample archive, and pages.

Needs firefox-esr; skips where it is missing.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.backend.conftest import import_sample
from tests.backend.running import running
from tests.extension.firefox.browser import FIREFOX, Firefox, Tab, firefox
from tests.extension.firefox.loop_thread import LoopThread
from tests.extension.firefox.onrecord import ID, UUIDS, OnRecord
from tests.extension.firefox.site import Site, StandIn, site, stand_in
from tools.package_extension import EXTENSION, package

KEY = "a-key-for-the-tests"

OpenPage: TypeAlias = Callable[[str], Tab]


@pytest.fixture(scope="session")
def loop() -> Iterator[LoopThread]:
    with LoopThread() as thread:
        yield thread


@pytest.fixture(scope="session")
def browser(loop: LoopThread) -> Firefox:
    if FIREFOX is None:
        pytest.skip("needs firefox-esr (apt-get install firefox-esr)")
    return loop.enter(firefox(loop, {"extensions.webextensions.uuids": json.dumps(UUIDS)}))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("sample")
    import_sample(data)
    return data


@pytest.fixture(scope="session")
def server(loop: LoopThread, archive: Path) -> str:
    """The address of a real server as anybody starts one."""
    return loop.enter(running(archive, "--processes", "1")).address


@pytest.fixture(scope="session")
def guarded(loop: LoopThread, archive: Path) -> str:
    """The address of a real server that asks for KEY."""
    return loop.enter(running(archive, "--processes", "1", "--api-keys", KEY)).address


@pytest.fixture(scope="session")
def closed(loop: LoopThread, archive: Path) -> str:
    """The address of a real server that lets no extension read."""
    return loop.enter(running(archive, "--processes", "1", "--extension-origins", "none")).address


@pytest.fixture(scope="session")
def pages(loop: LoopThread) -> Site:
    return loop.enter(site())


@pytest.fixture
def failing(loop: LoopThread) -> Iterator[StandIn]:
    """A server to be told how to fail."""
    with loop.within(stand_in()) as server:
        yield server


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the store gets: a file that does not ship is missed in the tests."""
    out = tmp_path_factory.mktemp("packaged")
    with zipfile.ZipFile(package("firefox", EXTENSION, out)) as packed:
        packed.extractall(out / "unpacked")
    return out / "unpacked"


@pytest.fixture(scope="session")
def installed(browser: Firefox, unpacked: Path) -> OnRecord:
    assert browser.install(unpacked) == ID
    return OnRecord(browser)


@pytest.fixture
def onrecord(installed: OnRecord, server: str) -> OnRecord:
    """The extension, set up for the real server and nothing remembered."""
    installed.control.evaluate("chrome.storage.local.clear()")
    installed.set(server=server)
    return installed


@pytest.fixture
def open_page(browser: Firefox, pages: Site, installed: OnRecord) -> Iterator[OpenPage]:
    """A function that opens a page of the site in a tab of its own; closed with the test, and whatever it opened."""
    before = [installed.control, *browser.tabs()]

    def open_page(path: str) -> Tab:
        return browser.open(pages.address + path)

    yield open_page
    for tab in browser.tabs():
        if tab not in before and tab != installed.control:
            tab.close()
