"""What holds for any text at all."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from quotes.extract import read_html, read_markdown, read_text
from quotes.model import Article
from quotes.text import fold_words

_PIECES = (
    "“ ” \" ‘ ’ ' « » ‹ › „ ‚ 「 」 『 』 `` '' — – - … . , ? ! : ; ( ) [ ] 。 ， ： | > # * _ ~ < & \\ ` = + 1. 6'2\" "
    "said he she Berg Ana Tuesday minister the on China’s that calling dijo ministra a-t-il dit sagte Sprecher laut "
    "林若川 发言人 表示 周二 We stay word title 𝒳 é \u00a0 \u200b \u3000 \ufeff &amp; &#8220; &nbsp; <b> </b> <p> </p> "
    "<blockquote> </blockquote> <br> <q> </q> <!-- --> [x](y) **"
).split(" ")
TEXT = st.lists(
    st.one_of(
        st.sampled_from([*_PIECES, " ", " ", "\n", "\n\n"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    ),
    max_size=60,
).map("".join)


def check(article: Article, source: str | None) -> None:
    last = 0
    for quotation in article.quotations:
        assert quotation.spans
        at = quotation.spans[0][0]
        assert at >= last
        last = at
        for start, end in quotation.spans:
            assert at <= start < end <= len(article.text)
            at = end
        pieces = [article.text[start:end] for start, end in quotation.spans]
        assert re.split(r"[ \n]", quotation.text) == re.split(r"[ \n]", " ".join(pieces))
        if source is None:
            assert quotation.source_spans == ()
        else:
            assert len(quotation.source_spans) == len(quotation.spans)
            assert all(0 <= start <= end <= len(source) for start, end in quotation.source_spans)


@given(TEXT, st.sampled_from([None, "en", "es", "fr", "de", "zh", "xx"]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    article = read_text(text, language=language)
    assert article.text == text
    check(article, None)


@given(TEXT)
def test_any_markdown_is_read(text: str) -> None:
    check(read_markdown(text), text)


@given(TEXT)
def test_any_html_is_read(text: str) -> None:
    html = f"<html><body><article><p>The mole is dark.</p>{text}<p>It stays dark.</p></article></body></html>"
    check(read_html(html), html)


_WORDS = st.lists(
    st.sampled_from("tide mole ferry salt R&D it’s <now> “low” café 𝒳 ebb &amp;".split()), min_size=1, max_size=8
)
_WRAPS = st.sampled_from(
    ["{}", "<em>{}</em>", "<a href='/a?b=\"c\"&d'>{}</a>", "<b><i>{}</i></b>", "<!-- x -->{}", "{}&nbsp;"]
)


def _escaped(word: str, how: int) -> str:
    """The word in HTML, in one of the ways a page may write it."""
    if how == 0:
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if how == 1:
        return "".join([f"&#{ord(letter)};" for letter in word])
    return "".join([letter if letter.isalnum() else f"&#x{ord(letter):x};" for letter in word])


@given(_WORDS, st.lists(_WRAPS, min_size=8, max_size=8), st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_source_spans_are_of_the_page_as_sent(words: list[str], wraps: list[str], ways: list[int]) -> None:
    inside = " ".join([wrap.format(_escaped(word, how)) for word, wrap, how in zip(words, wraps, ways, strict=False)])
    html = (
        "<html><head><title>The mole — Coast Post</title></head><body><nav>Home</nav><article><h1>The mole</h1>"
        "<p>The council of Orvane met on Monday evening to speak about the mole, as it does each spring.</p>"
        f"<p>&ldquo;Well, {inside} then,&rdquo; said Ana Berg, the harbour master, when all the others had left.</p>"
        "</article></body></html>"
    )
    quotation = read_html(html).quotations[0]
    assert quotation.text.startswith("Well,")
    pieces = [unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", html[start:end])) for start, end in quotation.source_spans]
    assert fold_words(" ".join(pieces)) == fold_words(quotation.text)
    assert fold_words(" ".join(words)) == fold_words(quotation.text)[1:-1]
