"""How the parsers do on the real pages of ../shared/pages, and beside the same briefings in ../shared/corpus.

python -m tests.sources.agreement          the table of tests/README.md, and every difference below it
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from quotes.errors import PageError
from quotes.html import decode, paragraphs, soup_of
from quotes.model import Transcript
from quotes.sources import read_document, source_named, source_of
from quotes.sources.dates import find_day

# Where a whole page has its text; a file that is a body only is text from end to end.
TEXT = {
    "mfa.gov.cn-zh": "#News_Body_Txt_A",
    "trumpwhitehouse-prettified": "div.page-content__content",
    "gob.mx": ".article-body",
    "federalreserve-speeches": "#article",
}
LISTINGS = ("fmprc.gov.cn-zh-listing", "whitehouse-2016-listing")
# Pages that do not say where they are from, by folder.
SOURCE_OF_FOLDER = {"gob.mx": "mexico_presidency"}
# Lines of the Federal Reserve's pages that are buttons and links, and no part of a speech.
FURNITURE = re.compile(
    r"\s*Return to (?:text|top)\W*$|^(?:Share|Watch Live|Accessible .*|\[.*\] .*|The \[Tab\] key .*"
    r"|View speech charts .*|\d{4} Speeches|Home \| .*|Accessibility .*|To comment on this site.*|Last update: .*"
    r"|Footnotes|Speeches)$"
)
_WORD = re.compile(r"[^\W_]+")


@dataclass
class Agreement:
    """Figures of one folder. `coverage`: by page, the share of the visible text's words that stand in the reading.
    `turns` and `equal`: turns of the corpus, and those ours has to the letter, label and order included."""

    pages: int = 0
    failed: list[str] = field(default_factory=list)
    empty_turns: int = 0
    odd_labels: Counter[str] = field(default_factory=Counter)
    coverage: dict[str, float] = field(default_factory=dict)
    in_corpus: int = 0
    dates_equal: int = 0
    turns: int = 0
    equal: int = 0
    differences: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SavedPage:
    folder: str
    file: str
    url: str | None
    body: bytes

    def read(self) -> Transcript:
        source = source_of(self.url) if self.url else source_named(SOURCE_OF_FOLDER[self.folder])
        assert source is not None, f"{self.url} is of no source"
        url = self.url or f"https://{source.hosts[0]}/presidencia/articulos/{Path(self.file).stem}"
        return read_document(source, self.body, url, known_day=find_day(Path(self.file).name[:10]))


def saved_pages(shared: Path) -> Iterator[SavedPage]:
    """The transcripts among the saved pages."""
    for entry in json.loads((shared / "pages/INDEX.json").read_text("utf-8")):
        folder = entry["file"].partition("/")[0]
        if folder not in LISTINGS:
            yield SavedPage(folder, entry["file"], entry["url"], (shared / "pages" / entry["file"]).read_bytes())


@cache
def corpus(shared: Path) -> dict[str, dict[str, Any]]:
    """The corpora's records by their address without scheme and host: sites have moved, paths have not."""
    found = {}
    for file in sorted((shared / "corpus").glob("*.jsonl.gz")):
        with gzip.open(file) as lines:
            for record in map(json.loads, lines):
                if record["url"]:
                    found[_path(record["url"])] = record
    return found


def _path(url: str) -> str:
    return re.sub(r"^https?://[^/]+", "", url).rstrip("/")


def agree(shared: Path) -> dict[str, Agreement]:
    found: dict[str, Agreement] = defaultdict(Agreement)
    for page in saved_pages(shared):
        of = found[page.folder]
        of.pages += 1
        try:
            transcript = page.read()
        except PageError as error:
            of.failed.append(error.message)
            continue
        of.empty_turns += sum(not turn.text.strip() for turn in transcript.turns)
        of.odd_labels.update(label for turn in transcript.turns if (label := turn.speaker.label) and _is_odd(label))
        of.coverage[page.file] = coverage(page, transcript)
        record = corpus(shared).get(_path(page.url or transcript.url or ""))
        if record is not None:
            compare(of, page, transcript, record)
    return dict(found)


