"""`/transcripts/{id}`: the record, with a passage marked, and how it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from aiohttp import web

from backend.keys import ENGINE, TEMPLATES
from backend.pages import html
from backend.pages.revisions import read_history
from backend.requests import PassageQuery, checked_query
from quotes.model import Transcript
from quotes.text import MarkKind, record_marks


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn that is shown in one way. `opens` is true where the marked passage begins with it."""

    text: str
    kind: MarkKind | None
    marked: bool
    opens: bool


async def page(request: web.Request) -> web.Response:
    asked = checked_query(PassageQuery, request)
    queue = request.app[ENGINE]
    transcript, history = await queue.run(read_history, queue.engine.archive, request.match_info["id"], asked.revision)
    passage = _passage(transcript, asked)
    values: dict[str, object] = {
        "transcript": transcript,
        "turns": [
            (turn, list(pieces(turn.text, passage[1:] if passage and passage[0] == turn.index else None)))
            for turn in transcript.turns
        ],
        "marked": passage is not None,
        "lost": asked.turn is not None and passage is None,
        "history": history,
    }
    return html(request.app[TEMPLATES].get_template("transcript.html"), values)


def pieces(text: str, passage: tuple[int, int] | None) -> Iterator[Piece]:
    """The text cut wherever its look changes: at the record's own marks and at the passage (code points of `text`,
    half-open). Joined, the pieces are the text."""
    marks = record_marks(text)
    cuts = {0, len(text), *(passage or ())}
    for mark in marks:
        cuts.update((mark.start, mark.end))
    borders = sorted(cuts)
    for start, end in pairwise(borders):
        kind = next((mark.kind for mark in marks if mark.start <= start and end <= mark.end), None)
        marked = passage is not None and passage[0] <= start and end <= passage[1]
        yield Piece(text[start:end], kind, marked, marked and passage is not None and start == passage[0])


def _passage(transcript: Transcript, asked: PassageQuery) -> tuple[int, int, int] | None:
    """Turn, start and end as asked for, where that is a passage of this revision. A turn alone, or with 0 to 0,
    which stands for a passage that is not known more closely, is marked whole."""
    turn = next((turn for turn in transcript.turns if turn.index == asked.turn), None)
    if turn is None:
        return None
    start = asked.start or 0
    end = asked.end or (len(turn.text) if start == 0 else 0)
    return (turn.index, start, end) if start < end <= len(turn.text) else None
