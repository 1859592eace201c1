"""The sample archive says what it is, keeps to the import format, and agrees with the calendar."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import pytest

from quotes.model import Fidelity, Role
from tests.sample.records import SAMPLE, Record, read_lines, transcripts

REQUIRED: Final = set("source_id source title date language institution turns fidelity provenance_note".split())
OPTIONAL: Final = {"url", "time", "place", "rendering_of"}
MONTHS: Final = (
    "January February March April May June July August September October November December".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
)
WEEKDAYS: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "lunes martes miércoles jueves viernes sábado domingo".split(),
    [f"星期{day}" for day in "一二三四五六日"],
)
DATED: Final = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS[0])}), (?P<month>{'|'.join(MONTHS[0])}) (?P<day>\d+)"
    rf"|(?P<dia>{'|'.join(WEEKDAYS[1])}) (?P<numero>\d+) de (?P<mes>{'|'.join(MONTHS[1])})"
    rf"|(?P<yue>\d+)月(?P<ri>\d+)日，(?P<xingqi>{'|'.join(WEEKDAYS[2])})"
)
FICTION: Final = [record for record in transcripts().values() if record["source"] == "calder-sound"]
REAL: Final = [record for record in transcripts().values() if record["source"] != "calder-sound"]


def named(record: Record) -> str:
    return str(record["source_id"])


@pytest.mark.parametrize("record", transcripts().values(), ids=named)
def test_record_keeps_to_the_import_format(record: Record) -> None:
    assert record.keys() >= REQUIRED
    assert record.keys() <= REQUIRED | OPTIONAL
    assert all(isinstance(record[key], str) and record[key].strip() == record[key] for key in record.keys() - {"turns"})
    date.fromisoformat(record["date"])
    Fidelity(record["fidelity"])
    for turn in record["turns"]:
        assert turn.keys() == {"speaker", "role", "text"}
        Role(turn["role"])
        assert turn["speaker"].strip()
        assert turn["text"].strip() == turn["text"] != ""


def test_ids_are_unique() -> None:
    ids = [record["source_id"] for records in read_lines(SAMPLE).values() for record in records]
    assert len(ids) == len(set(ids))


def test_a_rendering_words_anew_what_is_there() -> None:
    renderings = [record for record in transcripts().values() if "rendering_of" in record]
    assert renderings
    for record in renderings:
        original = transcripts()[record["rendering_of"]]
        assert (original["date"], original["institution"]) == (record["date"], record["institution"])


@pytest.mark.parametrize("record", transcripts().values(), ids=named)
def test_title_names_the_day(record: Record) -> None:
    day = date.fromisoformat(record["date"])
    month, mes = MONTHS[0][day.month - 1], MONTHS[1][day.month - 1]
    written = {
        "en": f"{month} {day.day}, {day.year}",
        "es": f"{day.day} de {mes} de {day.year}",
        "zh": f"{day.year}年{day.month}月{day.day}日",
    }
    assert written[record["language"]] in record["title"]


@pytest.mark.parametrize("record", FICTION, ids=named)
def test_weekday_spoken_is_the_day_of_the_calendar(record: Record) -> None:
    found = [match for turn in record["turns"] for match in DATED.finditer(turn["text"])]
    assert found, "nobody says what day it is"
    event = date.fromisoformat(record["date"])
    for match in found:
        if match["weekday"]:
            month, day, weekday = MONTHS[0].index(match["month"]) + 1, match["day"], WEEKDAYS[0].index(match["weekday"])
        elif match["dia"]:
            month, day, weekday = MONTHS[1].index(match["mes"]) + 1, match["numero"], WEEKDAYS[1].index(match["dia"])
        else:
            month, day, weekday = int(match["yue"]), match["ri"], WEEKDAYS[2].index(match["xingqi"])
        assert date(event.year, month, int(day)) == event
        assert event.weekday() == weekday


@pytest.mark.parametrize("record", FICTION, ids=named)
def test_fiction_is_labelled_as_fiction(record: Record) -> None:
    assert re.search(r"fictional|ficticio|虚构", record["institution"])
    assert "fictional" in record["provenance_note"]
    assert "url" not in record


@pytest.mark.parametrize("record", REAL, ids=named)
def test_what_was_really_said_names_its_sources(record: Record) -> None:
    assert record["fidelity"] in {Fidelity.PRESS_EXCERPT, Fidelity.TRANSLATED}
    assert record["url"].startswith(("http://", "https://"))
    assert "Crawling the ministry's site replaces this transcript." in record["provenance_note"]


def test_demo_article_has_the_faults_it_is_there_to_show() -> None:
    article = (SAMPLE / "demo_article.txt").read_text("utf-8")
    speech = re.findall(r"“([^”]+)”", article)
    answer = transcripts()["mfa-cn-en-2025-10-13"]["turns"][0]["text"]
    assert "China on Tuesday" in article
    assert "misinformed, invented, or designed to drive a wedge" in speech
    assert "stories that you mentioned are" in answer
    assert any("stories are either misinformed" in quote for quote in speech)
    for fragment in ("a legitimate action", "all-weather strategic cooperative partners"):
        assert fragment in speech
        assert fragment in answer
    assert "will never harm China’s interests or its cooperation with China" in speech
    assert "Pakistan stressed that its interactions with the US will never harm" in answer
    assert "intended to sow discord" in speech
    assert "intended to sow discord" not in answer


def test_readme_names_every_file() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    assert [file.name for file in SAMPLE.iterdir() if f"`{file.name}`" not in readme and file.name != "README.md"] == []
