"""What every index does, run on every implementation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.errors import ArchiveBusy, IndexUnreadable
from quotes.index import Document, IndexReader, IndexWriter, open_reader, open_writer
from quotes.index.shingles import OVERLAP
from quotes.text import fold_words

Opened = tuple[Callable[[], IndexWriter], Callable[[], IndexReader]]

WEDGE = "The reported stories are designed to drive a wedge between China and Pakistan."
RATES = "We do not expect that rates will rise before the end of the year."
LONG = " ".join(f"word{number} follows word{number + 1} here" for number in range(400))


@pytest.fixture(params=["tantivy"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    folder = tmp_path / request.param
    return lambda: open_writer(folder), lambda: open_reader(folder)


def fill(index: Opened, *documents: Document) -> IndexReader:
    writer = index[0]()
    writer.add(documents)
    writer.commit()
    writer.close()
    return index[1]()


def test_the_best_candidate_holds_the_words(index: Opened) -> None:
    reader = fill(index, Document(7, 1, 739_000, WEDGE), Document(8, 1, 739_000, RATES))
    found = reader.candidates(fold_words("designed to drive a wedge"))
    assert found[0].turn == 7
    assert "wedge" in WEDGE[found[0].start : found[0].end]


def test_one_changed_word_still_finds_the_place(index: Opened) -> None:
    reader = fill(index, Document(7, 1, 739_000, WEDGE), Document(8, 1, 739_000, RATES))
    assert reader.candidates(fold_words("we do not believe that rates"))[0].turn == 8


def test_nothing_alike_is_nothing_found(index: Opened) -> None:
    reader = fill(index, Document(7, 1, 739_000, WEDGE))
    assert reader.candidates(fold_words("entirely unrelated banter")) == []
    assert reader.occurrences(fold_words("entirely unrelated banter")) == ([], 0)


@pytest.mark.parametrize("first", range(0, 1200, 37))
def test_no_border_between_stretches_loses_a_short_quotation(index: Opened, first: int) -> None:
    reader = fill(index, Document(3, 1, 739_000, LONG))
    words = fold_words(LONG)[first : first + OVERLAP]
    found, count = reader.occurrences(words)
    assert count >= 1
    assert {place.turn for place in found} == {3}


def test_days_keep_candidates_to_a_window(index: Opened) -> None:
    reader = fill(index, Document(1, 1, 700, WEDGE), Document(2, 2, 800, WEDGE))
    found = reader.candidates(fold_words("drive a wedge"), days=(790, 810))
    assert [place.turn for place in found] == [2]


@pytest.mark.parametrize("words", ["drive a wedge", "wedge"])
def test_days_keep_occurrences_to_a_window(index: Opened, words: str) -> None:
    reader = fill(index, Document(1, 1, 700, WEDGE), Document(2, 2, 800, WEDGE))
    found, count = reader.occurrences(fold_words(words), days=(790, 810))
    assert ([place.turn for place in found], count) == ([2], 1)
    assert reader.occurrences(fold_words(words))[1] == 2


def test_frequencies_count_places(index: Opened) -> None:
    reader = fill(index, Document(1, 1, 700, WEDGE), Document(2, 2, 800, WEDGE), Document(3, 3, 900, RATES))
    assert reader.frequencies(["wedge", "rates", "absent"]) == [2, 1, 0]
    assert reader.pair_frequencies(["a", "wedge", "rates"]) == [2, 0]
    assert reader.size == 3


def test_stage_directions_are_not_words(index: Opened) -> None:
    reader = fill(index, Document(1, 1, 700, "Thank you. (Laughter.) We agree."))
    assert reader.frequencies(["laughter"]) == [0]
    assert reader.occurrences(["you", "we", "agree"])[1] == 1


def test_what_was_not_committed_is_not_there(index: Opened) -> None:
    fill(index, Document(1, 1, 700, RATES))
    writer = index[0]()
    writer.add([Document(2, 2, 800, WEDGE)])
    writer.close()
    assert index[1]().frequencies(["wedge"]) == [0]


def test_a_transcript_can_be_replaced_in_one_commit(index: Opened) -> None:
    fill(index, Document(1, 5, 700, WEDGE))
    writer = index[0]()
    writer.remove([5])
    writer.add([Document(2, 5, 700, RATES)])
    writer.commit()
    writer.close()
    reader = index[1]()
    assert reader.occurrences(fold_words("drive a wedge")) == ([], 0)
    assert reader.occurrences(fold_words("rates will rise"))[1] == 1
    assert reader.size == 1


def test_a_reader_sees_a_commit_when_it_refreshes(index: Opened) -> None:
    reader = fill(index, Document(1, 1, 700, RATES))
    fill(index, Document(2, 2, 800, WEDGE))
    assert reader.frequencies(["wedge"]) == [0]
    assert reader.refresh()
    assert reader.frequencies(["wedge"]) == [1]
    assert not reader.refresh()


def test_chinese_is_found_by_character(index: Opened) -> None:
    reader = fill(index, Document(1, 1, 700, "中方敦促有关方面停止散布虚假信息，尊重事实。" * 5))
    assert reader.candidates(fold_words("停止散佈虛假信息"))[0].turn == 1


def test_one_writer_at_a_time(index: Opened) -> None:
    writer = index[0]()
    with pytest.raises(ArchiveBusy, match="another process"):
        index[0]()
    writer.close()


def test_no_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnreadable, match="rebuild"):
        open_reader(tmp_path / "none")
