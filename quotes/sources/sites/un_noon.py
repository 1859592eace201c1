"""United Nations: the noon briefing by the Spokesperson for the Secretary-General.

press.un.org, before that www.un.org/press with the same names of pages: `/en/2024/db240920.doc.htm` is the briefing of
20 September 2024. No saved page was at hand when this was written, only the texts of several from 2000 to 2024. So the
parser goes by the words that all of them open with, "The following is a near-verbatim transcript of today's noon
briefing by NAME, OFFICE", and takes the paragraphs that stand beside them; without that sentence the template has
changed.

Oddities: the spokesperson reads a statement first, under topics that begin with two asterisks ("**South Sudan"), then
"Questions and Answers" follow. Labels name the part and not the person: Question and Correspondent (who remarks on
something), Spokesman or Deputy Spokesman, for whom the first sentence has the name. Only guests have names, "Mr. Lund".
Where two spokespersons brief, each part is headed "Briefing by the Spokesperson for …". Full names, and words that were
left out, are put in brackets by the editors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from bs4 import Tag

from quotes.errors import TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker
from quotes.sources.addresses import absolute
from quotes.sources.dates import find_day
from quotes.sources.source import Listed, Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

_HOUSE: Final = "United Nations"
_OWN_PAGE: Final = re.compile(
    r"^https?://(?:press\.un\.org|www\.un\.org/press)/en/\d{4}/db(?P<day>\d{6})[\w.-]*\.doc\.html?$"
)
_INTRODUCTION: Final = re.compile(
    r"(?:the )?following is a near[- ]verbatim transcript of .{0,40}?noon briefing by (?P<hosts>.+?)\.?$", re.IGNORECASE
)
_HOST: Final = re.compile(r"(?:and )?(?P<name>[^,]+), (?P<office>[^,]*\bSpokes(?:person|man|woman)\b[^,]*)(?:, |$)")
_SECTION: Final = re.compile(
    r"\**\s*briefing by (?:the )?(?P<office>.*\bspokes(?:person|man|woman)\b.*)$", re.IGNORECASE
)
_QUESTIONS: Final = re.compile(r"\**\s*questions? and answers?$", re.IGNORECASE)
_ASKS: Final = "Question|Correspondent|Journalist|Reporter"
_SPEAKS: Final = r"(?:(?:Deputy|Associate|Acting) )?Spokes(?:person|man|woman)(?: for [\w ’'-]{1,40})?"
_GUEST: Final = r"(?:Mr|Ms|Mrs|Dr|Sir|Ambassador|General|Professor)\.? [\w’'. -]{1,40}|Moderator|Speaker|Guest"
_LABEL: Final = re.compile(rf"(?P<label>{_ASKS}|{_SPEAKS}|{_GUEST})\s*:\s*")
# A label that nothing but its look gives away is short.
_LONGEST_LABEL: Final = 50
# Topics are a few words and no sentence.
_LONGEST_TOPIC: Final = 100
_SENTENCE: Final = re.compile(r"[.?!:;,…”\"]$")
_CLOSING: Final = re.compile(r"\*?\s*for information media|[*\s]+$", re.IGNORECASE)
_DAY: Final = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")
# From here on, years of two figures are of the last century: the site's archive begins in the nineties.
_LAST_CENTURY: Final = 90


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    first = next((p for p in soup.find_all("p") if _introduction(paragraphs(p))), None)
    title = text_of(soup.select_one("h1"))
    if not title or first is None or not isinstance(first.parent, Tag):
        raise TemplateChanged(
            "has no title (h1), or no paragraph (p) “… a near-verbatim transcript of … noon briefing by …”",
            url=url,
        )
    introduction = _introduction(paragraphs(first))
    hosts = _hosts(introduction)
    lines = paragraphs(first.parent)
    text = lines[1 + next(place for place, line in enumerate(lines) if line.text == introduction) :]
    if not hosts or not any(_LABEL.match(line.text) for line in text):
        raise TemplateChanged("names no spokesperson in its first sentence, or labels nobody beside it (p)", url=url)
    unspoken = [line for line in text if _is_topic(line) or _CLOSING.match(line.text)]
    day, published, warnings = _day(paragraphs(soup), url)
    return Reading(
        title=title,
        date=day,
        turns=assemble(
            [line for line in text if line not in unspoken or _SECTION.match(line.text)],
            lambda line: _opening(line, hosts),
            before=Opening(hosts[0], Role.SPOKESPERSON, ""),
        ),
        published=published,
        authors="; ".join([f"{host.name}, {host.title}" for host in hosts]),
        heading=(introduction,),
        notes=tuple([line.text for line in unspoken]),
        warnings=warnings,
    )


def _introduction(lines: Sequence[Paragraph]) -> str:
    return next((line.text for line in lines if _INTRODUCTION.match(line.text)), "")


def _hosts(introduction: str) -> list[Speaker]:
    found = _INTRODUCTION.match(introduction)
    listed = found["hosts"] if found else ""
    return [Speaker(None, host["name"].strip(), host["office"].strip(), _HOUSE) for host in _HOST.finditer(listed)]


def _is_topic(line: Paragraph) -> bool:
    if _SECTION.match(line.text) or _QUESTIONS.match(line.text) or line.text.startswith("**"):
        return True
    return len(line.text) <= _LONGEST_TOPIC and not _SENTENCE.search(line.text) and (line.heading or line.all_bold)


def _opening(line: Paragraph, hosts: Sequence[Speaker]) -> Opening | None:
    if section := _SECTION.match(line.text):
        return Opening(_host(section["office"], hosts) or Speaker(None), Role.SPOKESPERSON, "")
    found = _LABEL.match(line.text) or _by_its_look(line)
    if found is None:
        return None
    label, rest = found["label"].strip(), line.text[found.end() :]
    if re.fullmatch(_ASKS, label):
        return Opening(Speaker(label), Role.JOURNALIST, rest)
    if re.fullmatch(_SPEAKS, label):
        host = _host(label, hosts)
        return Opening(
            Speaker(label, host.name, host.title, _HOUSE) if host else Speaker(label), Role.SPOKESPERSON, rest
        )
    return Opening(Speaker(label), Role.MODERATOR if label == "Moderator" else Role.OFFICIAL, rest)


def _by_its_look(line: Paragraph) -> re.Match[str] | None:
    """A label in bold or italics that is none of the usual ones: a guest with a title."""
    look = max(line.opening, line.slanted_opening, key=len).rstrip(": ")
    if not look or len(look) > _LONGEST_LABEL:
        return None
    return re.match(rf"(?P<label>{re.escape(look)})\s*:\s*", line.text)


def _host(label: str, hosts: Sequence[Speaker]) -> Speaker | None:
    """Whose label it is: the one whose office begins so, or the only one there is; of two it may be either's."""
    wanted = label.casefold()
    fitting = [host for host in hosts if (host.title or "").casefold().startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    return hosts[0] if len(hosts) == 1 else None


def _day(lines: Sequence[Paragraph], url: str) -> tuple[date, str | None, tuple[str, ...]]:
    """The day in a line of its own above the text, else by the name of the page; the line; what is wrong with them."""
    above = takewhile(lambda line: not _INTRODUCTION.match(line.text), lines)
    printed = next((line.text for line in above if _DAY.fullmatch(line.text)), None)
    shown, named = find_day(printed or ""), _day_in(url)
    day = shown or named
    if day is None:
        raise TemplateChanged("has no day in a line above its text, nor in its address", url=url)
    if shown is None:
        return day, None, ("the page shows no day; it is taken from the address",)
    if named and abs((shown - named).days) > 1:
        return day, printed, (f"the page is dated {shown}, its address says {named}; the page's day is taken",)
    return day, printed, ()


def _day_in(url: str) -> date | None:
    found = _OWN_PAGE.match(url)
    if found is None:
        return None
    year, month, day = (int(found["day"][place : place + 2]) for place in (0, 2, 4))
    try:
        return date(year + (1900 if year >= _LAST_CENTURY else 2000), month, day)
    except ValueError:
        return None


def read_listing(html: str, url: str) -> Listing:
    """Every link to a briefing; what surrounds them has not been seen."""
    soup = soup_of(html)
    entries: dict[str, Listed] = {}
    for link in soup.select("a[href]"):
        address = absolute(str(link["href"]), url).partition("#")[0]
        if _OWN_PAGE.match(address) and text_of(link):
            entries.setdefault(address, Listed(address, text_of(link), _day_in(address)))
    following = soup.select_one('a[rel="next"], .pager__item--next a, .pager-next a')
    target = following.get("href") if following else None
    return Listing(tuple(entries.values()), absolute(target, url) if isinstance(target, str) else None)


SOURCE: Final = Source(
    id="un_noon",
    name="United Nations noon briefing",
    institution=_HOUSE,
    language="en",
    parser="un_noon/1",
    hosts=("press.un.org",),
    mirrors=("www.un.org",),
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("https://press.un.org/en/noon-briefings",),
    read_listing=read_listing,
    verified=False,
)
