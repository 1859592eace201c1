"""The archives that are judged: all sets of a language but the transcripts held out, and the sample archive."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from pathlib import Path

from quotes.ingest import import_paths
from tests.evaluation.corpus import Corpus, read_set

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "quotes" / "sample"
_DIGEST = 12  # hexadecimal digits that name an archive in its cache


def build_corpora(data: Path, sets: Path, judged: Corpus) -> None:
    """Import the judged sets from the folder `sets` into `data`, without the transcripts held out."""
    left_out = {spoken.transcript for spoken in judged.held_out}
    lines = data.with_name("lines")
    lines.mkdir(parents=True)
    for name in judged.sets:
        with (lines / f"{name}.jsonl").open("wb") as out:
            out.writelines(line for line, record in read_set(sets, name) if record["source_id"] not in left_out)
    import_paths(data, [lines])
    shutil.rmtree(lines)


def build_sample(data: Path) -> None:
    import_paths(data, sorted(SAMPLE.glob("*.jsonl")))


def cached(cache: Path, sets: Path, judged: Corpus) -> Path:
    """The corpora's archive in the folder `cache`, which is for nothing else: built anew where the code that makes it
    is not the one it was built with."""
    code = hashlib.sha256("".join(sorted({spoken.transcript for spoken in judged.held_out})).encode())
    for package in ("archive", "index", "ingest", "sources", "text"):
        for file in sorted((ROOT / "quotes" / package).rglob("*")):
            if file.suffix in {".py", ".csv", ".json"}:
                code.update(file.read_bytes())
    place = cache / code.hexdigest()[:_DIGEST]
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "complete").exists():
            for outdated in cache.glob(f"{'[0-9a-f]' * _DIGEST}/"):
                shutil.rmtree(outdated)
            build_corpora(place / "data", sets, judged)
            (place / "complete").touch()
    return place / "data"
