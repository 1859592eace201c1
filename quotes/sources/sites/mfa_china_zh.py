"""Chinese foreign ministry, in Chinese: the spokespersons' press conferences and single answers.

www.mfa.gov.cn, before 2022 www.fmprc.gov.cn with the same paths, column 发言人表态 ("spokesperson's statements").

- 2020-09 to 2021-12: `div#News_Body_Title`, `span#News_Body_Time`, text in `div#News_Body_Txt_A`, questions in bold.
  From 2021-10 an editor's wrapper `div.trs_editor_view` stands inside.
- since 2021-12: `div.news-title h1`, `p.time span`, text in `div#News_Body_Txt_A div.trs_editor_view`, questions in
  `<strong>`. Listings: `div.rebox_news` (2020), `ul.list1` (later; not seen, known from descriptions).

Oddities: paragraphs are indented by ideographic spaces; `<meta name="Url">` may name a test host; `PubDate` and the
day in the title can differ by a day, and the title is right. The host's announcements stand before the first label and
are his. Houses that ask together share a label ("彭博社、法新社记者"). Single answers are labelled 问 and 答, numbered
where there are several ("一、问"); statements have no label at all. What follows 会后 or 例行记者会后 was asked and
answered after the conference, in writing; what follows a line of asterisks was announced by the ministry.
"""

from __future__ import annotations

import re
from typing import Final

from bs4 import Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, meta, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker
from quotes.sources.dates import find_day
from quotes.sources.listings import date_in, entries_of, older_page
from quotes.sources.office_holders import office_holders
from quotes.sources.press_houses import house
from quotes.sources.source import Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

_INSTITUTION: Final = "中华人民共和国外交部"
_OWN_PAGE: Final = re.compile(
    r"^https?://(?:www|test)\.(?:mfa|fmprc)\.gov\.cn/(?:web/)?(?:wjdt_674879/)?fyrbt_67(?:4889|3021)/(?:\w+/)*"
    r"t\d+(?:_\d+)?\.s?html?$"
)
_HOST: Final = re.compile("发言人(?!就|答|谈)([\u4e00-\u9fff]{2,3}?)(?=主持|就|答|宣布|谈|在|$)")
# A label is short, before a full-width colon, and holds no punctuation but of titles and lists of houses.
_LABEL: Final = re.compile(r"(?:[一二三四五六七八九十]+、)?\s*(?P<label>[^：:，。？！；“”]{1,40}?)\s*[：:]\s*")
# Who asks: a house or its reporter, with what is said of them in brackets; 会后 opens what was asked afterwards.
_ASKS: Final = re.compile("(?:记者|[提追]?问|补充|社|报|网|台|卫视)(?:（[^（）]*）)?$|^(?:例行记者会后|会后)")
# Words before a colon that open a list or a quotation in a bare paragraph, and nobody's turn.
_NO_LABEL: Final = re.compile(r"[、]|第[一二三四五六七八九十]|^\d|如下|表示|指出|强调|认为|说$|包括|是$|例如|比如")
# Set between the conference and what the ministry announced or answered after it.
_DIVIDER: Final = re.compile(r"[*＊_—-]{5,}$")
_HAN_NAME: Final = re.compile("[\u4e00-\u9fff]{2,4}$")


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title = meta(soup, "ArticleTitle") or text_of(soup.select_one("#News_Body_Title, .news-title h1"))
    body = soup.select_one("#News_Body_Txt_A")
    if not title or body is None:
        raise TemplateChanged("has no title or no text where this source has them (#News_Body_Txt_A)", url=url)
    published = text_of(soup.select_one("#News_Body_Time, .news-title .time span")) or meta(soup, "PubDate")
    named, printed = find_day(title), find_day(published)
    day = named or printed
    if day is None:
        raise TemplateChanged("names no day, neither in its title nor as its date", url=url)
    spoken = _HOST.search(title)
    host = spoken[1] if spoken else None
    text = paragraphs(body)
    if not text:
        raise NotATranscript("holds no text, only pictures or nothing", url=url)
    ministry = Opening(Speaker(None, institution=_INSTITUTION), Role.OFFICIAL, "")
    turns = assemble(
        text,
        lambda paragraph: _opening(paragraph, host),
        before=_spokesperson(None, host, "") if "发言人" in title else ministry,
    )
    warnings = []
    if named and printed and abs((printed - named).days) > 1:
        warnings.append(f"the title says {named}, the page {printed}; the title's day is taken")
    return Reading(title=title, date=day, turns=turns, published=published or None, warnings=tuple(warnings))


def _opening(paragraph: Paragraph, host: str | None) -> Opening | None:
    if _DIVIDER.match(paragraph.text):
        return Opening(Speaker(None), Role.UNKNOWN, "")
    found = _LABEL.match(paragraph.text)
    if found is None:
        return None
    label, rest = found["label"], paragraph.text[found.end() :]
    if label in {"答", host}:
        return _spokesperson(label, host, rest)
    if _ASKS.search(label) or (paragraph.opening.startswith(found[0].rstrip()) and not _NO_LABEL.search(label)):
        return Opening(Speaker(label, institution=house(label)), Role.JOURNALIST, rest)
    if _HAN_NAME.match(label) and not _NO_LABEL.search(label):
        if office_holders().person(label):
            return Opening(Speaker(label), Role.OFFICIAL, rest)
        return _spokesperson(label, label, rest) if host is None else None
    return None


def _spokesperson(label: str | None, name: str | None, rest: str) -> Opening:
    """The ministry's voice; where the title names nobody, the office alone."""
    return Opening(Speaker(label, name, "发言人", _INSTITUTION), Role.SPOKESPERSON, rest)


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select(".rebox_news li > a, ul.list1 li > a, .newsList li > a")
    entries = entries_of(
        links, url, lambda link: date_in(link, text_of(link.parent if isinstance(link.parent, Tag) else None))
    )
    return Listing(entries, older_page(html, url, ending="shtml"))


SOURCE: Final = Source(
    id="mfa_china_zh",
    name="Chinese foreign ministry, in Chinese",
    institution=_INSTITUTION,
    language="zh",
    parser="mfa_china_zh/1",
    hosts=("www.mfa.gov.cn", "www.fmprc.gov.cn", "test.fmprc.gov.cn"),
    aliases={"www.fmprc.gov.cn": "www.mfa.gov.cn", "test.fmprc.gov.cn": "www.mfa.gov.cn"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/",),
    read_listing=read_listing,
    verified=True,
)
