"""`onrecord archive revisions`: the sentence first, then each change, weightiest first, nothing resting on colour."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from quotes.archive import Archive
from quotes.model import Provenance
from tests.archive.transcripts import transcript
from tests.cli.conftest import Run

LOCKS = "I would not say that the owners were misled: they were told that three locks might close before Friday."
TOLLS = "The tolls will stay as they are until the council has met."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A transcript that lost a "not" and a turn, then was read anew."""
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", LOCKS, TOLLS)])
        later = transcript("a", LOCKS.replace("not ", ""), provenance=Provenance("1" * 64, "test/1"))
        archive.save([later])
        archive.save([transcript("a", LOCKS.replace("not ", ""), title="Briefing", provenance=later.provenance)])
    return tmp_path


def test_what_changed_is_told_in_a_sentence_and_shown_in_the_words(run: Run, data: Path) -> None:
    result = run("archive", "revisions", "a", data=data)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert "changed ‘not’ was removed from Mara Ellison’s 1st statement; one turn removed." in shown
    assert "turn 0, MS. ELLISON: negation I would [-not-] say" in shown
    assert f"[-{TOLLS}-]" in shown
    assert shown.index("[-not-]") < shown.index(f"[-{TOLLS}-]")
    assert "Read anew from the same page" in shown
    assert "title [-Weekly briefing-]{+Briefing+}" in shown
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json_has_every_revision_and_change(run: Run, data: Path) -> None:
    found = orjson.loads(run("archive", "revisions", "a", "--json", data=data).stdout)
    assert [entry["revision"]["number"] for entry in found] == [1, 2, 3]
    assert found[0]["changes"] is None
    assert [change["kind"] for change in found[1]["changes"]["changes"]] == ["changed", "removed"]
    assert [entry["changes"]["reparsed"] for entry in found[1:]] == [False, True]


def test_a_page_written_anew_does_not_fill_the_screen(run: Run, tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.save([transcript("a", "The pier is open.")])
        archive.save([transcript("a", *(f"Lantern {number} hangs there now." for number in range(40)))])
    result = run("archive", "revisions", "a", data=tmp_path)
    assert "and 29 lighter changes; --json has them all" in result.stdout


def test_an_unknown_transcript_is_a_failure_that_says_so(run: Run, data: Path) -> None:
    result = run("archive", "revisions", "b", data=data)
    assert (result.exit_code, "holds no transcript 'b'" in result.stderr) == (3, True)
