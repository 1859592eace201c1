"""Writing systems: which characters stand for themselves as tokens, and simplified against traditional Chinese."""

from __future__ import annotations

from functools import cache

import opencc

# Han ideographs with their extensions and compatibility forms, and kana: written without spaces, one token each.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


@cache
def _traditional_to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """`text` in simplified Chinese characters; length is kept for single characters."""
    return str(_traditional_to_simplified().convert(text))


def is_unspaced(token: str) -> bool:
    """Whether `token` is one character of a script written without spaces."""
    return len(token) == 1 and (
        "\u3040" <= token <= "\u30ff"
        or "\u3400" <= token <= "\u9fff"
        or "\uf900" <= token <= "\ufaff"
        or "\U00020000" <= token <= "\U0003134f"
    )
