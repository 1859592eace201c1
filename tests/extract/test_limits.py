"""No text and no page takes long to read: what is printed once a paragraph may come ten thousand times."""

from __future__ import annotations

import time

import pytest

from quotes.extract import read_html, read_markdown, read_text

TEXTS = {
    "marks that open": "“" * 10_000,
    "apostrophes": "' 'a" * 3_000,
    "quotations in one sentence": "“a ”" * 2_000,
    "verbs": "said the minister " * 2_000,
    "names": "Ana Berg " * 4_000,
    "paragraphs that go on": "“We stay.\n\n" * 3_000,
    "measures": 'a" "b ' * 2_000,
    "offices": "minister of the " * 4_000,
    "guillemets that open": "« non, a dit X, " * 2_000,
    "dashes": "– non, a dit " * 5_000,
    "characters": "外交部发言人表示" * 10_000,
    "names with dots": "安·" * 4_000,
}
PAGES = {
    "less-than signs": "<" * 50_000,
    "elements never closed": "<div>" * 20_000,
    "tags never closed": "<p " * 10_000,
    "attributes never closed": '<a x="' * 3_000,
    "ampersands": "&" * 50_000,
    "line breaks": "<br>" * 20_000,
}
# Seconds of processor time: the slowest needs one, and what grows with the square of its length needs minutes.
AT_MOST = 8.0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text(text: str) -> None:
    start = time.process_time()
    read_text(text)
    assert time.process_time() - start < AT_MOST


@pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)
def test_page(html: str) -> None:
    start = time.process_time()
    read_html(f"<p>The mole is dark.</p>{html}")
    assert time.process_time() - start < AT_MOST


@pytest.mark.parametrize("sign", ["*", "[", ">", "`", "[a]("])
def test_markdown(sign: str) -> None:
    start = time.process_time()
    read_markdown(sign * 10_000)
    assert time.process_time() - start < AT_MOST


def test_an_article_of_forty_quotations_is_read_at_once() -> None:
    paragraph = "“The gauges were read twice, and both readings agree,” Ana Berg told reporters on Tuesday. “We stay.”"
    text = "Ana Berg, the minister for tides, spoke on Tuesday.\n\n" + "\n\n".join([paragraph] * 20)
    times = []
    for _ in range(5):
        start = time.process_time()
        assert len(read_text(text).quotations) == 40
        times.append(time.process_time() - start)
    # It takes 8 ms on an idle core; this is for what would take ten times as long.
    assert min(times) < 0.08
