"""`onrecord archive coverage`: totals, what needs a look, and a calendar that any terminal can show."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click
import orjson
import pytest

from tests.backend.covered import IMPORTED, SOURCE, TURNED_AWAY, covered_archive
from tests.cli.conftest import Run

LAST = date(2025, 11, 5)
Covered = tuple[Path, dict[str, date]]


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> Covered:
    data = tmp_path_factory.mktemp("covered")
    return data, covered_archive(data, last=LAST, weeks=100)


def block(output: str, source: str) -> list[str]:
    """The lines about one source."""
    lines = output.splitlines()
    start = lines.index(source)
    return lines[start : lines.index("", start)]


def test_a_source_is_told_with_its_totals_gaps_and_problems(run: Run, covered: Covered) -> None:
    result = run("archive", "coverage", data=covered[0])
    assert result.exit_code == 0
    lines = block(result.stdout, SOURCE)
    told = " ".join(" ".join(lines).split())
    gap = covered[1]["gap"] - timedelta(days=2)
    assert f"gaps {gap} to" in told
    assert f"{covered[1]['failed']} could not be read; 0 of 1 page read, 1 failed" in told
    assert "no div#News_Body_Txt_A; look at the parser" in told
    assert all(len(line) <= 80 or "://" in line for line in lines)


def test_the_calendar_shows_the_last_weeks_day_by_day(run: Run, covered: Covered) -> None:
    lines = block(run("archive", "coverage", "--source", SOURCE, data=covered[0]).stdout, SOURCE)
    rows = {line.split()[0]: line[7:] for line in lines if line[2:5] in "Mon Tue Wed Thu Fri Sat Sun".split()}
    assert len(rows) == 7
    monday = LAST - timedelta(days=LAST.weekday())
    for name, sign in {"partial": "+", "missing": "o", "failed": "x", "gone": "o", "nothing": "."}.items():
        day = covered[1][name]
        weeks_ago = (monday - (day - timedelta(days=day.weekday()))).days // 7
        assert rows[f"{day:%a}"][59 - weeks_ago] == sign, name
    assert rows["Wed"][59] == "#"
    assert len(rows["Thu"]) == 59, "the day after the last is not there yet"
    assert rows["Mon"][44:52] == "#      #", "the gap is blank"
    assert rows["Sun"] == ""


def test_signs_are_explained_and_do_not_rest_on_colour(run: Run, covered: Covered) -> None:
    output = run("archive", "coverage", data=covered[0]).stdout
    assert output == click.unstyle(output)
    assert "x could not be read" in " ".join(output.split())


@pytest.mark.parametrize(("since", "weeks"), [(LAST - timedelta(weeks=3), 4), (LAST, 1)])
def test_days_can_be_narrowed(run: Run, covered: Covered, since: date, weeks: int) -> None:
    output = run("archive", "coverage", "--source", IMPORTED, "--since", since, data=covered[0]).stdout
    (row,) = [line for line in block(output, IMPORTED) if line.startswith("  Wed")]
    assert row == f"  Wed  {'#' * weeks}"


def test_machines_get_the_days_asked_for_and_the_totals_of_the_whole(run: Run, covered: Covered) -> None:
    arguments = ("archive", "coverage", "--source", SOURCE, "--json")
    (whole,) = orjson.loads(run(*arguments, data=covered[0]).stdout)
    (part,) = orjson.loads(run(*arguments, "--since", "2025-10-01", "--until", "2025-10-15", data=covered[0]).stdout)
    assert part["days"] == [day for day in whole["days"] if "2025-10-01" <= day["day"] <= "2025-10-15"]
    assert part["transcripts"] == whole["transcripts"]


@pytest.mark.parametrize("source", ["kremlin", TURNED_AWAY])
def test_a_source_nothing_was_read_of(run: Run, covered: Covered, source: str) -> None:
    result = run("archive", "coverage", "--source", source, data=covered[0])
    assert (result.exit_code, result.stdout) == (0, "Nothing is known of it yet.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--source", "nobody"), f"no source 'nobody'; there are fed_press_conferences, fed_speeches, {IMPORTED}"),
        (("--since", "2025-11-05", "--until", "2025-11-04"), "no day is both"),
        (("--since", "soon"), "does not match the format"),
    ],
)
def test_what_cannot_be_asked_is_told(run: Run, covered: Covered, arguments: tuple[str, ...], told: str) -> None:
    result = run("archive", "coverage", *arguments, data=covered[0])
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
