"""President of Russia: transcripts of speeches, meetings, interviews and news conferences.

en.kremlin.ru in English and kremlin.ru in Russian; the same number at the end of the address is the same occasion in
both. No saved page was at hand when this was written; the structure is what several readers of the site agree on:

- `h1.entry-title`, `time.read__published[datetime]`, `.read__time`, `div.read__place`, a summary in `div.read__lead`.
- The text is in `p` right under `div.entry-content.read__internal_content`; below them, in the same element,
  `div.read__bottommeta` holds tags and addresses. Labels are in bold, not always.
- Listings: `div.hentry_event` with `h3 a` and `time[datetime]`, older ones under `/page/2` and so on.

Oddities: in English a speaker is named with his office once ("President of Russia Vladimir Putin:") and then by his
name; in Russian by an initial and the family name throughout ("В.Путин:"). Journalists are Question or Вопрос, or stand
under their own name as any guest does. The English text is a translation, also of what was said in a third language.
Paragraphs before the first label are the site's own report, and asterisks stand between it and the transcript. Pages
without labels are reports only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, paragraphs, soup_of, text_of
from quotes.model import Fidelity, Role, Speaker
from quotes.sources.addresses import absolute
from quotes.sources.dates import find_day
from quotes.sources.labels import TITLE_WORDS
from quotes.sources.names import name_words
from quotes.sources.source import Listed, Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

_OWN_PAGE: Final = re.compile(r"^https?://(?:www\.|en\.)?kremlin\.ru/events/president/transcripts/(?:[a-z-]+/)?\d+/?$")
_TEXT: Final = frozenset("p blockquote ul ol h2 h3 h4".split())
# Longer bold words before a colon are a sentence.
_LONGEST_LABEL: Final = 160
_ASIDE: Final = re.compile(r"\s*\([^)]*\)$")
# Labels of Russian pages, and of nobody in person, are known without their bold type too.
_RUSSIAN_NAME: Final = r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s\([^)]{1,40}\))?"
_PART: Final = "Question|Remark|Reply|Moderator|Вопрос|Реплика|Ответ|Ведущий|Ведущая|Модератор"
_PLAIN_LABEL: Final = re.compile(rf"(?P<label>{_RUSSIAN_NAME}|{_PART})\s*:\s*")
_ROLES: Final = {
    "Question": Role.JOURNALIST,
    "Вопрос": Role.JOURNALIST,
    "Moderator": Role.MODERATOR,
    "Ведущий": Role.MODERATOR,
    "Ведущая": Role.MODERATOR,
    "Модератор": Role.MODERATOR,
    "Remark": Role.UNKNOWN,
    "Reply": Role.UNKNOWN,
    "Реплика": Role.UNKNOWN,
    "Ответ": Role.UNKNOWN,
}
# Who is named there without an office may be asking.
_ASKED: Final = re.compile(
    r"interview|(?:news|press) conference|answers? to|интервью|пресс-конференци|ответ\w* на вопрос", re.IGNORECASE
)
_OF_THE_HOUSE: Final = re.compile(r"(?:Путин|Медведев|Песков|Putin|Medvedev|Peskov)$")
_RUSSIAN_NAMES: Final = {
    "В.Путин": "Владимир Путин",
    "Д.Медведев": "Дмитрий Медведев",
    "Д.Песков": "Дмитрий Песков",
}
# A given and a family name at a label's end, after an office that could not end in them ("President of South Africa").
_NAME_LAST: Final = re.compile(
    r"(?P<office>.*\w)(?<!\bof)(?<!\bthe)(?<!\band)(?<!\bfor)\s+(?P<name>[A-Z][a-z]+ [A-Z][\w’'-]+)"
)
_OFFICE_WORDS: Final = TITLE_WORDS | frozenset("head speaker ceo host editor correspondent anchor".split())
_PARTICLES: Final = frozenset("al el bin bint ben ibn van von de da dos".split())
_NOTE: Final = re.compile(
    r"[*\s]+$|<?(?:to be continued|окончание следует|продолжение следует)\.{0,3}>?\.?$", re.IGNORECASE
)


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    title = text_of(soup.select_one("h1.entry-title"))
    shown = soup.select_one("time.read__published")
    body = soup.select_one("div.entry-content.read__internal_content")
    missing = [
        name
        for name, found in (
            ("h1.entry-title", title),
            ("time.read__published", shown),
            ("div.entry-content.read__internal_content", body),
        )
        if not found
    ]
    if missing or body is None or shown is None:
        raise TemplateChanged(f"has no {', '.join(missing)}, where this source has title, day and text", url=url)
    stamp = shown.get("datetime")
    day = find_day(stamp) if isinstance(stamp, str) else find_day(text_of(shown))
    if day is None:
        raise TemplateChanged("names no day in time.read__published[datetime]", url=url)
    lines = paragraphs(body, without=_no_text(body))
    if not lines:
        raise TemplateChanged("has no paragraphs right under div.entry-content.read__internal_content", url=url)
    voices = _Voices.of(lines, asked=_ASKED.search(title) is not None)
    start = next((place for place, line in enumerate(lines) if voices.opening(line)), None)
    if start is None:
        raise NotATranscript("labels no speaker; it is the site's own report", url=url)
    english = urlsplit(url).netloc.lower().startswith("en.")
    lead = soup.select_one("div.read__lead")
    report = [*(paragraphs(lead) if lead else ()), *lines[:start]]
    return Reading(
        title=title,
        date=day,
        turns=assemble([line for line in lines[start:] if not _NOTE.match(line.text)], voices.opening),
        time=text_of(soup.select_one(".read__time")) or None,
        place=text_of(soup.select_one(".read__place")) or None,
        published=text_of(shown) or None,
        heading=tuple([line.text for line in report if not _NOTE.match(line.text)]),
        notes=tuple([line.text for line in lines if _NOTE.match(line.text)]),
        language="en" if english else "ru",
        institution="President of Russia" if english else "Президент России",
        fidelity=Fidelity.TRANSLATED if english else Fidelity.NEAR_VERBATIM,
        warnings=_warnings(soup, url),
    )


def _no_text(body: Tag) -> frozenset[int]:
    """What stands beside the text's paragraphs: pictures, tags, addresses."""
    return frozenset(id(part) for part in body.find_all(True, recursive=False) if part.name not in _TEXT)


