"""A large CSV of quotations, as an editor's file of years would be: some to the letter, some not, some nobody's."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from tests.evaluation.corpus import ENGLISH, read_set

# Of a hundred rows: to the letter, with a word lost, with a word from elsewhere, and the rest nobody's.
_EXACT, _LOST, _SWAPPED = 60, 20, 10
_TO_A_PAGE = 8


def write_job_file(sets: Path, file: Path, rows: int, seed: int) -> int:
    """Writes `rows` rows with speaker, date and page of each; the file's size in bytes."""
    chance = random.Random(seed)
    turns = [
        (turn["speaker"], record["date"], turn["text"].split())
        for name in ENGLISH
        for _, record in read_set(sets, name)
        for turn in record["turns"]
        if len(turn["text"].split()) >= 12
    ]
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(["id", "quote", "speaker", "date", "url"])
        speaker, day, words = turns[0]
        for row in range(rows):
            if row % _TO_A_PAGE == 0:
                speaker, day, words = chance.choice(turns)
            table.writerow(
                [f"q{row}", _quote(words, turns, chance), speaker, day, f"https://a.example/{row // _TO_A_PAGE}"]
            )
    return file.stat().st_size


def _quote(words: list[str], turns: list[tuple[str, str, list[str]]], chance: random.Random) -> str:
    length = min(len(words), chance.randint(6, 35))
    start = chance.randint(0, len(words) - length)
    quote = words[start : start + length]
    kind = chance.randrange(100)
    if kind >= _EXACT + _LOST + _SWAPPED:
        chance.shuffle(quote)
    elif kind >= _EXACT + _LOST:
        quote[chance.randrange(length)] = chance.choice(chance.choice(turns)[2])
    elif kind >= _EXACT:
        del quote[chance.randrange(length)]
    return " ".join(quote)
