"""When the page says the words were spoken."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import BadDate
from quotes.verify.claimed_date import read_claimed_date

TUESDAY = date(2025, 10, 14)

READ = [
    ("2025-10-13", date(2025, 10, 13)),
    ("2025-10-13T09:00:00Z", date(2025, 10, 13)),
    ("13 October 2025", date(2025, 10, 13)),
    ("Oct. 13, 2025", date(2025, 10, 13)),
    ("October 13", date(2025, 10, 13)),
    ("20 December", date(2024, 12, 20)),
    ("Tuesday", date(2025, 10, 14)),
    ("on Monday", date(2025, 10, 13)),
    ("Wednesday", date(2025, 10, 8)),
    ("lunes", date(2025, 10, 13)),
    ("星期一", date(2025, 10, 13)),
    ("yesterday", date(2025, 10, 13)),
    ("last night", date(2025, 10, 13)),
    ("this morning", TUESDAY),
    ("anoche", date(2025, 10, 13)),
    ("周一", date(2025, 10, 13)),
    ("週一", date(2025, 10, 13)),
    ("Dienstag", TUESDAY),
    ("Sonnabend", date(2025, 10, 11)),
    ("mardi", TUESDAY),
    ("este martes", TUESDAY),
    ("hier", date(2025, 10, 13)),
    ("gestern", date(2025, 10, 13)),
    ("aujourd’hui", TUESDAY),
    ("13 octobre", date(2025, 10, 13)),
    ("le 1er octobre 2025", date(2025, 10, 1)),
    ("20 décembre", date(2024, 12, 20)),
    ("13. Oktober", date(2025, 10, 13)),
    ("am 3. März 2025", date(2025, 3, 3)),
    ("13 de octubre", date(2025, 10, 13)),
    ("el 2 de enero de 2024", date(2024, 1, 2)),
    ("10月13日", date(2025, 10, 13)),
    ("2025年10月13日", date(2025, 10, 13)),
    ("12月20日", date(2024, 12, 20)),
    ("13日", date(2025, 10, 13)),
    ("31日", date(2025, 8, 31)),
    # As spreadsheets of several countries write it.
    ("13.10.2025", date(2025, 10, 13)),
    ("3.10.25", date(2025, 10, 3)),
    ("13/10/2025", date(2025, 10, 13)),
    ("10/13/2025 0:00", date(2025, 10, 13)),
    ("10/10/2025", date(2025, 10, 10)),
    ("2025/10/3", date(2025, 10, 3)),
    ("13-Oct-25", date(2025, 10, 13)),
]


@pytest.mark.parametrize(("text", "day"), READ, ids=[text for text, _ in READ])
def test_dates_are_read_against_the_day_of_publication(text: str, day: date) -> None:
    assert read_claimed_date(text, TUESDAY).day == day


def test_a_day_that_may_be_two_is_not_guessed() -> None:
    with pytest.raises(BadDate, match="may be 3 October or 10 March; write it as 2025-10-03 or 2025-03-10"):
        read_claimed_date("3/10/2025", TUESDAY)


def test_a_weekday_alone_names_no_day() -> None:
    claimed = read_claimed_date("Tuesday", None)
    assert claimed.day is None
    assert claimed.agrees(TUESDAY)
    assert not claimed.agrees(date(2025, 10, 13))


@pytest.mark.parametrize(
    "text",
    ["someday", "13", "2025-13-40", "next week", "2025-02-30", "!", "99 Foo 2025", "40 octobre", "13月40日", "0日"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadDate, match="date") as refused:
        read_claimed_date(text, TUESDAY)
    assert refused.value.pointer == "/claim/date"


@pytest.mark.parametrize("text", ["13 October", "13 octobre", "10月13日", "13日"])
def test_a_day_without_a_year_needs_a_day_of_publication(text: str) -> None:
    with pytest.raises(BadDate, match="year"):
        read_claimed_date(text, None)
    assert read_claimed_date("13 October 2025", None).day == date(2025, 10, 13)


def test_yesterday_needs_a_day_of_publication() -> None:
    with pytest.raises(BadDate, match="published"):
        read_claimed_date("yesterday", None)
