"""Federal Reserve: the Chair's press conferences after meetings of the Federal Open Market Committee.

www.federalreserve.gov/mediacenter/files/FOMCpresconfYYYYMMDD.pdf, since April 2011: a PDF a conference, out the same
day as PRELIMINARY and replaced under the same address by the FINAL one. Each page has a running head ("March 20, 2024",
"Chair Powell's Press Conference", "FINAL") and a number ("Page 3 of 25", in 2011 "3 of 25"), which `quotes.html.pdf`
sets apart. The first page opens with a centred title and day. A paragraph is indented, a label is in capitals before a
full stop: "CHAIR POWELL.", "STEVE LIESMAN."; in April 2011 reporters are "QUESTION.".

Oddities: labels have typos ("CHAIRIMAN POWELL", "MICHELLE SMTH"), a few a time before them ("[0:24:15.5] CHAIR
POWELL."). Reporters name their house in their first words, no label does. An official who only calls on reporters is
the moderator. The listing, fomccalendars.htm for the last years and fomchistoricalYYYY.htm for each before, links a
page about each conference; the PDF's address follows from its day.

No real PDF was at hand when this was written: the layout is known from descriptions and from texts taken from the PDFs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from rapidfuzz.distance import OSA

from quotes.errors import TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker, Turn
from quotes.sources.dates import find_day
from quotes.sources.names import from_capitals
from quotes.sources.source import Listed, Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

_SITE: Final = "https://www.federalreserve.gov"
_OWN_FILE: Final = re.compile(
    r"^https?://www\.federalreserve\.gov/mediacenter/files/FOMCpresconf(\d{8})\.pdf$", re.IGNORECASE
)
_TITLE: Final = re.compile(r"Press Conference", re.IGNORECASE)
_STATE: Final = re.compile(r"\b(?:PRELIMINARY|FINAL)\b")
# Two words in capitals at least, or QUESTION: "GDP." opens a sentence. An initial with its full stop may stand between
# them, never at the end.
_CAPITAL: Final = "A-ZÀ-ÖØ-Þ"
_NAME: Final = rf"(?:Ma?c|De|La)?[{_CAPITAL}][{_CAPITAL}’'‘-]+"
_LABEL: Final = re.compile(
    rf"(?:\[[\d:.]+\]\s*)?(?P<label>QUESTIONS?|{_NAME}(?:\s+(?:[{_CAPITAL}]\.|{_NAME})){{0,3}}\s+{_NAME})[.:]\s+(?=\S)"
)
_FIRST_YEAR: Final = 2011
# What is longer than this was spoken, be it without a label.
_LONGEST_HEADING: Final = 120
# So many words at most, never a question: how one speaks who calls on reporters.
_CALLING: Final = 12
_MODERATORS: Final = ("MICHELLE SMITH", "JOE PAVEL")
# Where a reporter says who they are: in this many characters of their first turn.
_INTRODUCTION: Final = 200
_OUTLET: Final = (
    r"(?:\s+here)?(?:,\s+(?:from|with)|,|\s+(?:from|with|of|at|for))\s+(?:[Tt]he\s+)?"
    r"(?P<outlet>(?:[A-Z]\.)+(?:\s+[A-Z][\w&’'-]*)*|[A-Z][\w&’'-]*(?:[ /](?:[A-Z][\w&’'-]*|of|and|the|for)(?=\W))*)"
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    pages = soup.select("section.page")
    if not pages:
        raise TemplateChanged("is no PDF, which this source's transcripts are (section.page)", url=url)
    edges = soup.select("p.header, p.footer")
    lines = [
        line
        for page in pages
        for line in paragraphs(page, without=frozenset(map(id, page.select("p.header, p.footer"))))
    ]
    if not any(map(_opening, lines)):
        raise TemplateChanged("has no speaker's label in capitals before a full stop", url=url)
    first = next(place for place, line in enumerate(lines) if _opening(line) or len(line.text) > _LONGEST_HEADING)
    heading = [line.text for line in lines[:first]]
    running = " ".join(map(text_of, edges))
    title = next((line for line in heading if _TITLE.search(line)), None)
    day = find_day(" ".join(heading)) or find_day(running)
    in_address = _OWN_FILE.match(url)
    addressed = _day(in_address[1]) if in_address else None
    warnings = []
    if title is None:
        title = "Transcript of the Chair’s Press Conference"
        warnings.append("no title above the text; one was made up")
    if day is None and addressed:
        warnings.append("names no day; that of the address is taken")
    elif day and addressed and day != addressed:
        warnings.append(f"the text says {day}, the address {addressed}; the text's day is taken")
    day = day or addressed
    if day is None:
        raise TemplateChanged("names no day, neither above its text nor in its address", url=url)
    return Reading(
        title=title,
        date=day,
        turns=_in_parts(assemble(lines[first:], _opening)),
        heading=tuple([line for line in heading if line != title]),
        notes=tuple(dict.fromkeys(_STATE.findall(running))),
        warnings=tuple(warnings),
    )


def _opening(paragraph: Paragraph) -> Opening | None:
    found = _LABEL.match(paragraph.text)
    if found is None:
        return None
    label = found["label"]
    chairs = label.startswith(("CHAI", "VICE CHAI"))
    return Opening(Speaker(label), Role.OFFICIAL if chairs else Role.JOURNALIST, paragraph.text[found.end() :])


def _in_parts(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns with the moderator's told from the reporters', and these with the house they say they are of."""
    said: dict[str, list[str]] = {}
    for turn in turns:
        said.setdefault(turn.speaker.label or "", []).append(turn.text)
    return tuple([_in_part(turn, said[turn.speaker.label or ""]) for turn in turns])


