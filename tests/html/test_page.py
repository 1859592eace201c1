"""The few things parsers ask of a tree."""

from __future__ import annotations

import pytest

from quotes.html import meta, soup_of, text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>  The\n strait <b>is</b>&nbsp;open </h1>", "The strait is open"),
        ("<h1>Two<br>lines</h1>", "Two lines"),
        ("<h1></h1>", ""),
        ("", ""),
    ],
)
def test_a_small_element_on_one_line(html: str, text: str) -> None:
    assert text_of(soup_of(html).h1) == text


@pytest.mark.parametrize(
    ("head", "content"),
    [
        ('<meta name="PubDate" content=" 2025-10-13\n10:00 ">', "2025-10-13 10:00"),
        ('<meta property="PubDate" content="2025-10-13">', "2025-10-13"),
        ('<meta name="PubDate">', ""),
        ('<meta name="Other" content="x">', ""),
        ("", ""),
    ],
)
def test_what_the_head_says(head: str, content: str) -> None:
    assert meta(soup_of(f"<head>{head}</head>"), "PubDate") == content
