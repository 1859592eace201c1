"""Writing systems: which characters stand for themselves as tokens, and simplified against traditional Chinese."""

from __future__ import annotations

from functools import cache

import opencc

# Han ideographs with their extensions, compatibility forms and the numeral 〇, and kana: written without spaces, one
# token each.
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"

# A traditional character that stands for more than one simplified one cannot be told by itself: 瞭解 is 了解, 瞭望 is
# not 了望. All that a comparison needs is that both sides reach one key.
_BY_WORD = str.maketrans("瞭甦藉覆著衞敍枱揹彷隻週", "了苏借复着卫叙台背仿只周")


@cache
def _traditional_to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """`text` in simplified Chinese characters; length is kept for single characters."""
    return str(_traditional_to_simplified().convert(text))


def character_key(character: str) -> str:
    """What one character is compared by: simplified, and regional forms (衞, 着 as 著) as one."""
    return simplify(character).translate(_BY_WORD)


def is_unspaced(token: str) -> bool:
    """Whether `token` is one character of a script written without spaces."""
    return len(token) == 1 and (
        "\u3005" <= token <= "\u3007"
        or "\u3040" <= token <= "\u30ff"
        or "\u3400" <= token <= "\u9fff"
        or "\uf900" <= token <= "\ufaff"
        or "\U00020000" <= token <= "\U0003134f"
    )
