"""Whose words an article says they are, and from when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotes.extract import read_text
from quotes.model import Place, PrintedClaim, QuotationKind


def claims(text: str) -> list[PrintedClaim]:
    return [each.claim for each in read_text(text).quotations if each.kind is QuotationKind.SPEECH]


SPEAKERS = [
    ("surname", "Minister Ana Berg spoke on Monday. “We stay,” Berg said.", ["Ana Berg"]),
    ("family name first", "Foreign ministry spokesperson Lin Jian took questions. “We stay,” Lin said.", ["Lin Jian"]),
    ("office without a name", "Minister Ana Berg took questions. “We stay,” the minister said.", ["Ana Berg"]),
    (
        "pronoun, told by gender",
        "Spokeswoman Ana Berg met engineer Tom Roux. Mr Roux said it was “far too late”. “We stay,” she said.",
        ["Tom Roux", "Ana Berg"],
    ),
    ("apposition", "Ana Berg, the minister for tides, said the wall was “strong as ever”.", ["Ana Berg"]),
    ("according to", "According to the minister, Ana Berg, the wall is “strong as ever”.", ["Ana Berg"]),
    (
        "reported in a report",
        "Ana Berg said that Verania had assured her it would “never harm the wall”.",
        ["Ana Berg"],
    ),
    (
        "two in a sentence",
        "Ana Berg called the wall “strong as ever”, while Tom Roux called it “a sieve”.",
        ["Ana Berg", "Tom Roux"],
    ),
    ("carried over", "“We stay,” Ana Berg said.\n\n“We have no choice but to stay.”", ["Ana Berg", "Ana Berg"]),
    ("portavoz", "El portavoz Luis Roca compareció ayer. “Nos quedamos”, dijo el portavoz.", ["Luis Roca"]),
    ("Sprecher", "Der Sprecher Jan Roth trat vor die Presse. „Wir bleiben“, sagte der Sprecher.", ["Jan Roth"]),
    ("porte-parole", "Le porte-parole Luc Roche a parlé. « Nous restons », a dit le porte-parole.", ["Luc Roche"]),
    ("发言人", "外交部发言人林若川主持记者会。发言人表示：“我们不会改变。”", ["林若川"]),
]


@pytest.mark.parametrize(("text", "speakers"), [each[1:] for each in SPEAKERS], ids=[each[0] for each in SPEAKERS])
def test_speaker(text: str, speakers: list[str]) -> None:
    assert [claim.speaker for claim in claims(text)] == speakers


def test_an_office_stands_in_for_a_name_the_article_does_not_give() -> None:
    (claim,) = claims("“We stay,” a spokesman for the Ministry of Tides said on Monday.")
    assert claim == PrintedClaim(
        None, "a spokesman for the Ministry of Tides", "spokesman for the Ministry of Tides", "said", "Monday"
    )
    assert claim.as_claim().speaker == "spokesman for the Ministry of Tides"


DAYS = [
    ("behind the verb", "“We stay,” Ana Berg said on Tuesday.", ["Tuesday"]),
    ("before the verb", "Ana Berg on Tuesday called it “a gift to nobody”.", ["Tuesday"]),
    ("of the briefing", "“We stay,” Ana Berg said at a briefing on October 13.", ["October 13"]),
    ("of what is told", "Ana Berg said the port would open on Friday, “come what may”.", [None]),
    ("inside the marks", "“We open on Friday,” Ana Berg said.", [None]),
    ("carried over", "Ana Berg on Tuesday called it “a gift to nobody”. “We stay,” Berg said.", ["Tuesday", "Tuesday"]),
    ("of another speaker", "Ana Berg said on Tuesday it was “over”. “We stay,” Tom Roux said.", ["Tuesday", None]),
    (
        "of another time",
        "Ana Berg said on Tuesday it was “over”. She had warned in May of “a wet year ahead”.",
        ["Tuesday", None],
    ),
    ("martes", "“Nos quedamos”, dijo el martes Ana Berg.", ["martes"]),
    ("mardi", "« Nous restons », a déclaré mardi Ana Berg.", ["mardi"]),
    ("Dienstag", "„Wir bleiben“, sagte Ana Berg am Dienstag.", ["Dienstag"]),
    ("周二", "外交部发言人林若川周二表示：“我们不会改变。”", ["周二"]),
]


@pytest.mark.parametrize(("text", "days"), [each[1:] for each in DAYS], ids=[each[0] for each in DAYS])
def test_day(text: str, days: list[str | None]) -> None:
    assert [claim.date for claim in claims(text)] == days


def test_the_article_it_started_from(shared: Path) -> None:
    text = (shared / "eval" / "seed_article.txt").read_text("utf-8")
    title = text.split("\n", 1)[0]
    article = read_text(text, title=title, published=date(2025, 10, 14))
    assert article.text == text
    assert {quotation.kind for quotation in article.quotations} == {QuotationKind.SPEECH}
    assert [quotation.place for quotation in article.quotations] == [Place.HEADLINE, *[Place.BODY] * 8]
    assert {(quotation.claim.speaker, quotation.claim.date) for quotation in article.quotations} == {
        ("Lin Jian", "Tuesday")
    }
    assert {quotation.claim.office for quotation in article.quotations} == {"China’s Foreign Ministry Spokesperson"}
    # Each stands between its marks, and no other pair of marks is in the text.
    assert text.count("“") == len(article.quotations)
    for quotation in article.quotations:
        ((start, end),) = quotation.spans
        assert (text[start - 1], text[end]) == ("“", "”")


def test_a_paragraph_that_closes_on_german_marks_is_no_headline() -> None:
    text = "Ana Berg sprach am Montag zu den Leuten. „Der Wald ist krank.“\n\nDie Leute schwiegen den ganzen Abend."
    (quotation,) = read_text(text, language="de").quotations
    assert (quotation.place, quotation.claim.speaker) == (Place.BODY, "Ana Berg")
