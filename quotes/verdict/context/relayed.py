"""Words the official passes on: "Pakistan stressed that its interactions with the US will never harm …", "according to
the coastguard, …", or the reporter's own, read back: "to use your phrase, fog of war".

Only a reporting clause that opens the sentence the passage stands in, or closes it, with a subject that is neither the
speaker nor his own side, is taken for a cue. Anything looser would call half of all answers relayed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.text import fold_words
from quotes.verdict.context.echoed import content_words
from quotes.verdict.context.surroundings import Surroundings, same_clause, surround

_NAME: Final = r"(?:[Tt]he |[Tt]hat |[Hh]is |[Hh]er |[Tt]heir |[Oo]ur )?[A-Za-z][\w'.&-]*(?: [A-Za-z][\w'.&-]*){0,6}?"
_ENGLISH: Final = re.compile(
    rf"(?P<who>{_NAME})"
    r"(?: (?:has|have|had|also|again|repeatedly|clearly|just|once)){0,3} "
    r"(?P<verb>stressed|said|says|say|told (?:us|me|them|reporters|the \w+)|stated|states|noted|emphasi[sz]ed|"
    r"assured (?:us|me|\w+)|claimed|claims?|announced|argued|argues?|"
    r"promised|pledged|reiterated|insisted|alleged|maintains?|asserted|"
    r"informed us|assures us|believes?)"
    r"(?: [^.?!,;:]{0,40}?)?,?(?<! in)(?<! to)(?<! of)(?<! do) that\b"
    # "He said that for a good reason": a pronoun.
    r"(?!'|, (?:and|but)| (?:in|for|to|with|at|on|by|because|when|about|before|after|publicly|again|yesterday)\b)"
)
# Critics say | the wall will do more harm than good.
_WITHOUT_THAT: Final = re.compile(
    rf"(?P<who>{_NAME})(?: (?:has|have|had|also|now|still)){{0,2}} (?:say|says|claims?|argues?|insists?)"
    r"[,:]?\s*[\"“']?$"
)
_ACCORDING: Final = re.compile(r"(?:[Aa]ccording to|[Ii]n the words of)\s(?P<who>[^,;:]{2,60}),\s*[\"“']?$")
_SPANISH: Final = re.compile(
    r"(?P<who>(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as) [\wáéíóúñ]+(?: (?:de|del|la|los|las|[\wáéíóúñ]+)){0,5}?)"
    r"(?: (?:nos|les|le|me|ya|también)){0,2} "
    r"(?P<verb>dijo|dijeron|dicen|dice|afirmó|afirmaron|señaló|aseguró|aseguraron|indicó|subrayó|destacó|manifestó|"
    r"prometió|prometieron|informó|informaron|reiteró) que\b"
)
_SPANISH_ACCORDING: Final = re.compile(r"(?:[Ss]egún|[Dd]e acuerdo con)\s(?P<who>[^,;:]{2,60}),\s*[\"“«]?$")
_CHINESE: Final = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{1,12}?)(?P<verb>强调|表示|指出|声称|宣称|告诉我们|保证|承诺)[，,：:]?"
)
# Each with what it cannot do without: looked for first, since a name may begin at every word and mostly none is wanted.
_LEADS: Final = (
    (_ENGLISH, re.compile(r" that\b")),
    (_WITHOUT_THAT, re.compile(r"(?:says?|claims?|argues?|insists?)[,:]?\s*[\"“']?$")),
    (_ACCORDING, re.compile(r"ccording to|n the words of")),
    (_SPANISH, re.compile(r" que\b")),
    (_SPANISH_ACCORDING, re.compile(r"egún|e acuerdo con")),
    (_CHINESE, re.compile(r"强调|表示|指出|声称|宣称|告诉我们|保证|承诺")),
)
_AFTER: Final = re.compile(
    r"(?:[,\"”]{0,2}\s*(?:[—–-]\s*)?according to (?P<who>[^,;:.?!]{2,60})"
    r"|[,\"”]{1,2}\s*(?P<subject>(?!(?:and|but|so)\b)(?:[Tt]he |[Hh]is |[Tt]heir )?[A-Za-z][\w'-]*(?: [\w'-]+){0,5}) "
    r"(?:says?|said|tells? us|told (?:us|me)|claims?|claimed|argues?|insists?|insisted))(?=[.,;!?])"
)
_OWN: Final = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Mm]e|[Uu]s|[Ii]t|[Yy]ou|[Yy]our|[Ww]ho|[Ww]hich|[Ww]hat|[Pp]eople|[Nn]o one|[Nn]obody|"
    r"[Tt]here|[Tt]hat|[Tt]his|yo|nosotros)\b|中方|我|发言人|本人"
)
# "The claim that", "to say that", "his stated view that": no subject or no verb.
_BARE: Final = re.compile(
    r"(?:the|a|an|his|her|their|its|any|no|some|.*\bto|.*'s|.*\b(?:if|having|let's|as|these|those|are|don't|doesn't|do|not)\b.*)",
    re.IGNORECASE,
)
# What one accords with, and nobody said.
_NO_VOICE: Final = re.compile(
    r"\b(?:plan|plans|schedule|law|laws|rule|rules|protocol|tradition|custom|need|needs|procedure|procedures|order|"
    r"ley|norma)$"
)
_READ_BACK: Final = re.compile(
    r"\b(?:(?:to use|using|in|to borrow) your (?:own )?(?:phrase|words?|term|expression|language|formulation)"
    r"|as you (?:just |also |rightly )?(?:put it|phrased it|called it|described? it)"
    r"|you(?:'ve| have)? (?:just |also )?(?:said|say|claim|claimed|mentioned|suggest|suggested|assert|asserted|stated|"
    r"asked|"
    r"ask|asked me|are asking)(?: me)? (?:that|whether|if)"
    r"|your (?:question|premise|assertion|suggestion) (?:is|was) (?:that|whether|if))\b",
    re.IGNORECASE,
)
_READ_BACK_AFTER: Final = re.compile(
    r"[\"”]?[,—–\s]*(?P<cue>as you (?:put|called|phrased) it|to use your (?:own )?(?:phrase|words?|term|expression)|"
    r"in your (?:own )?(?:words|phrase))\b"
    r"|[.?!][\"”]?\s*(?P<those>(?:those|these|that) (?:are|is|were|was) your (?:own )?(?:words?|phrase|term|"
    r"characteri[sz]ation))\b",
    re.IGNORECASE,
)
# Code points between cue and passage: further on in a long sentence the clause may have ended.
_REACH: Final = 120
# Words between a read-back's cue and the phrase.
_READ_BACK_REACH: Final = 4
# Words before a cue that opens its sentence: a connective or a short adverbial.
_INTRODUCTION: Final = 4
QUESTIONER: Final = "the questioner"


@dataclass(frozen=True, slots=True)
class Relay:
    """Whose words are passed on, and the cue with its code points in the turn's text, half-open."""

    source: str
    cue: str
    span: tuple[int, int]


