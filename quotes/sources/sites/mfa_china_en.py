"""Chinese foreign ministry, in English: the spokespersons' press conferences, remarks and statements.

www.mfa.gov.cn, also under www.fmprc.gov.cn with the same paths; the ministry's own translation of what was said in
Chinese. No page of the site was at hand: this is written from descriptions and from what public scrapers read there.

- to 2021 (`/mfa_eng/xwfw_665399/s2510_665401/2511_665403/t1793861.shtml`): `h2.title` and `div.content` in
  `div.content_mod`, no date but the title's. To 2019 everybody is Q or A, from 2020 houses and spokespersons are named.
- 2022 to 2024 (`/mfa_eng/…/202312/t20231229_11215271.html`): the same, with `#News_Body_Time`.
- since 2024-05 (`/eng/xw/fyrbt/lxjzh/202510/t20251009_11724568.html`): `.news_header_title`, `.xltime` ("Updated:
  October 09, 2025 17:56", when the page last changed), text in `div.content_text div.TRS_UEDITOR`. Listings:
  `.newsLst_mod`, since 2024 `.news_list`; they reach back to 2022.
- embassies and consulates (`xx.china-embassy.gov.cn/eng/fyrth/…`) publish the same texts days or weeks later: title in
  `.bigtitle`, `.title` or `.news-title`, text in an editor's `.TRS_UEDITOR` or `.TRS_Editor`. Some lose bold type, some
  the colon after the speaker. Only addresses below gov.cn are taken for mirrors.

Oddities: the title's day counts. Old conferences were moved to new addresses in 2024, whose dates and "Updated" say
2024. Questions are in bold from the house's name on, answers plain. The spokesperson's announcements stand before the
first label. Several turns may share a paragraph, split by `<br>`. "(Similar questions from Bloomberg, AFP, and PTI)"
stands within the question that was answered for all of them. What was asked after the conference follows a line of
asterisks or a sentence that says so. A single statement may have no label at all; one of the ministry itself is
nobody's in person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from bs4 import BeautifulSoup, Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, meta, paragraphs, soup_of, text_of
from quotes.model import Fidelity, Role, Turn
from quotes.sources.dates import find_day
from quotes.sources.listings import date_in, entries_of, older_page
from quotes.sources.ministry_labels import Labels, is_aside
from quotes.sources.press_houses import houses_in
from quotes.sources.source import Listing, Reading, Source
from quotes.sources.turns import assemble

_INSTITUTION: Final = "Ministry of Foreign Affairs of the People's Republic of China"
_OWN_PAGE: Final = re.compile(
    r"^https?://(?:www\.(?:mfa|fmprc)\.gov\.cn/(?:"
    r"(?:mfa_)?eng/(?:xw/fyrbt|xwfw(?:_665399)?/s2510(?:_665401)?)/(?:\w+/)*|ce/\w+/+eng/(?:\w+/)*\w*fyr\w*/(?:\w+/)*)"
    r"|[\w.-]+\.china-(?:embassy|consulate|office)\.gov\.cn/eng/(?:\w+/)*\w*(?:fyr|spoke)\w*/(?:\w+/)*)"
    r"t\d+(?:_\d+)?\.s?html?$"
)
_TITLES: Final = ".news_header_title, .content_mod h2.title, #News_Body_Title, .bigtitle, .news-title, h1.title, .title"
_BODIES: Final = (".content_text", ".content_mod .content", "#News_Body_Txt_A", "[class*=TRS_UEDITOR]", ".TRS_Editor")
_TIMES: Final = ".xltime, #News_Body_Time, .news-title .time, .time"
_SITE_NAME: Final = re.compile(
    r"\s*[_|—–-]+\s*(?:Ministry of Foreign Affairs|Embassy|Consulate|Permanent Mission|Office of)\b.*$"
)
_HOST: Final = re.compile(
    r"Spokes(?:person|man|woman)\s+(?:Ms?r?s?\.\s+)?"
    r"(?!Answers|Remarks|Statement|Makes|Holds|Gives|Issues|Responds|Comments)"
    r"(?P<name>[A-Z][a-zü]+ [A-Z][a-zü]+(?:['’][aeo]n?g?(?![a-z]))?)"
)
# Titles of pages on which somebody speaks, and of notices that nobody does.
_SPOKEN: Final = re.compile(r"spokes|press conference|briefing|statement|remarks|answers|comments", re.IGNORECASE)
_NOTICE: Final = re.compile(r"^(?:notice|adjournment|recess|schedule)\b|\bin recess\b|\bto adjourn", re.IGNORECASE)
_OF_MINISTRY: Final = re.compile(r"\bStatement (?:by|of|from) the (?:Chinese )?(?:Ministry|Foreign Ministry|MFA)\b")
_DAY_ALONE: Final = re.compile(r"\b(?:on|of)\s+(?P<day>[A-Z][a-z]{2,9}\.?\s+\d{1,2})\b(?!\s*,?\s*\d{4})")
_STAMP: Final = re.compile(
    r"\s*(?:Updated:\s*)?(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
    r"(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*"
)
_IN_ADDRESS: Final = re.compile(r"/t(\d{4})(\d\d)(\d\d)_\d+\.")
_HELD: Final = re.compile(r"\b(?:held|hosted|presided over)\b.{0,40}\b(?:press conference|briefing)\b")
_SIMILAR: Final = re.compile(
    r"\(Similar questions?(?: (?:was|were))?(?: also)?(?: raised| asked)? (?:from|by) ([^()]+)\)", re.IGNORECASE
)
# Days a page may be later than the conference: the ministry publishes within hours, embassies when they come to it.
_LATE: Final = 2
_LATE_ON_MIRRORS: Final = 14
# Lines above the text are looked for in so many paragraphs; a sentence that says who held the conference is short.
_ABOVE: Final = 3
_LONGEST_HEADING: Final = 220


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title, body = _title(soup), _body(soup)
    if not title or body is None:
        missing = f"text ({', '.join(_BODIES)})" if title else f"title ({_TITLES})"
        raise TemplateChanged(f"has no {missing} where this source has it", url=url)
    if _NOTICE.search(title) or not _SPOKEN.search(title):
        raise NotATranscript(f"is titled “{title}”: nobody speaks in it", url=url)
    heading, text = _parted(paragraphs(body), title)
    if not text:
        raise NotATranscript("holds no text, only pictures or nothing", url=url)
    published = _published(soup, body)
    day, warnings = _day(title, heading, published, url)
    named = _HOST.search(title)
    labels = Labels(
        host=named["name"] if named else None,
        office=None if _OF_MINISTRY.search(title) else "Foreign Ministry Spokesperson",
        institution=_INSTITUTION,
    )
    openings = labels.openings(text)
    following = iter(openings)
    turns = assemble(text, lambda _: next(following), before=labels.unlabelled())
    return Reading(
        title=title,
        date=day,
        turns=tuple([_asked_by_all(turn) for turn in turns]),
        published=published or None,
        heading=tuple(heading),
        notes=tuple([paragraph.text for paragraph in text if is_aside(paragraph)]),
        warnings=(*warnings, *labels.doubts(openings)),
    )


def _title(soup: BeautifulSoup) -> str:
    """The page's title. Embassies call other things a title too: the one that names the spokesperson and the day."""
    named = [text_of(element) for element in soup.select(_TITLES)]
    titles = [_SITE_NAME.sub("", title) for title in (*named, meta(soup, "ArticleTitle"), text_of(soup.title)) if title]
    return max(titles, key=lambda title: (_HOST.search(title) is not None, find_day(title) is not None), default="")


