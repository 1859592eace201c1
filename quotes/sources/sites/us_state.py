"""US State Department: the daily briefings, remarks, and statements in somebody's name.

www.state.gov in its form of 2019, a WordPress site; what the administration of 2021 to 2025 published has moved, path
by path, to 2021-2025.state.gov.

- The page: `h1.featured-content__headline`, `p.article-meta__author-bureau`, `p.article-meta__publish-date`, the kind
  of text in `p.doctype-meta`, the text in `div.entry-content` or `div.classic-block-wrapper`. Texts as the site's feed
  carries them were at hand, without this frame; it is known from descriptions.
- Addresses: `/briefings/SLUG/`, remarks and statements at `/SLUG/`, since 2025 `/releases/OFFICE/YYYY/MM/SLUG/`.
- Listings: `li.collection-result`, ten to a page; `p.collection-result__date` holds the kind of text, not the date,
  which is the last `span` of the line below.

Oddities: only the titles of briefings name a day, after an EN DASH. The text's first lines repeat who speaks, where and
at what time. Labels are bold, MR and MS without a full stop, and now and then of the wrong person. Topic anchors stand
within sentences. Footnotes say what was meant; their marks were not spoken. Readouts are "attributable to" the
spokesperson, and his; media notes, fact sheets and schedules are nobody's. Where the feed's bare text is all there is,
the title is made from the address, and the day with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from bs4 import BeautifulSoup, Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, meta, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker
from quotes.sources.addresses import absolute, title_in
from quotes.sources.capital_labels import capital_label, role_of_label
from quotes.sources.dates import find_day
from quotes.sources.listings import entries_of
from quotes.sources.source import Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

# Remarks and statements have no folder of their own: two words or more tell them from most of the site's sections.
_OWN_PAGE: Final = re.compile(
    r"^https?://(?:www|2021-2025)\.state\.gov/"
    r"(?!(?:department-press-briefings|press-releases|countries-areas|bureaus-offices|policy-issues|about-us)/?$)"
    r"(?![\w/-]*public-schedule)"
    r"(?:briefings(?:-foreign-press-centers)?/[\w%-]+|releases/[\w-]+/\d{4}/\d\d/[\w%-]+|[\w%]+(?:-[\w%]+)+)/?$"
)
# What the site calls texts in which nobody speaks.
_NOBODYS: Final = re.compile(
    r"(?:daily )?public schedule|notice to the press|media (?:note|advisory)|fact sheet|photo|video|album",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(r"\b(?:remarks|statement|interview|press (?:availability|conference))\b", re.IGNORECASE)
# An author's office, as a line above the text has it ("Assistant SecretaryBureau of …", where a break was lost);
# "Office of the Spokesperson" is one too, but nobody in person.
_OFFICE: Final = re.compile(
    r"\b(?:Spokes(?:person|man|woman)|Secretary|Minister|Ambassador|Director|Representative|Coordinator|Envoy|President|"
    r"Premier|Chancellor|Counselor|Advis[eo]r|Administrator|Commissioner|Chief|Chair(?:man|woman)?|Official)(?![a-z’'])"
)
_LOST_BREAK: Final = re.compile(r"(?<=[a-z])\s*(?=(?:Bureau|Office) of )")
_IN_PERSON: Final = re.compile(r"(?!Office|Bureau|U\.S\. Department).*, ")
_ATTRIBUTED: Final = re.compile(r".{0,40}\battributable to\b.{0,80}:\W*$", re.IGNORECASE)
_TIME: Final = re.compile(r"\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?(?:,?\s*(?:[A-Z]{2,4}|local(?: time)?))?", re.IGNORECASE)
# Lines above the text are short and no sentences; "Washington, D.C." ends in a full stop all the same.
_LONGEST_HEADING: Final = 200
_SENTENCE: Final = re.compile(
    r".*(?<!\bD\.C)(?<!\bU\.S)(?<!\bJr)[.?!:;,…”]$|(?:good|thank|hello|dear|friends|ladies|excellenc)", re.IGNORECASE
)
_END: Final = re.compile(r"#\s?#\s?#$")
_NOTE: Final = re.compile(r"\(?the [\w ]+ (?:was )?(?:concluded|ended) at .*|(?:begin|end) text[.:]?$", re.IGNORECASE)
# Whose labels mark a text as spoken: fact sheets and tables have other words in capitals before a colon.
_VOICE: Final = re.compile(
    r"(?:Q|QUESTION|MRS?|MS|DR|MODERATOR|OPERATOR|INTERPRETER|PARTICIPANT|STAFF|[A-Z ]*SECRETARY|AMBASSADOR|SENIOR)\b"
)
# A text without labels is its author's, whom `Naming` names.
_AUTHOR: Final = Opening(Speaker(None), Role.OFFICIAL, "")


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    bare = soup.find(["title", "h1", "main"]) is None
    title = _title_in(url) if bare else text_of(soup.select_one("h1"))
    body = soup.body if bare else soup.select_one("div.entry-content, div.classic-block-wrapper")
    if not title or body is None:
        raise TemplateChanged(
            "has no title or no text where this source has them (h1; div.entry-content, div.classic-block-wrapper)",
            url=url,
        )
    kind = text_of(soup.select_one(".doctype-meta"))
    if refused := _NOBODYS.match(kind) or _NOBODYS.match(title):
        raise NotATranscript(f"is a {refused[0].lower()}, in which nobody speaks", url=url)
    above, text, notes = _parts(paragraphs(body, without=_marks(body)))
    if not text:
        raise NotATranscript("holds no text, only pictures or nothing", url=url)
    attributed = [line for line in above if _ATTRIBUTED.match(line)]
    authors = [line for line in above if _OFFICE.search(line) and line not in attributed]
    author = ", ".join(authors) or text_of(soup.select_one(".article-meta__author-bureau"))
    author = _LOST_BREAK.sub("; ", author)
    voices = any(_VOICE.match(found.speaker.label or "") for line in text if (found := _opening(line)))
    in_person = bool(attributed or _IN_PERSON.match(author))
    if not (voices or in_person or _SPOKEN.search(f"{kind} {title}")):
        raise NotATranscript(f"labels no speaker and is in nobody's name ({author or 'no author'})", url=url)
    times = [line for line in above if _TIME.fullmatch(line)]
    published = text_of(soup.select_one(".article-meta__publish-date")) or meta(soup, "article:published_time")
    day, warnings = _day(title, published, url, bare=bare)
    return Reading(
        title=title,
        date=day,
        turns=assemble(text, _opening) if voices else assemble(text, _no_label, before=_AUTHOR if in_person else None),
        time=times[0] if times else None,
        place=", ".join([line for line in above if line not in (*authors, *attributed, *times)]) or None,
        published=published or None,
        authors=author,
        heading=tuple(above),
        notes=tuple(notes),
        warnings=warnings,
    )


def _no_label(paragraph: Paragraph) -> None:
    return None


def _title_in(url: str) -> str:
    """`department-press-briefing-june-2-2021` as the site prints it: "Department Press Briefing – June 2, 2021"."""
    return re.sub(r"(?<=.) (\w+) (\d{1,2}) (\d{4})$", r" – \1 \2, \3", title_in(url))


def _marks(body: Tag) -> frozenset[int]:
    """The footnotes' marks, in the text and back from the notes."""
    return frozenset(id(mark) for mark in body.select('a[href*="footnote-ref"], a[id*="footnote-ref"]'))


