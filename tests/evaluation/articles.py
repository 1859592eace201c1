"""Whole articles written for the project, and what a reader found in them: `articles/NAME.labels` beside `NAME.txt`,
`.md`, `.html` or `.docx.md`.

A line of labels is `kind | speaker | day | words`, in the order of the article. `‖` parts the pieces of a broken
quotation and the paragraphs of a long one, `-` stands for nothing, ` / ` parts answers that are as good as each
other. `office:` before a speaker says that the article gives no name, and by which words the office has to be told.
Kinds but `speech` are told apart from it and not from each other. Lines above them give `published:`, `language:` and
`half:`: `first`, or one of the others for articles written when the rules stood, each measured once before anything was
mended by it; in the order of `HALVES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from quotes.extract import read_document
from quotes.model import Article, PrintedClaim, QuotationKind, Span
from tests.evaluation.scores import Score, tally
from tests.evaluation.word_documents import word_document

FOLDER = Path(__file__).with_name("articles")
HALVES = (
    "first",
    "unseen",
    "later",
    "last",
    "wire",
    "desk",
    "fresh",
    "final",
    "closing",
    "verdict",
    "unread",
    "english",
    "second",
    "third",
    "fourth",
    "fifth",
)
# Written by another hand than the others, longer and with more people in them; they have floors of their own.
SECOND_HAND = ("second", "third", "fourth", "fifth")
_HEADER = re.compile(r"(?P<name>\w+): (?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Label:
    """`speakers`: what may stand for the speaker, one of them as good as another; `-` where nobody is named. `days`
    likewise."""

    pieces: tuple[str, ...]
    speech: bool
    speakers: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    name: str
    path: Path
    labels: tuple[Label, ...]
    header: dict[str, str] = field(hash=False)

    def read(self) -> Article:
        published = self.header.get("published")
        data = self.path.read_bytes()
        name = self.path.name
        if name.endswith(".docx.md"):
            data, name = word_document(data.decode()), name.removesuffix(".md")
        return read_document(data, name=name, published=date.fromisoformat(published) if published else None)


@cache
def read_labelled() -> tuple[Labelled, ...]:
    return tuple(_labelled(path) for path in sorted(FOLDER.glob("*.labels")))


def _labelled(path: Path) -> Labelled:
    (article,) = [found for found in FOLDER.glob(f"{path.stem}.*") if found.suffix != ".labels"]
    header: dict[str, str] = {}
    labels: list[Label] = []
    for line in path.read_text("utf-8").splitlines():
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) == 4:
            labels.append(_label(*parts))
        elif found := _HEADER.fullmatch(line):
            header[found["name"]] = found["value"]
        elif line.strip():
            raise ValueError(f"{path.name}: no label and no header: {line!r}")
    return Labelled(path.stem, article, tuple(labels), header)


def _label(kind: str, speaker: str, day: str, words: str) -> Label:
    QuotationKind(kind)
    return Label(
        tuple(piece.strip() for piece in words.split("‖")),
        kind == QuotationKind.SPEECH,
        tuple(each.strip() for each in speaker.split(" / ")),
        tuple(each.strip() for each in day.split(" / ")),
    )


def spans_of(text: str, labels: Sequence[Label]) -> list[tuple[Span, ...] | None]:
    """Where each label stands in the article's text, None where the text does not have its words."""
    found: list[tuple[Span, ...] | None] = []
    at = 0
    for label in labels:
        spans: list[Span] = []
        cursor = at
        for piece in label.pieces:
            start = _place(text, piece, cursor)
            if start < 0:
                break
            spans.append((start, start + len(piece)))
            cursor = start + len(piece)
        if len(spans) < len(label.pieces):
            found.append(None)
            continue
        # A quotation inside another begins after it.
        at = spans[0][0] + 1
        found.append(tuple(spans))
    return found


