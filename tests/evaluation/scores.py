"""Shares reached, and the floors they must not fall below."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import orjson

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Score:
    """`hits` of `total`, higher is better. `misses` are a few lines for whoever must mend them; a score without a
    floor of its own is reported and not judged."""

    name: str
    hits: int
    total: int
    misses: tuple[str, ...] = field(default=(), repr=False)

    @property
    def share(self) -> float:
        return self.hits / self.total if self.total else 0.0


def tally(name: str, outcomes: list[tuple[bool, str]]) -> Score:
    """The score of `(reached, what it was)` pairs."""
    misses = tuple(line for reached, line in outcomes if not reached)
    return Score(name, len(outcomes) - len(misses), len(outcomes), misses)


def floors() -> dict[str, float]:
    loaded: dict[str, float] = orjson.loads(FLOORS.read_bytes())
    return loaded


def below(score: Score, floor: float) -> str | None:
    """What to say of a score under its floor, None when it holds."""
    if score.total and score.share >= floor:
        return None
    shown = "\n".join(f"  {line}" for line in score.misses[:20])
    return f"{score.name}: {score.hits} of {score.total} = {score.share:.4f}, floor {floor:.4f}\n{shown}"


def raised(old: dict[str, float], scores: list[Score], *, allow_lower: bool) -> dict[str, float]:
    """The floors after these scores: up to one case below what was reached, since which of two equal places comes
    first may change with the index's segments; down only when that is asked for. A floor of 1 is a promise and stays.
    """
    new = dict(old)
    for score in scores:
        if score.name in old and old[score.name] < 1.0 and score.total:
            reached = int((score.hits - 1) / score.total * 10_000) / 10_000
            new[score.name] = reached if allow_lower else max(old[score.name], reached)
    return new
