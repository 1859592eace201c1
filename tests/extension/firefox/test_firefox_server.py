"""The real server before a real browser: an extension reads every answer without leave for any host, a page
reads none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.backend.conftest import import_sample
from tests.backend.running import running
from tests.extension.firefox.browser import Firefox, Tab
from tests.extension.firefox.conftest import KEY
from tests.extension.firefox.loop_thread import LoopThread
from tests.extension.firefox.onrecord import READER_ID, READER_UUID
from tests.extension.firefox.site import Site

pytestmark = pytest.mark.browser

MANIFEST = {
    "manifest_version": 3,
    "name": "Reader",
    "version": "1",
    "browser_specific_settings": {"gecko": {"id": READER_ID}},
}

FETCH = """
(async () => {
  try {
    const answer = await fetch(%s, { credentials: "omit", ...%s });
    const retry = answer.headers.get("Retry-After");
    return JSON.stringify({ status: answer.status, retry, body: await answer.json() });
  } catch (error) {
    return JSON.stringify({ failed: error.name });
  }
})()
"""


@pytest.fixture(scope="module")
def guarded(loop: LoopThread, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One that asks for a key, over an archive of its own: it is sent more reports than it takes."""
    data = tmp_path_factory.mktemp("sample")
    import_sample(data)
    with loop.within(running(data, "--processes", "1", "--api-keys", KEY)) as server:
        yield server.address


@pytest.fixture(scope="module")
def extension_page(browser: Firefox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    folder = tmp_path_factory.mktemp("reader")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "page.html").write_text("<!doctype html><title>Reader</title>")
    browser.install(folder)
    yield browser.open(f"moz-extension://{READER_UUID}/page.html")
    browser.uninstall(READER_ID)


@pytest.fixture(scope="module")
def web_page(browser: Firefox, pages: Site) -> Tab:
    """Of another origin, and with no policy of its own that could be what forbids."""
    return browser.open(f"{pages.address}/quiet")


def fetch(tab: Tab, address: str, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tab.evaluate(FETCH % (json.dumps(address), json.dumps(options))))
    return found


def with_key(key: str, body: object = None) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", "Accept": "application/json"}
    return {"headers": headers} | ({"method": "POST", "body": json.dumps(body)} if body is not None else {})


def test_a_key_can_be_tried(extension_page: Tab, guarded: str) -> None:
    states = {
        fetch(extension_page, f"{guarded}/v1/about", **options)["body"]["key"]
        for options in ({}, with_key("wrong"), with_key(KEY))
    }
    assert states == {"missing", "refused", "accepted"}


def test_an_answer_and_every_kind_of_problem_can_be_read(extension_page: Tab, guarded: str) -> None:
    answer = fetch(extension_page, f"{guarded}/v1/lookup", **with_key(KEY, {"quote": "drive a wedge"}))
    assert answer["body"]["matches"]
    for body, key, status, code in [
        ({"quote": ""}, KEY, 422, "bad_quotation"),
        ({"quote": "x" * 300_000}, KEY, 413, "too_large"),
        ({"quote": "drive a wedge"}, "wrong", 401, "unauthorized"),
    ]:
        problem = fetch(extension_page, f"{guarded}/v1/lookup", **with_key(key, body))
        assert (problem["status"], problem["body"]["code"]) == (status, code)


def test_when_to_come_again_can_be_read(extension_page: Tab, guarded: str) -> None:
    report = {
        "question": {"quote": "drive a wedge"},
        "verdict": "altered",
        "snapshot": "x",
        "engine_version": "x",
        "consent": True,
    }
    found = [fetch(extension_page, f"{guarded}/v1/reports", **with_key(KEY, report)) for _ in range(31)]
    assert [one["status"] for one in found] == [201] * 30 + [429]
    assert found[-1]["retry"] == "60"


def test_a_web_page_reads_nothing_not_even_with_the_key(web_page: Tab, guarded: str) -> None:
    assert fetch(web_page, web_page.address())["failed"] == "SyntaxError"  # its own origin it reads, and finds no JSON
    assert fetch(web_page, f"{guarded}/v1/about") == {"failed": "TypeError"}
    assert fetch(web_page, f"{guarded}/v1/lookup", **with_key(KEY, {"quote": "drive a wedge"})) == {
        "failed": "TypeError"
    }
