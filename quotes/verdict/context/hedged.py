"""Words of which the speaker was not sure: "I think that we will probably finish next year."

The hedge governs the passage from right before it, or hangs on its end. "May" and "might" belong to the passage's own
clause and are a cut (`cut`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings

# Words between the hedge and the passage: the passage may begin inside the clause that is hedged.
_REACH: Final = 3
# Between an adverb or an adverbial phrase and the passage.
_NEAR: Final = 1

_THINK: Final = re.compile(
    r"(?<!what )(?<!which )(?<!who )(?<!than )(?<!that's what )(?<!as )\b(?:(?:i|we)(?: (?:still|also|just|really|do|"
    r"would|"
    r"certainly))* (?:think|believe|guess|suppose|hope|suspect|assume|imagine|gather)|i'd (?:guess|think|imagine)|"
    r"i would (?:guess|think|imagine))\b"
    r"(?! (?:about|of|so|in|through|twice|me|you|him|her|them|it's fair|there's no doubt|for)\b)(?: that\b)?"
    r"|\b(?:i'm|i am|we're|we are|i was|we were|i've been|we've been) told\b(?: that\b)?"
    r"|\b(?:i'm|i am|we're|we are) not (?:entirely |so |quite |absolutely |100 percent )?(?:sure|certain|clear|"
    r"convinced|"
    r"aware)(?: that| if| whether)?\b"
    r"|\b(?:i|we) (?:don't|do not|can't|cannot|couldn't) (?:know|say|tell you|confirm|verify|be sure|be certain)"
    r"(?: for sure| for certain)? (?:whether|if|that)\b"
    r"|\bit(?:'s| is| was)? ?(?:may|might|could|would|seems?|seemed|appears?|appeared|looks?|possible|likely|unlikely)"
    r"(?: (?:be|seem|appear|well be))?(?: to (?:me|us))?(?: that| as if| as though| like)\b"
    r"|\b(?:my|our) (?:own )?(?:understanding|sense|guess|view|impression|feeling|belief|hope|recollection|"
    r"expectation) "
    r"(?:is|was|would be)(?: that)?\b"
    r"|(?<!no )\b(?:creo|creemos|pienso|pensamos|supongo|suponemos|me parece|considero|espero|esperamos|puede ser|"
    r"me dicen|parece) que\b|\bno (?:sé|sabemos|estoy seguro de|estamos seguros de) (?:si|que)\b",
    re.IGNORECASE,
)
_ADVERB: Final = re.compile(
    r"\b(?:perhaps|maybe|possibly|probably|apparently|reportedly|allegedly|presumably|supposedly|quizás?|tal vez|"
    r"a lo mejor|posiblemente|probablemente|al parecer)\b,?"
    r"|\b(?:as far as (?:i|we)(?:'m| am|'re| are)? (?:know|can tell|aware|understand)|to (?:the best of )?(?:my|our) "
    r"knowledge|in my (?:view|opinion|judgment|judgement)|que yo sepa|hasta donde sé),?"
    r"|(?<!不)我(?:个人)?(?:认为|觉得|想|猜|估计|相信)，?|据(?:我|我们)?(?:所知|了解)，?|据[悉说]，?|也许|或许|大概|似乎|好像",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"^[,\s—–]*(?P<cue>(?:I|we) (?:think|believe|guess|suppose|hope|suspect|assume)(?=[.,;!?])"
    r"|(?:as far as (?:I|we) (?:know|can tell|understand)|to (?:the best of )?(?:my|our) knowledge|reportedly|"
    r"allegedly|"
    r"apparently|perhaps|maybe|probably|presumably|I'm told|it (?:seems|appears)|creo(?! que)|al parecer|que yo sepa)"
    r"(?=[.,;!?]))",
)


def hedged(around: Surroundings) -> Iterator[ContextFlag]:
    found = around.before(_THINK, _REACH) or _adverb(around)
    if found:
        yield around.flag(FlagName.HEDGED, around.first + found.start(), around.first + found.end())
    elif hung := _AFTER.match(around.rest):
        yield around.flag(FlagName.HEDGED, around.end + hung.start("cue"), around.end + hung.end("cue"))


def _adverb(around: Surroundings) -> re.Match[str] | None:
    return around.before(_ADVERB, _NEAR)