def relay(
    text: str,
    start: int,
    end: int | None = None,
    *,
    institution: str = "",
    question: str = "",
    questioner: str | None = None,
) -> Relay | None:
    """The clause by which the passage from code point `start` to `end` of a turn's `text` is passed on, if it is;
    without `end` only what stands before is looked at. `institution`'s own name as the subject is the speaker's own
    side and no relay. `question` is what was just asked, by `questioner`: words of it may be read back."""
    around = surround(text, start, len(text) if end is None else end)
    found = _read_back(around, question)
    if found is not None:
        return Relay(questioner or QUESTIONER, text[slice(*found)], found)
    return _before(around, institution) or (None if end is None else _after(around, institution))


def _before(around: Surroundings, institution: str) -> Relay | None:
    lead = around.lead
    for pattern, cue in _LEADS:
        for found in pattern.finditer(lead) if cue.search(lead) else ():
            who = found["who"].strip()
            if len(lead[: found.start()].split()) > _INTRODUCTION or not _another(who, institution):
                continue
            if len(lead) - found.end() <= _REACH:
                span = around.trimmed(around.first + found.start(), around.first + found.end())
                return Relay(around.text[slice(*span)][: len(who)], around.text[slice(*span)], span)
    return None


def _after(around: Surroundings, institution: str) -> Relay | None:
    found = _AFTER.match(around.rest)
    if found is None:
        return None
    who = (found["who"] or found["subject"]).strip()
    if not _another(who, institution):
        return None
    begin = around.end + found.start()
    cue = around.trimmed(begin, around.end + found.end())
    place = around.end + found.start("who" if found["who"] else "subject")
    return Relay(around.text[place : place + len(who)], around.text[slice(*cue)], cue)


def _read_back(around: Surroundings, question: str) -> tuple[int, int] | None:
    """Where the cue stands by which words of the question are read back."""
    span = _read_back_cue(around) if question else None
    if span and content_words(fold_words(question)) & content_words(fold_words(around.passage)):
        return span
    return None


def _read_back_cue(around: Surroundings) -> tuple[int, int] | None:
    for found in _READ_BACK.finditer(around.lead):
        gap = around.lead[found.end() :].lstrip(", :“\"'")
        if same_clause(gap, _READ_BACK_REACH):
            return around.first + found.start(), around.first + found.end()
    after = _READ_BACK_AFTER.match(around.plain, around.end)
    return after.span("cue" if after["cue"] else "those") if after else None


def _another(who: str, institution: str) -> bool:
    """Whether the subject is neither the speaker, nor his side, nor nobody."""
    names = set(re.findall(r"[A-Z]\w{3,}", institution)) - {"Ministry", "Foreign", "Affairs", "People", "Republic"}
    return not (_BARE.fullmatch(who) or _OWN.search(who) or _NO_VOICE.search(who) or any(name in who for name in names))
