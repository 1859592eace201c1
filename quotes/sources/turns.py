"""From paragraphs to turns: each labelled paragraph opens one, those that follow without a label go on with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quotes.html import Paragraph
from quotes.model import Role, Speaker, Turn


@dataclass(frozen=True, slots=True)
class Opening:
    """A speaker's label at the head of a paragraph; `rest` is the paragraph's text after it."""

    speaker: Speaker
    role: Role
    rest: str


def assemble(
    paragraphs: Iterable[Paragraph],
    opening: Callable[[Paragraph], Opening | None],
    *,
    before: Opening | None = None,
) -> tuple[Turn, ...]:
    """The turns of a transcript's paragraphs, their own joined by line feeds. Paragraphs before the first label are a
    turn of nobody named, or of `before`. A label without words opens no turn of its own: the words are in the next
    paragraph. Turns without any text are left out."""
    speaker, role = (before.speaker, before.role) if before else (Speaker(None), Role.UNKNOWN)
    lines: list[str] = []
    turns: list[Turn] = []

    def close() -> None:
        if lines:
            turns.append(Turn(len(turns), speaker, role, "\n".join(lines)))
            lines.clear()

    for paragraph in paragraphs:
        found = opening(paragraph)
        if found is not None:
            close()
            speaker, role = found.speaker, found.role
        words = paragraph.text if found is None else found.rest.strip()
        if words:
            lines.append(words)
    close()
    return tuple(turns)
