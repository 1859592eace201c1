"""Tokens point back at the characters they were cut from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.text import fold_words, stage_spans, tokenize

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcXYZ .,'’-—…()[]~%$¾½\n\u00ad\u200b\u0301一中國ＵＳ0123456789"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


def test_offsets_are_code_points_of_the_original() -> None:
    text = "𝒳 “Iron-clad” friendship—¾"
    tokens = tokenize(text)
    pieces = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert pieces == ["𝒳", "Iron", "clad", "friendship", "¾", "¾"]
    assert tokens.surface(1, 3) == "Iron-clad"


def test_skipped_ranges_yield_nothing() -> None:
    text = "That is true. (Laughter.) We know."
    assert tokenize(text, skip=stage_spans(text)).norms == ["that", "is", "true", "we", "know"]


@given(TEXT)
def test_every_token_lies_in_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.norms) == len(tokens.starts) == len(tokens.ends) == len(tokens.contracted)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert tokens.starts == sorted(tokens.starts)
    assert all(tokens.norms)


@given(TEXT)
def test_the_fast_path_agrees_with_the_full_one(text: str) -> None:
    assert fold_words(text) == tokenize(text).norms


@given(TEXT, st.integers(0, 80), st.integers(0, 80))
def test_a_window_has_offsets_of_the_whole_text(text: str, start: int, length: int) -> None:
    tokens = tokenize(text, start=start, end=start + length)
    assert all(
        start <= first and last <= start + length for first, last in zip(tokens.starts, tokens.ends, strict=True)
    )
