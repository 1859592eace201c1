"""Chinese: the foreign ministry's press conferences of 2020 to 2024. Counted by character, of which a word has about
two."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

from tests.evaluation.corpus import Prose
from tests.evaluation.languages import chinese_flips, chinese_folds, chinese_noise
from tests.evaluation.languages.language import Language

_CHARACTER = r"[\u3400-\u9fff〇]"
_UNIT = re.compile(rf"{_CHARACTER}|\d+(?:[.,]\d+)*|[^\W\d_\u3400-\u9fff]+")


@cache
def _simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def characters(text: str) -> list[str]:
    """Simplified characters, figures and Latin words: nothing cleverer."""
    return _UNIT.findall(_simplified().convert(unicodedata.normalize("NFKC", text)).casefold())


CHINESE = Language(
    code="zh",
    unit="characters",
    sets=("mfa_zh_2020_2024",),
    prose=Prose(
        sentence_end=re.compile(r"(?<=[。？！])(?![”’」』])"),
        not_prose=re.compile(r"[()（）\[\]…—\n]|^[”’]"),
        word=re.compile(rf"(?:{_CHARACTER}|\d+(?:\.\d+)*[%％]?|[A-Za-z]+)[^\w\s]*"),
        shortest=12,
        longest=80,
        stops="。？！",
        spaced=False,
    ),
    lengths=((4, 8), (9, 16), (17, 32), (33, 90)),
    words=characters,
    noises=chinese_noise.KINDS,
    flips=chinese_flips.KINDS,
    folds=chinese_folds.KINDS,
)
