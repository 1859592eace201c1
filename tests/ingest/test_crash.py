"""`kill -9` at any moment of an import loses nothing that was reported done, and the next start works unaided."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pytest

from quotes.archive import Archive
from quotes.errors import ArchiveMissing
from quotes.index import open_reader
from quotes.ingest import import_paths
from quotes.text import fold_words
from tests.ingest.records import briefings, unique_words, write

_MOMENTS = 20
_FILES = 12
_A_FILE = 12


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A dozen files, each a batch of its own; the last words the transcripts of the first anew."""
    folder = tmp_path_factory.mktemp("files")
    written = [
        write(
            folder / f"{number:02}.jsonl",
            briefings([f"t{number}x{place}" for place in range(_A_FILE)], turns=8, seed=number),
        )
        for number in range(_FILES)
    ]
    again = briefings([f"t0x{place}" for place in range(_A_FILE)], turns=8, seed=99, edition="again")
    return [*written, write(folder / "again.jsonl", again)]


def start(data: Path, files: list[Path]) -> subprocess.Popen[bytes]:
    command = "from quotes.cli import main; main(prog_name='onrecord')"
    return subprocess.Popen(
        [sys.executable, "-c", command, "--data", data, "import", "--json", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        cwd=Path(__file__).resolve().parents[2],
    )


def reported(output: bytes) -> dict[str, int]:
    """Transcripts reported done, with the revision reported last. A line cut off by the kill reports nothing."""
    events = [orjson.loads(line) for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    return {event["id"]: event["revision"] for event in events if event["event"] == "saved"}


def contents(data: Path) -> tuple[dict[str, list[str]], int, str]:
    """Every revision of every transcript, how many places the index has, and its snapshot."""
    with Archive.open(data, readonly=True) as archive:
        state = archive.index_state()
        assert state is not None
        held = {
            header.id: [revision.content for revision in archive.revisions(header.id)] for header in archive.headers()
        }
        return held, open_reader(data / state.folder).size, state.snapshot


@pytest.mark.timeout(300)
def test_killed_at_twenty_random_moments(tmp_path: Path, files: list[Path]) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    draw = random.Random(seed)
    started = time.monotonic()
    clean = start(tmp_path / "clean", files)
    output, errors = clean.communicate(timeout=60)
    whole = time.monotonic() - started
    assert clean.returncode == 0, errors
    assert len(reported(output)) == _FILES * _A_FILE
    expected = contents(tmp_path / "clean")

    kept_something = killed = 0
    for moment in range(_MOMENTS):
        data = tmp_path / f"killed{moment}"
        process = start(data, files)
        assert process.stdout is not None
        # After so many batches, and then some: from before the archive is made to after the index is committed.
        batches = draw.randrange(len(files) + 1)
        output = b"".join(process.stdout.readline() for _ in range(batches * _A_FILE))
        try:
            rest, _ = process.communicate(timeout=draw.uniform(0, whole if batches == 0 else 2 * whole / len(files)))
        except subprocess.TimeoutExpired:
            process.kill()
            rest, _ = process.communicate()
        done = reported(output + rest)
        kept_something += bool(done)
        killed += process.returncode == -signal.SIGKILL
        try:
            with Archive.open(data, readonly=True) as archive:
                held = {header.id: header.revision for header in archive.headers()}
        except ArchiveMissing:
            held = {}
        lost = {name for name in done if held.get(name, 0) < done[name]}
        assert lost == set(), f"moment {moment}: reported, then lost"

        import_paths(data, files)
        assert contents(data) == expected, f"moment {moment}: not what a clean import holds"
        with Archive.open(data, readonly=True) as archive:
            assert archive.check() == [], f"moment {moment}"
        assert list((data / "raw").glob("tmp*")) == []
    assert min(kept_something, killed) >= _MOMENTS // 2, "too few kills fell into the import to say anything"
    state = open_reader(next((tmp_path / "killed0").glob("index-*")))
    # What a later revision is without is searched still, once.
    for words, times in ((unique_words("t0x0", 3), 1), (unique_words("t0x0again", 3), 1), (unique_words("t5x5", 7), 1)):
        assert state.occurrences(fold_words(words))[1] == times