def _in_part(turn: Turn, said: list[str]) -> Turn:
    label = turn.speaker.label
    if turn.role is not Role.JOURNALIST or not label:
        return turn
    if any(OSA.distance(label, name) <= 1 for name in _MODERATORS) or _only_calls(said):
        return replace(turn, role=Role.MODERATOR)
    if label.startswith(("QUESTION", "UNIDENTIFIED")):
        return turn
    family = re.escape(label.split()[-1])
    own = re.compile(rf"(?<!\w)(?i:{family}){_OUTLET}")
    for text in said:
        if found := own.search(text[:_INTRODUCTION]):
            return replace(turn, speaker=Speaker(label, from_capitals(label), None, found["outlet"]))
    return turn


def _only_calls(said: list[str]) -> bool:
    return len(said) > 1 and all("?" not in text and len(text.split()) <= _CALLING for text in said)


def _day(digits: str) -> date | None:
    return find_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    if soup.select_one(".fomc-meeting, .panel, #article") is None:
        raise TemplateChanged("has no meetings where this source lists them (.fomc-meeting)", url=url)
    found: dict[date, Listed] = {}
    for link in soup.select("a[href*=presconf i], a[href*=pressconf i]"):
        digits = re.search(r"press?conf(\d{8})", str(link.get("href")), re.IGNORECASE)
        if digits and (day := _day(digits[1])):
            address = f"{_SITE}/mediacenter/files/FOMCpresconf{digits[1]}.pdf"
            found.setdefault(day, Listed(address, text_of(link), day))
    entries = tuple([found[day] for day in sorted(found, reverse=True)])
    return Listing(entries, _older(url, entries))


def _older(url: str, entries: Sequence[Listed]) -> str | None:
    """The calendar of the last years is followed by one page for each year before, back to the first conferences."""
    here = re.search(r"fomchistorical(\d{4})\.htm", url)
    years = [entry.day.year for entry in entries if entry.day]
    oldest = int(here[1]) if here else min(years, default=0)
    return f"{_SITE}/monetarypolicy/fomchistorical{oldest - 1}.htm" if oldest > _FIRST_YEAR else None


SOURCE: Final = Source(
    id="fed_press_conferences",
    name="Federal Reserve press conferences",
    institution="Board of Governors of the Federal Reserve System",
    language="en",
    parser="fed_press_conferences/1",
    hosts=("www.federalreserve.gov",),
    owns=lambda url: _OWN_FILE.match(url) is not None,
    parse=parse,
    listings=(f"{_SITE}/monetarypolicy/fomccalendars.htm",),
    read_listing=read_listing,
    verified=False,
)
