"""`/review` as the server answers it, without a browser: what is sent, shown, decided, exported and refused."""

from __future__ import annotations

import asyncio
import csv
import io
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from aiohttp import FormData, web
from aiohttp.test_utils import TestClient, TestServer

from backend.ending import end
from backend.jobs.checking import Checker
from backend.jobs.working import ChunkWorker
from backend.keys import JOBS, LOOKUPS
from backend.pages import review
from backend.problems import Problem
from quotes.verify import Engine
from tests.backend.conftest import MakeClient
from tests.backend.reviewed import ARTICLE, PARAGRAPHS, VERDICTS, table, web_page, word_document

EVIL = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Where nobody works, nobody is waited for."""
    if "client" not in request.fixturenames:
        monkeypatch.setattr(review, "_WAIT_SECONDS", 0.0)


@pytest.fixture
async def client(make_client: MakeClient, sample_archive: Path, tmp_path: Path) -> AsyncIterator[TestClient]:
    """A server over a copy of the sample archive, with a worker in this process."""
    data = tmp_path / "data"
    shutil.copytree(sample_archive, data)
    made = await make_client(data=data)
    with Engine.open(data) as engine:
        worker = ChunkWorker(Checker(engine), made.app[JOBS], seconds=0)
        working = asyncio.create_task(made.app[JOBS].work(worker.check, name="test"))
        yield made
        await end(working)
        worker.close()


def form(**fields: object) -> FormData:
    made = FormData()
    for name, value in fields.items():
        if isinstance(value, tuple):
            made.add_field(name, value[1], filename=value[0])
        else:
            made.add_field(name, str(value))
    return made


async def sent(client: TestClient, **fields: object) -> str:
    """The address of the review that came of it."""
    response = await client.post("/review", data=form(**fields), allow_redirects=False)
    assert response.status == 303, await response.text()
    return response.headers["Location"]


async def read(client: TestClient, address: str) -> lxml.html.HtmlElement:
    response = await client.get(address)
    assert response.status == 200, await response.text()
    return lxml.html.document_fromstring(await response.text())


def text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def verdicts(root: lxml.html.HtmlElement) -> list[str]:
    """In the order of the text."""
    found = root.xpath("//section[starts-with(@class, 'quotation ')]")
    return [each.get("class").split()[1] for each in sorted(found, key=lambda each: int(each.get("data-place")))]


class TestSending:
    async def test_pasted_words_come_back_marked_in_their_text(self, client: TestClient) -> None:
        root = await read(client, await sent(client, text=ARTICLE.replace("\n", "\r\n"), published="2025-10-14"))
        assert verdicts(root) == VERDICTS
        sheet = root.xpath("//div[@class='article-text']")[0]
        assert "wedge” 2 Altered between" in text(sheet)
        assert "“Ores of the Indus (set aside, not looked up: title)”" in text(sheet)
        assert "the record says Monday 13 October 2025" in text(root.get_element_by_id("summary-finding"))

    async def test_what_is_to_be_looked_at_first_comes_first(self, client: TestClient) -> None:
        root = await read(client, await sent(client, text=ARTICLE, published="2025-10-14"))
        places = [int(item.get("data-place")) for item in root.xpath("//ol[@id='list']/li")]
        assert sorted(places) == list(range(len(VERDICTS)))
        assert places[:4] == [0, 1, 2, 3]
        # Green words alone would pass a promise that was somebody else's, and the wrong day.
        assert [text(span) for span in root.xpath("//ol[@id='list']/li//span[@class='beside']")][3:5] == [
            "another’s words, relayed, another day",
            "another day",
        ]

    @pytest.mark.parametrize(
        "file",
        [
            ("article.docx", word_document()),
            ("article.html", web_page()),
            ("article.md", "# " + ARTICLE),
            ("a.txt", ARTICLE),
        ],
        ids=lambda file: file[0],
    )
    async def test_a_file(self, client: TestClient, file: tuple[str, Any]) -> None:
        root = await read(client, await sent(client, file=file, published="2025-10-14"))
        assert verdicts(root) == VERDICTS
        assert text(root.xpath("//h1")[0]) == PARAGRAPHS[0]

    async def test_an_address_where_that_is_allowed(self, make_client: MakeClient) -> None:
        async def page(request: web.Request) -> web.Response:
            return web.Response(text=web_page(), content_type="text/html")

        site = web.Application()
        site.router.add_get("/news", page)
        async with TestServer(site) as server:
            address = str(server.make_url("/news"))
            refused = await (await make_client()).post("/review", data=form(url=address, title="Mine"))
            root = lxml.html.document_fromstring(await refused.text())
            assert (refused.status, root.xpath("//input[@name='url']/@value")) == (422, [address])
            assert root.xpath("//input[@name='url']/@aria-invalid") == ["true"]
            assert root.xpath("//input[@name='title']/@value") == ["Mine"]
            client = await make_client(fetch_allow=f"127.0.0.1:{server.port}")
            taken = await client.post("/review", data=form(url=address), headers={"Accept": "application/json"})
            assert (taken.status, list(await taken.json())) == (200, ["address"])

    async def test_a_table_becomes_a_job_of_rows(self, client: TestClient) -> None:
        address = await sent(client, file=("quotes.csv", table(14)))
        job = address.rsplit("/", 1)[1]
        async with client.get(f"/v1/jobs/{job}/events") as events:
            assert "event: done" in await events.text()
        root = await read(client, address)
        assert len(root.xpath("//table//tr")) == 15
        assert text(root.get_element_by_id("told")) == "14 of 14 rows"
        only = await read(client, f"{address}?verdict=altered")
        assert {row.get("class") for row in only.xpath("//tbody/tr")} == {"altered"}
        assert (await client.get(f"{address}?verdict=nonsense")).status == 422

    async def test_each_row_has_a_page_where_it_is_decided_on(self, client: TestClient) -> None:
        body = "quote,speaker,date\n" + "have nothing to do with Pakistan,Lin Jian,\n" * 70
        address = await sent(
            client, file=("quotes.csv", body + f"{EVIL} Nobody said this,Lin Jian,\nx y,Lin,10/3/2025\n")
        )
        async with client.get(f"/v1/jobs/{address.rsplit('/', 1)[1]}/events") as events:
            assert "event: done" in await events.text()
        assert f"{address}?row=70" in (await read(client, address)).xpath("//table//a/@href")
        root = await read(client, f"{address}?row=70")
        assert [text(root.xpath(f"//h{level}")[0]) for level in (1, 3)] == ["Row 70 of quotes.csv", "70 Verbatim"]
        assert "Speakerconfirmed: Lin Jian" in text(root.xpath("//section[starts-with(@class, 'quotation ')]")[0])
        values = {name: root.xpath(f"//form//input[@name='{name}']/@value")[0] for name in ("row", "version")}
        asked = values | {"decision": "query", "note": EVIL}
        decided = await client.post(address, data=asked, allow_redirects=False)
        assert (decided.status, decided.headers["Location"]) == (303, f"{address}?row=70")
        assert (await client.post(address, data=asked)).status == 412
        again = await read(client, f"{address}?row=70")
        assert again.xpath("//textarea[@name='note']")[0].text_content() == EVIL
        assert again.xpath("//button[@aria-pressed='true']/@value") == ["query"]
        assert again.xpath("//div[@id='review']/p[1]/a/@href") == [f"{address}?page=1", "?row=69", "?row=71"]
        assert EVIL in (await read(client, f"{address}?row=71")).text_content()
        assert "may be 10 March or 3 October" in (await read(client, f"{address}?row=72")).text_content()
        table = await (await client.get(f"/v1/jobs/{address.rsplit('/', 1)[1]}/results?format=csv")).text("utf-8-sig")
        assert list(csv.DictReader(io.StringIO(table)))[69]["note"] == EVIL
        for row in ("0", "73", "x", "0.1"):
            assert (await client.get(f"{address}?row={row}")).status in {404, 422}
            assert (await client.post(address, data={"row": row, "decision": "accept"})).status == 404

    async def test_of_several_articles_each_has_a_page(self, client: TestClient) -> None:
        articles = [
            {"text": ARTICLE, "title": "One"},
            {"text": "Lin Jian called it “a legitimate action”.", "title": "Two"},
        ]
        made = await (await client.post("/v1/jobs", json={"articles": articles, "name": "Wednesday"})).json()
        async with client.get(f"/v1/jobs/{made['id']}/events") as events:
            assert "event: done" in await events.text()
        address = f"/review/{made['id']}"
        root = await read(client, address)
        assert text(root.xpath("//h1")[0]) == "Wednesday"
        assert f"{address}?article=1#q1" in root.xpath("//table//a/@href")
        second = await read(client, f"{address}?article=1")
        assert (text(second.xpath("//h1")[0]), len(verdicts(second))) == ("Two", 1)
        decided = await client.post(address, data={"row": "1.0", "decision": "accept"}, allow_redirects=False)
        assert decided.headers["Location"] == f"{address}?article=1#q1"
        again = await read(client, f"{address}?article=1")
        assert text(again.get_element_by_id("left")) == "all 1 decided"
        report = await (await client.get(again.xpath("//p[contains(@class, 'exports')]/a/@href")[0])).text()
        assert "Accepted as printed" in report


class TestProblems:
    @pytest.mark.parametrize(
        ("fields", "status", "field", "said"),
        [
            ({}, 422, "text", "Paste the article"),
            ({"text": ARTICLE, "url": "https://news.example/"}, 422, "text", "More than one"),
            ({"text": "Nobody said anything."}, 422, "text", "No quotation was found"),
            ({"file": ("a.docx", b"PK\x03\x04 broken")}, 422, "file", "save it again as .docx"),
            ({"file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")}, 422, "file", "save it as .docx"),
            ({"file": ("a.csv", "name,day\nx,y\n")}, 422, None, "quot"),
            ({"text": ARTICLE, "published": "Tuesday"}, 422, "published", "YYYY-MM-DD"),
            ({"text": ARTICLE, "policy": "kind"}, 422, "policy", "policy"),
        ],
    )
    async def test_it_is_told_in_place_and_what_was_typed_stays(
        self, make_client: MakeClient, fields: dict[str, Any], status: int, field: str | None, said: str
    ) -> None:
        client = await make_client()
        response = await client.post("/review", data=form(**{"title": EVIL, **fields}))
        assert response.status == status
        root = lxml.html.document_fromstring(await response.text())
        assert said in text(root.get_element_by_id("problem")) + text(root.get_element_by_id(f"{field or 'text'}-hint"))
        if field:
            assert root.xpath(f"//*[@name='{field}']/@aria-invalid") == ["true"]
        assert root.xpath("//input[@name='title']/@value") == [EVIL]
        assert root.xpath("//textarea[@name='text']")[0].text_content().strip() == fields.get("text", "")

    async def test_rows_that_cannot_be_taken_are_told_by_number(self, client: TestClient) -> None:
        response = await client.post("/review", data=form(file=("a.csv", "quote,date\nx y z,10/3/2025\n,Monday\n")))
        assert response.status == 422
        root = lxml.html.document_fromstring(await response.text())
        assert "None of the 2 rows can be taken. Mend them" in text(root.get_element_by_id("problem"))
        told = [text(item) for item in root.xpath("//ul[@id='bad-rows']/li")]
        assert told[0].startswith("Row 1 (line 2): '10/3/2025' may be")
        assert told[1] == "Row 2 (line 3): there is no quotation"

    async def test_too_large_says_how_large_it_may_be(self, make_client: MakeClient) -> None:
        client = await make_client(article_limit=100)
        response = await client.post("/review", data=form(text=ARTICLE, title="Mine"))
        assert (response.status, "more than 100 bytes" in await response.text()) == (413, True)

    async def test_with_jobs_away_it_says_so_and_keeps_the_text(self, make_client: MakeClient, tmp_path: Path) -> None:
        client = await make_client(redis_url="redis://127.0.0.1:1/0")
        response = await client.post("/review", data=form(text=ARTICLE))
        assert (response.status, response.headers["Retry-After"]) == (503, "5")
        root = lxml.html.document_fromstring(await response.text())
        assert root.xpath("//textarea[@name='text']")[0].text_content().strip() == ARTICLE

    async def test_a_busy_server_says_so_and_keeps_the_text(
        self, make_client: MakeClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = await make_client()

        async def busy(*_: object) -> None:
            raise Problem("overloaded", "64 lookups wait already.", retry_after=1)

        monkeypatch.setattr(client.app[LOOKUPS], "read", busy)
        response = await client.post("/review", data=form(text=ARTICLE))
        root = lxml.html.document_fromstring(await response.text())
        assert (response.status, response.headers["Retry-After"]) == (503, "1")
        assert "64 lookups wait" in text(root.get_element_by_id("problem"))
        assert root.xpath("//textarea[@name='text']")[0].text_content().strip() == ARTICLE

    async def test_an_article_costs_as_much_as_its_quotations(self, make_client: MakeClient) -> None:
        client = await make_client(rate=1, rate_burst=5)
        response = await client.post("/review", data=form(text=ARTICLE), headers={"Accept": "application/json"})
        assert (response.status, (await response.json())["code"]) == (429, "rate_limited")

    async def test_no_such_review(self, client: TestClient) -> None:
        response = await client.get("/review/nothing", headers={"Accept": "text/html"})
        assert (response.status, "kept for 14 days" in await response.text()) == (404, True)

    async def test_an_article_that_waits_shows_that_it_does(
        self, make_client: MakeClient, sample_archive: Path, tmp_path: Path
    ) -> None:
        data = tmp_path / "data"
        shutil.copytree(sample_archive, data)
        client = await make_client(data=data)  # nobody works here
        root = await read(client, await sent(client, text=ARTICLE))
        assert text(root.get_element_by_id("state")) == "Waiting for its turn"
        assert root.xpath("//noscript/meta[@http-equiv='refresh']")
        cancelled = await client.post(root.xpath("//form[@id='cancel']/@action")[0], data={"do": "cancel"})
        assert "cancelled before it was checked" in await cancelled.text()


class TestDeciding:
    async def test_a_form_decides_and_undoes(self, client: TestClient) -> None:
        address = await sent(client, text=ARTICLE, published="2025-10-14")
        note = f"Ask the desk. {EVIL}"
        values = {"row": "0.1", "decision": "correct", "note": note, "text": "other words"}
        response = await client.post(address, data=values, allow_redirects=False)
        assert (response.status, response.headers["Location"]) == (303, f"{address}#q2")
        root = await read(client, address)
        form_of = root.xpath("//form[@data-row='0.1']")[0]
        assert form_of.xpath(".//textarea[@name='note']")[0].text_content() == note
        assert form_of.xpath(".//button[@aria-pressed='true']/@value") == ["correct"]
        assert text(root.get_element_by_id("left")) == "6 of 7 to decide"
        await client.post(address, data={"row": "0.1", "decision": "undo"})
        assert text((await read(client, address)).get_element_by_id("left")) == "7 of 7 to decide"

    async def test_a_form_does_not_replace_what_its_page_did_not_show(self, client: TestClient) -> None:
        address = await sent(client, text=ARTICLE, published="2025-10-14")
        form_of = (await read(client, address)).xpath("//form[@data-row='0.1']")[0]
        seen = {name: form_of.xpath(f".//input[@name='{name}']/@value")[0] for name in ("row", "version")}
        assert (await client.post(address, data=seen | {"decision": "query", "note": "Wait for me."})).status == 200
        for late in ("accept", "undo"):
            response = await client.post(address, data=seen | {"decision": late})
            assert response.status == 412
            assert "A colleague queried it (“Wait for me.”)" in await response.text()

    async def test_the_exports_hold_what_was_decided(self, client: TestClient) -> None:
        address = await sent(client, text=ARTICLE, published="2025-10-14")
        await client.post(address, data={"row": "0.0", "decision": "query", "note": "Which reports?"})
        report = await client.get(f"{address}/report?download=1")
        assert "attachment" in report.headers["Content-Disposition"]
        assert "style-src 'sha256-" in report.headers["Content-Security-Policy"]
        root = lxml.html.document_fromstring(await report.text())
        assert "To be queriedWhich reports?" in text(root.get_element_by_id("q1"))
        shown = await client.get(f"{address}/report")
        assert "Content-Disposition" not in shown.headers
        rows = list(
            csv.DictReader(io.StringIO((await (await client.get(f"{address}/table")).read()).decode("utf-8-sig")))
        )
        assert [row["verdict"] for row in rows] == VERDICTS
        assert (rows[0]["decision"], rows[0]["note"]) == ("query", "Which reports?")
        assert rows[0]["permalink"].startswith("http://127.0.0.1")

    @pytest.mark.parametrize("values", [{"row": "7"}, {"row": "0.1"}, {"row": "3.1", "decision": "accept"}, {}])
    async def test_what_is_no_decision_is_refused(self, client: TestClient, values: dict[str, str]) -> None:
        address = await sent(client, text=ARTICLE)
        assert (await client.post(address, data=values)).status in {404, 422}

    async def test_the_interface_takes_decisions_back(self, client: TestClient) -> None:
        job = (await sent(client, text=ARTICLE)).rsplit("/", 1)[1]
        row = f"/v1/jobs/{job}/decisions/0.0"
        assert (await client.put(row, json={"decision": "accept"})).status == 200
        assert [(await client.delete(row)).status for _ in range(2)] == [204, 204]
        assert await (await client.get(f"/v1/jobs/{job}/decisions")).json() == {"decisions": []}


class TestOtherSites:
    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, 403),
            ({"Sec-Fetch-Site": "same-site"}, 403),
            ({"Origin": "https://evil.example"}, 403),
            ({"Origin": "null"}, 403),
            ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 422),
            ({"Origin": "https://desk.example"}, 422),
            ({}, 422),
        ],
    )
    @pytest.mark.parametrize("path", ["/review", "/review/nothing"])
    async def test_their_forms_are_refused(
        self, make_client: MakeClient, headers: dict[str, str], status: int, path: str
    ) -> None:
        client = await make_client(public_url="https://desk.example/")
        response = await client.post(path, data=form(text="Nobody."), headers=headers)
        assert response.status == (status if status == 403 or path == "/review" else 404)

    async def test_a_form_of_this_server_is_known_by_its_host(self, make_client: MakeClient) -> None:
        client = await make_client()
        origin = str(client.make_url("/").origin())
        response = await client.post("/review", data=form(text="Nobody."), headers={"Origin": origin})
        assert response.status == 422

    async def test_its_pages_let_a_browser_say_where_a_form_is_from(self, client: TestClient) -> None:
        assert (await client.get("/review")).headers.getall("Referrer-Policy") == ["same-origin"]


async def test_it_is_in_the_navigation_and_has_nothing_inline(client: TestClient) -> None:
    for path in ("/review", await sent(client, text=ARTICLE), await sent(client, file=("q.csv", table(3)))):
        root = await read(client, path)
        assert "/review" in root.xpath("//header//nav/a/@href")
        assert root.xpath("//*[@style]|//style|//script[not(@src)]|//*[@*[starts-with(name(), 'on')]]") == []
        ids = root.xpath("//*/@id")
        assert len(ids) == len(set(ids))
        for asset in root.xpath("//link[@rel='stylesheet']/@href|//script/@src"):
            assert (await client.get(asset)).status == 200
