"""The sentence a passage stands in, and what stands around it there.

A cue counts only where it governs the passage, so everything is asked of the passage's own sentence and of the one
after it. Texts are searched with straight apostrophes; a replaced character is one character, so offsets hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.text import is_unspaced

_BORDER: Final = re.compile(r"(?:[.?!]+|[。？！…]+|\n)[\"”’')\]」』]*\s*")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Amb|St|Jr|Sr|No|vs|etc|e\.g|i\.e|approx|Inc|Corp|"
    r"Co|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Sr|Sra|Lic|Ing)|\b[A-Z])$"
)
# After an initial ("U.S. The …") only a word that opens sentences tells that one ended.
_OPENS: Final = re.compile(r"(?:The|We|And|But|It|I|So|That|This|They|He|She|There|If|In|You|What|As|Our|Now|Well)\b")
_IN_WORD: Final = re.compile(r"[\w']{2}")
_TRIM: Final = ' \n\t,;:—–"“”，；'
# Code points looked at to either side; no sentence that anybody can follow is longer.
_WINDOW: Final = 1500
# Words that begin another clause: what stands before them governs nothing after them.
_CLAUSE: Final = re.compile(
    r"[,;:—–()\n?!，；：、（）]|--|\b(?:but|and|because|so|while|although|though|which|who|whom|when|if|unless|then|"
    r"where|until|since|pero|y|porque|cuando|quien)\b|但|而且|因为|所以",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Surroundings:
    """A passage, `start` to `end`, of a turn's `text`, in its sentence, `first` to `last`; all code points of `text`,
    half-open. A passage of several sentences has the beginning of its first and the end of its last."""

    text: str
    start: int
    end: int
    first: int
    last: int

    @cached_property
    def plain(self) -> str:
        """The text with straight apostrophes."""
        return self.text.replace("’", "'").replace("‘", "'")

    @cached_property
    def lead(self) -> str:
        """What stands before the passage in its sentence."""
        return self.plain[self.first : self.start]

    @cached_property
    def passage(self) -> str:
        return self.plain[self.start : self.end]

    @cached_property
    def rest(self) -> str:
        """What stands after the passage in its sentence, with its full stop."""
        return self.plain[self.end : self.last]

    @cached_property
    def following(self) -> str:
        """The beginning of the next sentences."""
        return self.plain[self.last : self.last + 200]

    def flag(self, name: FlagName, start: int, end: int) -> ContextFlag:
        """The flag whose cue stands at `start` to `end` of the turn's text: all of its first word, no white space."""
        while (
            start and end > start and _IN_WORD.match(self.plain, start - 1) and not is_unspaced(self.plain[start - 1])
        ):
            start -= 1
        span = self.trimmed(start, end)
        return ContextFlag(name, self.text[slice(*span)], span)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The span without the white space and punctuation at its ends."""
        cue = self.plain[start:end]
        return start + len(cue) - len(cue.lstrip(_TRIM)), end - len(cue) + len(cue.rstrip(_TRIM))

    def before(self, cue: re.Pattern[str], reach: int) -> re.Match[str] | None:
        """The last match of `cue` before the passage, in its clause and at most `reach` words away."""
        found = [match for match in cue.finditer(self.lead) if same_clause(self.lead[match.end() :], reach)]
        return found[-1] if found else None


def surround(text: str, start: int, end: int) -> Surroundings:
    """The surroundings of `text[start:end]`."""
    low, high = max(start - _WINDOW, 0), min(end + _WINDOW, len(text))
    borders = [found.end() for found in _BORDER.finditer(text, low, high) if _ends_sentence(text, found)]
    first = max((border for border in borders if border <= start), default=low)
    last = min((border for border in borders if border > end), default=high)
    return Surroundings(text, start, end, first, last)


def same_clause(gap: str, reach: int) -> bool:
    """Whether no clause ends or begins in `gap`, and it has at most `reach` words."""
    return _CLAUSE.search(gap) is None and count_words(gap) <= reach


def count_words(text: str) -> int:
    """Words; of scripts without spaces, characters by two."""
    unspaced = sum(map(is_unspaced, text))
    return len(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+", re.sub(r"[\u3400-\u9fff]", " ", text))) + (unspaced + 1) // 2


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    mark = text[found.start()]
    after = text[found.end() : found.end() + 12]
    if found.end() == len(text) or mark in "。？！\n" or "\n" in found[0]:
        return True
    if not found[0][-1].isspace() or after[:1].islower():
        return False
    if mark == "." and found[0].startswith("..."):
        return not after[:1].isalpha()
    before = text[max(found.start() - 8, 0) : found.start()]
    if mark == "." and _ABBREVIATED.search(before):
        return before[-1].isupper() and _OPENS.match(after) is not None
    return True
