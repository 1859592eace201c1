"""A foreign ministry's site as a test wants it: a listing, briefings, and whatever can go wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from aiohttp import web

from tests.fetch.site import Answering, Site, page, redirect

ROOT = "https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/"
SPOKESPERSON = "沈若溪"


@dataclass(frozen=True)
class Briefing:
    """One press conference; `exchanges` are questions with their answers."""

    day: date
    exchanges: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        return f"{self.day.year}年{self.day.month}月{self.day.day}日外交部发言人{SPOKESPERSON}主持例行记者会"

    @property
    def url(self) -> str:
        return f"{ROOT}{self.day:%Y%m}/t{self.day:%Y%m%d}_9{self.day:%m%d}.shtml"

    def html(self, *, charset: str = "utf-8") -> str:
        turns = "".join(
            f"<p>　　<strong>海峡晚报记者：{question}</strong></p><p>　　{SPOKESPERSON}：{answer}</p>"
            for question, answer in self.exchanges
        )
        return (
            f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{self.title}_外交部</title>'
            f'<meta name="ArticleTitle" content="{self.title}"></head><body><div class="news-details">'
            f'<div class="news-title"><h1>{self.title}</h1><p class="time"><span>{self.day} 19:30</span></p></div>'
            f'<div id="News_Body_Txt_A"><div class="trs_editor_view TRS_UEDITOR">{turns}</div></div></div>'
            "</body></html>"
        )


@dataclass
class Ministry:
    """Serves its pages on `site` as a gateway would: the page's address follows the site's."""

    site: Site
    briefings: list[Briefing] = field(default_factory=list)

    def publish(self, briefing: Briefing, *answers: Answering) -> None:
        """List the briefing; its page answers as told, else as it should."""
        self.briefings.append(briefing)
        self.serve(briefing, *answers)
        self.list_all()

    def serve(self, briefing: Briefing, *answers: Answering) -> None:
        self.site.on(target(briefing.url), *(answers or [good(briefing)]))

    def list_all(self) -> None:
        newest_first = sorted(self.briefings, key=lambda one: one.day, reverse=True)
        items = "".join(f'<li><a href="{one.url}">{one.title}</a>({one.day})</li>' for one in newest_first)
        self.site.on(target(ROOT), page(f'<html><body><ul class="list1">{items}</ul></body></html>'))

    def redirect_for_ever(self, briefing: Briefing) -> None:
        """Its page leads on to another, and that one on to the next."""
        self.publish(briefing, redirect(f"{ROOT}lost/1.shtml"))
        for number in range(1, 40):
            self.site.on(target(f"{ROOT}lost/{number}.shtml"), redirect(f"{ROOT}lost/{number + 1}.shtml"))


def target(url: str) -> str:
    return f"/{url}"


def good(briefing: Briefing) -> Answering:
    return page(briefing.html(), headers={"Content-Type": "text/html; charset=utf-8"})


def in_charset(briefing: Briefing, real: str, declared: str) -> Answering:
    """Encoded one way and declared another."""
    body = briefing.html(charset=declared).encode(real)
    return page(body, headers={"Content-Type": f"text/html; charset={declared}"})


def challenge() -> Answering:
    return page("<html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>")


def after(seen: list[str], name: str, answer: Answering) -> Answering:
    """Answers as `answer` and notes that it was asked."""

    async def noted(request: web.Request) -> web.StreamResponse:
        seen.append(name)
        return await answer(request)

    return noted
