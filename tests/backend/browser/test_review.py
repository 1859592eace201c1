"""Reviewing in a real browser: sent, stepped through, decided, left and come back to; with keys alone, without scripts,
without a connection."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession, FormData, web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, FilePayload, Page, Route, async_playwright, expect

from tests.backend.browser.conftest import CHROMIUM, OpenPage, pages_of
from tests.backend.reviewed import ARTICLE, PARAGRAPHS, VERDICTS, table, web_page, word_document

# One browser for all tests of the module, each in a context of its own, so one event loop, too.
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

CHECKOUT = Path(__file__).resolve().parents[3]
AXE = CHECKOUT / "extension/node_modules/axe-core/axe.min.js"


@dataclass(frozen=True)
class Site:
    """The server of this module's tests, and a port of this machine that it may fetch articles from."""

    address: str
    allowed: int


@pytest.fixture(scope="module")
def site(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory, unused_tcp_port_factory) -> Iterator[Site]:
    """One server with a worker for all tests of the module: they send reviews of their own."""
    data = tmp_path_factory.mktemp("reviewed") / "data"
    shutil.copytree(sample_archive, data)
    allowed = unused_tcp_port_factory()
    command = [sys.executable, "-m", "backend.main", "--data", str(data), "--port", "0", "--processes", "1"]
    process = subprocess.Popen(
        [*command, "--fetch-allow", f"127.0.0.1:{allowed}", "--job-chunk", "8"],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")},
        start_new_session=True,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("OnRecord is ready at "), line
        yield Site(line.split()[-1], allowed)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=10)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs chromium (apt-get install chromium)")
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def open_page(site: Site, browser: Browser, complaints: list[str]) -> AsyncIterator[OpenPage]:
    """As `open_page` of other modules."""
    async with pages_of(browser, site.address, complaints) as open_path:
        yield open_path
    assert complaints == []


async def sent(site: Site, form: FormData) -> str:
    """The address of the review that came of it."""
    async with ClientSession() as session:
        response = await session.post(f"{site.address}/review", data=form, headers={"Accept": "application/json"})
        address: str = (await response.json())["address"]
        return address


def rows(number: int) -> FormData:
    form = FormData()
    form.add_field("file", BytesIO(table(number).encode()), filename="quotes.csv")
    return form


async def reviewed(open_page: OpenPage, site: Site, **options: object) -> Page:
    """The page of the article, which was sent before."""
    page = await open_page(await sent(site, FormData({"text": ARTICLE, "published": "2025-10-14"})), **options)
    await page.locator("#left").wait_for()
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
async def test_from_pasting_to_deciding(open_page: OpenPage, scripts: bool) -> None:
    page = await open_page("/review", java_script_enabled=scripts)
    await page.get_by_label("Paste its text").fill(ARTICLE)
    await page.get_by_label("Published").fill("2025-10-14")
    await page.get_by_role("button", name="Check the quotations").click()
    await page.locator("#left").wait_for()
    assert await page.locator("#list li").count() == len(VERDICTS)
    await page.locator(".article-text .quoted").nth(3).click()
    section = page.locator("#q4")
    await expect(section).to_be_visible()
    assert await page.locator("#q1").is_visible() != scripts
    await section.get_by_label("Note").fill("Whose promise is it?")
    await section.get_by_role("button", name="Query").click()
    await expect(page.locator("#q4 .saved")).to_have_text("Saved")
    await page.reload()
    await expect(page.locator("#q4").get_by_label("Note")).to_have_value("Whose promise is it?")
    assert await page.locator("#q4 [aria-pressed=true]").inner_text() == "Query"
    assert await page.locator("#left").inner_text() == "6 of 7 to decide"
    await expect(page.locator("#q4")).to_be_visible()


