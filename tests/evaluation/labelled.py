"""Real quotations labelled by a reader: the dev cases beside the checkout, bare and with what the page says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson

from quotes.model import Answer, Verdict
from quotes.verify import Engine
from tests.evaluation.corpus import Corpus, Spoken
from tests.evaluation.engine import ask, told
from tests.evaluation.placement import BETTER_THAN_ALTERED, stands_in
from tests.evaluation.scores import Score, tally

UNSAFE_LABELS = frozenset({"altered", "spliced", "reporter_words"})

Case = dict[str, Any]


def read_cases(shared: Path) -> list[Case]:
    printed = subprocess.run(
        [sys.executable, shared / "eval/expand.py"], capture_output=True, check=True, timeout=120
    ).stdout
    return [orjson.loads(line) for line in printed.splitlines()]


def _right_turn(answer: Answer, case: Case, turns: dict[tuple[str, int], Spoken]) -> bool:
    """The labelled turn, or the same words in another turn of the same speaker at that briefing."""
    first = answer.matches[0]
    if first.transcript_id != case["transcript"]:
        return False
    labelled = turns[case["transcript"], case["turn"]]
    same_speaker = first.speaker.label == labelled.label
    return first.turn == case["turn"] or (same_speaker and stands_in(first.passage.text, labelled.text))


def evaluate(engine: Engine, corpus: Corpus, cases: list[Case]) -> list[Score]:
    wanted = {case["transcript"] for case in cases}
    turns = {(s.transcript, s.turn): s for s in corpus.indexed if s.transcript in wanted}
    scores: list[Score] = []
    unsafe: list[tuple[bool, str]] = []
    for mode in ("claimed", "bare"):
        transcript, turn, verbatim = [], [], []
        for case in cases:
            page = {"published": case["article_date"], "speaker": case["attributed_to"]} if mode == "claimed" else {}
            answer = ask(engine, case["quote"], **page)
            line = f"{case['id']} [{case['label']}] {case['quote'][:70]!r} -> {told(answer)}"
            found = answer is not None and bool(answer.matches)
            at_event = found and answer is not None and answer.matches[0].transcript_id == case["transcript"]
            transcript.append((at_event, line))
            turn.append((answer is not None and found and _right_turn(answer, case, turns), line))
            if case["label"] in UNSAFE_LABELS:
                called_exact = answer is None or answer.verdict in {Verdict.VERBATIM, Verdict.VERBATIM_MARKED}
                unsafe.append((not called_exact, line))
            if case["label"] == "verbatim" and mode == "claimed":
                verbatim.append((answer is not None and answer.verdict in BETTER_THAN_ALTERED, line))
        scores += [tally(f"labelled {mode}: right transcript", transcript), tally(f"labelled {mode}: right turn", turn)]
        if verbatim:
            scores.append(tally("labelled: verbatim quotations not called worse than minor_variance", verbatim))
    return [*scores, tally("labelled: altered, spliced and reporters' words not called verbatim", unsafe)]
