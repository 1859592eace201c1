"""`python -m tests.evaluation.dev_report`: each labelled quotation that is answered otherwise than its label asks, with
the edits behind it. It reads ../shared and prints; nothing of what it prints is kept in the project."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

import click

from quotes.model import Answer, AttributionStatus, Verdict
from tests.evaluation.__main__ import judged_corpora
from tests.evaluation.engine import ask, told
from tests.evaluation.labelled import Case

# What a reader's label asks of the verdict. A label says what was done to the words, and no more than that.
AGREES: Final = {
    "verbatim": {Verdict.VERBATIM, Verdict.VERBATIM_MARKED},
    "minor_edit": {Verdict.VERBATIM, Verdict.VERBATIM_MARKED, Verdict.MINOR_VARIANCE},
    "elided": {Verdict.VERBATIM_MARKED, Verdict.MINOR_VARIANCE, Verdict.ALTERED},
    "altered": {Verdict.ALTERED},
    "spliced": {Verdict.SPLICED, Verdict.ALTERED},
    "reporter_words": {Verdict.NOT_FOUND},
}


def agrees(case: Case, answer: Answer | None) -> bool:
    """Whether the answer is what the label asks; a crash never is."""
    if answer is None:
        return False
    if case["label"] == "reporter_words" and answer.checks.attribution.status is AttributionStatus.QUESTIONER:
        return True
    return answer.verdict in AGREES[case["label"]]


def shows_it(case: Case, answer: Answer | None) -> bool:
    """Whether a paraphrase that is not called found is shown beside the very turn it is of: no verdict on the label,
    and nothing that misleads."""
    if answer is None or case["label"] != "altered" or answer.verdict is not Verdict.NOT_FOUND or not answer.matches:
        return False
    return (answer.matches[0].transcript_id, answer.matches[0].turn) == (case["transcript"], case["turn"])


@click.command()
@click.option("--all", "everything", is_flag=True, help="Print the cases that agree too.")
@click.option("--bare", is_flag=True, help="Ask without what the page says.")
def main(*, everything: bool, bare: bool) -> None:
    """Print disagreements with the labels, then the shares."""
    agreed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    shown = 0
    with tempfile.TemporaryDirectory(prefix="onrecord-dev-") as folder:
        judged = judged_corpora(Path(os.environ.get("ONRECORD_EVALUATION_CACHE", folder)))
        with judged.engine as engine:
            for case in judged.cases:
                page = {} if bare else {"published": case["article_date"], "speaker": case["attributed_to"]}
                answer = ask(engine, case["quote"], **page)
                right = agrees(case, answer)
                asked[case["label"]] += 1
                agreed[case["label"]] += right
                shown += shows_it(case, answer)
                if everything or not right:
                    _print(case, answer, right=right)
    for label, count in asked.items():
        print(f"{label}: {agreed[label]} of {count}")
    print(f"all: {agreed.total()} of {asked.total()} = {agreed.total() / asked.total():.1%}")
    print(f"of the others, paraphrases not called found and shown beside their own turn: {shown}")


def _print(case: Case, answer: Answer | None, *, right: bool) -> None:
    print(f"{'  ' if right else '! '}{case['id']} [{case['label']}] -> {told(answer)}")
    print(f"    {case['quote']}")
    if answer is None:
        return
    print(f"    {answer.finding} {list(answer.reasons)} {answer.checks.attribution.status}")
    if answer.matches:
        for edit in answer.matches[0].diff:
            if edit.op != "equal":
                print(f"      {edit.cls}: {edit.quote!r} <- {edit.source!r}")


if __name__ == "__main__":
    main()
