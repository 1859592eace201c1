"""What a page says of itself: title, outlet, day of publication, language, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import orjson
from dateutil import parser as dateutil_parser

from quotes.extract.scanning import Scanned

_ARTICLES: Final = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting LiveBlogPosting "
    "BackgroundNewsArticle ReviewNewsArticle TechArticle Report WebPage SocialMediaPosting".split()
)
_DATE_METAS: Final = (
    "article:published_time og:published_time og:article:published_time datepublished date pubdate publishdate "
    "publish-date publish_date parsely-pub-date sailthru.date dc.date dc.date.issued dcterms.created dcterms.date "
    "citation_publication_date article.published weibo:article:create_at".split()
)
_TITLE_METAS: Final = ("og:title", "twitter:title", "dc.title", "headline")
_URL_DAY: Final = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")
_CHINESE_DAY: Final = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_SEPARATOR: Final = re.compile(r"\s+[|–—-]\s+|\s*[|_]\s*")
_DEEPEST: Final = 12


@dataclass(frozen=True, slots=True)
class Facts:
    title: str | None
    outlet: str | None
    published: date | None
    language: str | None
    url: str | None


def facts_of(scanned: Scanned, url: str | None) -> Facts:
    """JSON-LD is believed before `<meta>`, that before what is set on the page, that before the address."""
    articles = list(_articles(scanned.scripts))
    metas = _metas(scanned)
    site = (
        metas.get("og:site_name")
        or _first(_name(each.get("publisher")) for each in articles)
        or metas.get("application-name")
    )
    title = _first(_text(each.get("headline")) for each in articles) or _first(metas.get(name) for name in _TITLE_METAS)
    address = (
        url
        or _first(link.get("href") for link in scanned.links if link.get("rel") == "canonical")
        or metas.get("og:url")
    )
    return Facts(
        title=title or _without_site(scanned.title, site) or None,
        outlet=site,
        published=_published(articles, metas, scanned, address),
        language=_tag(scanned.language)
        or _tag(_first(_text(each.get("inLanguage")) for each in articles) or "")
        or _tag(metas.get("og:locale", ""))
        or _tag(metas.get("content-language", "")),
        url=address,
    )


def _published(
    articles: list[dict[str, Any]], metas: dict[str, str], scanned: Scanned, address: str | None
) -> date | None:
    stamps = [
        *(_text(each.get("datePublished")) for each in articles),
        *(metas.get(name) for name in _DATE_METAS),
        *(stamp for stamp, around in scanned.times if not any(e.tag in {"aside", "footer", "nav"} for e in around)),
    ]
    for stamp in stamps:
        if stamp and (day := _day(stamp)):
            return day
    found = _URL_DAY.search(address) if address else None
    return _day("-".join(found.groups())) if found else None


def _day(stamp: str) -> date | None:
    """The day as the page has it, in its own time zone: that is the one its weekdays are read against."""
    stamp = stamp.strip()
    try:
        if re.match(r"\d{4}-\d\d-\d\d", stamp):
            return date.fromisoformat(stamp[:10])
        if found := _CHINESE_DAY.search(stamp):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if re.search(r"\d{4}", stamp):
            return dateutil_parser.parse(stamp).date()
    except (ValueError, OverflowError):
        return None
    return None


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        try:
            loaded = orjson.loads(script.strip().strip(";").replace("\n", " ").replace("\r", " ").replace("\t", " "))
        except orjson.JSONDecodeError:
            continue
        yield from _described(loaded, 0)


def _described(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _described(each, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if _ARTICLES.intersection([kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if name in value:
                yield from _described(value[name], depth + 1)


def _metas(scanned: Scanned) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in scanned.metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join(meta.get("content", "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(values: Any) -> str | None:
    return next((value for value in values if value), None)


def _tag(value: str) -> str | None:
    found = re.fullmatch(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z0-9]+))*", value.strip())
    return value.strip().replace("_", "-") if found else None


def _without_site(title: str, site: str | None) -> str:
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and (site is None or parts[-1].strip().lower() == site.lower() or len(parts[-1].split()) <= 4):
        return title[: title.rfind(parts[-1])].rstrip(" |–—-_")
    return title
