"""The results as the README shows them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation.noise import KINDS, LENGTHS
from tests.evaluation.scores import Score
from tests.evaluation.written import OF_KIND


def results(scores: Sequence[Score], floors: dict[str, float], baseline: Sequence[Score]) -> str:
    """All figures but those of single kinds and lengths."""
    others = {score.name: f"{score.share:.1%}" for score in baseline}
    lines = ["| figure | reached | of | floor | baseline |", "| --- | ---: | ---: | ---: | ---: |"]
    for score in scores:
        single = score.name.startswith(OF_KIND) or (score.name.startswith("noised") and ", " in score.name)
        if not single:
            floor = f"{floors[score.name]:.1%}" if score.name in floors else ""
            lines.append(
                f"| {score.name} | {score.share:.1%} | {score.total} | {floor} | {others.get(score.name, '')} |"
            )
    return "\n".join(lines)


def written(scores: Sequence[Score]) -> str:
    """The cases written for the project, by kind."""
    rows = (
        f"| {score.name.removeprefix(OF_KIND).replace('_', ' ')} | {score.hits} | {score.total} |"
        for score in scores
        if score.name.startswith(OF_KIND)
    )
    return "\n".join(["| written cases | as expected | of |", "| --- | ---: | ---: |", *rows])


def noise(scores: Sequence[Score]) -> str:
    """Strict recall@1 by kind of noise and number of words."""
    found = {score.name: score.share for score in scores}
    lengths = [f"{shortest}-{longest}" for shortest, longest in LENGTHS]
    lines = [f"| noise | {' | '.join(lengths)} |", f"| --- |{' ---: |' * len(lengths)}"]
    for kind in KINDS:
        cells = [f"{found[f'noised {length} words, {kind}']:.0%}" for length in lengths]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)
