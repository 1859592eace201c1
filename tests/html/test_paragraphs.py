"""Every visible word stands in one paragraph, once, under the look it is printed in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.html import Paragraph, paragraphs, soup_of


def read(html: str, without: str | None = None) -> list[Paragraph]:
    soup = soup_of(f"<html><body>{html}</body></html>")
    assert soup.body is not None
    return paragraphs(soup.body, without=frozenset(id(tag) for tag in soup.select(without)) if without else frozenset())


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.<br>Two.<br/><br>Three.</p>", ["One.", "Two.", "Three."]),
        ("One.<p>Two.</p>Three.", ["One.", "Two.", "Three."]),
        ("<div>One.<div>Two.<p>Three.</p></div>Four.</div>", ["One.", "Two.", "Three.", "Four."]),
        ("<table><tr><td>One.</td><td>Two.</td></tr></table>", ["One.", "Two."]),
        ("<ul><li>One.<ul><li>Two.</li></ul></li></ul>", ["One.", "Two."]),
        ("<p>O<b>n</b>e and <a href='#'>t<span>wo</span></a>.</p>", ["One and two."]),
        # white space as a browser folds it, and what sites indent with
        ("<p>\n  One\n  two.  </p>", ["One two."]),
        ("<p>　　One&nbsp;&nbsp;two.&#8203;</p>", ["One two."]),
        ("<p>One <b> two</b> <i>three</i></p>", ["One two three"]),
        ("<p> </p><p>&nbsp;</p><p>　</p><p><b> </b></p>", []),
        # what nobody sees
        ("<p>One.<script>two()</script><style>p{}</style><!-- three --></p>", ["One."]),
        ('<p>One.</p><p style="display: none">Two.</p><p hidden>Three.</p>', ["One."]),
        ('<p>One.<span style="DISPLAY:NONE"></span></p><noscript>Two.</noscript>', ["One."]),
        ("<p>One.<img alt='two'><video>Three.</video><iframe>Four.</iframe></p>", ["One."]),
        # never closed
        ("<p>One.<p>Two.<b>Three.", ["One.", "Two.Three."]),
    ],
)
def test_a_paragraph_ends_where_a_browser_begins_a_new_line(html: str, lines: list[str]) -> None:
    assert [paragraph.text for paragraph in read(html)] == lines


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<s>Warner</s> [Warren]", "~~Warner~~ [Warren]"),
        ("Senator <strike>Warner </strike>[Warren]", "Senator ~~Warner~~ [Warren]"),
        ("a<del> b <b>c</b> d </del>e", "a ~~b c d~~ e"),
        ("<s>a</s> <s>b</s>", "~~a~~ ~~b~~"),
        ("a<s> </s>b", "a b"),
        ("a <s></s>b", "a b"),
    ],
)
def test_struck_out_words_are_kept_as_such(html: str, text: str) -> None:
    assert read(f"<p>{html}</p>")[0].text == text


def test_struck_out_words_on_two_lines_are_struck_on_each() -> None:
    assert [paragraph.text for paragraph in read("<p><s>One.<br>Two.</s></p>")] == ["~~One.~~", "~~Two.~~"]


@pytest.mark.parametrize(
    ("html", "bold", "opening"),
    [
        ("<b>AFP:</b> Is it open?", ["AFP:"], "AFP:"),
        ("<b>AFP</b><strong>: Is it</strong> open?", ["AFP: Is it"], "AFP: Is it"),
        ("　　<b>　AFP:</b>　Is it open?", ["AFP:"], "AFP:"),
        ("Is <b>it</b> open <b>now</b>?", ["it", "now"], ""),
        ("<b>Is</b> <b>it</b> open?", ["Is", "it"], "Is it"),
        ("<b>Is it <i>open</i>?</b>", ["Is it open?"], "Is it open?"),
        ("<b> </b>Is it open?", [], ""),
        ("<s><b>Is</b></s> it open?", ["~~Is~~"], "~~Is~~"),
        ("Is it open?", [], ""),
    ],
)
def test_bold_spans_are_where_the_bold_words_are(html: str, bold: list[str], opening: str) -> None:
    (paragraph,) = read(f"<p>{html}</p>")
    assert [
        paragraph.text[start:end].strip() for start, end in paragraph.bold if paragraph.text[start:end].strip()
    ] == bold
    assert paragraph.opening == opening
    assert paragraph.all_bold is (opening == paragraph.text)


def test_italics_are_told_apart_from_bold() -> None:
    (paragraph,) = read("<p><i>Q.</i> Is it <em>really</em> open?</p>")
    assert (paragraph.slanted_opening, paragraph.opening) == ("Q.", "")
    assert [paragraph.text[start:end] for start, end in paragraph.italic] == ["Q.", "really"]


@pytest.mark.parametrize(
    ("html", "heading", "centred"),
    [
        ("<h2>One</h2>", True, False),
        ("<hr>One", False, False),
        ("<center>One</center>", False, True),
        ('<p align="CENTER">One</p>', False, True),
        ('<p style="color:red;text-align: center">One</p>', False, True),
        ('<p class="x rtecenter">One</p>', False, True),
        ('<p class="has-text-align-center"><b>One</b></p>', False, True),
        ('<div style="text-align:center"><h3>One</h3></div>', True, True),
        ('<p style="text-align:justify">One</p>', False, False),
    ],
)
def test_headings_and_what_is_set_in_the_middle(html: str, heading: bool, centred: bool) -> None:
    (paragraph,) = read(html)
    assert (paragraph.heading, paragraph.centred) == (heading, centred)


def test_elements_are_passed_over_on_request() -> None:
    assert [paragraph.text for paragraph in read("<p>One.<sup>2</sup></p><aside>Three.</aside>", "sup, aside")] == [
        "One."
    ]


@pytest.mark.parametrize("depth", [300, 20_000])
def test_a_page_may_nest_as_deep_as_it_likes(depth: int) -> None:
    """Old pages open a <font> in every line and close none."""
    assert [paragraph.text for paragraph in read("<font>" * depth + "One.")] == ["One."]
    assert [paragraph.text for paragraph in read("<div>" * depth + "One.")] == ["One."]


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="<>&~\u00ad"), min_size=1, max_size=6)
GAPS = st.sampled_from(["", " ", "\n  ", "&nbsp;", "　", "<br>", "<!-- no word -->", "<script>no.word()</script>"])
INLINE = ("b", "i", "span", "s", "a", "strong", "u")
BLOCKS = ("div", "li", "td", "blockquote", "section", "h2")


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tag = st.sampled_from((*INLINE, *BLOCKS))
    return st.tuples(tag, st.lists(inside, max_size=4)).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>")


PAGES = st.lists(st.recursive(WORDS | GAPS, element, max_leaves=25), max_size=8).map("".join)


@given(PAGES)
def test_no_visible_word_is_lost_or_doubled(html: str) -> None:
    """Read with the tags taken out, the page has the same letters in the same order; only `~~` is added."""
    shown = re.sub(r"<script>.*?</script>|<!--.*?-->|<[^>]*>", "", html).replace("&nbsp;", " ")
    together = "".join(paragraph.text for paragraph in read(html))
    assert re.sub(r"\s|~~", "", together) == re.sub(r"\s", "", shown)


@given(PAGES)
def test_a_paragraph_is_one_trimmed_line_and_its_spans_lie_within(html: str) -> None:
    for paragraph in read(html):
        assert paragraph.text
        assert paragraph.text == " ".join(paragraph.text.split())
        for spans in (paragraph.bold, paragraph.italic):
            edges = [edge for span in spans for edge in span]
            assert edges == sorted(edges)
            assert all(0 <= start < end <= len(paragraph.text) for start, end in spans)


@given(
    st.lists(st.sampled_from(["x", "y", "<b>", "</b>", "<p>", "</p>", "<br>", "<", ">", "&", "</div>", "<s>", "<td>"]))
)
def test_broken_markup_loses_no_word(parts: list[str]) -> None:
    html = "<div>" + "".join(parts) + "</div>"
    soup = soup_of(html)
    shown = re.sub(r"\s", "", soup.get_text())
    assert re.sub(r"\s|~~", "", "".join(paragraph.text for paragraph in paragraphs(soup))) == shown
