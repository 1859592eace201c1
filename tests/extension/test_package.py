"""The archives for the stores: the same bytes every time, and in them what is meant to ship and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from tests.backend.browser.conftest import CHROMIUM
from tools.package_extension import EXTENSION, ROOT, STORES, NotPackaged, package, shipped

MANIFEST: dict[str, Any] = {
    "manifest_version": 3,
    "name": "__MSG_name__",
    "version": "1.2",
    "background": {"service_worker": "src/worker.js", "scripts": ["src/shared.js", "src/page.js"]},
    "browser_specific_settings": {"gecko": {"id": "x@example.org"}},
    "minimum_chrome_version": "121",
}


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """A small one, with everything around it that a checkout has."""
    folder = tmp_path / "extension"
    for name, text in {
        "manifest.json": json.dumps(MANIFEST),
        "_locales/en/messages.json": "{}",
        "icons/16.png": "",
        "src/worker.js": "'ü'",
        "src/deep/card.css": "",
        "src/types.d.ts": "interface X {}",
        "tests/card.test.js": "",
        "node_modules/jsdom/index.js": "",
        "package.json": "{}",
        "biome.json": "{}",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as packed:
        assert packed.testzip() is None
        return packed.namelist()


@pytest.mark.parametrize("store", STORES)
def test_what_ships_is_named_and_nothing_else_is_in_it(extension: Path, tmp_path: Path, store: str) -> None:
    archive = package(store, extension, tmp_path / "out")
    assert archive.name == f"onrecord-{store}-1.2.zip"
    assert names(archive) == [
        *("LICENSE", "_locales/en/messages.json", "icons/16.png", "manifest.json"),
        *("src/deep/card.css", "src/worker.js"),
    ]


def test_each_store_gets_the_manifest_of_its_browser(extension: Path, tmp_path: Path) -> None:
    manifests = {}
    for store in STORES:
        with zipfile.ZipFile(package(store, extension, tmp_path)) as packed:
            manifests[store] = json.loads(packed.read("manifest.json"))
    assert manifests["chromium"]["background"] == {"service_worker": "src/worker.js"}
    assert "browser_specific_settings" not in manifests["chromium"]
    assert manifests["firefox"]["background"] == {"scripts": ["src/shared.js", "src/page.js"]}
    assert "minimum_chrome_version" not in manifests["firefox"]
    assert json.loads((extension / "manifest.json").read_text("utf-8")) == MANIFEST


@pytest.mark.parametrize("store", STORES)
def test_neither_times_nor_leave_to_read_change_a_byte(extension: Path, tmp_path: Path, store: str) -> None:
    first = package(store, extension, tmp_path / "one").read_bytes()
    for number, file in enumerate(extension.rglob("*")):
        os.utime(file, (number * 10**6, number * 10**6))
        if file.is_file():
            file.chmod(0o755)
    assert package(store, extension, tmp_path / "two").read_bytes() == first


def test_a_file_nobody_decided_about_is_refused(extension: Path, tmp_path: Path) -> None:
    (extension / "notes.txt").write_text("to do")
    with pytest.raises(NotPackaged, match=r"notes\.txt neither ships nor stays"):
        package("firefox", extension, tmp_path)


@pytest.mark.parametrize("name", ["src/card.js.orig", "src/.card.js.swp", "icons/icon.xcf", "src/key.pem"])
def test_a_file_of_a_kind_that_does_not_ship_is_refused(extension: Path, tmp_path: Path, name: str) -> None:
    (extension / name).write_text("")
    with pytest.raises(NotPackaged, match="of no kind that ships"):
        package("firefox", extension, tmp_path)


def test_a_manifest_of_one_browser_alone_is_refused(extension: Path, tmp_path: Path) -> None:
    (extension / "manifest.json").write_text(json.dumps(MANIFEST | {"background": {"service_worker": "x.js"}}))
    with pytest.raises(NotPackaged, match="not the manifest of both browsers"):
        package("chromium", extension, tmp_path)


def test_two_builds_of_the_extension_are_equal_and_whole(tmp_path: Path) -> None:
    """As `make extension` runs it, each build a process of its own."""
    built = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, ROOT / "tools/package_extension.py", out],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            timeout=60,
        )
        built.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert built[0] == built[1]
    version = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["version"]
    assert set(built[0]) == {f"onrecord-{store}-{version}.zip" for store in STORES}
    meant = {file.relative_to(EXTENSION).as_posix() for file in shipped(EXTENSION)} | {"manifest.json", "LICENSE"}
    for name in built[0]:
        assert set(names(tmp_path / "1" / name)) == meant


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository, to tell what belongs to it")
def test_nothing_ships_that_is_not_in_the_repository() -> None:
    listed = ["git", "ls-files", "-z", "extension"]
    held = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, text=True, timeout=60).stdout.split("\0")
    assert {file.relative_to(ROOT).as_posix() for file in shipped(EXTENSION)} <= set(held)


@pytest.mark.browser
def test_chromium_takes_its_archive_without_a_complaint(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("needs chromium (apt-get install chromium)")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(package("chromium", EXTENSION, tmp_path)) as packed:
        packed.extractall(unpacked)
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=CHROMIUM,
            headless=False,
            args=[
                *("--headless=new", "--no-sandbox", "--disable-gpu"),
                *(f"--disable-extensions-except={unpacked}", f"--load-extension={unpacked}"),
            ],
            ignore_default_args=["--disable-extensions"],
        )
        try:
            worker = next(iter(context.service_workers), None) or context.wait_for_event("serviceworker")
            page = context.new_page()
            page.goto("chrome://extensions")
            # What the browser has against an extension stands on its card there.
            said = page.evaluate(
                "chrome.developerPrivate.getExtensionsInfo().then((all) => all"
                ".filter((one) => one.name.startsWith('OnRecord'))"
                ".map((one) => [...one.manifestErrors, ...one.runtimeErrors].map((error) => error.message)))"
            )
            assert said == [[]]
            assert worker.url.endswith("/src/background/worker.js")
        finally:
            context.close()
