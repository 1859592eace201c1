"""`onrecord verify`: an article from wherever it is, in every form it can be answered in."""

from __future__ import annotations

import asyncio
import csv
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import lxml.html
import orjson
import pytest
from aiohttp import web
from docx import Document

from quotes.cli import output
from tests.cli.conftest import Run
from tests.cli.test_commands import width

LEAD = (
    "China on Tuesday rejected the reports, calling them “misinformed, invented, or designed to drive a wedge” between "
    "the two countries.\n\nForeign Ministry Spokesperson Lin Jian said that the controls “have nothing to do with "
    "Pakistan,” and called them “a legitimate action”.\n"
)
CLEAN = "Lin Jian said on Monday that the controls “have nothing to do with Pakistan”.\n"
DAY = ("--published", "2025-10-14")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(LEAD, "utf-8")
    return path


class TestText:
    def test_what_it_comes_to_stands_first_then_each_quotation_in_order(
        self, run: Run, sample: Path, article: Path
    ) -> None:
        result = run("verify", article, *DAY, data=sample)
        assert result.exit_code == 1
        out = result.stdout
        assert "3 quotations: 2 word for word, 1 altered." in out.partition("[1]")[0]
        assert [out.index(f"[{number}] ") for number in (1, 2, 3)] == sorted(out.index(f"[{n}] ") for n in (1, 2, 3))
        assert "[-even-]" in out
        assert "could read" in out
        assert "claimed Tuesday, found Monday 2025-10-13" in out

    def test_no_line_is_wider_than_the_terminal_and_nothing_rests_on_colour(
        self, run: Run, sample: Path, article: Path
    ) -> None:
        out = run("verify", article, *DAY, data=sample).stdout
        assert [line for line in out.splitlines() if width(line) > 80 and "://" not in line] == []
        assert "\x1b" not in out

    def test_all_verbatim_is_exit_code_0(self, run: Run, sample: Path) -> None:
        result = run("verify", "-", *DAY, data=sample, stdin=CLEAN.encode())
        assert (result.exit_code, "VERBATIM" in result.stdout) == (0, True)

    def test_an_article_without_quotations_says_so(self, run: Run, sample: Path) -> None:
        result = run("verify", "-", data=sample, stdin=b"Nobody said anything on Monday.\n")
        assert (result.exit_code, result.stdout) == (0, "No quotation was found in this text.\n")


class TestForms:
    def test_json_is_the_answer_of_the_api(self, run: Run, sample: Path, article: Path) -> None:
        answer = orjson.loads(run("verify", article, *DAY, "--format", "json", data=sample).stdout)
        assert list(answer) == ["article", "quotes", "set_aside", "summary", "engine"]
        for quote in answer["quotes"]:
            assert LEAD[slice(*quote["span"])] == quote["quote"]

    def test_csv_has_a_row_a_quotation(self, run: Run, sample: Path, article: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(run("verify", article, *DAY, "--format", "csv", data=sample).stdout)))
        assert [row["verdict"] for row in rows] == ["altered", "verbatim", "verbatim"]
        assert rows[0]["date"] == "different_date"

    def test_html_is_a_report_by_itself(self, run: Run, sample: Path, article: Path, tmp_path: Path) -> None:
        out = tmp_path / "report.html"
        result = run("verify", article, *DAY, "--format", "html", "--out", out, "--title", "A title", data=sample)
        assert (result.exit_code, result.stdout) == (1, "")
        root = lxml.html.document_fromstring(out.read_bytes().decode())
        assert root.findtext(".//h1") == "A title"
        assert len(root.xpath("//a[starts-with(@class, 'quoted')]")) == 3

    def test_a_file_for_a_spreadsheet_says_that_it_is_in_utf_8(
        self, run: Run, sample: Path, article: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "table.csv"
        run("verify", article, "--format", "csv", "--out", out, data=sample)
        assert out.read_bytes().startswith(b"\xef\xbb\xbfnumber,")

    def test_what_cannot_be_written_leaves_what_was_there(
        self, run: Run, sample: Path, article: Path, tmp_path: Path
    ) -> None:
        result = run("verify", article, "--out", tmp_path / "missing" / "report.txt", data=sample)
        assert (result.exit_code, list(tmp_path.iterdir())) == (3, [article])
        assert "missing" in result.stderr


class TestSources:
    def test_a_word_document(self, run: Run, sample: Path, tmp_path: Path) -> None:
        document = Document()
        document.add_heading("Reports are baseless, says China", 1)
        for paragraph in LEAD.strip().split("\n\n"):
            document.add_paragraph(paragraph)
        path = tmp_path / "article.docx"
        document.save(str(path))
        answer = orjson.loads(run("verify", path, *DAY, "--format", "json", data=sample).stdout)
        assert answer["article"]["title"] == "Reports are baseless, says China"
        assert [quote["verdict"] for quote in answer["quotes"]] == ["altered", "verbatim", "verbatim"]

    def test_markdown(self, run: Run, sample: Path, tmp_path: Path) -> None:
        path = tmp_path / "article.md"
        path.write_text(f"# Says China\n\n{LEAD.replace('nothing', '**nothing**')}", "utf-8")
        answer = orjson.loads(run("verify", path, *DAY, "--format", "json", data=sample).stdout)
        assert [quote["verdict"] for quote in answer["quotes"]] == ["altered", "verbatim", "verbatim"]

    def test_an_address_where_that_is_allowed(self, run: Run, sample: Path) -> None:
        with serving(LEAD) as address:
            refused = run("verify", address, data=sample)
            assert (refused.exit_code, "fetch" in refused.stderr) == (3, True)
            host = address.split("/")[2]
            allowed = run("verify", address, *DAY, "--fetch-allow", host, "--format", "json", data=sample)
        answer = orjson.loads(allowed.stdout)
        assert answer["article"]["url"] == address
        assert len(answer["quotes"]) == 3

    @pytest.mark.parametrize(
        ("content", "said"),
        [(b"", "is empty"), (b"PK\x03\x04 no document", "save it again as .docx"), (b"\x89PNG\r\n", "a picture")],
    )
    def test_what_cannot_be_read_says_what_to_do(
        self, run: Run, sample: Path, tmp_path: Path, content: bytes, said: str
    ) -> None:
        path = tmp_path / "article"
        path.write_bytes(content)
        result = run("verify", path, data=sample)
        assert (result.exit_code, said in result.stderr) == (3, True)

    def test_what_is_named_and_not_there_is_told_before_the_work(
        self, run: Run, sample: Path, article: Path, tmp_path: Path
    ) -> None:
        for source, said in (
            (tmp_path / "no.docx", "there is no file"),
            (tmp_path, "is a folder"),
            ("x.org", "https://"),
        ):
            result = run("verify", source, data=sample)
            assert (result.exit_code, said in result.stderr, "Errno" in result.stderr) == (3, True, False)
        result = run("verify", article, "--out", tmp_path / "none/report.html", data=sample)
        assert (result.exit_code, "make it, or name another" in result.stderr) == (3, True)

    @pytest.mark.parametrize(
        ("name", "begins"), [("a.html", b"<!doctype html>"), ("a.csv", b"\xef\xbb\xbfnumber"), ("a.JSON", b"{")]
    )
    def test_the_ending_of_the_file_says_the_format(
        self, run: Run, sample: Path, article: Path, tmp_path: Path, name: str, begins: bytes
    ) -> None:
        run("verify", article, "--out", tmp_path / name, data=sample)
        assert (tmp_path / name).read_bytes().lower().startswith(begins)

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [(("nowhere.txt",), 3), (("-", "--published", "Tuesday"), 2), (("-", "--policy", "kind"), 2), ((), 2)],
    )
    def test_wrong_usage_and_failure_have_codes_of_their_own(
        self, run: Run, sample: Path, arguments: tuple[str, ...], code: int
    ) -> None:
        assert run("verify", *arguments, data=sample, stdin=LEAD.encode()).exit_code == code