@pytest.mark.usefixtures("expected")
async def test_a_word_document_and_what_cannot_be_read(open_page: OpenPage) -> None:
    page = await open_page("/review")
    await page.get_by_label("Headline").fill("Kept")
    broken: FilePayload = {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04 broken"}
    await page.get_by_label("Or choose a file").set_input_files(broken)
    await page.get_by_role("button", name="Check the quotations").click()
    await expect(page.locator("#problem")).to_contain_text("save it again as .docx")
    await expect(page.get_by_label("Or choose a file")).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_label("Headline")).to_have_value("Kept")
    await page.get_by_label("Headline").fill("")
    await page.get_by_label("Or choose a file").set_input_files(
        {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": word_document()}
    )
    await page.get_by_role("button", name="Check the quotations").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(PARAGRAPHS[0])


@pytest.fixture
def expected(open_page: OpenPage, complaints: list[str]) -> Iterator[None]:
    """Problems are answers with a status, which Chromium logs: those are what the test is about."""
    yield
    complaints[:] = [line for line in complaints if "the server responded with a status of 4" not in line]


async def test_an_address(open_page: OpenPage, site: Site) -> None:
    async def news(request: web.Request) -> web.Response:
        return web.Response(text=web_page(), content_type="text/html")

    app = web.Application()
    app.router.add_get("/news", news)
    async with TestServer(app, port=site.allowed):
        page = await open_page("/review")
        await page.get_by_label("Or give its address").fill(f"http://127.0.0.1:{site.allowed}/news")
        await page.get_by_role("button", name="Check the quotations").click()
        await expect(page.locator(".article-heading").first).to_contain_text("The Harbour Post, 14 October 2025")


async def test_keys_alone_are_enough(open_page: OpenPage, site: Site) -> None:
    page = await reviewed(open_page, site)
    assert await page.evaluate("scrollY") == 0
    status = page.locator("#status")
    for key in ("j", "n", "ArrowDown"):
        await page.keyboard.press(key)
    assert await page.locator("#list [aria-current]").get_attribute("data-place") == "3"
    await expect(status).to_have_text("Quotation 4, Verbatim: 4 of 7.")
    assert await page.evaluate("document.activeElement.id") == "l4"
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "t4"
    await page.keyboard.press("a")
    await expect(page.locator("#q4 .saved")).to_have_text("Saved")
    await expect(status).to_have_text("Quotation 4 accepted. Saved.")
    await page.keyboard.press("k")
    await page.keyboard.press("c")
    assert await page.evaluate("document.activeElement.id") == "text-3"
    await page.keyboard.press("End")
    # A letter in a field is a letter.
    await page.keyboard.type(" jq?")
    await page.keyboard.press("Escape")
    await expect(page.locator("#q3 .saved")).to_have_text("Saved")
    await expect(page.locator("#left")).to_have_text("5 of 7 to decide")
    await page.keyboard.press("u")
    await expect(page.locator("#left")).to_have_text("6 of 7 to decide")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    await page.get_by_label("Single keys do this").uncheck()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("j")
    assert await page.locator("#list [aria-current]").get_attribute("data-place") == "2"


async def test_what_is_written_while_a_decision_is_being_saved_is_saved_after_it(
    open_page: OpenPage, site: Site
) -> None:
    page = await reviewed(open_page, site)
    asked, written = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        asked.set()
        await written.wait()
        await route.continue_()

    await page.route("**/decisions/**", hold, times=1)
    await page.keyboard.press("c")
    await asked.wait()
    await page.keyboard.press("End")
    await page.keyboard.type(" indeed")
    written.set()
    await expect(page.locator("#left")).to_have_text("6 of 7 to decide")
    await page.keyboard.press("Escape")
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    await page.reload()
    assert (await page.locator("#text-1").input_value()).endswith(" indeed")


async def test_a_note_outlives_a_lost_connection_and_a_reload(
    open_page: OpenPage, site: Site, complaints: list[str]
) -> None:
    page = await reviewed(open_page, site)

    async def cut(route: Route) -> None:
        await route.abort("connectionfailed")

    await page.route("**/decisions/**", cut)
    await page.keyboard.press("q")
    await page.keyboard.type("Who says so?")
    await page.keyboard.press("Escape")
    await expect(page.locator("#q1 .saved")).to_contain_text("Not saved: no connection to the server")
    await page.unroute("**/decisions/**")
    await page.reload()
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    await expect(page.locator("#q1").get_by_label("Note")).to_have_value("Who says so?")
    # Before anything was decided, what is written is kept, too.
    await page.keyboard.press("j")
    await page.locator("#q2").get_by_label("Note").fill("Half a thought")
    await page.reload()
    await expect(page.locator("#q2").get_by_label("Note")).to_have_value("Half a thought")
    complaints[:] = [line for line in complaints if "ERR_CONNECTION_FAILED" not in line]


async def test_a_colleague_who_was_first_is_not_overwritten_unseen(
    open_page: OpenPage, site: Site, complaints: list[str]
) -> None:
    page = await reviewed(open_page, site)
    await page.keyboard.press("a")
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    job = page.url.split("/review/")[1].split("#")[0]
    theirs = json.dumps({"decision": "query", "note": "Wait for me."})
    put = (
        "([job, row, body]) => fetch(`/v1/jobs/${job}/decisions/${row}`, {method: 'PUT', body, "
        "headers: {'Content-Type': 'application/json'}}).then((answer) => answer.status)"
    )
    assert await page.evaluate(put, [job, "0.0", theirs]) == 200
    await page.locator("#q1").get_by_role("button", name="Correct").click()
    await expect(page.locator("#q1 .saved")).to_contain_text("A colleague queried it (“Wait for me.”) meanwhile")
    await page.locator("#q1").get_by_role("button", name="Correct").click()
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    # Who comes back to the page sees the other decisions.
    await page.evaluate(put, [job, "0.2", theirs])
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(page.locator("#l3 .mark")).to_have_text("queried")
    await expect(page.locator("#left")).to_have_text("5 of 7 to decide")
    complaints[:] = [line for line in complaints if "412" not in line]


async def test_who_was_first_is_not_overwritten_by_a_first_decision(
    open_page: OpenPage, site: Site, complaints: list[str]
) -> None:
    address = await sent(site, FormData({"text": ARTICLE, "published": "2025-10-14"}))
    one, other = await open_page(address), await open_page(address)
    await one.keyboard.press("q")
    await one.keyboard.type("Wait for me.")
    await one.keyboard.press("Escape")
    await expect(one.locator("#q1 .saved")).to_have_text("Saved")
    await other.keyboard.press("a")
    await expect(other.locator("#q1 .saved")).to_contain_text("A colleague queried it (“Wait for me.”) meanwhile")
    await expect(other.locator("#l1 .mark")).to_have_text("queried")
    # Nor is what was decided without a connection, once the page is loaded anew.
    await other.route("**/decisions/**", lambda route: route.abort("connectionfailed"))
    await one.keyboard.press("j")
    await other.keyboard.press("j")
    await other.keyboard.press("a")
    await expect(other.locator("#q2 .saved")).to_contain_text("Not saved")
    await one.keyboard.press("c")
    await one.keyboard.press("Escape")
    await expect(one.locator("#q2 .saved")).to_have_text("Saved")
    await other.unroute("**/decisions/**")
    await other.reload()
    await expect(other.locator("#q2 .saved")).to_contain_text("A colleague corrected it meanwhile")
    complaints[:] = [line for line in complaints if "412" not in line and "ERR_CONNECTION_FAILED" not in line]


async def test_an_answer_that_was_lost_is_nobody_elses_and_undoing_is_tried_again(
    open_page: OpenPage, site: Site, complaints: list[str]
) -> None:
    page = await reviewed(open_page, site)

    async def lose(route: Route) -> None:
        await route.fetch()
        await route.abort("connectionfailed")

    await page.route("**/decisions/**", lose)
    await page.keyboard.press("a")
    await expect(page.locator("#q1 .saved")).to_contain_text("Not saved")
    await page.unroute("**/decisions/**")
    await page.evaluate("window.dispatchEvent(new Event('online'))")
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    await page.route("**/decisions/**", lambda route: route.abort("connectionfailed"))
    await page.keyboard.press("u")
    await expect(page.locator("#q1 .saved")).to_contain_text("Not saved")
    await page.unroute("**/decisions/**")
    await page.reload()
    await expect(page.locator("#q1 .saved")).to_have_text("Undone")
    await expect(page.locator("#left")).to_have_text("7 of 7 to decide")
    complaints[:] = [line for line in complaints if "412" not in line and "ERR_CONNECTION_FAILED" not in line]


async def test_filter_order_and_place_are_kept_over_a_reload(open_page: OpenPage, site: Site) -> None:
    page = await reviewed(open_page, site)
    await page.get_by_label("Show").select_option("verbatim")
    await page.get_by_label("Order").select_option("text")
    await expect(page.locator("#list li:visible")).to_have_count(4)
    await page.get_by_role("button", name="Next").click()
    await page.reload()
    await expect(page.locator("#list li:visible")).to_have_count(4)
    assert await page.locator("#list [aria-current]").get_attribute("data-place") == "4"


async def test_exports_are_files_that_stand_alone(open_page: OpenPage, site: Site, tmp_path: Path) -> None:
    page = await reviewed(open_page, site)
    await page.keyboard.press("a")
    await expect(page.locator("#q1 .saved")).to_have_text("Saved")
    async with page.expect_download() as loading:
        await page.get_by_role("link", name="Report (HTML)").click()
    report = tmp_path / "report.html"
    await (await loading.value).save_as(report)
    async with page.expect_download() as loading:
        await page.get_by_role("link", name="Table (CSV)").click()
    assert (await loading.value).suggested_filename.endswith(".csv")
    await page.goto(report.as_uri())
    await expect(page.locator("#q1 .decided")).to_have_text("Accepted as printed")
    # Its style sheet was taken, though its policy lets nothing else in.
    assert await page.locator("#q1").evaluate("section => getComputedStyle(section).borderTopWidth") == "4px"
    await page.emulate_media(media="print")
    assert await page.locator("#q1").evaluate("section => getComputedStyle(section).breakInside") == "avoid-page"


async def test_a_file_is_checked_while_one_watches(open_page: OpenPage, tmp_path: Path) -> None:
    page = await open_page("/review")
    file: FilePayload = {"name": "quotes.csv", "mimeType": "text/csv", "buffer": table(130).encode()}
    await page.get_by_label("Or choose a file").set_input_files(file)
    await page.get_by_role("button", name="Check the quotations").click()
    await expect(page.locator("#state")).to_have_text("Checked", timeout=20_000)
    await expect(page.locator("#told")).to_have_text("130 of 130 rows")
    await expect(page.locator(".results tbody tr")).to_have_count(100)
    await expect(page.locator("#cancel")).to_be_hidden()
    await page.locator("#counts").get_by_role("link", name="Altered").click()
    await expect(page.locator(".results tbody tr.altered")).to_have_count(
        await page.locator(".results tbody tr").count()
    )
    async with page.expect_download() as loading:
        await page.get_by_role("link", name="Table (CSV)").click()
    table_of = tmp_path / "table.csv"
    await (await loading.value).save_as(table_of)
    assert "'=1+1" in table_of.read_text("utf-8-sig")


class Relay:
    """Between the browser and the server: notes with which event a watch was taken up, and can be cut."""

    def __init__(self) -> None:
        self.taken_up: asyncio.Queue[bytes] = asyncio.Queue()
        self._open: list[asyncio.StreamWriter] = []

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, server: str) -> None:
        host, port = server.removeprefix("http://").split(":")
        upstream, onward = await asyncio.open_connection(host, int(port))
        self._open += [writer, onward]
        await asyncio.gather(self._pass(reader, onward), self._pass(upstream, writer), return_exceptions=True)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(65_536):
            if found := re.search(rb"Last-Event-ID: (\d+)", piece):
                self.taken_up.put_nowait(found[1])
            writer.write(piece)
        writer.close()

    def cut(self) -> None:
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
async def test_a_row_of_a_file_is_looked_at_and_decided_on(open_page: OpenPage, site: Site, scripts: bool) -> None:
    page = await open_page(
        await sent(site, rows(14)), java_script_enabled=scripts, viewport={"width": 390, "height": 800}
    )
    await page.get_by_role("link", name="3", exact=True).click()
    await expect(page.get_by_role("heading", level=3)).to_have_text("3 Altered high severity")
    await page.get_by_role("button", name="Correct").click()
    if scripts:
        await page.get_by_label("Corrected words").press("End")
    await page.get_by_label("Note").fill("As the record has it")
    await page.get_by_role("button", name="Query").click()
    await expect(page.locator(".saved")).to_have_text("Saved")
    await page.reload()
    await expect(page.get_by_label("Note")).to_have_value("As the record has it")
    assert await page.locator("[aria-pressed=true]").inner_text() == "Query"
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("link", name="All rows").click()
    await expect(page.locator("tr", has=page.get_by_role("link", name="3", exact=True))).to_contain_text("query")