def _body(soup: BeautifulSoup) -> Tag | None:
    for selector in _BODIES:
        found = soup.select(selector)
        if found:
            return max(found, key=lambda element: len(element.get_text()))
    return None


def _published(soup: BeautifulSoup, body: Tag) -> str:
    """The page's own date as printed, in its element or alone on a line above the text; those of a list are others'."""
    printed = [text_of(element) for element in soup.select(_TIMES)]
    alone = [
        str(text).strip()
        for text in body.find_all_previous(string=True)
        if _STAMP.fullmatch(str(text)) and text.find_parent("li") is None
    ]
    return next((text for text in (*printed, *alone, meta(soup, "PubDate")) if find_day(text)), "")


def _parted(text: list[Paragraph], title: str) -> tuple[list[str], list[Paragraph]]:
    """Lines above the text: the title again, the date, the sentence that says who held the conference."""
    above = 0
    while above < min(len(text), _ABOVE) and _is_heading(text[above].text, title):
        above += 1
    return [paragraph.text for paragraph in text[:above]], text[above:]


def _is_heading(line: str, title: str) -> bool:
    if _STAMP.fullmatch(line.strip("() ")) or line.replace("’", "'") in title.replace("’", "'"):
        return True
    return len(line) <= _LONGEST_HEADING and _HELD.search(line) is not None and find_day(line) is not None