def _place(text: str, piece: str, cursor: int) -> int:
    """The next place of the words, one between marks before any other: “gauge” and the gauge."""
    marked = re.compile(rf"(?<=[“”„‟\"«»‹›「『‘’‚'`]){re.escape(piece)}(?=[“”\"«»‹›」』‘’'])").search(text, cursor)
    return marked.start() if marked else text.find(piece, cursor)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`spans`: a quotation of the labels or of the reading, and whether both have it, with the same spans and as speech
    or not. The others are asked of speech that both have; `names`: whether nobody else's name is told, where a speaker
    who is named as an office or not at all is right."""

    spans: tuple[tuple[bool, str], ...]
    speakers: tuple[tuple[bool, str], ...]
    names: tuple[tuple[bool, str], ...]
    days: tuple[tuple[bool, str], ...]


def outcome(labelled: Labelled) -> Outcome:
    article = labelled.read()
    placed = list(zip(spans_of(article.text, labelled.labels), labelled.labels, strict=True))
    wanted = {place: label for place, label in placed if place is not None}
    spans: list[tuple[bool, str]] = []
    speakers: list[tuple[bool, str]] = []
    names: list[tuple[bool, str]] = []
    days: list[tuple[bool, str]] = []
    spans += [(False, f"{labelled.name}: not in the text: {label.pieces}") for place, label in placed if place is None]
    for quotation in article.quotations:
        label = wanted.pop(quotation.spans, None)
        speech = quotation.kind is QuotationKind.SPEECH
        right = label is not None and label.speech is speech
        shown = " … ".join([article.text[start:end] for start, end in quotation.spans])
        why = "other kind labelled" if label else "not labelled"
        spans.append((right, f"{labelled.name}: read as {quotation.kind}, {why}: {shown}"))
        if label is not None and not right:
            spans.append((False, f"{labelled.name}: missed as {'speech' if label.speech else 'no speech'}: {shown}"))
        if label is None or not right or not speech:
            continue
        claim = quotation.claim
        same = _same_speaker(label, claim)
        told = f"{labelled.name}: {shown[:50]!r} is {label.speakers}, read: {claim}"
        speakers.append((same, told))
        names.append((same or claim.speaker is None, told))
        days.append((_same_day(label, claim.date), f"{labelled.name}: {shown[:50]!r} on {label.days}, read: {claim}"))
    spans += [(False, f"{labelled.name}: missed: {' … '.join(label.pieces)}") for label in wanted.values()]
    return Outcome(tuple(spans), tuple(speakers), tuple(names), tuple(days))


def _same_day(label: Label, read: str | None) -> bool:
    return (read or "-").casefold() in {each.casefold() for each in label.days}


def _same_speaker(label: Label, claim: PrintedClaim) -> bool:
    return any(_is_speaker(each, claim) for each in label.speakers)


def _is_speaker(wanted: str, claim: PrintedClaim) -> bool:
    if wanted == "-":
        return claim.speaker is None and claim.office is None
    if wanted.startswith("office: "):
        words = _words(f"{claim.office or ''} {claim.printed or ''}")
        asked = _words(wanted.removeprefix("office: "))
        return claim.speaker is None and all(any(word in held for held in words) for word in asked)
    return _words(wanted) == _words(claim.speaker or "")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def evaluate() -> list[Score]:
    """The scores of the articles of either hand, which have floors, and of each half."""
    outcomes = {each: outcome(each) for each in read_labelled()}
    others = {each: read for each, read in outcomes.items() if each.header["half"] in SECOND_HAND}
    scores = _scores("articles", [read for each, read in outcomes.items() if each not in others])
    scores += _scores("articles of the second hand", list(others.values()))
    for half in HALVES:
        scores += _scores(f"articles, {half}", [read for each, read in outcomes.items() if each.header["half"] == half])
    return scores


def _scores(name: str, outcomes: Sequence[Outcome]) -> list[Score]:
    """F1 is 2·TP / (2·TP + FP + FN): each quotation that reading and labels agree on is counted for both, each other
    one for the side that has it."""
    spans = [one for each in outcomes for one in each.spans]
    agreeing = [one for one in spans if one[0]]
    return [
        tally(f"{name}: quotations F1", [*agreeing, *spans]),
        tally(f"{name}: speaker", [one for each in outcomes for one in each.speakers]),
        tally(f"{name}: nobody else named", [one for each in outcomes for one in each.names]),
        tally(f"{name}: claimed day", [one for each in outcomes for one in each.days]),
    ]
