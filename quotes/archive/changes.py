"""What one revision of a transcript changed in the one before."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from quotes.model import Transcript


@dataclass(frozen=True, slots=True)
class Changes:
    """`fields` names what differs outside the turns. `added` holds turn indices of the later revision, `removed` of
    the earlier, `changed` pairs of earlier and later."""

    fields: tuple[str, ...]
    added: tuple[int, ...]
    changed: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]


_FIELDS = (
    "source institution title date time place url language fidelity rendering_of extra".split()  # the order shown
)


def changes(earlier: Transcript, later: Transcript) -> Changes:
    """Turn against turn, by label, role, speaker and text."""
    added: list[int] = []
    changed: list[tuple[int, int]] = []
    removed: list[int] = []
    steps = Levenshtein.opcodes(_comparable(earlier), _comparable(later))
    for step in steps:
        before, after = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "replace":
            changed += zip(before, after, strict=True)
        elif step.tag == "insert":
            added += after
        elif step.tag == "delete":
            removed += before
    fields = tuple(name for name in _FIELDS if getattr(earlier, name) != getattr(later, name))
    return Changes(fields, tuple(added), tuple(changed), tuple(removed))


def _comparable(transcript: Transcript) -> list[str]:
    return [repr((turn.speaker, turn.role.value, turn.text)) for turn in transcript.turns]
