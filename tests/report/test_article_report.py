"""The report of a whole article: one file that says everything and runs nothing, whatever the article holds."""

from __future__ import annotations

import csv
import io
import re
from base64 import b64encode
from hashlib import sha256

import lxml.html
import pytest

from quotes.report import EditorDecision, article_csv, article_html, harmless, report_policy
from tests.report.articles import answer, aside, match, quote

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def parsed(html: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html)


def text(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_quotation_shows_all_that_is_known_of_it() -> None:
    found = quote("The pier is open", (4, 20), correction="The pier is closed", matches=[match("The pier is closed")])
    root = parsed(article_html(answer("“…”The pier is open", found), server="https://onrecord.example/"))
    told = text(root.get_element_by_id("q1"))
    for part in (
        "1 Altered",
        "high severity",
        "“The pier is open”",
        "What was found of",
        "It could read “The pier is closed”",
        "record only: closed printed only: opencontent",
        "Ana Ellison, Spokesperson, Friday 1 March 2024",
        "Asked by Q: And the pier?",
        "So it stays.",
        "Speakernot claimed",
    ):
        assert part in told, part
    links = root.xpath("//section[@id='q1']//p[@class='links']/a/@href")
    assert links == ["https://onrecord.example/transcripts/pier?turn=0", "https://harbour.example/1#:~:text=pier"]


def test_without_a_server_it_links_to_the_sources_alone() -> None:
    html = article_html(answer("The pier is open", quote("The pier is open", (0, 16), matches=[match("The pier")])))
    hrefs = [href for href in parsed(html).xpath("//a/@href") if not href.startswith("#")]
    assert set(hrefs) == {"https://harbour.example/1#:~:text=pier"}


def test_it_needs_nothing_else_and_its_policy_lets_nothing_else_in() -> None:
    html = article_html(answer("x", quote("x", (0, 1))))
    root = parsed(html)
    assert root.xpath("//script|//link|//img|//*[@style]|//*[@*[starts-with(name(), 'on')]]") == []
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in report_policy()
    assert root.xpath("//meta[@http-equiv]/@content") == [report_policy()]
    assert "url(" not in style
    assert "@import" not in style


def test_markup_in_the_words_stays_words() -> None:
    evil = quote(
        EVIL, (0, len(EVIL)), correction=EVIL, matches=[match(EVIL, event=EVIL, deep_link="javascript:alert(3)")]
    )
    note = EditorDecision("query", EVIL, EVIL)
    given = answer(EVIL, evil, title=EVIL, outlet=EVIL, url="javascript:alert(4)", language='"><script>')
    root = parsed(article_html(given, decisions={0: note}))
    assert root.xpath("//script|//img") == []
    assert EVIL in root.xpath("string(//h1)")
    assert root.xpath("//a[starts-with(@href, 'javascript')]") == []


@pytest.mark.parametrize(
    "given",
    [
        answer("Nobody said anything."),
        answer(None, quote("words by themselves", verdict="ambiguous")),
        answer("", quote("words by themselves", verdict="cannot_check")),
    ],
    ids=["no quotation", "no article", "an empty one"],
)
def test_what_is_missing_leaves_no_hole(given: dict) -> None:
    root = parsed(article_html(given))
    assert text(root.xpath("//p[@class='finding']")[0]) == given["summary"]["finding"]
    assert len(root.xpath("//section[contains(@class, 'quotation ')]")) == len(given["quotes"])
    assert bool(root.xpath("//div[@class='article-text']")) == bool(given["article"]["text"])


def test_every_link_within_leads_somewhere_with_two_hundred_quotations() -> None:
    words = [f"said {number}" for number in range(200)]
    whole = " ".join(words)
    quotes = [quote(each, (whole.index(each), whole.index(each) + len(each))) for each in words]
    root = parsed(article_html(answer(whole, *quotes, quote("twice", (0, 4)))))
    ids = root.xpath("//*/@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)
    assert len(root.xpath("//section[starts-with(@class, 'quotation ')]")) == 201


def test_other_scripts_keep_their_direction_and_their_language() -> None:
    hebrew = "הנמל סגור"
    given = answer(f"{hebrew}\n\n码头关闭了", quote(hebrew, (0, len(hebrew))), language="he")
    root = parsed(article_html(given))
    assert root.xpath("//div[@class='article-text']/@lang") == ["he"]
    assert root.xpath("//div[@class='article-text']/p/@dir") == ["auto", "auto"]
    chinese = quote("码头关闭了", matches=[match("码头关闭了", language="zh")])
    diff = parsed(article_html(answer(None, chinese))).xpath("//p[@class='diff']")[0]
    assert (diff.get("lang"), "The pier isrecord only:" in text(diff)) == ("zh", True)


def test_what_was_decided_and_what_was_set_aside_is_told_in_words() -> None:
    given = answer("Pier: the pier is open", quote("the pier is open", (6, 22)), set_aside=[aside("Pier", 0)])
    told = text(parsed(article_html(given, decisions={0: EditorDecision("correct", "Ask Ana.", "the pier is closed")})))
    assert "To be corrected: the pier is closed" in told
    assert "Ask Ana." in told
    assert "set aside, not looked up: title" in told


class TestTable:
    def test_a_row_a_quotation(self) -> None:
        found = quote("The pier is open", (4, 20), matches=[match("The pier is closed")])
        made = article_csv(
            answer("…", found, quote("x")), decisions={1: EditorDecision("accept")}, server="https://o.example"
        )
        first, second = csv.DictReader(io.StringIO(made))
        assert (first["number"], first["verdict"], first["start"], first["end"]) == ("1", "altered", "4", "20")
        assert (first["speaker_found"], first["permalink"]) == (
            "Ana Ellison",
            "https://o.example/transcripts/pier?turn=0",
        )
        assert (second["decision"], second["start"], second["permalink"]) == ("accept", "", "")

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "＝1", "\t=1", "\r1", "  =1"])
    def test_no_cell_is_a_formula(self, cell: str) -> None:
        assert harmless(cell) == "'" + cell
        (row,) = csv.DictReader(io.StringIO(article_csv(answer(None, quote(cell)))))
        assert row["quote"] == "'" + cell

    def test_words_and_numbers_stay_as_they_are(self) -> None:
        assert [harmless(cell) for cell in ("a-b", "", None, 0.5, -1)] == ["a-b", "", "", 0.5, -1]
