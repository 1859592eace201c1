"""The Chinese foreign ministry in Chinese: what its saved pages do not show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import decode
from quotes.model import Role
from quotes.sources import read_page, source_of
from quotes.sources.sites.mfa_china_zh import SOURCE, parse, read_listing
from quotes.sources.source import Reading

URL = "https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/202304/t20230403_90000001.shtml"
CONFERENCE = "2023年4月3日外交部发言人沈若溪主持例行记者会"


def page(*paragraphs: str, title: str = CONFERENCE, day: str = "2023-04-03") -> str:
    body = "".join(f"<p>　　{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<html><head><meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{day}"></head>'
        f'<body><div class="news-main" id="News_Body_Txt_A">{body}</div></body></html>'
    )


def read(*paragraphs: str, title: str = CONFERENCE, day: str = "2023-04-03") -> Reading:
    return parse(page(*paragraphs, title=title, day=day), URL)


def spoken(reading: Reading) -> list[tuple[str | None, str, str]]:
    return [(turn.speaker.label, turn.role.value, turn.text) for turn in reading.turns]


@pytest.mark.parametrize(
    ("label", "house"),
    [
        ("彭博社记者（线上提问）", "彭博社"),
        ("《海峡晚报》记者", "海峡晚报"),
        ("路透社记者追问", "路透社"),
        ("路透社、彭博社记者", "路透社、彭博社"),
        ("彭博社记者/《澳门月刊》记者", "彭博社、澳门月刊"),
        ("塔斯社", "塔斯社"),
        ("追问", None),
        ("记者（点头）", None),
        ("会后有记者问及", None),
    ],
)
def test_who_asks_is_the_house_without_what_is_said_of_the_reporter(label: str, house: str | None) -> None:
    turn = read(f"{label}：灯塔何时重建？", "沈若溪：秋天。").turns[0]
    assert (turn.speaker.label, turn.speaker.institution, turn.role) == (label, house, Role.JOURNALIST)


def test_numbered_questions_lose_their_number() -> None:
    assert spoken(read("<b>一、问：何时？</b>", "答：秋天。", "<b>二、问：何处？</b>", "答：北港。")) == [
        ("问", "journalist", "何时？"),
        ("答", "spokesperson", "秋天。"),
        ("问", "journalist", "何处？"),
        ("答", "spokesperson", "北港。"),
    ]


def test_a_colon_within_an_answer_opens_no_turn() -> None:
    answers = [
        "沈若溪：我有三点意见：",
        "第一：航道必须畅通。",
        "昨天法新社记者问我：何时开工？",
        "中方主张如下：开放、合作。",
    ]
    reading = read("<strong>法新社记者：何时开工？</strong>", *answers)
    assert len(reading.turns) == 2
    assert reading.turns[1].text.split("\n") == ["我有三点意见：", *answers[1:]]


def test_a_house_without_the_word_reporter_asks_in_bold() -> None:
    labels = spoken(read("<strong>海峡广播公司：何时？</strong>", "沈若溪：秋天。"))
    assert labels[0] == ("海峡广播公司", "journalist", "何时？")


def test_the_ministry_speaks_where_no_spokesperson_does() -> None:
    statement = read("中方坚决支持航行自由。", title="中华人民共和国外交部关于海峡航行的声明")
    (turn,) = statement.turns
    assert (turn.speaker.name, turn.speaker.institution, turn.role) == (None, SOURCE.institution, Role.OFFICIAL)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("外交部发言人沈若溪就卡尔德港口开放答记者问", "沈若溪"),
        ("外交部发言人就卡尔德港口开放答记者问", None),
        ("外交部发言人就美方有关言论答记者问", None),
    ],
)
def test_the_spokesperson_is_the_one_the_title_names(title: str, name: str | None) -> None:
    answer = read("问：何时？", "答：秋天。", title=title).turns[1].speaker
    assert (answer.label, answer.name, answer.title) == ("答", name, "发言人")


def test_another_spokesperson_than_the_titles_is_told_by_the_table() -> None:
    """One introduced the other; the table knows who he is."""
    html = page("毛宁：今天由我的同事主持。", "沈若溪：谢谢。")
    first = read_page(SOURCE, html, URL, sha256="0" * 64).turns[0]
    assert (first.speaker.name, first.role) == ("毛宁", Role.SPOKESPERSON)


def test_the_titles_day_counts() -> None:
    assert read("沈若溪：好。", day="2023-04-04").date == date(2023, 4, 3)
    assert not read("沈若溪：好。", day="2023-04-04").warnings
    assert "2023-04-03" in read("沈若溪：好。", day="2023-06-04").warnings[0]
    assert read("问：何时？", title="外交部发言人就航道答记者问").date == date(2023, 4, 3)


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        ("<html><body><div id='News_Body_Txt_A'><p>沈若溪：好。</p></div></body></html>", "title"),
        (page("沈若溪：好。").replace("News_Body_Txt_A", "Body"), "#News_Body_Txt_A"),
        (page("沈若溪：好。", title="发言人谈话", day=""), "day"),
    ],
)
def test_a_changed_template_is_told(html: str, missing: str) -> None:
    with pytest.raises(TemplateChanged, match=missing):
        parse(html, URL)


def test_a_page_of_pictures_is_no_transcript() -> None:
    with pytest.raises(NotATranscript):
        read('<img src="1.jpg">')


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (URL, True),
        ("http://test.fmprc.gov.cn/web/wjdt_674879/fyrbt_674889/t1839549.shtml", True),
        ("https://www.fmprc.gov.cn/web/fyrbt_673021/jzhsl_673025/202206/t20220601_10698001.shtml", True),
        ("https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/default_1.shtml", False),
        ("https://www.mfa.gov.cn/web/wjdt_674879/zwbd_674895/202304/t20230403_11053612.shtml", False),
        ("https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/202510/t20251009_11724568.html", False),
        ("https://www.example.org/web/wjdt_674879/fyrbt_674889/t1839549.shtml", False),
    ],
)
def test_its_addresses(url: str, own: bool) -> None:
    found = source_of(url)
    assert (found is SOURCE) is own


def test_a_listing_pages_by_the_number_in_its_script() -> None:
    script = (
        "<script>var currentPage = 0;\nvar countPage = 3\n"
        'document.write("<a href=\\"default"+"_" + nextPage + "."+"shtml\\" class=\'fy\'>下一页</a>");</script>'
    )
    listing = '<div class="rebox_news"><ul><li><a href="./t1.shtml">航道答记者问</a>(2020-11-05)</li></ul></div>'
    base = "https://www.fmprc.gov.cn/web/wjdt_674879/fyrbt_674889/"
    assert read_listing(listing + script, base).older == f"{base}default_1.shtml"
    assert read_listing(listing + script, f"{base}default_1.shtml").older == f"{base}default_2.shtml"
    assert read_listing(listing + script, f"{base}default_2.shtml").older is None
    assert read_listing(listing, base).older is None


def saved(shared: Path, folder: str) -> Iterator[tuple[str, str]]:
    for entry in json.loads((shared / "pages/INDEX.json").read_text("utf-8")):
        if entry["file"].startswith(folder):
            yield entry["url"], decode((shared / "pages" / entry["file"]).read_bytes())


def test_the_real_listings_lead_from_one_to_the_next(shared: Path) -> None:
    pages = list(saved(shared, "fmprc.gov.cn-zh-listing"))
    for url, html in pages:
        listing = read_listing(html, url)
        assert len(listing.entries) == 15
        assert all(entry.day and SOURCE.owns(entry.url) for entry in listing.entries)
        assert listing.older is not None
        assert "/default_" in listing.older
    assert pages


def test_every_real_answer_has_a_question_and_a_name(shared: Path) -> None:
    pages = list(saved(shared, "mfa.gov.cn-zh"))
    for url, html in pages:
        turns = read_page(SOURCE, html, url, sha256="0" * 64).turns
        for earlier, turn in pairwise(turns):
            assert (earlier.role, earlier.speaker.label) != (turn.role, turn.speaker.label), (url, turn.text[:40])
            if turn.role is Role.SPOKESPERSON and turn.speaker.label != "答":
                assert turn.speaker.name, (url, turn.speaker)
    assert pages