@dataclass(frozen=True, slots=True)
class _Voices:
    """The speakers of one page. `labels`: those in bold, without asides; `offices`: the office with which each name is
    introduced; `asked`: whether guests may be the ones who ask."""

    labels: frozenset[str]
    offices: dict[str, str]
    asked: bool

    @classmethod
    def of(cls, lines: Sequence[Paragraph], *, asked: bool) -> _Voices:
        labels = frozenset(_ASIDE.sub("", label) for line in lines if (label := _bold_label(line)))
        split = [_office_and_name(label, labels) for label in sorted(labels)]
        return cls(labels, {found[1]: found[0] for found in split if found}, asked)

    def opening(self, line: Paragraph) -> Opening | None:
        label = _bold_label(line) or self._plain_label(line.text)
        if label is None:
            return None
        speaker = self._speaker(label)
        return Opening(speaker, self._role(speaker), line.text[len(label) :].lstrip(": "))

    def _plain_label(self, text: str) -> str | None:
        if found := _PLAIN_LABEL.match(text):
            return found["label"]
        before, colon, _ = text.partition(":")
        return before if colon and _ASIDE.sub("", before) in self.labels | self.offices.keys() else None

    def _speaker(self, label: str) -> Speaker:
        plain = _ASIDE.sub("", label)
        if name := _RUSSIAN_NAMES.get(plain.replace(" ", "")):
            return Speaker(label, name)
        if found := _office_and_name(plain, self.labels):
            return Speaker(label, found[1], found[0])
        return Speaker(label, plain, self.offices[plain]) if plain in self.offices else Speaker(label)

    def _role(self, speaker: Speaker) -> Role:
        plain = _ASIDE.sub("", speaker.label or "")
        if plain in _ROLES:
            return _ROLES[plain]
        known = speaker.title or _OF_THE_HOUSE.search(plain)
        return Role.OFFICIAL if known or not self.asked else Role.UNKNOWN


def _bold_label(line: Paragraph) -> str | None:
    """The words in bold that a paragraph opens with, and an aside after them, where a colon ends them or follows."""
    bold = line.opening.rstrip(": ")
    if not bold or len(bold) > _LONGEST_LABEL:
        return None
    found = re.match(rf"(?P<label>{re.escape(bold)}(?:\s*\([^()]*\))?)\s*:", line.text)
    return found["label"] if found else None


def _office_and_name(label: str, labels: frozenset[str]) -> tuple[str, str] | None:
    """A label taken apart, by another of the page that is the name alone, or by how names look."""
    names = [other for other in labels if label.endswith(f" {other}")]
    if names:
        name = min(names, key=len)
        return label.removesuffix(name).strip(), name
    found = _NAME_LAST.fullmatch(label)
    if found is None or not _OFFICE_WORDS.intersection(name_words(found["office"])):
        return None
    if _PARTICLES.intersection(name_words(found["name"])[:1] + name_words(found["office"])[-1:]):
        return None
    return found["office"], found["name"]


def _warnings(soup: BeautifulSoup, url: str) -> tuple[str, ...]:
    following = urlsplit(url).path.rstrip("/") + "/page/2"
    if any(str(link["href"]).rstrip("/").endswith(following) for link in soup.select("a[href]")):
        return (f"the text goes on at {following}, which is not read",)
    return ()


def read_listing(html: str, url: str) -> Listing:
    entries: dict[str, Listed] = {}
    for entry in soup_of(html).select(".hentry_event"):
        link = entry.select_one("h3 a[href]")
        address = absolute(str(link["href"]), url).partition("#")[0] if link else ""
        if link and _OWN_PAGE.match(address):
            title = text_of(link.select_one(".entry-title, .p-name")) or text_of(link)
            entries.setdefault(address, Listed(address, title, _listed_day(entry)))
    return Listing(tuple(entries.values()), _older(url) if entries else None)


def _listed_day(entry: Tag) -> date | None:
    shown = entry.select_one("time[datetime]")
    return find_day(str(shown["datetime"])) if shown else None


def _older(url: str) -> str:
    """Listings go on under `/page/2`; the last of them leads to one without entries."""
    found = re.search(r"/page/(\d+)/?$", url)
    base, here = (url[: found.start()], int(found[1])) if found else (url.rstrip("/"), 1)
    return f"{base}/page/{here + 1}"


SOURCE: Final = Source(
    id="kremlin",
    name="President of Russia",
    institution="President of Russia",
    language="en",
    parser="kremlin/1",
    hosts=("en.kremlin.ru", "kremlin.ru"),
    aliases={"www.kremlin.ru": "kremlin.ru"},
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("http://en.kremlin.ru/events/president/transcripts", "http://kremlin.ru/events/president/transcripts"),
    read_listing=read_listing,
    verified=False,
)
