"""An archive whose one transcript was changed by its publisher and then read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from quotes.archive import Archive
from quotes.model import Provenance, Role, Speaker, Transcript, Turn

ID = "harbour/2024-03-05"
PATH = "harbour%2F2024-03-05"
_ELLISON = (Speaker("MS. ELLISON", "Mara Ellison", "Spokesperson"), Role.SPOKESPERSON)
_Q = (Speaker("Q"), Role.JOURNALIST)
_LOCKS = "I would not say that the owners were misled: they were told that three locks might close before Friday."


def revised_archive(data: Path) -> None:
    """Revision 2 drops a "not" and an answer with its question, and adds a thank-you; revision 3 is revision 2 parsed
    anew, with a label mended."""
    first = _transcript(
        "1",
        (*_Q, "Were the owners misled about the locks?"),
        (*_ELLISON, _LOCKS),
        (*_Q, "Who pays for the tugboats?"),
        (*_ELLISON, "I have nothing to add on the tugboats."),
    )
    second = _transcript("2", (*_Q, first.turns[0].text), (*_ELLISON, _LOCKS.replace("not ", "")), (*_Q, "Thank you."))
    mended = tuple(replace(turn, speaker=replace(turn.speaker, title="Head of Press")) for turn in second.turns)
    third = replace(second, turns=mended, provenance=Provenance("2" * 64, "harbour/2", "2024-03-09T08:00:00Z"))
    with Archive.open(data, create=True) as archive:
        for transcript in (first, second, third):
            archive.save([transcript])


def _transcript(digit: str, *turns: tuple[Speaker, Role, str]) -> Transcript:
    return Transcript(
        id=ID,
        source="harbour",
        institution="Port Meridian Harbour Authority",
        title="Weekly briefing",
        date=date(2024, 3, 5),
        language="en",
        turns=tuple(Turn(index, *turn) for index, turn in enumerate(turns)),
        provenance=Provenance(digit * 64, "harbour/1", f"2024-03-0{4 + int(digit)}T08:00:00Z"),
    )