def test_the_article_the_project_grew_from(run: Run, sample: Path, shared: Path) -> None:
    """All quotations at one briefing, the points of the design told apart, and the day put right."""
    result = run("verify", shared / "eval/seed_article.txt", *DAY, "--format", "json", data=sample)
    assert result.exit_code == 1
    answer = orjson.loads(result.stdout)
    quotes = {quote["quote"].rstrip(".,"): quote for quote in answer["quotes"]}
    assert {quote["matches"][0]["transcript_id"] for quote in quotes.values()} == {"mfa-cn-en-2025-10-13"}
    (briefing,) = answer["summary"]["briefings"]
    assert (briefing["date"], briefing["weekday"]) == ("2025-10-13", "Monday")
    # 1, 2: words dropped within the marks.
    wedge = quotes["misinformed, invented, or designed to drive a wedge"]
    assert (wedge["verdict"], wedge["severity"]) == ("altered", "high")
    assert wedge["correction"] == "misinformed or invented, or even designed to drive a wedge"
    (stories,) = (quote for text, quote in quotes.items() if "The reported stories" in text)
    assert stories["verdict"] == "altered"
    assert "that you mentioned" in [edit["source"] for edit in stories["matches"][0]["diff"]]
    # 3: whose promise it is; and a fragment too short to place alone.
    (promise,) = (quote for text, quote in quotes.items() if text.startswith("will never harm"))
    assert (promise["verdict"], promise["checks"]["attribution"]["status"]) == ("verbatim", "relayed")
    assert promise["checks"]["attribution"]["relayed_from"] == "Pakistan"
    assert quotes["a legitimate action"]["verdict"] == "verbatim"
    # 4: a set phrase of many briefings, placed at this one.
    phrase = quotes["all-weather strategic cooperative partners"]
    assert (phrase["verdict"], phrase["checks"]["occurrences"]["count"] > 1) == ("verbatim", True)
    # 5: the wrong day.
    assert {quote["checks"]["date"]["status"] for quote in quotes.values()} == {"different_date"}
    assert answer["summary"]["finding"].endswith("The article says Tuesday; the record says Monday 13 October 2025.")
    # 6: another outlet's translation of the same sentence is no misquotation.
    other = run("lookup", "intended to sow discord", "--speaker", "Lin Jian", *DAY, "--json", data=sample)
    assert orjson.loads(other.stdout)["verdict"] == "translation_variant"


@contextmanager
def serving(text: str) -> Iterator[str]:
    """The text at an address of this machine, served from a thread of its own while the command runs."""
    ready: list[str] = []
    started, stop = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async def page(request: web.Request) -> web.Response:
            return web.Response(text=text)

        app = web.Application()
        app.router.add_get("/news", page)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        ready.append(f"http://127.0.0.1:{runner.addresses[0][1]}/news")
        started.set()
        await stop.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    try:
        assert started.wait(10)
        yield ready[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


class Screen(io.StringIO):
    """Where somebody is watching."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("moments", "drawn"), [([0.0, 0.2, 0.4], False), ([0.0, 0.2, 1.4], True)])
def test_a_bar_is_drawn_for_what_takes_longer_than_a_second(
    monkeypatch: pytest.MonkeyPatch, moments: list[float], drawn: bool
) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(output, "monotonic", lambda: moments.pop(0))
    with output.progress_bar("Checking", after=1.0) as show:
        show(1, 3)
        show(2, 3)
    assert ("Checking" in screen.getvalue()) == drawn