def _day(title: str, heading: list[str], published: str, url: str) -> tuple[date, list[str]]:
    """The day it was said and what speaks against it; the address comes last, for it may be years off."""
    printed = find_day(published)
    moved = _IN_ADDRESS.search(url)
    address = find_day("-".join(moved.groups())) if moved else None
    earliest = min([day for day in (printed, address) if day], default=None)
    named = find_day(title) or find_day(" ".join(heading))
    if named is None and earliest and (alone := _DAY_ALONE.search(title)):
        named = find_day(f"{alone['day']}, {earliest.year}")
        if named:
            return named, [f"the title names a day without its year; that of the page's date, {earliest}, is taken"]
    if named is None:
        if earliest is None:
            raise TemplateChanged(f"names no day: not in its title (“{title}”), nor as its date ({_TIMES})", url=url)
        return earliest, ["the title names no day; the day the page was published is taken"]
    late = _LATE if "mfa.gov.cn/" in url or "fmprc.gov.cn/" in url else _LATE_ON_MIRRORS
    if printed and not 0 <= (printed - named).days <= late:
        return named, [f"the title says {named}, the page {printed}; the title's day is taken"]
    return named, []


def _asked_by_all(turn: Turn) -> Turn:
    """A question that was answered for several houses is a question of each."""
    similar = _SIMILAR.search(turn.text)
    if turn.role is not Role.JOURNALIST or similar is None:
        return turn
    own = turn.speaker.institution
    others = [name for name in houses_in(similar[1]) if name != own]
    return replace(turn, speaker=replace(turn.speaker, institution=", ".join([own, *others] if own else others)))


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select(".news_list a, .newsLst_mod a, .rebox_news li a, ul.list1 li a")
    entries = entries_of(links, url, lambda link: date_in(link, _beside(link)))
    own = tuple([entry for entry in entries if _OWN_PAGE.match(entry.url)])
    return Listing(own, older_page(html, url))


def _beside(link: Tag) -> str:
    """The text of the list item a link stands in, where it is the only link there."""
    around = link.parent
    return text_of(around) if isinstance(around, Tag) and len(around.find_all("a")) == 1 else ""


SOURCE: Final = Source(
    id="mfa_china_en",
    name="Chinese foreign ministry, in English",
    institution=_INSTITUTION,
    language="en",
    parser="mfa_china_en/1",
    hosts=("www.mfa.gov.cn", "www.fmprc.gov.cn"),
    mirrors=("*.china-embassy.gov.cn", "*.china-consulate.gov.cn", "*.china-office.gov.cn"),
    aliases={"www.fmprc.gov.cn": "www.mfa.gov.cn"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/", "https://www.mfa.gov.cn/eng/xw/fyrbt/fyrbt/"),
    read_listing=read_listing,
    verified=False,
    fidelity=Fidelity.TRANSLATED,
)
