"""Words the official passes on: "Pakistan stressed that its interactions with the US will never harm …".

Only a reporting clause that opens the sentence the passage stands in, with a subject that is neither the speaker nor
his own side, is taken for a cue. Anything looser would call half of all answers relayed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ENGLISH: Final = re.compile(
    r"(?P<who>(?:[Tt]he |[Tt]hat |[Hh]is |[Hh]er |[Tt]heir |[Oo]ur )?[A-Za-z][\w’'.&-]*(?: [A-Za-z][\w’'.&-]*){0,6}?)"
    r"(?: (?:has|have|had|also|again|repeatedly|clearly|just|once)){0,3} "
    r"(?P<verb>stressed|said|says|say|told (?:us|me|them|reporters|the \w+)|stated|states|noted|emphasi[sz]ed|"
    r"assured (?:us|me|\w+)|claimed|claims?|announced|argued|argues?|"
    r"promised|pledged|reiterated|insisted|alleged|maintains?|asserted|"
    r"informed us|assures us|believes?)"
    r"(?:,? [^.?!,;:]{0,40}?)?,? that\b"
)
_SPANISH: Final = re.compile(
    r"(?P<who>(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as) [\wáéíóúñ]+(?: (?:de|del|la|los|las|[\wáéíóúñ]+)){0,5}?)"
    r"(?: (?:nos|les|le|me|ya|también)){0,2} "
    r"(?P<verb>dijo|dijeron|dicen|dice|afirmó|afirmaron|señaló|aseguró|aseguraron|indicó|subrayó|destacó|manifestó|"
    r"prometió|prometieron|informó|informaron|reiteró) que\b"
)
_CHINESE: Final = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,12}?)(?P<verb>强调|表示|指出|声称|宣称|告诉我们|保证|承诺)[，,：:]?"
)
_OWN: Final = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Ii]t|[Yy]ou|[Ww]ho|[Ww]hich|[Pp]eople|[Nn]o one|[Nn]obody)\b")
_OWN_CHINESE: Final = re.compile(r"中方|我|发言人|本人")
# Code points between cue and passage: further on in a long sentence the clause may have ended.
_REACH: Final = 120
_SENTENCE_END: Final = re.compile(r"[.?!。？！\n](?:[\"”’')\]]*)\s*")


@dataclass(frozen=True, slots=True)
class Relay:
    """Whose words are passed on, and the cue with its code points in the turn's text, half-open."""

    source: str
    cue: str
    span: tuple[int, int]


def relay(text: str, start: int, *, institution: str = "") -> Relay | None:
    """The clause by which the passage that begins at code point `start` of a turn's `text` is passed on, if it is.
    `institution`'s own name as the subject is the speaker's own side and no relay."""
    sentence = _sentence_start(text, start)
    lead = text[sentence:start]
    for pattern, own in ((_ENGLISH, _OWN), (_SPANISH, _OWN), (_CHINESE, _OWN_CHINESE)):
        for found in pattern.finditer(lead):
            who = found["who"].strip()
            if not _introduces(lead[: found.start()]) or own.search(who) or _is_own_side(who, institution):
                continue
            if len(lead) - found.end() > _REACH:
                continue
            return Relay(who, found[0], (sentence + found.start(), sentence + found.end()))
    return None


def _sentence_start(text: str, start: int) -> int:
    begin = 0
    for found in _SENTENCE_END.finditer(text, 0, start):
        # "U.S. side": a full stop after a capital letter ends no sentence.
        if text[found.start()] == "." and found.start() > 0 and text[found.start() - 1].isupper():
            continue
        begin = found.end()
    return begin


def _introduces(before: str) -> bool:
    """A cue opens its sentence, but for a connective or a short adverbial before it."""
    return len(before.split()) <= 4


def _is_own_side(who: str, institution: str) -> bool:
    names = set(re.findall(r"[A-Z]\w{3,}", institution)) - {
        "Ministry",
        "Foreign",
        "Affairs",
        "People",
        "Republic",
    }
    return any(name in who for name in names)
