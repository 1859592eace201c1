"""Days are read in every way that titles print them, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.sources.dates import find_day, find_days

DAY = date(2025, 10, 3)


@pytest.mark.parametrize(
    "printed",
    [
        "October 3, 2025",
        "October 03, 2025 17:56",
        "OCTOBER 3, 2025",
        "Oct. 3, 2025",
        "Oct 3 2025",
        "October 3rd, 2025",
        "October3,2025",
        "Friday, October 3, 2025",
        "3 October 2025",
        "3rd of October 2025",
        "Fri, 03 Oct 2025 09:12:00 GMT",
        "3 de octubre de 2025",
        "3 de octubre del 2025",
        "3° de octubre de 2025",
        "Ciudad de México, 3 de Octubre, 2025",
        "2025年10月3日",
        "2025 年 10 月 03 日",
        "2025-10-03",
        "2025-10-3 20:46",
        "2025/10/03",
        "2025.10.3",
        "2025-10-03T10:00:00+08:00",
        "10/3/2025",
        "10/03/25",
        "（2025-10-03）",
        "Spokesperson’s Regular Press Conference on October 3, 2025 _ Ministry",
    ],
)
def test_a_day_is_read(printed: str) -> None:
    assert find_days(printed) == [DAY]
    assert find_day(f"On {printed} in the blue room") == DAY


@pytest.mark.parametrize(
    ("printed", "month"),
    [
        ("1 de enero de 2024", 1),
        ("Febuary 1, 2024", 2),
        ("1 de setiembre de 2024", 9),
        ("Sept. 1, 2024", 9),
        ("May 1, 2024", 5),
        ("1 de mayo de 2024", 5),
        ("Dec 1, 2024", 12),
    ],
)
def test_months_in_each_spelling(printed: str, month: int) -> None:
    assert find_day(printed) == date(2024, month, 1)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "October 2025",
        "October 3",
        "10月3日",
        "Resolution 3 of 2025",
        "Octember 3, 2025",
        "October 32, 2025",
        "February 29, 2025",
        "2025-13-03",
        "202510031",
        "1/2/3/2025",
        "3.10.2025.1",
        "50/50",
        "at 10:30",
        "0000-00-00",
    ],
)
def test_what_is_no_day_is_none(printed: str) -> None:
    assert find_day(printed) is None


def test_several_days_come_in_their_order() -> None:
    text = "From 2025-10-03 to October 5, 2025, and again on 7 de octubre de 2025"
    assert find_days(text) == [date(2025, 10, 3), date(2025, 10, 5), date(2025, 10, 7)]


FORMATS = (
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%b} {0.year}",
    "{0:%Y-%m-%d}",
    "{0.year}年{0.month}月{0.day}日",
    "{0:%m/%d/%Y}",
)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMATS))
def test_what_is_printed_is_what_is_read(day: date, printed: str) -> None:
    assert find_days(printed.format(day)) == [day]
