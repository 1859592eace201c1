"""Words taken back right after: "We could close the port. But that is not what we will do."

Only what refers to the passage takes it back: "that is not going to change" holds it up, and "that said" goes on to
something else as often as not (of 22 read on real briefings, 10 qualified what was said before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings, count_words

# Words of the passage's sentence that may follow it: past them the reversal is of something else.
_REST: Final = 8

_NOT: Final = r"(?:'s not|'s simply not|'s just not|isn't| is(?: simply| just)? not| was not| wasn't)"
_REVERSAL: Final = re.compile(
    r"(?:And |But |Well, |No, |Now, |Of course, )?(?:"
    r"(?:that|this|it)" + _NOT + r" (?:true|correct|accurate)(?= at all|[.,;!—-])"
    r"|(?:that|this)" + _NOT + r" (?:the case|so|what happened|what this is)(?= at all|[.,;!—-])"
    r"|(?:that|this)"
    + _NOT
    + r" (?:how (?:we|I|it)\b|what (?:we|I) (?:will|would|do|did|want|mean|said|believe|think|intend)\b|"
    r"what (?:we're|we are|I'm|I am) (?:saying|doing|going|suggesting|here for|alluding)\b|who we are|"
    r"(?:my|our) (?:view|position|policy)\b|going to happen(?=[.,;!])|happening(?=[.,;!]))"
    r"|(?:that|this)(?:'s| is| was| would be)(?: simply| just| completely| absolutely| totally)? "
    r"(?:false|untrue|incorrect|inaccurate|nonsense|a lie|absurd)(?=[.,;!])"
    r"|we(?:'re not going to| are not going to|'ll not| will not| won't) "
    r"(?:do|say|be doing) (?:that|so|it)(?=[.,;!—])"
    r"|not!|just kidding|I'm (?:just )?(?:kidding|joking)|of course not(?=[.!])|no, wait|actually, no(?=[.,])"
    r"|nothing could be (?:further|farther) from the truth"
    r"|(?:(?:I'm )?sorry, |excuse me, |actually, )?(?:let me (?:correct|rephrase|restate|retract) (?:that|myself)|"
    r"I misspoke|"
    r"strike that|scratch that|I take that back|I stand corrected|correction[:,.])"
    r"|(?:pero )?eso no es (?:cierto|verdad|así|lo que)|no es (?:cierto|verdad)(?=[.,])|es (?:falso|mentira)(?=[.,])"
    r"|(?:但是?|然而|不过)?，?(?:这|那)(?:并?不是事实|不符合事实|纯属|并?不是真的|完全是(?:谣言|谎言|捏造)|是不对的))",
    re.IGNORECASE,
)
# After a sentence that denies something "that's not who we are" upholds it.
_NEGATIVE: Final = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|false|wrong|baseless|nunca)\b|n't\b|不|没", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"[,;—–-]+\s*")


def reversal(around: Surroundings) -> Iterator[ContextFlag]:
    if (
        count_words(around.rest) > _REST
        or "?" in around.rest
        or _NEGATIVE.search(around.lead + around.passage + around.rest)
    ):
        return
    if found := _REVERSAL.match(around.following):
        yield around.flag(FlagName.REVERSAL_FOLLOWS, around.last, around.last + found.end())
    elif (joined := _WITHIN.match(around.rest)) and (found := _REVERSAL.match(around.rest, joined.end())):
        yield around.flag(FlagName.REVERSAL_FOLLOWS, around.end + found.start(), around.end + found.end())