def _parts(lines: Sequence[Paragraph]) -> tuple[list[str], list[Paragraph], list[str]]:
    """The lines above the text, the text, and what nobody spoke: how it ended, and all that follows `# # #`."""
    above = list(takewhile(_is_above, lines))
    end = next((place for place, line in enumerate(lines) if _END.match(line.text)), len(lines))
    text = [line for line in lines[len(above) : end] if not _NOTE.match(line.text)]
    notes = [line.text for line in lines[len(above) : end] if _NOTE.match(line.text)]
    return [line.text for line in above], text, [*notes, *[line.text for line in lines[end:]]]


def _is_above(line: Paragraph) -> bool:
    if _opening(line) is not None:
        return False
    if _TIME.fullmatch(line.text) or _ATTRIBUTED.match(line.text):
        return True
    return len(line.text) <= _LONGEST_HEADING and not _SENTENCE.match(line.text)


def _opening(paragraph: Paragraph) -> Opening | None:
    """Labels are bold; where a page has lost that, only those that nothing else could be."""
    found = capital_label(paragraph.text)
    if found is None:
        bold = paragraph.opening
        if not bold.endswith(":") or not bold.isupper():
            return None
        # Marked with an asterisk, or in letters that no other label has.
        found = bold.rstrip(": "), paragraph.text[len(bold) :]
    label, rest = found
    if not paragraph.opening and not _VOICE.match(label):
        return None
    return Opening(Speaker(label), role_of_label(label), rest)


def _day(title: str, published: str, url: str, *, bare: bool) -> tuple[date, tuple[str, ...]]:
    named, printed = find_day(title), find_day(published)
    day = named or printed
    if day is None:
        raise TemplateChanged(
            "names no day, neither in its title nor as its date (.article-meta__publish-date)", url=url
        )
    if bare:
        return day, ("the page has no title; title and day are taken from its address",)
    if named and printed and abs((printed - named).days) > 1:
        return day, (f"the title says {named}, the page {printed}; the title's day is taken",)
    return day, ()


def read_listing(html: str, url: str) -> Listing:
    """Without the kinds of text in which nobody speaks."""
    soup = soup_of(html)
    links = [
        link
        for entry in soup.select("li.collection-result")
        if not _NOBODYS.match(text_of(entry.select_one(".collection-result__date")))
        for link in entry.select("a.collection-result__link")
    ]
    return Listing(entries_of(links, url, _listed_day), _older(soup, url))


def _listed_day(link: Tag) -> date | None:
    entry = link.find_parent("li")
    dates = entry.select(".collection-result-meta span") if isinstance(entry, Tag) else []
    return find_day(text_of(link)) or (find_day(text_of(dates[-1])) if dates else None)


def _older(soup: BeautifulSoup, url: str) -> str | None:
    following = soup.select_one("a.next.page-numbers")
    target = following.get("href") if following else None
    return absolute(target, url) if isinstance(target, str) else None


SOURCE: Final = Source(
    id="us_state",
    name="US State Department",
    institution="U.S. Department of State",
    language="en",
    parser="us_state/1",
    hosts=("www.state.gov", "2021-2025.state.gov"),
    aliases={"2021-2025.state.gov": "www.state.gov"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=(
        "https://www.state.gov/department-press-briefings/",
        "https://www.state.gov/press-releases/",
        "https://2021-2025.state.gov/department-press-briefings/",
        "https://2021-2025.state.gov/press-releases/",
    ),
    read_listing=read_listing,
    verified=True,
    # What the site's robots.txt asks for.
    pace=5.0,
)
