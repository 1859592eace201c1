"""Federal Reserve: speeches by members of the Board of Governors, in the text prepared for delivery.

www.federalreserve.gov, one speech a page, one turn by its speaker.

- 1996 to 2005, /boarddocs/speeches/YYYY/YYYYMMDD/default.htm and /newsevents/speech/YYYYMMDD.htm (a figure more for the
  second of a day): bare tables, no classes. The first lines say "Remarks by Chairman Alan Greenspan", place and day, in
  bold; the title stands among them in italics, or after them, or in `<title>` alone ("FRB: Speech, Greenspan -- … --
  June 13, 1996"). Under the text "Return to top". Listing `YYYYspeech.htm`: `#speechIndex li`, known from descriptions.
- since 2006, /newsevents/speech/nameYYYYMMDDa.htm, all since moved into one template: `div#article` with `div.heading`
  (`p.article__time`, `h3.title`, `p.speaker`, `p.location`), the text beside it. Listing to 2010 as before, since 2011
  `YYYY-speeches.htm`: `div.eventlist div.row`.

Oddities: the numbers of footnotes stand in the text as links and are left out, nobody spoke them. Footnotes follow the
text, under a line or "Footnotes", each with a link "Return to text"; "References" may come before them. A video brings
hints for the keyboard (`div.sr-only`), figures a box of links (`div.panel-attachments`). Section headings were printed
and not spoken; they stay in the text. Pages of 2005 hold a second `</html>` half-way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from bs4 import BeautifulSoup, Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.model import Fidelity, Role, Speaker, Turn
from quotes.sources.dates import find_day
from quotes.sources.listings import entries_of
from quotes.sources.source import Listing, Reading, Source

_SITE: Final = "https://www.federalreserve.gov"
_OWN_PAGE: Final = re.compile(
    r"^https?://www\.federalreserve\.gov/(?:newsevents/speech/(?:[a-z-]+(?P<day>\d{8})[a-z]?|(?P<bare>\d{8})\d?)\.htm"
    r"|boarddocs/speeches/\d{4}/(?P<old>\d{8})\d?(?:/(?:default\.htm)?|\.htm))$",
    re.IGNORECASE,
)
_FIRST_YEAR: Final = 1996
_FIRST_OF_NEW_LISTINGS: Final = 2011

_NOTE_NUMBERS: Final = 'a[href*="#fn"], a[title^="footnote"]'
_FIRST_NOTE: Final = 'a[name="fn1"], [id="fn1"]'
_FURNITURE: Final = "ul.list-unstyled, .shareDL, .sr-only, .panel-attachments, .lastUpdate, .footer"
# Set before the first footnote, to find it among the paragraphs.
_MARK: Final = "\ue000"
_NOTES_BELOW: Final = re.compile(
    r"(?:references?|footnotes?|endnotes?|notes|bibliography|works cited)\s*:?", re.IGNORECASE
)
_RETURN: Final = re.compile(r"\s*Return to text\s*$")
_END_OF_PAGE: Final = "Return to top"
_BY: Final = re.compile(
    r"(?:[\w-]+\s+){0,2}?(?:remarks|speech|comments|statement|address|lecture|testimony|presentation)\s+(?:by|of)\s+"
    r"(?P<speaker>.+)",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"(?P<title>(?:Acting\s+)?(?:Vice\s+)?(?:Chair(?:man|woman)?(?:\s+for\s+Supervision|\s+Pro\s+Tempore)?|Governor))\s+"
    r"(?P<name>\S.*)"
)
# "FRB: Speech, Greenspan -- Title -- June 13, 1996"; dashes of a wrong charset came through as U+FFFD.
_DASH: Final = r"\s*(?:--?|[–—\ufffd])\s*"
_TITLE_TAG: Final = re.compile(
    rf"FRB:\s*\w+,\s*[^-–—,]+?{_DASH}(?P<title>.+?)(?:{_DASH}|,\s*)[A-Z][a-z]+ \d{{1,2}}, \d{{4}}$"
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    article = soup.select_one("#article")
    return _in_article(article, url) if article is not None else _in_tables(soup, url)


def _in_article(article: Tag, url: str) -> Reading:
    title, speaker = text_of(article.select_one(".title")), text_of(article.select_one(".speaker"))
    printed, place = text_of(article.select_one(".article__time")), text_of(article.select_one(".location"))
    for what, found in (("title", title), ("speaker", speaker), ("article__time", printed)):
        if not found:
            raise TemplateChanged(f"has no .{what} in #article", url=url)
    heading = article.select_one(".heading")
    unspoken = frozenset(map(id, [*([heading] if heading else []), *article.select(f"{_FURNITURE}, {_NOTE_NUMBERS}")]))
    _mark_first_note(article)
    spoken, notes = _without_notes(paragraphs(article, without=unspoken))
    day, warnings = _day([printed], url)
    return _reading(title, day, _speaker(speaker), spoken, [place] if place else [], notes, warnings, url)


def _in_tables(soup: BeautifulSoup, url: str) -> Reading:
    unspoken = frozenset(map(id, soup.select(f"{_FURNITURE}, {_NOTE_NUMBERS}")))
    _mark_first_note(soup)
    lines = paragraphs(soup, without=unspoken)
    end = next((number for number, line in enumerate(lines) if line.text == _END_OF_PAGE), len(lines))
    lines = lines[:end]
    by = next((number for number, line in enumerate(lines) if _BY.fullmatch(line.text)), None)
    dated = next(
        (number for number, line in enumerate(lines) if by is not None and number > by and find_day(line.text)), None
    )
    if by is None or dated is None:
        raise TemplateChanged(
            "has neither #article nor the lines “Remarks by …” and a day that older pages open with", url=url
        )
    named = _BY.fullmatch(lines[by].text)
    speaker = named["speaker"] if named else ""
    tag = text_of(soup.select_one("title"))
    above, below = lines[by + 1 : dated], lines[dated + 1 :]
    title, of_title = _title(tag, above, below)
    spoken, notes = _without_notes([line for line in below if line is not of_title])
    heading = [line.text for line in above if line is not of_title]
    day, warnings = _day([lines[dated].text, tag], url)
    if not title:
        title = lines[by].text
        warnings.append("no title on the page; its first line is taken")
    return _reading(title, day, _speaker(speaker), spoken, heading, notes, warnings, url)


def _title(tag: str, above: Sequence[Paragraph], below: Sequence[Paragraph]) -> tuple[str, Paragraph | None]:
    """The title as the page prints it, which may say more than `<title>`, with the paragraph it stands in."""
    found = _TITLE_TAG.search(tag)
    known = found["title"] if found else ""
    for line in (*above, *below[:1]):
        if known and _plain(line.text).startswith(_plain(known)):
            return line.text, line
    return known, None


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _mark_first_note(tree: Tag) -> None:
    first = tree.select_one(_FIRST_NOTE)
    if first is not None:
        first.insert_before(_MARK)


def _without_notes(lines: Sequence[Paragraph]) -> tuple[list[str], list[str]]:
    """What was spoken, and the references and footnotes below it."""
    start = next(
        (
            number
            for number, line in enumerate(lines)
            if line.text.startswith(_MARK) or (line.opening and _NOTES_BELOW.fullmatch(line.opening))
        ),
        len(lines),
    )
    notes = [_RETURN.sub("", line.text.removeprefix(_MARK)).strip() for line in lines[start:]]
    return [line.text for line in lines[:start]], [note for note in notes if note]


def _speaker(printed: str) -> Speaker:
    found = _OFFICE.fullmatch(printed)
    return Speaker(None, found["name"], found["title"]) if found else Speaker(None, printed)


def _day(printed: Sequence[str], url: str) -> tuple[date, list[str]]:
    """The day the page names, the first of several that do; a warning where another, or the address, disagrees."""
    named = [day for line in printed if (day := find_day(line))]
    own = _OWN_PAGE.match(url)
    digits = next(filter(None, own.groups()), "") if own else ""
    addressed = find_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}") if digits else None
    if not named and addressed is None:
        raise TemplateChanged("names no day, neither in its heading nor in its address", url=url)
    if not named and addressed:
        return addressed, ["no day on the page; that of the address is taken"]
    others = {*named, addressed} - {named[0], None}
    told = ", ".join(sorted(map(str, others)))
    return named[0], [f"the heading says {named[0]}, the page or its address {told}"] if others else []


def _reading(
    title: str,
    day: date,
    speaker: Speaker,
    spoken: list[str],
    heading: list[str],
    notes: list[str],
    warnings: list[str],
    url: str,
) -> Reading:
    if not spoken:
        raise NotATranscript("holds no text, only a video, slides or nothing", url=url)
    return Reading(
        title=title,
        date=day,
        turns=(Turn(0, speaker, Role.OFFICIAL, "\n".join(spoken)),),
        place=re.sub(r"^At (?:the )?", "", " ".join(heading)) or None,
        heading=tuple(heading),
        notes=tuple(notes),
        warnings=tuple(warnings),
    )


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    if soup.select_one(".eventlist, #speechIndex") is None:
        raise TemplateChanged("has no list of speeches (.eventlist or #speechIndex)", url=url)
    links = soup.select(".eventlist__event a[href]:not(.watchLive), #speechIndex .title a[href]")
    entries = [entry for entry in entries_of(links, url, _listed_day) if _OWN_PAGE.match(entry.url)]
    return Listing(tuple(entries), _older(url))


def _listed_day(link: Tag) -> date | None:
    row = link.find_parent("li") or link.find_parent("div", class_="row")
    return find_day(text_of(row)) if isinstance(row, Tag) else None


def _older(url: str) -> str | None:
    found = re.search(r"/(\d{4})-?speech(?:es)?\.htm", url)
    if found is None or int(found[1]) <= _FIRST_YEAR:
        return None
    year = int(found[1]) - 1
    return f"{_SITE}/newsevents/speech/{year}{'-speeches' if year >= _FIRST_OF_NEW_LISTINGS else 'speech'}.htm"


SOURCE: Final = Source(
    id="fed_speeches",
    name="Federal Reserve speeches",
    institution="Board of Governors of the Federal Reserve System",
    language="en",
    parser="fed_speeches/1",
    hosts=("www.federalreserve.gov",),
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(f"{_SITE}/newsevents/speech/{{year}}-speeches.htm",),
    read_listing=read_listing,
    verified=True,
    fidelity=Fidelity.EDITED,
    may_be_empty=True,
)
