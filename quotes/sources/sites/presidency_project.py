"""The American Presidency Project: news conferences, briefings, interviews and remarks of all American presidents.

www.presidency.ucsb.edu, of the University of California, Santa Barbara: a Drupal site that publishes again what the
Public Papers and the White House have. No page of it was at hand: what is known of it comes from descriptions, and a
page that is built otherwise says so.

- The page: `.field-ds-doc-title h1`, `.field-docs-start-date-time .date-display-single`, who it is of in `.diet-title`
  with the office below in `.diet-by-line`, the text in `.field-docs-content`.
- Addresses: `/documents/SLUG`.
- Listings: `div.view-content` with `.field-title a` and `.date-display-single`, paged as `?page=1`; `li.next a` leads
  on.

Oddities: labels end in a full stop and are slanted, now and then bold or not set apart at all: `<i>Q.</i>`, `<i>The
President.</i>`. Texts of the White House since the nineties keep its labels in capitals with a colon. Headings by topic
stand between the turns, slanted, without a full stop. Place and time are told in a note at the end ("NOTE: The
President spoke at 2:04 p.m. in …"). Pages are filed under the president even where a spokesman speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bs4 import Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker
from quotes.sources import white_house
from quotes.sources.capital_labels import role_of_label
from quotes.sources.dates import find_day
from quotes.sources.listings import entries_of, target_of
from quotes.sources.source import Listing, Reading, Source
from quotes.sources.turns import Opening, assemble
from quotes.sources.typed_labels import is_voice, labels_of

_OWN_PAGE: Final = re.compile(
    r"^https?://www\.presidency\.ucsb\.edu/documents/"
    r"(?!app-categories|app-attributes|presidential-documents-archive-guidebook)[\w%-]+/?$"
)
_NOBODYS: Final = re.compile(
    r"executive order|proclamation|fact sheet|.*\bdigest\b|.*schedule|readout|list of", re.IGNORECASE
)
# Longer than this, slanted words are no label but stressed.
_LONGEST_LABEL: Final = 60
# Labels that are known even where nothing sets them apart.
_PLAIN: Final = re.compile(r"(?P<label>Q|The (?:Vice )?President)\.\s+(?=\S)")
_NOTE: Final = re.compile(r"note:|\[?(?:as printed above|the text of|released by)", re.IGNORECASE)
_SPOKE: Final = re.compile(
    r"spoke(?: to reporters)? at (?:approximately )?(?P<time>(?:\d{1,2}(?::\d\d)? [ap]\.m\.|noon)(?: \w{3,4}\b)?)"
    r"(?: (?:in|at|from|on|aboard) (?P<place>.+?))?(?=\.\s|\.$|, to |, during | to (?:an? )?\w+s\b|\. )"
)
_TERM: Final = re.compile(r"President of the United States: (?P<since>\d{4})\W+(?P<until>\d{4}|present)", re.IGNORECASE)
# First day, and the institution's name where records keep an administration apart.
_ADMINISTRATIONS: Final = (
    (date(2021, 1, 20), "The White House"),
    (date(2017, 1, 20), "The White House (Trump 1)"),
    (date(2009, 1, 20), "The White House (Obama)"),
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title = text_of(soup.select_one(".field-ds-doc-title h1"))
    person = text_of(soup.select_one(".diet-title"))
    body = soup.select_one(".field-docs-content")
    printed = text_of(soup.select_one(".field-docs-start-date-time .date-display-single"))
    day = find_day(printed)
    if not title or not person or body is None or day is None:
        raise TemplateChanged(
            "has no title, person, text or day where this source has them (.field-ds-doc-title h1, .diet-title,"
            " .field-docs-content, .field-docs-start-date-time .date-display-single)",
            url=url,
        )
    lines = paragraphs(body)
    in_office = _in_office(text_of(soup.select_one(".diet-by-line")), day)
    institution = _institution(day) if in_office else "American Presidency Project"
    if any(map(labels_of(lines), lines)) and not any(is_voice(_set_apart(line)) for line in lines):
        page = white_house.Page(title, printed, lines, url)
        return replace(white_house.read(page, president=person), institution=institution)
    opening = _labels(lines)
    notes = [line.text for line in lines if _is_nobodys(line, opening)]
    text = [line for line in lines if not _is_nobodys(line, opening)]
    labelled = any(opening(line) for line in text)
    if not text or (not labelled and _NOBODYS.match(title)):
        raise NotATranscript(f"labels no speaker, and “{title}” is nobody's words", url=url)
    spoke = next((found for note in notes if (found := _SPOKE.search(note))), None)
    return Reading(
        title=title,
        date=day,
        turns=assemble(text, opening, before=None if labelled else _of(person, in_office=in_office)),
        time=spoke["time"] if spoke else None,
        place=spoke["place"] if spoke else None,
        published=printed,
        authors=f"{person}, President" if in_office else person,
        notes=tuple(notes),
        institution=institution,
    )


def _of(person: str, *, in_office: bool) -> Opening:
    """Who a text without labels is of; who was president is named by the author line, with the office."""
    return Opening(Speaker(None, None if in_office else person), Role.OFFICIAL, "")


def _labels(lines: Sequence[Paragraph]) -> Callable[[Paragraph], Opening | None]:
    times = Counter(label for line in lines if (label := _set_apart(line)))
    in_capitals = labels_of(lines)

    def opening(line: Paragraph) -> Opening | None:
        label = _set_apart(line)
        if label and (is_voice(label) or times[label] > 1):
            return _opening(label, line.text)
        if plain := _PLAIN.match(line.text):
            return _opening(plain["label"], line.text)
        return in_capitals(line)

    return opening


def _opening(label: str, text: str) -> Opening:
    return Opening(Speaker(label), role_of_label(label), text[len(label) :].lstrip(".: "))


def _set_apart(line: Paragraph) -> str | None:
    """The label that is slanted or bold at the head of the line, without its full stop."""
    words = line.slanted_opening or line.opening
    label = words.rstrip(".: ")
    if not label or len(label) > _LONGEST_LABEL or line.text[len(label) : len(label) + 1] not in {".", ":"}:
        return None
    return label


def _is_nobodys(line: Paragraph, opening: Callable[[Paragraph], Opening | None]) -> bool:
    """Notes, and headings by topic between the turns."""
    if _NOTE.match(line.text):
        return True
    topic = line.slanted_opening == line.text and line.text[-1] not in ".?!:,;])"
    return (topic or line.heading) and opening(line) is None


def _in_office(by_line: str, day: date) -> bool:
    term = _TERM.search(by_line)
    if term is None:
        return False
    until = day.year if term["until"].lower() == "present" else int(term["until"])
    return int(term["since"]) <= day.year <= until


def _institution(day: date) -> str:
    return next((name for since, name in _ADMINISTRATIONS if day >= since), "The White House")


def read_listing(html: str, url: str) -> Listing:
    soup = soup_of(html)
    links = soup.select("div.view-content .field-title a")
    return Listing(entries_of(links, url, _listed_day), target_of(soup.select_one("li.next a, li.pager-next a"), url))


def _listed_day(link: Tag) -> date | None:
    """Entries have no element of their own that is known: the nearest one around the link that holds a date."""
    around = next((part for part in link.parents if part.select_one(".date-display-single")), None)
    dates = around.select(".date-display-single") if around else []
    return find_day(text_of(dates[0])) if len(dates) == 1 else None


SOURCE: Final = Source(
    id="presidency_project",
    name="The American Presidency Project",
    institution="The White House",
    language="en",
    parser="presidency_project/1",
    hosts=("www.presidency.ucsb.edu",),
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(
        "https://www.presidency.ucsb.edu/documents/app-categories/presidential/news-conferences",
        "https://www.presidency.ucsb.edu/documents/app-categories/presidential/spoken-addresses-and-remarks",
        "https://www.presidency.ucsb.edu/documents/app-categories/presidential/interviews",
    ),
    read_listing=read_listing,
    verified=False,
    every=60,
)
