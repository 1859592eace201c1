"""Presidency of Mexico: stenographic versions of the morning press conferences and of the president's public acts.

www.gob.mx/presidencia/es/articulos/version-estenografica-…, since 2018-12; in 2018 and 2019 also mensaje-, discurso-
and palabras-del-presidente-…; lately /presidencia/articulos/… for the same. One template of the government's own
system: `h1.bottom-buffer`, below it a subtitle `h2`, `dl` with "Autor" and "Fecha de publicación", text in
`div.article-body p`. Labels are in capitals before a colon, in 2019 in `<strong>`, in 2021 as plain text.

Oddities: a label is a name ("OLGA PEÑA RUIZ"), with the office after a comma where the person first speaks, since
2024-10 often before it ("SECRETARIA DE ENERGÍA, OLGA PEÑA RUIZ"); offices hold quotation marks, dashes, brackets and
abbreviations. The colon may touch the text. Reporters are PREGUNTA, then INTERLOCUTOR or INTERLOCUTORA while they go
on; both are misspelt now and then. At public acts an INTERLOCUTOR may be anybody. "(INICIA VIDEO)" and "(FINALIZA
VIDEO)" stand alone; who speaks next without a label is not known. The text ends with "---" or "—000—". Titles of acts
name no day; then the day of publication counts. Agendas ("agenda-oficial-…") hold nobody's words. The listing, known
from descriptions, is sent as script lines that append `<article>`s to the page, nine a page, transcripts and all else.
Programs without a browser are often sent a page "Challenge Validation" instead.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup
from rapidfuzz.distance import OSA

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph, meta, paragraphs, soup_of, text_of
from quotes.model import Role, Speaker
from quotes.sources.addresses import absolute
from quotes.sources.capital_labels import role_of_label
from quotes.sources.dates import find_day
from quotes.sources.names import name_words
from quotes.sources.source import Listed, Listing, Reading, Source
from quotes.sources.turns import Opening, assemble

_OWN_PAGE: Final = re.compile(
    r"^https?://www\.gob\.mx/presidencia/(?:es/)?articulos/(?:version-estenografica|mensaje-|discurso-|palabras-)[\w-]+/?"
    r"(?:\?idiom=es)?$"
)
# No small letters before the colon, and three letters at least: "Y:" is part of a list.
_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:a-záéíóúüñ¿¡]{2,260}?|\?\?\?)\s*:\s*")
_VIDEO: Final = re.compile(r"\((?:INICIA|REANUDA|FINALIZA|TERMINA|CONCLUYE)[^)]*\)$")
_END: Final = re.compile(r"[-–—][-–—\s0oO]*[-–—]")
_AGENDA: Final = re.compile(r"^agenda\b", re.IGNORECASE)
_PRESS_CONFERENCE: Final = re.compile(r"conferencia de prensa|conferencia matutina|mañanera", re.IGNORECASE)
_PLACE: Final = re.compile(r"\bdesde (?:el |la |los |las )?(?P<place>[A-ZÁÉÍÓÚÑ][^,.;|]{2,60})")
_ASKS: Final = ("PREGUNTA", "INTERLOCUTOR", "INTERLOCUTORA")
_NOBODY_NAMED: Final = frozenset("hombre mujer nino nina ninos ninas vozhombre vozmujer".split())
# What one slip of the keyboard makes of a word.
_SLIP: Final = 1


def parse(html: str, url: str) -> Reading:
    soup = soup_of(html)
    body = soup.select_one("div.article-body")
    if body is None:
        raise TemplateChanged("has no text where this source has it (div.article-body)", url=url)
    printed = text_of(soup.select_one("h1.bottom-buffer")) or meta(soup, "og:title")
    warnings = []
    if not printed:
        printed = _title_in(url)
        warnings.append("no title on the page; the address is taken for one")
    if _AGENDA.match(printed):
        raise NotATranscript("is an agenda and holds nobody's words", url=url)
    facts = _facts(soup)
    published = facts.get("Fecha de publicación", "")
    named, dated = find_day(printed), find_day(published)
    day = named or dated
    if day is None:
        raise TemplateChanged("names no day, neither in its title nor as “Fecha de publicación”", url=url)
    if named and dated and abs((dated - named).days) > 1:
        warnings.append(f"the title says {named}, the page {dated}; the title's day is taken")
    lines = paragraphs(body)
    if not lines:
        raise NotATranscript("holds no text, only pictures or nothing", url=url)
    asked = _PRESS_CONFERENCE.search(printed) is not None
    turns = assemble(
        [line for line in lines if not _END.fullmatch(line.text)], lambda line: _opening(line, reporters=asked)
    )
    if not any(turn.speaker.label for turn in turns):
        raise NotATranscript("holds no speaker's label in capitals before a colon", url=url)
    subtitle = text_of(soup.select_one("h1.bottom-buffer ~ h2"))
    place = _PLACE.search(subtitle) or _PLACE.search(printed)
    return Reading(
        title=printed,
        date=day,
        turns=turns,
        place=place["place"].strip() if place else None,
        published=published or None,
        authors=facts.get("Autor", ""),
        heading=(subtitle,) if subtitle else (),
        notes=tuple([line.text for line in lines if _END.fullmatch(line.text)]),
        warnings=tuple(warnings),
    )


def _title_in(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1].replace("-", " ").capitalize()


def _facts(soup: BeautifulSoup) -> dict[str, str]:
    """What stands beside the text, by its caption: "Autor", "Fecha de publicación"."""
    return {text_of(caption): text_of(caption.find_next_sibling("dd")) for caption in soup.select("dl dt")}


def _opening(paragraph: Paragraph, *, reporters: bool) -> Opening | None:
    """`reporters`: whether those who ask are, as at a press conference."""
    if _VIDEO.match(paragraph.text):
        return Opening(Speaker(None), Role.UNKNOWN, paragraph.text)
    found = _LABEL.match(paragraph.text)
    if found is None:
        return None
    label = found["label"]
    return Opening(Speaker(label), _role(label, reporters=reporters), paragraph.text[found.end() :])


def _role(label: str, *, reporters: bool) -> Role:
    meant = next((word for word in _ASKS if OSA.distance(label, word, score_cutoff=_SLIP) <= _SLIP), None)
    if meant == "PREGUNTA" or (meant and reporters):
        return Role.JOURNALIST
    if meant or _NOBODY_NAMED.intersection(name_words(label)):
        return Role.UNKNOWN
    return role_of_label(label)


def read_listing(html: str, url: str) -> Listing:
    articles = soup_of(_appended(html) or html).select("article")
    page = _page_number(url)
    if not articles and page == 1:
        raise TemplateChanged("lists nothing on its first page (article)", url=url)
    entries: dict[str, Listed] = {}
    for article in articles:
        link = article.select_one("a[href*='/articulos/']")
        if link is None:
            raise TemplateChanged("lists an article without its link (article a)", url=url)
        address = absolute(str(link["href"]), url).partition("?")[0]
        if _OWN_PAGE.match(address):
            title = article.select_one("h2")
            heading = re.sub(r"\s*continuar leyendo$", "", text_of(title), flags=re.IGNORECASE)
            entries.setdefault(address, Listed(address, heading, find_day(text_of(article.select_one("time")))))
    return Listing(tuple(entries.values()), _with_page(url, page + 1) if articles else None)


def _appended(html: str) -> str:
    """The markup in the listing's script lines, `$('#prensa').append("…")`, as markup."""
    lines = re.findall(r"""\$\(['"]#prensa['"]\)\.append\(\s*"(.*)"\s*\)""", html)
    return "".join(lines).replace("\\n", "\n").replace('\\"', '"').replace("\\'", "'").replace("\\/", "/")


def _page_number(url: str) -> int:
    return int(parse_qs(urlsplit(url).query).get("page", ["1"])[0])


def _with_page(url: str, number: int) -> str:
    if re.search(r"[?&]page=\d+", url):
        return re.sub(r"([?&]page=)\d+", rf"\g<1>{number}", url)
    return f"{url}{'&' if urlsplit(url).query else '?'}page={number}"


SOURCE: Final = Source(
    id="mexico_presidency",
    name="Presidency of Mexico",
    institution="Presidencia de la República (México)",
    language="es",
    parser="mexico_presidency/1",
    hosts=("www.gob.mx",),
    owns=lambda url: _OWN_PAGE.match(url) is not None,
    parse=parse,
    listings=("https://www.gob.mx/presidencia/es/archivo/articulos?order=DESC&page=1",),
    read_listing=read_listing,
    verified=True,
    may_be_empty=True,
)
