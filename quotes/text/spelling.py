"""British and American spelling, folded to one form.

The word pairs are `breame`'s; the -ise/-ize family is open-ended ("weaponise"), so it is folded by rule. The result is
a key for comparison and may be no word at all ("rize"): all that counts is that both spellings reach the same key and
that no two different words do.
"""

from __future__ import annotations

import re
from typing import Final

from breame.data.spelling_constants import BRITISH_ENGLISH_SPELLINGS

# Pairs of the list that are different words in one of the two countries, not spellings of one.
_DIFFERENT_WORDS: Final = frozenset({"prise", "prised", "prises", "prising", "storey", "storeys", "metre", "metres"})
_ALSO: Final = {
    "metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers",
    "defence": "defense", "offence": "offense", "licence": "license", "programme": "program",
    "programmes": "programs", "towards": "toward", "afterwards": "afterward", "whilst": "while", "amongst": "among",
    "ok": "okay", "cancelled": "canceled", "cancelling": "canceling", "judgement": "judgment", "adviser": "advisor",
    "advisers": "advisors", "grey": "gray", "learnt": "learned", "spelt": "spelled", "burnt": "burned",
}  # fmt: skip
_PAIRS: Final = {k: v for k, v in BRITISH_ENGLISH_SPELLINGS.items() if k not in _DIFFERENT_WORDS} | _ALSO
_ISE: Final = re.compile(r"(?<=[a-z]{2}[^aeiou\W])is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)")
_YSE: Final = re.compile(r"(?<=[a-z]l)ys(?=(?:e|ed|es|er|ers|ing)$)")


def american(word: str) -> str:
    """The comparison key of a case-folded English `word`."""
    word = _PAIRS.get(word, word)
    if len(word) > 5:
        word = _ISE.sub("iz", word)
        word = _YSE.sub("yz", word)
    return word
