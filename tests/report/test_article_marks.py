"""Quotations marked in the text they stand in, however they lie in one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.report.article_marks import marked_paragraphs
from tests.report.articles import answer, aside, quote

TEXT = "He said “the pier is shut” then.\n\n“It stays so,” he said, “until May.”"


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_each_quotation_is_numbered_once_at_its_end_and_after_its_closing_mark() -> None:
    given_ = answer(
        TEXT,
        quote("the pier is shut", place("the pier is shut")),
        quote("…", place("It stays so,"), place("until May.")),
    )
    first, second = marked_paragraphs(given_)
    assert [(piece.text, piece.quotes, piece.tail) for piece in first] == [
        ("He said “", (), ""),
        ("the pier is shut", (0,), "”"),
        (" then.", (), ""),
    ]
    assert [(piece.text, piece.opens, piece.closes) for piece in second if piece.quotes] == [
        ("It stays so,", (1,), ()),
        ("until May.", (), (1,)),
    ]


def test_a_comma_after_the_closing_mark_stays_with_it() -> None:
    (pieces,) = marked_paragraphs(answer("“so”, he said", quote("so", (1, 3))))
    assert [(piece.text, piece.tail) for piece in pieces] == [("“", ""), ("so", "”,"), (" he said", "")]
    (pieces,) = marked_paragraphs(answer("他说「是」很好", quote("是", (3, 4))))
    assert [(piece.text, piece.tail) for piece in pieces] == [("他说「", ""), ("是", "」"), ("很好", "")]
    (pieces,) = marked_paragraphs(answer("他说“是”。他", quote("是", (3, 4))))
    assert [(piece.text, piece.tail) for piece in pieces] == [("他说“", ""), ("是", "”。"), ("他", "")]


def test_of_quotations_in_one_another_the_inner_one_comes_first() -> None:
    text = "abcdefghij"
    (pieces,) = marked_paragraphs(answer(text, quote("b-h", (1, 8)), quote("c-d", (2, 4)), quote("g-j", (6, 10))))
    assert [(piece.text, piece.quotes) for piece in pieces] == [
        ("a", ()),
        ("b", (0,)),
        ("cd", (1, 0)),
        ("ef", (0,)),
        ("gh", (2, 0)),
        ("ij", (2,)),
    ]


def test_words_set_aside_say_what_for() -> None:
    (pieces,) = marked_paragraphs(answer("I read Pier today", set_aside=[aside("Pier", 7)]))
    assert [(piece.text, piece.aside) for piece in pieces] == [("I read ", None), ("Pier", "title"), (" today", None)]


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    first, second = marked_paragraphs(answer("a one\n\ntwo b", quote("one two", (2, 10))))
    assert (first[-1].text, first[-1].opens, first[-1].closes) == ("one", (0,), ())
    assert (second[0].text, second[0].opens, second[0].closes) == ("two", (), (0,))


@given(
    st.text("ab ”\n", max_size=60),
    st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=8),
)
def test_every_letter_comes_out_once_whatever_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    quotes = [quote("x", span) for span in spans]
    out = "".join(piece.text + piece.tail for pieces in marked_paragraphs(answer(text, *quotes)) for piece in pieces)
    assert out.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
