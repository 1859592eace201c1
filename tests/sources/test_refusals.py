"""What came in place of a page is told, and a page never is taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.errors import ChallengePage, LoginPage, PageError
from quotes.html import decode
from quotes.sources.refusals import refuse
from tests.sources.golden import saved_pages

URL = "https://www.example.org/briefing"
WORDS = "The strait is open and it will stay so. " * 40


def page(body: str, title: str = "", head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "html",
    [
        page("<p>Checking your browser before accessing example.org</p>", "Just a moment..."),
        page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', "example.org"),
        page("<h1>Access Denied</h1><p>You don't have permission. Reference #18.2f6f1160.17288</p>"),
        page("<p>Please verify you are a human</p><div class='h-captcha'></div>"),
        page('<iframe src="/_Incapsula_Resource?x=1"></iframe>'),
        page("<p>Our systems have detected unusual traffic from your network.</p>"),
        page("<p>请完成安全验证后继续访问</p>"),
        page("<p>系统维护</p>", "系统维护"),
        page("<p>We are sorry.</p>", "Technical Difficulties"),
        page("<!-- " + WORDS + " --><script>" + WORDS + "</script><p>Are you a robot?</p>"),
    ],
)
def test_a_challenge_is_told(html: str) -> None:
    with pytest.raises(ChallengePage, match="try again later") as told:
        refuse(html, URL)
    assert told.value.url == URL


def test_a_login_form_is_told() -> None:
    with pytest.raises(LoginPage, match="no longer public"):
        refuse(page('<form><input name="u"><input name="p" type="password"></form>', "Sign in"), URL)


@pytest.mark.parametrize(
    "html",
    [
        "",
        page("<p>MR. CARNEY: Good afternoon.</p>"),
        page(f"<p>{WORDS} Access to the port was denied; “Access Denied”, the sign said.</p>"),
        page(f"<p>{WORDS}</p><form><input type=password></form>"),
        page("<p>" + "沈若溪：航道须经安全验证方可通行。" * 30 + "</p>"),
        page("<p>MS. ELLISON: We had (technical difficulties) all morning on the line from the harbour office.</p>"),
    ],
)
def test_a_page_is_no_refusal(html: str) -> None:
    refuse(html, URL)


@pytest.mark.parametrize(
    "saved", [file for file in saved_pages() if file.suffix == ".html"], ids=lambda file: file.name
)
def test_a_saved_page_is_no_refusal(saved: Path) -> None:
    refuse(decode(saved.read_bytes()), URL)


def test_no_real_page_is_taken_for_a_refusal(shared: Path) -> None:
    refused = []
    entries = json.loads((shared / "pages/INDEX.json").read_text("utf-8"))
    for entry in entries:
        try:
            refuse(decode((shared / "pages" / entry["file"]).read_bytes()), entry["url"])
        except PageError as error:
            refused.append(str(error))
    assert entries
    assert refused == []
