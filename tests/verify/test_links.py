"""Addresses of a passage."""

from __future__ import annotations

from quotes.verify.links import deep_link, permalink

TEXT = "We agree on this. We agree, as it were, on steel-making & more.\nAnd then we part."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_short_passage_is_named_whole_with_the_directives_own_marks_escaped() -> None:
    link = deep_link("https://example.org/a#top", TEXT, *span("as it were, on steel-making & more"))
    assert link == "https://example.org/a#:~:text=as%20it%20were%2C%20on%20steel%2Dmaking%20%26%20more"


def test_a_passage_over_a_line_break_is_named_by_its_ends() -> None:
    link = deep_link(
        "https://example.org/a", TEXT, *span("We agree, as it were, on steel-making & more.\nAnd then we part.")
    )
    assert link is not None
    start, end = link.split("#:~:text=")[1].split(",")
    assert "%0A" not in link
    assert start.startswith("We%20agree%2C%20as")
    assert end == "And%20then%20we%20part."


def test_no_web_address_is_no_link() -> None:
    assert deep_link(None, TEXT, 0, 5) is None
    assert deep_link("javascript:alert(1)", TEXT, 0, 5) is None


def test_a_permalink_escapes_the_id() -> None:
    assert permalink("a/b?c", 2, 3, 4, 5) == "/transcripts/a%2Fb%3Fc?revision=2&turn=3&start=4&end=5#t3"