async def test_a_watch_that_was_cut_is_taken_up_where_it_was_and_a_job_can_be_cancelled(
    browser: Browser, site: Site, complaints: list[str]
) -> None:
    relay = Relay()
    # More than are checked while the browser waits before it asks again.
    job = await sent(site, rows(40_000))
    server = await asyncio.start_server(lambda reader, writer: relay.meet(reader, writer, site.address), "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        async with pages_of(browser, address, complaints) as open_page:
            page = await open_page(job)
            await expect(page.locator("#told")).to_have_text(re.compile("^[1-9].* of 40,000 rows"), timeout=20_000)
            relay.cut()
            async with asyncio.timeout(20):
                assert int(await relay.taken_up.get()) > 0
            await expect(page.locator("#line")).to_be_hidden()
            await page.get_by_role("button", name="Cancel").click()
            await expect(page.locator("#state")).to_have_text("Cancelled")
            await expect(page.locator(".results tbody tr").first).to_be_visible()
    finally:
        relay.cut()
        server.close()
    assert [line for line in complaints if "ERR_" not in line] == []


async def test_nothing_sticks_out(open_page: OpenPage, site: Site) -> None:
    """640 is a window of 1280 at 200 %."""
    page = await reviewed(open_page, site)
    job = await sent(site, rows(20))
    for path in (page.url.removeprefix(site.address), "/review", job):
        await page.goto(site.address + path)
        for width in (320, 640, 1280):
            await page.set_viewport_size({"width": width, "height": 800})
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


async def test_axe_finds_nothing(open_page: OpenPage, site: Site) -> None:
    if not AXE.is_file():
        pytest.skip("needs axe-core: `npm ci` in extension/")
    axe = AXE.read_text("utf-8")
    page = await reviewed(open_page, site)
    article = page.url.removeprefix(site.address).partition("#")[0]
    table = await sent(site, rows(20))
    async with (
        ClientSession() as session,
        session.get(f"{site.address}{table.replace('review', 'v1/jobs')}/events") as end,
    ):
        await end.read()
    for path in (article, "/review", f"{article}/report", table, f"{table}?row=3"):
        for scheme, width in (("light", 1280), ("dark", 390))[: 2 if path == article else 1]:
            await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            await page.set_viewport_size({"width": width, "height": 844})
            await page.goto(site.address + path)
            await page.evaluate(axe)
            found = await page.evaluate("axe.run().then((found) => found.violations)")
            told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]
            assert told == [], (path, scheme)


async def test_other_scripts_run_their_own_way(open_page: OpenPage) -> None:
    page = await open_page("/review")
    await page.get_by_label("Paste its text").fill(
        "הדובר אמר: “הנמל סגור היום” ולא הוסיף.\n\n林剑说：“兩國鐵杆友誼歷久彌堅”。"
    )
    await page.get_by_role("button", name="Check the quotations").click()
    await page.locator("#left").wait_for()
    first, second = await page.locator(".article-text p").all()
    assert await first.evaluate("p => getComputedStyle(p).direction") == "rtl"
    assert await second.evaluate("p => getComputedStyle(p).direction") == "ltr"
