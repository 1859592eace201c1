"""What the commands print, for people and for machines, and how they end."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import click
import orjson
import pytest

from quotes.archive import Archive
from quotes.cli import main
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]

LIN = ("--speaker", "Lin Jian", "--date", "Tuesday", "--published", "2025-10-14")


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def transcript(name: str, text: str = "The pier is open.") -> bytes:
    return orjson.dumps(
        {
            "source_id": name,
            "title": "Weekly briefing",
            "date": "2024-03-01",
            "language": "en",
            "institution": "Port Meridian Harbour Authority",
            "turns": [{"speaker": "MS. ELLISON", "role": "spokesperson", "text": text}],
        }
    )


class TestLookup:
    def test_the_verdict_comes_first_then_who_when_and_what_differs(self, run: Run, sample: Path) -> None:
        result = run("lookup", "The reported stories are either misinformed or invented", *LIN, data=sample)
        assert result.exit_code == 1
        lines = result.stdout.splitlines()
        assert lines[0].startswith("ALTERED")
        assert "[-that you mentioned-]" in result.stdout
        assert "Lin Jian, Foreign Ministry Spokesperson" in result.stdout
        assert "Monday 2025-10-13" in result.stdout
        assert "claimed Tuesday" in result.stdout

    def test_what_the_words_around_claim_is_read_and_said_to_be(self, run: Run, sample: Path) -> None:
        quote = "The reported stories are either misinformed or invented"
        around = ("--before", "On Tuesday Mao Ning said:", "--published", "2025-10-14")
        shown = run("lookup", quote, *around, data=sample).stdout
        assert "different speaker (claimed Mao Ning, found Lin Jian)" in shown
        assert "claimed     by the words around the quotation" in shown
        assert "by the words around" not in run("lookup", quote, *around, *LIN, data=sample).stdout

    def test_words_as_they_stand_in_the_record(self, run: Run, sample: Path) -> None:
        result = run(
            "lookup", "“The reported stories that you mentioned are either misinformed or invented”", data=sample
        )
        assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "VERBATIM")
        assert "[-" not in result.stdout

    @pytest.mark.parametrize(
        "quote",
        [
            "The reported stories are either misinformed or invented, or even designed to drive a wedge between China",
            "巴基斯坦同美国的互动绝不会损害中方利益，这是巴方一再强调的立场，我们对此表示赞赏，并将继续保持沟通",
            "words that nobody has ever spoken at any of these briefings, whoever may claim that they did",
            "all-weather strategic cooperative partners",
        ],
    )
    def test_no_line_is_wider_than_the_terminal(self, run: Run, sample: Path, quote: str) -> None:
        result = run("lookup", quote, *LIN, data=sample)
        assert result.exit_code in {0, 1}
        # An address is worth more whole than narrow.
        assert [line for line in result.stdout.splitlines() if width(line) > 80 and "://" not in line] == []

    def test_nothing_rests_on_colour(self, run: Run, sample: Path) -> None:
        plain = run("lookup", "The reported stories are either misinformed", data=sample).stdout
        assert "\x1b" not in plain

    def test_json_is_the_answer_of_the_api(self, run: Run, sample: Path) -> None:
        result = run("lookup", "either misinformed or invented", *LIN, "--json", data=sample)
        answer = orjson.loads(result.stdout)
        assert {"verdict", "finding", "matches", "checks", "coverage", "engine"} <= answer.keys()
        assert answer["checks"]["date"]["status"] == "different_date"

    def test_standard_input(self, run: Run, sample: Path) -> None:
        quote = "The reported stories that you mentioned are either misinformed or invented"
        assert run("lookup", "-", data=sample, stdin=quote.encode()).exit_code == 0
        result = run("lookup", "-", data=sample, stdin=b"caf\xe9")
        assert (result.exit_code, "byte 4 is 0xe9" in result.stderr) == (2, True)

    @pytest.mark.parametrize(
        "arguments",
        [
            ("",),
            ("…!?",),
            ("a", "--published", "yesterday"),
            ("words enough", "--policy", "generous"),
            ("words enough", "--limit", "0"),
            ("words enough", "--date", "the day before"),
            (),
        ],
    )
    def test_wrong_usage(self, run: Run, sample: Path, arguments: tuple[str, ...]) -> None:
        result = run("lookup", *arguments, data=sample)
        assert result.exit_code == 2
        assert result.stderr.count("Error: ") == 1
        assert "Traceback" not in result.stderr

    def test_no_archive(self, run: Run, tmp_path: Path) -> None:
        result = run("lookup", "words enough", data=tmp_path)
        assert (result.exit_code, "import --sample" in result.stderr) == (3, True)


class TestImport:
    def test_sample(self, run: Run, tmp_path: Path) -> None:
        first = run("import", "--sample", data=tmp_path)
        assert first.exit_code == 0
        assert " 0 revised, 0 unchanged" in first.stdout
        assert " 0 added, 0 revised" in run("import", "--sample", data=tmp_path).stdout

    def test_bad_lines_are_listed_and_the_rest_goes_in(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "a.jsonl"
        file.write_bytes(b"\n".join([transcript("a"), b"{", transcript("b")]))
        result = run("import", file, data=tmp_path / "data")
        assert result.exit_code == 1
        assert "2 transcripts" in result.stdout
        assert f"{file}:2: is not JSON" in result.stderr

    def test_many_bad_lines_are_summed_up(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "a.jsonl"
        file.write_bytes(b"bad\n" * 1234)
        result = run("import", file, data=tmp_path / "data")
        assert "1,234 left out" in result.stderr
        assert "and 1,214 more" in result.stderr

    def test_json_lines(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "a.jsonl"
        file.write_bytes(b"\n".join([transcript("a"), b"{", transcript("b")]))
        result = run("import", "--json", file, data=tmp_path / "data")
        *events, report = [orjson.loads(line) for line in result.stdout.splitlines()]
        assert [(event["id"], event["outcome"]) for event in events if event["event"] == "saved"] == [
            ("a", "added"),
            ("b", "added"),
        ]
        assert [event["line"] for event in events if event["event"] == "bad_line"] == [2]
        assert (report["event"], report["added"], report["bad"], report["files"]) == ("report", 2, 1, [str(file)])

    @pytest.mark.parametrize("arguments", [(), ("--sample", "."), ("no/such/file.jsonl",), ("--source",)])
    def test_wrong_usage(self, run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        assert run("import", *arguments, data=tmp_path / "data").exit_code == 2
        assert not (tmp_path / "data").exists()

    def test_busy(self, run: Run, tmp_path: Path) -> None:
        with Archive.open(tmp_path, create=True):
            result = run("import", "--sample", data=tmp_path)
        assert (result.exit_code, "wait until it is done" in result.stderr) == (3, True)


class TestArchive:
    def test_status(self, run: Run, sample: Path) -> None:
        machine = orjson.loads(run("archive", "status", "--json", data=sample).stdout)
        assert {"transcripts", "turns", "words", "sources", "snapshot"} <= machine.keys()
        assert machine["transcripts"] > 0
        assert machine["pending"] == 0
        human = run("archive", "status", data=sample).stdout
        assert f"{machine['turns']:,}" in human
        assert machine["snapshot"] in human

    def test_coverage(self, run: Run, sample: Path) -> None:
        machine = orjson.loads(run("archive", "coverage", "--json", data=sample).stdout)
        assert {"source", "languages", "first", "last", "transcripts", "gaps", "days", "problems"} <= machine[0].keys()
        human = run("archive", "coverage", data=sample).stdout
        assert all(source["source"] in human and source["last"] in human for source in machine)

    def test_check(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_bytes(transcript("a"))
        data = tmp_path / "data"
        run("import", tmp_path / "a.jsonl", data=data)
        assert run("archive", "check", data=data).exit_code == 0
        assert orjson.loads(run("archive", "check", "--json", data=data).stdout) == {"problems": []}
        next(data.glob("raw/??/*")).unlink()
        result = run("archive", "check", data=data)
        assert (result.exit_code, "raw_missing" in result.stdout) == (1, True)
        assert orjson.loads(run("archive", "check", "--json", data=data).stdout)["problems"][0]["code"] == "raw_missing"

    def test_rebuild(self, run: Run, tmp_path: Path) -> None:
        data = tmp_path / "data"
        run("import", "--sample", data=data)
        before = orjson.loads(run("archive", "status", "--json", data=data).stdout)
        result = run("archive", "rebuild", "--json", data=data)
        assert orjson.loads(result.stdout) == {"snapshot": before["snapshot"], "turns": before["turns"]}
        assert before["snapshot"] in run("archive", "rebuild", data=data).stdout
        assert (
            run("lookup", "either misinformed or invented, or even designed to drive a wedge", data=data).exit_code == 0
        )

    @pytest.mark.parametrize("command", ["status", "coverage", "check", "rebuild"])
    def test_no_archive(self, run: Run, tmp_path: Path, command: str) -> None:
        result = run("archive", command, data=tmp_path / "nowhere")
        assert (result.exit_code, "there is no archive" in result.stderr) == (3, True)


def test_the_data_folder_may_come_from_the_environment(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(sample))
    assert run("archive", "status").exit_code == 0


def test_a_reader_works_while_another_writes(run: Run, tmp_path: Path) -> None:
    run("import", "--sample", data=tmp_path)
    with Archive.open(tmp_path):
        assert run("lookup", "either misinformed or invented", data=tmp_path).exit_code in {0, 1}
        assert run("archive", "status", data=tmp_path).exit_code == 0
        assert run("archive", "rebuild", data=tmp_path).exit_code == 3


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        found += every_command(command, (*path, name)) if isinstance(command, click.Group) else [(*path, name)]
    return found


@pytest.mark.parametrize("path", every_command(main), ids=" ".join)
def test_every_command_says_what_it_does(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert all(width(line) <= 80 for line in result.stdout.splitlines())
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        below = command.get_command(click.Context(command), name)
        assert below is not None
        command = below
    assert command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or getattr(parameter, "help", None), (path, parameter.name)


def test_a_reader_who_has_seen_enough_is_no_failure() -> None:
    command = f"{sys.executable} -c \"from quotes.cli import main; main(prog_name='onrecord')\" crawl --json | true"
    ended = subprocess.run(["bash", "-c", command], check=False, capture_output=True, cwd=ROOT, timeout=60)
    assert ended.stderr == b""