def _is_odd(label: str) -> bool:
    """Longer than any name with its office, or with a sentence's end in it."""
    return len(label) > 160 or bool(re.search(r"[?!;；？！。]|\.\s+[a-z]", label))


def coverage(page: SavedPage, transcript: Transcript) -> float:
    """Share of the words a reader of the page's text sees that stand in the transcript."""
    soup = soup_of(decode(page.body))
    selector = TEXT.get(page.folder)
    element = (soup.select_one(selector) if selector else None) or soup.body or soup
    seen = Counter(_words(" ".join(FURNITURE.sub("", paragraph.text) for paragraph in paragraphs(element))))
    extra = json.loads(transcript.extra)
    parts = [transcript.title, transcript.time or "", transcript.place or "", transcript.provenance.note or ""]
    parts += [extra.get("author_line", ""), *extra.get("heading", ()), *extra.get("notes", ())]
    parts += [f"{turn.speaker.label or ''} {turn.text}" for turn in transcript.turns]
    # A speech has its speaker and its day above it, and no labels.
    if len(transcript.turns) == 1:
        speaker = transcript.turns[0].speaker
        parts += [f"Remarks by {speaker.title} {speaker.name}", f"{transcript.date:%B %d %Y} {transcript.date.day}"]
    read = Counter(_words(" ".join(parts)))
    return (seen & read).total() / max(seen.total(), 1)


def _words(text: str) -> list[str]:
    """Words of letters; of Chinese, characters."""
    return [piece for word in _WORD.findall(text.replace("~~", " ")) for piece in (word if _is_han(word) else [word])]


def _is_han(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


def compare(of: Agreement, page: SavedPage, transcript: Transcript, record: dict[str, Any]) -> None:
    of.in_corpus += 1
    of.dates_equal += transcript.date == date.fromisoformat(record["date"])
    if transcript.date.isoformat() != record["date"]:
        of.differences.append(f"{page.file}: {transcript.date}, the corpus {record['date']}")
    # Where the page says 答 (answer), the corpus names who answers.
    unnamed = {None, "答"}
    ours = [
        _spoken(turn.speaker.name if turn.speaker.label in unnamed else turn.speaker.label, turn.text)
        for turn in transcript.turns
    ]
    theirs = [_spoken(turn["speaker"], turn["text"]) for turn in record["turns"]]
    of.turns += len(theirs)
    steps = LCSseq.opcodes(ours, theirs)
    of.equal += sum(step.dest_end - step.dest_start for step in steps if step.tag == "equal")
    for step in steps:
        if step.tag != "equal":
            of.differences += [f"{page.file}: - {one[:150]}" for one in theirs[step.dest_start : step.dest_end]]
            of.differences += [f"{page.file}: + {one[:150]}" for one in ours[step.src_start : step.src_end]]


def _spoken(label: str | None, text: str) -> str:
    return f"{label}: {' '.join(text.split())}"


def table(found: dict[str, Agreement]) -> str:
    rows = [
        "| pages | parsed | text coverage, least / mean | dates equal | turns equal to the corpus |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for folder, of in sorted(found.items()):
        shares = list(of.coverage.values())
        covered = f"{min(shares):.2%} / {sum(shares) / len(shares):.2%}" if shares else ""
        dates = f"{of.dates_equal} of {of.in_corpus}" if of.in_corpus else "not in the corpus"
        turns = f"{of.equal:,} of {of.turns:,}" if of.turns else ""
        rows.append(f"| {folder} | {of.pages - len(of.failed)} of {of.pages} | {covered} | {dates} | {turns} |")
    return "\n".join(rows)


if __name__ == "__main__":
    results = agree(Path(__file__).resolve().parents[3] / "shared")
    print(table(results))
    for folder, of in sorted(results.items()):
        print(f"\n{folder}:", *of.failed, *of.odd_labels, *of.differences, sep="\n  ")
